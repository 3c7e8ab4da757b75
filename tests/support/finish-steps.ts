import type { Steps } from '../../src/core/collections/steps';

/** Does a work that can pause at once. */
export function finishSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
