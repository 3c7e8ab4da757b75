import { useRef } from 'preact/hooks';
import type { Steps } from '../../core/steps';
import { useSlicedWork, type SlicedResult } from './use-sliced-work';

/** Makes ready in slices what is wanted soon, and anew when the `facts` are others. Whoever needs it keeps it. */
export function usePreparation(isWanted: boolean, facts: readonly unknown[], begin: () => Steps<unknown>): void {
  const kept = useRef<SlicedResult<unknown>>(null);
  useSlicedWork({
    kept,
    question: [isWanted],
    facts,
    *begin(): Steps<unknown> {
      return isWanted ? yield* begin() : null;
    },
  });
}
