/** What is registered in the document's world and not taken away again, by name; only what is more than nothing. */
export type Leftovers = Readonly<Record<string, number>>;

export interface LeftoverWatch {
  /** Counts as they stand. */
  now(): Leftovers;
  stop(): void;
}

interface Listener {
  readonly type: string;
  readonly listener: unknown;
  readonly capture: boolean;
}

/** The app's own timers that a plugin gives cause to: how long a notice stands, when an editor and the layout are saved. */
const isOfApp = (stack: string): boolean => /new Notice \(|\[as (?:requestSave|requestSaveLayout)\]/.test(stack);

type Fn = (...args: unknown[]) => unknown;

/**
 * Watches listeners on everything that outlives a view (window, document, its root and body, whatever `alsoOn` names), timers of
 * every kind but the app's own, and what observers look at, from now on. Listeners on elements of a view are not counted: they go with it.
 */
export function watchLeftovers(alsoOn: readonly EventTarget[] = []): LeftoverWatch {
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: string, make: (original: Fn) => Fn): void => {
    const original = Reflect.get(owner, name) as Fn;
    Reflect.set(owner, name, make(original));
    undo.push(() => Reflect.set(owner, name, original));
  };

  const lasting = new Map<EventTarget, string>([[window, 'window'], [document, 'document'], [document.documentElement, 'html'], [document.body, 'body']]);
  alsoOn.forEach((target, index) => lasting.set(target, `other ${index + 1}`));
  const listeners = new Map<EventTarget, Listener[]>();
  const same = (one: Listener, other: Listener): boolean => one.type === other.type && one.listener === other.listener && one.capture === other.capture;
  const describe = (type: unknown, listener: unknown, options: unknown): Listener => ({
    type: String(type),
    listener,
    capture: typeof options === 'boolean' ? options : (options as AddEventListenerOptions | undefined)?.capture === true,
  });
  const drop = (target: EventTarget, gone: Listener): void => void listeners.set(target, (listeners.get(target) ?? []).filter((other) => !same(other, gone)));
  for (const target of lasting.keys()) {
    replace(target, 'addEventListener', (original) => (type, listener, options) => {
      const added = describe(type, listener, options);
      drop(target, added);
      listeners.get(target)?.push(added);
      if ((options as AddEventListenerOptions | undefined)?.once === true) Reflect.apply(original, target, [type, () => drop(target, added), options]);
      return Reflect.apply(original, target, [type, listener, options]);
    });
    replace(target, 'removeEventListener', (original) => (type, listener, options) => {
      drop(target, describe(type, listener, options));
      return Reflect.apply(original, target, [type, listener, options]);
    });
  }

  const timers = new Map<string, Set<unknown>>();
  const watchTimer = (set: string, clear: string, isOnce: boolean): void => {
    const pending = new Set<unknown>();
    timers.set(set, pending);
    replace(window, set, (original) => (callback, ...rest) => {
      const id = Reflect.apply(original, window, [
        (...args: unknown[]) => {
          if (isOnce) pending.delete(id);
          return Reflect.apply(callback as Fn, window, args);
        },
        ...rest,
      ]);
      if (!isOfApp(new Error().stack ?? '')) pending.add(id);
      return id;
    });
    replace(window, clear, (original) => (id) => {
      pending.delete(id);
      return Reflect.apply(original, window, [id]);
    });
  };
  watchTimer('setTimeout', 'clearTimeout', true);
  watchTimer('setInterval', 'clearInterval', false);
  watchTimer('requestAnimationFrame', 'cancelAnimationFrame', true);
  watchTimer('requestIdleCallback', 'cancelIdleCallback', true);

  const observed = new Map<object, Set<unknown>>();
  for (const name of ['ResizeObserver', 'MutationObserver', 'IntersectionObserver']) {
    const Observer = Reflect.get(window, name) as { prototype: object } | undefined;
    if (!Observer) continue;
    const follow = (method: string, note: (targets: Set<unknown>, target: unknown) => void): void => {
      if (!Reflect.has(Observer.prototype, method)) return;
      replace(Observer.prototype, method, (original) =>
        function (this: object, ...args: unknown[]) {
          const targets = observed.get(this) ?? new Set();
          observed.set(this, targets);
          note(targets, args[0]);
          return Reflect.apply(original, this, args);
        },
      );
    };
    follow('observe', (targets, target) => targets.add(target));
    follow('unobserve', (targets, target) => targets.delete(target));
    follow('disconnect', (targets) => targets.clear());
  }

  return {
    now: () => {
      const counts: [string, number][] = [['observed elements', [...observed.values()].reduce((sum, targets) => sum + targets.size, 0)]];
      for (const [kind, pending] of timers) counts.push([kind, pending.size]);
      for (const [target, name] of lasting) for (const { type } of listeners.get(target) ?? []) counts.push([`${name} ${type}`, 1]);
      const sums = new Map<string, number>();
      for (const [name, count] of counts) if (count > 0) sums.set(name, (sums.get(name) ?? 0) + count);
      return Object.fromEntries(sums);
    },
    stop: () => {
      for (const each of undo.reverse()) each();
    },
  };
}
