import { say } from '../../language/say';

/** Names, numbers or other short texts as one enumeration within a sentence: `a, b, c`. */
export const joinList = (items: readonly string[]): string => items.join(say(', '));

/** Sentences one after the other, on one line. */
export const joinSentences = (sentences: readonly string[]): string => sentences.join(say(' '));
