/** The tabs of the dashboard, in their order. */
export const DASHBOARD_TABS = ['table', 'board', 'missing', 'progress', 'problems'] as const;
export type DashboardTab = (typeof DASHBOARD_TABS)[number];

/** What has a scroll position to keep: every tab, and the chart of what was read. */
export type ScrollPlace = DashboardTab | 'chart';

/** Periods that reading is counted by. */
export const READ_PERIODS = ['week', 'month'] as const;
export type ReadPeriodKind = (typeof READ_PERIODS)[number];

/** What papers are broken down by, in the order shown. */
export const BREAKDOWN_FIELDS = ['year', 'venue', 'tag'] as const;
export type BreakdownField = (typeof BREAKDOWN_FIELDS)[number];

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

/**
 * All that the dashboard remembers over a restart. Scroll positions are in pixels; the board's is how far it is scrolled to its end,
 * the chart's how far it is from its end, which is now.
 */
export interface DashboardState {
  readonly tab: DashboardTab;
  readonly search: string;
  readonly filters: TableFilters;
  readonly sort: TableSort;
  readonly missingSearch: string;
  readonly showHidden: boolean;
  readonly readBy: ReadPeriodKind;
  /** The breakdowns that are shown with all their rows. */
  readonly wholeBreakdowns: readonly BreakdownField[];
  readonly scroll: Readonly<Record<ScrollPlace, number>>;
}

export const NO_FILTERS: TableFilters = { status: [], tag: [], year: [], venue: [], author: [] };

export const INITIAL_DASHBOARD_STATE: DashboardState = {
  tab: 'table',
  search: '',
  filters: NO_FILTERS,
  sort: { column: 'title', descending: false },
  missingSearch: '',
  showHidden: false,
  readBy: 'week',
  wholeBreakdowns: [],
  scroll: { table: 0, board: 0, missing: 0, progress: 0, problems: 0, chart: 0 },
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
  const wholeBreakdowns = readTexts(stored.get('wholeBreakdowns'));
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
    showHidden: stored.get('showHidden') === true,
    readBy: READ_PERIODS.find((period) => period === stored.get('readBy')) ?? INITIAL_DASHBOARD_STATE.readBy,
    wholeBreakdowns: BREAKDOWN_FIELDS.filter((field) => wholeBreakdowns.includes(field)),
    scroll: {
      table: readOffset(scroll.get('table')),
      board: readOffset(scroll.get('board')),
      missing: readOffset(scroll.get('missing')),
      progress: readOffset(scroll.get('progress')),
      problems: readOffset(scroll.get('problems')),
      chart: readOffset(scroll.get('chart')),
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

function readOffset(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}
