/** Paths or numbers filed under texts, many to many: who has this name, who has this title. A single one costs no list. */
export class KeyedLists<T extends string | number> {
  private readonly lists = new Map<string, T | T[]>();

  add(key: string, value: T): void {
    const known = this.lists.get(key);
    if (known === undefined) this.lists.set(key, value);
    else if (!Array.isArray(known)) {
      if (known !== value) this.lists.set(key, [known, value]);
    } else if (!known.includes(value)) known.push(value);
  }

  remove(key: string, value: T): void {
    const known = this.lists.get(key);
    if (known === value) this.lists.delete(key);
    if (!Array.isArray(known)) return;
    const rest = known.filter((other) => other !== value);
    const [only] = rest;
    if (rest.length === 1 && only !== undefined) this.lists.set(key, only);
    else this.lists.set(key, rest);
  }

  /** What is filed under a key, in the order it was added; empty where there is nothing. */
  get(key: string): readonly T[] {
    const known = this.lists.get(key);
    return known === undefined ? [] : Array.isArray(known) ? known : [known];
  }

  size(key: string): number {
    const known = this.lists.get(key);
    return known === undefined ? 0 : Array.isArray(known) ? known.length : 1;
  }
}
