import type { StatusKind } from './status-vocabulary';

/** A paper note as read: everything the views and the index know of it. Absent values are null or empty lists. */
export interface Paper {
  /** Vault path of the note. */
  readonly path: string;
  readonly title: string;
  readonly titleKey: string;
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly venue: string | null;
  /** Front matter tags without `#`. */
  readonly tags: readonly string[];
  readonly metaKey: string | null;
  readonly aliases: readonly string[];
  /** The vocabulary's value, or the note's own text where it is outside it. */
  readonly status: string;
  /** Null for a status outside the vocabulary. */
  readonly statusKind: StatusKind | null;
  /** `yyyy-MM-dd`. */
  readonly readDate: string | null;
  /** Citations worldwide, as the note says. */
  readonly numCitedBy: number | null;
  readonly pdf: string | null;
  readonly urls: readonly string[];
  /** `doi:…` and `arxiv:…`, lower case, from the note's identifier fields and urls. */
  readonly ids: readonly string[];
}

/** Whether two of them, of different times, are of one note. */
export const isSamePaper = (before: Paper, now: Paper): boolean => before === now || before.path === now.path;
