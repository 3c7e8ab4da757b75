import fc from 'fast-check';
import { dayNumber, dayText } from '../../../src/core/dashboard/day-number';
import { propertyRuns } from '../../support/property-runs';

describe('dayNumber', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2024-02-29', 19_782],
    ['2000-02-29', 11_016],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('of %s should be %i, and back', (text, number) => {
    expect(dayNumber(text)).toBe(number);
    expect(dayText(number)).toBe(text);
  });

  it.each(['2023-02-29', '1900-02-29', '2024-02-30', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '2024-1-1', '2024-01-01T10:00', 'soon', ''])('should not take %j for a day', (text) => {
    expect(dayNumber(text)).toBeNull();
  });

  it('should count on by one over every end of a month and a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_895 }), (number) => {
        expect(dayNumber(dayText(number))).toBe(number);
        expect(dayText(number) < dayText(number + 1)).toBe(true);
      }),
      propertyRuns(500),
    );
  });
});
