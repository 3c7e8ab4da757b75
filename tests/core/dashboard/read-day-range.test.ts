import { dayText } from '../../../src/core/dashboard/day-number';
import { readDayRange } from '../../../src/core/dashboard/read-day-range';

const bound = (day: number): string => (Number.isFinite(day) ? dayText(day) : String(day));
const shown = (value: string): string | null => {
  const range = readDayRange(value);
  return range === null ? null : `${bound(range.from)} ${bound(range.to)}`;
};

describe('readDayRange', () => {
  it.each([
    ['2024', '2024-01-01 2024-12-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2023-12', '2023-12-01 2023-12-31'],
    ['2024-3-5', '2024-03-05 2024-03-05'],
    ['=2024-03-05', '2024-03-05 2024-03-05'],
    ['>2024', '2025-01-01 Infinity'],
    ['>=2024-02', '2024-02-01 Infinity'],
    ['<2024-02', '-Infinity 2024-01-31'],
    ['<=2024-02', '-Infinity 2024-02-29'],
    ['2024-02..2024-03-10', '2024-02-01 2024-03-10'],
    ['2023..2024', '2023-01-01 2024-12-31'],
  ])('of %s should be %s', (value, range) => {
    expect(shown(value)).toBe(range);
  });

  it.each(['', '>', '202', '20245', '2024-', '2024-00', '2024-13', '2023-02-29', '2024-03-04..', '..2024', '>2024..2025', '2024..soon', 'none'])('should not take %j for days', (value) => {
    expect(readDayRange(value)).toBeNull();
  });
});
