/**
 * A sorted list that is kept while its items come, go and change: what is put is placed when the list is next asked for, at the
 * cost of a walk over the list and not of sorting it. The list is the same object until something was put.
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
    if (this.changes.size === 0) return this.list;
    const gone = new Set<T>();
    const fresh: T[] = [];
    for (const [name, item] of this.changes) {
      const before = this.items.get(name);
      if (before !== undefined) gone.add(before);
      if (item === null) this.items.delete(name);
      else {
        this.items.set(name, item);
        fresh.push(item);
      }
    }
    this.changes.clear();
    this.list = this.merge(gone, fresh.sort(this.compare));
    return this.list;
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
