import type { Skip } from './skip';
import type { TextEdit } from '../text/text-edits';
import type { PropertyEdit } from '../front-matter/edit-front-matter';
import type { ReadProperties } from '../front-matter/front-matter';

/** What a planner decided for the text of one note. Made on the text found at the moment of writing, so it is never stale. */
export interface NotePlan {
  /** Empty where nothing is to be done. */
  readonly edits: readonly TextEdit[];
  /** The places left as they are, and why. */
  readonly skipped: readonly Skip[];
  /** References that gain a target, and working links that only change their form. */
  readonly repairs: number;
  readonly restyles: number;
  /** The property edits among `edits`, so that the result can be proved; empty for an edit of the body alone. */
  readonly properties: readonly PropertyEdit[];
  /** What was read of the front matter on the way, so that it need not be read again to prove the plan. */
  readonly known?: readonly ReadProperties[];
}

/** Plans one note: pure, called again on newer text whenever the note changed meanwhile. */
export type NotePlanner = (text: string) => NotePlan;

/** A plan that changes nothing, with the reasons for it. */
export const untouched = (...skipped: readonly Skip[]): NotePlan => ({ edits: [], skipped, repairs: 0, restyles: 0, properties: [] });
