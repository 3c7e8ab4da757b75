import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { LibrarySource } from '../../core/library/library';

const READING_INTERVAL_MS = 250;

/**
 * Draws the component again when the library or its state changed. While notes are being read, which changes the library
 * with every slice, at most four times a second: drawing must not slow the reading down.
 */
export function useLibrary(source: LibrarySource): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // Not later: what changes between the first drawing and the subscription would be missed.
  useLayoutEffect(() => {
    let timer: number | null = null;
    const stopTimer = (): void => {
      if (timer !== null) window.clearTimeout(timer);
      timer = null;
    };
    const drawNow = (): void => {
      stopTimer();
      redraw(undefined);
    };
    const off = source.onChange(() => {
      if (source.state.phase !== 'reading') drawNow();
      else timer ??= window.setTimeout(drawNow, READING_INTERVAL_MS);
    });
    return () => {
      stopTimer();
      off();
    };
  }, [source]);
}
