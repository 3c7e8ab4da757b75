import type { RefObject } from 'preact';
import { useImperativeHandle, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { nextFilledColumn, nextTakingColumn, type BoardColumn, type BoardItem } from '../../core/dashboard/board-model';
import { say } from '../../language/say';
import { cssProps, px } from '../preact/css-props';
import { isRightToLeft } from '../preact/is-right-to-left';
import { innerWidth, useMeasure } from '../preact/use-measure';
import { useSecondDrawing } from '../preact/use-second-drawing';
import { useUniqueId } from '../preact/use-unique-id';
import { CarriedCard } from './board-card';
import { BoardColumnList, type WantedCard } from './board-column';
import type { BoardKit } from './board-kit';
import { useCardDrag, type CardDrag } from './use-card-drag';

const TEXT = {
  board: say('Board'),
  hint: say('Arrow keys go from card to card. Shift with the left or right arrow moves the card to the next status, Enter opens the note.'),
  moved: (title: string, status: string) => say('{title} moved to {status}.', { title, status }),
  stays: (title: string) => say('{title} stays: there is no further status that way.', { title }),
};

/** Columns whose cards are part of the first drawing. */
const FIRST_COLUMNS = 2;
/** Least width of a column with the gap behind it, in pixels, as the style sheet has them. */
const COLUMN_STEP = 272;
/** By so much less than the board one of them is at the most, where there is room for no more. */
const EDGE = 12;

/** What the owner of a board may ask it. */
export interface BoardHandle {
  /** Gives the focus to the first card of the first column that has one. */
  focusFirst(): void;
}

interface BoardColumnsProps<Item extends BoardItem> {
  readonly kit: BoardKit<Item>;
  readonly columns: readonly BoardColumn<Item>[];
  /** Newer columns are being worked out. */
  readonly isWorking: boolean;
  /** The status that the note with this path has now; null where there is none. */
  readonly statusOf: (path: string) => string | null;
  /** Sets the status. Resolves when it is set, or refused. */
  readonly onMove: (item: Item, status: string) => Promise<void>;
  /** How many cards are meant to be in a column at most; 0 for no limit. */
  readonly limitOf: (column: BoardColumn<Item>) => number;
  /** Columns go back to their top when this changes. */
  readonly resetKey: string;
  /** Width that the board has before it is measured, in pixels; 0 where it is not known. */
  readonly assumedWidth: number;
  /** How far it is scrolled to its end at first, in pixels. */
  readonly initialScroll: number;
  readonly onScroll: (offset: number) => void;
  readonly handle: RefObject<BoardHandle | null>;
}

/** Columns of cards that are moved by mouse, finger and keyboard; only columns and cards near the screen are drawn. */
export function BoardColumns<Item extends BoardItem>(props: BoardColumnsProps<Item>) {
  const { kit, columns, statusOf } = props;
  const board = useRef<HTMLDivElement>(null);
  const width = useMeasure(board, innerWidth, props.assumedWidth);
  const step = width === 0 ? COLUMN_STEP : Math.min(COLUMN_STEP, width - EDGE);
  const [scrolled, setScrolled] = useState(props.initialScroll);
  const [said, setSaid] = useState('');
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const wanted = useRef<WantedCard | null>(null);
  const moving = useRef<{ readonly item: Item; readonly status: string } | null>(null);
  const hintId = useUniqueId();

  const move = (item: Item, status: string): void => {
    if (status === item.status) return;
    const started = { item, status };
    moving.current = started;
    void props.onMove(item, status).then(() => {
      // A move that was refused must not be waited for: what comes to that column later came by itself.
      if (moving.current !== started || statusOf(item.path) === status) return;
      moving.current = null;
      wanted.current = null;
    });
  };
  // Said when the card has arrived: where the move was refused, the notice says so, and the card is where it was.
  useLayoutEffect(() => {
    const moved = moving.current;
    if (moved === null || statusOf(moved.item.path) !== moved.status) return;
    moving.current = null;
    setSaid(TEXT.moved(moved.item.title, columns.find((column) => column.look.value === moved.status)?.look.label ?? moved.status));
  });
  // A card that has moved to where search and filters leave it out is not waited for, and who has gone elsewhere meanwhile is not fetched back.
  const card = wanted.current;
  if (card !== null && 'path' in card) {
    const isShown = columns.some(({ papers }) => papers.some(({ path }) => path === card.path));
    if (!isShown || board.current?.ownerDocument.activeElement?.matches('body, .paperweave-board *') === false) wanted.current = null;
  }
  const dragging = useCardDrag(board, move);

  // Where it was left: reached as soon as there are columns enough, which is not yet so while notes are being read.
  const pendingScroll = useRef<number | null>(props.initialScroll > 0 ? props.initialScroll : null);
  const forgetPending = (): void => {
    pendingScroll.current = null;
  };
  useLayoutEffect(() => {
    if (board.current === null || pendingScroll.current === null) return;
    const end = board.current.scrollWidth - board.current.clientWidth;
    board.current.scrollLeft = pendingScroll.current * (isRightToLeft(board.current) ? -1 : 1);
    if (end >= pendingScroll.current - 1) forgetPending();
  }, [columns]);

  const bringIntoView = (index: number): void => {
    board.current?.children[index]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const focusIn = (at: number, index: number): void => {
    const status = columns[at]?.look.value;
    if (status === undefined) return;
    wanted.current = { status, index };
    bringIntoView(at);
    redraw(undefined);
  };
  useImperativeHandle(props.handle, () => ({
    focusFirst() {
      focusIn(nextFilledColumn(columns, -1, 1), 0);
    },
  }));
  const stepOf = (event: KeyboardEvent): 1 | -1 | null => {
    if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || event.altKey || event.ctrlKey || event.metaKey || board.current === null) return null;
    return (event.key === 'ArrowRight') === isRightToLeft(board.current) ? -1 : 1;
  };
  const drawsAll = useSecondDrawing(columns.length > FIRST_COLUMNS);
  const isNear = (index: number): boolean => width === 0 || ((index + 2) * step > scrolled && (index - 1) * step < scrolled + width);

  return (
    <>
      <p class="paperweave-visually-hidden" id={hintId}>
        {TEXT.hint}
      </p>
      <p class="paperweave-visually-hidden" role="status">
        {said}
      </p>
      <div
        aria-busy={props.isWorking}
        class={`paperweave-board${dragging.drag === null ? '' : ' is-dragging'}`}
        role="group"
        aria-label={TEXT.board}
        ref={board}
        onScroll={(event) => {
          if (event.target !== event.currentTarget) return;
          const to = Math.abs(event.currentTarget.scrollLeft);
          setScrolled(Math.floor(to / step) * step);
          if (pendingScroll.current === null) props.onScroll(to);
        }}
        onWheel={forgetPending}
        onPointerDown={forgetPending}
        onTouchStart={forgetPending}
        onKeyDown={forgetPending}
      >
        {columns.map((column, at) => (
          <BoardColumnList
            key={column.look.value}
            kit={kit}
            column={column}
            drawn={isNear(at) && (drawsAll || at < FIRST_COLUMNS)}
            limit={props.limitOf(column)}
            resetKey={props.resetKey}
            dragging={dragging}
            hintId={hintId}
            wanted={wanted}
            stepOf={stepOf}
            onStep={(step, index) => {
              focusIn(nextFilledColumn(columns, at, step), index);
            }}
            onMoveCard={(item, step) => {
              const status = columns[nextTakingColumn(columns, at, step)]?.look.value;
              const reason = kit.fixedBecause(item) ?? (status === undefined ? TEXT.stays(item.title) : null);
              if (status === undefined || reason !== null) {
                setSaid(reason ?? '');
                return;
              }
              // The focus goes along as soon as the card has arrived.
              wanted.current = { status, path: item.path };
              bringIntoView(nextTakingColumn(columns, at, step));
              move(item, status);
            }}
          />
        ))}
      </div>
      {dragging.drag === null ? null : (
        <div class="paperweave-carried" aria-hidden="true" {...cssProps(placeIn(board.current, dragging.drag))}>
          <CarriedCard paper={dragging.drag.paper} />
        </div>
      )}
    </>
  );
}

/** Where the pointer is, measured from what the carried card is placed in: the app keeps "fixed" within a pane. */
function placeIn(board: HTMLElement | null, { x, y }: CardDrag<BoardItem>): Record<'--paperweave-x' | '--paperweave-y', string> {
  const origin = board?.offsetParent?.getBoundingClientRect();
  return { '--paperweave-x': px(x - (origin?.left ?? 0)), '--paperweave-y': px(y - (origin?.top ?? 0)) };
}
