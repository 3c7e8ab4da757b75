import fc from 'fast-check';
import { Postings } from '../../../src/core/collections/postings';

describe('Postings', () => {
  it('should answer as a set for each key does', () => {
    const step = fc.record({ key: fc.nat(5), value: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const postings = new Postings();
        const sets = new Map<number, Set<number>>();
        for (const { key, value } of steps) {
          const set = sets.get(key) ?? new Set();
          sets.set(key, set);
          // What is there is taken out, what is not is put in.
          if (set.delete(value)) postings.remove(key, value);
          else {
            set.add(value);
            postings.add(key, value);
          }
          for (const [known, values] of sets) {
            expect([...postings.of(known)].sort()).toEqual([...values].sort());
            expect(postings.size(known)).toBe(values.size);
            expect(postings.only(known)).toBe(values.size === 1 ? [...values][0] : null);
          }
        }
      }),
      { seed: 20261129, numRuns: 300 },
    );
  });

  it('should have nothing under a key that it was never told of, and take nothing out there', () => {
    const postings = new Postings();
    postings.remove(7, 1);
    postings.add(3, 1);
    postings.remove(3, 2);
    expect([postings.of(7), postings.size(7), postings.only(7), postings.of(3)]).toEqual([[], 0, null, [1]]);
  });
});
