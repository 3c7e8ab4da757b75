import type { ColumnLayout, TableColumn } from '../../core/dashboard/dashboard-state';
import type { MatchedField } from '../../core/dashboard/paper-search';
import type { ReferenceCounts } from '../../core/library/library';
import type { Paper } from '../../core/papers/paper';
import type { PropertyChange } from '../../core/changes/plan-property';
import { folderOf } from '../../core/text/vault-path';
import { say } from '../../language/say';
import { StatusSelect } from '../preact/status-select';
import { CellEditor, type EditStep } from './cell-editor';
import { useDashboard } from './dashboard-context';
import { MatchedText } from './matched-text';
import { paperEvents } from './paper-events';
import { editableColumn } from './table-columns';

const TEXT = {
  none: '–',
  select: (title: string) => say('Select {title}', { title }),
  statusOf: (title: string) => say('Status of {title}', { title }),
  noReferences: say('No references section'),
  references: (linked: string, broken: string, plain: string) => say('{linked} linked, {broken} broken, {plain} plain', { linked, broken, plain }),
  withAmbiguous: (linked: string, broken: string, plain: string, ambiguous: string) =>
    say('{linked} linked, {broken} broken, {plain} plain, {ambiguous} ambiguous', { linked, broken, plain, ambiguous }),
  others: (author: string) => say('{author} et al.', { author }),
  citedHere: (count: string) => say('Cited here {count}', { count }),
  worldwide: (count: string) => say('Worldwide {count}', { count }),
  referencesOf: (counts: string) => say('References {counts}', { counts }),
  readOn: (day: string) => say('Read on {day}', { day }),
};

/** How a row is edited and selected; the table decides. */
export interface RowHandling {
  readonly isSelected: boolean;
  /** Whether boxes to select rows by are shown at all times, as where a finger selects. */
  readonly isSelecting: boolean;
  readonly onSelect: (event: MouseEvent) => void;
  readonly onTick: () => void;
  /** What a menu, a drag or an edit that begins here is about. */
  readonly targets: () => readonly string[];
  /** The column that is being edited in this row. */
  readonly editing: TableColumn | null;
  readonly onEdit: (column: TableColumn) => void;
  readonly onEdited: (change: PropertyChange | null, step: EditStep) => void;
}

interface PaperRowProps {
  readonly paper: Paper;
  readonly columns: readonly ColumnLayout[];
  readonly index: number;
  readonly level: number | undefined;
  readonly active: boolean;
  readonly handling: RowHandling;
  readonly onActivate: () => void;
  /** Keys that the row itself has no use for. */
  readonly onMove: (event: KeyboardEvent) => void;
}

/**
 * A paper as a row of columns or, where it is narrow, as a card. The title (of a card, all of it) or Enter opens the note; a
 * click beside it selects, a double click edits the cell.
 */
