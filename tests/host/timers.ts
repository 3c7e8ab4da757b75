/** Timers that will fire within this many milliseconds are waited for; longer ones (autosave, notices) are not. */
const SHORT = 1000;

let watched: Window | null = null;
const plainTimeout = new WeakMap<Window, (callback: () => void, milliseconds: number) => unknown>();
const pending = new Set<string>();

/** Watches `window.setTimeout`, idle callbacks, animation frames and messages to oneself, so that `settle` knows when nothing short is left. */
export function watchTimers(): void {
  if (watched === window) return;
  watched = window;
  plainTimeout.set(window, window.setTimeout.bind(window));
  wrap('setTimeout', 'clearTimeout', (args) => Number(args[1] ?? 0));
  wrap('requestIdleCallback', 'cancelIdleCallback', () => 0);
  wrap('requestAnimationFrame', 'cancelAnimationFrame', () => 0);
  watchMessages();
}

/** How many short timers are still to fire. */
export function shortTimersPending(): number {
  return pending.size;
}

/** Messages from the second port of a channel to the first. */
function watchMessages(): void {
  const Original = window.MessageChannel;
  let next = 0;
  window.MessageChannel = class extends Original {
    constructor() {
      super();
      const sent: string[] = [];
      const post = this.port2.postMessage.bind(this.port2) as (message: unknown) => void;
      this.port2.postMessage = (message: unknown) => {
        const key = `message ${String(++next)}`;
        pending.add(key);
        sent.push(key);
        post(message);
      };
      this.port1.addEventListener('message', () => pending.delete(sent.shift() ?? ''));
    }
  };
}

function wrap(set: string, clear: string, delayOf: (args: unknown[]) => number): void {
  const original = Reflect.get(window, set) as (...args: unknown[]) => unknown;
  const cancel = Reflect.get(window, clear) as (id: unknown) => void;
  const keys = new Map<unknown, string>();
  let next = 0;
  const wrapped = (callback: unknown, ...rest: unknown[]): unknown => {
    const delay = delayOf([callback, ...rest]);
    if (typeof callback !== 'function' || delay > SHORT) return Reflect.apply(original, window, [callback, ...rest]);
    const key = `${set} ${String(++next)}`;
    pending.add(key);
    const id = Reflect.apply(original, window, [
      (...data: unknown[]) => {
        keys.delete(id);
        try {
          Reflect.apply(callback, undefined, data);
        } finally {
          pending.delete(key);
        }
      },
      ...rest,
    ]) as unknown;
    keys.set(id, key);
    return id;
  };
  const cleared = (id: unknown): void => {
    const key = keys.get(id);
    if (key !== undefined) pending.delete(key);
    keys.delete(id);
    Reflect.apply(cancel, window, [id]);
  };
  Reflect.set(window, set, wrapped);
  Reflect.set(window, clear, cleared);
}

/** Waits without being watched. */
export function pause(milliseconds: number): Promise<void> {
  const wait = plainTimeout.get(window) ?? window.setTimeout.bind(window);
  return new Promise((resolve) => {
    wait(resolve, milliseconds);
  });
}
