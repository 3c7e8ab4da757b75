import type { Skip } from './skip';
import type { TextEdit } from './text-edits';

/** What kind of work a change does; shown in the list of changes and used to decide whether it is previewed. */
export type ChangeKind = 'set-status' | 'link' | 'restore' | 'create' | 'point-citations' | 'undo';

/** Lines that change together: `line` counts from 1 in the text before; either list may be empty. */
export interface LineHunk {
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a change would do to one note. `before` is null for a note that is created. */
export interface PlannedNote {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
  readonly edits: readonly TextEdit[];
  readonly hunks: readonly LineHunk[];
  /** References that gain a target, and working links that only change their form. */
  readonly repairs: number;
  readonly restyles: number;
}

/** A change worked out on the texts as they are now: nothing has been written. */
export interface PlannedChange {
  readonly kind: ChangeKind;
  /** In words, without a full stop: `Set the status of 12 papers to read`. */
  readonly title: string;
  /** Ordered by path. */
  readonly notes: readonly PlannedNote[];
  readonly skipped: readonly Skip[];
}
