import type { RefObject } from 'preact';
import { rankNext, type Ranking } from '../../core/dashboard/rank-next';
import type { ScoreWeights } from '../../core/dashboard/score-papers';
import type { Paper } from '../../core/paper';
import { mapInSteps, type Steps } from '../../core/steps';
import { useSlicedWork, type SlicedResult } from '../preact/use-sliced-work';
import { useDashboard } from './dashboard-context';

/** A ranking, and the papers of its candidates by themselves. */
export interface RankedPapers extends Ranking {
  readonly queued: readonly Paper[];
}

export type KeptRanking = SlicedResult<RankedPapers>;

/**
 * What to read next, ranked once a revision and for each change of the weights; the ranking before while the new one is worked out, null
 * before the first. `kept` holds it while other tabs are shown.
 */
export function useRanking(kept: RefObject<KeptRanking | null>, weights: ScoreWeights): RankedPapers | null {
  const { library, collator } = useDashboard();
  const thisYear = new Date().getFullYear();
  return useSlicedWork({
    kept,
    question: [weights],
    facts: [library, library.revision, thisYear, collator],
    items: library.papers().length,
    *begin(): Steps<RankedPapers> {
      const ranking = yield* rankNext(library, { weights, thisYear, titles: collator });
      return { ...ranking, queued: yield* mapInSteps(ranking.papers, ({ paper }) => paper) };
    },
  }).value;
}
