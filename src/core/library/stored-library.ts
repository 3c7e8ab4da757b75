import { ROW } from './reference-rows';
import type { WrittenReference } from '../references/written-reference';

/** What a note's text said when it was read. */
export interface StoredNote {
  readonly path: string;
  /** Of the file when it was read: where either differs now, the note has to be read again. */
  readonly mtime: number;
  readonly size: number;
  /** `ReferenceRows` without meanings; null for a note without a references section. */
  readonly references: number[] | null;
  /** JSON of the note's problems where only its text tells them, else null. */
  readonly problems: string | null;
}

/** The wording that has a number, by its text where it is plain words; null where no note held it any more. */
export type StoredWording = WrittenReference | string | null;

/** Wordings as one text, to be kept between starts. `readStoredWordings` gives the same back. */
export function writeStoredWordings(wordings: readonly StoredWording[]): string {
  return JSON.stringify(
    wordings.map((wording) => {
      if (wording === null || typeof wording === 'string') return wording;
      const { text, label, linkpath, titles, ids } = wording;
      return [text, label, linkpath, titles, ids];
    }),
  );
}

/** Null for a text that `writeStoredWordings` cannot have written. */
export function readStoredWordings(stored: string): readonly StoredWording[] | null {
  const rows = readList(stored);
  if (rows === null) return null;
  const wordings: StoredWording[] = [];
  for (const row of rows) {
    const wording = readWording(row);
    if (wording === undefined) return null;
    wordings.push(wording);
  }
  return wordings;
}

/** Notes as one text. `readStoredNotes` gives the same back. */
export function writeStoredNotes(notes: readonly StoredNote[]): string {
  return JSON.stringify(notes.map(({ path, mtime, size, references, problems }) => [path, mtime, size, references, problems]));
}

/** Null for a text that `writeStoredNotes` cannot have written. */
export function readStoredNotes(stored: string): readonly StoredNote[] | null {
  const rows = readList(stored);
  if (rows === null) return null;
  const notes: StoredNote[] = [];
  for (const row of rows) {
    const note = readNote(row);
    if (note === null) return null;
    notes.push(note);
  }
  return notes;
}

function readList(stored: string): unknown[] | null {
  try {
    const list: unknown = JSON.parse(stored);
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}

function readWording(row: unknown): StoredWording | undefined {
  if (typeof row === 'string' || row === null) return row;
  if (!Array.isArray(row)) return undefined;
  const [text, label, linkpath, titles, ids] = row as unknown[];
  if (typeof text !== 'string' || typeof label !== 'string' || (linkpath !== null && typeof linkpath !== 'string') || !areTexts(titles) || !areTexts(ids)) return undefined;
  return { text, label, linkpath, titles, ids };
}

function readNote(row: unknown): StoredNote | null {
  if (!Array.isArray(row)) return null;
  const [path, mtime, size, references, problems] = row as unknown[];
  if (typeof path !== 'string' || typeof mtime !== 'number' || typeof size !== 'number') return null;
  if ((references !== null && !areRows(references)) || (problems !== null && typeof problems !== 'string')) return null;
  return { path, mtime, size, references, problems };
}

const areTexts = (values: unknown): values is string[] => Array.isArray(values) && values.every((value) => typeof value === 'string');
const areRows = (values: unknown): values is number[] => Array.isArray(values) && values.length % ROW === 0 && values.every((value) => Number.isSafeInteger(value) && value >= 0);
