import { useRef } from 'preact/hooks';
import type { Steps } from '../../core/collections/steps';
import { useSlicedWork, type SlicedResult, type SlicedWork } from './use-sliced-work';

/** What is wanted soon, about how many items that goes through, and what it is made from. Whoever needs it keeps it. */
export interface Preparation extends Pick<SlicedWork<unknown>, 'items' | 'facts'> {
  readonly begin: () => Steps<unknown>;
}

/** Makes ready in slices what is wanted, and anew when the `facts` are others. */
export function usePreparation(isWanted: boolean, { items, facts, begin }: Preparation): void {
  const kept = useRef<SlicedResult<unknown>>(null);
  useSlicedWork({
    kept,
    question: [isWanted],
    facts,
    items: isWanted ? items : 0,
    *begin(): Steps<unknown> {
      return isWanted ? yield* begin() : null;
    },
  });
}
