import type { RefObject } from 'preact';
import { rankNext, type Ranking } from '../../core/dashboard/rank-next';
import type { ScoreWeights } from '../../core/dashboard/score-papers';
import { useSlicedWork, type SlicedResult } from '../preact/use-sliced-work';
import { useDashboard } from './dashboard-context';

export type KeptRanking = SlicedResult<Ranking>;

/**
 * What to read next, ranked once a revision and for each change of the weights; the ranking before while the new one is worked out, null
 * before the first. `kept` holds it while other tabs are shown.
 */
export function useRanking(kept: RefObject<KeptRanking | null>, weights: ScoreWeights): Ranking | null {
  const { library, collator } = useDashboard();
  const thisYear = new Date().getFullYear();
  return useSlicedWork({
    kept,
    question: [weights],
    facts: [library, library.revision, thisYear, collator],
    items: library.papers().length,
    begin: () => rankNext(library, { weights, thisYear, titles: collator }),
  }).value;
}
