/** Shorter texts cost little whatever they hold, and are most of all texts. */
const SHORT = 1000;

/**
 * The text with no more than 30 combining marks in a row, as Unicode's stream-safe format has it; short texts stay as they are.
 * Without it, normalizing a title of a hundred thousand marks would take minutes, since they are sorted one by one.
 */
export function thinMarks(text: string): string {
  return text.length <= SHORT ? text : text.replace(/(\p{M}{30})\p{M}+/gu, '$1');
}
