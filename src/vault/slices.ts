import type { Steps } from '../core/collections/steps';

/** A slice of work stays below this, so that typing and scrolling never wait for it. */
const SLICE_MS = 8;

/**
 * Ends tasks, one after the other: the app draws and listens before the next one begins. By messages, since browsers let a timer that was
 * set by a timer wait for 4 ms (HTML standard, "timer initialisation steps"), half as long as a slice. One channel for all tasks of a
 * work: thousands of channels keep the garbage collector busy. To be closed when the work is done.
 */
export class TaskChannel {
  private readonly channel = new window.MessageChannel();
  private readonly waiting: (() => void)[] = [];

  constructor() {
    this.channel.port1.onmessage = () => this.waiting.shift()?.();
  }

  /** Settles in a task of its own. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.channel.port2.postMessage(null);
    });
  }

  close(): void {
    this.channel.port1.close();
  }
}

/** Ends this one task. */
export async function nextTask(): Promise<void> {
  const channel = new TaskChannel();
  await channel.next();
  channel.close();
}

/** Ends the task by a timer, for what is in no hurry. */
export const nextTimer = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 0));

/** Answers whether the slice that begins now may go on. */
export function untilSliceEnds(): () => boolean {
  const end = performance.now() + SLICE_MS;
  return () => performance.now() < end;
}

/** To be awaited after each piece of a long work: gives way to the app whenever a slice is over (true then), and is free otherwise. */
export function slices(endTask: () => Promise<void> = nextTask): () => Promise<boolean> {
  let mayGoOn = untilSliceEnds();
  return async () => {
    if (mayGoOn()) return false;
    await endTask();
    mayGoOn = untilSliceEnds();
    return true;
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
