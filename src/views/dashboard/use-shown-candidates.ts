import { useRef } from 'preact/hooks';
import { withoutFilters } from '../../core/dashboard/filter-values';
import { filterCandidates } from '../../core/dashboard/next-model';
import type { NextCandidate, Ranking } from '../../core/dashboard/rank-next';
import { useSlicedWork, type SlicedResult } from '../preact/use-sliced-work';
import { useDashboard } from './dashboard-context';

const NONE: readonly NextCandidate[] = [];

/**
 * The candidates to show; those before while newer ones are being found. The filter by status does not count: all of them are queued, or
 * have no note yet.
 */
export function useShownCandidates(ranking: Ranking): { readonly shown: readonly NextCandidate[]; readonly isWorking: boolean } {
  const { state, statuses, searchTexts: texts } = useDashboard();
  const { search, filters, nextWorks } = state;
  const kept = useRef<SlicedResult<readonly NextCandidate[]>>(null);
  const candidates = nextWorks ? ranking.candidates : ranking.papers;
  const { value, isWorking } = useSlicedWork({
    kept,
    question: [search, filters, nextWorks],
    facts: [ranking, statuses, texts],
    begin: () => filterCandidates(candidates, { search, filters: withoutFilters(filters, ['status']), statuses, texts }),
  });
  return { shown: value ?? NONE, isWorking };
}
