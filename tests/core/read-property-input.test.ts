import { asItemChange, readItems, readPropertyInput, type PropertyInput } from '../../src/core/read-property-input';

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

describe('asItemChange', () => {
  it('should tell what was added and what was taken out, and leave other changes as they are', () => {
    expect(asItemChange({ key: 'tags', kind: 'list', items: ['a', 'c'] }, ['a', 'b'])).toEqual({ key: 'tags', kind: 'items', add: ['c'], remove: ['b'] });
    expect(asItemChange({ key: 'year', kind: 'year', value: '2019' }, [])).toEqual({ key: 'year', kind: 'year', value: '2019' });
  });
});
