import { useRef, useState } from 'preact/hooks';
import { moveColumn, sizeColumn } from '../../core/dashboard/column-layout';
import { fitWidth, type ColumnLayout, type TableColumn, type TableSort } from '../../core/dashboard/dashboard-state';
import { say } from '../../language/say';
import { Icon } from '../preact/icon';
import { isRightToLeft } from '../preact/is-right-to-left';
import { usePreparation } from '../preact/use-preparation';
import { useDashboard } from './dashboard-context';
import { COLUMN_NAMES, NUMBER_COLUMNS } from './table-columns';

const TEXT = {
  hint: (meaning: string) => say('{meaning}. Click to sort, Shift-click to sort by it too, drag to move', { meaning }),
  all: say('Select all papers shown'),
};

interface TableHeadProps {
  readonly columns: readonly ColumnLayout[];
  /** How many of the papers shown are selected. */
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectAll: (isOn: boolean) => void;
}

/** The heads of the columns: a click sorts, dragging moves and sizes. By keyboard, columns are arranged in the display menu. */
export function TableHead({ columns, selected, onSelectAll }: TableHeadProps) {
  const dragged = useRef<TableColumn | null>(null);
  return (
    <div class="paperweave-table-head" role="rowgroup">
      <div class="paperweave-row mod-columns mod-head" role="row" aria-rowindex={1}>
        {columns.map(({ column }) => (
          <ColumnHead key={column} column={column} dragged={dragged}>
            {column === 'title' ? (
              <input
                type="checkbox"
                class={`paperweave-row-check${selected === 'none' ? '' : ' is-shown'}`}
                aria-label={TEXT.all}
                checked={selected === 'all'}
                ref={(element) => {
                  if (element !== null) element.indeterminate = selected === 'some';
                }}
                onChange={(event) => {
                  onSelectAll(event.currentTarget.checked);
                }}
              />
            ) : null}
          </ColumnHead>
        ))}
      </div>
    </div>
  );
}

interface ColumnHeadProps {
  readonly column: TableColumn;
  /** The column that is being dragged. */
  readonly dragged: { current: TableColumn | null };
  readonly children: preact.ComponentChildren;
}

function ColumnHead({ column, dragged, children }: ColumnHeadProps) {
  const dashboard = useDashboard();
  const { state, store, library, statuses } = dashboard;
  const { head, parts, meaning } = COLUMN_NAMES[column];
  const [isNear, setNear] = useState(false);
  // Ready before it is clicked: for the first time, 50,000 names take longer than a click should.
  usePreparation(isNear, { items: library.papers().length, facts: [library, library.revision, statuses], begin: () => dashboard.shownPapers.placesOf(column, dashboard) });
  const { sort, columns } = state;
  const place = sort.findIndex((key) => key.column === column);
  const key = sort[place];
  return (
    <div
      class={`paperweave-cell mod-head mod-${NUMBER_COLUMNS.has(column) ? 'number' : column}`}
      role="columnheader"
      aria-sort={key === undefined ? 'none' : key.descending ? 'descending' : 'ascending'}
      draggable={column !== 'title'}
      onPointerEnter={() => {
        setNear(true);
      }}
      onPointerLeave={() => {
        setNear(false);
      }}
      onFocusIn={() => {
        setNear(true);
      }}
      onFocusOut={() => {
        setNear(false);
      }}
      onDragStart={(event) => {
        dragged.current = column;
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (dragged.current !== null) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged.current !== null) store.update({ columns: moveColumn(columns, dragged.current, columns.findIndex((layout) => layout.column === column)) });
      }}
      onDragEnd={() => {
        dragged.current = null;
      }}
    >
      {children}
      <button
        class={`paperweave-head-button${key === undefined ? '' : ' is-active'}`}
        title={TEXT.hint(meaning)}
        onClick={(event) => {
          store.update({ sort: event.shiftKey ? withSort(sort, column) : onlySort(sort, column) });
        }}
      >
        {(parts ?? [head]).map((part) => (
          <span key={part} class="paperweave-head-label">
            {`${part} `}
          </span>
        ))}
        {key === undefined ? null : <Icon name={key.descending ? 'chevron-down' : 'chevron-up'} />}
        {key !== undefined && sort.length > 1 ? <span class="paperweave-sort-place">{place + 1}</span> : null}
      </button>
      <ResizeHandle column={column} />
    </div>
  );
}

/** The first click sorts as the column is looked at most, the next one the other way. */
function onlySort(sort: readonly TableSort[], column: TableColumn): readonly TableSort[] {
  const [first] = sort;
  const isFirst = first?.column === column && sort.length === 1;
  return [{ column, descending: isFirst ? !first.descending : COLUMN_NAMES[column].descendingFirst }];
}

/** Behind the others: first as it is looked at most, then the other way, then no longer. */
function withSort(sort: readonly TableSort[], column: TableColumn): readonly TableSort[] {
  const { descendingFirst } = COLUMN_NAMES[column];
  const key = sort.find((other) => other.column === column);
  if (key === undefined) return [...sort, { column, descending: descendingFirst }];
  if (key.descending === descendingFirst) return sort.map((other) => (other === key ? { column, descending: !descendingFirst } : other));
  return sort.length === 1 ? sort : sort.filter((other) => other !== key);
}

/** The edge of a column, which sizes it; a double click leaves the size to the table again. */
function ResizeHandle({ column }: { readonly column: TableColumn }) {
  const { store } = useDashboard();
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const size = (width: number | null): void => {
    store.update({ columns: sizeColumn(store.state.columns, column, width) });
  };
  return (
    <span
      class="paperweave-resize"
      aria-hidden="true"
      draggable
      onDragStart={(event) => {
        // The head would be dragged otherwise.
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        const cell = event.currentTarget.parentElement;
        if (event.button !== 0 || cell === null) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: cell.getBoundingClientRect().width };
      }}
      onPointerMove={(event) => {
        if (from.current === null) return;
        const moved = (event.clientX - from.current.x) * (isRightToLeft(event.currentTarget) ? -1 : 1);
        size(fitWidth(from.current.width + moved));
      }}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
      onDblClick={() => {
        size(null);
      }}
    />
  );
}
