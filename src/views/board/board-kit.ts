import type { HoverParent } from 'obsidian';
import type { ComponentChildren } from 'preact';
import type { BoardItem } from '../../core/dashboard/board-model';
import type { PaperActions } from '../paper-actions';

/** What a board is drawn with: what its cards show and can do. */
export interface BoardKit<Item extends BoardItem> {
  readonly actions: PaperActions;
  readonly hoverParent: HoverParent;
  /** A whole number as the user's language writes it. */
  readonly formatNumber: (value: number) => string;
  /** Of every card with the gap below it, in pixels. */
  readonly cardHeight: number;
  /** A column for a screen reader, by its label, the number of its cards, and its count in words. */
  readonly columnLabel: (label: string, total: number, count: string) => string;
  /** What an empty column says. */
  readonly emptyColumn: string;
  /** Why no card can be moved into a column that takes none. */
  readonly closedColumn: string;
  readonly renderTitle: (item: Item) => ComponentChildren;
  /** What stands below the title. */
  readonly renderFacts: (item: Item) => ComponentChildren;
  /** Why a card cannot be moved, as a sentence; null for one that can. */
  readonly fixedBecause: (item: Item) => string | null;
}
