import fc from 'fast-check';
import { sortByCounting } from '../../../src/core/collections/sort-by-counting';
import { propertyRuns } from '../../support/property-runs';

describe('sortByCounting', () => {
  it('should sort as the engine does, those of one place in the order given, and tell where each place ends', () => {
    const placed = fc.array(fc.nat(6), { maxLength: 40 });
    fc.assert(
      fc.property(placed, (places) => {
        const numbers = places.map((_, at) => places.length - 1 - at);
        const placeOf = (number: number): number => places[number] ?? 0;
        const { sorted, ends } = sortByCounting(numbers, placeOf, 7);
        expect(sorted).toEqual([...numbers].sort((a, b) => placeOf(a) - placeOf(b)));
        for (let place = 0; place < 7; place += 1) expect(ends[place]).toBe(numbers.filter((number) => placeOf(number) <= place).length);
      }),
      propertyRuns(300),
    );
  });
});
