import type { Paper } from '../papers/paper';
import { thinMarks } from '../titles/thin-marks';

/** Letters that do not decompose, and apostrophes, which are typed straight. */
const FOLDED_ALONE: Readonly<Record<string, string>> = {
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ', '’': "'", '‘': "'",
};

const LAST_ASCII = 127;

/**
 * Text reduced for searching: lower case, compatibility forms unified, diacritics dropped in every script. Only for
 * comparing with text that went through here too: `'Erdős'` and `'ERDOS'` both give `'erdos'`.
 */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  // Lower case last: only then are the letters of formulas (𝒮, ℝ) letters.
  return thinMarks(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœıς’‘]/g, (letter) => FOLDED_ALONE[letter] ?? letter);
}

/** A loop: it is asked for every title at every key pressed, and a pattern takes twice as long. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > LAST_ASCII) return false;
  return true;
}

/** The words of a search box, folded. Every one has to occur; their order does not matter. */
export function searchWords(search: string): readonly string[] {
  return foldText(search).split(/\s+/u).filter((word) => word !== '');
}

/** Whether every word occurs in a text that was folded before. */
export function containsWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** What a search can look for in one part of a paper's text alone. */
export type TextPart = 'title' | 'author' | 'venue';

/**
 * Whether a part of a paper's search text, or for authors one of them, holds `folded`, which is not empty and was folded before. The parts
 * are lines of that text (see `createSearchTexts`), so that none of them has to be folded at every key pressed.
 */
export function partHolds(text: string, part: TextPart, folded: string): boolean {
  const first = text.indexOf(folded);
  // What the whole does not hold, no part of it does.
  if (first < 0) return false;
  const titleEnd = text.indexOf('\n');
  if (part === 'title') return first < titleEnd;
  const authorsEnd = text.indexOf('\n', titleEnd + 1);
  const [from, end] = part === 'author' ? [titleEnd, authorsEnd] : [authorsEnd, text.indexOf('\n', authorsEnd + 1)];
  const found = first > from ? first : text.indexOf(folded, from + 1);
  return found >= 0 && found < end;
}

const NO_LETTER = '\u0000';

/** Folded search texts of papers, prepared at the first search and kept as long as the paper itself is. */
export interface SearchTexts {
  of(paper: Paper): string;
}

/**
 * Search texts over title, authors, venue, tags (with and without `#`) and year. Papers are immutable, so a text is
 * prepared once for each; a paper that changed is another object and gets a new one. Each of these is a line of its own: the title, all
 * authors (apart by what nobody can search for), the venue, every tag, the year; what is absent is an empty line.
 */
export function createSearchTexts(): SearchTexts {
  const texts = new WeakMap<Paper, string>();
  return {
    of(paper) {
      const known = texts.get(paper);
      if (known !== undefined) return known;
      // One text put together as it grows: for 50,000 papers lists of lines cost as much again.
      let whole = paper.title;
      for (const [at, author] of paper.authors.entries()) whole += (at === 0 ? '\n' : NO_LETTER) + author;
      whole += `${paper.authors.length === 0 ? '\n' : ''}\n${paper.venue ?? ''}`;
      for (const tag of paper.tags) whole += `\n#${tag}`;
      whole += `\n${paper.year === null ? '' : String(paper.year)}`;
      const text = foldText(whole);
      texts.set(paper, text);
      return text;
    },
  };
}
