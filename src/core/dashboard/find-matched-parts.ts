import type { Span } from '../markdown/note-scan';
import { foldText } from './search-text';

/** A letter with the marks on it: what folding may make shorter or longer, but never reaches beyond. */
const LETTER = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Where a text holds any of the folded texts, as ranges of UTF-16 units that neither overlap nor touch, in order. `Erdős` holds
 * `erdos` from 0 to 5, marks and all.
 */
export function findMatchedParts(text: string, folded: readonly string[]): readonly Span[] {
  if (folded.length === 0) return [];
  let whole = '';
  /** The offset in `text` where each unit of `whole` comes from, and where the letter that it comes from ends. */
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    const plain = foldText(letter);
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(index);
      to.push(index + letter.length);
    }
    whole += plain;
  }
  const found: Span[] = [];
  for (const part of folded) {
    if (part === '') continue;
    for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + part.length)) {
      found.push({ from: from[at] ?? 0, to: to[at + part.length - 1] ?? text.length });
    }
  }
  found.sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: Span[] = [];
  for (const span of found) {
    const last = joined[joined.length - 1];
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}
