import fc from 'fast-check';
import { sortTexts } from '../../src/core/sort-texts';
import { runSteps } from '../../src/core/steps';
import { readersOrder, type TextOrder } from '../../src/core/text-order';
import { propertyRuns } from '../support/property-runs';

const inOrder = (texts: readonly string[], { compare }: TextOrder): string[] => [...texts].sort((a, b) => compare(a, b) || (a < b ? -1 : 1));

describe('sortTexts', () => {
  const part = fc.constantFrom('A', 'a', 'Survey', 'survey ', 'on ', 'Part ', '0', '00', '1', '2', '10', '007', '9'.repeat(130), ' ', '-', '.', 'é', 'ß', '中', 'z', '\0', '\x7f');
  const text = fc.oneof(fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')), fc.array(part, { maxLength: 2 }).map((parts) => `A survey of some learning ${parts.join('')}`));

  // In Czech all is left to the collator.
  it.each(['en', 'de', 'sv', 'zh', 'cs'])('should sort as comparing does, in the order of %s', (language) => {
    const order = readersOrder(language);
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 120 }), (texts) => {
        expect(runSteps(sortTexts(texts, order))).toEqual(inOrder(texts, order));
      }),
      propertyRuns(200),
    );
  });

  it('should sort thousands that begin alike', () => {
    const order = readersOrder('en');
    const titles = Array.from({ length: 20_000 }, (_, at) => `A title with a long beginning, and ${at % 7 === 0 ? 'Number' : 'number'} ${String((at * 7919) % 20_011)}${at % 3 === 0 ? '' : ' of many'}`);
    expect(runSteps(sortTexts(titles, order))).toEqual(inOrder(titles, order));
  });

  it('should compare hardly any texts that have weights', () => {
    const order = readersOrder('en');
    let compared = 0;
    const counting: TextOrder = { ...order, compare: (a, b) => ((compared += 1), order.compare(a, b)) };
    const titles = Array.from({ length: 1_000 }, (_, at) => `Title ${String((at * 37) % 1_009)}`);
    runSteps(sortTexts(titles, counting));
    expect(compared).toBe(0);
    runSteps(sortTexts([...titles, 'Élan'], counting));
    expect(compared).toBeLessThanOrEqual(titles.length + 1);
  });
});
