import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FILTER_FIELDS, type FilterField } from '../../core/dashboard/dashboard-state';
import { listFilterOptions, paperFilter, withoutFilters, type FilterOption } from '../../core/dashboard/filter-values';
import { paperMatcher } from '../../core/dashboard/paper-search';
import { containsWords, foldText, searchWords } from '../../core/dashboard/search-text';
import { findStatusLook } from '../../core/dashboard/status-look';
import type { Paper } from '../../core/papers/paper';
import { filterInSteps } from '../../core/collections/steps';
import { say } from '../../language/say';
import { PopoverButton, settlePopover } from '../preact/popover-button';
import { SearchField } from '../preact/search-field';
import { StatusDot } from '../preact/status-dot';
import { useSlicedWork, type SlicedResult } from '../preact/use-sliced-work';
import { VirtualList, type VirtualListHandle } from '../preact/virtual-list';
import { useDashboard } from './dashboard-context';
import { FILTER_NAMES } from './filter-names';

const TEXT = {
  search: (field: string) => say('Search {field}', { field: field.toLowerCase() }),
  choose: (field: string) => say('Filter by {field}', { field: field.toLowerCase() }),
  clear: say('Clear'),
  done: say('Done'),
  nothing: say('Nothing found.'),
  counting: say('Counting…'),
  chosen: (field: string, count: string) => say('{field}, {count} chosen', { field, count }),
};

const OPTION_HEIGHT = 30;
const TOUCH_OPTION_HEIGHT = 44;
const SEARCH_FROM = 9;
const NO_OPTIONS: readonly FilterOption[] = [];

interface FilterMenuProps {
  readonly field: FilterField;
  /** The filters that count; the others narrow nothing. */
  readonly fields: readonly FilterField[];
  /** The papers that are narrowed; all of the library where none are given. */
  readonly papers: readonly Paper[] | undefined;
}

/** A button that opens the values of one field, to choose any number of them. */
export function FilterMenu({ field, fields, papers }: FilterMenuProps) {
  const { state, formatNumber } = useDashboard();
  const chosen = state.filters[field].length;
  const { name } = FILTER_NAMES[field];
  const isActive = chosen > 0;
  return (
    <PopoverButton
      text={name}
      title={TEXT.choose(name)}
      isActive={isActive}
      badge={isActive ? formatNumber(chosen) : null}
      {...(isActive ? { label: TEXT.chosen(name, formatNumber(chosen)) } : {})}
    >
      {(close) => <FilterChoice field={field} fields={fields} papers={papers} onDone={close} />}
    </PopoverButton>
  );
}

interface FilterChoiceProps extends FilterMenuProps {
  readonly onDone: () => void;
}

function FilterChoice({ field, fields, papers, onDone }: FilterChoiceProps) {
  const { library, searchTexts, state, statuses, store, touch, looks, formatNumber } = useDashboard();
  const { filters, search } = state;
  const { revision } = library;
  const [optionSearch, setOptionSearch] = useState('');
  const list = useRef<VirtualListHandle>(null);
  const { name, none } = FILTER_NAMES[field];

  const kept = useRef<SlicedResult<readonly FilterOption[]>>(null);
  const { value } = useSlicedWork({
    kept,
    question: [papers, search, filters, field, fields, statuses],
    facts: [library, revision, searchTexts],
    items: (papers ?? library.papers()).length,
    *begin() {
      const matches = paperMatcher(search, { texts: searchTexts, statuses, citedByCount: (path) => library.citedByCount(path) });
      const counting = withoutFilters(filters, FILTER_FIELDS.filter((other) => !fields.includes(other)));
      const all = papers ?? library.papers();
      const passes = paperFilter({ matches, filters: counting }, field);
      return yield* listFilterOptions(passes === null ? all : yield* filterInSteps(all, passes), field, filters[field], statuses);
    },
  });
  const options = value ?? NO_OPTIONS;
  const foot = useRef<HTMLDivElement>(null);
  const isCounted = value !== null;
  useLayoutEffect(() => {
    if (isCounted) settlePopover(foot.current);
  }, [isCounted]);
  const words = searchWords(optionSearch);
  const shown = words.length === 0 ? options : options.filter((option) => containsWords(foldText(labelOf(option, none)), words));

  const choose = (values: readonly string[]): void => {
    store.update({ filters: { ...filters, [field]: values } });
  };
  const toggle = (value: string): void => {
    const chosen = filters[field];
    choose(chosen.includes(value) ? chosen.filter((kept) => kept !== value) : [...chosen, value]);
  };

  if (!isCounted) return <p class="paperweave-popover-empty" aria-busy="true">{TEXT.counting}</p>;
  return (
    <>
      {options.length >= SEARCH_FROM ? <SearchField label={TEXT.search(name)} value={optionSearch} onSearch={setOptionSearch} /> : null}
      {shown.length === 0 ? <p class="paperweave-popover-empty">{TEXT.nothing}</p> : null}
      <VirtualList
        handle={list}
        count={shown.length}
        rowHeight={touch ? TOUCH_OPTION_HEIGHT : OPTION_HEIGHT}
        rowKey={(index) => shown[index]?.value ?? ''}
        resetKey={optionSearch}
        initialScroll={0}
        onScroll={() => undefined}
        rootProps={{ class: 'paperweave-options', role: 'group', 'aria-label': name }}
        renderRow={(index) => {
          const option = shown[index];
          if (option === undefined) return null;
          return (
            <label class="paperweave-option">
              <input
                type="checkbox"
                data-paperweave-row={index}
                checked={filters[field].includes(option.value)}
                onChange={() => {
                  toggle(option.value);
                }}
                onKeyDown={(event) => {
                  const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
                  if (move === 0) return;
                  event.preventDefault();
                  list.current?.scrollToRow(Math.max(0, Math.min(shown.length - 1, index + move)));
                  list.current?.focusRow(index + move);
                }}
              />
              {field === 'status' ? <StatusDot look={findStatusLook(looks, option.value)} /> : null}
              <span class="paperweave-option-label">{labelOf(option, none)}</span>
              <span class="paperweave-option-count">{formatNumber(option.count)}</span>
            </label>
          );
        }}
      />
      <div class="paperweave-popover-buttons" ref={foot}>
        <button
          disabled={filters[field].length === 0}
          onClick={() => {
            choose([]);
          }}
        >
          {TEXT.clear}
        </button>
        <button onClick={onDone}>{TEXT.done}</button>
      </div>
    </>
  );
}

function labelOf(option: FilterOption, none: string): string {
  return option.label === '' ? none : option.label;
}
