import type { MissingWork } from '../library';
import { filterInSteps, type Steps } from '../steps';
import { searchWords, textMatcher } from './search-text';

/**
 * A row of the missing works as drawn: a work, or, below a work that is expanded, one of the papers citing it. All rows
 * have one height, so that a list of 15,000 works with any number of them expanded stays a matter of arithmetic.
 */
export type MissingRow =
  | { readonly kind: 'work'; readonly work: MissingWork; readonly expanded: boolean }
  | { readonly kind: 'citing'; readonly work: MissingWork; readonly path: string };

/** What narrows the missing works. */
export interface WorkQuery {
  /** Words that the title has to contain, every one. */
  readonly search: string;
  /** How many papers have to cite the work, at least. */
  readonly atLeast: number;
  /** Whether one of them has to be read. */
  readonly byRead: boolean;
}

/** The works that a query asks for, ranked as given. */
export function* filterWorks(works: readonly MissingWork[], { search, atLeast, byRead }: WorkQuery): Steps<readonly MissingWork[]> {
  const words = searchWords(search);
  if (words.length === 0 && atLeast <= 1 && !byRead) return works;
  const matches = textMatcher(words);
  return yield* filterInSteps(works, (work) => work.citedBy >= atLeast && (!byRead || work.readBy > 0) && matches(work.title));
}

/** Lays out works and the citing papers of the expanded ones as one list of rows. `expanded` holds keys of works. */
export function layOutMissing(works: readonly MissingWork[], expanded: ReadonlySet<string>): readonly MissingRow[] {
  const rows: MissingRow[] = [];
  for (const work of works) {
    // A key costs something to tell, and mostly nothing is expanded.
    const open = expanded.size > 0 && expanded.has(work.key);
    rows.push({ kind: 'work', work, expanded: open });
    if (open) for (const path of work.citing) rows.push({ kind: 'citing', work, path });
  }
  return rows;
}

/** The keys of the first `count` works; all of them where there are fewer, none for a number below one. */
export function firstKeys(works: readonly MissingWork[], count: number): readonly string[] {
  return works.slice(0, Math.max(0, Math.floor(count))).map((work) => work.key);
}

/** The selected keys that are among these works, in their rank: works that went away cannot be acted on. */
export function selectedKeys(works: readonly MissingWork[], selected: ReadonlySet<string>): readonly string[] {
  // As above: a key costs something to tell.
  return selected.size === 0 ? [] : works.flatMap((work) => (selected.has(work.key) ? [work.key] : []));
}
