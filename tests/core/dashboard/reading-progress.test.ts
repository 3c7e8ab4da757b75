import { measureReading, type ReadPeriod, type WeekDay } from '../../../src/core/dashboard/reading-progress';
import { aPaper } from '../../support/a-paper';
import { finishSteps } from '../../support/finish-steps';

const TODAY = '2024-03-20';
const MONDAY = 1;

/** Papers with the status of the first word, read on the day of the second. */
const papersOf = (...sketches: string[]) =>
  sketches.map((sketch, at) => {
    const [status = '', readDate] = sketch.split(' ');
    return aPaper({ title: `Paper ${String(at)}`, status, readDate: readDate ?? null });
  });
const read = (...days: string[]) => papersOf(...days.map((day) => `read ${day}`));
const measure = (papers: ReturnType<typeof read>, today = TODAY, weekStart: WeekDay = MONDAY) => finishSteps(measureReading(papers, today, weekStart));
const shown = (periods: readonly ReadPeriod[]): string[] => periods.map(({ from, to, count }) => `${from}..${to} ${String(count)}`);

describe('measureReading', () => {
  it('should count papers a week from the first to this one, and show weeks without any', () => {
    const { weeks } = measure(read('2024-03-20', '2024-03-18', '2024-03-03', '2024-02-26', '2024-02-26'));
    expect(shown(weeks)).toEqual(['2024-02-26..2024-03-03 3', '2024-03-04..2024-03-10 0', '2024-03-11..2024-03-17 0', '2024-03-18..2024-03-20 2']);
  });

  it.each<[WeekDay, string[]]>([
    [0, ['2024-03-10..2024-03-16 1', '2024-03-17..2024-03-20 1']],
    [1, ['2024-03-11..2024-03-17 2', '2024-03-18..2024-03-20 0']],
    [6, ['2024-03-16..2024-03-20 2']],
  ])('should begin weeks with day %i', (weekStart, weeks) => {
    expect(shown(measure(read('2024-03-16', '2024-03-17'), TODAY, weekStart).weeks)).toEqual(weeks);
  });

  it('should count papers a month over the end of a year, and show months without any', () => {
    const { months } = measure(read('2023-11-30', '2024-01-01', '2024-01-31', '2024-03-01'));
    expect(shown(months)).toEqual(['2023-11-01..2023-11-30 1', '2023-12-01..2023-12-31 0', '2024-01-01..2024-01-31 2', '2024-02-01..2024-02-29 0', '2024-03-01..2024-03-20 1']);
  });

  it('should say what was read this week, month and year, and in all', () => {
    const { thisWeek, thisMonth, thisYear, all } = measure(read('2024-03-19', '2024-03-17', '2024-02-01', '2023-12-31'));
    expect(shown([thisWeek, thisMonth, thisYear, all])).toEqual(['2024-03-18..2024-03-20 1', '2024-03-01..2024-03-20 2', '2024-01-01..2024-03-20 3', '2023-12-31..2024-03-20 4']);
  });

  it('should count what is read by its status alone, and set the other days apart with their statuses', () => {
    const { thisWeek, unfinished, undated } = measure(papersOf('read 2024-03-19', 'done 2024-03-19', 'todo 2024-03-19', 'paused 2024-03-18', 'todo 2024-02-31', 'reading', 'read', 'finished'));
    expect(thisWeek.count).toBe(2);
    expect(unfinished).toEqual({ count: 3, statuses: ['paused', 'todo'] });
    expect(undated).toBe(2);
  });

  it('should set doubtful days apart', () => {
    const progress = measure(read('2024-03-21', '2025-01-01', '1899-12-31', '1024-03-05', '2023-02-29', '2024-13-01', '2024-03-20'));
    expect([progress.future, progress.early, progress.invalid, progress.all.count]).toEqual([2, 2, 2, 1]);
    expect(shown(progress.weeks)).toEqual(['2024-03-18..2024-03-20 1']);
  });

  it('should have no days before the first likely one in its week', () => {
    expect(measure(read('1900-01-01', '1899-12-31'), '1900-01-03', 0).weeks).toEqual([{ from: '1900-01-01', to: '1900-01-03', count: 1 }]);
  });

  it('should have no history where nothing was read on a day', () => {
    const { weeks, months, streak, longestStreak, thisYear } = measure(papersOf('read', 'todo 2024-03-01', 'read 2024-04-01'));
    expect([weeks, months, streak, longestStreak, thisYear.count]).toEqual([[], [], null, null, 0]);
  });

  it.each([
    ['this week and the ones before', ['2024-03-20', '2024-03-11', '2024-03-12', '2024-03-04'], '3 weeks 2024-03-04..2024-03-20 4'],
    ['until last week, since this one has only begun', ['2024-03-11', '2024-03-04'], '2 weeks 2024-03-04..2024-03-17 2'],
    ['this week alone, after a gap', ['2024-03-18', '2024-03-04'], '1 weeks 2024-03-18..2024-03-20 1'],
    ['none after a whole week without reading', ['2024-03-10', '2024-03-04'], null],
  ])('should know the streak: %s', (_, days, expected) => {
    const { streak } = measure(read(...days));
    expect(streak === null ? null : `${String(streak.weeks)} weeks ${shown([streak])[0] ?? ''}`).toBe(expected);
  });

  it.each([
    ['one that ended', ['2024-01-01', '2024-01-08', '2024-01-15', '2024-03-20'], '3 weeks 2024-01-01..2024-01-21 3'],
    ['the one that goes on', ['2024-01-01', '2024-03-11', '2024-03-20'], '2 weeks 2024-03-11..2024-03-20 2'],
    ['of two the later', ['2024-01-01', '2024-01-08', '2024-02-05', '2024-02-12'], '2 weeks 2024-02-05..2024-02-18 2'],
  ])('should know the longest streak: %s', (_, days, expected) => {
    const { longestStreak } = measure(read(...days));
    expect(longestStreak === null ? null : `${String(longestStreak.weeks)} weeks ${shown([longestStreak])[0] ?? ''}`).toBe(expected);
  });

  it('should go by the day it is given', () => {
    const papers = read('2024-03-20', '2024-03-25');
    expect(measure(papers, '2024-03-24').thisWeek).toEqual({ from: '2024-03-18', to: '2024-03-24', count: 1 });
    expect(measure(papers, '2024-03-25').thisWeek).toEqual({ from: '2024-03-25', to: '2024-03-25', count: 1 });
  });
});
