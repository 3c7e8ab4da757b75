import { tracePeriod, type PaperTrace } from '../../core/dashboard/paper-trace';
import type { ReadingProgress, ReadingStreak, ReadPeriod } from '../../core/dashboard/reading-progress';
import { say } from '../../language/say';
import { useDashboard } from './dashboard-context';
import type { DayTexts } from './day-texts';

const TEXT = {
  thisWeek: say('this week'),
  thisMonth: say('this month'),
  thisYear: say('this year'),
  all: (day: string) => say('since {day}', { day }),
  period: (figure: string, caption: string, papers: string) => say('{figure} {caption}: {papers}', { figure, caption, papers }),
  run: (figure: string, caption: string, span: string, papers: string) => say('{figure} {caption} {span}: {papers}', { figure, caption, span, papers }),
  paper: (count: string) => say('{count} paper read', { count }),
  papers: (count: string) => say('{count} papers read', { count }),
  week: (count: string) => say('{count} week', { count }),
  weeks: (count: string) => say('{count} weeks', { count }),
  inARow: say('in a row now'),
  longest: say('longest run'),
};

interface ReadingFiguresProps {
  readonly progress: ReadingProgress;
  readonly texts: DayTexts;
  readonly onTrace: (trace: PaperTrace) => void;
}

/** What was read this week, month and year, and for how many weeks in a row. */
export function ReadingFigures({ progress, texts, onTrace }: ReadingFiguresProps) {
  const { thisWeek, thisMonth, thisYear, all, streak, longestStreak } = progress;
  const { formatNumber, statuses } = useDashboard();
  const papers = (count: number): string => (count === 1 ? TEXT.paper : TEXT.papers)(formatNumber(count));
  const weeks = (count: number): string => (count === 1 ? TEXT.week : TEXT.weeks)(formatNumber(count));
  const lead = (period: ReadPeriod, label: string): Press | null =>
    period.count === 0
      ? null
      : {
          label,
          onPress: () => {
            onTrace(tracePeriod(period, statuses));
          },
        };
  const periodFigure = (period: ReadPeriod, caption: string) => (
    <Figure figure={formatNumber(period.count)} caption={caption} press={lead(period, TEXT.period(formatNumber(period.count), caption, papers(period.count)))} />
  );
  const streakFigure = (run: ReadingStreak, caption: string) => {
    const span = texts.span(run.from, run.to);
    return (
      <Figure
        figure={weeks(run.weeks)}
        caption={caption}
        detail={span}
        press={lead(run, TEXT.run(weeks(run.weeks), caption, span, papers(run.count)))}
      />
    );
  };

  return (
    <ul class="paperweave-read-figures">
      {periodFigure(thisWeek, TEXT.thisWeek)}
      {periodFigure(thisMonth, TEXT.thisMonth)}
      {periodFigure(thisYear, TEXT.thisYear)}
      {periodFigure(all, TEXT.all(texts.day(all.from)))}
      {streak === null ? (
        <Figure figure={weeks(0)} caption={TEXT.inARow} press={null} />
      ) : (
        streakFigure(streak, TEXT.inARow)
      )}
      {longestStreak === null ? null : streakFigure(longestStreak, TEXT.longest)}
    </ul>
  );
}

interface Press {
  /** The number and what it counts, in words. */
  readonly label: string;
  readonly onPress: () => void;
}

interface FigureProps {
  readonly figure: string;
  readonly caption: string;
  readonly detail?: string;
  /** Null where there is no paper to lead to. */
  readonly press: Press | null;
}

function Figure({ figure, caption, detail, press }: FigureProps) {
  const parts = (
    <>
      <span class="paperweave-read-figure">{figure}</span> <span>{caption}</span> {detail === undefined ? null : <span>{detail}</span>}
    </>
  );
  return (
    <li>
      {press === null ? (
        <div class="paperweave-read-tile">{parts}</div>
      ) : (
        <button class="paperweave-read-tile" aria-label={press.label} onClick={press.onPress}>
          {parts}
        </button>
      )}
    </li>
  );
}
