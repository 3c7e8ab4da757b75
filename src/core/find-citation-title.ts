import type { Span } from './scan-note';

const YEAR = String.raw`(?:1[89]|20)\d\d[a-z]?`;

/** `[1]` before a citation. */
const NUMBER = /^\s*(?:\[\d+\]|\(\d+\)|\d+[.)])\s*/;

/** The kind of work, right behind its title in Chinese lists (GB/T 7714). */
const KIND = /\s*\[(?:[JCMDRNPSAGZ]|EB|DB|CP)(?:\/[A-Z]{2})?\]/;

/** APA and ACL: the year behind the authors. */
const YEAR_FIRST = new RegExp(String.raw`(?:\(${YEAR}(?:,[^()]{1,30})?\)|\. ${YEAR})[.:]\s+`);

/** Vancouver: authors with their initials, and nothing else before the title. */
const INITIALS_FIRST = /^(?:[^.,;()\d]{2,40} \p{Lu}{1,3}, )*(?:[^.,;()\d]{2,40} \p{Lu}{1,3}|et al)\.\s+/u;

/** What stands where a title would, and is none. */
const NO_TITLE = /^(?:https?:|doi\b|arxiv\b|pp?\.|vol\.|in\b|available\b|retrieved\b|\[online\])/i;

const isStop = (character: string | undefined): boolean => character === '.' || character === '．' || character === '。';

/**
 * Where the title stands in the text of a whole citation that does not mark it, as lists in APA, ACL, Vancouver and Chinese style have them;
 * null where the text holds no year or is in none of these styles. Closing punctuation is no part of it.
 */
export function findCitationTitle(source: string): Span | null {
  if (!/\d{4}/.test(source)) return null;
  const begin = NUMBER.exec(source)?.[0].length ?? 0;
  const kind = KIND.exec(source.slice(begin));
  if (kind && kind.index > 0) {
    const to = begin + kind.index;
    let from = to;
    while (from > begin && !(isStop(source[from - 1]) && (source[from - 1] !== '.' || /\s/.test(source[from] ?? '')))) from--;
    while (/\s/.test(source[from] ?? '')) from++;
    return from < to ? { from, to } : null;
  }
  const rest = source.slice(begin);
  const behind = INITIALS_FIRST.exec(rest) ?? YEAR_FIRST.exec(rest);
  if (!behind) return null;
  const from = begin + behind.index + behind[0].length;
  const end = source.slice(from).search(/[.?!](?:\s|$)/);
  const to = end < 0 ? source.length : from + end;
  return to > from && !NO_TITLE.test(source.slice(from, to)) ? { from, to } : null;
}
