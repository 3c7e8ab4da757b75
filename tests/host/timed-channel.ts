/** A `MessageChannel` for jsdom, which has none: brings a message from the second port to the first in a task of its own. */
export class TimedChannel {
  readonly port1 = Object.assign(new window.EventTarget(), { onmessage: null as ((event: MessageEvent) => void) | null, close: () => undefined });
  readonly port2 = {
    postMessage: (data: unknown): void => {
      window.setTimeout(() => {
        // Of the window's own kind: in plain Node the global one is Node's.
        const event = new window.MessageEvent('message', { data });
        this.port1.dispatchEvent(event);
        this.port1.onmessage?.(event);
      }, 0);
    },
  };
}
