import type { HoverParent } from 'obsidian';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DashboardState } from '../../core/dashboard/dashboard-state';
import type { SavedView } from '../../core/dashboard/saved-views';
import type { SearchTexts } from '../../core/dashboard/search-text';
import type { ShownPapers } from '../../core/dashboard/shown-papers';
import type { StatusLook } from '../../core/dashboard/status-look';
import type { Library, LibraryState } from '../../core/library/library';
import type { PaperSchema } from '../../core/papers/paper-schema';
import type { StatusVocabulary } from '../../core/papers/status-vocabulary';
import type { TextOrder } from '../../core/collections/text-order';
import type { Settings } from '../../settings/settings';
import type { PaperActions } from '../paper-actions';
import type { DashboardStore } from './dashboard-store';

/** The size of a dashboard in pixels: 0 as long as it is not laid out. Its height is that of when it was opened. */
export interface DashboardRoom {
  readonly width: number;
  readonly height: number;
}

/** What every part of the dashboard may need, at the time it is drawn. */
export interface DashboardScope {
  readonly library: Library;
  readonly libraryState: LibraryState;
  readonly actions: PaperActions;
  readonly state: DashboardState;
  readonly store: DashboardStore;
  readonly statuses: StatusVocabulary;
  /** Where papers' facts stand in their notes. */
  readonly schema: PaperSchema;
  readonly looks: readonly StatusLook[];
  readonly searchTexts: SearchTexts;
  /** What table and board show; kept from tab to tab. */
  readonly shownPapers: ShownPapers;
  readonly savedViews: readonly SavedView[];
  readonly defaultView: string;
  readonly changeSettings: (patch: Partial<Settings>) => void;
  readonly hoverParent: HoverParent;
  readonly collator: TextOrder;
  /** Touch layout: rows and controls of a finger's size. */
  readonly touch: boolean;
  /** Too narrow for columns: rows become cards. */
  readonly narrow: boolean;
  readonly room: DashboardRoom;
  /** How a link to a note is written from anywhere, without `.md`. */
  readonly linktext: (path: string) => string;
  /** When a note was created, in milliseconds since 1970; null where that is not known. */
  readonly createdAt: (path: string) => number | null;
  /** The local day of such a time, `yyyy-MM-dd`. */
  readonly formatDay: (time: number) => string;
  /** A whole number as the user's language writes it. */
  readonly formatNumber: (value: number) => string;
}

export const DashboardContext = createContext<DashboardScope | null>(null);

/** The scope of the dashboard that this component is drawn in. */
export function useDashboard(): DashboardScope {
  const scope = useContext(DashboardContext);
  if (scope === null) throw new Error('A part of the dashboard was drawn outside of it.');
  return scope;
}
