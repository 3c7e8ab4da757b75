import { useRef } from 'preact/hooks';
import type { Steps } from '../../core/steps';
import { useSlicedWork, type SlicedResult } from './use-sliced-work';

/** Makes ready in slices what is wanted soon, about so many items, and anew when the `facts` are others. Whoever needs it keeps it. */
export function usePreparation(isWanted: boolean, items: number, facts: readonly unknown[], begin: () => Steps<unknown>): void {
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
