import { titleKey } from './title-key';

/** By ASCII code: what stands for it in a title key, itself or its small letter; 0 where nothing does. */
const FOLDED = new Uint8Array(128);
/** By ASCII code: 1 for what means nothing in Markdown and is no quote. */
const PLAIN = new Uint8Array(128);
for (const sign of " !#$%'()+,-./:;?@^{|}") PLAIN[sign.charCodeAt(0)] = 1;
for (let code = 48; code <= 57; code++) FOLDED[code] = code;
for (let code = 97; code <= 122; code++) FOLDED[code] = FOLDED[code - 32] = code;
for (const [code, folded] of FOLDED.entries()) if (folded > 0) PLAIN[code] = 1;

const SPACE = 32;
const NUMBER_SIGN = 35;
const PLUS = 43;
const LAST_DIGIT = 57;
const LAST_ASCII = 127;

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A title's key as numbers, one title after the other in the same memory, and what else one look at the title tells: this is done for
 * every title of a library, where a key as a text of its own would cost twice as much.
 */
export class FoldedTitle {
  /** UTF-16 units of the key; 0 for an empty one. */
  length = 0;
  /** FNV-1a of the key, with the high bits mixed into the low ones. */
  hash = 0;
  /**
   * Whether the text is plain words: ASCII, no formatting, quotes or link, single spaces, none at the ends, and no four digits in a row.
   * Such a text is its own label, and holds no other title and no identifier.
   */
  isPlain = false;
  private units = new Uint16Array(256);

  /** Takes the place of the title before. */
  fold(title: string): void {
    if (title.length > this.units.length) this.units = new Uint16Array(title.length * 2);
    const { units } = this;
    let length = 0;
    let hash = FNV_START;
    let keepsSigns = false;
    let isPlain = true;
    let digits = 0;
    let before = SPACE;
    for (let at = 0; at < title.length; at++) {
      const code = title.charCodeAt(at);
      if (code > LAST_ASCII) {
        this.takeKey(titleKey(title));
        return;
      }
      let unit = FOLDED[code] ?? 0;
      if (unit > 0) {
        keepsSigns = unit > LAST_DIGIT;
        digits = keepsSigns ? 0 : digits + 1;
        if (digits === 4) isPlain = false;
      } else {
        digits = 0;
        if (PLAIN[code] === 0 || (code === SPACE && before === SPACE)) isPlain = false;
        if (keepsSigns && (code === PLUS || code === NUMBER_SIGN)) unit = code;
        else keepsSigns = false;
      }
      before = code;
      if (unit === 0) continue;
      units[length++] = unit;
      hash = Math.imul(hash ^ unit, FNV_PRIME);
    }
    this.length = length;
    this.hash = hash ^ (hash >>> 15);
    this.isPlain = isPlain && before !== SPACE;
  }

  equals(other: FoldedTitle): boolean {
    if (this.length !== other.length) return false;
    for (let at = 0; at < this.length; at++) if (this.units[at] !== other.units[at]) return false;
    return true;
  }

  private takeKey(key: string): void {
    if (key.length > this.units.length) this.units = new Uint16Array(key.length * 2);
    let hash = FNV_START;
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at);
      this.units[at] = unit;
      hash = Math.imul(hash ^ unit, FNV_PRIME);
    }
    this.length = key.length;
    this.hash = hash ^ (hash >>> 15);
    this.isPlain = false;
  }
}
