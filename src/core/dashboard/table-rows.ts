import { firstPlace } from '../collections/first-place';
import type { Paper } from '../papers/paper';
import { TextNumbers } from '../collections/text-numbers';
import { zeros } from '../collections/zeros';
import type { PaperGroup } from './group-papers';
import type { Rows } from './rows-below';

/** A row of the table as drawn: the head of a group, or a paper (in `group`; null where nothing is grouped). */
export type TableRow =
  | { readonly kind: 'group'; readonly group: string; readonly label: string; readonly count: number; readonly collapsed: boolean }
  | { readonly kind: 'paper'; readonly group: string | null; readonly paper: Paper };

/** The rows of a table: grouped by author, several times as many as papers. */
export interface TableRows extends Pick<Rows<TableRow>, 'count' | 'rowAt'> {
  /** The papers in the rows below the head of a group, which is named by its value; none where it is closed. */
  papersBelow(group: string): readonly Paper[];
}

/** A row for each paper. */
export function paperRows(papers: readonly Paper[]): TableRows {
  return {
    count: papers.length,
    rowAt: (index) => {
      const paper = papers[index];
      return paper && { kind: 'paper', group: null, paper };
    },
    papersBelow: () => [],
  };
}

/** A row for each group, followed by its papers where it is not among the `collapsed` ones, which are named by their values. */
export function groupedRows(groups: readonly PaperGroup[], collapsed: Iterable<string>): TableRows {
  // Looked for in a set, the values of all groups would become keys (see `HashPlaces`).
  const closed = new TextNumbers();
  for (const value of collapsed) closed.give(value);
  const isClosed = (value: string): boolean => closed.count > 0 && closed.find(value) >= 0;
  /** The rows of the groups' heads. */
  const heads = zeros(groups.length);
  let count = 0;
  for (const [place, { value, papers }] of groups.entries()) {
    heads[place] = count;
    count += isClosed(value) ? 1 : 1 + papers.length;
  }
  return {
    count,
    rowAt: (index) => {
      const place = firstPlace(heads.length, (next) => (heads[next] ?? 0) > index) - 1;
      const group = groups[place];
      if (!group || index >= count) return undefined;
      const { value, label, papers } = group;
      const below = index - (heads[place] ?? 0);
      if (below === 0) return { kind: 'group', group: value, label, count: papers.length, collapsed: isClosed(value) };
      const paper = papers[below - 1];
      return paper && { kind: 'paper', group: value, paper };
    },
    papersBelow: (group) => (isClosed(group) ? [] : (groups.find(({ value }) => value === group)?.papers ?? [])),
  };
}
