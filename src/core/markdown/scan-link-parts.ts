import {
  AMPERSAND, APOSTROPHE, BACKSLASH, BRACKET_CLOSE, BRACKET_OPEN, DELETE, GREATER, LESS, NEWLINE, PAREN_CLOSE, PAREN_OPEN, QUOTE, RETURN,
  SEMICOLON, SPACE, isPunctuation, isSpace,
} from './scan-characters';
import { END, type BlockCursor } from './scan-cursor';

/** Longest label of a definition, a full reference or a footnote, by the CommonMark specification. */
export const LABEL_MAX = 999;

/** Deepest parentheses in a bare destination of an inline link; without a bound, `[a](` repeated takes quadratic time. */
const PAREN_MAX = 32;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lpar', '('],
  ['rpar', ')'],
  ['lbrack', '['],
  ['rbrack', ']'],
  ['num', '#'],
  ['percnt', '%'],
]);

/** Longest reference that is looked at: `&#x10FFFF;` and the names above are shorter. */
const ENTITY_MAX = 10;

/** Where a destination stands in the text, angle brackets off, and whether it may hold escapes or entities. */
export interface DestinationPlace {
  from: number;
  to: number;
  escaped: boolean;
}

/** The destination that stands at `place`, escapes and entities resolved. */
export const destinationAt = (text: string, { from, to, escaped }: DestinationPlace): string =>
  escaped ? resolveEscapes(text, from, to) : text.slice(from, to);

/** Steps over white space, line breaks included. True where there was any. */
export function skipSpace(cursor: BlockCursor): boolean {
  let seen = false;
  while (isSpace(cursor.code())) {
    cursor.step();
    seen = true;
  }
  return seen;
}

/**
 * Reads a link destination, in angle brackets or bare, and leaves the cursor after it; `place` says where it stands.
 * False where there is none: the cursor is then anywhere.
 */
export function readDestination(cursor: BlockCursor, place: DestinationPlace, parenMax = PAREN_MAX): boolean {
  return cursor.code() === LESS ? readAngleDestination(cursor, place) : readBareDestination(cursor, place, parenMax);
}

function readAngleDestination(cursor: BlockCursor, place: DestinationPlace): boolean {
  const { text, end } = cursor;
  const from = cursor.pos + 1;
  for (let pos = from; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === GREATER) {
      place.from = from;
      place.to = pos;
      place.escaped = true;
      cursor.seek(pos + 1, cursor.piece);
      return true;
    }
    if (code === NEWLINE || code === RETURN || code === LESS) return false;
    if (code === BACKSLASH && pos + 1 < end) {
      const next = text.charCodeAt(pos + 1);
      if (next === LESS || next === GREATER || next === BACKSLASH) pos++;
    }
  }
  return false;
}

function readBareDestination(cursor: BlockCursor, place: DestinationPlace, parenMax: number): boolean {
  const { text, end } = cursor;
  const from = cursor.pos;
  let depth = 0;
  let escaped = false;
  let pos = from;
  for (; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code > BACKSLASH && code !== DELETE) continue;
    if (code <= SPACE || code === DELETE) {
      if (isSpace(code)) break;
      return false;
    }
    if (code === PAREN_OPEN) {
      if (++depth > parenMax) return false;
    } else if (code === PAREN_CLOSE) {
      if (depth === 0) break;
      depth--;
    } else if (code === BACKSLASH) {
      escaped = true;
      const next = pos + 1 < end ? text.charCodeAt(pos + 1) : END;
      if (next === PAREN_OPEN || next === PAREN_CLOSE || next === BACKSLASH) pos++;
    } else if (code === AMPERSAND) {
      escaped = true;
    }
  }
  if (pos === from || depth > 0) return false;
  place.from = from;
  place.to = pos;
  place.escaped = escaped;
  cursor.seek(pos, cursor.piece);
  return true;
}

/** Whether a title can begin with this code. */
export const opensTitle = (code: number): boolean => code === QUOTE || code === APOSTROPHE || code === PAREN_OPEN;

