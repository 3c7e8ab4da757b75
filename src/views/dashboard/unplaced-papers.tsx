import { traceUnfinished, traceUnplaced, type PaperTrace, type Unplaced } from '../../core/dashboard/paper-trace';
import type { ReadingProgress } from '../../core/dashboard/reading-progress';
import { say } from '../../language/say';
import { useDashboard } from './dashboard-context';

/** A number of papers, and what is said of them. */
type CountText = (count: number, written: string) => string;

const TEXT: { readonly lead: string; readonly unfinished: CountText; readonly unplaced: Readonly<Record<Unplaced, CountText>> } = {
  lead: say('Not counted:'),
  unfinished: (count, written) => say(count === 1 ? '{count} with a read date that is not read' : '{count} with a read date that are not read', { count: written }),
  unplaced: {
    undated: (count, written) => say(count === 1 ? '{count} read paper without a read date' : '{count} read papers without a read date', { count: written }),
    future: (_, count) => say('{count} with a read date after today', { count }),
    early: (_, count) => say('{count} with a read date before 1900', { count }),
    invalid: (_, count) => say('{count} with a read date that no calendar has', { count }),
  },
};

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
    ...KINDS.map((kind) => ({ count: progress[kind], text: TEXT.unplaced[kind], kind, trace: () => traceUnplaced(kind, today, statuses) })),
    { count: unfinished.count, text: TEXT.unfinished, kind: 'unfinished', trace: () => traceUnfinished(unfinished.statuses) },
  ].filter((group) => group.count > 0);
  if (groups.length === 0) return null;
  return (
    <div class="paperweave-read-unplaced">
      <span>{TEXT.lead}</span>
      <ul class="paperweave-read-links">
        {groups.map(({ count, text, kind, trace }) => (
          <li key={kind}>
            <button
              class="paperweave-link-button"
              onClick={() => {
                onTrace(trace());
              }}
            >
              <span class="paperweave-path">{text(count, formatNumber(count))}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
