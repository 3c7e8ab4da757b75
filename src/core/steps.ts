/** A long piece of work that can be left and taken up again: it yields wherever it may pause, and returns its result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How many items a step handles: so few that also costly ones stay far below a frame. */
const ITEMS_A_STEP = 256;

/** The result of work that is small enough to be done at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Handles all items, in their order. */
export function* forEachInSteps<T extends Item>(items: readonly T[], handle: (item: T, index: number) => void): Steps<void> {
  for (let from = 0; from < items.length; from += ITEMS_A_STEP) {
    handleSome(items, from, handle);
    if (from + ITEMS_A_STEP <= items.length) yield;
  }
}

/** What can be handled in steps: anything but `undefined`, which is what a list has where it has nothing. */
type Item = string | number | boolean | object | null;

/**
 * Apart, since engines do not optimize a loop in a generator as they do elsewhere: for 233,000 items that costs 30 ms. Counted, since V8 makes an
 * object for each item that it iterates over where lists of several kinds come along.
 */
function handleSome<T extends Item>(items: readonly T[], from: number, handle: (item: T, index: number) => void): void {
  const to = Math.min(from + ITEMS_A_STEP, items.length);
  for (let index = from; index < to; index += 1) {
    const item = items[index];
    if (item !== undefined) handle(item, index);
  }
}

/** The results for all items, in their order. */
export function* mapInSteps<T extends Item, R>(items: readonly T[], handle: (item: T, index: number) => R): Steps<R[]> {
  const results: R[] = [];
  yield* forEachInSteps(items, (item, index) => {
    results.push(handle(item, index));
  });
  return results;
}

/** The items that pass, in their order. */
export function* filterInSteps<T extends Item>(items: readonly T[], passes: (item: T) => boolean): Steps<T[]> {
  const passed: T[] = [];
  yield* forEachInSteps(items, (item) => {
    if (passes(item)) passed.push(item);
  });
  return passed;
}

/**
 * The items sorted as `Array.sort` would, equal ones in the order given: short runs by the engine's own sort, then merged. What
 * is sorted already costs little.
 */
export function* sortInSteps<T extends string | number | object>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  let sorted: T[] = [];
  for (let from = 0; from < items.length; from += ITEMS_A_STEP) {
    for (const item of items.slice(from, from + ITEMS_A_STEP).sort(compare)) sorted.push(item);
    yield;
  }
  for (let run = ITEMS_A_STEP; run < items.length; run *= 2) {
    const merged: T[] = [];
    for (let from = 0; from < sorted.length; from += 2 * run) yield* mergeInSteps(sorted, from, run, merged, compare);
    sorted = merged;
  }
  return sorted;
}

/** Appends the run that begins at `from` and the one after it, merged. */
function* mergeInSteps<T extends string | number | object>(sorted: readonly T[], from: number, run: number, merged: T[], compare: (a: T, b: T) => number): Steps<void> {
  const leftEnd = Math.min(from + run, sorted.length);
  const rightEnd = Math.min(leftEnd + run, sorted.length);
  let left = from;
  // Runs that are in order where they meet are one already.
  let right = areInOrder(sorted[leftEnd - 1], sorted[leftEnd], compare) ? rightEnd : leftEnd;
  for (let taken = from; taken < rightEnd; taken += 1) {
    if (taken % ITEMS_A_STEP === 0) yield;
    const a = left < leftEnd || right === rightEnd ? sorted[left] : undefined;
    const b = right < rightEnd ? sorted[right] : undefined;
    const takesLeft = a !== undefined && (b === undefined || compare(a, b) <= 0);
    const next = takesLeft ? a : b;
    if (next !== undefined) merged.push(next);
    if (takesLeft) left += 1;
    else right += 1;
  }
}

const areInOrder = <T>(a: T | undefined, b: T | undefined, compare: (a: T, b: T) => number): boolean => a === undefined || b === undefined || compare(a, b) <= 0;
