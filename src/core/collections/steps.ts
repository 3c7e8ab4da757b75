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
