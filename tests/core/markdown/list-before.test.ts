import fc from 'fast-check';
import { ListBefore } from '../../../src/core/markdown/list-before';
import { propertyRuns } from '../../support/property-runs';

const findAll = (before: readonly number[], now: readonly number[]): readonly (number | null)[] => {
  const list = new ListBefore(before, Object.is);
  return now.map((item) => list.find(item));
};

describe('ListBefore', () => {
  it.each([
    ['what stayed', [1, 2, 3], [1, 2, 3], [0, 1, 2]],
    ['what stands behind others that came', [1, 2], [7, 8, 1, 9, 2], [null, null, 0, null, 1]],
    ['what stood behind others that went', [1, 2, 3, 4, 5], [1, 4, 5], [0, 3, 4]],
    ['nothing in a list that is another', [1, 2], [3, 4, 5], [null, null, null]],
    ['no item out of order', [1, 2, 3], [3, 1], [2, null]],
  ])('should find %s', (_, before, now, found) => {
    expect(findAll(before, now)).toEqual(found);
  });

  it('should find all that stayed where few others went, and only the same items', () => {
    const list = fc.uniqueArray(fc.nat(200), { maxLength: 60 }).map((numbers) => numbers.sort((a, b) => a - b));
    fc.assert(
      fc.property(list, list, (before, now) => {
        expect(findAll(before, now)).toEqual(now.map((item) => (before.includes(item) ? before.indexOf(item) : null)));
      }),
      propertyRuns(300),
    );
  });

  it('should look at few items for one that is new', () => {
    let compared = 0;
    const list = new ListBefore<number>(Array.from({ length: 5000 }, (_, at) => at), (before, now) => {
      compared += 1;
      return before === now;
    });
    expect(list.find(-1)).toBeNull();
    expect(compared).toBeLessThan(100);
  });
});
