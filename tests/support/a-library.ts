import type { Library, LibrarySource, LibraryState, MissingWork, ReferenceCounts } from '../../src/core/library';
import type { Paper } from '../../src/core/paper';
import type { Problem } from '../../src/core/problem';

/** What a library for tests holds; whatever is not given is empty. */
export interface LibraryContents {
  papers?: readonly Paper[];
  counts?: Readonly<Record<string, ReferenceCounts>>;
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
    paper: (path) => contents.papers?.find((paper) => paper.path === path) ?? null,
    references: () => null,
    counts: (path) => contents.counts?.[path] ?? null,
    citing: () => [],
    citedByCount: (path) => contents.citedBy?.[path] ?? 0,
    missing: () => contents.missing ?? [],
    hiddenMissing: () => contents.hidden ?? [],
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

const NO_PAPERS: readonly Paper[] = [];

/** A missing work for tests, cited by as many papers as paths are given. */
export function aMissingWork(title: string, citing: readonly string[] = ['papers/a.md'], given: Partial<MissingWork> = {}): MissingWork {
  return { key: title.toLowerCase(), title, citedBy: citing.length, readBy: 0, citing, hidden: null, ...given };
}
