import type { Library, LibrarySource, LibraryState, MissingWork, Readers, ReaderTally, ReferenceCounts, ResolvedReference } from '../../src/core/library/library';
import type { Paper } from '../../src/core/papers/paper';
import type { Problem } from '../../src/core/papers/problem';
import { ReaderTallies } from '../../src/core/library/reader-tallies';
import { StatusTallies } from '../../src/core/library/status-tallies';
import type { StatusKind } from '../../src/core/papers/status-vocabulary';

/** What a library for tests holds; whatever is not given is empty. */
export interface LibraryContents {
  papers?: readonly Paper[];
  counts?: Readonly<Record<string, ReferenceCounts>>;
  references?: Readonly<Record<string, readonly ResolvedReference[]>>;
  citing?: Readonly<Record<string, readonly string[]>>;
  citedBy?: Readonly<Record<string, number>>;
  missing?: readonly MissingWork[];
  hidden?: readonly MissingWork[];
  problems?: readonly Problem[];
}

/** A library source whose contents and state a test sets, telling the views as the real one does. */
export interface FakeSource extends LibrarySource {
  /** Replaces what is given, as one revision. */
  set(contents: LibraryContents, state?: LibraryState): void;
  readonly listeners: number;
}

export function aLibrary(initial: LibraryContents = {}, initialState: LibraryState = { phase: 'ready' }): FakeSource {
  let contents = initial;
  let state = initialState;
  let revision = 1;
  const callbacks = new Set<() => void>();
  const library: Library = {
    get revision() {
      return revision;
    },
    papers: () => contents.papers ?? NO_PAPERS,
    statusTallies: () => tallyOf(contents.papers ?? NO_PAPERS),
    paper: (path) => contents.papers?.find((paper) => paper.path === path) ?? null,
    references: (path) => contents.references?.[path] ?? null,
    counts: (path) => contents.counts?.[path] ?? null,
    citing: (path) => contents.citing?.[path] ?? [],
    referenceCount: (path) => (contents.counts?.[path] ? sumOf(contents.counts[path]) : null),
    citedByCount: (path) => contents.citedBy?.[path] ?? 0,
    readersAt: (place) => countReaders(contents, contents.papers?.[place]?.path ?? ''),
    missing: () => contents.missing ?? [],
    missingCount: () => contents.missing?.length ?? 0,
    missingTallies: () => tallyReaders(contents.missing ?? []),
    hiddenMissing: () => contents.hidden ?? [],
    missingWork: (key) => [...(contents.missing ?? []), ...(contents.hidden ?? [])].find((work) => work.key === key) ?? null,
    problems: () => contents.problems ?? [],
    related: () => [],
  };
  return {
    library,
    get state() {
      return state;
    },
    get listeners() {
      return callbacks.size;
    },
    onChange(callback) {
      callbacks.add(callback);
      return () => {
        callbacks.delete(callback);
      };
    },
    set(changed, nextState = state) {
      contents = { ...contents, ...changed };
      state = nextState;
      revision += 1;
      for (const callback of [...callbacks]) callback();
    },
  };
}

function tallyOf(papers: readonly Paper[]): ReturnType<Library['statusTallies']> {
  const tallies = new StatusTallies();
  for (const paper of papers) tallies.add(paper);
  return tallies.list();
}

/** What a library tells of its missing works. */
export function tallyReaders(works: readonly MissingWork[]): readonly ReaderTally[] {
  const tallies = new ReaderTallies();
  for (const work of works) tallies.add(work);
  return tallies.list();
}

const sumOf = ({ linked, broken, plain, ambiguous }: ReferenceCounts): number => linked + broken + plain + ambiguous;

function countReaders({ papers, references, citedBy }: LibraryContents, path: string): Readers {
  const citing = (papers ?? []).filter((paper) => paper.path !== path && references?.[paper.path]?.some(({ target }) => target === path));
  const count = (kind: StatusKind): number => citing.filter((paper) => paper.statusKind === kind).length;
  return { citedBy: citedBy?.[path] ?? 0, readBy: count('done'), activeBy: count('active') };
}

const NO_PAPERS: readonly Paper[] = [];

/** A reference for tests: to a paper by its path, or to a missing work by its key. */
export function aReference(to: { readonly target: string } | { readonly missingKey: string }, line = 9): ResolvedReference {
  const found = { target: null, missingKey: null, ...to };
  return { state: found.target === null ? 'plain' : 'linked', text: '', label: '', line, via: found.target === null ? null : 'path', candidates: [], ...found };
}

/** A missing work for tests, cited by as many papers as paths are given. */
export function aMissingWork(title: string, citing: readonly string[] = ['papers/a.md'], given: Partial<MissingWork> = {}): MissingWork {
  return { key: title.toLowerCase(), title, citedBy: citing.length, readBy: 0, activeBy: 0, citing, hidden: null, ...given };
}
