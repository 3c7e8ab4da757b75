/** One registration; `Events.offref` takes it away. */
export interface HostEventRef {
  readonly e: Events;
  readonly name: string;
  readonly fn: (...data: never[]) => unknown;
  readonly ctx: unknown;
}

/** The app's emitter: a throwing handler does not stop the others; its error is reported on the next tick, as in the app. */
export class Events {
  private readonly handlers = new Map<string, HostEventRef[]>();

  on(name: string, callback: (...data: never[]) => unknown, ctx?: unknown): HostEventRef {
    const ref: HostEventRef = { e: this, name, fn: callback, ctx };
    const list = this.handlers.get(name);
    if (list) list.push(ref);
    else this.handlers.set(name, [ref]);
    return ref;
  }

  off(name: string, callback: (...data: never[]) => unknown): void {
    this.handlers.set(name, (this.handlers.get(name) ?? []).filter((ref) => ref.fn !== callback));
  }

  offref(ref: HostEventRef): void {
    this.handlers.set(ref.name, (this.handlers.get(ref.name) ?? []).filter((other) => other !== ref));
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of [...(this.handlers.get(name) ?? [])]) this.tryTrigger(ref, data);
  }

  tryTrigger(ref: HostEventRef, data: unknown[]): void {
    try {
      Reflect.apply(ref.fn, ref.ctx, data);
    } catch (error) {
      reportHandlerError(error);
    }
  }
}

/** Errors thrown by handlers since the start of the process; a test may look at them and empty the list. */
export const handlerErrors: unknown[] = [];

/** The app rethrows on a timer, which would end a Node process; here the error is printed and kept. */
export function reportHandlerError(error: unknown): void {
  handlerErrors.push(error);
  console.error(error);
}

/** The app's life-cycle base: children, clean-ups, in the app's order (children first, then clean-ups newest first, then onunload). */
export class Component {
  _loaded = false;
  _children: Component[] = [];
  _events: (() => unknown)[] = [];

  load(): void | Promise<void> {
    if (this._loaded) return undefined;
    this._loaded = true;
    const done = this.onload() as unknown;
    for (const child of [...this._children]) void child.load();
    return done instanceof Promise ? (done as Promise<void>) : undefined;
  }

  onload(): void | Promise<void> {
    return undefined;
  }

  unload(): void {
    if (!this._loaded) return;
    this._loaded = false;
    while (this._children.length > 0) this._children.pop()?.unload();
    while (this._events.length > 0) {
      try {
        this._events.pop()?.();
      } catch (error) {
        reportHandlerError(error);
      }
    }
    this.onunload();
  }

  onunload(): void {
    return undefined;
  }

  addChild<T extends Component>(component: T): T {
    this._children.push(component);
    if (this._loaded) void component.load();
    return component;
  }

  removeChild<T extends Component>(component: T): T {
    const at = this._children.indexOf(component);
    if (at >= 0) {
      this._children.splice(at, 1);
      component.unload();
    }
    return component;
  }

  register(cb: () => unknown): void {
    this._events.push(cb);
  }

  registerEvent(ref: HostEventRef): void {
    this.register(() => {
      ref.e.offref(ref);
    });
  }

  registerDomEvent(el: EventTarget, type: string, callback: (event: Event) => unknown, options?: boolean | AddEventListenerOptions): void {
    const listener = callback as EventListener;
    el.addEventListener(type, listener, options);
    this.register(() => {
      el.removeEventListener(type, listener, options);
    });
  }

  registerInterval(id: number): number {
    this.register(() => {
      window.clearInterval(id);
    });
    return id;
  }
}
