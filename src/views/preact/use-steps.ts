import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Steps } from '../../core/steps';

/** How long, in milliseconds, the work may hold up what else there is to do. */
const SLICE_MS = 8;

interface Work<T> {
  readonly steps: Steps<T>;
  readonly question: readonly unknown[];
  readonly facts: readonly unknown[];
}

/** The last finished answer, and whether a newer one is being worked on. */
export interface StepsAnswer<T> {
  /** Null before the first answer. */
  readonly value: T | null;
  readonly isWorking: boolean;
}

/**
 * Answers a question in slices that never hold up typing or scrolling; what is small is answered at once. Another `question`
 * drops the work on the last one. Other `facts` do not: while a library is being read they change all the time, so the work is
 * finished on those it began with and then begun anew.
 */
export function useSteps<T>(begin: () => Steps<T>, question: readonly unknown[], facts: readonly unknown[]): StepsAnswer<T> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const answered = useRef<{ readonly value: T; readonly question: readonly unknown[]; readonly facts: readonly unknown[] } | null>(null);
  const work = useRef<Work<T> | null>(null);

  const isAnswered = answered.current !== null && areSame(answered.current.question, question) && areSame(answered.current.facts, facts);
  if (isAnswered) work.current = null;
  else if (work.current === null || !areSame(work.current.question, question)) {
    work.current = { steps: begin(), question, facts };
    runSlice(work, answered);
  }

  useEffect(() => {
    if (work.current === null) return;
    const goOn = (): void => {
      runSlice(work, answered);
      if (work.current === null) redraw(undefined);
      else timer = window.setTimeout(goOn, 0);
    };
    let timer = window.setTimeout(goOn, 0);
    return () => {
      window.clearTimeout(timer);
    };
  });

  return { value: answered.current?.value ?? null, isWorking: work.current !== null };
}

interface Ref<T> {
  current: T | null;
}

function runSlice<T>(work: Ref<Work<T>>, answered: Ref<{ value: T; question: readonly unknown[]; facts: readonly unknown[] }>): void {
  if (work.current === null) return;
  const { steps, question, facts } = work.current;
  const end = performance.now() + SLICE_MS;
  do {
    const step = steps.next();
    if (step.done === true) {
      answered.current = { value: step.value, question, facts };
      work.current = null;
      return;
    }
  } while (performance.now() < end);
}

const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean => some.length === others.length && some.every((part, index) => part === others[index]);
