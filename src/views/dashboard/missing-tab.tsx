import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { FoldedTexts } from '../../core/dashboard/folded-texts';
import { KeptAnswer } from '../../core/dashboard/kept-answer';
import { filterWorks, firstKeys, foldTitles, layOutMissing, selectedKeys, type MissingRow } from '../../core/dashboard/missing-model';
import type { MissingWork } from '../../core/library/library';
import { say } from '../../language/say';
import { withToggled } from '../modals/with-toggled';
import { Icon } from '../preact/icon';
import { SearchField } from '../preact/search-field';
import { StateMessage } from '../preact/state-message';
import { useKeptFocus } from '../preact/use-kept-focus';
import { usePreparation } from '../preact/use-preparation';
import { useRowFocus } from '../preact/use-row-focus';
import { useSlicedWork, type SlicedResult } from '../preact/use-sliced-work';
import { VirtualList, type VirtualListHandle } from '../preact/virtual-list';
import { useDashboard } from './dashboard-context';
import { CitingRow, WorkRow } from './missing-row';
import { NumberField } from './number-field';
import { SwitchButton } from './switch-button';

const TEXT = {
  search: say('Search missing works'),
  list: say('Missing works'),
  works: (total: number, count: string) => say(total === 1 ? '{count} work' : '{count} works', { count }),
  shown: (shown: string, total: string) => say('{shown} of {total}', { shown, total }),
  selected: (works: string, selected: string) => say('{works}, {selected} selected', { works, selected }),
  selectFirst: say('Select the first'),
  howMany: say('How many works to select'),
  select: say('Select'),
  selectNone: say('Select none'),
  create: (count: string) => say('Create {count} notes…', { count }),
  createOne: say('Create 1 note…'),
  createNone: say('Create notes…'),
  hide: say('Hide'),
  showAgain: say('Show again'),
  hidden: (count: string) => say('Hidden ({count})', { count }),
  atLeast: say('Cited by at least'),
  atLeastMeaning: say('How many papers have to cite a work for it to be shown'),
  byRead: say('Cited by papers I have read'),
  outOfSight: (works: string, selected: string, unseen: string) =>
    say('{works}, {selected} selected, {unseen} of them not shown', { works, selected, unseen }),
  nothingMissing: say('Nothing is missing.'),
  nothingMissingHint: say('Every work that your papers cite has a note, or no paper has a references section yet.'),
  nothingHidden: say('Nothing is hidden.'),
  nothingHiddenHint: say('Works that you hide, and debris of text recognition, are kept here.'),
  noMatch: say('No work matches.'),
  noMatchHint: say('Other words, or fewer citing papers, may find it.'),
  showAll: say('Show all'),
};

const ROW_HEIGHT = 34;
const TOUCH_ROW_HEIGHT = 52;
const CARD_HEIGHT = 54;
const TOUCH_CARD_HEIGHT = 64;
const FIRST_SELECTION = 10;

const NONE: readonly MissingWork[] = [];

