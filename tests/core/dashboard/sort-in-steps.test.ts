import fc from 'fast-check';
import { sortInSteps } from '../../../src/core/dashboard/sort-in-steps';
import { finish } from '../../support/finish';
import { propertyRuns } from '../../support/property-runs';

interface Item {
  readonly rank: number;
  readonly at: number;
}

const itemsOf = (ranks: readonly number[]): readonly Item[] => ranks.map((rank, at) => ({ rank, at }));
const compare = (a: Item, b: Item): number => a.rank - b.rank;

describe('sortInSteps', () => {
  it('should sort as Array.sort does, equal items in the order given, and leave its input alone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 700, size: 'max' }), (ranks) => {
        const items = itemsOf(ranks);
        const before = [...items];
        expect(finish(sortInSteps(items, compare))).toEqual([...items].sort(compare));
        expect(items).toEqual(before);
      }),
      propertyRuns(100),
    );
  });

  it.each([
    ['sorted', (at: number) => at],
    ['turned round', (at: number) => -at],
    ['mixed', (at: number) => (at * 7919) % 1000],
  ])('should sort what is %s', (_, rank) => {
    const items = itemsOf(Array.from({ length: 1000 }, (__, at) => rank(at)));
    expect(finish(sortInSteps(items, compare))).toEqual([...items].sort(compare));
  });

  it('should compare what is sorted already hardly more often than once an item', () => {
    let compared = 0;
    const items = itemsOf(Array.from({ length: 5000 }, (_, at) => at));
    finish(sortInSteps(items, (a, b) => {
      compared += 1;
      return compare(a, b);
    }));
    expect(compared).toBeLessThan(6000);
  });

  it('should do little between two steps', () => {
    let compared = 0;
    let most = 0;
    const items = itemsOf(Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 20_000));
    const steps = sortInSteps(items, (a, b) => {
      compared += 1;
      return compare(a, b);
    });
    for (let isDone = false; !isDone; ) {
      isDone = steps.next().done === true;
      most = Math.max(most, compared);
      compared = 0;
    }
    expect(most).toBeLessThan(1500);
  });
});
