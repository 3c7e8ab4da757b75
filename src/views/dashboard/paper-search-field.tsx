import type { Ref } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { FilterOption } from '../../core/dashboard/filter-values';
import { listSuggestions, suggestedField, suggestTerms, type TermSuggestion } from '../../core/dashboard/suggest-terms';
import type { Paper } from '../../core/papers/paper';
import { say } from '../../language/say';
import { SearchField } from '../preact/search-field';
import { usePreparation, type Preparation } from '../preact/use-preparation';
import { useSlicedWork, type SlicedResult } from '../preact/use-sliced-work';
import { useUniqueId } from '../preact/use-unique-id';
import { useDashboard } from './dashboard-context';

const TEXT = {
  search: say('Search papers'),
  suggestions: say('Ways to go on'),
};

interface PaperSearchFieldProps {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onLeave: () => void;
  /** The papers that are searched; all of the library where none are given. */
  readonly papers: readonly Paper[] | undefined;
  /** Makes ready what a search looks through, where that is not the papers of the library. */
  readonly preparation: Preparation | undefined;
}

/** The search box of the papers, which offers properties and their values as one types. Escape puts the offers away. */
export function PaperSearchField({ inputRef, onLeave, papers, preparation }: PaperSearchFieldProps) {
  const { library, state, statuses, store, searchTexts, shownPapers, formatNumber } = useDashboard();
  const { search } = state;
  const [focused, setFocused] = useState(false);
  const [putAway, setPutAway] = useState<string | null>(null);
  const [chosen, setChosen] = useState(-1);
  const listId = useUniqueId();
  // Ready before the first word is typed.
  usePreparation(
    focused,
    preparation ?? { items: library.papers().length, facts: [library, library.revision], begin: () => shownPapers.makeTexts({ library, searchTexts }) },
  );
  const field = focused ? suggestedField(search) : null;
  const all = papers ?? library.papers();
  const kept = useRef<SlicedResult<readonly FilterOption[]>>(null);
  const { value: options, isWorking } = useSlicedWork({
    kept,
    question: [field, all, statuses],
    facts: [],
    items: field === null ? 0 : all.length,
    begin: () => listSuggestions(field, all, statuses),
  });
  const offered = useMemo(() => (focused && !isWorking ? suggestTerms(search, options ?? []) : []), [focused, search, options, isWorking]);
  const shown = putAway === search ? [] : offered;
  const active = chosen < shown.length ? chosen : -1;

  const change = (text: string): void => {
    setChosen(-1);
    store.update({ search: text });
  };
  const take = (suggestion: TermSuggestion | undefined): boolean => {
    if (suggestion === undefined) return false;
    change(suggestion.search);
    return true;
  };
  /** True for the keys that the offers have a use for. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (shown.length === 0) return false;
    switch (event.key) {
      case 'ArrowDown':
        setChosen((active + 1) % shown.length);
        return true;
      case 'ArrowUp':
        setChosen(active < 0 ? shown.length - 1 : active - 1);
        return true;
      case 'Enter':
      case 'Tab':
        return active >= 0 && take(shown[active]);
      case 'Escape':
        setPutAway(search);
        return true;
      default:
        return false;
    }
  };

  return (
    <div
      class="paperweave-paper-search"
      onFocusIn={() => {
        setFocused(true);
      }}
      onFocusOut={() => {
        setFocused(false);
        setChosen(-1);
      }}
    >
      <SearchField
        label={TEXT.search}
        value={search}
        inputRef={inputRef}
        offers={{ listId: shown.length > 0 ? listId : undefined, activeId: active >= 0 ? `${listId}-${String(active)}` : undefined }}
        onKey={onKey}
        onSearch={change}
        onLeave={onLeave}
      />
      {shown.length === 0 ? null : (
        <div class="paperweave-offers" id={listId} role="listbox" aria-label={TEXT.suggestions}>
          {shown.map((suggestion, at) => (
            <div
              key={suggestion.search}
              class={`paperweave-offer${at === active ? ' is-selected' : ''}`}
              id={`${listId}-${String(at)}`}
              role="option"
              aria-selected={at === active}
              onPointerDown={(event) => {
                // The box keeps the focus.
                event.preventDefault();
              }}
              onClick={() => {
                take(suggestion);
              }}
            >
              <span class="paperweave-offer-label" dir="auto">
                {suggestion.label}
              </span>
              {suggestion.count === null ? null : <span class="paperweave-offer-count">{formatNumber(suggestion.count)}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
