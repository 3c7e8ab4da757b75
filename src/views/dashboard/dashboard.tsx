import { lightFormat } from 'date-fns';
import { getLanguage, Platform, type HoverParent } from 'obsidian';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { DashboardTab } from '../../core/dashboard/dashboard-state';
import { countProblems } from '../../core/dashboard/problems-model';
import { createSearchTexts } from '../../core/dashboard/search-text';
import { ShownPapers } from '../../core/dashboard/shown-papers';
import { statusLooks } from '../../core/dashboard/status-look';
import type { LibrarySource } from '../../core/library/library';
import { readersOrder } from '../../core/collections/text-order';
import { say } from '../../language/say';
import type { Settings } from '../../settings/settings';
import type { PaperActions } from '../paper-actions';
import { ErrorBoundary } from '../preact/error-boundary';
import { innerWidth, useMeasure } from '../preact/use-measure';
import { useLibrary } from '../preact/use-library';
import { useUniqueId } from '../preact/use-unique-id';
import { Board } from './board';
import { DashboardContext, useDashboard, type DashboardRoom, type DashboardScope } from './dashboard-context';
import type { DashboardStore } from './dashboard-store';
import { EmptyLibrary, ReadingBanner, WaitingState } from './library-status';
import { MissingTab } from './missing-tab';
import { NextTab } from './next-tab';
import { PaperTable } from './paper-table';
import { ProblemsTab } from './problems-tab';
import { ProgressTab } from './progress-tab';
import { SavedViewsBar } from './saved-views-bar';
import { StatusSummary } from './status-summary';
import { panelId, TabList, tabId } from './tab-list';
import type { KeptRanking } from './use-ranking';

const TEXT: { readonly summaryFailed: string; readonly failed: Readonly<Record<DashboardTab, string>> } = {
  summaryFailed: say('The counts could not be shown.'),
  failed: {
    table: say('The table could not be shown.'),
    board: say('The board could not be shown.'),
    missing: say('The missing works could not be shown.'),
    next: say('What to read next could not be shown.'),
    progress: say('The progress could not be shown.'),
    problems: say('The problems could not be shown.'),
  },
};

/** Narrower than this, in pixels, columns are of no use. */
const NARROW_BELOW = 640;

/** What the dashboard needs from the plugin. */
export interface DashboardDeps {
  readonly source: LibrarySource;
  readonly actions: PaperActions;
  settings(): Settings;
  /** The local day, `yyyy-MM-dd`. */
  readonly today: () => string;
  /** Calls back after the settings changed. Returns its own off. */
  onSettings(callback: () => void): () => void;
  readonly changeSettings: (patch: Partial<Settings>) => void;
  /** How a link to a note is written from anywhere, without `.md`. */
  readonly linktext: (path: string) => string;
  /** When a note was created, in milliseconds since 1970; null where that is not known. */
  readonly createdAt: (path: string) => number | null;
  /** Opens the settings of the plugin. */
  openSettings(): void;
  /** Shows the changes that are kept, with the ways back. */
  showChanges(): void;
}

interface DashboardProps {
  readonly deps: DashboardDeps;
  readonly store: DashboardStore;
  readonly hoverParent: HoverParent;
  /** The room that the view has when it is first drawn. */
  readonly room: DashboardRoom;
  /** Where the view finds the search box, for its shortcut. */
  readonly searchRef: { current: HTMLInputElement | null };
}

