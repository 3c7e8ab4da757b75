import type { ChangeKind, PlannedNote } from './planned-change';
import { applyEdits } from './text-edits';
import type { TextEdit } from './text-edits';

/**
 * What the journal holds of one change before the first note is touched: for each note the whole text before and the edits,
 * so that the text after is known exactly (a hash could not tell a torn note from another one). `before` is null for a note
 * that is created; its text after is then the one edit's.
 */
export interface ChangeRecord {
  readonly format: 1;
  readonly id: string;
  /** Another device's record is listed, never finished. */
  readonly device: string;
  /** When it was begun, ISO 8601. */
  readonly time: string;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly notes: readonly RecordedNote[];
}

export interface RecordedNote {
  readonly path: string;
  readonly before: string | null;
  readonly edits: readonly TextEdit[];
}

/** How a change ended; written beside the record when the last note is done. A record without one was interrupted. */
export interface ChangeOutcome {
  readonly format: 1;
  readonly id: string;
  readonly device: string;
  readonly time: string;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly changed: readonly string[];
  readonly created: readonly string[];
  readonly skipped: number;
}

/** The record of a note that is about to be written. */
export function recordNote(note: PlannedNote): RecordedNote {
  return note.before === null
    ? { path: note.path, before: null, edits: [{ from: 0, to: 0, insert: note.after }] }
    : { path: note.path, before: note.before, edits: note.edits };
}

/** The text that the note has when the change is done to it. */
export function textAfter(note: RecordedNote): string {
  return applyEdits(note.before ?? '', note.edits);
}

/** How a note stands towards a record of it. */
export type NoteStanding = 'before' | 'after' | 'torn' | 'other';

/**
 * `torn` is what a crash in the middle of a write leaves: nothing, or a proper prefix of the text that was being written, the one after or,
 * while the change was taken back, the one before. `current` is null for a note that does not exist, which for a created note
 * is its state before.
 */
export function standingOf(note: RecordedNote, current: string | null): NoteStanding {
  if (current === note.before) return 'before';
  const after = textAfter(note);
  if (current === after) return 'after';
  return current !== null && (after.startsWith(current) || note.before?.startsWith(current) === true) ? 'torn' : 'other';
}

/** A record read from disk; null for what is none, or is of a later format. */
export function readChangeRecord(data: unknown): ChangeRecord | null {
  if (!isObject(data) || data['format'] !== 1 || !Array.isArray(data['notes'])) return null;
  const { id, device, time, kind, title } = data;
  if (typeof id !== 'string' || typeof device !== 'string' || typeof time !== 'string' || typeof title !== 'string' || !isKind(kind)) return null;
  const notes: RecordedNote[] = [];
  for (const note of data['notes'] as readonly unknown[]) {
    if (!isObject(note) || typeof note['path'] !== 'string' || !Array.isArray(note['edits'])) return null;
    const before = note['before'];
    if (before !== null && typeof before !== 'string') return null;
    const edits: TextEdit[] = [];
    for (const edit of note['edits'] as readonly unknown[]) {
      if (!isObject(edit)) return null;
      const { from, to, insert } = edit;
      if (typeof from !== 'number' || typeof to !== 'number' || typeof insert !== 'string') return null;
      edits.push({ from, to, insert });
    }
    notes.push({ path: note['path'], before, edits });
  }
  return { format: 1, id, device, time, kind, title, notes };
}

/** An outcome read from disk; null for what is none. */
export function readChangeOutcome(data: unknown): ChangeOutcome | null {
  if (!isObject(data) || data['format'] !== 1) return null;
  const { id, device, time, kind, title, changed, created, skipped } = data;
  if (typeof id !== 'string' || typeof device !== 'string' || typeof time !== 'string' || typeof title !== 'string' || !isKind(kind)) return null;
  if (!isPaths(changed) || !isPaths(created)) return null;
  return { format: 1, id, device, time, kind, title, changed, created, skipped: typeof skipped === 'number' ? skipped : 0 };
}

const KINDS: readonly ChangeKind[] = ['set-status', 'link', 'restore', 'create', 'point-citations', 'undo'];

const isKind = (value: unknown): value is ChangeKind => KINDS.some((kind) => kind === value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isPaths = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((path) => typeof path === 'string');
