import { FNV_PRIME, FNV_START } from '../text/hash-text';
import { LAST_ASCII, LEAST_DIGIT, LEAST_LETTER, SPECIAL, TITLE_CHARACTERS } from './title-characters';

/** For each ASCII character what a hash is multiplied by, what is then added, and whether it is a digit: what is no letter or digit changes nothing. */
const FACTORS = new Int32Array(128).fill(1);
const CODES = new Int32Array(128);
const DIGITS = new Int32Array(128);
for (const [code, kind] of TITLE_CHARACTERS.entries()) {
  if (kind < LEAST_DIGIT) continue;
  FACTORS[code] = FNV_PRIME;
  CODES[code] = kind;
  if (kind < LEAST_LETTER) DIGITS[code] = 1;
}

/**
 * Hashes of title keys, to tell at a glance of most references without a link that none of the keys is theirs. Keys stay for good: of a
 * title that is known no more it may be said that it could be, and never the other way round.
 *
 * The text is looked at where it stands in its note, and in a loop of its own. Texts cut out of notes are strings of many kinds, and a
 * loop that has met more than four looks `charCodeAt` up for every character, which takes twice the time of all the rest.
 */
export class TitleHashes {
  private readonly hashes = new Set<number>();

  add(key: string): void {
    let hash = FNV_START;
    for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, FACTORS[key.charCodeAt(at)] ?? 1) + (CODES[key.charCodeAt(at)] ?? 0)) | 0;
    this.hashes.add(hash >>> 2);
  }

  /** False only where `note.slice(from, to)` holds no formatting, link, quotes or identifier, and its title key is surely none of those added. */
  mayHold(note: string, from: number, to: number): boolean {
    let hash = FNV_START;
    let digits = 0;
    for (let at = from; at < to; at++) {
      const code = note.charCodeAt(at);
      if (code > LAST_ASCII || TITLE_CHARACTERS[code] === SPECIAL) return true;
      hash = (Math.imul(hash, FACTORS[code] ?? 1) + (CODES[code] ?? 0)) | 0;
      digits = (digits + 1) * (DIGITS[code] ?? 0);
      if (digits === LEAST_DIGITS) return true;
    }
    return this.hashes.has(hash >>> 2);
  }
}

/** In a row: every identifier has as many. */
const LEAST_DIGITS = 4;
