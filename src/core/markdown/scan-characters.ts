export const TAB = 9;
export const NEWLINE = 10;
export const RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const PAREN_OPEN = 40;
export const PAREN_CLOSE = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const ZERO = 48;
export const ONE = 49;
export const NINE = 57;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const BRACKET_OPEN = 91;
export const BACKSLASH = 92;
export const BRACKET_CLOSE = 93;
export const CARET = 94;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const PIPE = 124;
export const TILDE = 126;
export const DELETE = 127;
export const BYTE_ORDER_MARK = 0xfeff;

/** Space or tab: the only white space inside a line that Markdown's structure knows. */
export const isBlank = (code: number): boolean => code === SPACE || code === TAB;

/** Space, tab or a line break. */
export const isSpace = (code: number): boolean => code === SPACE || code === TAB || code === NEWLINE || code === RETURN;

export const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export const isAlphanumeric = (code: number): boolean => isLetter(code) || isDigit(code);

/** ASCII punctuation: what a backslash can escape. */
export const isPunctuation = (code: number): boolean =>
  (code > SPACE && code < ZERO) || (code > NINE && code < 65) || (code > 90 && code < 97) || (code > 122 && code < DELETE);

/** Start of the trailing white space of `text[from, to)`, that is, the end of what stands before it. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The first `mark` at or after `from`, or the text's end. */
export function findOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
