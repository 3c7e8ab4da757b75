/** The tabs of the dashboard, in their order. */
export const DASHBOARD_TABS = ['table', 'board', 'missing', 'next', 'problems'] as const;
export type DashboardTab = (typeof DASHBOARD_TABS)[number];

/** What the table can be filtered by, in the order of the menus. */
export const FILTER_FIELDS = ['status', 'tag', 'year', 'venue', 'author'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** Chosen values a field; none chosen lets everything through. The empty text stands for papers without a value. */
export type TableFilters = Readonly<Record<FilterField, readonly string[]>>;

/** The columns of the table, in their order. */
export const TABLE_COLUMNS = [
  'title',
  'status',
  'authors',
  'year',
  'venue',
  'citedBy',
  'numCitedBy',
  'references',
  'readDate',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** All that the dashboard remembers over a restart. Scroll positions are in pixels; the board's is how far it is scrolled to its end. */
export interface DashboardState {
  readonly tab: DashboardTab;
  readonly search: string;
  readonly filters: TableFilters;
  readonly sort: TableSort;
  readonly missingSearch: string;
  /** Missing works are shown that at least so many papers cite; from 1. */
  readonly missingAtLeast: number;
  /** Only missing works are shown that a paper cites which is read. */
  readonly missingByRead: boolean;
  readonly showHidden: boolean;
  /** Missing works are ranked among what to read next. */
  readonly nextWorks: boolean;
  readonly scroll: Readonly<Record<DashboardTab, number>>;
}

export const NO_FILTERS: TableFilters = { status: [], tag: [], year: [], venue: [], author: [] };

export const INITIAL_DASHBOARD_STATE: DashboardState = {
  tab: 'table',
  search: '',
  filters: NO_FILTERS,
  sort: { column: 'title', descending: false },
  missingSearch: '',
  missingAtLeast: 1,
  missingByRead: false,
  showHidden: false,
  nextWorks: true,
  scroll: { table: 0, board: 0, missing: 0, next: 0, problems: 0 },
};

/**
 * Reads a state that an earlier or later version, or another program, may have written: what is not understood is left
 * at its first value, unknown keys are ignored, nothing is refused.
 */
export function readDashboardState(value: unknown): DashboardState {
  const stored = readRecord(value);
  const filters = readRecord(stored.get('filters'));
  const sort = readRecord(stored.get('sort'));
  const scroll = readRecord(stored.get('scroll'));
  return {
    tab: DASHBOARD_TABS.find((tab) => tab === stored.get('tab')) ?? INITIAL_DASHBOARD_STATE.tab,
    search: readText(stored.get('search')),
    filters: {
      status: readTexts(filters.get('status')),
      tag: readTexts(filters.get('tag')),
      year: readTexts(filters.get('year')),
      venue: readTexts(filters.get('venue')),
      author: readTexts(filters.get('author')),
    },
    sort: {
      column: TABLE_COLUMNS.find((column) => column === sort.get('column')) ?? INITIAL_DASHBOARD_STATE.sort.column,
      descending: sort.get('descending') === true,
    },
    missingSearch: readText(stored.get('missingSearch')),
    missingAtLeast: readCount(stored.get('missingAtLeast')),
    missingByRead: stored.get('missingByRead') === true,
    showHidden: stored.get('showHidden') === true,
    nextWorks: stored.get('nextWorks') !== false,
    scroll: {
      table: readOffset(scroll.get('table')),
      board: readOffset(scroll.get('board')),
      missing: readOffset(scroll.get('missing')),
      next: readOffset(scroll.get('next')),
      problems: readOffset(scroll.get('problems')),
    },
  };
}

function readRecord(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readTexts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((item): item is string => typeof item === 'string'))];
}

function readCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : 1;
}

function readOffset(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}
