import { DEFAULT_COLUMNS, type ColumnLayout, type TableColumn } from './dashboard-state';

/** The room a column takes at least, in pixels. */
export const COLUMN_ROOM: Readonly<Record<TableColumn, number>> = {
  title: 220,
  status: 112,
  authors: 100,
  year: 44,
  venue: 84,
  tags: 110,
  citedBy: 66,
  numCitedBy: 66,
  references: 140,
  readDate: 84,
  added: 84,
  folder: 100,
};

/** Between two columns, in pixels, as the style sheet has it. */
const GAP = 12;

/** What is looked at least goes first. */
const DROPPED_FIRST: readonly TableColumn[] = ['readDate', 'numCitedBy', 'references', 'venue'];

/** The room that columns take at least, in pixels, with the gaps between. */
export function roomFor(columns: readonly ColumnLayout[]): number {
  return columns.reduce((sum, { column, width }) => sum + (width ?? COLUMN_ROOM[column]) + GAP, -GAP);
}

/**
 * The columns to draw in a table of that many pixels. A table that nobody arranged gives columns up, the least looked-at first, so
 * that titles stay legible; what the user chose is all drawn, and scrolls.
 */
export function fitColumns(columns: readonly ColumnLayout[], room: number): readonly ColumnLayout[] {
  const isArranged = columns.length !== DEFAULT_COLUMNS.length || columns.some(({ column, width }, at) => width !== null || column !== DEFAULT_COLUMNS[at]?.column);
  if (isArranged) return columns;
  let fitting = columns;
  for (const dropped of DROPPED_FIRST) {
    if (roomFor(fitting) <= room) break;
    fitting = fitting.filter(({ column }) => column !== dropped);
  }
  return fitting;
}

/** With the column at another place, counted from 0. The title stays the first. */
export function moveColumn(columns: readonly ColumnLayout[], column: TableColumn, to: number): readonly ColumnLayout[] {
  const from = columns.findIndex((layout) => layout.column === column);
  const moved = columns[from];
  const place = Math.min(columns.length - 1, Math.max(1, to));
  if (moved === undefined || column === 'title' || place === from) return columns;
  const others = columns.filter((layout) => layout !== moved);
  return [...others.slice(0, place), moved, ...others.slice(place)];
}

/** With the column shown (as the last) or not. */
export function toggleColumn(columns: readonly ColumnLayout[], column: TableColumn): readonly ColumnLayout[] {
  if (column === 'title') return columns;
  const others = columns.filter((layout) => layout.column !== column);
  return others.length < columns.length ? others : [...columns, { column, width: null }];
}

/** With another width for one column; null leaves it to the table. */
export function sizeColumn(columns: readonly ColumnLayout[], column: TableColumn, width: number | null): readonly ColumnLayout[] {
  return columns.map((layout) => (layout.column === column ? { column, width } : layout));
}
