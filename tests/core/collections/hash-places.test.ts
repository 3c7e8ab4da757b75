import fc from 'fast-check';
import { HashPlaces } from '../../../src/core/collections/hash-places';

describe('HashPlaces', () => {
  it('should give all numbers of a hash, and those alone, however many hashes share a place', () => {
    // Equal in their low bits, which is where tables look first.
    const hash = fc.tuple(fc.constantFrom(0, 1, -1, 4096, 1 << 30), fc.integer({ min: 0, max: 3 })).map(([high, low]) => (high + low) | 0);
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 60 }), (hashes) => {
        const places = new HashPlaces();
        const numbersOf = (wanted: number): number[] => {
          const numbers: number[] = [];
          for (let number = places.first(wanted); number >= 0; number = places.next()) numbers.push(number);
          return numbers;
        };
        hashes.forEach((each, at) => {
          numbersOf(each);
          expect(places.add()).toBe(at);
        });
        for (const wanted of [...hashes, 77]) expect(numbersOf(wanted)).toEqual(hashes.flatMap((each, at) => (each === wanted ? [at] : [])));
      }),
      { seed: 20261129, numRuns: 500 },
    );
  });

  it('should find each of thousands while it grows', () => {
    const places = new HashPlaces();
    const hashOf = (at: number): number => Math.imul(at, 0x9e3779b1) & ~15;
    for (let at = 0; at < 20_000; at++) {
      let number = places.first(hashOf(at));
      while (number >= 0) number = places.next();
      expect(places.add()).toBe(at);
    }
    for (let at = 0; at < 20_000; at++) {
      let number = places.first(hashOf(at));
      while (number >= 0 && number !== at) number = places.next();
      expect(number).toBe(at);
    }
  });
});
