import type { Paper } from '../papers/paper';
import { sortByCounting } from '../collections/sort-by-counting';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import { forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import { folderOf } from '../text/vault-path';
import { zeros } from '../collections/zeros';
import type { TableColumn, TableSort } from './dashboard-state';
import { NO_PLACE, type RankedTexts } from './text-ranks';

/** What sorting needs to know beside the papers themselves. */
export interface SortFacts {
  readonly statuses: StatusVocabulary;
  /** The places of the column's texts; kept by the caller from one sorting to the next. */
  readonly ranks: RankedTexts<Paper>;
  citedByCount(path: string): number;
  /** All references of a paper, whatever their state; null where it has no section of them. */
  referenceCount(path: string): number | null;
  /** When the note was created, in milliseconds since 1970; null where that is not known. */
  createdAt(path: string): number | null;
}

/** The places of papers by one column: whole numbers from 0 to below `count`, not all of which are taken, and equal values share one; `NO_PLACE` without a value. */
export interface ColumnPlaces {
  readonly places: readonly number[];
  readonly count: number;
}

/**
 * The order of papers (given in the order of their paths) by several columns, the first before the second: their indexes. Papers
 * without a value come last in both directions, and equal ones stand in the order of their titles, then of their paths, so the
 * order is total: the same notes always give the same table. What each column says is asked for, so that it can be kept.
 */
export function* sortPapers(count: number, sort: readonly TableSort[], placesOf: (column: TableColumn) => Steps<ColumnPlaces>): Steps<readonly number[]> {
  const wanted = sort.some(({ column }) => column === 'title') ? sort : [...sort, { column: 'title', descending: false } as const];
  let order: readonly number[] = zeros(count).map((_, index) => index);
  // From the last column to the first, each keeping the order of those before where it knows no difference.
  for (const { column, descending } of [...wanted].reverse()) {
    order = arrange(order, yield* placesOf(column), descending);
    yield;
  }
  return order;
}

function arrange(order: readonly number[], { places, count }: ColumnPlaces, descending: boolean): readonly number[] {
  const placeOf = (index: number): number => {
    const place = places[index] ?? NO_PLACE;
    if (place === NO_PLACE) return count;
    return descending ? count - 1 - place : place;
  };
  return sortByCounting(order, placeOf, count + 1).sorted;
}

/** What a column says of papers, as places. */
export function* placePapers(papers: readonly Paper[], column: TableColumn, facts: SortFacts): Steps<ColumnPlaces> {
  if (!isText(column)) return yield* placeValues(papers, valueIn(column, papers, facts));
  const places = yield* facts.ranks.place(papers, TEXTS[column]);
  return { places, count: facts.ranks.count };
}

type TextColumn = 'title' | 'authors' | 'venue' | 'tags' | 'readDate' | 'folder';

/** What columns of text say: null or empty for nothing. */
const TEXTS: Readonly<Record<TextColumn, (paper: Paper) => string | null>> = {
  title: (paper) => paper.title,
  authors: (paper) => paper.authors[0] ?? null,
  venue: (paper) => paper.venue,
  tags: (paper) => paper.tags[0] ?? null,
  readDate: (paper) => paper.readDate,
  folder: (paper) => folderOf(paper.path),
};

const isText = (column: TableColumn): column is TextColumn => column in TEXTS;

function* placeValues(papers: readonly Paper[], valueOf: (paper: Paper) => number | null): Steps<ColumnPlaces> {
  const values = yield* mapInSteps(papers, valueOf);
  const distinct = new Set<number>();
  yield* forEachInSteps(values, (value) => {
    if (value !== null) distinct.add(value);
  });
  const placeOf = new Map<number, number>();
  yield* forEachInSteps([...Float64Array.from(distinct).sort()], (value) => {
    placeOf.set(value, placeOf.size);
  });
  const places = zeros(papers.length);
  yield* forEachInSteps(values, (value, index) => {
    places[index] = value === null ? NO_PLACE : (placeOf.get(value) ?? NO_PLACE);
  });
  return { places, count: placeOf.size };
}

/** What any other column says, as a number; null for nothing. */
function valueIn(column: Exclude<TableColumn, TextColumn>, papers: readonly Paper[], facts: SortFacts): (paper: Paper) => number | null {
  switch (column) {
    case 'status':
      return statusValue(papers, facts.statuses);
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

function statusValue(papers: readonly Paper[], statuses: StatusVocabulary): (paper: Paper) => number | null {
  const known = new Map(statuses.map((status, index) => [status.value, index]));
  const outside = [...new Set(papers.map((paper) => paper.status))].filter((status) => !known.has(status)).sort();
  const places = new Map([...known, ...outside.map((status, index) => [status, statuses.length + index] as const)]);
  return (paper) => places.get(paper.status) ?? null;
}
