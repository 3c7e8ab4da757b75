import type { ReferenceCounts } from '../library';
import type { Paper } from '../paper';
import type { StatusVocabulary } from '../status-vocabulary';
import type { TableColumn, TableSort } from './dashboard-state';
import type { TitleOrder } from './title-order';

/** What sorting needs to know beside the papers themselves. */
export interface SortFacts {
  readonly titles: TitleOrder;
  readonly statuses: StatusVocabulary;
  readonly collator: Intl.Collator;
  citedByCount(path: string): number;
  counts(path: string): ReferenceCounts | null;
}

/** All references of a paper, whatever their state. */
export function totalReferences(counts: ReferenceCounts): number {
  return counts.linked + counts.broken + counts.plain + counts.ambiguous;
}

/**
 * All papers of the title order, sorted by one column. Papers without a value come last in both directions, and equal
 * ones stand in the order of their titles, so the order is total: the same notes always give the same table.
 */
export function sortPapers(sort: TableSort, facts: SortFacts): readonly Paper[] {
  const byTitle = facts.titles.order;
  if (sort.column === 'title') return sort.descending ? [...byTitle].reverse() : byTitle;
  const keys = sortKeys(byTitle, sort.column, facts);
  const direction = sort.descending ? -1 : 1;
  const places = byTitle.map((_, index) => index);
  places.sort((a, b) => compareKeys(keys[a] ?? null, keys[b] ?? null, direction) || a - b);
  return places.flatMap((place) => byTitle[place] ?? []);
}

function compareKeys(a: number | null, b: number | null, direction: number): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return (a - b) * direction;
}

type SortKeys = readonly (number | null)[];

function sortKeys(papers: readonly Paper[], column: Exclude<TableColumn, 'title'>, facts: SortFacts): SortKeys {
  switch (column) {
    case 'status':
      return statusKeys(papers, facts.statuses);
    case 'authors':
      return rankTexts(papers.map((paper) => paper.authors[0] ?? null), facts.collator);
    case 'venue':
      return rankTexts(papers.map((paper) => paper.venue), facts.collator);
    case 'readDate':
      return rankTexts(papers.map((paper) => paper.readDate), facts.collator);
    case 'year':
      return papers.map((paper) => paper.year);
    case 'numCitedBy':
      return papers.map((paper) => paper.numCitedBy);
    case 'citedBy':
      return papers.map((paper) => facts.citedByCount(paper.path));
    case 'references':
      return papers.map((paper) => {
        const counts = facts.counts(paper.path);
        return counts === null ? null : totalReferences(counts);
      });
  }
}

function statusKeys(papers: readonly Paper[], statuses: StatusVocabulary): SortKeys {
  const known = new Map(statuses.map((status, index) => [status.value, index]));
  const outside = [...new Set(papers.map((paper) => paper.status))].filter((status) => !known.has(status)).sort();
  const places = new Map([...known, ...outside.map((status, index) => [status, statuses.length + index] as const)]);
  return papers.map((paper) => places.get(paper.status) ?? null);
}

function rankTexts(texts: readonly (string | null)[], collator: Intl.Collator): SortKeys {
  const distinct = [...new Set(texts.filter((text): text is string => text !== null && text !== ''))].sort(collator.compare);
  const ranks = new Map(distinct.map((text, index) => [text, index]));
  return texts.map((text) => (text === null ? null : (ranks.get(text) ?? null)));
}
