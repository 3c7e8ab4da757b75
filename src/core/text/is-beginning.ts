const REPLACEMENT = '\ufffd';

/** A character has four bytes at most, so that no more than three can be left of it. */
const MOST_LEFT = 3;

/**
 * Whether a text that was read from the disk is what a write that stopped half-way leaves of `whole`: nothing, or a beginning of it. Of a
 * character that was cut, its first bytes are there, which a UTF-8 decoder shows as U+FFFD (WHATWG Encoding Standard, UTF-8 decoder). Where the
 * power went, a disk may show null characters for what it had room for, and had not written yet.
 */
export function isBeginning(current: string, whole: string): boolean {
  if (current === whole) return false;
  if (whole.startsWith(current)) return true;
  let end = current.length;
  while (end > 0 && current[end - 1] === '\0') end -= 1;
  const written = end;
  while (end > 0 && written - end < MOST_LEFT && current[end - 1] === REPLACEMENT) end -= 1;
  return end < current.length && end < whole.length && whole.startsWith(current.slice(0, end));
}