/** The whole dashboard, as drawn into its view. */
export function Dashboard({ deps, store, hoverParent, room, searchRef }: DashboardProps) {
  useLibrary(deps.source);
  useDrawAgainOn(deps, store);
  const root = useRef<HTMLDivElement>(null);
  const width = useMeasure(root, innerWidth, room.width);
  const narrow = width > 0 && width < NARROW_BELOW;
  const [searchTexts] = useState(createSearchTexts);
  const [shownPapers] = useState(() => new ShownPapers());
  const settings = deps.settings();
  const { statuses } = settings;
  const looks = useMemo(() => statusLooks(statuses), [statuses]);
  const language = getLanguage();
  const collator = useMemo(() => readersOrder(language), [language]);
  const numbers = useMemo(() => new Intl.NumberFormat(language), [language]);

  const { library, state: libraryState } = deps.source;
  const scope: DashboardScope = {
    library,
    libraryState,
    actions: deps.actions,
    state: store.state,
    store,
    statuses,
    schema: settings,
    savedViews: settings.savedViews,
    defaultView: settings.defaultView,
    changeSettings: deps.changeSettings,
    looks,
    searchTexts,
    shownPapers,
    hoverParent,
    collator,
    touch: Platform.isMobile,
    narrow,
    room: { width, height: room.height },
    createdAt: deps.createdAt,
    linktext: deps.linktext,
    formatDay: (time) => lightFormat(time, 'yyyy-MM-dd'),
    formatNumber: (value) => numbers.format(value),
  };
  return (
    <DashboardContext.Provider value={scope}>
      <div class={`paperweave-dashboard${narrow ? ' mod-narrow' : ''}`} ref={root}>
        {libraryState.phase === 'waiting' ? <WaitingState /> : <Contents key={store.generation} deps={deps} searchRef={searchRef} />}
      </div>
    </DashboardContext.Provider>
  );
}

function useDrawAgainOn(deps: DashboardDeps, store: DashboardStore): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // Not later: what changes between the first drawing and the subscription would be missed.
  useLayoutEffect(() => {
    const draw = (): void => {
      redraw(undefined);
    };
    const offs = [deps.onSettings(draw), store.onChange(draw)];
    return () => {
      for (const off of offs) off();
    };
  }, [deps, store]);
}

function Contents({ deps, searchRef }: Pick<DashboardProps, 'deps' | 'searchRef'>) {
  const { library, libraryState, state } = useDashboard();
  const idPrefix = useUniqueId();
  const ranking = useRef<KeptRanking>(null);
  const { tab } = state;
  const noPapers = library.papers().length === 0;
  const { revision } = library;
  const problems = useMemo(() => countProblems(library.problems()), [library, revision]);
  const openSettings = (): void => {
    deps.openSettings();
  };

  if (noPapers && problems === 0) {
    return libraryState.phase === 'ready' ? <EmptyLibrary openSettings={openSettings} /> : <ReadingBanner />;
  }
  return (
    <>
      <ErrorBoundary message={TEXT.summaryFailed}>
        <StatusSummary />
      </ErrorBoundary>
      <ReadingBanner />
      <div class="paperweave-tab-bar">
        <TabList idPrefix={idPrefix} counts={{ table: 0, board: 0, missing: library.missingCount(), next: 0, progress: 0, problems }} />
        <SavedViewsBar />
      </div>
      <div
        class="paperweave-panel"
        key={tab}
        id={panelId(idPrefix, tab)}
        role="tabpanel"
        aria-labelledby={tabId(idPrefix, tab)}
      >
        <ErrorBoundary message={TEXT.failed[tab]}>
          {(tab === 'table' || tab === 'board' || tab === 'next' || tab === 'progress') && noPapers ? (
            <EmptyLibrary openSettings={openSettings} />
          ) : tab === 'table' ? (
            <PaperTable searchRef={searchRef} />
          ) : tab === 'board' ? (
            <Board searchRef={searchRef} activeLimit={deps.settings().activeLimit} />
          ) : tab === 'missing' ? (
            <MissingTab />
          ) : tab === 'next' ? (
            <NextTab searchRef={searchRef} weights={deps.settings().nextWeights} ranking={ranking} openSettings={openSettings} />
          ) : tab === 'progress' ? (
            <ProgressTab idPrefix={idPrefix} today={deps.today} readDateProperty={deps.settings().readDateProperty} openSettings={openSettings} />
          ) : (
            <ProblemsTab />
          )}
        </ErrorBoundary>
      </div>
    </>
  );
}
