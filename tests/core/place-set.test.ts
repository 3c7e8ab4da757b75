import fc from 'fast-check';
import { PlaceSet } from '../../src/core/place-set';
import { propertyRuns } from '../support/property-runs';

describe('PlaceSet', () => {
  it('should hold what a set holds', () => {
    const change = fc.record({ place: fc.nat(99), adds: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200, size: 'max' }), (changes) => {
        const [set, expected] = [new PlaceSet(100), new Set<number>()];
        for (const { place, adds } of changes) {
          if (adds) {
            set.add(place);
            expected.add(place);
          } else {
            set.delete(place);
            expected.delete(place);
          }
        }
        expect(Array.from({ length: 100 }, (_, place) => place).filter((place) => set.has(place))).toEqual([...expected].sort((a, b) => a - b));
        expect(set.size).toBe(expected.size);
      }),
      propertyRuns(300),
    );
  });
});
