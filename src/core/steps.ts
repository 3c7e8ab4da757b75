/** A long piece of work that can be left and taken up again: it yields wherever it may pause, and returns its result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function finishSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How many items a step handles: so few that also costly ones stay far below a frame. */
const ITEMS_A_STEP = 256;

/** The results for all items, in their order. */
export function* mapInSteps<T, R>(items: readonly T[], handle: (item: T, index: number) => R): Steps<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    results.push(handle(item, index));
    if (index % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
  }
  return results;
}

/** The items that pass, in their order. */
export function* filterInSteps<T>(items: readonly T[], passes: (item: T) => boolean): Steps<T[]> {
  const passed: T[] = [];
  for (const [index, item] of items.entries()) {
    if (passes(item)) passed.push(item);
    if (index % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
  }
  return passed;
}

/** The items sorted, equal ones in the order given: short runs by the engine's own sort, then merged. */
export function* sortInSteps<T extends string | number | object>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += ITEMS_A_STEP) {
    runs.push(items.slice(from, from + ITEMS_A_STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* mergeInSteps(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeInSteps<T extends string | number | object>(first: readonly T[], second: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  let next = 0;
  for (const item of second) {
    for (let other = first[next]; other !== undefined && compare(other, item) <= 0; other = first[next]) {
      merged.push(other);
      next += 1;
      if (merged.length % ITEMS_A_STEP === 0) yield;
    }
    merged.push(item);
    if (merged.length % ITEMS_A_STEP === 0) yield;
  }
  return merged.concat(first.slice(next));
}
