// Not from the whole of date-fns, which would ask for this file before it has them.
import { lightFormatters } from 'date-fns/lightFormat';
import type { Locale } from 'date-fns';

type Formatter = (date: Date, token: string, localize: Locale['localize']) => string;

/** Stands in for what date-fns writes for the letters of a pattern: those alone that stand in the patterns of `language/date-words.ts`, and numbers. */
export const formatters: Readonly<Record<string, Formatter>> = {
  ...lightFormatters,
  M: (date, token, localize) =>
    token.length < 3 ? lightFormatters.M(date, token) : localize.month(date.getMonth() as 0, { width: token === 'MMM' ? 'abbreviated' : 'wide', context: 'formatting' }),
  E: (date, _token, localize) => localize.day(date.getDay() as 0, { width: 'wide', context: 'formatting' }),
  a: (date, _token, localize) => localize.dayPeriod(date.getHours() < 12 ? 'am' : 'pm', { width: 'abbreviated', context: 'formatting' }),
};
