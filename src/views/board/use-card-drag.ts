import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardItem } from '../../core/dashboard/board-model';

/** A card on its way: where the pointer is (in pixels of the window), and the status of the column below it. */
export interface CardDrag<Item extends BoardItem> {
  readonly paper: Item;
  readonly x: number;
  readonly y: number;
  readonly over: string | null;
}

/** A mouse drags after this many pixels, so that a click with an unsteady hand is one. */
const MOUSE_SLOP = 5;
/** A finger drags after it rested this long, so that a swipe scrolls. */
const TOUCH_DELAY_MS = 300;
const TOUCH_SLOP = 8;
/** So near to an edge the board scrolls along, so many pixels a frame. */
const EDGE = 48;
const EDGE_STEP = 14;

export interface CardDragHandlers<Item extends BoardItem> {
  readonly drag: CardDrag<Item> | null;
  /** For `pointerdown` on a card. */
  readonly onPointerDown: (event: PointerEvent, paper: Item) => void;
  /** Whether the click that follows belongs to a drag that just ended. */
  readonly takeClick: () => boolean;
}

/**
 * Cards that are dragged by mouse, pen and finger. The HTML way of dragging knows no fingers, so pointers are followed here. Columns that
 * take cards carry `data-paperweave-column`. Escape, a second finger and leaving the window call it off.
 */
export function useCardDrag<Item extends BoardItem>(board: { readonly current: HTMLElement | null }, onDrop: (paper: Item, status: string) => void): CardDragHandlers<Item> {
  const [drag, setDrag] = useState<CardDrag<Item> | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const swallowsClick = useRef(false);
  const isHeld = useRef(false);
  useEffect(() => {
    const element = board.current;
    // There from the start: a browser that meets no listener when the finger comes down scrolls without asking.
    const hold = (event: TouchEvent): void => {
      if (isHeld.current && event.cancelable) event.preventDefault();
    };
    element?.addEventListener('touchmove', hold, { passive: false });
    return () => {
      element?.removeEventListener('touchmove', hold);
    };
  });
  useEffect(
    () => () => {
      stop.current?.();
    },
    [],
  );

  const onPointerDown = (down: PointerEvent, paper: Item): void => {
    swallowsClick.current = false;
    if (!down.isPrimary) stop.current?.();
    // The window that the board is in, which need not be the main one.
    const win = down.view;
    if (!down.isPrimary || down.button !== 0 || win === null) return;
    const doc = win.document;
    const byTouch = down.pointerType === 'touch';
    let last: CardDrag<Item> | null = null;
    let frame = 0;

    const place = (x: number, y: number): void => {
      const column = doc.elementFromPoint(x, y)?.closest('[data-paperweave-column]') ?? null;
      const over = column !== null && board.current?.contains(column) === true ? column.getAttribute('data-paperweave-column') : null;
      last = { paper, x, y, over };
      setDrag(last);
    };
    const scrollAlong = (): void => {
      frame = win.requestAnimationFrame(scrollAlong);
      const edges = board.current?.getBoundingClientRect();
      if (last === null || edges === undefined) return;
      const step = last.x < edges.left + EDGE ? -EDGE_STEP : last.x > edges.right - EDGE ? EDGE_STEP : 0;
      if (step === 0) return;
      board.current?.scrollBy({ left: step });
      place(last.x, last.y);
    };
    const begin = (x: number, y: number): void => {
      swallowsClick.current = true;
      isHeld.current = true;
      place(x, y);
      frame = win.requestAnimationFrame(scrollAlong);
    };
    const timer = byTouch
      ? win.setTimeout(() => {
          begin(down.clientX, down.clientY);
        }, TOUCH_DELAY_MS)
      : 0;

    const onMove = (move: PointerEvent): void => {
      if (move.pointerId !== down.pointerId) return;
      const way = Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY);
      if (last !== null) place(move.clientX, move.clientY);
      else if (byTouch) {
        if (way > TOUCH_SLOP) end();
      } else if (way > MOUSE_SLOP) begin(move.clientX, move.clientY);
    };
    const onUp = (up: PointerEvent): void => {
      if (up.pointerId !== down.pointerId) return;
      const dropped = last;
      end();
      if (dropped?.over !== null && dropped?.over !== undefined) drop.current(paper, dropped.over);
    };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape' || last === null) return;
      key.preventDefault();
      key.stopPropagation();
      end();
    };
    // While a card is held, a finger that rests calls no menu, and nothing is selected.
    const hold = (event: Event): void => {
      if (last !== null) event.preventDefault();
    };
    const end = (): void => {
      win.clearTimeout(timer);
      win.cancelAnimationFrame(frame);
      doc.removeEventListener('pointermove', onMove);
      doc.removeEventListener('pointerup', onUp);
      doc.removeEventListener('pointercancel', end);
      doc.removeEventListener('keydown', onKey, true);
      doc.removeEventListener('contextmenu', hold, true);
      doc.removeEventListener('selectstart', hold);
      win.removeEventListener('blur', end);
      stop.current = null;
      isHeld.current = false;
      last = null;
      setDrag(null);
    };
    stop.current?.();
    stop.current = end;
    doc.addEventListener('pointermove', onMove);
    doc.addEventListener('pointerup', onUp);
    doc.addEventListener('pointercancel', end);
    doc.addEventListener('keydown', onKey, true);
    doc.addEventListener('contextmenu', hold, true);
    doc.addEventListener('selectstart', hold);
    win.addEventListener('blur', end);
  };

  return {
    drag,
    onPointerDown,
    takeClick: () => {
      const isTaken = swallowsClick.current;
      swallowsClick.current = false;
      return isTaken;
    },
  };
}
