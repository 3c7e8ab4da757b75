import type { Paper } from '../papers/paper';
import type { Problem } from '../papers/problem';
import type { StatusTally } from './status-tallies';

/**
 * How a reference's text stands: its link leads to a note, its link leads nowhere, it has no link; or, where no path
 * decides and several papers fit, ambiguous.
 */
export type ReferenceState = 'linked' | 'broken' | 'plain' | 'ambiguous';

/** The step of the resolution that found the target. */
export type ResolvedVia = 'path' | 'key' | 'title' | 'id';

export interface ResolvedReference {
  readonly state: ReferenceState;
  /** The source text of the link, or of a plain item. */
  readonly text: string;
  /** What a reader sees: the link's label or the plain text, without formatting. */
  readonly label: string;
  /** Line in the note, from 1. */
  readonly line: number;
  /** Path of the note that is meant, or null. A note that is no paper can be linked to; it counts as no citation. */
  readonly target: string | null;
  readonly via: ResolvedVia | null;
  /** The papers to choose from, when ambiguous. */
  readonly candidates: readonly string[];
  /** The missing work this is a reference to, or null. */
  readonly missingKey: string | null;
}

/** References of one paper by state, and `reparable`: the broken and plain ones that have a target. */
export interface ReferenceCounts {
  readonly linked: number;
  readonly broken: number;
  readonly plain: number;
  readonly ambiguous: number;
  readonly reparable: number;
}

/** A work that papers cite and that has no note. */
export interface MissingWork {
  /** Stable name of the work: equal references have equal keys. */
  readonly key: string;
  readonly title: string;
  /** Distinct papers citing it, and how many of those are read. */
  readonly citedBy: number;
  readonly readBy: number;
  /** How many of those are being read, as things are when it is asked for. */
  readonly activeBy: number;
  /** Paths, sorted. */
  readonly citing: readonly string[];
  /** Why it is kept apart: debris of text recognition, or hidden by the user; null for a work that is shown. */
  readonly hidden: 'debris' | 'user' | null;
}

/** How many papers cite something, and how many of those are read and being read. */
export interface Readers {
  readonly citedBy: number;
  readonly readBy: number;
  readonly activeBy: number;
}

/** How many missing works as many papers cite, have read and are reading. */
export interface ReaderTally extends Readers {
  readonly count: number;
}

/** A paper that shares references with another: `shared` counts the works that both cite. */
export interface RelatedPaper {
  readonly path: string;
  readonly shared: number;
}

/** The questions that views, commands and the API ask. Every answer is plain data, true at the time it is given. */
export interface Library {
  /** Grows with every change; equal revisions mean equal answers. */
  readonly revision: number;
  /** All papers, ordered by path. The array is the same object until the revision changes. */
  papers(): readonly Paper[];
  /** How many papers have which status, in no order: the sum of them is the number of papers. */
  statusTallies(): readonly StatusTally[];
  paper(path: string): Paper | null;
  /** In document order; null for a paper without a references section (and for a note that is no paper). */
  references(path: string): readonly ResolvedReference[] | null;
  counts(path: string): ReferenceCounts | null;
  /** The sum of them, without looking at each; null likewise. */
  referenceCount(path: string): number | null;
  /** Paths of the papers that cite it, sorted. */
  citing(path: string): readonly string[];
  citedByCount(path: string): number;
  /** How far the papers are that cite the one at this place among `papers()`. */
  readersAt(place: number): Readers;
  /** Ranked: by citing papers, then by how many of those are read, then by title. Without the hidden ones. */
  missing(): readonly MissingWork[];
  /** How many those are: ranking them takes longer than counting. */
  missingCount(): number;
  /** What cites them, as things are now, in the order of `missing()`: the sum of the counts is the number of missing works. */
  missingTallies(): readonly ReaderTally[];
  /** Debris and what the user hid, ranked likewise. */
  hiddenMissing(): readonly MissingWork[];
  /** The missing work with that key, hidden or not; null where no paper cites such a one. */
  missingWork(key: string): MissingWork | null;
  problems(): readonly Problem[];
  /** The papers that share most references with this one, at most `limit`. */
  related(path: string, limit: number): readonly RelatedPaper[];
}

/** Loading is a state that views show, so that an empty list never looks like a fact. */
export type LibraryState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'reading'; readonly done: number; readonly total: number }
  | { readonly phase: 'ready' };

/** The library as it lives: its state, its answers, and word of every change. */
export interface LibrarySource {
  readonly state: LibraryState;
  readonly library: Library;
  /** Calls back after the state or the library changed, at most once a frame. Returns its own off. */
  onChange(callback: () => void): () => void;
}
