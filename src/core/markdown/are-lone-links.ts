import type { LinkEdit } from './link-edit';
import { findSpan } from './find-span';
import { BRACKET_OPEN, TILDE, findOrEnd, isAlphanumeric } from './scan-characters';
import { scanInlines } from './scan-inlines';
import type { NoteScan } from './scan-note';

/**
 * True where each edit puts its link in place of all that a list item says, on one line, and surely nothing else changes: no other link
 * comes, goes or leads elsewhere. So it is with nearly all references, and then only what is new has to be scanned. False may mean
 * either. `scan` is that of `text`, and the edits are in its order.
 *
 * Why that is enough: such a line is a marker and a paragraph, before and after. What makes it an item stands before the edit; its
 * first character opens nothing but a paragraph; and the next line does not go on with it (the item's content would be longer), so
 * it is no header of a table and no heading. All other lines are the same and thus read the same. Links are found in each paragraph
 * by itself, but for what the note defines: without `]:` there are no definitions, without `$$` and `%%` no blocks that pair over lines.
 */
export function areLoneLinks(text: string, scan: NoteScan, planned: readonly LinkEdit[]): boolean {
  if (reachesOverLines(text) || !areWholeItems(text, scan, planned)) return false;
  const inserted = planned.map(({ edit }) => edit.insert).join('\n');
  if (reachesOverLines(inserted) || inserted.includes('\r')) return false;
  const pieces: number[] = [];
  for (let from = 0; pieces.length < 2 * planned.length; ) {
    const to = findOrEnd(inserted, '\n', from);
    pieces.push(from, to);
    from = to + 1;
  }
  const blocks = planned.map((_, first) => ({ first, count: 1, line: 0, item: -1, inTable: false }));
  const { links } = scanInlines(inserted, { blocks, pieces, definitions: NOTHING_DEFINED, footnotes: NO_FOOTNOTES });
  return links.length === planned.length && planned.every(({ edit, destination }, at) => {
    const link = links[at];
    const from = pieces[2 * at];
    return link !== undefined && link.from === from && link.to === from + edit.insert.length && link.destination === destination && inserted.charCodeAt(from) === BRACKET_OPEN;
  });
}

const NOTHING_DEFINED: ReadonlyMap<string, never> = new Map<string, never>();
const NO_FOOTNOTES: ReadonlySet<string> = new Set<string>();

const reachesOverLines = (text: string): boolean => text.includes(']:') || text.includes('$$') || text.includes('%%');

/** Whether each edit replaces the whole of an item, which is a paragraph on one line. */
function areWholeItems(text: string, { items, protectedSpans }: NoteScan, planned: readonly LinkEdit[]): boolean {
  let next = 0;
  let newline = -1;
  let carriage = -1;
  let last = -1;
  for (const { edit } of planned) {
    const { from, to } = edit;
    if (from <= last || to <= from) return false;
    last = from;
    while (next < items.length && (items[next]?.from ?? 0) < from) next++;
    const item = items[next - 1];
    if (item?.contentFrom !== from || item.contentTo !== to) return false;
    const code = text.charCodeAt(from);
    if (code !== BRACKET_OPEN && code <= TILDE && !isAlphanumeric(code)) return false;
    if (newline < from) newline = findOrEnd(text, '\n', from);
    if (carriage < from) carriage = findOrEnd(text, '\r', from);
    if (newline < to || carriage < to) return false;
    const held = findSpan(protectedSpans, from);
    if (held !== null && held.from < to) return false;
  }
  return true;
}
