import { createRequire } from 'node:module';
import { webcrypto } from 'node:crypto';
import { CompressionStream, DecompressionStream } from 'node:stream/web';
import { TextDecoder as NodeTextDecoder, TextEncoder as NodeTextEncoder } from 'node:util';
import { deserialize, serialize } from 'node:v8';

/**
 * Gives Node the globals of a browser when this module is loaded: in plain Node jsdom's window becomes the global one; under jest's
 * jsdom environment there is one already, but it lacks what Node itself has. Import it before anything that needs a document.
 */
function ensureDom(): void {
  if (typeof Reflect.get(globalThis, 'document') === 'object') return;
  // Loading jsdom takes a while, so only where it is needed.
  const { JSDOM } = createRequire(__filename)('jsdom') as typeof import('jsdom');
  const dom = new JSDOM('<!doctype html><html lang="en"><head></head><body></body></html>', { url: 'http://localhost/' });
  const win = dom.window as unknown as Record<string, unknown>;
  const replaced = new Set(['Event', 'EventTarget', 'CustomEvent', 'AbortController', 'AbortSignal', 'navigator']);
  // Storage proxies do not survive jest's clean-up of globals; plugins use the app's own storage anyway.
  const left = new Set(['localStorage', 'sessionStorage']);
  for (const name of Object.getOwnPropertyNames(win)) {
    if (left.has(name)) continue;
    if (name in globalThis && !replaced.has(name)) continue;
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: win[name] });
  }
  Object.defineProperty(globalThis, 'window', { configurable: true, writable: true, value: dom.window });
}

function supply(name: string, value: () => unknown): void {
  for (const scope of [globalThis, window]) {
    if (Reflect.get(scope, name) === undefined) Object.defineProperty(scope, name, { configurable: true, writable: true, value: value() });
  }
}

ensureDom();
supply('TextEncoder', () => {
  // Bytes of this realm, so that `instanceof Uint8Array` holds for whoever gets them.
  return class TextEncoder extends NodeTextEncoder {
    override encode(text?: string): Uint8Array<ArrayBuffer> {
      return new Uint8Array(super.encode(text));
    }
  };
});
supply('TextDecoder', () => NodeTextDecoder);
supply('structuredClone', () => (value: unknown): unknown => deserialize(serialize(value)) as unknown);
const { subtle } = (Reflect.get(globalThis, 'crypto') ?? {}) as { subtle?: unknown };
if (subtle === undefined) {
  for (const scope of [globalThis, window]) Object.defineProperty(scope, 'crypto', { configurable: true, value: webcrypto });
}
supply('CompressionStream', () => CompressionStream);
supply('DecompressionStream', () => DecompressionStream);
