import fc from 'fast-check';
import { rowTops } from '../../../src/views/preact/row-tops';
import { propertyRuns } from '../../support/property-runs';

describe('rowTops', () => {
  it('should place rows of one height', () => {
    const tops = rowTops(5, 30, null);
    expect([tops.topOf(0), tops.topOf(3), tops.topOf(5), tops.heightOf(2)]).toEqual([0, 90, 150, 30]);
    expect([-7, 0, 29, 30, 149, 150, 9999].map((offset) => tops.rowAt(offset))).toEqual([0, 0, 0, 1, 4, 4, 4]);
  });

  it('should place rows of another height among them', () => {
    const tops = rowTops(5, 30, { places: [1, 2, 4], height: 10 });
    expect([0, 1, 2, 3, 4, 5].map((index) => tops.topOf(index))).toEqual([0, 30, 40, 50, 80, 90]);
    expect([0, 1, 2, 3, 4].map((index) => tops.heightOf(index))).toEqual([30, 10, 10, 30, 10]);
    expect([-7, 0, 30, 39, 40, 50, 79, 80, 89, 90].map((offset) => tops.rowAt(offset))).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4, 4]);
  });

  it('should know no row in an empty list', () => {
    expect([rowTops(0, 30, null).rowAt(40), rowTops(0, 30, null).topOf(0)]).toEqual([0, 0]);
  });

  it('should find each row by its own top, and end where the last one does', () => {
    const heights = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), heights, heights, (odd, height, oddHeight) => {
        const tops = rowTops(odd.length, height, { places: odd.flatMap((is, at) => (is ? [at] : [])), height: oddHeight });
        let top = 0;
        odd.forEach((is, index) => {
          expect([tops.topOf(index), tops.heightOf(index), tops.rowAt(top), tops.rowAt(top + (is ? oddHeight : height) - 1)]).toEqual([top, is ? oddHeight : height, index, index]);
          top += is ? oddHeight : height;
        });
        expect(tops.topOf(odd.length)).toBe(top);
      }),
      propertyRuns(200),
    );
  });
});
