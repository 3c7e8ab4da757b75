/** So many of those that went away since are passed over. */
const MOST_GONE = 64;

/**
 * A list that another is like: nearly all items are the same, in the same order. Finds where an item of the new list stood, without comparing it
 * with all; what one knew of it can then be taken over.
 */
export class ListBefore<T> {
  /** Where the item stood that comes next, as far as the new list is asked for in its order. */
  private next = 0;

  constructor(
    private readonly items: readonly T[],
    private readonly isSame: (before: T, now: T) => boolean,
  ) {}

  /** Where the item stood; null for one that is new, and for one that is out of order or stood behind too many that went away. */
  find(item: T): number | null {
    const end = Math.min(this.next + MOST_GONE, this.items.length);
    for (let at = this.next; at < end; at += 1) {
      const before = this.items[at];
      if (before === undefined || !this.isSame(before, item)) continue;
      this.next = at + 1;
      return at;
    }
    return null;
  }
}
