import { format, isSameDay, isSameMonth, isSameYear, parseISO } from 'date-fns';
import type { WeekDay } from '../../core/dashboard/reading-progress';
import { dateWordsOf } from '../../language/date-words';

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

/** The days of a language of the app. */
export function dayTexts(language: string): DayTexts {
  const { locale, day, month, spans } = dateWordsOf(language);
  const write = (date: Date, pattern: string): string => format(date, pattern, { locale });
  const spanOf = (from: Date, to: Date): string => {
    if (isSameDay(from, to)) return write(from, day);
    const pattern = isSameMonth(from, to) ? spans.inMonth : isSameYear(from, to) ? spans.inYear : spans.overYears;
    return `${write(from, pattern.from)}${pattern.between}${write(to, pattern.to)}`;
  };
  return {
    day: (text) => write(parseISO(text), day),
    span: (from, to) => spanOf(parseISO(from), parseISO(to)),
    month: (text) => write(parseISO(text), month),
    shortMonth: (text) => write(parseISO(text), 'MMM'),
    // The first Sunday after the beginning of time.
    weekDay: (at) => write(new Date(1970, 0, 4 + at), 'EEEE'),
  };
}
