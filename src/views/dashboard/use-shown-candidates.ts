import { useMemo } from 'preact/hooks';
import { withoutFilters } from '../../core/dashboard/filter-values';
import { filterCandidates } from '../../core/dashboard/next-model';
import { paperMatcher } from '../../core/dashboard/paper-search';
import type { NextCandidate, Ranking } from '../../core/dashboard/rank-next';
import { useDashboard } from './dashboard-context';

/** The candidates to show. The filter by status does not count: all of them are queued, or have no note yet. */
export function useShownCandidates(ranking: Ranking): readonly NextCandidate[] {
  const { library, state, statuses, searchTexts } = useDashboard();
  const { search, filters, nextWorks } = state;
  return useMemo(() => {
    const candidates = nextWorks ? ranking.candidates : ranking.papers;
    let works: ReadonlyMap<string, number> | null = null;
    const citedByCount = (path: string): number => {
      works ??= new Map(candidates.flatMap(({ work }) => (work === null ? [] : [[work.key, work.citedBy]])));
      return works.get(path) ?? library.citedByCount(path);
    };
    return filterCandidates(candidates, { matches: paperMatcher(search, { texts: searchTexts, statuses, citedByCount }), filters: withoutFilters(filters, ['status']) });
  }, [ranking, nextWorks, search, filters, statuses, searchTexts, library]);
}
