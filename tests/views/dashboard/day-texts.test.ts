import { dayTexts } from '../../../src/views/dashboard/day-texts';

const WEEK_DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** A day of every month of two years, and the ends of some. */
const DAYS = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-12-31', ...Array.from({ length: 24 }, (_, at) => `${String(2023 + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-09`)];

describe('the texts of days', () => {
  it('should write English days as calendars do', () => {
    const texts = dayTexts('en');
    const calendar = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
    const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
    expect(DAYS.map(texts.day)).toEqual(DAYS.map((day) => calendar({ dateStyle: 'medium' }).format(at(day))));
    expect(DAYS.map(texts.month)).toEqual(DAYS.map((day) => calendar({ month: 'long', year: 'numeric' }).format(at(day))));
    expect(DAYS.map(texts.shortMonth)).toEqual(DAYS.map((day) => calendar({ month: 'short' }).format(at(day))));
    // Node's calendars have thin spaces in spans, those of the app have not.
    const pairs = DAYS.flatMap((from) => DAYS.filter((to) => from <= to).map((to) => [from, to] as const));
    expect(pairs.map(([from, to]) => texts.span(from, to))).toEqual(pairs.map(([from, to]) => calendar({ dateStyle: 'medium' }).formatRange(at(from), at(to)).replaceAll('\u2009', ' ')));
    expect(WEEK_DAYS.map(texts.weekDay)).toEqual(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']);
  });

  it.each([
    ['en-GB', '4 Mar 2024', ['4–10 Mar 2024', '4 Mar – 21 Apr 2024', '4 Dec 2023 – 21 Apr 2024'], 'March 2024', 'Mar', 'Monday'],
    ['zh', '2024年3月4日', ['2024年3月4日至10日', '2024年3月4日至4月21日', '2023年12月4日至2024年4月21日'], '2024年3月', '3月', '星期一'],
    // What is not translated is said in English, and so are its days.
    ['de', 'Mar 4, 2024', ['Mar 4 – 10, 2024', 'Mar 4 – Apr 21, 2024', 'Dec 4, 2023 – Apr 21, 2024'], 'March 2024', 'Mar', 'Monday'],
  ])('should write them as %s does', (language, day, spans, month, shortMonth, weekDay) => {
    const texts = dayTexts(language);
    expect(texts.day('2024-03-04')).toBe(day);
    expect([texts.span('2024-03-04', '2024-03-10'), texts.span('2024-03-04', '2024-04-21'), texts.span('2023-12-04', '2024-04-21')]).toEqual(spans);
    expect([texts.month('2024-03-04'), texts.shortMonth('2024-03-04'), texts.weekDay(1)]).toEqual([month, shortMonth, weekDay]);
  });
});
