import type { TargetedKeyboardEvent } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { BreakdownField } from '../../core/dashboard/dashboard-state';
import { doneStatuses, traceRow, type PaperTrace } from '../../core/dashboard/paper-trace';
import { breakDownStatuses, type BreakdownPart, type BreakdownRow } from '../../core/dashboard/status-breakdown';
import { say } from '../../language/say';
import { cssProps, px } from '../preact/css-props';
import { isRightToLeft } from '../preact/is-right-to-left';
import { useRowFocus, type RowFocus } from '../preact/use-row-focus';
import { useSlicedWork, type SlicedResult } from '../preact/use-sliced-work';
import { VirtualList, type VirtualListHandle } from '../preact/virtual-list';
import { useDashboard } from './dashboard-context';
import { FILTER_NAMES } from './filter-names';
import { partLabel, StatusStrip } from './status-legend';

interface BreakdownText {
  readonly name: string;
  readonly list: string;
  readonly all: (count: string) => string;
}

const FIELD_TEXT: Readonly<Record<BreakdownField, BreakdownText>> = {
  year: { name: say('By year'), list: say('Status by year'), all: (count) => say('Show all {count} years', { count }) },
  venue: { name: say('By venue'), list: say('Status by venue'), all: (count) => say('Show all {count} venues', { count }) },
  tag: { name: say('By tag'), list: say('Status by tag'), all: (count) => say('Show all {count} tags', { count }) },
};

const TEXT = {
  fewer: say('Show fewer'),
  one: (what: string) => say('{what}: 1 paper', { what }),
  many: (what: string, count: string) => say('{what}: {count} papers', { what, count }),
  part: (row: string, status: string) => say('{row}, {status}', { row, status }),
  read: (row: string, percent: string) => say('{row}, {percent} percent read', { row, percent }),
  percent: (percent: string) => `${percent}%`,
};

const ROW_HEIGHT = 36;
const TOUCH_ROW_HEIGHT = 48;
/** Rows that are shown at first; the one for papers without a value comes on top of them. */
const FIRST_ROWS = 10;

const NO_ROWS: readonly BreakdownRow[] = [];

interface StatusBreakdownProps {
  readonly field: BreakdownField;
  readonly onTrace: (trace: PaperTrace) => void;
}

/**
 * The papers by status, a row a year, venue or tag: its papers, a bar of their statuses, the share read. Every number is a button to
 * the papers behind it. Arrow keys go from number to number.
 */
export function StatusBreakdown({ field, onTrace }: StatusBreakdownProps) {
  const { library, state, statuses, store, touch, formatNumber } = useDashboard();
  const { revision } = library;
  const kept = useRef<SlicedResult<readonly BreakdownRow[]>>(null);
  const { value: counted } = useSlicedWork({
    kept,
    question: [field, statuses],
    facts: [library, revision],
    items: library.papers().length,
    begin: () => breakDownStatuses(library.papers(), field, statuses),
  });
  const rows = counted ?? NO_ROWS;
  const isWhole = state.wholeBreakdowns.includes(field);
  const shown = useMemo(() => (isWhole ? rows : firstRows(rows)), [rows, isWhole]);
  const list = useRef<VirtualListHandle>(null);
  const keyOf = (index: number): string => shown[index]?.value ?? '';
  const focus = useRowFocus(shown.length, keyOf, list);
  const [column, setColumn] = useState(0);
  const text = FIELD_TEXT[field];
  const rowHeight = touch ? TOUCH_ROW_HEIGHT : ROW_HEIGHT;

  return (
    <section class={`paperweave-share mod-${field}`} aria-label={text.list}>
      <h4 class="paperweave-share-name">{text.name}</h4>
      <VirtualList
        handle={list}
        count={shown.length}
        rowHeight={rowHeight}
        rowKey={keyOf}
        keepRow={focus.activeRow}
        resetKey={String(isWhole)}
        initialScroll={0}
        onScroll={() => undefined}
        rootProps={{
          class: `paperweave-share-list${isWhole ? ' is-whole' : ''}`,
          role: 'grid',
          'aria-label': text.list,
          'aria-rowcount': shown.length,
          'aria-busy': counted === null,
          ...cssProps({ '--paperweave-share-height': px((counted === null ? FIRST_ROWS : shown.length) * rowHeight) }),
        }}
        renderRow={(index) => {
          const row = shown[index];
          if (row === undefined) return null;
          return <Row field={field} row={row} index={index} column={column} focus={focus} onColumn={setColumn} onTrace={onTrace} />;
        }}
      />
      {rows.length > firstRows(rows).length ? (
        <button
          class="paperweave-quiet-button"
          aria-expanded={isWhole}
          onClick={() => {
            const others = state.wholeBreakdowns.filter((other) => other !== field);
            store.update({ wholeBreakdowns: isWhole ? others : [...others, field] });
          }}
        >
          {isWhole ? TEXT.fewer : text.all(formatNumber(rows.filter((row) => row.value !== '').length))}
        </button>
      ) : null}
    </section>
  );
}

