import { firstPlace } from './first-place';
import { zeros } from './zeros';

/** Places that one number of a list holds, so that it stays a small whole number (see `zeros`). */
const BITS = 4;
const LAST_BIT = (1 << BITS) - 1;

/** Numbers whose places are counted together, for `nth`. */
const NUMBERS_A_BLOCK = 8;

/** A set of places among so many, a sixteenth of a number each: one of 200,000 stays in the processor's caches, and is empty in no time. */
export class PlaceSet {
  private readonly flags: number[];
  private held = 0;
  /** How many places are held before each block, once one was asked for; null after a change. */
  private before: readonly number[] | null = null;

  constructor(count: number) {
    this.flags = zeros((count >> BITS) + 1);
  }

  get size(): number {
    return this.held;
  }

  has(place: number): boolean {
    return (((this.flags[place >> BITS] ?? 0) >> (place & LAST_BIT)) & 1) === 1;
  }

  add(place: number): void {
    const before = this.flags[place >> BITS] ?? 0;
    this.put(place, before, before | (1 << (place & LAST_BIT)), 1);
  }

  delete(place: number): void {
    const before = this.flags[place >> BITS] ?? 0;
    this.put(place, before, before & ~(1 << (place & LAST_BIT)), -1);
  }

  /** The place before which so many others are held; null where there are not so many. */
  nth(count: number): number | null {
    this.before ??= this.countBefore();
    const { before } = this;
    const block = firstPlace(before.length, (at) => (before[at] ?? 0) > count) - 1;
    let left = count - (before[block] ?? 0);
    for (let at = block * NUMBERS_A_BLOCK; at < this.flags.length; at += 1) {
      let flags = this.flags[at] ?? 0;
      const size = countBits(flags);
      if (left >= size) {
        left -= size;
        continue;
      }
      for (; left > 0; left -= 1) flags &= flags - 1;
      return (at << BITS) + Math.log2(flags & -flags);
    }
    return null;
  }

  private countBefore(): readonly number[] {
    const before: number[] = [];
    let sum = 0;
    for (const [at, flags] of this.flags.entries()) {
      if (at % NUMBERS_A_BLOCK === 0) before.push(sum);
      sum += countBits(flags);
    }
    return before;
  }

  private put(place: number, before: number, after: number, change: 1 | -1): void {
    if (after === before) return;
    this.flags[place >> BITS] = after;
    this.held += change;
    this.before = null;
  }
}

function countBits(flags: number): number {
  let count = 0;
  for (let rest = flags; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
