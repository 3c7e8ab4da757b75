import type { Steps } from '../core/steps';

/** A slice of work stays below this, so that typing and scrolling never wait for it. */
const SLICE_MS = 8;

/**
 * Ends the task: the app draws and listens before the next one begins. By a message, since browsers let a timer that was set by a timer
 * wait for 4 ms (HTML standard, "timer initialisation steps"), half as long as a slice.
 */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new window.MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * The same by a timer, for long work that nobody waits for. By messages a start with 50,000 papers held tasks of up to 641 ms in Chromium,
 * by timers none over 50 ms, probably since garbage is collected in the rests.
 */
export const nextTimer = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 0));

/** Answers whether the slice that begins now may go on. */
export function untilSliceEnds(): () => boolean {
  const end = performance.now() + SLICE_MS;
  return () => performance.now() < end;
}

/** To be awaited after each piece of a long work: gives way to the app whenever a slice is over, and is free otherwise. */
export function slices(): () => Promise<void> {
  let mayGoOn = untilSliceEnds();
  return async () => {
    if (mayGoOn()) return;
    await nextTask();
    mayGoOn = untilSliceEnds();
  };
}

/** Does a work of many steps to its end, slice by slice. */
export async function finishInSlices<T>(steps: Steps<T>): Promise<T> {
  const breathe = slices();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}
