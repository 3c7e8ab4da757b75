import {
  APOSTROPHE, AT, BACKTICK, BRACKET_CLOSE, BRACKET_OPEN, COLON, DASH, DELETE, DOT, EQUALS, EXCLAMATION, GREATER, LESS, NEWLINE, PLUS,
  QUESTION, QUOTE, RETURN, SLASH, SPACE, UNDERSCORE, isAlphanumeric, isBlank, isLetter, isSpace,
} from './scan-characters';
import { END, type BlockCursor } from './scan-cursor';

/**
 * The kinds of HTML blocks by how they end, numbered as in the CommonMark specification: 1 to 5 end on a line with
 * their closing mark, 6 and 7 before a blank line.
 */
export type HtmlBlockKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const RAW_NAMES: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea']);

const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol ' +
    'optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

const LONGEST_NAME = 10;

/** The kind of HTML block that the line's text `[from, to)`, beginning with `<`, opens, or null. Kind 7 is told by `opensTagLine`. */
export function findHtmlBlock(text: string, from: number, to: number): HtmlBlockKind | null {
  const next = text.charCodeAt(from + 1);
  if (from + 1 >= to) return null;
  if (next === QUESTION) return 3;
  if (next === EXCLAMATION) {
    if (text.startsWith('--', from + 2)) return 2;
    if (text.startsWith('[CDATA[', from + 2)) return 5;
    return from + 2 < to && isLetter(text.charCodeAt(from + 2)) ? 4 : null;
  }
  const closing = next === SLASH;
  const nameFrom = closing ? from + 2 : from + 1;
  let pos = nameFrom;
  while (pos < to && pos - nameFrom <= LONGEST_NAME && isAlphanumeric(text.charCodeAt(pos))) pos++;
  if (pos === nameFrom || pos - nameFrom > LONGEST_NAME) return null;
  const name = text.slice(nameFrom, pos).toLowerCase();
  const after = pos < to ? text.charCodeAt(pos) : SPACE;
  const ends = isBlank(after) || after === GREATER;
  if (!closing && ends && RAW_NAMES.has(name)) return 1;
  const selfClosed = after === SLASH && pos + 1 < to && text.charCodeAt(pos + 1) === GREATER;
  return BLOCK_NAMES.has(name) && (ends || selfClosed) ? 6 : null;
}

/** Where the search for the closing mark of an HTML block begins, on its first line that starts at `from`. */
export const htmlBlockBodyFrom = (kind: HtmlBlockKind, from: number): number => from + (kind === 5 ? 9 : kind === 3 ? 1 : 2);

/** Whether the closing mark of a block of kind 1 to 5 stands in `text[from, to)`. */
export function endsHtmlBlock(kind: HtmlBlockKind, text: string, from: number, to: number): boolean {
  for (let pos = from; pos < to; pos++) {
    if (text.charCodeAt(pos) !== GREATER) continue;
    const one = pos - 1 >= from ? text.charCodeAt(pos - 1) : END;
    const two = pos - 2 >= from ? text.charCodeAt(pos - 2) : END;
    if (kind === 4) return true;
    if (kind === 2 && one === DASH && two === DASH) return true;
    if (kind === 3 && one === QUESTION) return true;
    if (kind === 5 && one === BRACKET_CLOSE && two === BRACKET_CLOSE) return true;
    if (kind === 1 && endsRawTag(text, from, pos)) return true;
  }
  return false;
}

/** Whether a closing tag of a raw element ends right before `to`. */
function endsRawTag(text: string, from: number, to: number): boolean {
  let pos = to;
  while (pos > from && to - pos < LONGEST_NAME && isLetter(text.charCodeAt(pos - 1))) pos--;
  if (pos - 2 < from || text.charCodeAt(pos - 1) !== SLASH || text.charCodeAt(pos - 2) !== LESS) return false;
  return RAW_NAMES.has(text.slice(pos, to).toLowerCase());
}

/** Whether one complete tag of any name fills the block that the cursor stands at: an HTML block of kind 7. */
export function opensTagLine(cursor: BlockCursor): boolean {
  const { text, pos } = cursor;
  const next = text.charCodeAt(pos + 1);
  if (next !== SLASH && !isLetter(next)) return false;
  if (!skipTag(cursor)) return false;
  while (isBlank(cursor.code())) cursor.step();
  return cursor.code() === END;
}

/** Steps over an opening or closing tag, standing on its `<`. False where there is none: the cursor is then anywhere. */
export function skipTag(cursor: BlockCursor): boolean {
  cursor.step();
  const closing = cursor.code() === SLASH;
  if (closing) cursor.step();
  if (!isLetter(cursor.code())) return false;
  while (isAlphanumeric(cursor.code()) || cursor.code() === DASH) cursor.step();
  if (closing) {
    skipSpaces(cursor);
    return skipCode(cursor, GREATER);
  }
  for (;;) {
    const spaced = skipSpaces(cursor);
    const code = cursor.code();
    if (code === GREATER) {
      cursor.step();
      return true;
    }
    if (code === SLASH) {
      cursor.step();
      return skipCode(cursor, GREATER);
    }
    if (!spaced || !(isLetter(code) || code === COLON || code === UNDERSCORE)) return false;
    skipAttributeName(cursor);
    const { pos, piece } = cursor;
    skipSpaces(cursor);
    if (cursor.code() !== EQUALS) {
      cursor.seek(pos, piece);
      continue;
    }
    cursor.step();
    skipSpaces(cursor);
    if (!skipAttributeValue(cursor)) return false;
  }
}

