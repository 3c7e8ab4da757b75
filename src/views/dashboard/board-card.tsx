import type { Paper } from '../../core/paper';
import { Icon } from '../preact/icon';
import { useDashboard } from './dashboard-context';
import { MatchedText } from './matched-text';
import { paperEvents } from './paper-events';

const TEXT = {
  others: (author: string) => `${author} et al.`,
  citedHere: (count: string) => `Cited here ${count}`,
  menu: (title: string) => `Actions for ${title}`,
};

interface BoardCardProps {
  readonly paper: Paper;
  readonly index: number;
  /** Whether it is the card of its column in the tab order. */
  readonly active: boolean;
  readonly held: boolean;
  /** Id of the words on how cards are moved. */
  readonly hintId: string;
  readonly onActivate: () => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  /** Whether a click is the end of a drag, and none. */
  readonly takeClick: () => boolean;
  /** Keys that the card itself has no use for. */
  readonly onMove: (event: KeyboardEvent) => void;
}

/** A paper on the board: a click or Enter opens it, dragging or Shift with an arrow key moves it. */
export function BoardCard(props: BoardCardProps) {
  const { actions, hoverParent, library, formatNumber } = useDashboard();
  const { paper, index, active, held, hintId } = props;
  const [first = '', ...others] = paper.authors;
  return (
    <div class="paperweave-card-frame" role="listitem">
      <div
        class={`paperweave-card${held ? ' is-held' : ''}`}
        role="group"
        aria-label={paper.title}
        aria-describedby={hintId}
        data-paperweave-row={index}
        tabIndex={active ? 0 : -1}
        onPointerDown={(event) => {
          if (!isOnButton(event)) props.onPointerDown(event);
        }}
        onClick={(event) => {
          if (props.takeClick()) return;
          props.onActivate();
          actions.openNote(paper.path, event);
        }}
        {...paperEvents({ actions, path: paper.path, onActivate: props.onActivate, onMove: props.onMove })}
      >
        <span
          class="paperweave-card-title"
          dir="auto"
          onMouseOver={(event) => {
            actions.hoverNote(paper.path, event, event.currentTarget, hoverParent);
          }}
        >
          <MatchedText text={paper.title} field="title" />
        </span>
        <span class="paperweave-card-facts">
          <span class="paperweave-card-author" dir="auto" title={paper.authors.join(', ')}>
            <MatchedText text={others.length === 0 ? first : TEXT.others(first)} field="author" />
          </span>
          {paper.year === null ? null : <span>{paper.year}</span>}
          <span class="paperweave-card-cited">{TEXT.citedHere(formatNumber(library.citedByCount(paper.path)))}</span>
        </span>
        <button
          class="clickable-icon paperweave-card-menu"
          aria-label={TEXT.menu(paper.title)}
          tabIndex={active ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            actions.showMenu([paper.path], event);
          }}
        >
          <Icon name="more-vertical" />
        </button>
      </div>
    </div>
  );
}

/** A card as it is carried: what is known by its title. */
export function CarriedCard({ paper }: { readonly paper: Paper }) {
  return (
    <div class="paperweave-card mod-carried">
      <span class="paperweave-card-title" dir="auto">
        {paper.title}
      </span>
    </div>
  );
}

function isOnButton(event: PointerEvent): boolean {
  return (event.target as Element | null)?.closest('button') !== null;
}
