/** The letters of the words in the Concise Oxford Dictionary, the most frequent first, behind the blank. Only the speed of a search depends on it. */
const FREQUENT = ' eariotnslcudpmhgbfywkvxzjq';

/** From 7 characters on V8 steps through a text by itself; for less it looks for the first one with the processor's widest instructions. */
const MOST = 6;
/** With less to look for, too many places have to be looked at closely. */
const LEAST = 3;

/**
 * The part of a word that is looked for first where it is looked for in many texts, since it begins with the rarest letter: in 13 MB of titles it takes
 * half of the word's own time and less. Words of three characters and less are looked for as they are.
 */
export function rarePart(word: string): string {
  let rarest = 0;
  for (let at = 1; at + LEAST <= word.length; at += 1) if (rarity(word, at) > rarity(word, rarest)) rarest = at;
  return word.slice(rarest, rarest + MOST);
}

/** Higher for rarer ones. */
function rarity(word: string, at: number): number {
  const place = FREQUENT.indexOf(word.charAt(at));
  return place < 0 ? FREQUENT.length : place;
}
