import { useRef } from 'preact/hooks';
import { withoutFilters } from '../../core/dashboard/filter-values';
import { filterCandidates } from '../../core/dashboard/next-model';
import type { NextCandidate, Ranking } from '../../core/dashboard/rank-next';
import type { Sequence } from '../../core/sequence';
import { forEachInSteps, type Steps } from '../../core/steps';
import { useSlicedWork, type SlicedAnswer, type SlicedResult } from '../preact/use-sliced-work';
import { useDashboard } from './dashboard-context';

/** The candidates to show, and how many of them are papers. */
interface ShownCandidates {
  readonly shown: Sequence<NextCandidate>;
  readonly papers: number;
}

const NONE: ShownCandidates = { shown: [], papers: 0 };

/**
 * The candidates to show; those before while newer ones are being found. The filter by status does not count: all of them are queued, or
 * have no note yet.
 */
export function useShownCandidates(ranking: Ranking): ShownCandidates & Omit<SlicedAnswer<ShownCandidates>, 'value'> {
  const { state, statuses, searchTexts: texts } = useDashboard();
  const { search, filters, nextWorks } = state;
  const kept = useRef<SlicedResult<ShownCandidates>>(null);
  const candidates: Sequence<NextCandidate> = nextWorks ? ranking.candidates : ranking.papers;
  const isNarrowed = search !== '' || Object.values(filters).some((chosen) => chosen.length > 0);
  const { value, ...answer } = useSlicedWork({
    kept,
    question: [search, filters, nextWorks],
    facts: [ranking, statuses, texts],
    items: isNarrowed ? candidates.length : 0,
    *begin(): Steps<ShownCandidates> {
      const shown = yield* filterCandidates(candidates, { search, filters: withoutFilters(filters, ['status']), statuses, texts });
      if (shown === null) return { shown: candidates, papers: ranking.papers.length };
      let papers = 0;
      yield* forEachInSteps(shown, ({ work }) => {
        if (work === null) papers += 1;
      });
      return { shown, papers };
    },
  });
  return { ...(value ?? NONE), ...answer };
}
