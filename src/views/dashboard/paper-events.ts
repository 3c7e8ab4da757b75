import type { HTMLAttributes } from 'preact';
import type { PaperActions } from '../paper-actions';

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
    onContextMenu(event) {
      event.preventDefault();
      onActivate();
      actions.showMenu(menuPaths(), event);
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
        actions.showMenu(menuPaths(), event);
      } else onMove(event);
    },
  };
}
