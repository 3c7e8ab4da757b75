import fc from 'fast-check';
import { TextRanks } from '../../../src/core/dashboard/text-ranks';
import { finishSteps } from '../../support/finish-steps';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const learn = (ranks: TextRanks, texts: readonly string[]): void => {
  finishSteps(ranks.learn(texts));
};

describe('TextRanks', () => {
  it('should place texts as a reader does, and equal ones together', () => {
    const ranks = new TextRanks(collator);
    learn(ranks, ['Part 10', 'élan', 'Part 2', 'Elan', 'alpha']);
    expect(['alpha', 'Elan', 'élan', 'Part 2', 'Part 10', 'unknown', '', null].map((text) => ranks.rank(text))).toEqual([0, 1, 1, 2, 3, null, null, null]);
  });

  it('should place one more text without comparing all the others again', () => {
    let compared = 0;
    const ranks = new TextRanks({
      compare: (a, b) => {
        compared += 1;
        return collator.compare(a, b);
      },
    });
    learn(ranks, Array.from({ length: 1000 }, (_, index) => `title ${String(index)}`));
    compared = 0;
    learn(ranks, ['title 500', 'title 12b']);
    expect(compared).toBeLessThan(16);
    expect([ranks.rank('title 12'), ranks.rank('title 12b'), ranks.rank('title 13')]).toEqual([12, 13, 14]);
  });

  it('should be as it was where the work is left half-way', () => {
    const ranks = new TextRanks(collator);
    learn(ranks, ['b']);
    const steps = ranks.learn(Array.from({ length: 2000 }, (_, index) => `a${String(index)}`));
    for (let step = 0; step < 3; step += 1) expect(steps.next().done).toBe(false);
    expect([ranks.rank('b'), ranks.rank('a1')]).toEqual([0, null]);
  });

  it('should place step by step as it places at once', () => {
    const text = fc.constantFrom('a', 'b 2', 'b 10', 'B', 'é', 'z', 'Á', 'e');
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 6 }), (batches) => {
        const [slowly, atOnce] = [new TextRanks(collator), new TextRanks(collator)];
        for (const batch of batches) learn(slowly, batch);
        const all = batches.flat();
        learn(atOnce, all);
        expect(all.map((one) => slowly.rank(one))).toEqual(all.map((one) => atOnce.rank(one)));
      }),
      { seed: 20261128, numRuns: 300 },
    );
  });
});
