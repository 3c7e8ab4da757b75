import { scanNote } from './scan-note';
import { applyEdits } from './text-edits';
import type { TextEdit } from './text-edits';

/** An edit that puts one link in place of something, and the destination that the link must have, as the scanner gives it. */
export interface LinkEdit {
  readonly edit: TextEdit;
  readonly destination: string;
}

/**
 * The edits whose link would not be read as written, once all are applied: swallowed by what stands around it, ended early, or
 * taken for an embed. A planner leaves those places as they are.
 */
export function findLostLinks<T extends LinkEdit>(text: string, planned: readonly T[]): ReadonlySet<T> {
  const lost = new Set<T>();
  if (planned.length === 0) return lost;
  const ordered = [...planned].sort((a, b) => a.edit.from - b.edit.from);
  const links = new Map(scanNote(applyEdits(text, ordered.map(({ edit }) => edit))).links.map((link) => [link.from, link]));
  let shift = 0;
  for (const link of ordered) {
    const { from, to, insert } = link.edit;
    const read = links.get(from + shift);
    if (read?.to !== from + shift + insert.length || read.destination !== link.destination) lost.add(link);
    shift += insert.length - (to - from);
  }
  return lost;
}
