import { setup } from 'obsidian-test-mocks/setup';
import { TimedChannel } from './timed-channel';

let installed: Document | null = null;

/** The app's additions to the DOM and to the globals (`createEl`, `setText`, `activeDocument`, …), once for each document. */
export function installDom(): void {
  if (installed === document) return;
  installed = document;
  setup();
  const define = (target: object, name: string, value: unknown): void => {
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
  };
  // The mocks add enumerable members, which show up in `for … in` over arrays and strings.
  for (const target of [Array, Array.prototype, String.prototype, Object, Number, String, Math]) {
    for (const name of Object.keys(target)) define(target, name, Reflect.get(target, name));
  }
  define(HTMLElement.prototype, 'find', function find(this: HTMLElement, selector: string) {
    return this.querySelector(selector);
  });
  define(DocumentFragment.prototype, 'find', function find(this: DocumentFragment, selector: string) {
    return this.querySelector(selector);
  });
  define(HTMLElement.prototype, 'isShown', function isShown(this: HTMLElement) {
    return this.isConnected && this.style.display !== 'none' && (this === this.ownerDocument.body || this.parentElement?.isShown() === true);
  });
  // The mocks take the element as an argument here, and forget the selector of delegated listeners.
  define(HTMLElement.prototype, 'onNodeInserted', function onNodeInserted(this: HTMLElement, listener: () => void) {
    const observer = new MutationObserver(() => {
      if (this.isConnected) listener();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  });
  define(HTMLElement.prototype, 'onWindowMigrated', () => () => undefined);
  const delegated = new WeakMap<object, EventListener>();
  define(HTMLElement.prototype, 'on', function on(this: HTMLElement, type: string, selector: string, listener: (event: Event, target: Element) => unknown, options?: AddEventListenerOptions) {
    const wrapped = (event: Event): void => {
      const target = event.target instanceof Element ? event.target.closest(selector) : null;
      if (target && this.contains(target)) Reflect.apply(listener, this, [event, target]);
    };
    delegated.set(listener, wrapped);
    this.addEventListener(type, wrapped, options);
  });
  define(HTMLElement.prototype, 'off', function off(this: HTMLElement, type: string, _selector: string, listener: object) {
    const wrapped = delegated.get(listener);
    if (wrapped) this.removeEventListener(type, wrapped);
  });
  define(Node.prototype, 'instanceOf', function instanceOf(this: Node, type: { name: string }) {
    const local: unknown = Reflect.get(this.ownerDocument?.defaultView ?? window, type.name);
    return this instanceof (type as never) || (typeof local === 'function' && this instanceof local);
  });
  for (const scope of [globalThis, window]) {
    Object.defineProperty(scope, 'activeDocument', { get: () => document, configurable: true });
    Object.defineProperty(scope, 'activeWindow', { get: () => window, configurable: true });
  }
  fillIn();
}

/** What a real Chromium has and jsdom lacks. */
function fillIn(): void {
  const missing: Record<string, unknown> = {
    requestIdleCallback: (callback: (deadline: unknown) => void, options?: { timeout?: number }) =>
      window.setTimeout(() => {
        callback({ didTimeout: options?.timeout !== undefined, timeRemaining: () => 10 });
      }, 1),
    cancelIdleCallback: (id: number) => {
      window.clearTimeout(id);
    },
    requestAnimationFrame: (callback: (time: number) => void) =>
      window.setTimeout(() => {
        callback(performance.now());
      }, 1),
    cancelAnimationFrame: (id: number) => {
      window.clearTimeout(id);
    },
    MessageChannel: TimedChannel,
    matchMedia: (query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }),
    ResizeObserver: class {
      observe(): void {
        return undefined;
      }

      unobserve(): void {
        return undefined;
      }

      disconnect(): void {
        return undefined;
      }
    },
    IntersectionObserver: class {
      observe(): void {
        return undefined;
      }

      unobserve(): void {
        return undefined;
      }

      disconnect(): void {
        return undefined;
      }
    },
  };
  for (const [name, value] of Object.entries(missing)) {
    if (typeof Reflect.get(window, name) !== 'function') Reflect.set(window, name, value);
    if (typeof Reflect.get(globalThis, name) !== 'function') Reflect.set(globalThis, name, Reflect.get(window, name));
  }
  if (typeof Reflect.get(Element.prototype, 'scrollIntoView') !== 'function') Reflect.set(Element.prototype, 'scrollIntoView', () => undefined);
  if (typeof Reflect.get(Element.prototype, 'scrollTo') !== 'function') Reflect.set(Element.prototype, 'scrollTo', () => undefined);
}
