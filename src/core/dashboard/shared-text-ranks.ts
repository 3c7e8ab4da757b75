import { mapInSteps, type Steps } from '../collections/steps';
import { TextNumbers } from '../collections/text-numbers';
import type { TextOrder } from '../collections/text-order';
import { zeros } from '../collections/zeros';
import { NO_PLACE, TextRanks, type RankedTexts } from './text-ranks';

/** The same as `TextRanks` for texts of which many are the same (authors, venues, tags): each is compared once, however many items have it. */
export class SharedTextRanks<T extends object> implements RankedTexts<T> {
  private readonly numbers = new TextNumbers();
  private readonly ranks: TextRanks<number>;

  constructor(collator: TextOrder) {
    this.ranks = new TextRanks<number>(collator, Object.is);
  }

  get count(): number {
    return this.ranks.count;
  }

  *place(items: readonly T[], textOf: (item: T) => string | null): Steps<readonly number[]> {
    const numbers = yield* mapInSteps(items, (item) => {
      const text = textOf(item);
      return text === null || text === '' ? NO_PLACE : this.numbers.give(text);
    });
    const known = zeros(this.numbers.count).map((_, number) => number);
    const places = yield* this.ranks.place(known, (number) => this.numbers.text(number));
    return yield* mapInSteps(numbers, (number) => places[number] ?? NO_PLACE);
  }
}
