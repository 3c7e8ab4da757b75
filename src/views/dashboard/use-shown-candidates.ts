import { useMemo, useRef } from 'preact/hooks';
import { withoutFilters } from '../../core/dashboard/filter-values';
import type { Ranking } from '../../core/dashboard/rank-next';
import { RankingSearch, type ShownCandidates } from '../../core/dashboard/ranking-search';
import type { Preparation } from '../preact/use-preparation';
import { useSlicedWork, type SlicedAnswer, type SlicedResult } from '../preact/use-sliced-work';
import { useDashboard } from './dashboard-context';

const NONE: ShownCandidates = { shown: [], papers: 0 };

/**
 * The candidates to show, those before while newer ones are being found, and what makes a search ready. The filter by status does not count: all of
 * them are queued, or have no note yet.
 */
export function useShownCandidates(ranking: Ranking): ShownCandidates & Omit<SlicedAnswer<ShownCandidates>, 'value'> & { readonly preparation: Preparation } {
  const { state, statuses, searchTexts } = useDashboard();
  const { search, filters, nextWorks } = state;
  const finder = useMemo(() => new RankingSearch(searchTexts), [searchTexts]);
  const kept = useRef<SlicedResult<ShownCandidates>>(null);
  const isNarrowed = search !== '' || Object.values(filters).some((chosen) => chosen.length > 0);
  const { length: items } = nextWorks ? ranking.candidates : ranking.papers;
  const { value, ...answer } = useSlicedWork({
    kept,
    question: [search, filters, nextWorks],
    facts: [ranking, statuses, finder],
    items: isNarrowed ? items : 0,
    begin: () => finder.find(ranking, { search, filters: withoutFilters(filters, ['status']), statuses, withWorks: nextWorks }),
  });
  const preparation = { items, facts: [ranking, nextWorks, finder], begin: () => finder.prepare(ranking, nextWorks) };
  return { ...(value ?? NONE), ...answer, preparation };
}
