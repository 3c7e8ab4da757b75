import type { Paper } from '../paper';
import type { StatusVocabulary } from '../status-vocabulary';
import { forEachInSteps, mapInSteps, type Steps } from '../steps';
import { folderOf } from '../vault-path';
import type { TableColumn, TableSort } from './dashboard-state';
import type { TextRanks } from './text-ranks';

/** What sorting needs to know beside the papers themselves. */
export interface SortFacts {
  readonly statuses: StatusVocabulary;
  /** The places of a column's texts; kept by the caller from one sorting to the next. */
  ranks(column: TableColumn): TextRanks;
  citedByCount(path: string): number;
  /** All references of a paper, whatever their state; null where it has no section of them. */
  referenceCount(path: string): number | null;
  /** When the note was created, in milliseconds since 1970; null where that is not known. */
  createdAt(path: string): number | null;
}

/**
 * The papers (given in the order of their paths) sorted by several columns, the first before the second. Papers without a
 * value come last in both directions, and equal ones stand in the order of their titles, then of their paths, so the order is
 * total: the same notes always give the same table.
 */
export function* sortPapers(papers: readonly Paper[], sort: readonly TableSort[], facts: SortFacts): Steps<readonly Paper[]> {
  const wanted = sort.some(({ column }) => column === 'title') ? sort : [...sort, { column: 'title', descending: false } as const];
  // From the last column to the first, each keeping the order of those before where it knows no difference.
  let sorted = papers;
  for (const { column, descending } of [...wanted].reverse()) {
    sorted = yield* placeByKeys(sorted, yield* sortKeys(sorted, column, descending ? -1 : 1, facts));
  }
  return sorted;
}

/** The papers in the order of their keys, equal ones as they come: each key has as many places as papers. */
function* placeByKeys(papers: readonly Paper[], keys: SortKeys): Steps<readonly Paper[]> {
  const next = new Map<number, number>();
  yield* forEachInSteps(papers, (_, index) => {
    const key = keys[index] ?? 0;
    next.set(key, (next.get(key) ?? 0) + 1);
  });
  yield;
  let place = 0;
  for (const key of Float64Array.from(next.keys()).sort()) {
    const count = next.get(key) ?? 0;
    next.set(key, place);
    place += count;
  }
  yield;
  const placed = papers.slice();
  yield* forEachInSteps(papers, (paper, index) => {
    const key = keys[index] ?? 0;
    const at = next.get(key) ?? 0;
    placed[at] = paper;
    next.set(key, at + 1);
  });
  return placed;
}

type SortKeys = Float64Array;

/** Greater than every value in either direction, and not infinite: two of them have to be equal. */
const ABSENT = Number.MAX_VALUE;

function* sortKeys(papers: readonly Paper[], column: TableColumn, direction: 1 | -1, facts: SortFacts): Steps<SortKeys> {
  const valueOf = yield* valueFor(papers, column, facts);
  const keys = new Float64Array(papers.length);
  yield* forEachInSteps(papers, (paper, index) => {
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
      return (paper) => facts.referenceCount(paper.path);
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
