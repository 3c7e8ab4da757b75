import { getLanguage } from 'obsidian';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { BREAKDOWN_FIELDS } from '../../core/dashboard/dashboard-state';
import { doneStatuses, type PaperTrace } from '../../core/dashboard/paper-trace';
import { measureReading, type ReadingProgress } from '../../core/dashboard/reading-progress';
import { findStatusLook } from '../../core/dashboard/status-look';
import { say } from '../../language/say';
import { listTexts } from '../list-texts';
import { useSlicedWork, type SlicedResult } from '../preact/use-sliced-work';
import { useDashboard } from './dashboard-context';
import { dayTexts } from './day-texts';
import { NoReadDays } from './no-read-days';
import { ReadingFigures } from './reading-figures';
import { ReadingHistory } from './reading-history';
import { StatusBreakdown } from './status-breakdown';
import { StatusLegend } from './status-legend';
import { tabId } from './tab-list';
import { UnplacedPapers } from './unplaced-papers';
import { useToday } from './use-today';
import { weekStartOf } from './week-start';

const TEXT = {
  reading: say('Papers read'),
  statuses: say('Status of all papers'),
  rule: (statuses: string, property: string, weekDay: string) =>
    say('A paper counts with the status {statuses}, on the day in its property “{property}”. Weeks begin on {weekDay}.', { statuses, property, weekDay }),
  status: (label: string) => say('“{label}”', { label }),
};

interface ProgressTabProps {
  /** What tells tabs of several dashboards apart. */
  readonly idPrefix: string;
  readonly today: () => string;
  /** The property that holds the day of reading; empty where none does. */
  readonly readDateProperty: string;
  readonly openSettings: () => void;
}

/** How the reading goes: papers read a week and a month, and the status by year, venue and tag. Every number leads to its papers. */
export function ProgressTab({ idPrefix, today, readDateProperty, openSettings }: ProgressTabProps) {
  const { library, libraryState, looks, state, statuses, store } = useDashboard();
  const { revision } = library;
  const day = useToday(today);
  const language = getLanguage();
  const texts = useMemo(() => dayTexts(language), [language]);
  const weekStart = useMemo(() => weekStartOf(language, window.navigator.languages), [language]);
  const kept = useRef<SlicedResult<ReadingProgress>>(null);
  const { value: progress } = useSlicedWork({
    kept,
    question: [day, weekStart],
    facts: [library, revision],
    items: library.papers().length,
    begin: () => measureReading(library.papers(), day, weekStart),
  });
  const root = useRef<HTMLDivElement>(null);

  // Where it was left: reached as soon as there is enough to scroll, which is not yet so while notes are being read.
  const pendingScroll = useRef<number | null>(state.scroll.progress > 0 ? state.scroll.progress : null);
  const forgetPending = (): void => {
    pendingScroll.current = null;
  };
  useLayoutEffect(() => {
    if (root.current === null || pendingScroll.current === null) return;
    root.current.scrollTop = pendingScroll.current;
    if (libraryState.phase === 'ready' && progress !== null) forgetPending();
  });

  const trace = ({ search, filters }: PaperTrace): void => {
    store.update({ tab: 'table', search, filters, group: null, scroll: { ...store.state.scroll, table: 0 } });
    // What was pressed goes away with this tab; the tab that it leads to is there already.
    root.current?.ownerDocument.getElementById(tabId(idPrefix, 'table'))?.focus();
  };
  const done = doneStatuses(statuses).map((status) => TEXT.status(findStatusLook(looks, status).label));

  return (
    <div
      class="paperweave-read"
      ref={root}
      onScroll={(event) => {
        if (event.target === event.currentTarget && pendingScroll.current === null) store.keepScroll('progress', event.currentTarget.scrollTop);
      }}
      onWheel={forgetPending}
      onPointerDown={forgetPending}
      onTouchStart={forgetPending}
      onKeyDown={forgetPending}
    >
      <section class="paperweave-read-section" aria-label={TEXT.reading} aria-busy={progress === null}>
        <h3 class="paperweave-read-heading">{TEXT.reading}</h3>
        {progress === null ? null : progress.weeks.length === 0 ? (
          <NoReadDays property={readDateProperty} openSettings={openSettings} />
        ) : (
          <>
            <ReadingFigures progress={progress} texts={texts} onTrace={trace} />
            <ReadingHistory progress={progress} texts={texts} onTrace={trace} />
            <p class="paperweave-read-note">{TEXT.rule(listTexts(done), readDateProperty, texts.weekDay(weekStart))}</p>
          </>
        )}
        {progress === null || readDateProperty === '' ? null : <UnplacedPapers progress={progress} today={day} onTrace={trace} />}
      </section>
      <section class="paperweave-read-section" aria-label={TEXT.statuses}>
        <div class="paperweave-read-head">
          <h3 class="paperweave-read-heading">{TEXT.statuses}</h3>
          <StatusLegend />
        </div>
        <div class="paperweave-shares">
          {BREAKDOWN_FIELDS.map((field) => (
            <StatusBreakdown key={field} field={field} onTrace={trace} />
          ))}
        </div>
      </section>
    </div>
  );
}
