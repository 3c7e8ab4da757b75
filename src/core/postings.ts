/** Numbers filed under numbers, many to many, in no order. A single one costs no list. */
export class Postings {
  private readonly lists: (number | number[] | undefined)[] = [];

  /** `value` must not be there yet. */
  add(key: number, value: number): void {
    // Without holes: an array with large gaps becomes a slow dictionary.
    while (this.lists.length <= key) this.lists.push(undefined);
    const known = this.lists[key];
    if (known === undefined) this.lists[key] = value;
    else if (typeof known === 'number') this.lists[key] = [known, value];
    // A list that is pushed to gets room for sixteen more, and nearly all lists are short.
    else if (known.length < LONG_LIST) this.lists[key] = known.concat(value);
    else known.push(value);
  }

  remove(key: number, value: number): void {
    const known = this.lists[key];
    if (known === value) this.lists[key] = undefined;
    if (known === undefined || typeof known === 'number') return;
    const at = known.indexOf(value);
    const last = known.length - 1;
    if (at < 0) return;
    known[at] = known[last] ?? value;
    known.length = last;
    if (last === 1) this.lists[key] = known[0];
  }

  size(key: number): number {
    const known = this.lists[key];
    return known === undefined ? 0 : typeof known === 'number' ? 1 : known.length;
  }

  /** The one value under a key; null where there are several, or none. */
  only(key: number): number | null {
    const known = this.lists[key];
    return typeof known === 'number' ? known : null;
  }

  /** Not to be kept while values come and go. */
  of(key: number): readonly number[] {
    const known = this.lists[key];
    return known === undefined ? NONE : typeof known === 'number' ? [known] : known;
  }
}

const LONG_LIST = 32;
const NONE: readonly number[] = [];
