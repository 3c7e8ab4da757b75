import { TextNumbers } from './text-numbers';

/**
 * Paths or numbers filed under texts, many to many: who has this name, who has this title. A single one costs no list. A key stays when
 * nothing is filed under it any more, since it is likely to come back.
 */
export class KeyedLists<T extends string | number> {
  /** By the number of the key. Null for nothing: `undefined` beside numbers makes floating point ones of them (see `Postings`). */
  private readonly lists: (T | T[] | null)[] = [];

  /** Several lists by the same keys can share these. */
  constructor(private readonly keys = new TextNumbers()) {}

  add(key: string, value: T): void {
    const number = this.keys.give(key);
    while (this.lists.length <= number) this.lists.push(null);
    const known = this.lists[number] ?? null;
    if (known === null) this.lists[number] = value;
    else if (!Array.isArray(known)) {
      if (known !== value) this.lists[number] = [known, value];
    } else if (!known.includes(value)) known.push(value);
  }

  remove(key: string, value: T): void {
    const number = this.keys.find(key);
    const known = this.lists[number] ?? null;
    if (known === value) this.lists[number] = null;
    if (!Array.isArray(known)) return;
    const rest = known.filter((other) => other !== value);
    this.lists[number] = rest.length === 1 ? (rest[0] ?? null) : rest;
  }

  /** What is filed under a key, in the order it was added; empty where there is nothing. */
  get(key: string): readonly T[] {
    const known = this.listOf(key);
    return known === null ? [] : Array.isArray(known) ? known : [known];
  }

  /** The one thing under a key; undefined where there are several, or none. */
  only(key: string): T | undefined {
    const known = this.listOf(key);
    return Array.isArray(known) ? undefined : (known ?? undefined);
  }

  size(key: string): number {
    const known = this.listOf(key);
    return known === null ? 0 : Array.isArray(known) ? known.length : 1;
  }

  private listOf(key: string): T | T[] | null {
    return this.lists[this.keys.find(key)] ?? null;
  }
}
