const RUN = 128;
const STEP = 512;

/**
 * Sorts into a new list as `Array.sort` would, equal items in the order given; what is sorted already costs little. Yields now and then:
 * unlike that one, it can be done in slices, whatever comparing costs.
 */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<undefined, readonly T[]> {
  let sorted: T[] = [];
  for (let from = 0; from < items.length; from += RUN) {
    for (const item of items.slice(from, from + RUN).sort(compare)) sorted.push(item);
    yield;
  }
  for (let run = RUN; run < items.length; run *= 2) {
    const merged: T[] = [];
    for (let from = 0; from < sorted.length; from += 2 * run) yield* merge(sorted, from, run, merged, compare);
    sorted = merged;
  }
  return sorted;
}

/** Appends the run that begins at `from` and the one after it, merged. */
function* merge<T>(sorted: readonly T[], from: number, run: number, merged: T[], compare: (a: T, b: T) => number): Generator<undefined, void> {
  const leftEnd = Math.min(from + run, sorted.length);
  const rightEnd = Math.min(leftEnd + run, sorted.length);
  let left = from;
  let right = isInOrder(sorted, leftEnd, compare) ? rightEnd : leftEnd;
  for (let taken = from; taken < rightEnd; taken += 1) {
    if (taken % STEP === 0) yield;
    const a = sorted[left];
    const b = right < rightEnd ? sorted[right] : undefined;
    const takesLeft = b === undefined || (left < leftEnd && a !== undefined && compare(a, b) <= 0);
    const next = takesLeft ? a : b;
    if (next !== undefined) merged.push(next);
    if (takesLeft) left += 1;
    else right += 1;
  }
}

/** Whether the runs that meet at `middle` are one already. */
function isInOrder<T>(sorted: readonly T[], middle: number, compare: (a: T, b: T) => number): boolean {
  const [before, after] = [sorted[middle - 1], sorted[middle]];
  return before === undefined || after === undefined || compare(before, after) <= 0;
}
