import { forEachInSteps, sortInSteps, type Steps } from '../steps';
import type { TextOrder } from '../text-order';

/** How many texts are handled between two places where the work may pause. */
const TEXTS_A_STEP = 256;

/**
 * Places of texts in a reader's order (`Part 2` before `Part 10`), so that sorting compares numbers. Texts that compare equal
 * share a place. What it has placed once it keeps: comparing 50,000 titles takes longer than a frame, one more must not.
 */
export class TextRanks {
  private ordered: readonly string[] = [];
  private ranks: ReadonlyMap<string, number> = new Map();

  constructor(private readonly collator: TextOrder) {}

  /** Places those of the texts that it does not know yet; empty ones have no place. Left half-way, it is as it was before. */
  *learn(texts: Iterable<string>): Steps<void> {
    const found = new Set<string>();
    let looked = 0;
    for (const text of texts) {
      if (text !== '' && !this.ranks.has(text)) found.add(text);
      looked += 1;
      if (looked % TEXTS_A_STEP === 0) yield;
    }
    if (found.size === 0) return;
    const fresh = [...found];
    const added = yield* sortInSteps(fresh, (a, b) => this.collator.compare(a, b));
    const ordered = yield* this.insert(added);
    this.ranks = yield* this.rankAll(ordered);
    this.ordered = ordered;
  }

  /** The place of a text that it was told of; null for an absent or empty one. */
  rank(text: string | null): number | null {
    return text === null || text === '' ? null : (this.ranks.get(text) ?? null);
  }

  private *insert(added: readonly string[]): Steps<readonly string[]> {
    const ordered: string[] = [];
    let from = 0;
    yield* forEachInSteps(added, (text) => {
      const at = this.findPlace(text, from);
      for (; from < at; from += 1) ordered.push(this.ordered[from] ?? '');
      ordered.push(text);
    });
    return ordered.concat(this.ordered.slice(from));
  }

  private findPlace(text: string, from: number): number {
    let low = from;
    let high = this.ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.collator.compare(this.ordered[middle] ?? '', text) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private *rankAll(ordered: readonly string[]): Steps<ReadonlyMap<string, number>> {
    const ranks = new Map<string, number>();
    let rank = 0;
    let last: string | null = null;
    yield* forEachInSteps(ordered, (text) => {
      if (last !== null && !this.areEqual(last, text)) rank += 1;
      ranks.set(text, rank);
      last = text;
    });
    return ranks;
  }

  /** Only what is new has to be compared. */
  private areEqual(a: string, b: string): boolean {
    const [known, other] = [this.ranks.get(a), this.ranks.get(b)];
    return known !== undefined && other !== undefined ? known === other : this.collator.compare(a, b) === 0;
  }
}
