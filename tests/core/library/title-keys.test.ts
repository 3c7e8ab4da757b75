import fc from 'fast-check';
import { titleKey } from '../../../src/core/titles/title-key';
import { NO_KEY, TitleKeys } from '../../../src/core/library/title-keys';

const title = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  { weight: 5, arbitrary: fc.array(fc.constantFrom('A', 'a', 'b', 'C++', 'c#', '1', '2017', ' ', '-', 'é', 'É', 'ß', 'SS', '注', 'İ', 'Σ', '“', '*'), { maxLength: 3 }).map((parts) => parts.join('')) },
);

describe('TitleKeys', () => {
  it('should give two titles one number exactly where their title keys are equal, and none for an empty key', () => {
    let alike = 0;
    fc.assert(
      fc.property(fc.array(title, { minLength: 20, maxLength: 40 }), (titles) => {
        const keys = new TitleKeys();
        const numbers = new Map<string, number>();
        for (const each of titles) {
          const key = titleKey(each);
          const known = numbers.get(key);
          const number = keys.give(each);
          if (key === '') expect(number).toBe(NO_KEY);
          else if (known === undefined) expect([...numbers.values()]).not.toContain(number);
          else {
            expect(number).toBe(known);
            alike += 1;
          }
          if (key !== '') numbers.set(key, number);
        }
        for (const [key, number] of numbers) {
          expect(keys.find(key)).toBe(number);
          expect(keys.key(number)).toBe(key);
          expect(keys.merges(number)).toBe(key.length >= 8);
        }
        expect(keys.find('never given to it')).toBe(NO_KEY);
      }),
      { seed: 20261129, numRuns: 1000 },
    );
    expect(alike).toBeGreaterThan(1000);
  });

  it('should keep thousands apart', () => {
    const keys = new TitleKeys();
    const titles = Array.from({ length: 20_000 }, (_, at) => `A title with the number ${String(at)}`);
    expect(titles.map((each) => keys.give(each))).toEqual(titles.map((_, at) => at));
    expect(keys.find('a TITLE with the: number 19999')).toBe(19_999);
  });

  it('should have the key of a key be that key', () => {
    fc.assert(fc.property(fc.oneof(title, fc.string({ unit: 'binary', maxLength: 10 })), (each) => { expect(titleKey(titleKey(each))).toBe(titleKey(each)); }), { seed: 20261129, numRuns: 5000 });
  });

  it.each([
    ['A plain title, of (some) words: two-part', true],
    ['C++ and C#', true],
    ['BERT 2.0', true],
    ['A title of 2017', false],
    ['A *marked* title', false],
    ['“Quoted”', false],
    ['"Quoted"', false],
    ['Two  spaces', false],
    [' A space first', false],
    ['A space last ', false],
    ['Two\nlines', false],
    ['a_b', false],
    ['a `b`', false],
    ['[a](b)', false],
    ['a <b>', false],
    ['a &amp; b', false],
    ['a \\ b', false],
    ['a == b', false],
    ['é', false],
  ])('should take %j for plain words: %j', (text, isPlain) => {
    expect(new TitleKeys().findPlain(text) !== null).toBe(isPlain);
  });
});
