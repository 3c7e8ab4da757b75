import type { Library, LibraryState, MissingWork, ResolvedReference } from './library';
import type { Paper } from '../papers/paper';
import type { StatusKind } from '../papers/status-vocabulary';
import type { TextOrder } from '../collections/text-order';

/** Which references are listed: all, those whose target is a paper, those without a note, those that several papers fit. */
export type ReferenceFilter = 'all' | 'library' | 'missing' | 'ambiguous';

/** The filters in the order in which they are offered. */
export const REFERENCE_FILTERS: readonly ReferenceFilter[] = ['all', 'library', 'missing', 'ambiguous'];

interface EntryBase {
  /** Unique in the list, and the same as long as the reference stands at the same place in it. */
  readonly id: string;
  /** What a reader sees in the note. */
  readonly label: string;
  /** The source text of the reference. */
  readonly text: string;
  /** Line in the note, from 1. */
  readonly line: number;
  /** The line on which the same work is listed first, or null where this is the first time. */
  readonly repeats: number | null;
  /** The text is not linked to its target yet, and can be. */
  readonly reparable: boolean;
}

/** One of the papers that an ambiguous reference may mean. */
export interface Candidate {
  readonly path: string;
  /** Null where the paper went away meanwhile. */
  readonly paper: Paper | null;
}

/**
 * One reference as listed. `note` leads to a note that is no paper, `self` to the citing paper, `unresolved` to nothing
 * that could be named; `work` is null only for a work that the ranking does not hold yet.
 */
export type ReferenceEntry = EntryBase &
  (
    | { readonly kind: 'paper'; readonly paper: Paper }
    | { readonly kind: 'note'; readonly path: string }
    | { readonly kind: 'self' }
    | { readonly kind: 'missing'; readonly key: string; readonly work: MissingWork | null }
    | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
    | { readonly kind: 'unresolved' }
  );

/** A paper that shares references with the shown one. */
export interface RelatedEntry {
  readonly paper: Paper;
  /** Works that both cite. */
  readonly shared: number;
}

/** Notes read so far, of how many. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
}

/** The references of a paper: listed, or why there are none to list. `unread`: the note has not been read yet. */
export type ReferenceList =
  | { readonly state: 'unread' | 'no-section' }
  | {
      readonly state: 'listed';
      /** In document order. */
      readonly entries: readonly ReferenceEntry[];
      readonly counts: Readonly<Record<ReferenceFilter, number>>;
      readonly reparable: number;
    };

/** What the citations view shows of one paper. */
export interface PaperCitations {
  readonly state: 'paper';
  readonly paper: Paper;
  /** Not null while the library is still being read: then the lists may grow. */
  readonly reading: ReadingProgress | null;
  readonly references: ReferenceList;
  /** The papers that cite it: the read ones first, then by title. */
  readonly citedBy: readonly Paper[];
  readonly related: readonly RelatedEntry[];
}

/** What the citations view shows. */
export type CitationsModel =
  | { readonly state: 'no-note' | 'waiting' | 'not-a-paper' }
  | { readonly state: 'reading'; readonly reading: ReadingProgress }
  | PaperCitations;

const RELATED_LIMIT = 50;

/** Read papers first, since those are the ones a reader can judge by; given up ones last. */
const READING_ORDER: Readonly<Record<StatusKind, number>> = { done: 0, active: 1, queued: 2, dropped: 4 };
const OUTSIDE_ORDER = 3;

/** The view model for the note at `path`; `path` is null where no note is active. `collator` orders titles. */
export function citationsModel(library: Library, state: LibraryState, path: string | null, collator: TextOrder): CitationsModel {
  if (path === null) return { state: 'no-note' };
  if (state.phase === 'waiting') return { state: 'waiting' };
  const reading = state.phase === 'reading' ? { done: state.done, total: state.total } : null;
  const paper = library.paper(path);
  if (paper === null) return reading ? { state: 'reading', reading } : { state: 'not-a-paper' };
  return {
    state: 'paper',
    paper,
    reading,
    references: listReferences(library, path, reading !== null),
    citedBy: orderCiting(library.citing(path).flatMap((citing) => library.paper(citing) ?? []), collator),
    related: library.related(path, RELATED_LIMIT).flatMap(({ path: other, shared }) => {
      const related = library.paper(other);
      return related ? [{ paper: related, shared }] : [];
    }),
  };
}

/** The entries that a filter lets through, in their order. */
export function filterReferences(entries: readonly ReferenceEntry[], filter: ReferenceFilter): readonly ReferenceEntry[] {
  return filter === 'all' ? entries : entries.filter((entry) => filterOf(entry) === filter);
}

function filterOf(entry: ReferenceEntry): ReferenceFilter | null {
  switch (entry.kind) {
    case 'paper':
      return 'library';
    case 'missing':
    case 'unresolved':
      return 'missing';
    case 'ambiguous':
      return 'ambiguous';
    case 'note':
    case 'self':
      return null;
  }
}

function listReferences(library: Library, path: string, isReading: boolean): ReferenceList {
  const references = library.references(path);
  if (references === null) return { state: isReading ? 'unread' : 'no-section' };
  const firstLines = new Map<string, number>();
  const counts: Record<ReferenceFilter, number> = { all: references.length, library: 0, missing: 0, ambiguous: 0 };
  let reparable = 0;
  const entries = references.map((reference, index): ReferenceEntry => {
    const work = reference.target ?? reference.missingKey;
    const firstLine = work === null ? undefined : firstLines.get(work);
    if (work !== null && firstLine === undefined) firstLines.set(work, reference.line);
    const base: EntryBase = {
      id: String(index),
      label: reference.label === '' ? reference.text : reference.label,
      text: reference.text,
      line: reference.line,
      repeats: firstLine ?? null,
      reparable: reference.state !== 'linked' && reference.target !== null && reference.target !== path,
    };
    const entry = readEntry(library, path, reference, base);
    const filter = filterOf(entry);
    if (filter !== null) counts[filter]++;
    if (entry.reparable) reparable++;
    return entry;
  });
  return { state: 'listed', entries, counts, reparable };
}

function readEntry(
  library: Library,
  path: string,
  reference: ResolvedReference,
  base: EntryBase,
): ReferenceEntry {
  const { target, missingKey, candidates, state } = reference;
  if (target === path) return { ...base, kind: 'self' };
  if (target !== null) {
    const paper = library.paper(target);
    return paper ? { ...base, kind: 'paper', paper } : { ...base, kind: 'note', path: target };
  }
  if (state === 'ambiguous') {
    return { ...base, kind: 'ambiguous', candidates: candidates.map((candidate) => ({ path: candidate, paper: library.paper(candidate) })) };
  }
  if (missingKey !== null) return { ...base, kind: 'missing', key: missingKey, work: library.missingWork(missingKey) };
  return { ...base, kind: 'unresolved' };
}

function orderCiting(papers: readonly Paper[], collator: TextOrder): readonly Paper[] {
  const order = (paper: Paper): number => (paper.statusKind === null ? OUTSIDE_ORDER : READING_ORDER[paper.statusKind]);
  return [...papers].sort((a, b) => order(a) - order(b) || collator.compare(a.title, b.title) || (a.path < b.path ? -1 : 1));
}
