const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MS_A_DAY = 86_400_000;
/** The calendar repeats itself after so many years, which have so many days. */
const CYCLE_YEARS = 400;
const CYCLE_DAYS = 146_097;

/**
 * The number of a day written `yyyy-MM-dd`, counted from 1970-01-01; null where the calendar has no such day (`2023-02-29`).
 * Days are counted, not moments, so that neither time zone nor summer time moves any.
 */
export function dayNumber(text: string): number | null {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  if (year === '' || Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return null;
  // Years below 100 would be taken for those of the last century.
  return Date.UTC(Number(year) + CYCLE_YEARS, Number(month) - 1, Number(day)) / MS_A_DAY - CYCLE_DAYS;
}

/** The day of that number as `yyyy-MM-dd`; for years from 0 to 9999. */
export function dayText(day: number): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}

/** 0 for a month that the year does not have. */
function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
