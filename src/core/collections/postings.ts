/** Numbers from 0 filed under numbers, many to many, in no order. A single one costs no list. */
export class Postings {
  /** One number, several, or `NOTHING`. */
  private readonly lists: (number | number[])[] = [];

  /** `value` must not be there yet. */
  add(key: number, value: number): void {
    // Without holes: an array with large gaps becomes a slow dictionary.
    while (this.lists.length <= key) this.lists.push(NOTHING);
    const known = this.lists[key] ?? NOTHING;
    if (known === NOTHING) this.lists[key] = value;
    else if (typeof known === 'number') this.lists[key] = [known, value];
    // A list that is pushed to gets room for sixteen more, and nearly all lists are short.
    else if (known.length < LONG_LIST) this.lists[key] = known.concat(value);
    else known.push(value);
  }

  remove(key: number, value: number): void {
    const known = this.lists[key] ?? NOTHING;
    if (known === value) this.lists[key] = NOTHING;
    if (typeof known === 'number') return;
    const at = known.indexOf(value);
    const last = known.length - 1;
    if (at < 0) return;
    known[at] = known[last] ?? value;
    known.length = last;
    if (last === 1) this.lists[key] = known[0] ?? NOTHING;
  }

  size(key: number): number {
    const known = this.lists[key] ?? NOTHING;
    return known === NOTHING ? 0 : typeof known === 'number' ? 1 : known.length;
  }

  /** The one value under a key; null where there are several, or none. */
  only(key: number): number | null {
    const known = this.lists[key] ?? NOTHING;
    return typeof known === 'number' && known !== NOTHING ? known : null;
  }

  /** Not to be kept while values come and go. */
  of(key: number): readonly number[] {
    const known = this.lists[key] ?? NOTHING;
    return known === NOTHING ? NONE : typeof known === 'number' ? [known] : known;
  }
}

/**
 * A number, and not `undefined`: an array of that and numbers is one of floating point numbers to V8 as of Chromium 156, and so is every list
 * that takes a number from there, at twice the size.
 */
const NOTHING = -1;

const LONG_LIST = 32;
const NONE: readonly number[] = [];
