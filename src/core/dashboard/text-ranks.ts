import { forEachInSteps, mapInSteps, sortInSteps, type Steps } from '../steps';
import { TextNumbers } from '../text-numbers';
import type { TextOrder } from '../text-order';
import { zeros } from '../zeros';

/** The place of a text that has none: an absent or empty one. */
export const NO_PLACE = -1;

/**
 * Places of texts in a reader's order (`Part 2` before `Part 10`), so that sorting compares numbers. Texts that compare equal
 * share a place. What it has placed once it keeps: comparing 50,000 titles takes longer than a frame, one more must not.
 */
export class TextRanks {
  private readonly numbers = new TextNumbers();
  /** The numbers of the texts that have places, in order. */
  private ordered: readonly number[] = [];
  /** The places, by those numbers; a text that waits for one has none. */
  private ranks: readonly number[] = [];

  constructor(private readonly collator: TextOrder) {}

  /** The place of each text among all that it was ever told, `NO_PLACE` for empty ones. Left half-way, the places are as they were before. */
  *place(texts: readonly string[]): Steps<readonly number[]> {
    const numbers = yield* mapInSteps(texts, (text) => (text === '' ? NO_PLACE : this.numbers.give(text)));
    const isFound = zeros(this.numbers.count);
    const fresh: number[] = [];
    yield* forEachInSteps(numbers, (number) => {
      if (number === NO_PLACE || isFound[number] === 1 || this.rank(number) !== NO_PLACE) return;
      isFound[number] = 1;
      fresh.push(number);
    });
    if (fresh.length > 0) {
      const added = yield* sortInSteps(fresh, (a, b) => this.compare(a, b));
      const ordered = yield* this.insert(added);
      this.ranks = yield* this.rankAll(ordered);
      this.ordered = ordered;
    }
    return yield* mapInSteps(numbers, (number) => (number === NO_PLACE ? NO_PLACE : this.rank(number)));
  }

  private rank(number: number): number {
    return this.ranks[number] ?? NO_PLACE;
  }

  private compare(a: number, b: number): number {
    return this.collator.compare(this.numbers.text(a), this.numbers.text(b));
  }

  private *insert(added: readonly number[]): Steps<readonly number[]> {
    const ordered: number[] = [];
    let from = 0;
    yield* forEachInSteps(added, (number) => {
      const at = this.findPlace(number, from);
      for (; from < at; from += 1) ordered.push(this.ordered[from] ?? 0);
      ordered.push(number);
    });
    return ordered.concat(this.ordered.slice(from));
  }

  private findPlace(number: number, from: number): number {
    let low = from;
    let high = this.ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.ordered[middle] ?? 0, number) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private *rankAll(ordered: readonly number[]): Steps<readonly number[]> {
    const ranks = zeros(this.numbers.count).fill(NO_PLACE);
    let rank = 0;
    let last = NO_PLACE;
    yield* forEachInSteps(ordered, (number) => {
      if (last !== NO_PLACE && !this.areEqual(last, number)) rank += 1;
      ranks[number] = rank;
      last = number;
    });
    return ranks;
  }

  /** Only what is new has to be compared. */
  private areEqual(a: number, b: number): boolean {
    const [known, other] = [this.rank(a), this.rank(b)];
    return known !== NO_PLACE && other !== NO_PLACE ? known === other : this.compare(a, b) === 0;
  }
}