function skipSpaces(cursor: BlockCursor): boolean {
  let seen = false;
  while (isSpace(cursor.code())) {
    cursor.step();
    seen = true;
  }
  return seen;
}

function skipCode(cursor: BlockCursor, code: number): boolean {
  if (cursor.code() !== code) return false;
  cursor.step();
  return true;
}

function skipAttributeName(cursor: BlockCursor): void {
  for (let code = cursor.code(); ; code = cursor.code()) {
    if (!isAlphanumeric(code) && code !== DASH && code !== DOT && code !== COLON && code !== UNDERSCORE) return;
    cursor.step();
  }
}

function skipAttributeValue(cursor: BlockCursor): boolean {
  const quote = cursor.code();
  if (quote === QUOTE || quote === APOSTROPHE) {
    cursor.step();
    for (let code = cursor.code(); code !== END; code = cursor.code()) {
      cursor.step();
      if (code === quote) return true;
    }
    return false;
  }
  const { pos } = cursor;
  for (let code = cursor.code(); code !== END && !isSpace(code) && code !== GREATER; code = cursor.code()) {
    if (code === QUOTE || code === APOSTROPHE || code === LESS || code === EQUALS || code === BACKTICK) return false;
    cursor.step();
  }
  return cursor.pos > pos;
}

/** Steps over `<scheme:…>` or `<name@host>`, standing on the `<`. False where there is none: the cursor is then anywhere. */
export function skipAutolink(cursor: BlockCursor): boolean {
  const { text, end } = cursor;
  const from = cursor.pos + 1;
  let pos = from;
  while (pos < end && pos - from <= 32) {
    const code = text.charCodeAt(pos);
    if (!isAlphanumeric(code) && code !== PLUS && code !== DASH && code !== DOT) break;
    pos++;
  }
  const isScheme = pos < end && text.charCodeAt(pos) === COLON && pos - from >= 2 && pos - from <= 32 && isLetter(text.charCodeAt(from));
  const close = isScheme ? uriEnd(text, pos + 1, end) : emailEnd(text, from, end);
  if (close < 0) return false;
  cursor.seek(close + 1, cursor.piece);
  return true;
}

function uriEnd(text: string, from: number, end: number): number {
  for (let pos = from; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === GREATER) return pos;
    if (code <= SPACE || code === LESS || code === DELETE) return -1;
  }
  return -1;
}

const EMAIL_MARKS = ".!#$%&'*+/=?^_`{|}~-";

function emailEnd(text: string, from: number, end: number): number {
  let pos = from;
  while (pos < end && (isAlphanumeric(text.charCodeAt(pos)) || EMAIL_MARKS.includes(text.charAt(pos)))) pos++;
  if (pos === from || pos >= end || text.charCodeAt(pos) !== AT) return -1;
  for (;;) {
    const labelFrom = ++pos;
    while (pos < end && (isAlphanumeric(text.charCodeAt(pos)) || text.charCodeAt(pos) === DASH)) pos++;
    const size = pos - labelFrom;
    if (size === 0 || size > 63 || pos >= end) return -1;
    if (text.charCodeAt(labelFrom) === DASH || text.charCodeAt(pos - 1) === DASH) return -1;
    const code = text.charCodeAt(pos);
    if (code === GREATER) return pos;
    if (code !== DOT) return -1;
  }
}

/** The forms of raw HTML that end with a mark of their own: comment, processing instruction, declaration, CDATA. */
export type HtmlMark = 'comment' | 'instruction' | 'declaration' | 'cdata';

/** Which form the `<` at `pos` opens, or null. */
export function findHtmlMark(text: string, pos: number, end: number): HtmlMark | null {
  const next = pos + 1 < end ? text.charCodeAt(pos + 1) : END;
  if (next === QUESTION) return 'instruction';
  if (next !== EXCLAMATION || pos + 2 >= end) return null;
  const third = text.charCodeAt(pos + 2);
  if (third === DASH) return text.charCodeAt(pos + 3) === DASH && pos + 3 < end ? 'comment' : null;
  if (third === BRACKET_OPEN) return text.startsWith('[CDATA[', pos + 2) ? 'cdata' : null;
  return isLetter(third) ? 'declaration' : null;
}

const MARK_LENGTH = { comment: 2, instruction: 2, declaration: 2, cdata: 9 } as const;

/** Steps over the rest of a form found by `findHtmlMark`, standing on its `<`. False where it does not end in this block. */
export function skipHtmlMark(cursor: BlockCursor, mark: HtmlMark): boolean {
  for (let count = MARK_LENGTH[mark]; count > 0; count--) cursor.step();
  let one = END;
  let two = END;
  for (let code = cursor.code(); code !== END; code = cursor.code()) {
    cursor.step();
    if (code === GREATER) {
      if (mark === 'declaration') return true;
      if (mark === 'comment' && one === DASH && two === DASH) return true;
      if (mark === 'instruction' && one === QUESTION) return true;
      if (mark === 'cdata' && one === BRACKET_CLOSE && two === BRACKET_CLOSE) return true;
    }
    if (code !== NEWLINE && code !== RETURN) {
      two = one;
      one = code;
    } else {
      one = END;
    }
  }
  return false;
}
