import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fitColumns, roomFor } from '../../core/dashboard/column-layout';
import type { Density, TableColumn } from '../../core/dashboard/dashboard-state';
import { rowKey } from '../../core/dashboard/row-selection';
import type { PropertyChange } from '../../core/changes/plan-property';
import { asItemChange } from '../../core/changes/read-property-input';
import { say } from '../../language/say';
import { cssProps, px } from '../preact/css-props';
import { Icon } from '../preact/icon';
import { turnedKey } from '../preact/turned-key';
import { useKeptFocus } from '../preact/use-kept-focus';
import { useRowFocus } from '../preact/use-row-focus';
import { VirtualList, type VirtualListHandle } from '../preact/virtual-list';
import type { EditStep } from './cell-editor';
import { useDashboard } from './dashboard-context';
import { DisplayMenu } from './display-menu';
import { ExportMenu } from './export-menu';
import { FilterBar } from './filter-bar';
import { GroupRow } from './group-row';
import { NoMatch } from './no-match';
import { PaperRow, type RowHandling } from './paper-row';
import { SelectionBar } from './selection-bar';
import { columnTracks, editableColumn } from './table-columns';
import { TableHead } from './table-head';
import { useSelection } from './use-selection';
import { orderKey, useShownRows } from './use-shown-papers';

const TEXT = {
  table: say('Papers'),
  select: say('Select papers'),
};

const ROW_HEIGHTS: Readonly<Record<Density, number>> = { compact: 28, normal: 34, roomy: 44 };
const TOUCH_ROW_HEIGHTS: Readonly<Record<Density, number>> = { compact: 44, normal: 48, roomy: 56 };
const CARD_HEIGHT = 74;
const TOUCH_CARD_HEIGHT = 88;
const HEAD_HEIGHT = 32;
/** About what stands above the table in the dashboard, in pixels. */
const ABOVE_LIST = 150;
/** Blank space at both ends of a row, in pixels, as the style sheet has it. */
const INSET = 16;

/** The cell that is being edited. */
interface EditedCell {
  readonly row: string;
  readonly column: TableColumn;
}

