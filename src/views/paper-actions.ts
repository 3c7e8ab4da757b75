import type { HoverParent } from 'obsidian';
import type { MissingWork } from '../core/library/library';
import type { PropertyChange } from '../core/changes/plan-property';

/**
 * What views let the user do. Views call these and draw what the library says afterwards; they never write, and every
 * action reports its own outcome (one notice, with an Undo) and never rejects.
 */
export interface PaperActions {
  /** Opens a note the way Obsidian opens links: the event's modifiers (and the middle button) choose the pane. `line` counts from 1. */
  openNote(path: string, event: MouseEvent | KeyboardEvent | null, line?: number): void;
  /** Obsidian's page preview for a note, for `mouseover`. */
  hoverNote(path: string, event: MouseEvent, target: HTMLElement, parent: HoverParent): void;
  /** The context menu of a paper: Obsidian's own file menu with Paperweave's entries. */
  showMenu(paths: readonly string[], event: MouseEvent | KeyboardEvent): void;
  /** The context menu of a missing work: create its note, hide it or show it again, copy its title. */
  showWorkMenu(work: MissingWork, event: MouseEvent | KeyboardEvent): void;
  /** Resolves when the library knows of it, or when it is refused. */
  setStatus(paths: readonly string[], status: string): Promise<void>;
  setProperty(paths: readonly string[], change: PropertyChange): Promise<void>;
  /** Asks for a property and what is to become of it, and changes it. */
  chooseProperty(paths: readonly string[]): Promise<void>;
  /** Makes links to these papers what is being dragged, so that they can be dropped into a note. */
  dragLinks(paths: readonly string[], event: DragEvent): void;
  /** Creates notes for missing works and links their citations; previewed where there are several, or where that is asked for. */
  createNotes(keys: readonly string[], options?: { readonly preview: boolean }): Promise<void>;
  hideWorks(keys: readonly string[]): Promise<void>;
  /** Shows works again that the user hid, or that look like debris. */
  showWorks(keys: readonly string[]): Promise<void>;
  /** Links the ambiguous (or any broken or plain) reference on that line with that source text to `target`. */
  chooseTarget(path: string, line: number, text: string, target: string): Promise<void>;
  /** Relinks the citations of the other papers with the same title key to this one; previewed. */
  pointCitationsHere(path: string): Promise<void>;
  /** Links the references of these papers; previewed where design asks for it. */
  linkReferences(paths: readonly string[] | 'library'): Promise<void>;
  copyText(text: string): Promise<void>;
  /** Writes a new file beside the others of the vault, never over one, and tells its path; a note is opened. */
  saveFile(extension: 'md' | 'csv', text: string): Promise<void>;
  showBacklinks(path: string): Promise<void>;
  openPdf(path: string): Promise<void>;
  openSource(path: string): Promise<void>;
  undoLastChange(): Promise<void>;
}
