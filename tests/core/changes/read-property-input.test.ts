import fc from 'fast-check';
import { asItemChange, readItems, readPropertyInput, writeItems, type PropertyInput } from '../../../src/core/changes/read-property-input';

describe('readPropertyInput', () => {
  it.each<[PropertyInput, string, unknown]>([
    ['text', '  A  venue ', { kind: 'text', value: 'A venue' }],
    ['text', '   ', { kind: 'text', value: null }],
    ['year', ' 2019 ', { kind: 'year', value: '2019' }],
    ['year', '', { kind: 'year', value: null }],
    ['day', '2024-02-29', { kind: 'day', value: '2024-02-29' }],
    ['tags', '#nlp, ml/vision  nlp', { kind: 'list', items: ['nlp', 'ml/vision'] }],
    ['tags', '', { kind: 'list', items: [] }],
    ['list', 'Lovelace, Ada; Grace  Hopper;', { kind: 'list', items: ['Lovelace, Ada', 'Grace Hopper'] }],
  ])('should read as %s what is typed as %j', (input, text, change) => {
    expect(readPropertyInput('key', input, text)).toEqual({ ok: true, value: { key: 'key', ...(change as object) } });
  });

  it.each<[PropertyInput, string, string]>([
    ['year', '19', 'Write the year with four digits, from 1500 to 2199.'],
    ['year', '2019-20', 'Write the year with four digits, from 1500 to 2199.'],
    ['year', '9999', 'Write the year with four digits, from 1500 to 2199.'],
    ['day', '2023-02-29', 'Write the day as 2026-01-31.'],
    ['day', '1.2.2024', 'Write the day as 2026-01-31.'],
    ['tags', 'nlp, a&b', '“a&b” is no tag: letters, numbers, and the signs _ - / make one, and not numbers alone.'],
    ['tags', '2019', '“2019” is no tag: letters, numbers, and the signs _ - / make one, and not numbers alone.'],
  ])('should refuse as %s what is typed as %j', (input, text, error) => {
    expect(readPropertyInput('key', input, text)).toEqual({ ok: false, error });
  });
});

describe('readItems', () => {
  it('should take tags of any script and with symbols, as Obsidian does', () => {
    expect(readItems('深度学习 été 🚀', 'tags')).toEqual({ ok: true, value: ['深度学习', 'été', '🚀'] });
  });
});

describe('items that hold what parts items', () => {
  const authors = ['AT&amp;T Labs', 'Bob', '"Doc" Smith'];
  const shown = '"AT&amp;T Labs"; Bob; """Doc"" Smith"';

  it('should be shown in quotes', () => {
    expect(writeItems(authors, 'list')).toBe(shown);
  });

  it.each<[string, string, readonly string[]]>([
    ['as they are shown', shown, authors],
    ['one more', `${shown}; Ann`, [...authors, 'Ann']],
    ['one before', `Ann;${shown}`, ['Ann', ...authors]],
    ['blanks around', ' "AT&amp;T  Labs" ;Bob', ['AT&amp;T Labs', 'Bob']],
    ['without quotes', 'AT&amp;T Labs; Bob', ['AT&amp', 'T Labs', 'Bob']],
    ['a quote within', 'Ann "Doc" Lee; Bob', ['Ann "Doc" Lee', 'Bob']],
    ['a quote that does not end', '"Ann; Bob', ['"Ann', 'Bob']],
    ['words after a quote', '"Ann" Lee; Bob', ['"Ann" Lee', 'Bob']],
    ['nothing in quotes', '""; Bob', ['Bob']],
  ])('should be read in quotes, and in nothing else: %s', (_, typed, items) => {
    expect(readItems(typed, 'list')).toEqual({ ok: true, value: items });
  });

  it('should come back as they were, whatever they hold', () => {
    const item = fc.stringMatching(/^["ab;]( ?["ab;]){0,4}$/);
    fc.assert(
      fc.property(fc.uniqueArray(item, { maxLength: 4 }), (items) => {
        expect(readItems(writeItems(items, 'list'), 'list')).toEqual({ ok: true, value: items });
      }),
      { seed: 20261130, numRuns: 1000 },
    );
  });
});

describe('asItemChange', () => {
  it('should tell what was added and what was taken out, and leave other changes as they are', () => {
    expect(asItemChange({ key: 'tags', kind: 'list', items: ['a', 'c'] }, ['a', 'b'])).toEqual({ key: 'tags', kind: 'items', add: ['c'], remove: ['b'] });
    expect(asItemChange({ key: 'year', kind: 'year', value: '2019' }, [])).toEqual({ key: 'year', kind: 'year', value: '2019' });
  });
});