export function PaperRow(props: PaperRowProps) {
  const { actions, narrow, touch } = useDashboard();
  const { paper, columns, index, level, active, handling } = props;
  const { isSelected, isSelecting, editing } = handling;
  const cells: CellsProps = { paper, active, handling };
  return (
    <div
      class={`paperweave-row ${narrow ? 'mod-card' : 'mod-columns'}${isSelected ? ' is-selected' : ''}${isSelecting ? ' is-selecting' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      aria-selected={isSelected}
      data-paperweave-row={index}
      tabIndex={active ? 0 : -1}
      draggable={!touch && editing === null}
      onDragStart={(event) => {
        actions.dragLinks(handling.targets(), event);
      }}
      onClick={(event) => {
        props.onActivate();
        if (narrow && isSelecting) handling.onTick();
        else if (narrow) actions.openNote(paper.path, event);
        else handling.onSelect(event);
      }}
      {...paperEvents({ actions, path: paper.path, menuPaths: handling.targets, onActivate: props.onActivate, onMove: props.onMove })}
    >
      {narrow ? <CardCells {...cells} /> : columns.map(({ column }) => <ColumnCell key={column} column={column} {...cells} />)}
    </div>
  );
}

interface CellsProps {
  readonly paper: Paper;
  readonly active: boolean;
  readonly handling: RowHandling;
}

function ColumnCell({ column, paper, active, handling }: CellsProps & { readonly column: TableColumn }) {
  const { schema } = useDashboard();
  const edited = editableColumn(column, paper, schema);
  if (edited === null) return <ShownCell column={column} paper={paper} active={active} handling={handling} />;
  if (handling.editing === column) {
    return (
      <div class="paperweave-cell mod-editing" role="gridcell">
        <CellEditor column={column} title={paper.title} edited={edited} count={column === 'title' ? 1 : handling.targets().length} onDone={handling.onEdited} />
      </div>
    );
  }
  return (
    <ShownCell
      column={column}
      paper={paper}
      active={active}
      handling={handling}
      onDblClick={() => {
        handling.onEdit(column);
      }}
    />
  );
}

type ShownCellProps = CellsProps & CellEvents & { readonly column: TableColumn };

interface CellEvents {
  readonly onDblClick?: () => void;
}

function ShownCell({ column, paper, active, handling, onDblClick }: ShownCellProps) {
  const { library, createdAt, formatNumber, formatDay } = useDashboard();
  const { numCitedBy, year, venue, tags, readDate } = paper;
  const events: CellEvents = onDblClick ? { onDblClick } : {};
  switch (column) {
    case 'title':
      return <TitleCell paper={paper} handling={handling} {...events} />;
    case 'status':
      return <StatusCell paper={paper} active={active} handling={handling} />;
    case 'authors':
      return <TextCell name="authors" text={shortAuthors(paper.authors)} whole={paper.authors.join(', ')} field="author" {...events} />;
    case 'year':
      return <FigureCell name="number" figure={year === null ? null : String(year)} {...events} />;
    case 'venue':
      return <TextCell name="venue" text={venue} whole={venue} field="venue" {...events} />;
    case 'tags':
      return <TextCell name="tags" text={tags.join(', ')} whole={tags.join(', ')} {...events} />;
    case 'citedBy':
      return <FigureCell name="number" figure={formatNumber(library.citedByCount(paper.path))} />;
    case 'numCitedBy':
      return <FigureCell name="number" figure={numCitedBy === null ? null : formatNumber(numCitedBy)} />;
    case 'references':
      return <ReferencesCell counts={library.counts(paper.path)} />;
    case 'readDate':
      return <FigureCell name="day" figure={readDate} {...events} />;
    case 'added': {
      const created = createdAt(paper.path);
      return <FigureCell name="day" figure={created === null ? null : formatDay(created)} />;
    }
    case 'folder':
      return <TextCell name="folder" text={folderOf(paper.path)} whole={folderOf(paper.path)} />;
  }
}

/** A number or a day; a dash where there is none. */
function FigureCell({ name, figure, onDblClick }: CellEvents & { readonly name: string; readonly figure: string | null }) {
  return (
    <div class={`paperweave-cell mod-${name}`} role="gridcell" onDblClick={onDblClick}>
      {figure ?? <span class="paperweave-none">{TEXT.none}</span>}
    </div>
  );
}

interface TextCellProps extends CellEvents {
  readonly name: string;
  readonly text: string | null;
  /** All of it, where the text is shortened. */
  readonly whole: string | null;
  readonly field?: MatchedField;
}

/** A text as the note has it, which may run in either direction; a dash where there is none. */
function TextCell({ name, text, whole, field, onDblClick }: TextCellProps) {
  if (text === null || text === '') return <FigureCell name={name} figure={null} {...(onDblClick ? { onDblClick } : {})} />;
  return (
    <div class={`paperweave-cell mod-${name}`} role="gridcell" onDblClick={onDblClick}>
      <span class="paperweave-text" dir="auto" title={whole ?? text}>
        {field === undefined ? text : <MatchedText text={text} field={field} />}
      </span>
    </div>
  );
}

function TitleCell({ paper, handling, onDblClick }: CellEvents & { readonly paper: Paper; readonly handling: RowHandling }) {
  const { actions, hoverParent, narrow, touch } = useDashboard();
  const { isSelected, isSelecting } = handling;
  return (
    <div class="paperweave-cell mod-title" role="rowheader" onDblClick={onDblClick}>
      {touch && !isSelecting ? null : (
        <input
          type="checkbox"
          class={`paperweave-row-check${isSelecting || isSelected ? ' is-shown' : ''}`}
          aria-label={TEXT.select(paper.title)}
          tabIndex={-1}
          checked={isSelected}
          onClick={(event) => {
            event.stopPropagation();
          }}
          onChange={handling.onTick}
        />
      )}
      <span
        class="paperweave-text paperweave-title"
        dir="auto"
        onClick={(event) => {
          // A card is opened by all of it; Shift selects up to here.
          if (narrow || event.shiftKey) return;
          event.stopPropagation();
          actions.openNote(paper.path, event);
        }}
        onDblClick={(event) => {
          event.stopPropagation();
        }}
        onMouseOver={(event) => {
          actions.hoverNote(paper.path, event, event.currentTarget, hoverParent);
        }}
      >
        <MatchedText text={paper.title} field="title" />
      </span>
    </div>
  );
}

function StatusCell({ paper, active, handling }: CellsProps) {
  const { actions, looks } = useDashboard();
  return (
    <div class="paperweave-cell mod-status" role="gridcell">
      <StatusSelect
        value={paper.status}
        looks={looks}
        label={TEXT.statusOf(paper.title)}
        tabIndex={active ? 0 : -1}
        count={() => handling.targets().length}
        onChoose={(status) => {
          void actions.setStatus(handling.targets(), status);
        }}
      />
    </div>
  );
}

function ReferencesCell({ counts }: { readonly counts: ReferenceCounts | null }) {
  const { formatNumber } = useDashboard();
  if (counts === null) {
    return (
      <div class="paperweave-cell mod-references" role="gridcell" title={TEXT.noReferences}>
        <span class="paperweave-none">{TEXT.none}</span>
      </div>
    );
  }
  const { linked, broken, plain } = counts;
  return (
    <div class="paperweave-cell mod-references" role="gridcell" title={describeReferences(counts, formatNumber)}>
      <span class="paperweave-linked">{formatNumber(linked)}</span>
      <span class={broken > 0 ? 'paperweave-broken' : 'paperweave-none'}>{formatNumber(broken)}</span>
      <span class="paperweave-plain">{formatNumber(plain)}</span>
    </div>
  );
}

function CardCells({ paper, active, handling }: CellsProps) {
  const { library, formatNumber } = useDashboard();
  const counts = library.counts(paper.path);
  const { year, venue, numCitedBy, readDate } = paper;
  // The line may be cut off at its end: what tells papers apart comes first.
  const facts = [
    shortAuthors(paper.authors),
    year === null ? null : String(year),
    TEXT.citedHere(formatNumber(library.citedByCount(paper.path))),
    venue,
    numCitedBy === null ? null : TEXT.worldwide(formatNumber(numCitedBy)),
    counts === null ? TEXT.noReferences : TEXT.referencesOf(describeReferences(counts, formatNumber)),
    readDate === null ? null : TEXT.readOn(readDate),
  ];
  return (
    <>
      <TitleCell paper={paper} handling={handling} />
      <StatusCell paper={paper} active={active} handling={handling} />
      <div class="paperweave-cell mod-facts" role="gridcell">
        <span class="paperweave-text" dir="auto">
          {facts.filter((fact) => fact !== null && fact !== '').join(' · ')}
        </span>
      </div>
    </>
  );
}

function describeReferences(counts: ReferenceCounts, formatNumber: (value: number) => string): string {
  const { linked, broken, plain, ambiguous } = counts;
  const texts = [formatNumber(linked), formatNumber(broken), formatNumber(plain)] as const;
  return ambiguous === 0 ? TEXT.references(...texts) : TEXT.withAmbiguous(...texts, formatNumber(ambiguous));
}

function shortAuthors(authors: readonly string[]): string | null {
  const [first] = authors;
  if (first === undefined) return null;
  return authors.length === 1 ? first : TEXT.others(first);
}