/** The papers as a table: searched, filtered, sorted, grouped, selected, edited in place; on a narrow pane as cards. */
export function PaperTable({ searchRef }: { readonly searchRef: { current: HTMLInputElement | null } }) {
  const { actions, library, schema, state, store, narrow, touch, room } = useDashboard();
  const total = library.papers().length;
  const { value: shown, question, isWorking } = useShownRows();
  const { papers, rows } = shown;
  const list = useRef<VirtualListHandle>(null);
  const keyOf = (index: number): string => {
    const row = rows.rowAt(index);
    return row === undefined ? '' : rowKey(row);
  };
  const focus = useRowFocus(rows.count, keyOf, list);
  useKeptFocus(searchRef);
  const selection = useSelection(shown);
  /** The row that had the focus when the mouse was pressed, which moves it. */
  const cameFrom = useRef<number | null>(null);
  const [isSelecting, setSelecting] = useState(false);
  const [editing, setEditing] = useState<EditedCell | null>(null);
  const columns = room.width === 0 ? state.columns : fitColumns(state.columns, room.width - 2 * INSET);
  const { group, collapsed, density } = state;

  const setCollapsed = (value: string, isCollapsed: boolean): void => {
    const others = collapsed.filter((other) => other !== value);
    store.update({ collapsed: isCollapsed ? [...others, value] : others });
  };

  /** The papers that an action on this row is about: all that are selected, where it is one of them. */
  const targetsOf = (path: string): readonly string[] => {
    const selected = selection.papers.map((paper) => paper.path);
    return selected.includes(path) ? selected : [path];
  };

  const editRow = (index: number, from: TableColumn | null, step: 1 | -1): void => {
    const row = rows.rowAt(index);
    if (row?.kind !== 'paper' || narrow) return;
    const editable = columns.map(({ column }) => column).filter((column) => editableColumn(column, row.paper, schema) !== null);
    const next = from === null ? editable[0] : editable[editable.indexOf(from) + step];
    setEditing(next === undefined ? null : { row: rowKey(row), column: next });
    if (next === undefined) focus.focusRow(index);
  };

  const finishEdit = (index: number, column: TableColumn, change: PropertyChange | null, step: EditStep): void => {
    const row = rows.rowAt(index);
    setEditing(null);
    if (row?.kind !== 'paper') return;
    if (change !== null) {
      const paths = column === 'title' ? [row.paper.path] : targetsOf(row.paper.path);
      const before = editableColumn(column, row.paper, schema)?.items ?? [];
      void actions.setProperty(paths, paths.length === 1 ? change : asItemChange(change, before));
    }
    if (step === 'row') focus.focusRow(index);
    else if (step !== 'away') editRow(index, column, step === 'next' ? 1 : -1);
  };

  const onKey = (event: KeyboardEvent, index: number): void => {
    const row = rows.rowAt(index);
    const key = turnedKey(event);
    const isMod = event.ctrlKey || event.metaKey;
    if (isMod && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'a') selection.all();
    else if (event.key === ' ' && !isMod && !event.altKey) selection.toggle(index);
    else if (event.key === 'Escape' && selection.papers.length > 0) selection.clear();
    else if (event.key === 'F2' && row?.kind === 'paper') editRow(index, null, 1);
    else if (row?.kind === 'group' && (key === 'ArrowLeft' || key === 'ArrowRight')) setCollapsed(row.group, key === 'ArrowLeft');
    else {
      const target = focus.rowAfter(event);
      if (focus.moveBy(event) && event.shiftKey && target !== null) selection.extendTo(target, index);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const handlingOf = (index: number, key: string, path: string): RowHandling => ({
    isSelected: selection.has(path),
    isSelecting,
    onSelect: (event) => {
      selection.click(index, event, cameFrom.current ?? index);
    },
    onTick: () => {
      selection.toggle(index);
    },
    targets: () => targetsOf(path),
    editing: editing?.row === key ? editing.column : null,
    onEdit: (column) => {
      setEditing({ row: key, column });
    },
    onEdited: (change, step) => {
      if (editing !== null) finishEdit(index, editing.column, change, step);
    },
  });

  const selected = selection.papers.length;
  const withBar = selected > 1 || (isSelecting && selected > 0);
  // The bar takes room from the list, and the row that brought it is not to go out of sight.
  useLayoutEffect(() => {
    if (withBar && list.current?.hasFocus() === true) list.current.scrollToRow(focus.activeRow);
  }, [withBar]);
  const tableWidth = roomFor(columns) + 2 * INSET;
  return (
    <>
      <FilterBar
        shown={papers.length}
        total={total}
        withSort={narrow}
        tools={
          <>
            <DisplayMenu withColumns={!narrow} />
            <ExportMenu papers={selected > 1 ? selection.papers : papers} columns={state.columns.map(({ column }) => column)} />
            {touch ? (
              <button
                class={`clickable-icon${isSelecting ? ' is-active' : ''}`}
                aria-label={TEXT.select}
                aria-pressed={isSelecting}
                onClick={() => {
                  setSelecting(!isSelecting);
                  selection.clear();
                }}
              >
                <Icon name="list-checks" />
              </button>
            ) : null}
          </>
        }
        searchRef={searchRef}
        onLeaveSearch={() => {
          focus.focusRow(0);
        }}
      />
      <div class="paperweave-table-panel" aria-busy={isWorking} {...cssProps({ '--paperweave-columns': columnTracks(columns), '--paperweave-table-width': px(tableWidth) })}>
        {papers.length === 0 && isWorking ? null : papers.length === 0 ? (
          <NoMatch />
        ) : (
          <VirtualList
            key={narrow ? 'cards' : 'columns'}
            handle={list}
            count={rows.count}
            rowHeight={narrow ? (touch ? TOUCH_CARD_HEIGHT : CARD_HEIGHT) : (touch ? TOUCH_ROW_HEIGHTS : ROW_HEIGHTS)[density]}
            rowKey={keyOf}
            keepRow={focus.activeRow}
            assumedHeight={Math.max(0, room.height - ABOVE_LIST)}
            header={
              narrow ? null : (
                <TableHead
                  columns={columns}
                  selected={selected === 0 ? 'none' : selected === papers.length ? 'all' : 'some'}
                  onSelectAll={(isOn) => {
                    if (isOn) selection.all();
                    else selection.clear();
                  }}
                />
              )
            }
            headerHeight={narrow ? 0 : HEAD_HEIGHT}
            resetKey={orderKey(question)}
            initialScroll={state.scroll.table}
            onScroll={(scrollTop) => {
              store.keepScroll('table', scrollTop);
            }}
            rootProps={{
              class: `paperweave-table ${narrow ? 'mod-cards' : 'mod-columns'} mod-${density}`,
              role: group === null ? 'grid' : 'treegrid',
              'aria-label': TEXT.table,
              'aria-multiselectable': true,
              'aria-rowcount': rows.count + 1,
              'aria-colcount': narrow ? 3 : columns.length,
              onMouseDown: () => {
                cameFrom.current = list.current?.hasFocus() === true ? focus.activeRow : null;
              },
            }}
            renderRow={(index) => {
              const row = rows.rowAt(index);
              if (row === undefined) return null;
              const activate = (): void => {
                focus.activate(index);
              };
              const key = rowKey(row);
              if (row.kind === 'paper') {
                return (
                  <PaperRow
                    paper={row.paper}
                    columns={columns}
                    index={index}
                    level={group === null ? undefined : 2}
                    active={index === focus.activeRow}
                    handling={handlingOf(index, key, row.paper.path)}
                    onActivate={activate}
                    onMove={(event) => {
                      onKey(event, index);
                    }}
                  />
                );
              }
              return group === null ? null : (
                <GroupRow
                  row={row}
                  field={group}
                  index={index}
                  active={index === focus.activeRow}
                  onActivate={activate}
                  onToggle={() => {
                    setCollapsed(row.group, !row.collapsed);
                  }}
                  onKey={(event) => {
                    onKey(event, index);
                  }}
                />
              );
            }}
          />
        )}
        {withBar ? <SelectionBar papers={selection.papers} onClear={selection.clear} /> : null}
      </div>
    </>
  );
}
