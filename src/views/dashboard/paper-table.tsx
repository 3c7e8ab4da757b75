import { useRef } from 'preact/hooks';
import { TABLE_COLUMNS, type TableColumn } from '../../core/dashboard/dashboard-state';
import { Icon } from '../preact/icon';
import { useRowFocus } from '../preact/use-row-focus';
import { VirtualList, type VirtualListHandle } from '../preact/virtual-list';
import { useDashboard } from './dashboard-context';
import { FilterBar } from './filter-bar';
import { NoMatch } from './no-match';
import { PaperRow } from './paper-row';
import { COLUMN_NAMES } from './table-columns';
import { useShownPapers } from './use-shown-papers';

const TEXT = {
  table: 'Papers',
};

const ROW_HEIGHT = 34;
const TOUCH_ROW_HEIGHT = 48;
const CARD_HEIGHT = 74;
const TOUCH_CARD_HEIGHT = 88;
const HEAD_HEIGHT = 32;

/** The papers as a table: searched, filtered, sorted; on a narrow pane as cards. */
export function PaperTable({ searchRef }: { readonly searchRef: { current: HTMLInputElement | null } }) {
  const { library, state, store, narrow, touch } = useDashboard();
  const total = library.papers().length;
  const papers = useShownPapers();
  const list = useRef<VirtualListHandle>(null);
  const pathOf = (index: number): string => papers[index]?.path ?? '';
  const focus = useRowFocus(papers.length, pathOf, list);
  const { search, filters, sort } = state;

  return (
    <>
      <FilterBar
        shown={papers.length}
        total={total}
        withSort={narrow}
        searchRef={searchRef}
        onLeaveSearch={() => {
          focus.focusRow(0);
        }}
      />
      {papers.length === 0 ? (
        <NoMatch />
      ) : (
        <VirtualList
          key={narrow ? 'cards' : 'columns'}
          handle={list}
          count={papers.length}
          rowHeight={narrow ? (touch ? TOUCH_CARD_HEIGHT : CARD_HEIGHT) : touch ? TOUCH_ROW_HEIGHT : ROW_HEIGHT}
          rowKey={pathOf}
          keepRow={focus.activeRow}
          header={narrow ? null : <TableHead />}
          headerHeight={narrow ? 0 : HEAD_HEIGHT}
          resetKey={JSON.stringify([search, filters, sort])}
          initialScroll={state.scroll.table}
          onScroll={(scrollTop) => {
            store.keepScroll('table', scrollTop);
          }}
          rootProps={{
            class: `paperweave-table ${narrow ? 'mod-cards' : 'mod-columns'}`,
            role: 'grid',
            'aria-label': TEXT.table,
            'aria-rowcount': papers.length + 1,
            'aria-colcount': narrow ? 3 : TABLE_COLUMNS.length,
          }}
          renderRow={(index) => {
            const paper = papers[index];
            if (paper === undefined) return null;
            return (
              <PaperRow
                paper={paper}
                index={index}
                active={index === focus.activeRow}
                onActivate={() => {
                  focus.activate(index);
                }}
                onMove={focus.moveBy}
              />
            );
          }}
        />
      )}
    </>
  );
}

function TableHead() {
  return (
    <div class="paperweave-table-head" role="rowgroup">
      <div class="paperweave-row mod-columns mod-head" role="row" aria-rowindex={1}>
        {TABLE_COLUMNS.map((column) => (
          <ColumnHead key={column} column={column} />
        ))}
      </div>
    </div>
  );
}

const NUMBER_COLUMNS: ReadonlySet<TableColumn> = new Set<TableColumn>(['year', 'citedBy', 'numCitedBy']);

function ColumnHead({ column }: { readonly column: TableColumn }) {
  const { state, store } = useDashboard();
  const { head, parts, meaning, descendingFirst } = COLUMN_NAMES[column];
  const { sort } = state;
  const sorted = sort.column === column;
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <div
      class={`paperweave-cell mod-head mod-${NUMBER_COLUMNS.has(column) ? 'number' : column}`}
      role="columnheader"
      aria-sort={sorted ? direction : 'none'}
    >
      <button
        class={`paperweave-head-button${sorted ? ' is-active' : ''}`}
        title={meaning}
        onClick={() => {
          store.update({ sort: { column, descending: sorted ? !sort.descending : descendingFirst } });
        }}
      >
        {(parts ?? [head]).map((part) => (
          <span key={part} class="paperweave-head-label">
            {`${part} `}
          </span>
        ))}
        {sorted ? <Icon name={sort.descending ? 'chevron-down' : 'chevron-up'} /> : null}
      </button>
    </div>
  );
}
