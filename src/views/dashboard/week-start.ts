import type { WeekDay } from '../../core/dashboard/reading-progress';

/** Where calendars do not say when a week begins, and by the standard. */
const MONDAY: WeekDay = 1;

/** What the web's calendars say of weeks: a property in older engines, a function in newer ones; 1 for Monday to 7 for Sunday. */
interface WeekInfo {
  readonly firstDay: number;
}
interface LocaleWithWeeks extends Intl.Locale {
  readonly weekInfo?: WeekInfo;
  getWeekInfo?(): WeekInfo;
}

/**
 * The day that weeks begin with in the app's language. A language alone leaves the country open (`en` is taken for the United
 * States), so the first of the system's locales in that language goes before it.
 */
export function weekStartOf(language: string, systemLocales: readonly string[]): WeekDay {
  const [base = ''] = language.split('-');
  const locale: LocaleWithWeeks = new Intl.Locale(systemLocales.find((name) => name.split('-')[0] === base) ?? language);
  const firstDay = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? MONDAY;
  return WEEK_DAYS.find((day) => day === firstDay % 7) ?? MONDAY;
}

const WEEK_DAYS: readonly WeekDay[] = [0, 1, 2, 3, 4, 5, 6];
