import { HashPlaces } from '../collections/hash-places';
import { LEAST_MERGING_KEY } from './missing-works';
import { titleKey } from '../titles/title-key';
import { TitleLook } from '../titles/title-look';

/** No key: what the empty title key has for a number. */
export const NO_KEY = -1;

/**
 * A number for every title key. The keys themselves are not kept: for each there is a text that it was made of, which is kept
 * anyway, and a hash; a large library would hold as many bytes of keys as of titles. Numbers stay for good.
 */
export class TitleKeys {
  private readonly titles: string[] = [];
  private readonly places = new HashPlaces();
  /** Numbers of the keys that are too short to mean one work everywhere. */
  private readonly short = new Set<number>();
  /** At the title that is asked for. */
  private readonly look = new TitleLook();
  /** The number of its key. */
  private found = NO_KEY;

  /** The number of the title's key, a new one where the key is new. `title` is kept then: it must not be a piece of a note. */
  give(title: string): number {
    this.find(title);
    return this.keep(title);
  }

  /** The same for the title that was looked for last, as a text of its own. */
  keep(title: string): number {
    const { look } = this;
    if (look.length === 0 || this.found !== NO_KEY) return this.found;
    this.found = this.places.add();
    this.titles.push(title);
    if (look.length < LEAST_MERGING_KEY) this.short.add(this.found);
    return this.found;
  }

  /** The number of the title's key; `NO_KEY` for one that was never given, and for the empty one. A key is found as a title is. */
  find(title: string): number {
    this.look.take(title);
    this.found = this.look.length === 0 ? NO_KEY : this.placeOf(title);
    return this.found;
  }

  /** The same for plain words (see `TitleLook.isPlain`); null for any other text. */
  findPlain(title: string): number | null {
    this.look.take(title);
    if (!this.look.isPlain || this.look.length === 0) return null;
    this.found = this.placeOf(title);
    return this.found;
  }

  /** Whether the key means one missing work wherever it stands. */
  merges(number: number): boolean {
    return !this.short.has(number);
  }

  key(number: number): string {
    return titleKey(this.title(number));
  }

  /** The text that the key was first made of. */
  title(number: number): string {
    return this.titles[number] ?? '';
  }

  private placeOf(title: string): number {
    let number = this.places.first(this.look.hash);
    while (number >= 0 && this.titles[number] !== title && this.key(number) !== titleKey(title)) number = this.places.next();
    return number < 0 ? NO_KEY : number;
  }
}
