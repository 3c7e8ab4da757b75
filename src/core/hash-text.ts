import { FNV_PRIME, FNV_START } from './title-characters';

/** FNV-1a of the text's UTF-16 units, 32 bits, with the high bits mixed into the low ones, by which tables place things. */
export function hashText(text: string): number {
  let hash = FNV_START;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash ^ (hash >>> 15);
}
