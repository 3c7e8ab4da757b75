import type { ComponentChildren } from 'preact';
import { useCitations } from './citations-context';

interface NoteLinkProps {
  readonly path: string;
  /** Where to go in the note, from 1. */
  readonly line?: number;
  /** Whether the note shows its preview and its menu; not for places in the note that is open already. */
  readonly isTarget: boolean;
  readonly children: ComponentChildren;
}

/**
 * The text of a row that opens a note: by click, middle click and Enter, with the modifiers that Obsidian's links know;
 * with page preview and context menu. No anchor element: Obsidian and other plugins take those over.
 */
export function NoteLink({ path, line, isTarget, children }: NoteLinkProps) {
  const { actions, hoverParent } = useCitations();
  return (
    <div
      class="tree-item-inner paperweave-cite-link"
      role="link"
      tabIndex={0}
      onClick={(event) => {
        actions.openNote(path, event, line);
      }}
      onMouseDown={(event) => {
        // Chromium starts its scroll mode on a middle press otherwise.
        if (event.button === 1) event.preventDefault();
      }}
      onAuxClick={(event) => {
        if (event.button === 1) actions.openNote(path, event, line);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') actions.openNote(path, event, line);
        else if (isTarget && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
          event.preventDefault();
          actions.showMenu([path], event);
        }
      }}
      onMouseOver={(event) => {
        if (isTarget) actions.hoverNote(path, event, event.currentTarget, hoverParent);
      }}
      onContextMenu={(event) => {
        if (!isTarget) return;
        event.preventDefault();
        actions.showMenu([path], event);
      }}
    >
      {children}
    </div>
  );
}
