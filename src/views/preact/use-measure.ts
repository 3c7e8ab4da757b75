import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { observeSizes } from './observe-sizes';

/** What is measured of an element that is laid out, in pixels. */
type Measure = (element: HTMLElement) => number;

/** The inner width of an element; 0 as long as it is not laid out (a hidden tab). */
export const innerWidth: Measure = (element) => element.clientWidth;

/** The inner height of an element; 0 as long as it is not laid out. */
export const innerHeight: Measure = (element) => element.clientHeight;

/**
 * A measure of an element, followed as its size changes, also of one that is drawn later than the component. It is taken once the
 * browser has laid out the page, before it paints: to ask for it earlier lays the page out twice. Until then it is `assumed`.
 */
export function useMeasure(element: RefObject<HTMLElement | null>, measure: Measure, assumed = 0): number {
  const [measured, setMeasured] = useState(assumed);
  const [observer] = useState(() => new SizeObserver((resized) => {
    setMeasured(measure(resized));
  }));
  useLayoutEffect(() => {
    observer.follow(element.current);
  });
  useLayoutEffect(
    () => () => {
      observer.follow(null);
    },
    [observer],
  );
  return measured;
}

/** Follows the size of one element at a time. */
class SizeObserver {
  private followed: HTMLElement | null = null;
  /** What the element was in: it can be moved to another window. */
  private page: Document | undefined;
  private resizes: ResizeObserver | null = null;

  constructor(private readonly onResize: (element: HTMLElement) => void) {}

  follow(element: HTMLElement | null): void {
    const page = element?.ownerDocument;
    if (element === this.followed && page === this.page) return;
    this.followed = element;
    this.page = page;
    this.resizes?.disconnect();
    this.resizes = element && observeSizes(element, () => {
      this.onResize(element);
    });
  }
}
