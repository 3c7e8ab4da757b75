import type { RefObject } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';

/** The first slice is part of drawing: what is done within it, as most is, is there at once. */
const FIRST_SLICE_MS = 16;
const SLICE_MS = 8;

/** A result with what it was made from. */
export interface SlicedResult<T> {
  readonly inputs: readonly unknown[];
  readonly value: T;
}

/**
 * The result of a long work, done anew when `inputs` change (compared one by one): as it was the last time while the new one is worked
 * out, null before the first. The work yields now and then, and other tasks get their turn in between. One that is begun is ended, also
 * where the inputs change meanwhile, so that frequent changes never keep it from ever ending. `kept` holds the result; where it outlives
 * the component, so does the result.
 */
export function useSlicedWork<T>(kept: RefObject<SlicedResult<T> | null>, inputs: readonly unknown[], begin: () => Generator<undefined, T>): T | null {
  const running = useRef<{ readonly inputs: readonly unknown[]; readonly steps: Generator<undefined, T> } | null>(null);
  const failure = useRef<{ readonly error: unknown } | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  /** Goes on for a slice; true when the work is done, or failed. */
  const goOn = (milliseconds: number): boolean => {
    const work = running.current;
    if (work === null) return true;
    const end = performance.now() + milliseconds;
    try {
      do {
        const step = work.steps.next();
        if (step.done !== true) continue;
        kept.current = { inputs: work.inputs, value: step.value };
        running.current = null;
        return true;
      } while (performance.now() < end);
      return false;
    } catch (error) {
      running.current = null;
      failure.current = { error };
      return true;
    }
  };

  if (running.current === null && failure.current === null && !areSame(kept.current?.inputs, inputs)) {
    running.current = { inputs, steps: begin() };
    goOn(FIRST_SLICE_MS);
  }

  if (failure.current !== null) {
    // Thrown where a boundary catches it; drawn again, the work begins anew.
    const { error } = failure.current;
    failure.current = null;
    throw error;
  }

  useEffect(() => {
    if (running.current === null) return undefined;
    const work = (): void => {
      if (goOn(SLICE_MS)) redraw(undefined);
      else timer = window.setTimeout(work, 0);
    };
    let timer = window.setTimeout(work, 0);
    return () => {
      window.clearTimeout(timer);
    };
  });

  return kept.current?.value ?? null;
}

function areSame(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  return a !== undefined && a.length === b.length && a.every((item, at) => Object.is(item, b[at]));
}
