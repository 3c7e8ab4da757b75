import { TitleLook } from './title-look';
import { IntColumn } from './int-column';
import { LEAST_MERGING_KEY } from './missing-works';
import { titleKey } from './title-key';

/** No key: what the empty title key has for a number. */
export const NO_KEY = -1;

/**
 * A number for every title key. The keys themselves are not kept: for each there is a text that it was made of, which is kept
 * anyway, and a hash; a large library would hold as many bytes of keys as of titles. Numbers stay for good.
 */
export class TitleKeys {
  private readonly titles: string[] = [];
  private readonly hashes = new IntColumn();
  /** Numbers of the keys that are too short to mean one work everywhere. */
  private readonly short = new Set<number>();
  /** At the title that is asked for. */
  private readonly look = new TitleLook();
  /** Number and 1 of a key, at its hash or the next free place; 0 where there is none. Its length is a power of two. */
  private places = new Int32Array(4096);

  /** The number of the title's key, a new one where the key is new. `title` is kept then: it must not be a piece of a note. */
  give(title: string): number {
    this.look.take(title);
    return this.keep(title);
  }

  /** The same for the title that was looked at last, by `findPlain`. */
  keep(title: string): number {
    const { look } = this;
    if (look.length === 0) return NO_KEY;
    const place = this.placeOf(title);
    const known = (this.places[place] ?? 0) - 1;
    if (known >= 0) return known;
    const number = this.titles.length;
    this.titles.push(title);
    this.hashes.set(number, look.hash);
    if (look.length < LEAST_MERGING_KEY) this.short.add(number);
    this.places[place] = number + 1;
    if (this.titles.length * 3 > this.places.length * 2) this.grow();
    return number;
  }

  /** The number of the title's key; `NO_KEY` for one that was never given, and for the empty one. A key is found as a title is. */
  find(title: string): number {
    this.look.take(title);
    return this.look.length === 0 ? NO_KEY : (this.places[this.placeOf(title)] ?? 0) - 1;
  }

  /** The same for plain words (see `TitleLook.isPlain`); null for any other text. */
  findPlain(title: string): number | null {
    this.look.take(title);
    return this.look.isPlain && this.look.length > 0 ? (this.places[this.placeOf(title)] ?? 0) - 1 : null;
  }

  /** Whether the key means one missing work wherever it stands. */
  merges(number: number): boolean {
    return !this.short.has(number);
  }

  key(number: number): string {
    return titleKey(this.titles[number] ?? '');
  }

  /** Where the key of the title that was looked at is, or would be. */
  private placeOf(title: string): number {
    const { hash } = this.look;
    const mask = this.places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = (this.places[place] ?? 0) - 1;
      if (number < 0) return place;
      if (this.hashes.get(number) === hash && (this.titles[number] === title || this.key(number) === titleKey(title))) return place;
    }
  }

  private grow(): void {
    this.places = new Int32Array(this.places.length * 2);
    const mask = this.places.length - 1;
    for (let number = 0; number < this.titles.length; number++) {
      let place = this.hashes.get(number) & mask;
      while ((this.places[place] ?? 0) > 0) place = (place + 1) & mask;
      this.places[place] = number + 1;
    }
  }
}
