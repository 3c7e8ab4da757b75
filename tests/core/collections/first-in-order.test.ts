import fc from 'fast-check';
import { firstInOrder } from '../../../src/core/collections/first-in-order';
import { propertyRuns } from '../../support/property-runs';

const byValue = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0];

describe('firstInOrder', () => {
  it('should give what sorting all would begin with, equal ones in the order given', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 30 }), fc.integer({ min: -1, max: 35 }), (values, count) => {
        const items = values.map((value, at) => [value, at] as const);
        expect(firstInOrder(items, count, byValue)).toEqual([...items].sort(byValue).slice(0, Math.max(0, count)));
      }),
      propertyRuns(500),
    );
  });
});
