import type { NextCandidate } from '../../core/dashboard/next-candidate';
import { shareOf, type ScorePart, type ScoreScale, type ScoreWeights } from '../../core/dashboard/score-papers';
import type { Paper } from '../../core/papers/paper';
import { firstOfKind } from '../../core/papers/status-vocabulary';
import { say } from '../../language/say';
import { cssProps } from '../preact/css-props';
import { Icon } from '../preact/icon';
import { StatusSelect } from '../preact/status-select';
import { turnedKey } from '../preact/turned-key';
import type { FocusedRowProps } from '../preact/use-row-focus';
import { useDashboard } from './dashboard-context';
import { MatchedText } from './matched-text';
import { describePart, describeReasons } from './next-reasons';
import { paperEvents } from './paper-events';
import { workEvents } from './work-events';

const TEXT = {
  rank: (rank: string) => say('Rank {rank}', { rank }),
  expand: (title: string) => say('How the score of {title} adds up, and who cites it', { title }),
  others: (author: string) => say('{author} et al.', { author }),
  noNote: say('No note yet'),
  score: (points: string) => say('Score {points} of 100', { points }),
  statusOf: (title: string) => say('Status of {title}', { title }),
  start: say('Start reading'),
  startWith: (title: string) => say('Start reading {title}', { title }),
  create: say('Create note'),
  createFor: (title: string) => say('Create note for {title}', { title }),
  points: (points: string, most: string) => say('{points} of {most}', { points, most }),
};

interface RowProps extends FocusedRowProps {
  readonly candidate: NextCandidate;
  readonly scale: ScoreScale;
}

interface CandidateRowProps extends RowProps {
  /** Place in the ranking, from 1. */
  readonly rank: number;
  readonly expanded: boolean;
  readonly onToggleExpanded: () => void;
}

/**
 * A paper to read, or a work to make a note for, with the reasons in words. A click or Enter opens the note, or what is known of a work;
 * the arrow keys open and close how the score adds up, and who cites it.
 */
export function CandidateRow(props: CandidateRowProps) {
  const { actions } = useDashboard();
  const { candidate, index, active, expanded, onActivate, onToggleExpanded } = props;
  const { paper, work } = candidate;

  const onMove = (event: KeyboardEvent): void => {
    if (turnedKey(event) !== (expanded ? 'ArrowLeft' : 'ArrowRight')) {
      props.onMove(event);
      return;
    }
    event.preventDefault();
    onToggleExpanded();
  };
  const events =
    work === null
      ? {
          onClick: (event: MouseEvent) => {
            onActivate();
            actions.openNote(paper.path, event);
          },
          ...paperEvents({ actions, path: paper.path, onActivate, onMove }),
        }
      : workEvents({ actions, work, onActivate, onOpen: onToggleExpanded, onMove });
  return (
    <div
      class={`paperweave-row mod-next${work === null ? '' : ' mod-missing'}`}
      role="row"
      aria-rowindex={index + 1}
      aria-level={1}
      aria-expanded={expanded}
      data-paperweave-row={index}
      tabIndex={active ? 0 : -1}
      {...events}
    >
      <CandidateCells {...props} />
    </div>
  );
}

function CandidateCells({ candidate, scale, rank, active, expanded, onToggleExpanded }: CandidateRowProps) {
  const { actions, hoverParent, formatNumber } = useDashboard();
  const { paper, work, facts, score } = candidate;
  const points = formatNumber(Math.round(score * 100));
  const reasons = describeReasons(facts, scale, formatNumber).join(' · ');
  return (
    <>
      <div class="paperweave-cell mod-rank" role="gridcell" aria-label={TEXT.rank(formatNumber(rank))}>
        {formatNumber(rank)}
      </div>
      <div class="paperweave-cell mod-about" role="rowheader">
        <span
          class="paperweave-text paperweave-title"
          dir="auto"
          title={paper.title}
          onMouseOver={(event) => {
            if (work === null) actions.hoverNote(paper.path, event, event.currentTarget, hoverParent);
          }}
        >
          <MatchedText text={paper.title} field="title" />
        </span>
        {work === null ? <Byline paper={paper} /> : <span class="paperweave-reason">{TEXT.noNote}</span>}
        <span class="paperweave-text paperweave-reasons" dir="auto" title={reasons}>
          {reasons}
        </span>
      </div>
      <div class="paperweave-cell mod-score" role="gridcell" aria-label={TEXT.score(points)} title={TEXT.score(points)}>
        <span aria-hidden="true">{points}</span>
        <ScoreBar value={score} />
      </div>
      <div class="paperweave-cell mod-status" role="gridcell">
        {work === null ? <PaperStatus paper={paper} active={active} /> : null}
      </div>
      <div class="paperweave-cell mod-action" role="gridcell">
        <ActionButton candidate={candidate} active={active} />
      </div>
      <div class="paperweave-cell mod-expand" role="gridcell">
        <button
          class="clickable-icon"
          aria-label={TEXT.expand(paper.title)}
          aria-expanded={expanded}
          tabIndex={active ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            onToggleExpanded();
          }}
        >
          <Icon name={expanded ? 'chevron-up' : 'chevron-down'} />
        </button>
      </div>
    </>
  );
}

