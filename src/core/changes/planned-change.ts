import type { Skip } from './skip';

/** What kind of work a change does; shown in the list of changes and used to decide whether it is previewed. */
export type ChangeKind = 'set-status' | 'set-property' | 'link' | 'restore' | 'create' | 'point-citations';

/** Lines that change together: `line` counts from 1 in the text before; either list may be empty. */
export interface LineHunk {
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a change would do to one note. It holds the lines that change and not the whole text: 10,000 of these have to fit into memory. */
export interface PlannedNote {
  readonly path: string;
  /** The note is created; its lines are then those of one hunk without a `before`. */
  readonly isNew: boolean;
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
