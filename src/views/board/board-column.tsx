import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BoardColumn, BoardItem } from '../../core/dashboard/board-model';
import { say } from '../../language/say';
import { StatusDot } from '../preact/status-dot';
import { useRowFocus } from '../preact/use-row-focus';
import { VirtualList, type VirtualListHandle } from '../preact/virtual-list';
import { BoardCard } from './board-card';
import type { BoardKit } from './board-kit';
import type { CardDragHandlers } from './use-card-drag';

const TEXT = {
  filtered: (shown: string, total: string) => say('{shown} of {total}', { shown, total }),
  ofLimit: (count: string, limit: string) => say('{count}, at most {limit} meant', { count, limit }),
  overLimit: (limit: string) => say('More than the {limit} that you mean to read at a time', { limit }),
};

/** Columns are many, so each draws few cards beyond its edges. */
const OVERSCAN = 2;

/** The card that is to have the focus as soon as it is drawn: by its path, or by its place in the column of a status. */
export type WantedCard = { readonly path: string; readonly status: string } | { readonly index: number; readonly status: string };

interface BoardColumnListProps<Item extends BoardItem> {
  readonly kit: BoardKit<Item>;
  readonly column: BoardColumn<Item>;
  /** Whether it is near enough to the screen for its cards to be drawn. */
  readonly drawn: boolean;
  /** How many papers are meant to be in it at most; 0 for no limit. */
  readonly limit: number;
  readonly resetKey: string;
  readonly dragging: CardDragHandlers<Item>;
  readonly hintId: string;
  readonly wanted: { current: WantedCard | null };
  /** Moves the focus to the next column with cards, at about that place. */
  readonly onStep: (step: 1 | -1, index: number) => void;
  /** Moves the card to the next status. */
  readonly onMoveCard: (paper: Item, step: 1 | -1) => void;
  /** The step that a key means where text runs in this direction; null where the key is none of the arrows. */
  readonly stepOf: (event: KeyboardEvent) => 1 | -1 | null;
}

/** A status and its papers as cards, of which only those on the screen are in the document. */
export function BoardColumnList<Item extends BoardItem>(props: BoardColumnListProps<Item>) {
  const { kit, column, limit, dragging, wanted } = props;
  const { formatNumber } = kit;
  const { look, papers, total, takesCards } = column;
  const list = useRef<VirtualListHandle>(null);
  const pathOf = (index: number): string => papers[index]?.path ?? '';
  const focus = useRowFocus(papers.length, pathOf, list);

  useLayoutEffect(() => {
    const card = wanted.current;
    if (card?.status !== look.value || !props.drawn || papers.length === 0) return;
    const index = 'path' in card ? papers.findIndex((paper) => paper.path === card.path) : Math.min(card.index, papers.length - 1);
    if (index < 0) return;
    wanted.current = null;
    focus.focusRow(index);
  });

  const count = papers.length === total ? formatNumber(total) : TEXT.filtered(formatNumber(papers.length), formatNumber(total));
  const isOver = limit > 0 && total > limit;
  const isTarget = dragging.drag?.over === look.value && dragging.drag.paper.status !== look.value;
  return (
    <section
      class={`paperweave-board-column${isTarget ? ' is-target' : ''}`}
      aria-label={kit.columnLabel(look.label, total, count)}
      data-paperweave-column={takesCards ? look.value : undefined}
      title={takesCards ? undefined : kit.closedColumn}
    >
      <header class="paperweave-board-head">
        <StatusDot look={look} />
        <span class="paperweave-board-name" dir="auto">
          {look.label}
        </span>
        <span class={`paperweave-board-count${isOver ? ' is-over' : ''}`} title={isOver ? TEXT.overLimit(formatNumber(limit)) : undefined}>
          {limit > 0 ? TEXT.ofLimit(count, formatNumber(limit)) : count}
        </span>
      </header>
      {papers.length === 0 ? (
        <p class="paperweave-board-empty">{kit.emptyColumn}</p>
      ) : props.drawn ? (
        <VirtualList
          handle={list}
          count={papers.length}
          rowHeight={kit.cardHeight}
          overscan={OVERSCAN}
          rowKey={pathOf}
          keepRow={focus.activeRow}
          resetKey={props.resetKey}
          initialScroll={0}
          onScroll={keepNothing}
          rootProps={{ class: 'paperweave-board-cards', role: 'list', 'aria-label': look.label }}
          renderRow={(index) => {
            const paper = papers[index];
            if (paper === undefined) return null;
            return (
              <BoardCard
                kit={kit}
                paper={paper}
                index={index}
                active={index === focus.activeRow}
                held={dragging.drag?.paper.path === paper.path}
                hintId={props.hintId}
                onActivate={() => {
                  focus.activate(index);
                }}
                onPointerDown={(event) => {
                  focus.activate(index);
                  dragging.onPointerDown(event, paper);
                }}
                takeClick={dragging.takeClick}
                onMove={(event) => {
                  const step = props.stepOf(event);
                  if (step === null) {
                    focus.moveBy(event);
                    return;
                  }
                  event.preventDefault();
                  if (event.shiftKey) props.onMoveCard(paper, step);
                  else props.onStep(step, index);
                }}
              />
            );
          }}
        />
      ) : null}
    </section>
  );
}

/** A column's own scroll position is not worth remembering: where its cards are is found by search. */
const keepNothing = (): void => undefined;
