import { IntColumn } from './int-column';
import { mergesWorks } from './missing-works';
import { titleKey } from './title-key';

/** No key: what the empty title key has for a number. */
export const NO_KEY = -1;

/**
 * A number for every title key. The keys themselves are not kept: for each there is a text that it was made of, which is kept
 * anyway, and a hash; a large library would hold as many bytes of keys as of titles. Numbers stay for good.
 */
export class TitleKeys {
  private readonly texts: string[] = [];
  private readonly hashes = new IntColumn();
  /** Numbers of the keys that are too short to mean one work everywhere. */
  private readonly short = new Set<number>();
  /** Number and 1 of a key, at its hash or the next free place; 0 where there is none. Its length is a power of two. */
  private places = new Int32Array(256);

  /** The number of the text's title key, a new one where the key is new. `text` is kept then: it must not be a piece of a note. */
  give(text: string): number {
    const key = titleKey(text);
    if (key === '') return NO_KEY;
    const hash = hashOf(key);
    const place = this.placeOf(key, hash);
    const known = this.places[place] ?? 0;
    if (known > 0) return known - 1;
    const number = this.texts.length;
    this.texts.push(text);
    this.hashes.set(number, hash);
    if (!mergesWorks(key)) this.short.add(number);
    this.places[place] = number + 1;
    if (this.texts.length * 3 > this.places.length * 2) this.grow();
    return number;
  }

  /** The number of a title key; `NO_KEY` for one that was never given. */
  find(key: string): number {
    return (this.places[this.placeOf(key, hashOf(key))] ?? 0) - 1;
  }

  /** Whether the key means one missing work wherever it stands. */
  merges(number: number): boolean {
    return !this.short.has(number);
  }

  key(number: number): string {
    return titleKey(this.texts[number] ?? '');
  }

  /** Where the key is, or would be. */
  private placeOf(key: string, hash: number): number {
    const mask = this.places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = (this.places[place] ?? 0) - 1;
      if (number < 0 || (this.hashes.get(number) === hash && this.key(number) === key)) return place;
    }
  }

  private grow(): void {
    this.places = new Int32Array(this.places.length * 2);
    const mask = this.places.length - 1;
    for (let number = 0; number < this.texts.length; number++) {
      let place = this.hashes.get(number) & mask;
      while ((this.places[place] ?? 0) > 0) place = (place + 1) & mask;
      this.places[place] = number + 1;
    }
  }
}

/** FNV-1a over UTF-16 units, with the high bits mixed into the low ones that places are counted by. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
