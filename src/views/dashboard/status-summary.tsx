import { sumTallies, type StatusCounts } from '../../core/dashboard/counts-model';
import { doneFirst } from '../../core/dashboard/status-look';
import { say } from '../../language/say';
import { listTexts } from '../list-texts';
import { cssProps } from '../preact/css-props';
import { StatusDot, statusClass } from '../preact/status-dot';
import { useDashboard } from './dashboard-context';

const TEXT = {
  progress: (read: string, total: string, percent: string, parts: string) =>
    say('{read} of {total} papers read, {percent} percent. {parts}', { read, total, percent, parts }),
  part: (label: string, count: string) => say('{label}: {count}', { label, count }),
  filterGroup: say('Papers by status'),
  filter: say('Filter by this status'),
  ofAll: (total: string) => say('of {total} read', { total }),
  ofAllSoFar: (total: string) => say('of {total} read so far', { total }),
};

/** The counts a status, each a button that filters by it, and the bar that shows how far the reading is. */
export function StatusSummary() {
  const { library, libraryState, statuses } = useDashboard();
  const counts = sumTallies(library.statusTallies(), statuses);
  if (counts.total === 0) return null;
  return (
    <header class="paperweave-summary">
      <Progress counts={counts} incomplete={libraryState.phase !== 'ready'} />
      <StatusButtons counts={counts} />
    </header>
  );
}

function Progress({ counts, incomplete }: { readonly counts: StatusCounts; readonly incomplete: boolean }) {
  const { formatNumber } = useDashboard();
  const parts = counts.statuses.filter((status) => status.count > 0);
  const label = TEXT.progress(
    formatNumber(counts.read),
    formatNumber(counts.total),
    formatNumber(counts.percent),
    listTexts(parts.map((status) => TEXT.part(status.label, formatNumber(status.count)))),
  );
  return (
    <div class="paperweave-progress">
      <div class="paperweave-progress-figure" aria-hidden="true">
        <span class="paperweave-progress-read">{formatNumber(counts.read)}</span>
        <span class="paperweave-progress-of">
          {(incomplete ? TEXT.ofAllSoFar : TEXT.ofAll)(formatNumber(counts.total))}
        </span>
        <span class="paperweave-progress-percent">{`${formatNumber(counts.percent)}%`}</span>
      </div>
      <div class="paperweave-progress-bar" role="img" aria-label={label}>
        {doneFirst(parts).map((status) => (
          <span
            key={status.value}
            class={`paperweave-progress-part ${statusClass(status)}`}
            {...cssProps({ '--paperweave-share': String(status.share) })}
          />
        ))}
      </div>
    </div>
  );
}

function StatusButtons({ counts }: { readonly counts: StatusCounts }) {
  const { formatNumber, state, store } = useDashboard();
  const chosen = new Set(state.filters.status);
  const toggle = (value: string): void => {
    const status = chosen.has(value) ? state.filters.status.filter((kept) => kept !== value) : [...state.filters.status, value];
    store.update({ tab: 'table', filters: { ...state.filters, status } });
  };
  return (
    <div class="paperweave-status-counts" role="group" aria-label={TEXT.filterGroup}>
      {counts.statuses.map((status) => (
        <button
          key={status.value}
          class={`paperweave-status-count${chosen.has(status.value) ? ' is-active' : ''}`}
          aria-pressed={chosen.has(status.value)}
          title={TEXT.filter}
          onClick={() => {
            toggle(status.value);
          }}
        >
          <StatusDot look={status} />
          <span>{status.label}</span>{' '}
          <span class="paperweave-status-count-number">{formatNumber(status.count)}</span>
        </button>
      ))}
    </div>
  );
}
