import { ListBefore } from '../markdown/list-before';
import { RunSorter } from '../collections/sort-in-steps';
import { forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import type { TextOrder } from '../collections/text-order';

/** The place of a text that has none: an absent or empty one. */
export const NO_PLACE = -1;

/** Places of texts in a reader's order (`Part 2` before `Part 10`), so that sorting compares numbers. Texts that compare equal share a place. */
export interface RankedTexts<T> {
  /** One more than the last place. */
  readonly count: number;
  /**
   * The place of each item's text among all that it was ever told, `NO_PLACE` where the text is null or empty. It may be left half-way, and begun again
   * meanwhile.
   */
  place(items: readonly T[], textOf: (item: T) => string | null): Steps<readonly number[]>;
}

interface PlacedTexts<T> {
  /** By place, a text that has it. */
  readonly ordered: readonly string[];
  /** What was placed last. */
  readonly items: readonly T[];
  readonly places: readonly number[];
}

/**
 * Places of texts most of which are different. What it has placed once it keeps: comparing 50,000 titles takes longer than a frame, one more must
 * not. It knows texts again by the items that have them, since making hashes of titles takes as long as sorting them.
 */
export class TextRanks<T extends object | number> implements RankedTexts<T> {
  private placed: PlacedTexts<T> = { ordered: [], items: [], places: [] };

  /** `isSame`: whether items of two lists are one, whose text may be another by now. */
  constructor(
    private readonly collator: TextOrder,
    private readonly isSame: (before: T, now: T) => boolean,
  ) {}

  get count(): number {
    return this.placed.ordered.length;
  }

  *place(items: readonly T[], textOf: (item: T) => string | null): Steps<readonly number[]> {
    const last = this.placed;
    const fresh = new FreshTexts(this.collator);
    const stood = new ListBefore(last.items, this.isSame);
    const places = yield* mapInSteps(items, (item, index) => {
      const at = stood.find(item);
      const before = at === null ? undefined : last.items[at];
      if (at !== null && before === item) return last.places[at] ?? NO_PLACE;
      const text = textOf(item);
      if (at !== null && before !== undefined && textOf(before) === text) return last.places[at] ?? NO_PLACE;
      if (text !== null && text !== '') fresh.add(text, index);
      return NO_PLACE;
    });
    const inOrder = yield* fresh.inOrder();
    const ordered = inOrder.length === 0 ? last.ordered : yield* this.insert(last.ordered, fresh, inOrder, places);
    this.placed = { ordered, items, places };
    return places;
  }

  /** All texts once those that are new stand among those `known`; enters their places, and the new ones of the others, in `places`. */
  private *insert(known: readonly string[], fresh: FreshTexts, inOrder: readonly number[], places: number[]): Steps<readonly string[]> {
    const ordered: string[] = [];
    /** By place before, the place now. */
    const moved: number[] = [];
    const moveTo = (end: number): void => {
      while (moved.length < end) moved.push(ordered.push(known[moved.length] ?? '') - 1);
    };
    const found: number[] = [];
    yield* forEachInSteps(inOrder, (number) => {
      const text = fresh.text(number);
      const at = this.findPlace(known, text, moved.length);
      // Of those before it only the last can be equal.
      const mayBeKnown = at > moved.length || fresh.hasTwin(number);
      moveTo(at);
      if (!mayBeKnown || this.collator.compare(ordered.at(-1) ?? '', text) !== 0) ordered.push(text);
      found.push(ordered.length - 1);
    });
    moveTo(known.length);
    yield* forEachInSteps(places, (place, index) => {
      if (place !== NO_PLACE) places[index] = moved[place] ?? NO_PLACE;
    });
    yield* forEachInSteps(inOrder, (number, at) => {
      places[fresh.index(number)] = found[at] ?? NO_PLACE;
    });
    return ordered;
  }

  /** The first of the known texts that stands behind the text, from `from` on. */
  private findPlace(known: readonly string[], text: string, from: number): number {
    let low = from;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.collator.compare(known[middle] ?? '', text) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Texts that have no places yet, by numbers from 0, with the indexes of their items. */
class FreshTexts {
  private readonly texts: string[] = [];
  private readonly indexes: number[] = [];
  private readonly sorter = new RunSorter<number>((a, b) => this.compare(a, b));
  /** Numbers of the texts that compared equal to another. */
  private readonly twins = new Set<number>();

  constructor(private readonly collator: TextOrder) {}

  add(text: string, index: number): void {
    this.indexes.push(index);
    this.sorter.add(this.texts.push(text) - 1);
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  index(number: number): number {
    return this.indexes[number] ?? 0;
  }

  /** The numbers in the order of their texts. */
  inOrder(): Steps<readonly number[]> {
    return this.sorter.finish();
  }

  /** Whether the text may be equal to the one before it, once they are in order. */
  hasTwin(number: number): boolean {
    return this.twins.has(number);
  }

  private compare(a: number, b: number): number {
    const order = this.collator.compare(this.text(a), this.text(b));
    if (order === 0) this.twins.add(a).add(b);
    return order;
  }
}
