import type { ReferenceCounts } from '../../core/library';
import type { Paper } from '../../core/paper';
import type { MatchedField } from '../../core/dashboard/paper-search';
import { StatusSelect } from '../preact/status-select';
import { useDashboard } from './dashboard-context';
import { MatchedText } from './matched-text';
import { paperEvents } from './paper-events';

const TEXT = {
  none: '–',
  statusOf: (title: string) => `Status of ${title}`,
  noReferences: 'No references section',
  references: (linked: string, broken: string, plain: string) => `${linked} linked, ${broken} broken, ${plain} plain`,
  ambiguous: (count: string) => `${count} ambiguous`,
  others: (author: string) => `${author} et al.`,
  citedHere: (count: string) => `Cited here ${count}`,
  worldwide: (count: string) => `Worldwide ${count}`,
  referencesOf: (counts: string) => `References ${counts}`,
  readOn: (day: string) => `Read on ${day}`,
};

interface PaperRowProps {
  readonly paper: Paper;
  readonly index: number;
  readonly active: boolean;
  readonly onActivate: () => void;
  /** Keys that the row itself has no use for. */
  readonly onMove: (event: KeyboardEvent) => void;
}

/** A paper as a row of columns or, where it is narrow, as a card: a click or Enter opens it, its status can be changed. */
export function PaperRow(props: PaperRowProps) {
  const { actions, narrow } = useDashboard();
  const { paper, index, active } = props;
  return (
    <div
      class={`paperweave-row ${narrow ? 'mod-card' : 'mod-columns'}`}
      role="row"
      aria-rowindex={index + 2}
      data-paperweave-row={index}
      tabIndex={active ? 0 : -1}
      onClick={(event) => {
        props.onActivate();
        actions.openNote(paper.path, event);
      }}
      {...paperEvents({ actions, path: paper.path, onActivate: props.onActivate, onMove: props.onMove })}
    >
      {narrow ? <CardCells paper={paper} active={active} /> : <ColumnCells paper={paper} active={active} />}
    </div>
  );
}

interface CellsProps {
  readonly paper: Paper;
  readonly active: boolean;
}

function ColumnCells({ paper, active }: CellsProps) {
  const { library, formatNumber } = useDashboard();
  const { numCitedBy, year, venue, readDate } = paper;
  return (
    <>
      <TitleCell paper={paper} />
      <StatusCell paper={paper} active={active} />
      <TextCell name="authors" text={shortAuthors(paper.authors)} whole={paper.authors.join(', ')} field="author" />
      <FigureCell name="number" figure={year === null ? null : String(year)} />
      <TextCell name="venue" text={venue} whole={venue} field="venue" />
      <FigureCell name="number" figure={formatNumber(library.citedByCount(paper.path))} />
      <FigureCell name="number" figure={numCitedBy === null ? null : formatNumber(numCitedBy)} />
      <ReferencesCell counts={library.counts(paper.path)} />
      <FigureCell name="day" figure={readDate} />
    </>
  );
}

/** A number or a day; a dash where there is none. */
function FigureCell({ name, figure }: { readonly name: string; readonly figure: string | null }) {
  return (
    <div class={`paperweave-cell mod-${name}`} role="gridcell">
      {figure ?? <span class="paperweave-none">{TEXT.none}</span>}
    </div>
  );
}

interface TextCellProps {
  readonly name: string;
  readonly text: string | null;
  /** All of it, where the text is shortened. */
  readonly whole: string | null;
  readonly field?: MatchedField;
}

/** A text as the note has it, which may run in either direction; a dash where there is none. */
function TextCell({ name, text, whole, field }: TextCellProps) {
  if (text === null || text === '') return <FigureCell name={name} figure={null} />;
  return (
    <div class={`paperweave-cell mod-${name}`} role="gridcell">
      <span class="paperweave-text" dir="auto" title={whole ?? text}>
        {field === undefined ? text : <MatchedText text={text} field={field} />}
      </span>
    </div>
  );
}

function TitleCell({ paper }: { readonly paper: Paper }) {
  const { actions, hoverParent } = useDashboard();
  return (
    <div class="paperweave-cell mod-title" role="rowheader">
      <span
        class="paperweave-text paperweave-title"
        dir="auto"
        onMouseOver={(event) => {
          actions.hoverNote(paper.path, event, event.currentTarget, hoverParent);
        }}
      >
        <MatchedText text={paper.title} field="title" />
      </span>
    </div>
  );
}

function StatusCell({ paper, active }: CellsProps) {
  const { actions, looks } = useDashboard();
  return (
    <div class="paperweave-cell mod-status" role="gridcell">
      <StatusSelect
        value={paper.status}
        looks={looks}
        label={TEXT.statusOf(paper.title)}
        tabIndex={active ? 0 : -1}
        onChoose={(status) => {
          void actions.setStatus([paper.path], status);
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

function CardCells({ paper, active }: CellsProps) {
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
      <TitleCell paper={paper} />
      <StatusCell paper={paper} active={active} />
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
  const text = TEXT.references(formatNumber(linked), formatNumber(broken), formatNumber(plain));
  return ambiguous === 0 ? text : `${text}, ${TEXT.ambiguous(formatNumber(ambiguous))}`;
}

function shortAuthors(authors: readonly string[]): string | null {
  const [first] = authors;
  if (first === undefined) return null;
  return authors.length === 1 ? first : TEXT.others(first);
}
