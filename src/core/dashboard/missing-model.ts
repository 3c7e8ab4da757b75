import { firstPlace } from '../collections/first-place';
import type { MissingWork } from '../library/library';
import { filterInSteps, type Steps } from '../collections/steps';
import { FoldedTexts } from './folded-texts';
import type { KeptAnswer } from './kept-answer';
import { layOutRowsBelow, type Rows } from './rows-below';
import { searchWords } from './search-text';

/**
 * A row of the missing works as drawn: a work, or, below a work that is expanded, one of the papers citing it. All rows
 * have one height, so that a list of 15,000 works with any number of them expanded stays a matter of arithmetic.
 */
export type MissingRow =
  | { readonly kind: 'work'; readonly work: MissingWork; readonly expanded: boolean }
  | { readonly kind: 'citing'; readonly work: MissingWork; readonly path: string; readonly parent: number };

/** What narrows the missing works. */
export interface WorkQuery {
  /** Words that the title has to contain, every one. */
  readonly search: string;
  /** How many papers have to cite the work, at least. */
  readonly atLeast: number;
  /** Whether one of them has to be read. */
  readonly byRead: boolean;
}

/**
 * The works that a query asks for, ranked as given: those that most papers cite come first. Their titles are made ready at the first search, and
 * kept in `titles` for the next ones over the same works.
 */
export function* filterWorks(works: readonly MissingWork[], { search, atLeast, byRead }: WorkQuery, titles: KeptAnswer<FoldedTexts>): Steps<readonly MissingWork[]> {
  const words = searchWords(search);
  if (words.length === 0 && atLeast <= 1 && !byRead) return works;
  const enough = firstPlace(works.length, (place) => (works[place]?.citedBy ?? 0) < atLeast);
  const passes = (work: MissingWork): boolean => !byRead || work.readBy > 0;
  if (words.length === 0) return yield* filterInSteps(works.slice(0, enough), passes);
  const folded = yield* foldTitles(works, titles);
  const found: MissingWork[] = [];
  yield* folded.eachHolding(words, enough, (place) => {
    const work = works[place];
    if (work !== undefined && passes(work)) found.push(work);
  });
  return found;
}

/** Makes the titles ready for `filterWorks`, which takes longer than one may wait for a key pressed. */
export function* foldTitles(works: readonly MissingWork[], titles: KeptAnswer<FoldedTexts>): Steps<FoldedTexts> {
  return yield* titles.get([works], () => FoldedTexts.fold(works, ({ title }) => title));
}

/**
 * Lays out works and the citing papers of the expanded ones as one list of rows. `expanded` holds keys of works. The `parent` of a
 * citing paper is the row of the work above it.
 */
export function layOutMissing(works: readonly MissingWork[], expanded: ReadonlySet<string>): Rows<MissingRow> {
  return layOutRowsBelow<MissingWork, MissingRow>({
    items: works,
    expanded: expanded.size,
    rowsBelow: (work, parent) => (expanded.has(work.key) ? work.citing.map((path) => ({ kind: 'citing', work, path, parent })) : null),
    rowOf: (work, isExpanded) => ({ kind: 'work', work, expanded: isExpanded }),
  });
}

/** The keys of the first `count` works; all of them where there are fewer, none for a number below one. */
export function firstKeys(works: readonly MissingWork[], count: number): readonly string[] {
  return works.slice(0, Math.max(0, Math.floor(count))).map((work) => work.key);
}

/** The selected keys that are among these works, in their rank: works that went away cannot be acted on. */
export function selectedKeys(works: readonly MissingWork[], selected: ReadonlySet<string>): readonly string[] {
  const keys: string[] = [];
  for (const work of works) {
    // A key costs something to tell, and what is selected mostly stands at the start.
    if (keys.length === selected.size) break;
    if (selected.has(work.key)) keys.push(work.key);
  }
  return keys;
}
