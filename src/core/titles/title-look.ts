import { FNV_PRIME, FNV_START, hashText } from '../text/hash-text';
import { BLANK, KEY_SIGN, LAST_ASCII, LEAST_DIGIT, LEAST_LETTER, SPECIAL, TITLE_CHARACTERS } from './title-characters';
import { titleKey } from './title-key';

/** What one look at a title tells of its key, without making it: made for every title of a library, keys would cost as much as all the rest. */
export class TitleLook {
  /** UTF-16 units of the key; 0 for an empty one. */
  length = 0;
  /** FNV-1a of the key, with the high bits mixed into the low ones. */
  hash = 0;
  /**
   * Whether the text is plain words: ASCII, no formatting, quotes or link, single spaces, none at the ends, and no four digits in a row.
   * Such a text is its own label, and holds no other title and no identifier.
   */
  isPlain = false;

  /** Looks at the next title. */
  take(title: string): void {
    const kinds = TITLE_CHARACTERS;
    const end = title.length;
    let length = 0;
    let hash = FNV_START;
    /** Whether a sign would belong to the key. */
    let isBehindLetter = false;
    let isPlain = true;
    let digits = 0;
    let isBehindBlank = true;
    for (let at = 0; at < end; at++) {
      const code = title.charCodeAt(at);
      if (code > LAST_ASCII) {
        this.takeKey(titleKey(title));
        return;
      }
      const kind = kinds[code] ?? SPECIAL;
      if (kind >= LEAST_LETTER) {
        hash = Math.imul(hash ^ kind, FNV_PRIME);
        length++;
        isBehindLetter = true;
        isBehindBlank = false;
        digits = 0;
      } else if (kind === BLANK) {
        if (isBehindBlank) isPlain = false;
        isBehindLetter = false;
        isBehindBlank = true;
        digits = 0;
      } else {
        isBehindBlank = false;
        if (kind >= LEAST_DIGIT) {
          if (++digits === 4) isPlain = false;
          isBehindLetter = false;
        } else {
          digits = 0;
          if (kind === SPECIAL) isPlain = false;
          if (kind !== KEY_SIGN) isBehindLetter = false;
          if (!isBehindLetter) continue;
        }
        hash = Math.imul(hash ^ code, FNV_PRIME);
        length++;
      }
    }
    this.length = length;
    this.hash = hash ^ (hash >>> 15);
    this.isPlain = isPlain && !isBehindBlank;
  }

  private takeKey(key: string): void {
    this.length = key.length;
    this.hash = hashText(key);
    this.isPlain = false;
  }
}
