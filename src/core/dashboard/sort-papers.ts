import type { ReferenceCounts } from '../library';
import type { Paper } from '../paper';
import type { StatusVocabulary } from '../status-vocabulary';
import { mapInSteps, sortInSteps, type Steps } from '../steps';
import { folderOf } from '../vault-path';
import type { TableColumn, TableSort } from './dashboard-state';
import type { TextRanks } from './text-ranks';

/** What sorting needs to know beside the papers themselves. */
export interface SortFacts {
  readonly statuses: StatusVocabulary;
  /** The places of a column's texts; kept by the caller from one sorting to the next. */
  ranks(column: TableColumn): TextRanks;
  citedByCount(path: string): number;
  counts(path: string): ReferenceCounts | null;
  /** When the note was created, in milliseconds since 1970; null where that is not known. */
  createdAt(path: string): number | null;
}

/** All references of a paper, whatever their state. */
export function totalReferences(counts: ReferenceCounts): number {
  return counts.linked + counts.broken + counts.plain + counts.ambiguous;
}

/**
 * The papers (given in the order of their paths) sorted by several columns, the first before the second. Papers without a
 * value come last in both directions, and equal ones stand in the order of their titles, then of their paths, so the order is
 * total: the same notes always give the same table.
 */
export function* sortPapers(papers: readonly Paper[], sort: readonly TableSort[], facts: SortFacts): Steps<readonly Paper[]> {
  const wanted = sort.some(({ column }) => column === 'title') ? sort : [...sort, { column: 'title', descending: false } as const];
  const keys: SortKeys[] = [];
  for (const { column, descending } of wanted) keys.push(yield* sortKeys(papers, column, descending ? -1 : 1, facts));
  const compare = ({ index: a }: Placed, { index: b }: Placed): number => {
    for (const key of keys) {
      const order = (key[a] ?? 0) - (key[b] ?? 0);
      if (order !== 0) return order;
    }
    return a - b;
  };
  const sorted = yield* sortInSteps(yield* mapInSteps(papers, (paper, index): Placed => ({ paper, index })), compare);
  return yield* mapInSteps(sorted, ({ paper }) => paper);
}

/** A paper and its place in the order of paths. */
interface Placed {
  readonly paper: Paper;
  readonly index: number;
}

type SortKeys = Float64Array;

/** Greater than every value in either direction, and not infinite: two of them have to be equal. */
const ABSENT = Number.MAX_VALUE;

function* sortKeys(papers: readonly Paper[], column: TableColumn, direction: 1 | -1, facts: SortFacts): Steps<SortKeys> {
  const valueOf = yield* valueFor(papers, column, facts);
  const keys = new Float64Array(papers.length);
  yield* mapInSteps(papers, (paper, index) => {
    const value = valueOf(paper);
    keys[index] = value === null ? ABSENT : value * direction;
  });
  return keys;
}

function* valueFor(papers: readonly Paper[], column: TableColumn, facts: SortFacts): Steps<(paper: Paper) => number | null> {
  switch (column) {
    case 'title':
      return yield* textValue(papers, facts.ranks(column), (paper) => paper.title);
    case 'status':
      return statusValue(papers, facts.statuses);
    case 'authors':
      return yield* textValue(papers, facts.ranks(column), (paper) => paper.authors[0] ?? null);
    case 'venue':
      return yield* textValue(papers, facts.ranks(column), (paper) => paper.venue);
    case 'tags':
      return yield* textValue(papers, facts.ranks(column), (paper) => paper.tags[0] ?? null);
    case 'readDate':
      return yield* textValue(papers, facts.ranks(column), (paper) => paper.readDate);
    case 'folder':
      return yield* textValue(papers, facts.ranks(column), (paper) => folderOf(paper.path));
    case 'year':
      return (paper) => paper.year;
    case 'numCitedBy':
      return (paper) => paper.numCitedBy;
    case 'citedBy':
      return (paper) => facts.citedByCount(paper.path);
    case 'added':
      return (paper) => facts.createdAt(paper.path);
    case 'references':
      return (paper) => {
        const counts = facts.counts(paper.path);
        return counts === null ? null : totalReferences(counts);
      };
  }
}

function* textValue(papers: readonly Paper[], ranks: TextRanks, textOf: (paper: Paper) => string | null): Steps<(paper: Paper) => number | null> {
  yield* ranks.learn(yield* mapInSteps(papers, (paper) => textOf(paper) ?? ''));
  return (paper) => ranks.rank(textOf(paper));
}

function statusValue(papers: readonly Paper[], statuses: StatusVocabulary): (paper: Paper) => number | null {
  const known = new Map(statuses.map((status, index) => [status.value, index]));
  const outside = [...new Set(papers.map((paper) => paper.status))].filter((status) => !known.has(status)).sort();
  const places = new Map([...known, ...outside.map((status, index) => [status, statuses.length + index] as const)]);
  return (paper) => places.get(paper.status) ?? null;
}
