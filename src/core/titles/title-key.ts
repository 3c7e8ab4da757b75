import { isAlphanumeric, isDigit } from '../markdown/scan-characters';
import { thinMarks } from './thin-marks';

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
/** Scripts whose marks are spelling habits rather than letters: a title typed without them means the same work. */
const FOLDED_SCRIPT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/**
 * A title reduced for comparison, so that two spellings of one title are equal: `Attention Is All You Need!` becomes
 * `attentionisallyouneed`. NFKC, case-folded; marks dropped on Latin, Greek and Cyrillic letters only; letters and digits of every
 * script kept, and `+` and `#` right after a letter (C++ is not C#); the rest dropped. An empty key matches nothing. The key of a key is the key
 * itself.
 */
export function titleKey(title: string): string {
  let key = '';
  let keepsSigns = false;
  for (let at = 0; at < title.length; at++) {
    const code = title.charCodeAt(at);
    if (code > 127) return titleKeyOfAnyScript(title);
    const isLower = code >= 97 && code <= 122;
    const isUpper = code >= 65 && code <= 90;
    if (isLower || (code >= 48 && code <= 57)) key += title[at] ?? '';
    else if (isUpper) key += String.fromCharCode(code + 32);
    else if (keepsSigns && (code === 43 || code === 35)) {
      key += title[at] ?? '';
      continue;
    }
    keepsSigns = isLower || isUpper;
  }
  return key;
}

function titleKeyOfAnyScript(title: string): string {
  const folded = thinMarks(title).normalize('NFKC').toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ').normalize('NFD');
  let key = '';
  let keepsSigns = false;
  let dropsMarks = false;
  for (const character of folded) {
    const code = character.charCodeAt(0);
    // Most characters of most titles, and many times faster than asking for properties of Unicode.
    if (isAlphanumeric(code)) {
      key += character;
      keepsSigns = dropsMarks = !isDigit(code);
      continue;
    }
    if (code > 127 && MARK.test(character)) {
      if (!dropsMarks && key !== '') key += character;
      continue;
    }
    if (code > 127 && LETTER_OR_NUMBER.test(character)) {
      key += character;
      keepsSigns = LETTER.test(character);
      dropsMarks = FOLDED_SCRIPT.test(character);
    } else if (keepsSigns && (character === '+' || character === '#')) {
      key += character;
    } else {
      keepsSigns = false;
      dropsMarks = true;
    }
  }
  return key.normalize('NFC');
}