/** The works that papers cite and that have no note: look, select, create notes for them, or put them out of sight. */
export function MissingTab() {
  const { library, state, store, narrow, touch } = useDashboard();
  const { revision } = library;
  const { missingSearch: search, missingAtLeast: atLeast, missingByRead: byRead, showHidden } = state;
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [isEntered, setEntered] = useState(false);
  const list = useRef<VirtualListHandle>(null);

  const works = useMemo(() => (showHidden ? library.hiddenMissing() : library.missing()), [library, revision, showHidden]);
  const titles = useMemo(() => new KeptAnswer<FoldedTexts>(), []);
  const kept = useRef<SlicedResult<readonly MissingWork[]>>(null);
  const isNarrowed = search !== '' || atLeast > 1 || byRead;
  const answer = useSlicedWork({
    kept,
    question: [showHidden, search, atLeast, byRead],
    facts: [works],
    items: isNarrowed ? works.length : 0,
    begin: () => filterWorks(works, { search, atLeast, byRead }, titles),
  });
  const found = answer.value ?? NONE;
  // Ready before the first word is typed.
  usePreparation(isEntered, { items: works.length, facts: [works], begin: () => foldTitles(works, titles) });
  const rows = useMemo(() => layOutMissing(found, expanded), [found, expanded]);
  const selected = useMemo(() => selectedKeys(works, marked), [works, marked]);
  const seen = useMemo(() => (found === works ? selected : selectedKeys(found, marked)).length, [found, works, selected, marked]);
  const keyOf = (index: number): string => rowKey(rows.rowAt(index));
  const focus = useRowFocus(rows.count, keyOf, list);
  const searchRef = useRef<HTMLInputElement>(null);
  useKeptFocus(searchRef);

  const toggleMark = (key: string): void => {
    setMarked(withToggled(marked, key));
  };
  const toggleExpanded = (key: string): void => {
    setExpanded(withToggled(expanded, key));
  };
  const clearMarks = (): void => {
    setMarked(new Set());
  };

  return (
    <>
      <div class="paperweave-toolbar">
        <div class="paperweave-toolbar-row mod-works">
          <SearchField
            label={TEXT.search}
            value={search}
            inputRef={searchRef}
            onSearch={(missingSearch) => {
              store.update({ missingSearch });
            }}
            onFocus={setEntered}
            onLeave={() => {
              focus.focusRow(0);
            }}
          />
          <HiddenSwitch onSwitch={clearMarks} />
          <div class="paperweave-narrowing">
            <ReadSwitch />
            <CountField />
          </div>
        </div>
        <SelectionBar
          selected={selected}
          onSelectFirst={(count) => {
            setMarked(new Set(firstKeys(found, count)));
          }}
          onClear={clearMarks}
        >
          <Count shown={found.length} total={works.length} selected={selected.length} unseen={selected.length - seen} />
        </SelectionBar>
      </div>
      {rows.count === 0 ? (
        answer.isWorking ? null : <EmptyList narrowed={works.length > 0} />
      ) : (
        <VirtualList
          key={narrow ? 'cards' : 'columns'}
          handle={list}
          count={rows.count}
          rowHeight={narrow ? (touch ? TOUCH_CARD_HEIGHT : CARD_HEIGHT) : touch ? TOUCH_ROW_HEIGHT : ROW_HEIGHT}
          rowKey={keyOf}
          keepRow={focus.activeRow}
          resetKey={JSON.stringify(answer.question)}
          initialScroll={state.scroll.missing}
          onScroll={(scrollTop) => {
            store.keepScroll('missing', scrollTop);
          }}
          rootProps={{
            class: `paperweave-missing ${narrow ? 'mod-cards' : 'mod-columns'}`,
            role: 'treegrid',
            'aria-label': TEXT.list,
            'aria-rowcount': rows.count,
            'aria-multiselectable': true,
          }}
          renderRow={(index) => {
            const row = rows.rowAt(index);
            if (row === undefined) return null;
            const shared = focus.propsOf(index);
            if (row.kind === 'citing') {
              return (
                <CitingRow
                  {...shared}
                  path={row.path}
                  cited={row.work}
                  onLeave={() => {
                    focus.focusRow(row.parent);
                  }}
                />
              );
            }
            return (
              <WorkRow
                {...shared}
                work={row.work}
                expanded={row.expanded}
                selected={marked.has(row.work.key)}
                onToggleExpanded={() => {
                  toggleExpanded(row.work.key);
                }}
                onToggleSelected={() => {
                  toggleMark(row.work.key);
                }}
              />
            );
          }}
        />
      )}
    </>
  );
}

function rowKey(row: MissingRow | undefined): string {
  if (row === undefined) return '';
  return row.kind === 'work' ? row.work.key : `${row.work.key}\n${row.path}`;
}

interface CountProps {
  readonly shown: number;
  readonly total: number;
  readonly selected: number;
  /** How many of the selected ones search and filters keep from being seen. */
  readonly unseen: number;
}

function Count({ shown, total, selected, unseen }: CountProps) {
  const { formatNumber } = useDashboard();
  const chosen = formatNumber(selected);
  const works = shown === total ? TEXT.works(total, formatNumber(total)) : TEXT.shown(formatNumber(shown), formatNumber(total));
  return (
    <div class="paperweave-count" role="status">
      {selected === 0 ? works : unseen === 0 ? TEXT.selected(works, chosen) : TEXT.outOfSight(works, chosen, formatNumber(unseen))}
    </div>
  );
}

