import type { ComponentChildren, HTMLAttributes, RefObject } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cssProps, px, type PaperweaveProperty } from './css-props';
import { rowSlots } from './row-slots';
import { rowTops, type OddRows } from './row-tops';
import { useMeasure } from './use-measure';
import { useSecondDrawing } from './use-second-drawing';

const OVERSCAN = 4;
/** New rows are drawn a few at a time, not one by one, while scrolling. */
const STEP = 4;
/** Before the list is laid out, and while its tab is hidden, it is taken to be this high. */
const ASSUMED_HEIGHT = 640;
/** Rows of the first drawing, and of the first after a jump. */
const FIRST_ROWS = 16;
/** A few more pixels of height are not worth drawing the list again. */
const HEIGHT_STEP = 128;
const stepped = (height: number): number => Math.ceil(height / HEIGHT_STEP) * HEIGHT_STEP;
const steppedHeight = (element: HTMLElement): number => stepped(element.clientHeight);

/** What the owner of a list may ask it. */
export interface VirtualListHandle {
  /** Scrolls as little as needed to show the row whole. */
  scrollToRow(index: number): void;
  /** Gives the focus to a row that is drawn, kept rows included; scrolls nothing. False where the row is not there. */
  focusRow(index: number): boolean;
  /** Whether the focus is on or in one of its rows. */
  hasFocus(): boolean;
  /** Whether nothing in the document has the focus, as when the row that had it is gone. */
  isFocusFree(): boolean;
  /** Rows that fit on the screen, at least one. */
  rowsPerPage(): number;
}

interface VirtualListProps {
  readonly count: number;
  /** All rows have one height, in pixels, but for those that are said to be odd. */
  readonly rowHeight: number;
  readonly oddRows?: OddRows;
  readonly rowKey: (index: number) => string;
  /** Draws a row. Its element takes `data-paperweave-row={index}`, by which the list finds it again. */
  readonly renderRow: (index: number) => ComponentChildren;
  /** About how high the list will be, in pixels, where that is known. */
  readonly assumedHeight?: number;
  /** How many rows to draw above and below the screen. */
  readonly overscan?: number;
  /** A row that is drawn also while it is off the screen, so that it keeps the focus. */
  readonly keepRow?: number;
  /** Above the rows, and staying there; `headerHeight` pixels high. */
  readonly header?: ComponentChildren;
  readonly headerHeight?: number;
  /** Where to start, in pixels; reached as soon as there are rows enough. */
  readonly initialScroll: number;
  readonly onScroll: (scrollTop: number) => void;
  /** The list goes back to its top when this changes. */
  readonly resetKey: string;
  readonly handle: RefObject<VirtualListHandle | null>;
  /** Attributes of the scrolling element: role, labels, class. */
  readonly rootProps: HTMLAttributes<HTMLDivElement>;
}

