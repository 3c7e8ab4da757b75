import fc from 'fast-check';
import { PlaceSet } from '../../../src/core/collections/place-set';
import { propertyRuns } from '../../support/property-runs';

/** Several blocks of places that are counted together. */
const COUNT = 4000;

describe('PlaceSet', () => {
  it('should hold what a set holds', () => {
    const change = fc.record({ place: fc.oneof(fc.nat(99), fc.nat(COUNT - 1)), adds: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200, size: 'max' }), (changes) => {
        const [set, expected] = [new PlaceSet(COUNT), new Set<number>()];
        for (const { place, adds } of changes) {
          if (adds) {
            set.add(place);
            expected.add(place);
          } else {
            set.delete(place);
            expected.delete(place);
          }
        }
        expect(Array.from({ length: COUNT }, (_, place) => place).filter((place) => set.has(place))).toEqual([...expected].sort((a, b) => a - b));
        expect(set.size).toBe(expected.size);
        expect(Array.from({ length: expected.size + 1 }, (_, at) => set.nth(at))).toEqual([...[...expected].sort((a, b) => a - b), null]);
      }),
      propertyRuns(300),
    );
  });
});
