import type { HoverParent } from 'obsidian';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StatusLook } from '../../core/dashboard/status-look';
import type { PaperActions } from '../paper-actions';

/** What every row of the citations view needs. */
export interface CitationsContextValue {
  readonly actions: PaperActions;
  readonly hoverParent: HoverParent;
  readonly looks: readonly StatusLook[];
  /** The note whose citations are shown. */
  readonly path: string;
}

export const CitationsContext = createContext<CitationsContextValue | null>(null);

/** The context of the row that asks. Throws outside a citations view, which is a fault of the caller. */
export function useCitations(): CitationsContextValue {
  const value = useContext(CitationsContext);
  if (value === null) throw new Error('A row of the citations view was drawn outside of it.');
  return value;
}