/** A list of rows of known heights of which only those on the screen, and a few around, are in the document. */
export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight, oddRows = null, rowKey, renderRow, keepRow, overscan = OVERSCAN, header, headerHeight = 0, resetKey, handle, rootProps } = props;
  const root = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const viewHeight = useMeasure(root, steppedHeight, stepped(props.assumedHeight ?? 0)) || ASSUMED_HEIGHT;
  const [scrollTop, setScrollTop] = useState(props.initialScroll);
  const pendingScroll = useRef<number | null>(props.initialScroll > 0 ? props.initialScroll : null);
  const lastReset = useRef(resetKey);
  const lastScroll = useRef(props.initialScroll);
  /** The rows to draw, and how often none of them was one of those before. */
  const wanted = useRef({ from: 0, last: 0, turn: 0 });
  const [slots] = useState(rowSlots);

  const tops = rowTops(count, rowHeight, oddRows);
  const step = rowHeight * STEP;
  const follow = (to: number): void => {
    lastScroll.current = to;
    setScrollTop(Math.floor(to / step) * step);
  };

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    if (lastReset.current !== resetKey) {
      lastReset.current = resetKey;
      pendingScroll.current = null;
      // Setting it lays the page out here and now, also where nothing moves.
      if (lastScroll.current > 0) element.scrollTop = 0;
      follow(0);
    }
    if (pendingScroll.current === null) return;
    element.scrollTop = pendingScroll.current;
    if (Math.abs(element.scrollTop - pendingScroll.current) > 1) return;
    follow(element.scrollTop);
    pendingScroll.current = null;
  });

  useImperativeHandle(
    handle,
    () => ({
      scrollToRow(index) {
        const element = root.current;
        if (element === null) return;
        const height = element.clientHeight || ASSUMED_HEIGHT;
        const top = tops.topOf(index);
        const bottom = tops.topOf(index + 1) + headerHeight - height;
        pendingScroll.current = null;
        if (element.scrollTop > top) element.scrollTop = top;
        else if (element.scrollTop < bottom) element.scrollTop = bottom;
        follow(element.scrollTop);
      },
      focusRow(index) {
        const row = body.current?.querySelector<HTMLElement>(`[data-paperweave-row="${String(index)}"]`);
        row?.focus({ preventScroll: true });
        return row !== null && row !== undefined;
      },
      hasFocus() {
        const focused = body.current?.ownerDocument.activeElement ?? null;
        return focused !== null && body.current?.contains(focused) === true;
      },
      isFocusFree() {
        const document = body.current?.ownerDocument;
        return document !== undefined && (document.activeElement === null || document.activeElement === document.body);
      },
      rowsPerPage() {
        const height = (root.current?.clientHeight ?? 0) || ASSUMED_HEIGHT;
        return Math.max(1, Math.floor((height - headerHeight) / rowHeight));
      },
    }),
    [count, rowHeight, oddRows, headerHeight],
  );

  const forgetPending = (): void => {
    pendingScroll.current = null;
  };

  // A list that goes back to its top is drawn there at once.
  const isReset = lastReset.current !== resetKey;
  const top = isReset ? 0 : scrollTop;
  const from = Math.max(0, tops.rowAt(top) - overscan);
  const last = Math.min(count, tops.rowAt(top + viewHeight + step) + 1 + overscan);
  const isJump = from >= wanted.current.last || last <= wanted.current.from;
  wanted.current = { from, last, turn: wanted.current.turn + (isJump ? 1 : 0) };
  const isWhole = useSecondDrawing(last > from + FIRST_ROWS, wanted.current.turn);
  const seen = tops.rowAt(isReset ? 0 : lastScroll.current);
  const start = isWhole ? from : Math.min(seen, Math.max(from, last - FIRST_ROWS));
  const end = isWhole ? last : Math.min(last, start + FIRST_ROWS);
  const placeOf = (index: number): Record<PaperweaveProperty, string> => {
    const top = { '--paperweave-row-top': px(tops.topOf(index)) } as const;
    const height = tops.heightOf(index);
    return height === rowHeight ? top : { ...top, '--paperweave-row-height': px(height) };
  };
  const drawn: number[] = [];
  if (keepRow !== undefined && keepRow < start && keepRow >= 0) drawn.push(keepRow);
  for (let index = start; index < end; index += 1) drawn.push(index);
  if (keepRow !== undefined && keepRow >= end && keepRow < count) drawn.push(keepRow);

  const elements = keepRow === undefined ? null : slots.assign(drawn, rowKey, keepRow);

  return (
    <div
      {...rootProps}
      ref={root}
      onScroll={(event) => {
        follow(event.currentTarget.scrollTop);
        if (pendingScroll.current === null) props.onScroll(event.currentTarget.scrollTop);
      }}
      onWheel={forgetPending}
      onPointerDown={forgetPending}
      onTouchStart={forgetPending}
    >
      {header}
      <div
        class="paperweave-list-body"
        role="presentation"
        ref={body}
        {...cssProps({ '--paperweave-list-height': px(tops.topOf(count)), '--paperweave-row-height': px(rowHeight) })}
      >
        {drawn.map((index, at) => (
          <div
            key={elements?.[at] ?? rowKey(index)}
            class="paperweave-list-item"
            role="presentation"
            {...cssProps(placeOf(index))}
          >
            {renderRow(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