function CountField() {
  const { state, store } = useDashboard();
  return (
    <label class="paperweave-narrow-by">
      {TEXT.atLeast}
      <NumberField
        title={TEXT.atLeastMeaning}
        value={state.missingAtLeast}
        onNumber={(entered) => {
          store.update({ missingAtLeast: Math.max(1, Math.floor(entered)) });
        }}
        onBlur={(event) => {
          // A field that was left empty says again what counts.
          event.currentTarget.value = String(state.missingAtLeast);
        }}
      />
    </label>
  );
}

function ReadSwitch() {
  const { state, store } = useDashboard();
  return (
    <label class="paperweave-narrow-by">
      <input
        type="checkbox"
        checked={state.missingByRead}
        onChange={() => {
          store.update({ missingByRead: !state.missingByRead });
        }}
      />
      {TEXT.byRead}
    </label>
  );
}

function HiddenSwitch({ onSwitch }: { readonly onSwitch: () => void }) {
  const { library, state, store, formatNumber } = useDashboard();
  const hidden = library.hiddenMissing().length;
  return (
    <SwitchButton
      isOn={state.showHidden}
      onPress={() => {
        onSwitch();
        store.update({ showHidden: !state.showHidden });
      }}
    >
      <Icon name={state.showHidden ? 'eye' : 'eye-off'} />
      {TEXT.hidden(formatNumber(hidden))}
    </SwitchButton>
  );
}

interface SelectionBarProps {
  readonly selected: readonly string[];
  readonly onSelectFirst: (count: number) => void;
  readonly onClear: () => void;
  readonly children: ComponentChildren;
}

function SelectionBar({ selected, onSelectFirst, onClear, children }: SelectionBarProps) {
  const { actions, state, narrow, formatNumber } = useDashboard();
  const [count, setCount] = useState(FIRST_SELECTION);
  const none = selected.length === 0;
  const createLabel = none ? TEXT.createNone : selected.length === 1 ? TEXT.createOne : TEXT.create(formatNumber(selected.length));

  // A narrow pane has room for one of the two: first to select, then to act.
  return (
    <div class="paperweave-toolbar-row mod-selection">
      {narrow && !none ? null : (
        <div class="paperweave-select-first">
          <span>{TEXT.selectFirst}</span>
          <NumberField
            aria-label={TEXT.howMany}
            value={count}
            onNumber={setCount}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onSelectFirst(count);
            }}
          />
          <button
            onClick={() => {
              onSelectFirst(count);
            }}
          >
            {TEXT.select}
          </button>
        </div>
      )}
      {children}
      {narrow && none ? null : (
        <div class="paperweave-selection-actions">
          {none ? null : (
            <button class="paperweave-quiet-button" onClick={onClear}>
              {TEXT.selectNone}
            </button>
          )}
          <button
            disabled={none}
            onClick={() => {
              onClear();
              void (state.showHidden ? actions.showWorks(selected) : actions.hideWorks(selected));
            }}
          >
            {state.showHidden ? TEXT.showAgain : TEXT.hide}
          </button>
          <button
            class="mod-cta"
            disabled={none}
            onClick={() => {
              void actions.createNotes(selected, { preview: true });
            }}
          >
            {createLabel}
          </button>
        </div>
      )}
    </div>
  );
}

function EmptyList({ narrowed }: { readonly narrowed: boolean }) {
  const { state, store } = useDashboard();
  if (narrowed) {
    return (
      <StateMessage title={TEXT.noMatch} texts={[TEXT.noMatchHint]}>
        <button
          onClick={() => {
            store.update({ missingSearch: '', missingAtLeast: 1, missingByRead: false });
          }}
        >
          {TEXT.showAll}
        </button>
      </StateMessage>
    );
  }
  return state.showHidden ? (
    <StateMessage title={TEXT.nothingHidden} texts={[TEXT.nothingHiddenHint]} />
  ) : (
    <StateMessage title={TEXT.nothingMissing} texts={[TEXT.nothingMissingHint]} />
  );
}
