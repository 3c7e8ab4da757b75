import { TextNumbers } from './text-numbers';

/**
 * Paths or numbers filed under texts, many to many: who has this name, who has this title. A single one costs no list. A key stays when
 * nothing is filed under it any more, since it is likely to come back.
 */
export class KeyedLists<T extends string | number> {
  private readonly keys = new TextNumbers();
  /** By the number of the key. */
  private readonly lists: (T | T[] | undefined)[] = [];

  add(key: string, value: T): void {
    const number = this.keys.give(key);
    if (number === this.lists.length) this.lists.push(undefined);
    const known = this.lists[number];
    if (known === undefined) this.lists[number] = value;
    else if (!Array.isArray(known)) {
      if (known !== value) this.lists[number] = [known, value];
    } else if (!known.includes(value)) known.push(value);
  }

  remove(key: string, value: T): void {
    const number = this.keys.find(key);
    const known = number < 0 ? undefined : this.lists[number];
    if (known === value) this.lists[number] = undefined;
    if (!Array.isArray(known)) return;
    const rest = known.filter((other) => other !== value);
    this.lists[number] = rest.length === 1 ? rest[0] : rest;
  }

  /** What is filed under a key, in the order it was added; empty where there is nothing. */
  get(key: string): readonly T[] {
    const known = this.listOf(key);
    return known === undefined ? [] : Array.isArray(known) ? known : [known];
  }

  /** The one thing under a key; undefined where there are several, or none. */
  only(key: string): T | undefined {
    const known = this.listOf(key);
    return Array.isArray(known) ? undefined : known;
  }

  size(key: string): number {
    const known = this.listOf(key);
    return known === undefined ? 0 : Array.isArray(known) ? known.length : 1;
  }

  private listOf(key: string): T | T[] | undefined {
    const number = this.keys.find(key);
    return number < 0 ? undefined : this.lists[number];
  }
}
