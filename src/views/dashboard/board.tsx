import { useId, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { nextFilledColumn, nextTakingColumn } from '../../core/dashboard/board-model';
import type { Paper } from '../../core/paper';
import { cssProps, px } from '../preact/css-props';
import { isRightToLeft } from '../preact/is-right-to-left';
import { innerWidth, useMeasure } from '../preact/use-measure';
import { useSecondDrawing } from '../preact/use-second-drawing';
import { CarriedCard } from './board-card';
import { BoardColumnList, type WantedCard } from './board-column';
import { useDashboard } from './dashboard-context';
import { FilterBar } from './filter-bar';
import { NoMatch } from './no-match';
import { useCardDrag, type CardDrag } from './use-card-drag';
import { useShownColumns } from './use-shown-papers';

const TEXT = {
  board: 'Board',
  hint: 'Arrow keys go from card to card. Shift with the left or right arrow moves the card to the next status, Enter opens the note.',
  moved: (title: string, status: string) => `${title} moved to ${status}.`,
  stays: (title: string) => `${title} stays: there is no further status that way.`,
};

/** Columns whose cards are part of the first drawing. */
const FIRST_COLUMNS = 2;
/** Least width of a column with the gap behind it, in pixels, as the style sheet has them. */
const COLUMN_STEP = 272;

interface BoardProps {
  readonly searchRef: { current: HTMLInputElement | null };
  /** How many papers of active status are meant to be at most; 0 for no limit. */
  readonly activeLimit: number;
}

/** The papers as cards in a column a status. Cards are moved by mouse, finger and keyboard; each move is one undoable change. */
export function Board({ searchRef, activeLimit }: BoardProps) {
  const { library, actions, state, store, room } = useDashboard();
  const { value: columns, isWorking } = useShownColumns();
  const shown = columns.reduce((count, { papers }) => count + papers.length, 0);
  const board = useRef<HTMLDivElement>(null);
  const width = useMeasure(board, innerWidth, room.width);
  const [scrolled, setScrolled] = useState(state.scroll.board);
  const [said, setSaid] = useState('');
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const wanted = useRef<WantedCard | null>(null);
  const moving = useRef<{ readonly paper: Paper; readonly status: string } | null>(null);
  const hintId = useId();

  const move = (paper: Paper, status: string): void => {
    if (status === paper.status) return;
    const started = { paper, status };
    moving.current = started;
    void actions.setStatus([paper.path], status).then(() => {
      // A move that was refused must not be waited for: what comes to that column later came by itself.
      if (moving.current !== started || library.paper(paper.path)?.status === status) return;
      moving.current = null;
      wanted.current = null;
    });
  };
  // Said when the card has arrived: where the move was refused, the notice says so, and the card is where it was.
  useLayoutEffect(() => {
    const moved = moving.current;
    if (moved === null || library.paper(moved.paper.path)?.status !== moved.status) return;
    moving.current = null;
    setSaid(TEXT.moved(moved.paper.title, columns.find((column) => column.look.value === moved.status)?.look.label ?? moved.status));
  });
  const dragging = useCardDrag(board, move);

  const isLaidOut = columns.length > 0;
  useLayoutEffect(() => {
    if (isLaidOut && board.current !== null && state.scroll.board > 0) board.current.scrollLeft = state.scroll.board * (isRightToLeft(board.current) ? -1 : 1);
    // Once there are columns, at the place where it was left.
  }, [isLaidOut]);

  const bringIntoView = (index: number): void => {
    board.current?.children[index]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const stepOf = (event: KeyboardEvent): 1 | -1 | null => {
    if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || event.altKey || event.ctrlKey || event.metaKey || board.current === null) return null;
    return (event.key === 'ArrowRight') === isRightToLeft(board.current) ? -1 : 1;
  };
  const drawsAll = useSecondDrawing(columns.length > FIRST_COLUMNS);
  const isNear = (index: number): boolean => width === 0 || ((index + 2) * COLUMN_STEP > scrolled && (index - 1) * COLUMN_STEP < scrolled + width);

  return (
    <>
      <FilterBar
        shown={shown}
        total={library.papers().length}
        withSort
        searchRef={searchRef}
        onLeaveSearch={() => {
          const first = nextFilledColumn(columns, -1, 1);
          const status = columns[first]?.look.value;
          if (status === undefined) return;
          wanted.current = { status, index: 0 };
          bringIntoView(first);
          redraw(undefined);
        }}
      />
      <p class="paperweave-visually-hidden" id={hintId}>
        {TEXT.hint}
      </p>
      <p class="paperweave-visually-hidden" role="status">
        {said}
      </p>
      {shown === 0 && !isWorking ? (
        <NoMatch />
      ) : (
        <div
          aria-busy={isWorking}
          class={`paperweave-board${dragging.drag === null ? '' : ' is-dragging'}`}
          role="group"
          aria-label={TEXT.board}
          ref={board}
          onScroll={(event) => {
            if (event.target !== event.currentTarget) return;
            const to = Math.abs(event.currentTarget.scrollLeft);
            setScrolled(Math.floor(to / COLUMN_STEP) * COLUMN_STEP);
            store.keepScroll('board', to);
          }}
        >
          {columns.map((column, at) => (
            <BoardColumnList
              key={column.look.value}
              column={column}
              drawn={isNear(at) && (drawsAll || at < FIRST_COLUMNS)}
              limit={column.look.kind === 'active' ? activeLimit : 0}
              resetKey={JSON.stringify([state.search, state.filters, state.sort])}
              dragging={dragging}
              hintId={hintId}
              wanted={wanted}
              stepOf={stepOf}
              onStep={(step, index) => {
                const to = nextFilledColumn(columns, at, step);
                const status = columns[to]?.look.value;
                if (status === undefined) return;
                wanted.current = { status, index };
                bringIntoView(to);
                redraw(undefined);
              }}
              onMoveCard={(paper, step) => {
                const to = nextTakingColumn(columns, at, step);
                const status = columns[to]?.look.value;
                if (status === undefined) {
                  setSaid(TEXT.stays(paper.title));
                  return;
                }
                // The focus goes along as soon as the card has arrived.
                wanted.current = { status, path: paper.path };
                bringIntoView(to);
                move(paper, status);
              }}
            />
          ))}
        </div>
      )}
      {dragging.drag === null ? null : (
        <div class="paperweave-carried" aria-hidden="true" {...cssProps(placeIn(board.current, dragging.drag))}>
          <CarriedCard paper={dragging.drag.paper} />
        </div>
      )}
    </>
  );
}

/** Where the pointer is, measured from what the carried card is placed in: the app keeps "fixed" within a pane. */
function placeIn(board: HTMLElement | null, { x, y }: CardDrag): Record<'--paperweave-x' | '--paperweave-y', string> {
  const origin = board?.offsetParent?.getBoundingClientRect();
  return { '--paperweave-x': px(x - (origin?.left ?? 0)), '--paperweave-y': px(y - (origin?.top ?? 0)) };
}
