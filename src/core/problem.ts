/** What is wrong with a note, as codes for the views. */
export type ProblemCode =
  | 'invalid-yaml'
  | 'unclosed-front-matter'
  | 'foreign-front-matter' // a fence in another language than YAML: never run
  | 'unreadable-property'
  | 'unreadable-note'
  | 'duplicate-title'
  | 'duplicate-key'
  | 'ambiguous-references';

/** One thing the user should know of a note, in words that say what can be done. `line` counts from 1, null for the whole note. */
export interface Problem {
  readonly code: ProblemCode;
  readonly path: string;
  readonly line: number | null;
  readonly message: string;
  /** The other notes concerned: the duplicates of this one, say. */
  readonly others: readonly string[];
}
