const MARK = '#';

/**
 * The key of a text in a catalogue: a short number in place of the English, which stands in the bundle already where it is said. What is
 * such a key stays one: the build writes them into the catalogues (esbuild.config.mjs). A test holds that no two texts share one.
 */
export function textKey(text: string): string {
  if (text.startsWith(MARK)) return text;
  // FNV-1a of 32 bits. The upper 24 tell the texts apart, and take less room in the bundle.
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return MARK + (hash >>> 8).toString(36);
}
