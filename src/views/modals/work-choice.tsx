import { Platform } from 'obsidian';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { containsWords, foldText, searchWords } from '../../core/dashboard/search-text';
import type { MissingWork } from '../../core/library/library';
import { say } from '../../language/say';
import { SearchField } from '../preact/search-field';
import { confirmOnEnter } from './confirm-on-enter';
import { number } from './count-of';
import { MeasuredList } from './measured-list';
import { ModalButtons } from './modal-buttons';

/** Stands for the field in the text around it. */
const FIELD = '\n';

const TEXT = {
  first: say('Select the first {field} in the list', { field: FIELD }).split(FIELD),
  search: say('Search missing works'),
  all: say('All'),
  none: say('None'),
  selected: (selected: number, all: number) => say('{selected} of {all} selected', { selected: number(selected), all: number(all) }),
  selectedElsewhere: (selected: number, all: number, elsewhere: number) =>
    say('{selected} of {all} selected, {elsewhere} of them not shown by this search', { selected: number(selected), all: number(all), elsewhere: number(elsewhere) }),
  list: say('Missing works'),
  citedBy: (work: MissingWork) => citedBy(number(work.citedBy), work.citedBy === 1, work.readBy === 0 ? null : number(work.readBy)),
  noMatch: say('No missing work matches this search.'),
  noWorks: say('There are no missing works.'),
  create: (count: number) => say(count === 1 ? 'Create {count} note…' : 'Create {count} notes…', { count: number(count) }),
};

function citedBy(count: string, isOne: boolean, read: string | null): string {
  return read === null
    ? say(isOne ? 'Cited by 1 paper' : 'Cited by {count} papers', { count })
    : say(isOne ? 'Cited by 1 paper, {read} read' : 'Cited by {count} papers, {read} read', { count, read });
}

interface WorkChoiceProps {
  readonly works: readonly MissingWork[];
  /** How many of the first are selected at the beginning. */
  readonly preselect: number;
  readonly onConfirm: (keys: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Missing works to tick: one by one, the first n, all, none; those a search shows, or all there are. */
export function WorkChoice({ works, preselect, onConfirm, onCancel }: WorkChoiceProps) {
  const root = useRef<HTMLDivElement>(null);
  const count = `paperweave-works-count-${useId()}`;
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(works.slice(0, preselect).map((work) => work.key)));
  const [first, setFirst] = useState(() => String(Math.min(preselect, works.length)));

  const isSearching = search.trim() !== '';
  // Folded when first searched for, not while the modal opens.
  const texts = useMemo(() => new Map(isSearching ? works.map((work) => [work.key, foldText(work.title)]) : []), [works, isSearching]);
  const shown = useMemo(() => {
    const words = searchWords(search);
    return words.length === 0 ? works : works.filter((work) => containsWords(texts.get(work.key) ?? '', words));
  }, [works, texts, search]);
  const shownSelected = useMemo(() => shown.filter((work) => selected.has(work.key)).length, [shown, selected]);

  useEffect(() => {
    // On a phone the keyboard would cover the list before anything is seen of it.
    const field = root.current?.querySelector<HTMLElement>(Platform.isMobile ? '.mod-cta' : 'input[type="number"]');
    field?.focus();
    if (field?.matches('input') === true) root.current?.querySelector<HTMLInputElement>('input[type="number"]')?.select();
  }, []);

  /** The shown works up to `end` are selected and the other shown ones are not; what the search hides stays as it is. */
  const selectFirst = (end: number): void => {
    const changed = new Set(selected);
    for (const [index, { key }] of shown.entries()) {
      if (index < end) changed.add(key);
      else changed.delete(key);
    }
    setSelected(changed);
  };
  const confirm = (): void => {
    if (selected.size > 0) onConfirm(works.map((work) => work.key).filter((key) => selected.has(key)));
  };
  const [before = '', after = ''] = TEXT.first;
  const elsewhere = selected.size - shownSelected;

  return (
    <div class="paperweave-works" ref={root} onKeyDown={confirmOnEnter(confirm)}>
      <div class="paperweave-works-tools">
        <label class="paperweave-works-first" for={count}>
          <span>{before.trim()}</span>
          <input
            id={count}
            type="number"
            inputMode="numeric"
            min={0}
            max={shown.length}
            step={1}
            value={first}
            onInput={(event) => {
              setFirst(event.currentTarget.value);
              const wanted = Number(event.currentTarget.value);
              if (event.currentTarget.value !== '' && Number.isFinite(wanted)) selectFirst(Math.max(0, Math.floor(wanted)));
            }}
          />
          <span>{after.trim()}</span>
        </label>
        {/* Not turned off in earnest: what is pressed would lose the focus by it. */}
        <span class="paperweave-works-either">
          <button
            aria-disabled={shownSelected === shown.length}
            onClick={() => {
              selectFirst(shown.length);
            }}
          >
            {TEXT.all}
          </button>
          <button
            aria-disabled={shownSelected === 0}
            onClick={() => {
              selectFirst(0);
            }}
          >
            {TEXT.none}
          </button>
        </span>
      </div>
      <SearchField label={TEXT.search} value={search} onSearch={setSearch} />
      {shown.length === 0 ? (
        <p class="paperweave-preview-nothing">{works.length === 0 ? TEXT.noWorks : TEXT.noMatch}</p>
      ) : (
        <MeasuredList
          label={TEXT.list}
          rows={shown}
          rowKey={(work) => work.key}
          renderRow={(work) => (
            <label class="paperweave-works-row">
              <input
                type="checkbox"
                checked={selected.has(work.key)}
                onChange={() => {
                  const changed = new Set(selected);
                  if (!changed.delete(work.key)) changed.add(work.key);
                  setSelected(changed);
                }}
              />
              <span class="paperweave-works-title">
                <bdi>{work.title}</bdi>
              </span>
              <span class="paperweave-works-count">{TEXT.citedBy(work)}</span>
            </label>
          )}
        />
      )}
      <p class="paperweave-works-selected" role="status">
        {elsewhere > 0 ? TEXT.selectedElsewhere(selected.size, works.length, elsewhere) : TEXT.selected(selected.size, works.length)}
      </p>
      <ModalButtons confirm={TEXT.create(selected.size)} canConfirm={selected.size > 0} onConfirm={confirm} onCancel={onCancel} />
    </div>
  );
}
