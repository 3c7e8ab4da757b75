import type { Span } from '../markdown/scan-note';

const YEAR = String.raw`(?:1[89]|20)\d\d[a-z]?`;

/** `[1]` before a citation. */
const NUMBER = /^\s*(?:\[\d+\]|\(\d+\)|\d+[.)])\s*/;

/** The kind of work, right behind its title in Chinese lists (GB/T 7714). */
const KIND = /\[(?:[JCMDRNPSAGZ]|EB|DB|CP)(?:\/[A-Z]{2})?\]/;

/** APA and ACL: the year behind the authors. */
const YEAR_FIRST = new RegExp(String.raw`(?:\(${YEAR}(?:,[^()]{1,30})?\)|\. ${YEAR})[.:]\s+`);

/** Vancouver: year and volume behind the journal. */
const VOLUME = new RegExp(String.raw`\. ${YEAR}[^.;]{0,12};`);

/** Then the authors with their initials come first, and nothing else before the title. */
const INITIALS_FIRST = /^(?:[^.,;()\d]{2,40} \p{Lu}{1,3}, )*(?:[^.,;()\d]{2,40} \p{Lu}{1,3}|et al)\.\s+/u;

/** IEEE and Chicago: in quotes behind the authors, and closed by a stop or a comma. */
const QUOTED = /[.,]\s+["“]([^"“”]{4,400})(?:[.,?!]["”]|["”](?:[.,]| \())/;

/** Up to the end of the sentence, or to the edition or the kind of work in brackets. */
const TITLE = /^(?:vs\.|[^.?!\s]|[.?!](?!\s|$)|\s(?!\(\d+\w\w ed\.|\[[A-Z])){1,400}[?!]?/;

/** What stands where a title would, and is none. */
const NO_TITLE = /^(?:https?:|doi\b|arxiv\b|\d+ pp?\b|pp?\.|vol\.|in\b|available\b|retrieved\b|\[online\])/i;

/** The end of what stands before a title. */
const BEFORE = /^.*(?:\.\s|[．。])\s*/s;

/**
 * Where the title stands in the text of a whole citation in IEEE, Chicago, APA, ACL, Vancouver or Chinese style; null where the text holds no
 * year or is in none of these styles. Closing punctuation is no part of it.
 */
export function findCitationTitle(source: string): Span | null {
  if (!/\d{4}/.test(source)) return null;
  const quoted = QUOTED.exec(source);
  if (quoted?.[1] !== undefined) {
    const from = quoted.index + quoted[0].indexOf(quoted[1]);
    return { from, to: from + quoted[1].replace(/[.,;:\s]+$/, '').length };
  }
  const begin = NUMBER.exec(source)?.[0].length ?? 0;
  const rest = source.slice(begin);
  const kind = KIND.exec(rest);
  if (kind && kind.index > 0) {
    const from = BEFORE.exec(rest.slice(0, kind.index))?.[0].length ?? 0;
    return { from: begin + from, to: begin + rest.slice(0, kind.index).trimEnd().length };
  }
  const behind = (VOLUME.test(rest) ? INITIALS_FIRST.exec(rest) : null) ?? YEAR_FIRST.exec(rest);
  if (!behind) return null;
  const from = begin + behind.index + behind[0].length;
  const to = from + (TITLE.exec(source.slice(from))?.[0].length ?? 0);
  return to > from && !NO_TITLE.test(source.slice(from, to)) ? { from, to } : null;
}
