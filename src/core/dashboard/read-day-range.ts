import { dayNumber } from './day-number';

/** Days by their numbers, both included; unbounded where infinite. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const RANGE = /^(>=|<=|>|<|=?)([\d-]+)(?:\.\.([\d-]+))?$/;
const PERIOD = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * The days that a year, a month or a day stands for, a bound (`>2024-02` begins with March), or a range with the whole of both its
 * ends (`2024-03..2024-04-10`). Null for anything else, and for a day that the calendar does not have.
 */
export function readDayRange(value: string): DayRange | null {
  const [whole, sign = '', first = '', last] = RANGE.exec(value) ?? [];
  if (whole === undefined) return null;
  const period = readPeriod(first);
  if (period === null) return null;
  if (last !== undefined) {
    const end = readPeriod(last);
    return sign !== '' || end === null ? null : { from: period.from, to: end.to };
  }
  switch (sign) {
    case '>':
      return { from: period.to + 1, to: Infinity };
    case '>=':
      return { from: period.from, to: Infinity };
    case '<':
      return { from: -Infinity, to: period.from - 1 };
    case '<=':
      return { from: -Infinity, to: period.to };
    default:
      return period;
  }
}

function readPeriod(text: string): DayRange | null {
  const [, year, month, day] = PERIOD.exec(text) ?? [];
  if (year === undefined) return null;
  const first = numberOf(Number(year), month === undefined ? 1 : Number(month), day === undefined ? 1 : Number(day));
  if (first === null) return null;
  if (day !== undefined) return { from: first, to: first };
  const months = month === undefined ? Number(year) * 12 + 12 : Number(year) * 12 + Number(month);
  const next = numberOf(Math.floor(months / 12), (months % 12) + 1, 1);
  return next === null ? null : { from: first, to: next - 1 };
}

const numberOf = (year: number, month: number, day: number): number | null =>
  dayNumber(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
