import { slug } from './slug';

/** How the file of a new note is named: by the slug, by the title as it reads, or by the year and the slug. */
export interface NoteNameStyle {
  readonly style: 'slug' | 'title' | 'year-slug';
  /** Used by `year-slug` alone; a paper without a year is named by its slug. */
  readonly year: number | null;
}

/** Leaves room for `.md` and what sync tools put behind a name, where a name may have 255 bytes. */
const LONGEST_NAME = 200;

/**
 * A file name, without extension, that Windows, macOS, Linux and Android all take and that links can hold: no
 * `* " \ / < > : | ?`, `# ^ [ ]`, `%%` or control characters, no dot or space at its ends, no device name of Windows, at most 200
 * bytes of UTF-8, cut between characters. NFC. Null where nothing of the title is left.
 */
export function noteName(title: string, { style, year }: NoteNameStyle): string | null {
  const plain = style === 'title' ? readableName(title) : slug(title);
  if (plain === '') return null;
  const whole = style === 'year-slug' && year !== null ? `${String(year)}-${plain}` : plain;
  const name = cutToBytes(DEVICE_NAME.test(whole) ? `paper-${whole}` : whole, LONGEST_NAME);
  return name === '' ? null : name;
}

/**
 * `base` where it is free, else with the year behind it, then with a number behind that: `base-2019`, `base-2019-2`. Joined by a
 * space where the base holds spaces. `isTaken` is asked with the NFC name, and ignores case. Never longer than 200 bytes: the base is cut.
 * Null where thousands are taken.
 */
export function freeName(base: string, year: number | null, isTaken: (name: string) => boolean): string | null {
  const joint = base.includes(' ') ? ' ' : '-';
  const withYear = year === null || base.startsWith(`${String(year)}-`) ? '' : `${joint}${String(year)}`;
  const isFree = (name: string): boolean => !isTaken(name.normalize('NFC'));
  if (isFree(base)) return base;
  for (let number = 1; number <= MOST_TRIED; number++) {
    const ending = number === 1 ? withYear : `${withYear}${joint}${String(number)}`;
    const name = `${cutToBytes(base, LONGEST_NAME - ending.length)}${ending}`;
    if (ending !== '' && isFree(name)) return name;
  }
  return null;
}

const MOST_TRIED = 9999;

const DEVICE_NAME = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:$|[ .])/i;

/** Far more than fits: the rest of an endless title is not looked at. */
const LONGEST_READ = 1000;

function readableName(title: string): string {
  const name = title
    .slice(0, LONGEST_READ)
    .normalize('NFC')
    .replace(/\p{Cs}|\p{Cn}|\p{Co}/gu, ' ')
    // Joiners shape words of some scripts; the other invisible ones only make names that look alike.
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .replace(/ ?: /g, ' - ')
    .replace(/[*"\\/<>:|?#^[\]]|%%+/g, ' ')
    .replace(/\s+/g, ' ');
  // What stood apart by a character that is gone may belong together now.
  return trimmed(name).normalize('NFC');
}

const trimmed = (name: string): string => name.replace(/^[.\s]+/, '').replace(/[.\s]+$/, '');

/** Cut between characters, and never between a letter and its marks. */
function cutToBytes(name: string, most: number): string {
  let bytes = 0;
  let cut = 0;
  let at = 0;
  for (const character of name) {
    if (!/\p{M}|[\u200c\u200d]/u.test(character)) cut = at;
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > most) return name.slice(0, cut).replace(/[-.\s]+$/, '');
    at += character.length;
  }
  return name;
}

const bytesOf = (codePoint: number): number => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4);
