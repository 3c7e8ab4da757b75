import fc from 'fast-check';
import { BREAKDOWN_FIELDS } from '../../../src/core/dashboard/dashboard-state';
import { dayText } from '../../../src/core/dashboard/day-number';
import { filterPapers } from '../../../src/core/dashboard/filter-values';
import { paperMatcher } from '../../../src/core/dashboard/paper-search';
import { doneStatuses, tracePeriod, traceRow, traceUnfinished, traceUnplaced, type PaperTrace } from '../../../src/core/dashboard/paper-trace';
import { measureReading, type WeekDay } from '../../../src/core/dashboard/reading-progress';
import { createSearchTexts } from '../../../src/core/dashboard/search-text';
import { breakDownStatuses } from '../../../src/core/dashboard/status-breakdown';
import type { Paper } from '../../../src/core/papers/paper';
import { DEFAULT_STATUSES, readStatus, type StatusVocabulary } from '../../../src/core/papers/status-vocabulary';
import { aPaper } from '../../support/a-paper';
import { propertyRuns } from '../../support/property-runs';
import { finishSteps } from '../../support/finish-steps';

/** Two statuses that count as read, one of which a search by its name would take for another. */
const STATUSES: StatusVocabulary = [...DEFAULT_STATUSES, { value: 'Läst "x"', label: '', kind: 'done', aliases: [], color: '' }];

/** The papers that the table shows for a trace. */
const shownBy = ({ search, filters }: PaperTrace, papers: readonly Paper[]): readonly Paper[] =>
  filterPapers(papers, { matches: paperMatcher(search, { texts: createSearchTexts(), statuses: STATUSES, citedByCount: () => 0 }), filters });

describe('traces', () => {
  it.each([
    ['2024-03-04', '2024-03-10', 'read:2024-03-04..2024-03-10'],
    ['2024-02-01', '2024-02-29', 'read:2024-02'],
    ['2023-12-01', '2023-12-31', 'read:2023-12'],
    ['2024-02-01', '2024-02-28', 'read:2024-02-01..2024-02-28'],
    ['2024-01-01', '2024-12-31', 'read:2024-01-01..2024-12-31'],
    ['2024-03-18', '2024-03-18', 'read:2024-03-18'],
  ])('from %s to %s should ask for %s, of what is read', (from, to, search) => {
    expect(tracePeriod({ from, to }, STATUSES)).toEqual({ search, filters: { status: ['read', 'Läst "x"'], tag: [], year: [], venue: [], author: [] } });
  });

  const status = fc.constantFrom('todo', 'reading', 'read', 'Done', 'Läst "x"', 'last "x"', 'paused', 'skipped');
  // Around the ends of weeks, months and years, the first likely day, and today.
  const day = fc.oneof(
    fc.integer({ min: 19_700, max: 19_815 }).map(dayText),
    fc.integer({ min: -25_575, max: -25_560 }).map(dayText),
    fc.constantFrom('2024-02-30', '2023-02-29', '2024-00-00', '1024-01-01', '2031-01-01'),
  );
  const anyPaper = fc
    .record({
      written: status,
      readDate: fc.option(day),
      year: fc.option(fc.constantFrom(2019, 2020)),
      venue: fc.option(fc.constantFrom('NeurIPS', 'neurips', 'Läst')),
      tags: fc.array(fc.constantFrom('ml', 'ML/vision', 'ml/vision/3d', 'stats'), { maxLength: 3 }),
    })
    .map(({ written, ...given }): Paper => {
      const { value, kind } = readStatus(STATUSES, written);
      return { ...aPaper(given), status: value, statusKind: kind };
    });
  const papersOf = fc.array(anyPaper, { maxLength: 25 });

  it('should show as many papers as every number of the reading says', () => {
    const weekStart = fc.constantFrom<WeekDay>(0, 1, 6);
    fc.assert(
      fc.property(papersOf, fc.integer({ min: 19_760, max: 19_800 }).map(dayText), weekStart, (papers, today, start) => {
        const progress = finishSteps(measureReading(papers, today, start));
        const { weeks, months, thisWeek, thisMonth, thisYear, all, streak, longestStreak, unfinished } = progress;
        const streaks = [streak, longestStreak].filter((run) => run !== null);
        // Most of a hundred years is empty: of the weeks without reading a few will do.
        const empty = weeks.filter((week) => week.count === 0).slice(-5);
        for (const period of [...weeks.filter((week) => week.count > 0), ...empty, ...months.filter((month) => month.count > 0), thisWeek, thisMonth, thisYear, all, ...streaks]) {
          expect([period, shownBy(tracePeriod(period, STATUSES), papers).length]).toEqual([period, period.count]);
        }
        for (const which of ['undated', 'future', 'early', 'invalid'] as const) {
          expect([which, shownBy(traceUnplaced(which, today, STATUSES), papers).length]).toEqual([which, progress[which]]);
        }
        if (unfinished.count > 0) expect(shownBy(traceUnfinished(unfinished.statuses), papers)).toHaveLength(unfinished.count);
        // Every read paper is in one of the numbers.
        const read = papers.filter((paper) => paper.statusKind === 'done').length;
        expect(all.count + progress.undated + progress.future + progress.early + progress.invalid).toBe(read);
        for (const periods of [weeks, months]) expect(periods.reduce((sum, period) => sum + period.count, 0)).toBe(all.count);
      }),
      propertyRuns(300),
    );
  });

  it('should show as many papers as every number of a breakdown says', () => {
    fc.assert(
      fc.property(papersOf, fc.constantFrom(...BREAKDOWN_FIELDS), (papers, field) => {
        for (const row of finishSteps(breakDownStatuses(papers, field, STATUSES))) {
          const numbers = [
            [row.count, traceRow(field, row)],
            ...row.parts.map((part) => [part.count, traceRow(field, row, part.statuses)] as const),
            ...(row.read > 0 ? [[row.read, traceRow(field, row, doneStatuses(STATUSES))] as const] : []),
          ] as const;
          for (const [count, trace] of numbers) expect([trace, shownBy(trace, papers).length]).toEqual([trace, count]);
          expect(row.parts.reduce((sum, part) => sum + part.count, 0)).toBe(row.count);
        }
      }),
      propertyRuns(300),
    );
  });
});
