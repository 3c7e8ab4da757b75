import { forEachInSteps, type Steps } from './steps';

/** So many are sorted at once, and so many merged in a step. */
const ITEMS_A_RUN = 256;

/** The items sorted as `Array.sort` would, equal ones in the order given. What is sorted already costs little. */
export function* sortInSteps<T extends string | number | object>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  const sorter = new RunSorter(compare);
  yield* forEachInSteps(items, (item) => {
    sorter.add(item);
  });
  return yield* sorter.finish();
}

/**
 * Sorts as `sortInSteps` does what comes one by one: short runs by the engine's own sort, while what they are compared by was just looked at and is
 * still near the processor, then merged.
 */
export class RunSorter<T extends string | number | object> {
  private run: T[] = [];
  private sorted: T[] = [];
  /** Where merging goes on in the two runs. */
  private left = 0;
  private right = 0;

  /** Any two items that are neighbours in the end have been compared with each other. */
  constructor(private readonly compare: (a: T, b: T) => number) {}

  add(item: T): void {
    this.run.push(item);
    if (this.run.length === ITEMS_A_RUN) this.endRun();
  }

  /** All that came, sorted; to be asked for once. */
  *finish(): Steps<readonly T[]> {
    this.endRun();
    yield;
    for (let run = ITEMS_A_RUN; run < this.sorted.length; run *= 2) {
      // Only what has to move is written.
      const merged = this.sorted.slice();
      for (let from = 0; from + run < merged.length; from += 2 * run) yield* this.merge(from, from + run, merged);
      this.sorted = merged;
    }
    return this.sorted;
  }

  private endRun(): void {
    for (const item of this.run.sort(this.compare)) this.sorted.push(item);
    this.run = [];
  }

  /** Puts in order in `merged` the run from `from` to before `middle` and the one behind it, which is as long or shorter. */
  private *merge(from: number, middle: number, merged: T[]): Steps<void> {
    const { sorted } = this;
    const end = Math.min(2 * middle - from, sorted.length);
    // Runs that are in order where they meet are one already.
    if (this.isInOrder(sorted[middle - 1], sorted[middle])) return;
    [this.left, this.right] = [from, middle];
    // When the left run is through, the rest of the right one stands where it belongs.
    for (let at = from; this.left < middle; at += ITEMS_A_RUN) {
      this.mergeSome(at, middle, end, merged);
      yield;
    }
  }

  /** As many as a step takes, the first of them to stand at `from`; apart, since engines do not optimize a loop in a generator as they do elsewhere. */
  private mergeSome(from: number, middle: number, end: number, merged: T[]): void {
    const { sorted } = this;
    for (let at = from; at < from + ITEMS_A_RUN; at += 1) {
      const a = this.left < middle ? sorted[this.left] : undefined;
      if (a === undefined) return;
      const b = this.right < end ? sorted[this.right] : undefined;
      if (b === undefined || this.isInOrder(a, b)) {
        merged[at] = a;
        this.left += 1;
      } else {
        merged[at] = b;
        this.right += 1;
      }
    }
  }

  private isInOrder(a: T | undefined, b: T | undefined): boolean {
    return a === undefined || b === undefined || this.compare(a, b) <= 0;
  }
}
