import type { ResolvedVia } from './library';
import type { FoundReference } from '../references/find-references';

/** What a reference means: a target with the step that found it, several candidates, or nothing. */
export interface Resolution {
  /** Path of the note, or null. Equal to the source where a note's link or title leads to itself. */
  readonly target: string | null;
  readonly via: ResolvedVia | null;
  /** Two or more, by path, where the reference is ambiguous, else empty. */
  readonly candidates: readonly string[];
}

/** The parts of a found reference that decide what it means. */
export type ReferenceQuestion = Pick<FoundReference, 'label' | 'linkpath' | 'titles' | 'ids'>;

/** Answers what a reference of the note at `source` means, by the library as it is. */
export interface ReferenceResolver {
  resolve(source: string, reference: ReferenceQuestion): Resolution;
  /** False where a reference without a link that is `note.slice(from, to)` surely means nothing: most do, and that is told much sooner. */
  mayMean?(note: string, from: number, to: number): boolean;
}
