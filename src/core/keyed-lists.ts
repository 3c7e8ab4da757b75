import { HashPlaces } from './hash-places';
import { hashText } from './hash-text';

/**
 * Paths or numbers filed under texts, many to many: who has this name, who has this title. A single one costs no list. A key stays when
 * nothing is filed under it any more, since it is likely to come back.
 */
export class KeyedLists<T extends string | number> {
  private readonly places = new HashPlaces();
  private readonly keys: string[] = [];
  /** By the number of the key. */
  private readonly lists: (T | T[] | undefined)[] = [];

  add(key: string, value: T): void {
    let number = this.find(key);
    if (number < 0) {
      number = this.places.add();
      this.keys.push(key);
      this.lists.push(undefined);
    }
    const known = this.lists[number];
    if (known === undefined) this.lists[number] = value;
    else if (!Array.isArray(known)) {
      if (known !== value) this.lists[number] = [known, value];
    } else if (!known.includes(value)) known.push(value);
  }

  remove(key: string, value: T): void {
    const number = this.find(key);
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
    const number = this.find(key);
    return number < 0 ? undefined : this.lists[number];
  }

  private find(key: string): number {
    let number = this.places.first(hashText(key));
    while (number >= 0 && this.keys[number] !== key) number = this.places.next();
    return number;
  }
}
