import { COLUMN_ROOM } from '../../core/dashboard/column-layout';
import type { ColumnLayout, TableColumn } from '../../core/dashboard/dashboard-state';
import type { Paper } from '../../core/papers/paper';
import type { PaperSchema } from '../../core/papers/paper-schema';
import { writeItems, type PropertyInput } from '../../core/changes/read-property-input';
import { say } from '../../language/say';
import { px } from '../preact/css-props';

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
  title: { head: say('Title'), meaning: say('Title'), descendingFirst: false },
  status: { head: say('Status'), meaning: say('Status'), descendingFirst: false },
  authors: { head: say('Authors'), meaning: say('Authors'), descendingFirst: false },
  year: { head: say('Year'), meaning: say('Year'), descendingFirst: true },
  venue: { head: say('Venue'), meaning: say('Venue'), descendingFirst: false },
  tags: { head: say('Tags'), meaning: say('Tags'), descendingFirst: false },
  citedBy: { head: say('Cited here'), meaning: say('Papers of this library that cite it'), descendingFirst: true },
  numCitedBy: { head: say('Worldwide'), meaning: say('Citations worldwide, as the note says'), descendingFirst: true },
  references: {
    head: say('References'),
    parts: [say('Linked'), say('Broken'), say('Plain')],
    meaning: say('References: linked, broken, plain'),
    descendingFirst: true,
  },
  readDate: { head: say('Read on'), meaning: say('Day it was read'), descendingFirst: true },
  added: { head: say('Added'), meaning: say('Day the note was created'), descendingFirst: true },
  folder: { head: say('Folder'), meaning: say('Folder of the note'), descendingFirst: false },
};

/** Columns of numbers, which stand at the end of their column. */
export const NUMBER_COLUMNS: ReadonlySet<TableColumn> = new Set<TableColumn>(['year', 'citedBy', 'numCitedBy']);

/** What a column takes of the room that is left, beside its least; the others take their least. */
const SHARES: Readonly<Partial<Record<TableColumn, number>>> = { title: 1, authors: 0.3, venue: 0.2, tags: 0.25, folder: 0.2 };

/** The tracks of the table's grid. */
export function columnTracks(columns: readonly ColumnLayout[]): string {
  return columns
    .map(({ column, width }) => {
      if (width !== null) return px(width);
      const share = SHARES[column];
      return share === undefined ? px(COLUMN_ROOM[column]) : `minmax(${px(COLUMN_ROOM[column])}, ${String(share)}fr)`;
    })
    .join(' ');
}

/** How a column is edited in place. */
export interface EditableColumn {
  readonly property: string;
  readonly input: PropertyInput;
  /** What is edited: nothing where the note has none. */
  readonly text: string;
  /** The items of a list. */
  readonly items: readonly string[];
}

/** What editing a column of a paper means; null for a column that shows what cannot be typed in, and for one without a property. */
export function editableColumn(column: TableColumn, paper: Paper, schema: Pick<PaperSchema, 'fields' | 'readDateProperty'>): EditableColumn | null {
  const { fields, readDateProperty } = schema;
  const none: readonly string[] = [];
  switch (column) {
    case 'title':
      return { property: fields.title, input: 'text', text: paper.title, items: none };
    case 'authors':
      return { property: fields.authors, input: 'list', text: writeItems(paper.authors, 'list'), items: paper.authors };
    case 'year':
      return { property: fields.year, input: 'year', text: paper.year === null ? '' : String(paper.year), items: none };
    case 'venue':
      return { property: fields.venue, input: 'text', text: paper.venue ?? '', items: none };
    case 'tags':
      return { property: fields.tags, input: 'tags', text: writeItems(paper.tags, 'tags'), items: paper.tags };
    case 'readDate':
      return readDateProperty === '' ? null : { property: readDateProperty, input: 'day', text: paper.readDate ?? '', items: none };
    default:
      return null;
  }
}