/** Steps over a title in `"…"`, `'…'` or `(…)`, standing on its first mark. False where it does not end. */
export function skipTitle(cursor: BlockCursor): boolean {
  const open = cursor.code();
  const close = open === PAREN_OPEN ? PAREN_CLOSE : open;
  cursor.step();
  for (let code = cursor.code(); code !== END; code = cursor.code()) {
    cursor.step();
    if (code === close) return true;
    if (code === PAREN_OPEN && close === PAREN_CLOSE) return false;
    if (code === BACKSLASH && isPunctuation(cursor.code())) cursor.step();
  }
  return false;
}

/**
 * Steps over a link label, standing on its `[`, and leaves the cursor after its `]`. False where there is none: it is
 * empty, longer than the specification allows, or holds a bare bracket; the cursor is then anywhere.
 */
export function skipLabel(cursor: BlockCursor): boolean {
  const { text } = cursor;
  cursor.step();
  let seen = false;
  let room = LABEL_MAX;
  for (;;) {
    const { end } = cursor;
    let { pos } = cursor;
    const start = pos;
    for (; pos < end; pos++) {
      const code = text.charCodeAt(pos);
      if (code === BRACKET_OPEN) return false;
      if (code === BRACKET_CLOSE) {
        if (!seen || pos - start > room) return false;
        cursor.seek(pos + 1, cursor.piece);
        return true;
      }
      if (code > SPACE) {
        seen = true;
        if (code === BACKSLASH && pos + 1 < end) {
          const next = text.charCodeAt(pos + 1);
          if (next === BRACKET_OPEN || next === BRACKET_CLOSE || next === BACKSLASH) pos++;
        }
      } else if (!isSpace(code)) {
        seen = true;
      }
    }
    room -= pos - start;
    if (cursor.piece >= cursor.last || room < 0) return false;
    cursor.seek(end, cursor.piece);
  }
}

/** The text between two places of a block as labels are compared: case-folded, each run of white space one space. */
export function normalizedText(cursor: BlockCursor, from: number, fromPiece: number, to: number, toPiece: number): string {
  let raw = '';
  for (let piece = fromPiece; piece <= toPiece; piece++) {
    const start = piece === fromPiece ? from : (cursor.pieces[2 * piece] ?? 0);
    const end = piece === toPiece ? to : (cursor.pieces[2 * piece + 1] ?? 0);
    raw += cursor.text.slice(start, end);
  }
  return normalizeLabel(raw);
}

/** A label as labels are compared: white space trimmed and each run of it one space, letter case folded. */
export const normalizeLabel = (raw: string): string =>
  raw
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();

/** `text[from, to)` with backslash escapes, numeric references and the common named ones resolved. */
function resolveEscapes(text: string, from: number, to: number): string {
  let result = '';
  let kept = from;
  let pos = from;
  while (pos < to) {
    const code = text.charCodeAt(pos);
    if (code === BACKSLASH && pos + 1 < to && isPunctuation(text.charCodeAt(pos + 1))) {
      result += text.slice(kept, pos);
      kept = pos + 1;
      pos += 2;
      continue;
    }
    if (code === AMPERSAND) {
      const end = referenceEnd(text, pos, to);
      const resolved = end > 0 ? resolveReference(text.slice(pos + 1, end)) : null;
      if (resolved !== null) {
        result += text.slice(kept, pos) + resolved;
        kept = end + 1;
        pos = kept;
        continue;
      }
    }
    pos++;
  }
  return kept === from ? text.slice(from, to) : result + text.slice(kept, to);
}

/** The offset of the semicolon that ends the reference at `pos`, or -1. */
function referenceEnd(text: string, pos: number, to: number): number {
  const limit = Math.min(to, pos + 1 + ENTITY_MAX);
  for (let at = pos + 1; at < limit; at++) if (text.charCodeAt(at) === SEMICOLON) return at;
  return -1;
}

function resolveReference(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? null;
  const hex = /^#[xX]([0-9a-fA-F]{1,6})$/.exec(name)?.[1];
  const decimal = /^#([0-9]{1,7})$/.exec(name)?.[1];
  const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number.parseInt(decimal, 10) : null;
  if (code === null) return null;
  const unusable = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return unusable ? '\ufffd' : String.fromCodePoint(code);
}
