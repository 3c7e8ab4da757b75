import type { HTMLAttributes } from 'preact';
import type { MissingWork } from '../../core/library/library';
import type { PaperActions } from '../paper-actions';
import { rowEvents } from './row-events';

interface WorkEventsOptions {
  readonly actions: PaperActions;
  readonly work: MissingWork;
  /** Makes it the one in the tab order. */
  readonly onActivate: () => void;
  /** Shows what is known of the work, or puts it away. */
  readonly onOpen: () => void;
  /** Keys that mean nothing to a work as such. */
  readonly onMove: (event: KeyboardEvent) => void;
}

/** What the row of a missing work does when it is clicked, asked for its menu, or typed at. */
export function workEvents({ actions, work, onActivate, onOpen, onMove }: WorkEventsOptions): Pick<HTMLAttributes<HTMLDivElement>, 'onClick' | 'onContextMenu' | 'onFocusIn' | 'onKeyDown'> {
  return {
    onClick() {
      onActivate();
      onOpen();
    },
    ...rowEvents({
      onActivate,
      onOpen,
      onMenu: (event) => {
        actions.showWorkMenu(work, event);
      },
      onMove,
    }),
  };
}
