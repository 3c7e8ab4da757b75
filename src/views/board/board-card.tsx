import type { BoardItem } from '../../core/dashboard/board-model';
import { say } from '../../language/say';
import { paperEvents } from '../dashboard/paper-events';
import { Icon } from '../preact/icon';
import type { BoardKit } from './board-kit';

const TEXT = {
  menu: (title: string) => say('Actions for {title}', { title }),
};

interface BoardCardProps<Item extends BoardItem> {
  readonly kit: BoardKit<Item>;
  readonly paper: Item;
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
export function BoardCard<Item extends BoardItem>(props: BoardCardProps<Item>) {
  const { kit, paper, index, active, held, hintId } = props;
  const { actions, hoverParent } = kit;
  const movable = kit.fixedBecause(paper) === null;
  return (
    <div class="paperweave-card-frame" role="listitem">
      <div
        class={`paperweave-card${held ? ' is-held' : ''}`}
        role="group"
        aria-label={paper.title}
        aria-describedby={movable ? hintId : undefined}
        data-paperweave-row={index}
        tabIndex={active ? 0 : -1}
        onPointerDown={(event) => {
          if (movable && !isOnButton(event)) props.onPointerDown(event);
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
          {kit.renderTitle(paper)}
        </span>
        {kit.renderFacts(paper)}
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
export function CarriedCard({ paper }: { readonly paper: BoardItem }) {
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
