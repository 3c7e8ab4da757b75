import { traceUnfinished, traceUnplaced, type PaperTrace, type Unplaced } from '../../core/dashboard/paper-trace';
import type { ReadingProgress } from '../../core/dashboard/reading-progress';
import { useDashboard } from './dashboard-context';

const TEXT: { readonly lead: string; readonly unfinished: Phrase; readonly unplaced: Readonly<Record<Unplaced, Phrase>> } = {
  lead: 'Not counted:',
  unfinished: { one: 'with a read date that is not read', many: 'with a read date that are not read' },
  unplaced: {
    undated: { one: 'read paper without a read date', many: 'read papers without a read date' },
    future: { one: 'with a read date after today', many: 'with a read date after today' },
    early: { one: 'with a read date before 1900', many: 'with a read date before 1900' },
    invalid: { one: 'with a read date that no calendar has', many: 'with a read date that no calendar has' },
  },
};

interface Phrase {
  readonly one: string;
  readonly many: string;
}

const KINDS: readonly Unplaced[] = ['undated', 'future', 'early', 'invalid'];

interface UnplacedPapersProps {
  readonly progress: ReadingProgress;
  readonly today: string;
  readonly onTrace: (trace: PaperTrace) => void;
}

/** The papers that the counts of reading leave out, by why: no day, a doubtful one, or a day without the status. */
export function UnplacedPapers({ progress, today, onTrace }: UnplacedPapersProps) {
  const { statuses, formatNumber } = useDashboard();
  const { unfinished } = progress;
  const groups = [
    ...KINDS.map((kind) => ({ count: progress[kind], phrase: TEXT.unplaced[kind], trace: () => traceUnplaced(kind, today, statuses) })),
    { count: unfinished.count, phrase: TEXT.unfinished, trace: () => traceUnfinished(unfinished.statuses) },
  ].filter((group) => group.count > 0);
  if (groups.length === 0) return null;
  return (
    <div class="paperweave-read-unplaced">
      <span>{TEXT.lead}</span>
      <ul class="paperweave-read-links">
        {groups.map(({ count, phrase, trace }) => (
          <li key={phrase.many}>
            <button
              class="paperweave-link-button"
              onClick={() => {
                onTrace(trace());
              }}
            >
              <span class="paperweave-path">{`${formatNumber(count)} ${count === 1 ? phrase.one : phrase.many}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
