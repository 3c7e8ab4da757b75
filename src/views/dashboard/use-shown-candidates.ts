import { useMemo } from 'preact/hooks';
import { withoutFilters } from '../../core/dashboard/filter-values';
import { filterCandidates, numberCandidates, type RankedCandidate } from '../../core/dashboard/next-model';
import { paperMatcher } from '../../core/dashboard/paper-search';
import type { Ranking } from '../../core/dashboard/rank-next';
import type { Paper } from '../../core/paper';
import { useDashboard } from './dashboard-context';

export interface ShownCandidates {
  /** After search and filters. */
  readonly shown: readonly RankedCandidate[];
  /** The queued papers that the list is about, whatever search and filters leave of them. */
  readonly papers: readonly Paper[];
  readonly shownPapers: number;
}

/** The candidates to show. The filter by status does not count: all of them are queued, or have no note yet. */
export function useShownCandidates(ranking: Ranking): ShownCandidates {
  const { library, state, statuses, searchTexts } = useDashboard();
  const { search, filters, nextWorks } = state;
  const ranked = useMemo(() => numberCandidates(ranking, nextWorks), [ranking, nextWorks]);
  const papers = useMemo(() => ranking.candidates.flatMap((candidate) => (candidate.work === null ? [candidate.paper] : [])), [ranking]);
  const citedBy = useMemo(() => new Map(ranked.map(({ candidate }) => [candidate.paper.path, candidate.facts.citedBy])), [ranked]);
  const shown = useMemo(() => {
    const matches = paperMatcher(search, { texts: searchTexts, statuses, citedByCount: (path) => citedBy.get(path) ?? library.citedByCount(path) });
    return filterCandidates(ranked, { matches, filters: withoutFilters(filters, ['status']) });
  }, [ranked, citedBy, search, filters, statuses, searchTexts, library]);
  const shownPapers = useMemo(() => shown.filter(({ candidate }) => candidate.work === null).length, [shown]);
  return { shown, papers, shownPapers };
}
