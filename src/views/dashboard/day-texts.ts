import type { WeekDay } from '../../core/dashboard/reading-progress';

/** Days (`yyyy-MM-dd`) in the words of a language. */
export interface DayTexts {
  /** `Mar 4, 2024` */
  readonly day: (day: string) => string;
  /** `Mar 4 – Apr 21, 2024` */
  readonly span: (from: string, to: string) => string;
  /** `March 2024` */
  readonly month: (day: string) => string;
  /** `Mar` */
  readonly shortMonth: (day: string) => string;
  /** `Monday` */
  readonly weekDay: (day: WeekDay) => string;
}

/** The days of a language. They are dates without a time, so no time zone may move them. */
export function dayTexts(language: string): DayTexts {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const medium = format({ dateStyle: 'medium' });
  const month = format({ month: 'long', year: 'numeric' });
  const shortMonth = format({ month: 'short' });
  const weekDay = format({ weekday: 'long' });
  const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
  return {
    day: (day) => medium.format(at(day)),
    span: (from, to) => medium.formatRange(at(from), at(to)),
    month: (day) => month.format(at(day)),
    shortMonth: (day) => shortMonth.format(at(day)),
    // The first Sunday after the beginning of time.
    weekDay: (day) => weekDay.format(new Date(Date.UTC(1970, 0, 4 + day))),
  };
}