/** The first rows, and the last one too where it is that of papers without a value. */
function firstRows(rows: readonly BreakdownRow[]): readonly BreakdownRow[] {
  const first = rows.slice(0, FIRST_ROWS);
  const last = rows[rows.length - 1];
  return last?.value === '' && rows.length > FIRST_ROWS ? [...first, last] : first;
}

interface RowProps {
  readonly field: BreakdownField;
  readonly row: BreakdownRow;
  readonly index: number;
  /** The place of the number that is in the tab order, where the row has so many. */
  readonly column: number;
  readonly focus: RowFocus;
  readonly onColumn: (column: number) => void;
  readonly onTrace: (trace: PaperTrace) => void;
}

function Row({ field, row, index, column, focus, onColumn, onTrace }: RowProps) {
  const { statuses, formatNumber } = useDashboard();
  const label = row.label === '' ? FILTER_NAMES[field].none : row.label;
  const papers = (what: string, count: number): string => (count === 1 ? TEXT.one(what) : TEXT.many(what, formatNumber(count)));
  const percent = formatNumber(row.percent);
  const last = row.parts.length + (row.read > 0 ? 1 : 0);
  const reached = Math.min(column, last);
  const isActive = index === focus.activeRow;

  /** What every number is: found by the list where it is the one to go to, and a way to its papers. */
  const number = (at: number, name: string, chosen: readonly string[] = []) => ({
    'aria-label': name,
    ...(at === reached && { 'data-paperweave-row': index }),
    tabIndex: isActive && at === reached ? 0 : -1,
    onFocus: () => {
      focus.activate(index);
      onColumn(at);
    },
    onClick: () => {
      onTrace(traceRow(field, row, chosen));
    },
    onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => {
      if (focus.moveBy(event)) return;
      const next = nextNumber(event, at);
      if (next === null) return;
      event.preventDefault();
      event.currentTarget.closest('[role=row]')?.querySelectorAll('button')[next]?.focus();
    },
  });

  return (
    <div class="paperweave-share-row" role="row" aria-rowindex={index + 1}>
      <div class="paperweave-share-head" role="rowheader">
        <button class="paperweave-share-button mod-label" {...number(0, papers(label, row.count))}>
          <span class="paperweave-text paperweave-share-label" dir="auto">
            {label}
          </span>{' '}
          <span class="paperweave-share-total">{formatNumber(row.count)}</span>
        </button>
      </div>
      <div class="paperweave-share-bar" role="presentation">
        {row.parts.map((part, at) => (
          <div key={part.look?.value ?? ''} class="paperweave-share-part" role="gridcell" {...cssProps({ '--paperweave-share': String(part.count / row.count) })}>
            <button class="paperweave-share-button mod-part" {...number(at + 1, partName(label, part, papers), part.statuses)}>
              <span class="paperweave-share-count">{formatNumber(part.count)}</span>
              <StatusStrip look={part.look} />
            </button>
          </div>
        ))}
      </div>
      <div class="paperweave-share-end" role="gridcell">
        {row.read > 0 ? (
          <button class="paperweave-share-button mod-percent" {...number(last, papers(TEXT.read(label, percent), row.read), doneStatuses(statuses))}>
            {TEXT.percent(percent)}
          </button>
        ) : (
          <span class="paperweave-share-none">{TEXT.percent(percent)}</span>
        )}
      </div>
    </div>
  );
}

function partName(label: string, part: BreakdownPart, papers: (what: string, count: number) => string): string {
  return papers(TEXT.part(label, partLabel(part.look)), part.count);
}

/** The place of the number that an arrow leads to from this one; null where the key is another. */
function nextNumber(event: TargetedKeyboardEvent<HTMLElement>, at: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null;
  return (event.key === 'ArrowRight') === isRightToLeft(event.currentTarget) ? at - 1 : at + 1;
}
