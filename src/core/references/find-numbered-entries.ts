import { findSpan } from '../markdown/find-span';
import { firstPlace } from '../collections/first-place';
import { BACKSLASH, BRACKET_OPEN } from '../markdown/scan-characters';
import type { ListItem, NoteScan, Span } from '../markdown/scan-note';

/** An entry stands in for a list item; it ends where its content does. */
export type NumberedEntry = ListItem & Span;

/** `[1] ` as bibliographies number their entries, escaped where it was pasted, and `[^a]: ` of a footnote. `[1]: ` defines a link. */
const MARKER = /(?:\\?\[\d{1,4}\\?\]|\[\^[^[\]\s]{1,40}\]:)[ \t]+(?=\S)/y;

/**
 * The entries of references sections that are no list items to Markdown: lines that begin with a number in brackets, and footnotes. Each goes
 * as far as the next one, the next blank line, heading or list item.
 */
export function findNumberedEntries(text: string, scan: NoteScan, sections: readonly Span[]): readonly NumberedEntry[] {
  const entries: NumberedEntry[] = [];
  let line = 0;
  let counted = 0;
  for (const from of startsIn(text, scan, sections)) {
    const size = markerSize(text, from);
    if (size === 0 || isTaken(scan, from)) continue;
    for (let next = text.indexOf('\n', counted); next >= 0 && next < from; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    const to = endOfEntry(text, from, endAmong(scan, from, findSpan(sections, from)?.to ?? text.length));
    entries.push({ from, to, contentFrom: from + size, contentTo: to, paragraphTo: to, line, parent: -1, ordered: true, task: false });
  }
  return entries;
}

/** Where lines between the items of the sections begin with what could be a marker. */
function startsIn(text: string, { items }: NoteScan, sections: readonly Span[]): readonly number[] {
  const starts: number[] = [];
  for (const section of sections) {
    let at = section.from;
    for (let place = firstPlace(items.length, (index) => (items[index]?.from ?? 0) >= section.from); at < section.to; place++) {
      const item = items[place];
      const to = Math.min(section.to, item?.from ?? section.to);
      for (let end = text.indexOf('\n', at); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) {
        const first = text.charCodeAt(end + 1);
        if (first === BRACKET_OPEN || first === BACKSLASH) starts.push(end + 1);
      }
      at = Math.max(to, item?.contentTo ?? to);
    }
  }
  return starts;
}

function markerSize(text: string, at: number): number {
  MARKER.lastIndex = at;
  return MARKER.exec(text)?.[0].length ?? 0;
}

/** Whether the line is part of code, of a comment or of an underlined heading, or its number is a link. */
function isTaken({ protectedSpans, headings, links }: NoteScan, from: number): boolean {
  for (const held of [findSpan(protectedSpans, from), findSpan(headings, from)]) if (held !== null && held.from <= from) return true;
  return links[firstPlace(links.length, (place) => (links[place]?.from ?? 0) >= from)]?.from === from;
}

/** The first heading or item behind an entry, or the end of its section. */
function endAmong({ headings, items }: NoteScan, from: number, end: number): number {
  const heading = headings[firstPlace(headings.length, (place) => (headings[place]?.from ?? 0) > from)];
  const item = items[firstPlace(items.length, (place) => (items[place]?.from ?? 0) > from)];
  return Math.min(end, heading?.from ?? end, item?.from ?? end);
}

function endOfEntry(text: string, from: number, end: number): number {
  let to = from;
  for (let next = from; next < end && (next === from || markerSize(text, next) === 0); ) {
    const newline = text.indexOf('\n', next);
    const stop = newline < 0 ? end : Math.min(newline, end);
    const written = text.slice(next, stop).trimEnd();
    if (written.trim() === '') break;
    to = next + written.length;
    next = stop + 1;
  }
  return to;
}
