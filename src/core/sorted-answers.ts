/** Items placed at once: so few that the work can pause before the page feels it. */
const ITEMS_AT_ONCE = 2048;

/** So few are found one by one, by halving; a walk over a long list looks at every item. */
const FEW = 32;

/**
 * A sorted list that is kept while its items come, go and change: what is put is placed by `settle`, or when the list is next asked
 * for, at the cost of a walk over the list and not of sorting it; a few cost less. The list is the same object until something was put.
 */
export class SortedAnswers<T extends object> {
  private readonly items = new Map<string, T>();
  private readonly changes = new Map<string, T | null>();
  private list: readonly T[] = [];

  /** `compare` has to tell any two items apart, so that the order does not depend on what happened. */
  constructor(private readonly compare: (a: T, b: T) => number) {}

  /** The item under that name; null where there is none any more. */
  put(name: string, item: T | null): void {
    this.changes.set(name, item);
  }

  values(): readonly T[] {
    this.settle(() => true);
    return this.list;
  }

  /** Places what was put, until done or until `mayGoOn` says stop (asked every 2,048 items); true when nothing is left. */
  settle(mayGoOn: () => boolean): boolean {
    while (this.changes.size > 0) {
      this.placeSome();
      if (this.changes.size > 0 && !mayGoOn()) return false;
    }
    return true;
  }

  private placeSome(): void {
    const gone = new Set<T>();
    const fresh: T[] = [];
    let taken = 0;
    for (const [name, item] of this.changes) {
      if (++taken > ITEMS_AT_ONCE) break;
      this.changes.delete(name);
      const before = this.items.get(name);
      if (before !== undefined) gone.add(before);
      if (item === null) this.items.delete(name);
      else {
        this.items.set(name, item);
        fresh.push(item);
      }
    }
    fresh.sort(this.compare);
    this.list = gone.size + fresh.length <= FEW ? this.exchange(gone, fresh) : this.merge(gone, fresh);
  }

  private exchange(gone: ReadonlySet<T>, fresh: readonly T[]): readonly T[] {
    const list = [...this.list];
    for (const item of gone) list.splice(this.findPlace(list, item), 1);
    for (const item of fresh) list.splice(this.findPlace(list, item), 0, item);
    return list;
  }

  /** Where the item is, or would be. */
  private findPlace(list: readonly T[], item: T): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle];
      if (other !== undefined && this.compare(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private merge(gone: ReadonlySet<T>, fresh: readonly T[]): readonly T[] {
    const merged: T[] = [];
    let next = 0;
    for (const item of this.list) {
      if (gone.has(item)) continue;
      for (let other = fresh[next]; other !== undefined && this.compare(other, item) < 0; other = fresh[next]) {
        merged.push(other);
        next += 1;
      }
      merged.push(item);
    }
    return merged.concat(fresh.slice(next));
  }
}
