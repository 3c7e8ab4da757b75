import { readLiteralText } from './read-literal-text';

/**
 * Markdown that shows a text as it is, in a link label or a heading: escaped no more than needed, and not at all where the
 * characters stand for themselves (brackets that match, a lone `*`). Line breaks become spaces. Reads back equal by
 * `readLiteralText`.
 */
export function writeLiteralText(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  if (isLiteral(line, line)) return line;
  const withBrackets = line.replace(/[\\[\]]/g, '\\$&');
  if (isLiteral(withBrackets, line)) return withBrackets;
  return escapeMarkdown(line);
}

/** True for text that surely is its own Markdown, in a table, too: written and read as literal text it stays as it is. False may mean either. */
export const isPlainLiteral = (text: string): boolean => !/[\\[\]*_~=`$<&!^%|\r\n]/.test(text);

/** One line of text with every character escaped that Markdown could take for a mark. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\[\]*_~=`$<&!^%]/g, '\\$&');
}

function isLiteral(source: string, text: string): boolean {
  if (/%%|\[\[|\]\]|\]\(|\]\[|\]:/.test(source) || !bracketsMatch(source)) return false;
  const read = readLiteralText(source);
  // A backslash at the end would escape the bracket that closes the label.
  return read.ok && read.value === text && !/(?:^|[^\\])(?:\\\\)*\\$/.test(source);
}

function bracketsMatch(source: string): boolean {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth < 0) return false;
  }
  return depth === 0;
}
