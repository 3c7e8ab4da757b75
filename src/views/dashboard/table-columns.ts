import type { TableColumn } from '../../core/dashboard/dashboard-state';

interface ColumnName {
  readonly head: string;
  /** Heads of the parts of a column that shows several numbers. */
  readonly parts?: readonly string[];
  /** The whole meaning, where the head is short of it. */
  readonly meaning: string;
  /** Numbers are looked at from the greatest: that is what the first click on the head gives. */
  readonly descendingFirst: boolean;
}

/** The words for the columns. */
export const COLUMN_NAMES: Readonly<Record<TableColumn, ColumnName>> = {
  title: { head: 'Title', meaning: 'Title', descendingFirst: false },
  status: { head: 'Status', meaning: 'Status', descendingFirst: false },
  authors: { head: 'Authors', meaning: 'Authors', descendingFirst: false },
  year: { head: 'Year', meaning: 'Year', descendingFirst: true },
  venue: { head: 'Venue', meaning: 'Venue', descendingFirst: false },
  citedBy: { head: 'Cited here', meaning: 'Papers of this library that cite it', descendingFirst: true },
  numCitedBy: { head: 'Worldwide', meaning: 'Citations worldwide, as the note says', descendingFirst: true },
  references: {
    head: 'References',
    parts: ['Linked', 'Broken', 'Plain'],
    meaning: 'References: linked, broken, plain',
    descendingFirst: true,
  },
  readDate: { head: 'Read on', meaning: 'Day it was read', descendingFirst: true },
};
