import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyStep } from './key-step';
import type { VirtualListHandle } from './virtual-list';

/** What a row of such a list is told by it. */
export interface FocusedRowProps {
  readonly index: number;
  /** Whether it is the row of the list in the tab order. */
  readonly active: boolean;
  readonly onActivate: () => void;
  /** Keys that the row itself has no use for. */
  readonly onMove: (event: KeyboardEvent) => void;
}

/** Focus that moves over the rows of a list: one row is in the tab order, and the arrow keys change which. */
export interface RowFocus {
  /** The row in the tab order; -1 for a list without rows. */
  readonly activeRow: number;
  /** Makes a row the one in the tab order, without moving the focus. */
  readonly activate: (index: number) => void;
  /** Moves the focus to a row and shows it. */
  readonly focusRow: (index: number) => void;
  /** The row that a key moves to; null for a key that moves nowhere, and for one pressed with others than Shift. */
  readonly rowAfter: (event: KeyboardEvent) => number | null;
  /** Handles the keys that move; true where the key was one of them. */
  readonly moveBy: (event: KeyboardEvent) => boolean;
  /** What a row is told that leaves all such keys to the list. */
  readonly propsOf: (index: number) => FocusedRowProps;
}

/**
 * Keeps the focus on the row with the same key while rows come, go and change places; where that row goes away, on the
 * one that took its place.
 */
export function useRowFocus(count: number, rowKey: (index: number) => string, list: RefObject<VirtualListHandle | null>): RowFocus {
  const [active, setActive] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const wantsFocus = useRef(false);
  // Asked before the rows are drawn anew: a row that is removed loses the focus without a word.
  const hadFocus = list.current?.hasFocus() ?? false;

  const activeRow = findActive(active, count, rowKey);

  useLayoutEffect(() => {
    // What took the focus meanwhile keeps it: another list, say, that a row has moved to.
    if (!wantsFocus.current && !(hadFocus && list.current?.isFocusFree() === true)) return;
    wantsFocus.current = false;
    if (activeRow >= 0) list.current?.focusRow(activeRow);
  });

  const activate = (index: number): void => {
    setActive({ key: rowKey(index), index });
  };

  const focusRow = (index: number): void => {
    if (count === 0) return;
    const target = Math.max(0, Math.min(count - 1, index));
    list.current?.scrollToRow(target);
    activate(target);
    if (list.current?.focusRow(target) !== true) wantsFocus.current = true;
  };

  const rowAfter = (event: KeyboardEvent): number | null => {
    if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return null;
    const move = keyStep(event.key, { back: 'ArrowUp', forth: 'ArrowDown', page: list.current?.rowsPerPage() ?? 1, count });
    return move === null ? null : Math.max(0, Math.min(count - 1, activeRow + move));
  };

  const moveBy = (event: KeyboardEvent): boolean => {
    const target = rowAfter(event);
    if (target === null) return false;
    event.preventDefault();
    focusRow(target);
    return true;
  };

  const propsOf = (index: number): FocusedRowProps => ({
    index,
    active: index === activeRow,
    onActivate() {
      activate(index);
    },
    onMove: moveBy,
  });

  return { activeRow, activate, focusRow, rowAfter, moveBy, propsOf };
}

function findActive(
  active: { readonly key: string; readonly index: number } | null,
  count: number,
  rowKey: (index: number) => string,
): number {
  if (count === 0) return -1;
  if (active === null) return 0;
  if (active.index < count && rowKey(active.index) === active.key) return active.index;
  for (let index = 0; index < count; index += 1) if (rowKey(index) === active.key) return index;
  return Math.min(active.index, count - 1);
}
