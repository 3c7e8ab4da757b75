import type { NoteScan, Span } from './note-scan';
import { scanBlocks } from './scan-blocks';
import { BYTE_ORDER_MARK, NEWLINE, RETURN, isBlank } from './scan-characters';
import { scanInlines } from './scan-inlines';

export type { Heading, ListItem, NoteLink, NoteScan, Span } from './note-scan';

/**
 * Finds the headings, list items and links of a note, and where its text is code, math, HTML or a comment. Reads Markdown as
 * CommonMark and GitHub's tables, task lists and footnotes do, and Obsidian's wikilinks, math and comments. Takes time in
 * proportion to the text, whatever stands in it, keeps nothing, and refuses nothing: every text is a note.
 */
export function scanNote(text: string): NoteScan {
  const { bodyFrom, line } = findBody(text);
  const structure = scanBlocks(text, bodyFrom, line);
  const inlines = scanInlines(text, structure);
  const protectedSpans = mergeSpans(structure.spans, inlines.spans);
  const frontMatterFrom = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  if (bodyFrom > frontMatterFrom) protectedSpans.unshift({ from: frontMatterFrom, to: bodyFrom });
  return { bodyFrom, headings: structure.headings, items: structure.items, links: inlines.links, protectedSpans };
}

/** Where the text begins after the front matter, if there is one, and a byte-order mark; and the line that this is. */
function findBody(text: string): { bodyFrom: number; line: number } {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const none = { bodyFrom: start, line: 0 };
  if (!text.startsWith('---', start) || !endsLine(text, start + 3)) return none;
  let line = 0;
  for (let at = nextLine(text, start); at < text.length; at = nextLine(text, at)) {
    line++;
    const mark = text.startsWith('---', at) || text.startsWith('...', at);
    if (mark && endsLine(text, at + 3)) return { bodyFrom: nextLine(text, at), line: line + 1 };
  }
  return none;
}

function endsLine(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at >= text.length || text.charCodeAt(at) === NEWLINE || text.charCodeAt(at) === RETURN;
}

function nextLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline + 1;
}

/** Two lists in document order as one. */
function mergeSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  if (b.length === 0) return [...a];
  if (a.length === 0) return [...b];
  return [...a, ...b].sort((one, other) => one.from - other.from);
}
