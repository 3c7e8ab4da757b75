import { READ_PERIODS, type ReadPeriodKind } from '../../core/dashboard/dashboard-state';
import { tracePeriod, type PaperTrace } from '../../core/dashboard/paper-trace';
import type { ReadingProgress, ReadPeriod } from '../../core/dashboard/reading-progress';
import { say } from '../../language/say';
import { useDashboard } from './dashboard-context';
import type { DayTexts } from './day-texts';
import { ReadingChart } from './reading-chart';
import { SwitchButton } from './switch-button';

const TEXT: {
  readonly by: string;
  readonly kinds: Readonly<Record<ReadPeriodKind, { readonly name: string; readonly chart: string }>>;
  readonly week: (span: string) => string;
  readonly none: (period: string) => string;
  readonly one: (period: string) => string;
  readonly many: (period: string, count: string) => string;
} = {
  by: say('Count papers by'),
  kinds: { week: { name: say('Week'), chart: say('Papers read a week') }, month: { name: say('Month'), chart: say('Papers read a month') } },
  week: (span) => say('Week of {span}', { span }),
  none: (period) => say('{period}: no paper read', { period }),
  one: (period) => say('{period}: 1 paper read', { period }),
  many: (period, count) => say('{period}: {count} papers read', { period, count }),
};

interface ReadingHistoryProps {
  readonly progress: ReadingProgress;
  readonly texts: DayTexts;
  readonly onTrace: (trace: PaperTrace) => void;
}

/** The papers read a week or a month, from the first day of reading until now. */
export function ReadingHistory({ progress, texts, onTrace }: ReadingHistoryProps) {
  const { state, statuses, formatNumber } = useDashboard();
  const kind = state.readBy;
  const periods = kind === 'week' ? progress.weeks : progress.months;
  const describe = (period: ReadPeriod): string => {
    const { from, to, count } = period;
    const name = kind === 'week' ? TEXT.week(texts.span(from, to)) : texts.month(from);
    return count === 0 ? TEXT.none(name) : count === 1 ? TEXT.one(name) : TEXT.many(name, formatNumber(count));
  };
  return (
    <ReadingChart
      kind={kind}
      periods={periods}
      label={TEXT.kinds[kind].chart}
      tools={<PeriodSwitch />}
      shortMonth={texts.shortMonth}
      describe={describe}
      onChoose={(period) => {
        onTrace(tracePeriod(period, statuses));
      }}
    />
  );
}

function PeriodSwitch() {
  const { state, store } = useDashboard();
  return (
    <div class="paperweave-read-switch" role="group" aria-label={TEXT.by}>
      {READ_PERIODS.map((kind) => (
        <SwitchButton
          key={kind}
          isOn={kind === state.readBy}
          onPress={() => {
            if (kind === state.readBy) return;
            store.update({ readBy: kind });
          }}
        >
          {TEXT.kinds[kind].name}
        </SwitchButton>
      ))}
    </div>
  );
}
