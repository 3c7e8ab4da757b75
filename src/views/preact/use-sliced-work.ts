import type { RefObject } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Steps } from '../../core/collections/steps';
import { TaskChannel } from '../../vault/slices';

/**
 * How long a slice may hold up what else there is to do, in milliseconds: so short that one in which garbage is collected, which takes 40 ms with
 * 50,000 papers, stays below what one feels.
 */
const SLICE_MS = 5;
/** The first one is part of drawing, unless so many items are gone through that it would answer nothing, and only hold up the drawing. */
const FIRST_SLICE_MS = 4;
const MANY_ITEMS = 5_000;

/** A result with what it was made from. */
export interface SlicedResult<T> {
  readonly value: T;
  readonly question: readonly unknown[];
  readonly facts: readonly unknown[];
}

export interface SlicedWork<T> {
  /** Holds the result; where it outlives the component, so does the result. */
  readonly kept: RefObject<SlicedResult<T> | null>;
  /** Another one (compared part by part) drops the work on the last. */
  readonly question: readonly unknown[];
  /** Other ones do not: while a library is being read they change all the time, so that the work is ended and then begun anew. */
  readonly facts: readonly unknown[];
  /** About how many items the work goes through. */
  readonly items: number;
  readonly begin: () => Steps<T>;
}

/** The last result, and whether a newer one is being worked out. */
export interface SlicedAnswer<T> {
  /** Null before the first. */
  readonly value: T | null;
  /** What it answers; empty before the first. */
  readonly question: readonly unknown[];
  readonly isWorking: boolean;
}

/**
 * The result of a long work, done in slices between which other tasks get their turn; what is short is there at once. What the
 * work throws is thrown where it is drawn, so that a boundary catches it; drawn again, the work begins anew.
 */
export function useSlicedWork<T>({ kept, question, facts, items, begin }: SlicedWork<T>): SlicedAnswer<T> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const running = useRef<{ readonly steps: Steps<T>; readonly question: readonly unknown[]; readonly facts: readonly unknown[] } | null>(null);
  const isUndrawn = useRef(false);
  const failure = useRef<{ readonly error: unknown } | null>(null);

  /** Goes on for a slice; true when the work is done, or failed. */
  const goOn = (milliseconds: number): boolean => {
    const work = running.current;
    if (work === null) return true;
    const end = performance.now() + milliseconds;
    try {
      do {
        const step = work.steps.next();
        if (step.done !== true) continue;
        kept.current = { value: step.value, question: work.question, facts: work.facts };
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

  isUndrawn.current = false;
  const isAnswered = kept.current !== null && areSame(kept.current.question, question) && areSame(kept.current.facts, facts);
  if (isAnswered) running.current = null;
  else if (failure.current === null && (running.current === null || !areSame(running.current.question, question))) {
    running.current = { steps: begin(), question, facts };
    if (items < MANY_ITEMS) goOn(FIRST_SLICE_MS);
  }

  if (failure.current !== null) {
    const { error } = failure.current;
    failure.current = null;
    throw error;
  }

  useEffect(() => {
    if (running.current === null && !isUndrawn.current) return undefined;
    let isOver = false;
    const tasks = new TaskChannel();
    const work = async (): Promise<void> => {
      for (;;) {
        await tasks.next();
        if (isOver) return;
        // Drawing what was found is a task of its own.
        if (isUndrawn.current || running.current === null) break;
        isUndrawn.current = goOn(SLICE_MS);
      }
      tasks.close();
      if (isUndrawn.current) redraw(undefined);
    };
    void work();
    return () => {
      isOver = true;
      tasks.close();
    };
  });

  return { value: kept.current?.value ?? null, question: kept.current?.question ?? [], isWorking: running.current !== null };
}

const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean => some.length === others.length && some.every((part, at) => Object.is(part, others[at]));
