import type { Reader } from './missing-work-index';
import type { Paper } from '../papers/paper';
import type { Problem } from '../papers/problem';
import type { ReferenceRows } from './reference-rows';

/** What the index keeps of one note. */
export interface LibraryEntry {
  readonly number: number;
  readonly path: string;
  paper: Paper | null;
  problems: readonly Problem[];
  /** Resolved. Null: no references section, or none settled yet. */
  rows: ReferenceRows | null;
  /** What was given and is not settled yet; undefined where nothing waits. */
  given: number[] | null | undefined;
  ambiguous: Problem | null;
  /** What it cites was counted as cited by a paper that is so far. */
  reader: Reader;
}
