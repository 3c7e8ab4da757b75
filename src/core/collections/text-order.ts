import { compareTexts } from '../text/compare-texts';

/** How two texts stand to each other in a reader's order: below 0, 0 or above 0. */
export interface TextOrder {
  compare(a: string, b: string): number;
}

const ASCII = 128;
/** Of characters that do not count, and of a text's end. */
const NOTHING = 0;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const DIGIT_0 = 48;
const DIGIT_9 = 57;

/** Longer numbers are compared in pieces: that is left to the collator. */
const LONGEST_NUMBER = 254;

/**
 * The order of a collator that takes numbers as numbers and letters without their case and accents (`numeric`, sensitivity `base`), at a
 * fraction of its cost: as long as the characters that decide are ASCII, they are compared by weights that the collator itself gave them;
 * it is asked for all other texts. In a language in which two such letters are ordered as one (`ch` in Czech), and with other options,
 * it is asked for all.
 */
export function textOrder(collator: Intl.Collator): TextOrder {
  const { numeric, sensitivity } = collator.resolvedOptions();
  const weights = numeric && sensitivity === 'base' ? weigh(collator) : null;
  if (weights === null || orderPairs(collator, weights)) return collator;
  return { compare: (a, b) => compareAscii(a, b, weights) ?? collator.compare(a, b) };
}

/** The order of names and titles that readers of a language (a code such as `en`) expect: `Part 2` before `part 10`. */
export const readersOrder = (language: string): TextOrder => textOrder(new Intl.Collator(language, { numeric: true, sensitivity: 'base' }));

/** By character code. All digits have the weight of 0. */
function weigh(collator: Intl.Collator): Uint8Array {
  const weights = new Uint8Array(ASCII);
  const characters = Array.from({ length: ASCII }, (_, code) => String.fromCharCode(code)).filter((character) => !/[1-9]/.test(character));
  let last = '';
  let weight = NOTHING;
  for (const character of characters.sort((a, b) => collator.compare(a, b))) {
    if (collator.compare(last, character) !== 0) weight += 1;
    weights[character.charCodeAt(0)] = weight;
    last = character;
  }
  return weights.fill(weights[DIGIT_0] ?? NOTHING, DIGIT_0, DIGIT_9 + 1);
}

/** Whether some two letters are not ordered by the first and then by the second. */
function orderPairs(collator: Intl.Collator, weights: Uint8Array): boolean {
  const weightOf = (letter: string): number => weights[letter.charCodeAt(0)] ?? NOTHING;
  const inOrder = [...LETTERS].sort((a, b) => weightOf(a) - weightOf(b));
  return LETTERS.some((first) =>
    inOrder.some((second, at) => {
      const before = inOrder[at - 1] ?? '';
      return Math.sign(collator.compare(first + before, first + second)) !== (before !== '' && weightOf(before) === weightOf(second) ? 0 : -1);
    }),
  );
}

/** Null where a character that is not ASCII may decide. */
function compareAscii(a: string, b: string, weights: Uint8Array): number | null {
  let atA = 0;
  let atB = 0;
  for (;;) {
    let weightA = NOTHING;
    let weightB = NOTHING;
    while (weightA === NOTHING && atA < a.length) {
      const code = a.charCodeAt(atA);
      if (code >= ASCII) return null;
      weightA = weights[code] ?? NOTHING;
      atA += 1;
    }
    while (weightB === NOTHING && atB < b.length) {
      const code = b.charCodeAt(atB);
      if (code >= ASCII) return null;
      weightB = weights[code] ?? NOTHING;
      atB += 1;
    }
    if (weightA !== weightB) {
      // An accent that follows may make another letter of this one.
      return a.charCodeAt(atA) >= ASCII || b.charCodeAt(atB) >= ASCII ? null : weightA - weightB;
    }
    if (weightA === NOTHING) return 0;
    if (weightA === weights[DIGIT_0]) {
      const endA = endOfNumber(a, atA);
      const endB = endOfNumber(b, atB);
      if (endA - atA >= LONGEST_NUMBER || endB - atB >= LONGEST_NUMBER || a.charCodeAt(endA) >= ASCII || b.charCodeAt(endB) >= ASCII) return null;
      const order = compareNumbers(a.slice(atA - 1, endA), b.slice(atB - 1, endB));
      if (order !== 0) return order;
      atA = endA;
      atB = endB;
    }
  }
}

function endOfNumber(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) >= DIGIT_0 && text.charCodeAt(end) <= DIGIT_9) end += 1;
  return end;
}

function compareNumbers(a: string, b: string): number {
  const [digitsA, digitsB] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return digitsA.length - digitsB.length || compareTexts(digitsA, digitsB);
}
