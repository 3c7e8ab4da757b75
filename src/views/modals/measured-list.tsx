import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { firstPlace } from '../../core/collections/first-place';
import { cssProps, px } from '../preact/css-props';
import { observeSizes } from '../preact/observe-sizes';
import { useKeptFocus } from '../preact/use-kept-focus';
import { innerHeight, useMeasure } from '../preact/use-measure';

/** Drawn above and below what is seen, in pixels. */
const OVERSCAN = 400;
/** New rows are drawn whenever this much was scrolled, in pixels, not at every event. */
const STEP = 100;
/** The height taken for the list before it is laid out. */
const ASSUMED_HEIGHT = 640;
/** The height taken for a row that was not drawn yet. */
const ASSUMED_ROW_HEIGHT = 32;

interface MeasuredListProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  /** Unique among the rows, and the same for the same row in another array: by it a height is remembered. */
  readonly rowKey: (row: T) => string;
  readonly renderRow: (row: T) => ComponentChildren;
}

/**
 * A list of rows of any height of which only those on the screen, and a few around, are in the document. A row's height
 * is measured when it is drawn and assumed before, so lines may wrap and 10,000 rows open as fast as ten.
 */
export function MeasuredList<T>({ label, rows, rowKey, renderRow }: MeasuredListProps<T>) {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const viewHeight = useMeasure(root, innerHeight) || ASSUMED_HEIGHT;
  const [scrollTop, setScrollTop] = useState(0);
  const [heights] = useState(() => new Map<string, number>());
  const [measurement, setMeasurement] = useState(0);
  const observer = useRowObserver(heights, () => {
    setMeasurement((count) => count + 1);
  });

  const tops = useMemo(() => {
    const sums = [0];
    let top = 0;
    for (const row of rows) {
      top += heights.get(rowKey(row)) ?? ASSUMED_ROW_HEIGHT;
      sums.push(top);
    }
    return sums;
  }, [rows, heights, measurement]);

  const total = tops[rows.length] ?? 0;
  // Rows may have gone since the last scrolling: the browser moves up then, and says so only later.
  const from = Math.min(scrollTop, Math.max(0, total - viewHeight));
  const start = Math.max(0, findRow(tops, from - OVERSCAN));
  const end = Math.min(rows.length, findRow(tops, from + viewHeight + OVERSCAN + STEP) + 1);

  return (
    <div
      class="paperweave-measured-list"
      role="list"
      aria-label={label}
      ref={root}
      onScroll={(event) => {
        setScrollTop(Math.floor(event.currentTarget.scrollTop / STEP) * STEP);
      }}
    >
      <Spacer height={tops[start] ?? 0} />
      {rows.slice(start, end).map((row, offset) => (
        <MeasuredRow key={rowKey(row)} id={rowKey(row)} position={start + offset + 1} count={rows.length} observer={observer}>
          {renderRow(row)}
        </MeasuredRow>
      ))}
      <Spacer height={total - (tops[end] ?? total)} />
    </div>
  );
}

/** Index of the row at a height: the last whose top is not below it; -1 above the first. */
const findRow = (tops: readonly number[], at: number): number => firstPlace(tops.length, (index) => (tops[index] ?? 0) > at) - 1;

interface RowObserver {
  observe(element: Element, id: string): void;
  unobserve(element: Element): void;
}

/** One observer for all rows; `onMeasured` is called when a height differs from the one known. */
function useRowObserver(heights: Map<string, number>, onMeasured: () => void): RowObserver {
  const observer = useRef<ResizeObserver | null>(null);
  useEffect(
    () => () => {
      observer.current?.disconnect();
    },
    [],
  );
  return useMemo(() => {
    const ids = new Map<Element, string>();
    const measure = (entries: readonly ResizeObserverEntry[]): void => {
      let isNew = false;
      for (const { target } of entries) {
        const id = ids.get(target);
        const { height } = target.getBoundingClientRect();
        // A row of a list that is hidden has no height: what was measured before stays.
        if (id === undefined || height === 0 || Math.abs((heights.get(id) ?? ASSUMED_ROW_HEIGHT) - height) < 0.5) continue;
        heights.set(id, height);
        isNew = true;
      }
      if (isNew) onMeasured();
    };
    return {
      observe(element, id) {
        ids.set(element, id);
        if (observer.current === null) observer.current = observeSizes(element, measure);
        else observer.current.observe(element);
      },
      unobserve(element) {
        ids.delete(element);
        observer.current?.unobserve(element);
      },
    };
  }, [heights]);
}

function Spacer({ height }: { readonly height: number }) {
  return <div class="paperweave-spacer" role="presentation" {...cssProps({ '--paperweave-spacer-height': px(height) })} />;
}

interface MeasuredRowProps {
  readonly id: string;
  readonly position: number;
  readonly count: number;
  readonly observer: RowObserver;
  readonly children: ComponentChildren;
}

function MeasuredRow({ id, position, count, observer, children }: MeasuredRowProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const row = element.current;
    if (row === null) return undefined;
    observer.observe(row, id);
    return () => {
      observer.unobserve(row);
    };
  }, [observer, id]);
  return (
    <div ref={element} role="listitem" aria-posinset={position} aria-setsize={count}>
      {children}
    </div>
  );
}
