import type { HTMLAttributes } from 'preact';
import type { PaperActions } from '../paper-actions';
import { rowEvents } from './row-events';

interface PaperEventsOptions {
  readonly actions: PaperActions;
  readonly path: string;
  /** What its menu is about: more than the paper itself where it is one of several that are selected. */
  readonly menuPaths?: () => readonly string[];
  /** Makes it the one in the tab order. */
  readonly onActivate: () => void;
  /** Opens it otherwise than as a note from its beginning. */
  readonly onOpen?: (event: MouseEvent | KeyboardEvent) => void;
  /** Keys that mean nothing to a paper as such. */
  readonly onMove: (event: KeyboardEvent) => void;
}

/** What a row or card of a paper does when it is clicked with another than the first button, asked for its menu, or typed at. */
export function paperEvents({ actions, path, menuPaths = () => [path], onActivate, onOpen = (event) => actions.openNote(path, event), onMove }: PaperEventsOptions): Pick<HTMLAttributes<HTMLDivElement>, 'onMouseDown' | 'onAuxClick' | 'onContextMenu' | 'onFocusIn' | 'onKeyDown'> {
  return {
    onMouseDown(event) {
      // The middle button would start scrolling by itself otherwise.
      if (event.button === 1) event.preventDefault();
    },
    onAuxClick(event) {
      if (event.button === 1) onOpen(event);
    },
    ...rowEvents({
      onActivate,
      onOpen,
      onMenu: (event) => {
        actions.showMenu(menuPaths(), event);
      },
      onMove,
    }),
  };
}
