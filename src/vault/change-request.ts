import type { NotePlanner } from '../core/changes/note-plan';
import type { ChangeKind } from '../core/changes/planned-change';
import type { Skip } from '../core/changes/skip';

/** What is asked for: notes to plan, each on the text found at the moment, and notes to create. */
export interface ChangeRequest {
  readonly kind: ChangeKind;
  /** In words, without a full stop. */
  readonly title: string;
  readonly edits: readonly { readonly path: string; readonly plan: NotePlanner }[];
  readonly creates: readonly { readonly path: string; readonly text: string }[];
  /** What is known beforehand to be left alone. */
  readonly skipped: readonly Skip[];
  /** Told of each note that could not be created, so that planning again leads no link to it. */
  onCreateFailed?(path: string): void;
}

/** How a request is carried out, or planned. */
export interface RunOptions {
  /** Paths that the user left out in the preview. */
  readonly leftOut?: ReadonlySet<string>;
  /** Told after every note; answers whether to go on. */
  readonly onProgress?: (done: number, total: number) => boolean;
}
