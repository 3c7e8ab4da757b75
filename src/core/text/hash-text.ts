// This file imports nothing: of such a file alone esbuild puts the numbers where they are used, and these are asked for with every character.

/** Start and factor of the FNV-1a hash. */
export const FNV_START = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

/** FNV-1a of the text's UTF-16 units, 32 bits, with the high bits mixed into the low ones, by which tables place things. */
export function hashText(text: string): number {
  let hash = FNV_START;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash ^ (hash >>> 15);
}
