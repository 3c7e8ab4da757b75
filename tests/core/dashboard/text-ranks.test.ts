import fc from 'fast-check';
import { NO_PLACE, TextRanks } from '../../../src/core/dashboard/text-ranks';
import { finishSteps } from '../../support/finish-steps';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const place = (ranks: TextRanks, texts: readonly string[]): readonly number[] => finishSteps(ranks.place(texts));

describe('TextRanks', () => {
  it('should place texts as a reader does, and equal ones together', () => {
    expect(place(new TextRanks(collator), ['Part 10', 'élan', '', 'Part 2', 'Elan', 'alpha', 'Part 10'])).toEqual([3, 1, NO_PLACE, 2, 1, 0, 3]);
  });

  it('should place one more text without comparing all the others again', () => {
    let compared = 0;
    const ranks = new TextRanks({
      compare: (a, b) => {
        compared += 1;
        return collator.compare(a, b);
      },
    });
    place(ranks, Array.from({ length: 1000 }, (_, index) => `title ${String(index)}`));
    compared = 0;
    expect(place(ranks, ['title 500', 'title 12b', 'title 12', 'title 13'])).toEqual([501, 13, 12, 14]);
    expect(compared).toBeLessThan(16);
  });

  it('should be as it was where the work is left half-way', () => {
    const ranks = new TextRanks(collator);
    place(ranks, ['b']);
    const texts = Array.from({ length: 2000 }, (_, index) => `a${String(index)}`);
    const steps = ranks.place(texts);
    for (let step = 0; step < 20; step += 1) expect(steps.next().done).toBe(false);
    expect(place(ranks, ['b'])).toEqual([0]);
    expect(place(ranks, ['b', 'a1', 'a10', 'a2'])).toEqual([3, 0, 2, 1]);
  });

  it('should place step by step as it places at once', () => {
    const text = fc.constantFrom('a', 'b 2', 'b 10', 'B', 'é', 'z', 'Á', 'e');
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 6 }), (batches) => {
        const [slowly, atOnce] = [new TextRanks(collator), new TextRanks(collator)];
        for (const batch of batches) place(slowly, batch);
        const all = batches.flat();
        expect(place(slowly, all)).toEqual(place(atOnce, all));
      }),
      { seed: 20261128, numRuns: 300 },
    );
  });
});
