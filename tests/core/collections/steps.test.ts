import fc from 'fast-check';
import { sortInSteps } from '../../../src/core/collections/sort-in-steps';
import { filterInSteps, mapInSteps, type Steps } from '../../../src/core/collections/steps';
import { finishSteps } from '../../support/finish-steps';
import { propertyRuns } from '../../support/property-runs';

function countSteps(steps: Steps<unknown>): number {
  let count = 1;
  while (steps.next().done !== true) count += 1;
  return count;
}

describe('work in steps', () => {
  /** Of any length, since a list that fast-check makes item by item is hardly ever longer than a step; sorted already but for a little, or not at all. */
  const lists = fc
    .record({ length: fc.nat(2000), factor: fc.integer({ min: 1, max: 9999 }), isNearlySorted: fc.boolean() })
    .map(({ length, factor, isNearlySorted }) => Array.from({ length }, (_, id) => ({ key: ((id * factor) % 9973) % 10 + (isNearlySorted ? Math.floor(id / 5) : 0), id })));

  it('should sort, filter and map as arrays do, equal items in the order given', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
        const isEven = ({ id }: { id: number }): boolean => id % 2 === 0;
        expect(finishSteps(sortInSteps(items, compare))).toEqual([...items].sort(compare));
        expect(finishSteps(filterInSteps(items, isEven))).toEqual(items.filter(isEven));
        expect(finishSteps(mapInSteps(items, ({ key }, index) => key + index))).toEqual(items.map(({ key }, index) => key + index));
      }),
      propertyRuns(100),
    );
  });

  it('should compare what is sorted already hardly more often than once an item', () => {
    let compared = 0;
    finishSteps(
      sortInSteps(
        Array.from({ length: 5000 }, (_, at) => at),
        (a, b) => {
          compared += 1;
          return a - b;
        },
      ),
    );
    expect(compared).toBeLessThan(6000);
  });

  it('should pause often enough that a step is short, whatever there is to do', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 10_007);
    expect(countSteps(sortInSteps(items, (a, b) => a - b))).toBeGreaterThan(200);
    expect(countSteps(filterInSteps(items, () => true))).toBeGreaterThan(30);
    expect(countSteps(mapInSteps(items, (item) => item))).toBeGreaterThan(30);
  });
});