function Byline({ paper }: { readonly paper: Paper }) {
  const { authors, year, venue } = paper;
  const [first, ...others] = authors;
  const parts = [
    first === undefined ? null : <MatchedText text={others.length === 0 ? first : TEXT.others(first)} field="author" />,
    year === null ? null : String(year),
    venue === null ? null : <MatchedText text={venue} field="venue" />,
  ].filter((part) => part !== null);
  return (
    <span class="paperweave-text paperweave-byline" dir="auto" title={authors.join(', ')}>
      {parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part]))}
    </span>
  );
}

/** A share of 1 as a bar; what it says stands beside it. */
function ScoreBar({ value }: { readonly value: number }) {
  return (
    <span class="paperweave-score-bar" aria-hidden="true">
      <span class="paperweave-score-part" {...cssProps({ '--paperweave-share': String(value) })} />
    </span>
  );
}

function PaperStatus({ paper, active }: { readonly paper: Paper; readonly active: boolean }) {
  const { actions, looks } = useDashboard();
  return (
    <StatusSelect
      value={paper.status}
      looks={looks}
      label={TEXT.statusOf(paper.title)}
      tabIndex={active ? 0 : -1}
      onChoose={(status) => {
        void actions.setStatus([paper.path], status);
      }}
    />
  );
}

/** One click to read the paper, or to make a note for the work. Nothing where no status means that a paper is being read. */
function ActionButton({ candidate, active }: { readonly candidate: NextCandidate; readonly active: boolean }) {
  const { actions, statuses } = useDashboard();
  const { paper, work } = candidate;
  const started = firstOfKind(statuses, 'active');
  if (work === null && started === null) return null;
  return (
    <button
      class="paperweave-next-action"
      aria-label={work === null ? TEXT.startWith(paper.title) : TEXT.createFor(paper.title)}
      tabIndex={active ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        if (work !== null) void actions.createNotes([work.key]);
        else if (started !== null) void actions.setStatus([paper.path], started.value);
      }}
    >
      {work === null ? TEXT.start : TEXT.create}
    </button>
  );
}

interface ShareRowProps extends RowProps {
  readonly part: ScorePart;
  readonly weights: ScoreWeights;
  /** Leads back to the paper or work above. */
  readonly onLeave: () => void;
}

/** A part of the score of the paper or work above: what it goes by, and its points. */
export function ShareRow(props: ShareRowProps) {
  const { formatNumber } = useDashboard();
  const { candidate, part, scale, weights, index } = props;
  const { points, most } = shareOf(part, candidate.facts, scale, weights);
  const tenths = (value: number): string => formatNumber(Math.round(value * 10) / 10);
  return (
    <div
      class="paperweave-row mod-share"
      role="row"
      aria-rowindex={index + 1}
      aria-level={2}
      data-paperweave-row={index}
      tabIndex={props.active ? 0 : -1}
      onClick={props.onActivate}
      onFocusIn={props.onActivate}
      onKeyDown={(event) => {
        if (turnedKey(event) === 'ArrowLeft') {
          event.preventDefault();
          props.onLeave();
        } else props.onMove(event);
      }}
    >
      <div class="paperweave-cell" role="rowheader">
        <span class="paperweave-text" dir="auto">
          {describePart(part, candidate.facts, scale, formatNumber)}
        </span>
      </div>
      <div class="paperweave-cell mod-points" role="gridcell">
        <span class="paperweave-text" dir="auto">
          {TEXT.points(tenths(points), tenths(most))}
        </span>
      </div>
      <div class="paperweave-cell" role="gridcell">
        <ScoreBar value={most === 0 ? 0 : points / most} />
      </div>
    </div>
  );
}
