/**
 * Stands in for gray-matter's helpers, which need Node's `Buffer`. Same names and shapes; texts are the only input, and
 * the copy of the input that gray-matter would keep as bytes is the text itself.
 */
export function define(target: object, key: PropertyKey, value: unknown): void {
  Reflect.defineProperty(target, key, { enumerable: false, configurable: true, writable: true, value });
}

export const toBuffer = (input: unknown): unknown => input;

/** The text without its byte-order mark. Throws a TypeError for anything but a text, as the original does. */
export function toString(input: unknown): string {
  if (typeof input !== 'string') throw new TypeError('expected input to be a string');
  return input.startsWith('\ufeff') ? input.slice(1) : input;
}

export const arrayify = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  return value ? [value] : [];
};

export const startsWith = (text: string, start: string, length = start.length): boolean => text.slice(0, length) === start;
