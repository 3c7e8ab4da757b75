import { say } from '../language/say';

const TEXT = { between: say(', ') };

/** Texts one after the other, as a language parts the members of a list. */
export const listTexts = (texts: readonly string[]): string => texts.join(TEXT.between);
