/** The tabs of the dashboard, in their order. */
export const DASHBOARD_TABS = ['table', 'board', 'missing', 'next', 'progress', 'problems'] as const;
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

/** What the table can be grouped by, in the order of the menu. */
export const GROUP_FIELDS = ['status', 'year', 'venue', 'tag', 'author', 'folder'] as const;
export type GroupField = (typeof GROUP_FIELDS)[number];

/** The columns that the table can have, in the order of the menu. */
export const TABLE_COLUMNS = [
  'title',
  'status',
  'authors',
  'year',
  'venue',
  'tags',
  'citedBy',
  'numCitedBy',
  'references',
  'readDate',
  'added',
  'folder',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** A column that is shown. `width` is in pixels; null leaves it to the table. */
export interface ColumnLayout {
  readonly column: TableColumn;
  readonly width: number | null;
}

/** What a column can be sized to, in pixels. */
export const COLUMN_WIDTHS = { least: 40, most: 1200 } as const;

export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** How much room a row takes. */
export const DENSITIES = ['compact', 'normal', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];

/**
 * All that the dashboard remembers over a restart. Scroll positions are in pixels; the board's is how far it is scrolled to its end,
 * the chart's how far it is from its end, which is now.
 */
export interface DashboardState {
  readonly tab: DashboardTab;
  readonly search: string;
  readonly filters: TableFilters;
  /** What papers are sorted by, the first before the second; never none. */
  readonly sort: readonly TableSort[];
  readonly group: GroupField | null;
  /** Values of the groups that are closed. */
  readonly collapsed: readonly string[];
  /** In their order; the title is always the first. */
  readonly columns: readonly ColumnLayout[];
  readonly density: Density;
  readonly missingSearch: string;
  /** Missing works are shown that at least so many papers cite; from 1. */
  readonly missingAtLeast: number;
  /** Only missing works are shown that a paper cites which is read. */
  readonly missingByRead: boolean;
  readonly showHidden: boolean;
  /** Missing works are ranked among what to read next. */
  readonly nextWorks: boolean;
  readonly readBy: ReadPeriodKind;
  /** The breakdowns that are shown with all their rows. */
  readonly wholeBreakdowns: readonly BreakdownField[];
  readonly scroll: Readonly<Record<ScrollPlace, number>>;
}

export const NO_FILTERS: TableFilters = { status: [], tag: [], year: [], venue: [], author: [] };

export const DEFAULT_COLUMNS: readonly ColumnLayout[] = (['title', 'status', 'authors', 'year', 'venue', 'citedBy', 'numCitedBy', 'references', 'readDate'] as const).map(
  (column) => ({ column, width: null }),
);

export const INITIAL_DASHBOARD_STATE: DashboardState = {
  tab: 'table',
  search: '',
  filters: NO_FILTERS,
  sort: [{ column: 'title', descending: false }],
  group: null,
  collapsed: [],
  columns: DEFAULT_COLUMNS,
  density: 'normal',
  missingSearch: '',
  missingAtLeast: 1,
  missingByRead: false,
  showHidden: false,
  nextWorks: true,
  readBy: 'week',
  wholeBreakdowns: [],
  scroll: { table: 0, board: 0, missing: 0, next: 0, progress: 0, problems: 0, chart: 0 },
};

/**
 * Reads a state that an earlier or later version, or another program, may have written: what is not understood is left
 * at its first value, unknown keys are ignored, nothing is refused.
 */
export function readDashboardState(value: unknown): DashboardState {
  const stored = readRecord(value);
  const filters = readRecord(stored.get('filters'));
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
    sort: readSort(stored.get('sort')),
    group: GROUP_FIELDS.find((field) => field === stored.get('group')) ?? null,
    collapsed: readTexts(stored.get('collapsed')),
    columns: readColumns(stored.get('columns')),
    density: DENSITIES.find((density) => density === stored.get('density')) ?? INITIAL_DASHBOARD_STATE.density,
    missingSearch: readText(stored.get('missingSearch')),
    missingAtLeast: readCount(stored.get('missingAtLeast')),
    missingByRead: stored.get('missingByRead') === true,
    showHidden: stored.get('showHidden') === true,
    nextWorks: stored.get('nextWorks') !== false,
    readBy: READ_PERIODS.find((period) => period === stored.get('readBy')) ?? INITIAL_DASHBOARD_STATE.readBy,
    wholeBreakdowns: BREAKDOWN_FIELDS.filter((field) => wholeBreakdowns.includes(field)),
    scroll: {
      table: readOffset(scroll.get('table')),
      board: readOffset(scroll.get('board')),
      missing: readOffset(scroll.get('missing')),
      next: readOffset(scroll.get('next')),
      progress: readOffset(scroll.get('progress')),
      problems: readOffset(scroll.get('problems')),
      chart: readOffset(scroll.get('chart')),
    },
  };
}

/** Earlier versions kept one key by itself. */
function readSort(value: unknown): readonly TableSort[] {
  const kept: readonly unknown[] = Array.isArray(value) ? value : [value];
  const keys = kept.map(readRecord).flatMap((key) => {
    const column = readColumn(key);
    return column === null ? [] : [{ column, descending: key.get('descending') === true }];
  });
  return keys.length === 0 ? INITIAL_DASHBOARD_STATE.sort : uniqueColumns(keys);
}

function readColumns(value: unknown): readonly ColumnLayout[] {
  const kept: readonly unknown[] = Array.isArray(value) ? value : [];
  const columns = kept.map(readRecord).flatMap((layout) => {
    const column = readColumn(layout);
    return column === null ? [] : [{ column, width: readWidth(layout.get('width')) }];
  });
  if (columns.length === 0) return INITIAL_DASHBOARD_STATE.columns;
  const title = columns.find(({ column }) => column === 'title') ?? { column: 'title', width: null };
  return [title, ...uniqueColumns(columns).filter(({ column }) => column !== 'title')];
}

const readColumn = (record: ReadonlyMap<string, unknown>): TableColumn | null => TABLE_COLUMNS.find((column) => column === record.get('column')) ?? null;

const readWidth = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? fitWidth(value) : null);

/** A width within what a column can be sized to, in whole pixels. */
export const fitWidth = (width: number): number => Math.round(Math.min(COLUMN_WIDTHS.most, Math.max(COLUMN_WIDTHS.least, width)));

function uniqueColumns<T extends { readonly column: TableColumn }>(items: readonly T[]): readonly T[] {
  return items.filter((item, at) => items.findIndex((other) => other.column === item.column) === at);
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
