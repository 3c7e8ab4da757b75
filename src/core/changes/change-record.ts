import { isBeginning } from '../text/is-beginning';
import type { ChangeKind } from './planned-change';
import { applyEdits, inTextOrder } from '../text/text-edits';
import type { TextEdit } from '../text/text-edits';

/** What a change is, as its record and its outcome both say. */
export interface ChangeHead {
  readonly format: 1;
  readonly id: string;
  /** Another device's record is listed, never finished. */
  readonly device: string;
  /** When it was begun, ISO 8601. */
  readonly time: string;
  readonly kind: ChangeKind;
  readonly title: string;
}

/**
 * What the journal holds of one change before the first note is touched: for each note the whole text before and the edits,
 * so that the text after is known exactly (a hash could not tell a torn note from another one). The notes of a large change lie in
 * `parts` files before this one, and the rest of them in it, so that no more than one file is in memory at a time.
 */
export interface ChangeRecord extends ChangeHead {
  /** How many files of notes come before. */
  readonly parts: number;
  /** How many notes there are in all. */
  readonly count: number;
  readonly notes: readonly RecordedNote[];
}

/** One note of a record. `before` is null for a note that is created; its text after is then the one edit's. */
export interface RecordedNote {
  readonly path: string;
  readonly before: string | null;
  readonly edits: readonly TextEdit[];
  /** The file begins with a byte-order mark that is no part of `before`: the app takes it off when it reads, and a torn note has none left to tell by. */
  readonly hasMark?: true;
}

/** How a change ended; written beside the record when the last note is done. A record without one was interrupted. */
export interface ChangeOutcome extends ChangeHead {
  readonly changed: readonly string[];
  readonly created: readonly string[];
  /** How many places or notes were left as they are. */
  readonly skipped: number;
}

/** What is being taken back of a change: the notes of these paths, or all that it is about. */
export interface TakenBack {
  /** The one that does it, whichever made the change. */
  readonly device: string;
  readonly paths: readonly string[] | null;
}

/** A change that the journal holds, as the list of changes shows it. */
export interface KeptChange {
  readonly id: string;
  /** Made on this device. */
  readonly isOwn: boolean;
  /** When it was begun; null where the record cannot be read. */
  readonly time: Date | null;
  /** In words; null where the record cannot be read. */
  readonly title: string | null;
  /** `half-undone`: taking it back was interrupted. `locked`: a file of it is there, and cannot be read now. `unreadable`: it was torn before any note was touched. */
  readonly state: 'done' | 'interrupted' | 'half-undone' | 'locked' | 'unreadable';
  /** Paths; empty where the change was interrupted. */
  readonly changed: readonly string[];
  readonly created: readonly string[];
  /** How many notes it is about. */
  readonly count: number;
}

/** The record of a note that is about to be written. `before` is null for one that is to be created, with the text of its one edit. */
export function recordNote(path: string, before: string | null, edits: readonly TextEdit[], hasMark = false): RecordedNote {
  return { path, before, edits: inTextOrder(edits), ...(hasMark && { hasMark }) };
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
  return current !== null && (isBeginning(current, after) || (note.before !== null && isBeginning(current, note.before))) ? 'torn' : 'other';
}

/** A record read from disk; null for what is none, or is of a later format. */
export function readChangeRecord(data: unknown): ChangeRecord | null {
  const head = readHead(data);
  const notes = readRecordedNotes(data);
  if (!head || !notes || !isObject(data)) return null;
  const { parts, count } = data;
  return isCount(parts) && isCount(count) ? { ...head, parts, count, notes } : null;
}

/** The notes of a record, or of one of the files before it; null for what is none. */
export function readRecordedNotes(data: unknown): readonly RecordedNote[] | null {
  if (!isObject(data) || data['format'] !== 1 || !Array.isArray(data['notes'])) return null;
  const notes: RecordedNote[] = [];
  for (const note of data['notes'] as readonly unknown[]) {
    const read = readRecordedNote(note);
    if (!read) return null;
    notes.push(read);
  }
  return notes;
}

/** An outcome read from disk; null for what is none. */
export function readChangeOutcome(data: unknown): ChangeOutcome | null {
  const head = readHead(data);
  if (!head || !isObject(data)) return null;
  const { changed, created, skipped } = data;
  return isPaths(changed) && isPaths(created) && isCount(skipped) ? { ...head, changed, created, skipped } : null;
}

/** What is being taken back, read from disk; null for what is no word of it. */
export function readTakenBack(data: unknown): TakenBack | null {
  if (!isObject(data) || data['format'] !== 1) return null;
  const { device, paths } = data;
  return typeof device === 'string' && (paths === null || isPaths(paths)) ? { device, paths } : null;
}

/** The paths of notes that are still cut short, read from disk; null for what is no list of them. */
export function readTornPaths(data: unknown): readonly string[] | null {
  return isObject(data) && data['format'] === 1 && isPaths(data['paths']) ? data['paths'] : null;
}

function readHead(data: unknown): ChangeHead | null {
  if (!isObject(data) || data['format'] !== 1) return null;
  const { id, device, time, kind, title } = data;
  if (typeof id !== 'string' || typeof device !== 'string' || typeof time !== 'string' || typeof title !== 'string' || !isKind(kind)) return null;
  return { format: 1, id, device, time, kind, title };
}

function readRecordedNote(note: unknown): RecordedNote | null {
  if (!isObject(note) || typeof note['path'] !== 'string' || !Array.isArray(note['edits'])) return null;
  const { path, before } = note;
  if (before !== null && typeof before !== 'string') return null;
  const edits: TextEdit[] = [];
  let at = 0;
  for (const edit of note['edits'] as readonly unknown[]) {
    if (!isObject(edit)) return null;
    const { from, to, insert } = edit;
    if (!isCount(from) || !isCount(to) || typeof insert !== 'string') return null;
    // Edits that overlap or leave the text cannot be applied: the record is damaged.
    if (from < at || to < from || to > (before ?? '').length) return null;
    edits.push({ from, to, insert });
    at = to;
  }
  return { path, before, edits, ...(note['hasMark'] === true && { hasMark: true as const }) };
}

const KINDS: readonly ChangeKind[] = ['set-status', 'set-property', 'link', 'restore', 'create', 'point-citations'];

const isKind = (value: unknown): value is ChangeKind => KINDS.some((kind) => kind === value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isPaths = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((path) => typeof path === 'string');

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
