import fc from 'fast-check';
import { readersOrder, textOrder } from '../../../src/core/collections/text-order';
import { propertyRuns } from '../../support/property-runs';

const LANGUAGES = ['en', 'de', 'sv', 'fr', 'es', 'zh', 'ja', 'th', 'lt', 'et', 'cs', 'sk', 'hu', 'da', 'nb', 'hr', 'cy', 'az', 'tr', 'vi', 'br', 'ar'];
const collatorOf = (language: string): Intl.Collator => new Intl.Collator(language, { numeric: true, sensitivity: 'base' });

/** Collators that count what they are asked, to see which texts are left to them. */
function counting(language: string): { readonly collator: Intl.Collator; readonly asked: () => number } {
  const collator = collatorOf(language);
  let asked = 0;
  const compare = (a: string, b: string): number => {
    asked += 1;
    return collator.compare(a, b);
  };
  return { collator: { compare, resolvedOptions: () => collator.resolvedOptions() } as Intl.Collator, asked: () => asked };
}

describe('textOrder', () => {
  it.each([
    ['Part 2', 'Part 10'], ['part 2', 'Part 002'], ['Attention', 'attention'], ['a-b', 'ab'], ['a b', 'ab'], ['', 'a'], ['a', 'a.'], ['x1y', 'x1z'],
    ['1.5', '1.10'], ['e\u0301a', 'eb'], ['ea', 'e\u0301b'], ['a\u030A', 'az'], ['a1\u0301', 'a1'], ['resume', 'résumé'], ['Über', 'Uber'], ['\u0000', ''], ['a\u0007b', 'ab'],
    ['0', '00'], ['0a', '1'], ['١', '1'], [`${'1'.repeat(300)}2`, `${'1'.repeat(300)}3`], ['½', '1'], ['深度学习', 'deep'],
  ])('should order %j and %j as the collator does', (a, b) => {
    const order = textOrder(collatorOf('en'));
    expect([Math.sign(order.compare(a, b)), Math.sign(order.compare(b, a))]).toEqual([Math.sign(collatorOf('en').compare(a, b)), Math.sign(collatorOf('en').compare(b, a))]);
  });

  it.each([['sv', 'a\u030A', 'b'], ['sv', 'a\u030A', 'z'], ['de', 'a\u0308', 'b'], ['et', 's', 'z'], ['lt', 'y', 'i'], ['cs', 'ch', 'ci'], ['th', 'a-b', 'aa']])('should order in %s %j and %j as its collator does', (language, a, b) => {
    expect(Math.sign(textOrder(collatorOf(language)).compare(a, b))).toBe(Math.sign(collatorOf(language).compare(a, b)));
  });

  it('should not ask the collator about ASCII, in languages that order it letter by letter', () => {
    const { collator, asked } = counting('en');
    const order = textOrder(collator);
    const before = asked();
    expect([order.compare('Deep Learning 2', 'deep learning 10') < 0, order.compare('same', 'SAME')]).toEqual([true, 0]);
    expect(asked()).toBe(before);
  });

  it('should be that of readers: numbers as numbers, case and accents aside', () => {
    const { compare } = readersOrder('en');
    expect(['Part 10', 'élan', 'part 2', 'Elan b'].sort(compare)).toEqual(['élan', 'Elan b', 'part 2', 'Part 10']);
    expect(compare('Élan', 'elan')).toBe(0);
  });

  it.each(['cs', 'sk', 'hu', 'da', 'hr'])('should leave all to the collator of %s, which orders two letters as one', (language) => {
    const collator = collatorOf(language);
    expect(textOrder(collator)).toBe(collator);
  });

  it('should leave all to a collator with other options', () => {
    for (const collator of [new Intl.Collator('en'), new Intl.Collator('en', { numeric: true }), new Intl.Collator('en', { sensitivity: 'base' })]) expect(textOrder(collator)).toBe(collator);
  });

  const character = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...Array.from('aAbBcChHdDzZlLjJ0019 -.,:(')) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)) },
    { weight: 1, arbitrary: fc.constantFrom('é', 'ß', 'Å', 'ø', '\u0301', '\u030A', '\u200d', '中', '１', '٣', '’', '–') },
  );
  const text = fc.array(character, { maxLength: 8 }).map((characters) => characters.join(''));

  it.each(LANGUAGES)('should order any texts as the collator of %s does', (language) => {
    const collator = collatorOf(language);
    const order = textOrder(collator);
    fc.assert(
      fc.property(text, text, text, (start, a, b) => {
        for (const [left, right] of [[a, b], [start + a, start + b]] as const) expect(Math.sign(order.compare(left, right))).toBe(Math.sign(collator.compare(left, right)));
      }),
      propertyRuns(1000),
    );
  });
});
