import type { Steps } from '../collections/steps';
import { zeros } from '../collections/zeros';
import { rarePart } from './rare-part';
import { containsWords, foldText } from './search-text';

/** So many texts make one block, which is looked through at once. */
const TEXTS_A_BLOCK = 256;

/**
 * Texts folded and joined in blocks: to look through hundreds of thousands of short texts at every key pressed, the engine goes through a few
 * hundred long ones, which takes a tenth of the time.
 */
export class FoldedTexts {
  private constructor(
    private readonly blocks: readonly string[],
    /** Where in its block each text begins. */
    private readonly starts: readonly number[],
  ) {}

  static *fold<T>(items: readonly T[], textOf: (item: T) => string): Steps<FoldedTexts> {
    const blocks: string[] = [];
    const starts = zeros(items.length);
    for (let from = 0; from < items.length; from += TEXTS_A_BLOCK) {
      const texts = items.slice(from, from + TEXTS_A_BLOCK).map(textOf);
      let block = foldText(texts.join('\n'));
      // A line break within a text would end it.
      if (!findStarts(block, starts, from, texts.length)) {
        block = foldText(texts.map((text) => text.replaceAll('\n', ' ')).join('\n'));
        findStarts(block, starts, from, texts.length);
      }
      blocks.push(block);
      yield;
    }
    return new FoldedTexts(blocks, starts);
  }

  /** Tells the places of the texts among the first `most` that hold every word, in order. The words, of which there is one at least, were folded before. */
  *eachHolding(words: readonly string[], most: number, tell: (place: number) => void): Steps<void> {
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
    const part = rarePart(longest);
    const unchecked = words.filter((word) => word !== part);
    for (let from = 0; from < most; from += TEXTS_A_BLOCK) {
      this.tellInBlock(from, Math.min(most, from + TEXTS_A_BLOCK), part, unchecked, tell);
      yield;
    }
  }

  /** Tells the places of the texts in one block, from its first one to before `to`, that hold `part` and all `others`. */
  private tellInBlock(from: number, to: number, part: string, others: readonly string[], tell: (place: number) => void): void {
    const { starts } = this;
    const block = this.blocks[from / TEXTS_A_BLOCK] ?? '';
    const last = Math.min(from + TEXTS_A_BLOCK, starts.length) - 1;
    let place = from;
    for (let at = block.indexOf(part); at >= 0; ) {
      while (place < last && (starts[place + 1] ?? 0) <= at) place += 1;
      if (place >= to) return;
      const end = place < last ? (starts[place + 1] ?? 0) : block.length;
      if (others.length === 0 || containsWords(block.slice(starts[place], end), others)) tell(place);
      at = place < last ? block.indexOf(part, end) : -1;
    }
  }
}

/** Notes where so many lines begin, from the place `from` on; false where there are more lines. */
function findStarts(block: string, starts: number[], from: number, count: number): boolean {
  let start = 0;
  for (let place = from; place < from + count; place += 1) {
    starts[place] = start;
    start = block.indexOf('\n', start) + 1;
  }
  return start === 0;
}
