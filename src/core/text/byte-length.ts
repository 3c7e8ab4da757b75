const BEYOND_ASCII = /[^\0-\x7f]/;
const SURROGATE_PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Bytes of the text in UTF-8 as `TextEncoder` writes it (half a surrogate pair as U+FFFD), without writing it. */
export function byteLength(text: string): number {
  if (!BEYOND_ASCII.test(text)) return text.length;
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes++;
    if (code > 0x7ff) bytes++;
  }
  // Four bytes for both halves, where each by itself counts three.
  return bytes - 2 * (text.match(SURROGATE_PAIRS)?.length ?? 0);
}
