import { getLanguage, Platform, type HoverParent } from 'obsidian';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { layOutBase, type BaseCard, type BaseGroup } from '../../core/dashboard/base-columns';
import { findStatusLook, statusLooks } from '../../core/dashboard/status-look';
import type { LibrarySource } from '../../core/library/library';
import { say } from '../../language/say';
import type { Settings } from '../../settings/settings';
import { BoardColumns, type BoardHandle } from '../board/board-columns';
import type { BoardKit } from '../board/board-kit';
import type { PaperActions } from '../paper-actions';
import { ErrorBoundary } from '../preact/error-boundary';
import { StateMessage } from '../preact/state-message';
import { StatusDot } from '../preact/status-dot';
import { useKeptFocus } from '../preact/use-kept-focus';
import { useLibrary } from '../preact/use-library';
import { innerWidth, useMeasure } from '../preact/use-measure';
import type { BoardEntry, CardField } from './board-entry';

const TEXT = {
  failed: say('The board could not be shown.'),
  none: say('No notes'),
  noneHint: say('The filters of this base leave no notes to show.'),
  noValue: say('None'),
  field: (name: string, value: string) => say('{name}: {value}', { name, value }),
  cards: (label: string, total: number, count: string) => say(total === 1 ? '{label}, {count} note' : '{label}, {count} notes', { label, count }),
  outside: say('Not in your list of statuses: cards can be moved out of here, not in.'),
  grouped: say('The base groups by another property than the status, so cards stay in their columns.'),
  groupedCard: (title: string) => say('{title} stays: the base groups by another property than the status.', { title }),
  reading: (title: string) => say('{title} stays: the library is still being read.', { title }),
  noPaper: (title: string) => say('{title} stays: it is no paper, so its status is not written.', { title }),
  more: (count: string) => say('{count} more groups are not shown. Group by a property with fewer values to see all.', { count }),
};

/** So many properties are shown on a card. */
const MOST_FIELDS = 5;
/** Heights in pixels, as the style sheet has them: of a card without properties with the gap below it, of a property, and what a finger needs more. */
const BARE_CARD = 72;
const FIELD = 18;
const TOUCH_MORE = 12;
/** Narrower than this, in pixels, columns snap into place. */
const NARROW_BELOW = 640;

/** What the board needs from the plugin. */
export interface BaseBoardDeps {
  readonly source: LibrarySource;
  readonly actions: PaperActions;
  readonly settings: () => Settings;
  /** Calls back after the settings changed. Returns its own off. */
  onSettings(callback: () => void): () => void;
}

interface BaseBoardProps {
  readonly deps: BaseBoardDeps;
  readonly hoverParent: HoverParent;
  /** Grows with each new result of the base. */
  readonly update: number;
  /** Name of the status property. */
  readonly property: string;
  /** The entries of the last result, as they stand now. */
  readonly groups: () => readonly BaseGroup<BoardEntry>[];
  readonly fields: readonly CardField[];
}

/** The board as drawn into a base. */
export function BaseBoard(props: BaseBoardProps) {
  return (
    <ErrorBoundary message={TEXT.failed}>
      <Contents {...props} />
    </ErrorBoundary>
  );
}

function Contents({ deps, hoverParent, update, property, groups, fields }: BaseBoardProps) {
  const { source, actions } = deps;
  useLibrary(source);
  useSettings(deps);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const handle = useRef<BoardHandle>(null);
  const width = useMeasure(root, innerWidth);
  const { statuses, statusProperty } = deps.settings();
  const { library, state } = source;
  const { revision } = library;
  const { columns, isByStatus, left } = useMemo(() => layOutBase(groups(), statuses, TEXT.noValue), [update, property, statuses, library, revision]);
  // Asked also after the drawing that it was made in.
  const latest = useRef(columns);
  latest.current = columns;
  const cardAt = (path: string): BaseCard<BoardEntry> | null => latest.current.flatMap(({ papers }) => papers).find((card) => card.path === path) ?? null;
  const looks = useMemo(() => statusLooks(statuses), [statuses]);
  const language = getLanguage();
  const numbers = useMemo(() => new Intl.NumberFormat(language), [language]);
  const shownFields = fields.slice(0, MOST_FIELDS);
  const lines = shownFields.length + (isByStatus ? 0 : 1);

  const kit: BoardKit<BaseCard<BoardEntry>> = {
    actions,
    hoverParent,
    formatNumber: (value) => numbers.format(value),
    cardHeight: BARE_CARD + FIELD * lines + (Platform.isMobile ? TOUCH_MORE : 0),
    columnLabel: TEXT.cards,
    emptyColumn: TEXT.none,
    closedColumn: isByStatus ? TEXT.outside : TEXT.grouped,
    fixedBecause: ({ path, title }) => {
      if (!isByStatus) return TEXT.groupedCard(title);
      if (state.phase !== 'ready') return TEXT.reading(title);
      return library.paper(path) === null ? TEXT.noPaper(title) : null;
    },
    renderTitle: ({ title }) => title,
    renderFacts: ({ entry }) => <CardFields entry={entry} fields={shownFields} status={isByStatus ? null : findStatusLook(looks, entry.status.value)} />,
  };

  return (
    <div class={`paperweave-dashboard mod-base${isByStatus ? '' : ' mod-grouped'}${width > 0 && width < NARROW_BELOW ? ' mod-narrow' : ''}`} ref={root}>
      {columns.every(({ papers }) => papers.length === 0) ? (
        <StateMessage title={TEXT.none} texts={[TEXT.noneHint]} />
      ) : (
        <BoardColumns
          kit={kit}
          columns={columns}
          isWorking={false}
          statusOf={(path) => (property === statusProperty ? (library.paper(path)?.status ?? null) : (cardAt(path)?.status ?? null))}
          onMove={({ path }, status) =>
            property === statusProperty ? actions.setStatus([path], status) : actions.setProperty([path], { key: property, kind: 'text', value: status })
          }
          limitOf={() => 0}
          resetKey={property}
          assumedWidth={0}
          initialScroll={0}
          onScroll={() => undefined}
          handle={handle}
        />
      )}
      {left > 0 ? <p class="paperweave-base-more">{TEXT.more(numbers.format(left))}</p> : null}
    </div>
  );
}

interface CardFieldsProps {
  readonly entry: BoardEntry;
  readonly fields: readonly CardField[];
  /** The status, where the column does not say it. */
  readonly status: ReturnType<typeof findStatusLook> | null;
}

function CardFields({ entry, fields, status }: CardFieldsProps) {
  return (
    <span class="paperweave-card-fields">
      {status === null ? null : (
        <span class="paperweave-card-field">
          <StatusDot look={status} />
          <span class="paperweave-card-value" dir="auto">
            {status.label}
          </span>
        </span>
      )}
      {fields.map(({ id, name }) => {
        const text = entry.textOf(id);
        if (text === null) return null;
        return (
          <span key={id} class="paperweave-card-field" title={TEXT.field(name, text)}>
            <span class="paperweave-visually-hidden">{TEXT.field(name, '')}</span>
            <span class="paperweave-card-value" dir="auto">
              {text}
            </span>
          </span>
        );
      })}
    </span>
  );
}

function useSettings(deps: BaseBoardDeps): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(
    () =>
      deps.onSettings(() => {
        redraw(undefined);
      }),
    [deps],
  );
}
