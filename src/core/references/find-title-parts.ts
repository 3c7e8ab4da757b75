import type { Span } from '../markdown/scan-note';

/**
 * Where titles may stand in the text of a reference without a link, as offsets into it: the whole first (inside the quotes
 * or emphasis that wrap all of it), then the quoted and emphasised parts of a whole citation, marks and closing punctuation off.
 */
export function findTitleParts(source: string): Span[] {
  const whole = unwrapped(source, { from: 0, to: source.length });
  const parts: Span[] = [whole];
  for (const match of source.matchAll(MARKED)) {
    const inner = markedText(match);
    const from = match.index + match[0].indexOf(inner);
    const part = withoutPunctuation(source, unwrapped(source, withoutPunctuation(source, { from, to: from + inner.length })));
    if (part.to > part.from && (part.from !== whole.from || part.to !== whole.to)) parts.push(part);
  }
  return parts;
}

/** Quotes of several languages, and emphasis. */
const MARKED = /["“„]([^"“”„]{4,400})["”]|„([^"“”„]{4,400})“|«([^«»]{4,400})»|《([^《》]{4,400})》|「([^「」]{4,400})」|\*{1,3}([^*]{4,400})\*{1,3}|(?:^|[\s(])_{1,3}([^_]{4,400})_{1,3}/g;

const MAY_BE_MARKED = /["“”„«»《「*_]/;

/** One of the groups took part; the others are empty in a joined text. */
const markedText = (match: RegExpExecArray): string => match.slice(1).join('');

/** The quoted and emphasised parts of a text, as they stand between their marks. */
export const markedTexts = (source: string): readonly string[] => (MAY_BE_MARKED.test(source) ? Array.from(source.matchAll(MARKED), markedText) : NO_TEXTS);

const NO_TEXTS: readonly string[] = [];

/** The sentences of a citation: in many styles the title is one of them, and nothing marks it. */
export function findSentences(source: string): Span[] {
  const sentences: Span[] = [];
  let from = 0;
  for (const { index, 0: end } of [...source.matchAll(/[.?!]\s+|[。？！]/g), { index: source.length, 0: '' }]) {
    const to = index + end.trimEnd().length;
    const sentence = withoutPunctuation(source, unwrapped(source, withoutPunctuation(source, { from, to })));
    if (sentence.to > sentence.from) sentences.push(sentence);
    from = index + end.length;
  }
  return sentences;
}

/** Whether a part stands in quotes, with emphasis between or not. */
export const isQuoted = (source: string, { from }: Span): boolean => /["“„«《「][*_\s]*$/.test(source.slice(Math.max(0, from - LONGEST_OPENING), from));

/** A quote and the emphasis within it. */
const LONGEST_OPENING = 8;

const WRAPPERS: readonly (readonly [string, string])[] = [
  ['*', '*'],
  ['_', '_'],
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['《', '》'],
  ['「', '」'],
];

/** Marks that open at the start and close at the end only: `*A* and *B*` is not wrapped. */
function unwrapped(source: string, span: Span): Span {
  let { from, to } = span;
  for (;;) {
    const pair = WRAPPERS.find(([open, close]) => to - from > 2 && source.startsWith(open, from) && source.startsWith(close, to - 1));
    if (!pair) return { from, to };
    let width = 1;
    while (source[from + width] === pair[0] && source[to - 1 - width] === pair[1] && to - from > 2 * width + 2) width++;
    const inner = source.slice(from + width, to - width);
    if (inner.includes(pair[0]) || inner.includes(pair[1])) return { from, to };
    from += width;
    to -= width;
  }
}

function withoutPunctuation(source: string, span: Span): Span {
  let { from, to } = span;
  while (from < to && /\s/.test(source.charAt(from))) from++;
  while (from < to && /[\s.,;:。，；：]/.test(source.charAt(to - 1))) to--;
  return { from, to };
}
