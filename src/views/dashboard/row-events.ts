import type { HTMLAttributes } from 'preact';

interface RowEventsOptions {
  /** Makes it the one in the tab order. */
  readonly onActivate: () => void;
  readonly onOpen: (event: KeyboardEvent) => void;
  readonly onMenu: (event: MouseEvent | KeyboardEvent) => void;
  /** Keys that mean nothing to what the row stands for. */
  readonly onMove: (event: KeyboardEvent) => void;
}

/** What a row or card does when it gets the focus, is asked for its menu, or typed at: Enter opens it, Escape comes back to it from within. */
export function rowEvents({ onActivate, onOpen, onMenu, onMove }: RowEventsOptions): Pick<HTMLAttributes<HTMLDivElement>, 'onContextMenu' | 'onFocusIn' | 'onKeyDown'> {
  return {
    onContextMenu(event) {
      event.preventDefault();
      onActivate();
      onMenu(event);
    },
    onFocusIn: onActivate,
    onKeyDown(event) {
      const { currentTarget } = event;
      if (event.target !== currentTarget) {
        if (event.key === 'Escape') currentTarget.focus();
      } else if (event.key === 'Enter') {
        event.preventDefault();
        onOpen(event);
      } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
        event.preventDefault();
        onMenu(event);
      } else onMove(event);
    },
  };
}
