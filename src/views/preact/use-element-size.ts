import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface ElementSize {
  /** Inner size in pixels; 0 as long as it is not laid out (a hidden tab). */
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element, followed as it changes, also of one that is drawn later than the component. */
export function useElementSize(element: RefObject<HTMLElement | null>): ElementSize {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 });
  const [measured, setMeasured] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    setMeasured(element.current);
  });
  useLayoutEffect(() => {
    if (measured === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = measured;
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, [measured]);
  return size;
}
