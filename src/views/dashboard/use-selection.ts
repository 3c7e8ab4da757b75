import { useMemo, useState } from 'preact/hooks';
import { NO_SELECTION, selectedPapers, selectOnly, selectTo, toggleRow, type RowSelection } from '../../core/dashboard/row-selection';
import type { ShownRows } from '../../core/dashboard/shown-papers';
import type { TableRow } from '../../core/dashboard/table-rows';
import type { Paper } from '../../core/papers/paper';

/** The selected rows of the table, and the ways to select. */
export interface Selection {
  /** The selected papers that are shown, in their order. */
  readonly papers: readonly Paper[];
  readonly has: (path: string) => boolean;
  /** As a click does: alone, with Shift up to here, with Ctrl or Cmd too. What is said of `from` below holds here too. */
  readonly click: (index: number, event: MouseEvent | KeyboardEvent, from: number) => void;
  readonly toggle: (index: number) => void;
  /** From the row where selecting began up to this one; it begins at `from` where it has not, and where that row is gone. */
  readonly extendTo: (index: number, from: number) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

/** Keeps which papers are selected; what search or filters hide is not acted on. */
export function useSelection({ papers, rows }: ShownRows): Selection {
  const [selection, setSelection] = useState<RowSelection>(NO_SELECTION);
  const withRow = (index: number, change: (row: TableRow) => RowSelection): void => {
    const row = rows.rowAt(index);
    if (row !== undefined) setSelection(change(row));
  };
  const toggle = (index: number): void => {
    withRow(index, (row) => toggleRow(selection, row, rows));
  };
  const selected = useMemo(() => selectedPapers(papers, selection), [papers, selection]);
  return {
    papers: selected,
    has: (path) => selection.paths.has(path),
    click(index, event, from) {
      if (event.shiftKey) setSelection(selectTo(selection, rows, { from, to: index, keep: event.ctrlKey || event.metaKey }));
      else if (event.ctrlKey || event.metaKey) toggle(index);
      // A click into one of several that are selected begins a double click or a drag, which are about all of them.
      else withRow(index, (row) => (row.kind === 'paper' && selected.length > 1 && selection.paths.has(row.paper.path) ? selection : selectOnly(row)));
    },
    toggle,
    extendTo(index, from) {
      setSelection(selectTo(selection, rows, { from, to: index, keep: false }));
    },
    all() {
      setSelection({ paths: new Set(papers.map((paper) => paper.path)), anchor: selection.anchor });
    },
    clear() {
      setSelection(NO_SELECTION);
    },
  };
}
