import type { Paper } from '../papers/paper';
import type { TableRow, TableRows } from './table-rows';

/** The papers that are selected, by path, and the row from which Shift selects on. */
export interface RowSelection {
  readonly paths: ReadonlySet<string>;
  /** Key of a row, see `rowKey`. */
  readonly anchor: string | null;
}

export const NO_SELECTION: RowSelection = { paths: new Set(), anchor: null };

/** Tells rows apart: a paper of several groups has a row in each. */
export function rowKey(row: TableRow): string {
  if (row.kind === 'group') return `\n${row.group}`;
  return row.group === null ? row.paper.path : `${row.paper.path}\n${row.group}`;
}

/** The row alone; none where it is the head of a group. */
export function selectOnly(row: TableRow): RowSelection {
  return { paths: new Set(row.kind === 'paper' ? [row.paper.path] : []), anchor: rowKey(row) };
}

/** The row too, or no longer. The head of a group stands for its papers: all of them, or, where all are selected, none. */
export function toggleRow(selection: RowSelection, row: TableRow, rows: Pick<TableRows, 'papersBelow'>): RowSelection {
  const paths = new Set(selection.paths);
  const meant = row.kind === 'paper' ? [row.paper] : rows.papersBelow(row.group);
  const isOn = meant.every((paper) => paths.has(paper.path));
  for (const { path } of meant) {
    if (isOn) paths.delete(path);
    else paths.add(path);
  }
  return { paths, anchor: rowKey(row) };
}

/** The end that a range is drawn to, and where it begins as long as there is no row that it began at. */
interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether what is selected already stays so. */
  readonly keep: boolean;
}

/** The rows from the anchor, or else `from`, up to `to`. */
export function selectTo(selection: RowSelection, rows: TableRows, { from: start, to, keep }: Range): RowSelection {
  const anchor = selection.anchor === null ? -1 : placeOf(rows, selection.anchor);
  const from = anchor < 0 ? start : anchor;
  const paths = new Set(keep ? selection.paths : []);
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = rows.rowAt(index);
    if (row?.kind === 'paper') paths.add(row.paper.path);
  }
  const first = rows.rowAt(from);
  return { paths, anchor: first ? rowKey(first) : null };
}

/** The place of the row with that key; -1 where there is none. */
function placeOf(rows: TableRows, key: string): number {
  for (let index = 0; index < rows.count; index += 1) {
    const row = rows.rowAt(index);
    if (row !== undefined && rowKey(row) === key) return index;
  }
  return -1;
}

/** The selected papers that are shown, in their order: what search or filters hide is not acted on. */
export function selectedPapers(papers: readonly Paper[], { paths }: RowSelection): readonly Paper[] {
  return paths.size === 0 ? [] : papers.filter((paper) => paths.has(paper.path));
}
