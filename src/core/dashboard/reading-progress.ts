import type { Paper } from '../papers/paper';
import { forEachInSteps, type Steps } from '../collections/steps';
import { dayNumber, dayText } from './day-number';

/** Days from the first to the last, both included (`yyyy-MM-dd`), and the papers read on them. */
export interface ReadPeriod {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Weeks in a row, each with at least one paper read. */
export interface ReadingStreak extends ReadPeriod {
  readonly weeks: number;
}

/** A day of the week as calendars of JavaScript count: 0 for Sunday, 1 for Monday. */
export type WeekDay = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * When papers were read. Read is a paper whose status is of kind done, on the day in its note; the numbers of those that cannot
 * be placed in time stand apart, so that none is counted in silence.
 */
export interface ReadingProgress {
  /** From the week of the first day of reading to this one, without a gap, the oldest first; none where nothing was read. */
  readonly weeks: readonly ReadPeriod[];
  readonly months: readonly ReadPeriod[];
  /** From their first day until today. */
  readonly thisWeek: ReadPeriod;
  readonly thisMonth: ReadPeriod;
  readonly thisYear: ReadPeriod;
  /** From the first day of reading until today. */
  readonly all: ReadPeriod;
  /** The run of weeks that goes on: a week that has only begun does not end it. Null where the last week was without reading. */
  readonly streak: ReadingStreak | null;
  /** The longest run, of several the latest. */
  readonly longestStreak: ReadingStreak | null;
  /** Read papers without a day. */
  readonly undated: number;
  /** Read papers with a day after today, with one that is too early to be true, and with one that the calendar does not have. */
  readonly future: number;
  readonly early: number;
  readonly invalid: number;
  /** Papers with a day of reading that are not read by their status, and the statuses that they have. */
  readonly unfinished: { readonly count: number; readonly statuses: readonly string[] };
}

/** A day of reading before this one is a slip of the pen. */
export const FIRST_LIKELY_DAY = '1900-01-01';

/** Weekday of 1970-01-01, a Thursday. */
const FIRST_WEEKDAY = 4;

/**
 * Places the read papers in time. `today` is `yyyy-MM-dd`; weeks begin with `weekStart`. One pass over the papers, all else goes
 * by days.
 */
export function* measureReading(papers: readonly Paper[], today: string, weekStart: WeekDay): Steps<ReadingProgress> {
  const found = yield* countDays(papers);
  const now = dayNumber(today) ?? 0;
  const start = dayNumber(FIRST_LIKELY_DAY) ?? 0;
  const days: ReadDay[] = [];
  let [future, early, invalid] = [0, 0, 0];
  for (const [text, count] of found.days) {
    const day = dayNumber(text);
    if (day === null) invalid += count;
    else if (day > now) future += count;
    else if (day < start) early += count;
    else days.push({ day, text, count });
  }
  const firstOfWeek = (day: number): number => day - ((((day + FIRST_WEEKDAY - weekStart) % 7) + 7) % 7);
  let first = now;
  for (const { day } of days) first = Math.min(first, day);
  const weeks = layOutWeeks(days, firstOfWeek(first), now, start);
  const since = (from: number): ReadPeriod => {
    let count = 0;
    for (const read of days) if (read.day >= from) count += read.count;
    return { from: dayText(from), to: today, count };
  };
  const runs = findRuns(weeks);
  const last = runs[runs.length - 1];
  return {
    weeks: days.length === 0 ? [] : weeks,
    months: days.length === 0 ? [] : layOutMonths(days, dayText(first), today),
    thisWeek: since(firstOfWeek(now)),
    thisMonth: since(dayNumber(`${today.slice(0, 7)}-01`) ?? now),
    thisYear: since(dayNumber(`${today.slice(0, 4)}-01-01`) ?? now),
    all: since(first),
    streak: last !== undefined && last.end >= weeks.length - 2 ? last.streak : null,
    longestStreak: runs.reduce<ReadingStreak | null>((longest, { streak }) => (longest === null || streak.weeks >= longest.weeks ? streak : longest), null),
    undated: found.undated,
    future,
    early,
    invalid,
    unfinished: found.unfinished,
  };
}

/** A day on which papers were read. */
interface ReadDay {
  readonly day: number;
  readonly text: string;
  readonly count: number;
}

interface FoundDays {
  readonly days: ReadonlyMap<string, number>;
  readonly undated: number;
  readonly unfinished: ReadingProgress['unfinished'];
}

function* countDays(papers: readonly Paper[]): Steps<FoundDays> {
  const days = new Map<string, number>();
  const statuses = new Set<string>();
  let undated = 0;
  let unfinished = 0;
  yield* forEachInSteps(papers, ({ readDate, status, statusKind }) => {
    if (statusKind !== 'done') {
      if (readDate === null) return;
      unfinished += 1;
      statuses.add(status);
    } else if (readDate === null) undated += 1;
    else days.set(readDate, (days.get(readDate) ?? 0) + 1);
  });
  return { days, undated, unfinished: { count: unfinished, statuses: [...statuses].sort() } };
}

function layOutWeeks(days: readonly ReadDay[], firstWeek: number, now: number, earliest: number): readonly ReadPeriod[] {
  const counts = new Array<number>(Math.floor((now - firstWeek) / 7) + 1).fill(0);
  for (const { day, count } of days) {
    const at = Math.floor((day - firstWeek) / 7);
    counts[at] = (counts[at] ?? 0) + count;
  }
  return counts.map((count, at) => {
    const from = firstWeek + at * 7;
    return { from: dayText(Math.max(earliest, from)), to: dayText(Math.min(now, from + 6)), count };
  });
}

function layOutMonths(days: readonly ReadDay[], first: string, today: string): readonly ReadPeriod[] {
  const counts = new Map<string, number>();
  for (const { text, count } of days) {
    const month = text.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + count);
  }
  const months: ReadPeriod[] = [];
  const last = today.slice(0, 7);
  for (let month = first.slice(0, 7); month <= last; ) {
    const next = monthAfter(month);
    const to = month === last ? today : dayText((dayNumber(`${next}-01`) ?? 0) - 1);
    months.push({ from: `${month}-01`, to, count: counts.get(month) ?? 0 });
    month = next;
  }
  return months;
}

function monthAfter(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return number === '12' ? `${String(Number(year) + 1).padStart(4, '0')}-01` : `${year}-${String(Number(number) + 1).padStart(2, '0')}`;
}

/** Runs of weeks with reading, each with the place of its last week. */
function findRuns(weeks: readonly ReadPeriod[]): readonly { readonly end: number; readonly streak: ReadingStreak }[] {
  const runs: { readonly end: number; readonly streak: ReadingStreak }[] = [];
  weeks.forEach(({ from, to, count }, at) => {
    if (count === 0) return;
    const last = runs[runs.length - 1];
    if (last?.end !== at - 1) runs.push({ end: at, streak: { from, to, count, weeks: 1 } });
    else runs[runs.length - 1] = { end: at, streak: { from: last.streak.from, to, count: last.streak.count + count, weeks: last.streak.weeks + 1 } };
  });
  return runs;
}
