import type { ComponentChildren, Ref } from 'preact';
import { FILTER_FIELDS, TABLE_COLUMNS, type FilterField } from '../../core/dashboard/dashboard-state';
import { withoutFilters } from '../../core/dashboard/filter-values';
import { findStatusLook } from '../../core/dashboard/status-look';
import type { Paper } from '../../core/papers/paper';
import { say } from '../../language/say';
import { Icon } from '../preact/icon';
import type { Preparation } from '../preact/use-preparation';
import { useDashboard } from './dashboard-context';
import { FilterMenu } from './filter-menu';
import { FILTER_NAMES } from './filter-names';
import { PaperSearchField } from './paper-search-field';
import { COLUMN_NAMES } from './table-columns';

const TEXT = {
  filters: say('Filters'),
  clear: say('Clear filters'),
  remove: (filter: string) => say('Remove filter {filter}', { filter }),
  chip: (field: string, value: string) => say('{field}: {value}', { field, value }),
  shown: (shown: string, total: string) => say('{shown} of {total}', { shown, total }),
  all: (count: number, total: string) => say(count === 1 ? '{total} paper' : '{total} papers', { total }),
  sortBy: say('Sort by'),
  ascending: say('Sorted in ascending order'),
  descending: say('Sorted in descending order'),
};

interface FilterBarProps {
  readonly shown: number;
  readonly total: number;
  /** Whether to show what papers are sorted by, where no heads of columns do. */
  readonly withSort: boolean;
  /** More menus, behind those of the filters. */
  readonly tools?: ComponentChildren;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onLeaveSearch: () => void;
  /** The papers that are narrowed, where it is not the whole library. */
  readonly papers?: readonly Paper[];
  /** Makes ready what the search looks through, likewise. */
  readonly preparation?: Preparation;
  /** The filters that count, where it is not all of them. */
  readonly fields?: readonly FilterField[];
  /** A control beside the search box, where papers are not sorted by a column. */
  readonly control?: ComponentChildren;
  /** What narrows the list before the filters do. */
  readonly children?: ComponentChildren;
}

/** Search box, filter menus, what is chosen in them, and how many papers are left. */
export function FilterBar({ shown, total, withSort, tools, searchRef, onLeaveSearch, papers, preparation, fields = FILTER_FIELDS, control, children }: FilterBarProps) {
  const { formatNumber } = useDashboard();
  const count = shown === total ? TEXT.all(total, formatNumber(total)) : TEXT.shown(formatNumber(shown), formatNumber(total));

  return (
    <div class="paperweave-toolbar" role="search">
      <div class="paperweave-toolbar-row mod-filters">
        <PaperSearchField inputRef={searchRef} onLeave={onLeaveSearch} papers={papers} preparation={preparation} />
        {withSort ? <SortControl /> : control}
        <div class="paperweave-filters" role="group" aria-label={TEXT.filters}>
          {children}
          {fields.map((field) => (
            <FilterMenu key={field} field={field} fields={fields} papers={papers} />
          ))}
          {tools}
        </div>
        <div class="paperweave-count" role="status">
          {count}
        </div>
      </div>
      <ChosenFilters fields={fields} />
    </div>
  );
}

/** In place of the heads of columns, which cards do not have. */
function SortControl() {
  const { state, store } = useDashboard();
  const { column, descending } = state.sort[0] ?? { column: 'title', descending: false };
  return (
    <div class="paperweave-sort">
      <select
        class="paperweave-sort-column"
        aria-label={TEXT.sortBy}
        value={column}
        onChange={(event) => {
          const chosen = TABLE_COLUMNS.find((known) => known === event.currentTarget.value);
          if (chosen !== undefined) store.update({ sort: [{ column: chosen, descending: COLUMN_NAMES[chosen].descendingFirst }] });
        }}
      >
        {TABLE_COLUMNS.map((known) => (
          <option key={known} value={known}>
            {COLUMN_NAMES[known].head}
          </option>
        ))}
      </select>
      <button
        class="clickable-icon"
        aria-label={descending ? TEXT.descending : TEXT.ascending}
        onClick={() => {
          store.update({ sort: [{ column, descending: !descending }] });
        }}
      >
        <Icon name={descending ? 'arrow-down-wide-narrow' : 'arrow-up-narrow-wide'} />
      </button>
    </div>
  );
}

function ChosenFilters({ fields }: { readonly fields: readonly FilterField[] }) {
  const { state, store, looks } = useDashboard();
  const chosen = fields.flatMap((field) => state.filters[field].map((value) => ({ field, value })));
  if (chosen.length === 0) return null;
  return (
    <div class="paperweave-chosen">
      {chosen.map(({ field, value }) => {
        const { name, none } = FILTER_NAMES[field];
        const label = field === 'status' ? findStatusLook(looks, value).label : value;
        const text = TEXT.chip(name, label === '' ? none : label);
        return (
          <button
            key={`${field}\n${value}`}
            class="paperweave-chip"
            aria-label={TEXT.remove(text)}
            onClick={() => {
              const kept = state.filters[field].filter((other) => other !== value);
              store.update({ filters: { ...state.filters, [field]: kept } });
            }}
          >
            <span class="paperweave-chip-label">{text}</span>
            <Icon name="x" />
          </button>
        );
      })}
      <button
        class="paperweave-quiet-button"
        onClick={() => {
          store.update({ filters: withoutFilters(state.filters, fields) });
        }}
      >
        {TEXT.clear}
      </button>
    </div>
  );
}
