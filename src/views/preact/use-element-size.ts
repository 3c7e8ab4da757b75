import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface ElementSize {
  /** Inner size in pixels; 0 as long as it is not laid out (a hidden tab). */
  readonly width: number;
  readonly height: number;
}

/**
 * The inner size of an element, followed as it changes, also of one that is drawn later than the component. It is told by the browser
 * once the page is laid out, before it is painted: asking for it lays the page out twice. Until then it is `assumed`.
 */
export function useElementSize(element: RefObject<HTMLElement | null>, assumed: ElementSize = NO_SIZE): ElementSize {
  const [size, setSize] = useState(assumed);
  const [observer] = useState(() => new SizeObserver(setSize));
  useLayoutEffect(() => {
    observer.follow(element.current);
  });
  useLayoutEffect(
    () => () => {
      observer.follow(null);
    },
    [observer],
  );
  return size;
}

const NO_SIZE: ElementSize = { width: 0, height: 0 };

/** Follows the size of one element at a time. */
class SizeObserver {
  private followed: HTMLElement | null = null;
  private readonly resizes: ResizeObserver;

  constructor(private readonly onSize: (change: (known: ElementSize) => ElementSize) => void) {
    this.resizes = new ResizeObserver(() => {
      if (this.followed === null) return;
      const { clientWidth: width, clientHeight: height } = this.followed;
      this.onSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    });
  }

  follow(element: HTMLElement | null): void {
    if (element === this.followed) return;
    if (this.followed !== null) this.resizes.unobserve(this.followed);
    this.followed = element;
    if (element !== null) this.resizes.observe(element);
  }
}
