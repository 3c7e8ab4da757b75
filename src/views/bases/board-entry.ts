import type { BasesPropertyId } from 'obsidian';
import type { BaseEntry } from '../../core/dashboard/base-columns';

/** An entry of the base as the board needs it; what its card shows is asked when it is drawn. */
export interface BoardEntry extends BaseEntry {
  readonly textOf: (property: BasesPropertyId) => string | null;
}

/** A property that cards show, under its name. */
export interface CardField {
  readonly id: BasesPropertyId;
  readonly name: string;
}
