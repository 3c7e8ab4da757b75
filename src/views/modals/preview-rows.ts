import type { LineHunk, PlannedNote } from '../../core/changes/planned-change';
import type { Skip, SkipReason } from '../../core/changes/skip';

/** The part of a change that is carried out; null for all of it. */
export type OnlyKind = 'repairs' | 'restyling' | null;

/** One row of the preview: a note, a place in an opened note, or a line of its difference. */
export type PreviewRow =
  | { readonly type: 'note'; readonly key: string; readonly note: PlannedNote; readonly isOpen: boolean }
  | { readonly type: 'place'; readonly key: string; readonly line: number }
  | {
      readonly type: 'line';
      readonly key: string;
      readonly side: 'removed' | 'added';
      readonly text: string;
      /** The line it replaces or is replaced by, to mark what differs; null where there is none. */
      readonly other: string | null;
    };

/** One row of what is skipped: a reason with its count, or one thing skipped for it. */
export type SkipRow =
  | { readonly type: 'reason'; readonly key: string; readonly reason: SkipReason; readonly count: number; readonly isOpen: boolean }
  | { readonly type: 'skip'; readonly key: string; readonly skip: Skip };

/** What a change comes to. `created` and `changed` together are all notes. */
export interface PreviewCounts {
  readonly created: number;
  readonly changed: number;
  readonly repairs: number;
  readonly restyles: number;
}

/** The notes that have something of the kind; a new note belongs to every kind. */
export function notesOfKind(notes: readonly PlannedNote[], only: OnlyKind): readonly PlannedNote[] {
  if (only === null) return notes;
  return notes.filter((note) => note.isNew || (only === 'repairs' ? note.repairs : note.restyles) > 0);
}

/** What is done to these notes when only that kind is carried out. */
export function countChanges(notes: readonly PlannedNote[], only: OnlyKind): PreviewCounts {
  let created = 0;
  let repairs = 0;
  let restyles = 0;
  for (const note of notes) {
    if (note.isNew) created++;
    if (only !== 'restyling') repairs += note.repairs;
    if (only !== 'repairs') restyles += note.restyles;
  }
  return { created, changed: notes.length - created, repairs, restyles };
}

/** The notes as rows, those in `open` followed by their difference. */
export function previewRows(notes: readonly PlannedNote[], open: ReadonlySet<string>): readonly PreviewRow[] {
  return notes.flatMap((note): PreviewRow[] => {
    const isOpen = open.has(note.path);
    const row: PreviewRow = { type: 'note', key: note.path, note, isOpen };
    return isOpen ? [row, ...differenceRows(note)] : [row];
  });
}

function differenceRows(note: PlannedNote): readonly PreviewRow[] {
  if (note.isNew) {
    const lines = note.hunks.flatMap((hunk) => hunk.after);
    return lines.map((text, index) => ({ type: 'line', key: `${note.path}\n+${String(index)}`, side: 'added', text, other: null }));
  }
  return note.hunks.flatMap((hunk, index) => hunkRows(hunk, `${note.path}\n${String(index)}`));
}

function hunkRows({ line, before, after }: LineHunk, key: string): readonly PreviewRow[] {
  // Lines are compared one by one only where each has its counterpart.
  const arePairs = before.length === after.length;
  const rows = (side: 'removed' | 'added', texts: readonly string[], others: readonly string[]): PreviewRow[] =>
    texts.map((text, index) => ({
      type: 'line', key: `${key}${side}${String(index)}`, side, text, other: arePairs ? (others[index] ?? null) : null,
    }));
  return [{ type: 'place', key, line }, ...rows('removed', before, after), ...rows('added', after, before)];
}

/** What is skipped, grouped by reason, the most frequent first; the reasons in `open` followed by each case in its order. */
export function skipRows(skipped: readonly Skip[], open: ReadonlySet<SkipReason>): readonly SkipRow[] {
  const groups = new Map<SkipReason, Skip[]>();
  for (const skip of skipped) {
    const group = groups.get(skip.reason);
    if (group) group.push(skip);
    else groups.set(skip.reason, [skip]);
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([reason, skips]): SkipRow[] => {
      const isOpen = open.has(reason);
      const row: SkipRow = { type: 'reason', key: reason, reason, count: skips.length, isOpen };
      if (!isOpen) return [row];
      return [row, ...skips.map((skip, index): SkipRow => ({ type: 'skip', key: `${reason}\n${String(index)}`, skip }))];
    });
}
