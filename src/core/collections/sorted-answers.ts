import { firstPlace } from './first-place';

/** Items placed between two questions whether to go on: so few that the page does not feel it. */
const ITEMS_A_LOOK = 128;

/** A longer block is cut in two: what comes or goes moves the rest of its block. */
const LONGEST_BLOCK = 512;

/**
 * A sorted list that is kept while its items come and go: what is told is placed by `settle`, or when the list is next asked for. An
 * item costs a search by halving, whatever the length of the list; the list is put together only when it is asked for, and is the same
 * object until something was told.
 */
export class SortedAnswers<T extends object> {
  private readonly gone = new Set<T>();
  private readonly fresh = new Set<T>();
  /** The list in pieces, none of them empty. */
  private readonly blocks: T[][] = [];
  private list: readonly T[] | null = [];

  /** Items in their places. */
  private placed = 0;

  /** `compare` has to tell any two items apart, so that the order does not depend on what happened. */
  constructor(private readonly compare: (a: T, b: T) => number) {}

  /** How many items there are, placed or not. */
  get size(): number {
    return this.placed + this.fresh.size - this.gone.size;
  }

  /** How many tellings wait to be placed. */
  get waiting(): number {
    return this.gone.size + this.fresh.size;
  }

  add(item: T): void {
    // An item that is still in its place never left.
    if (!this.gone.delete(item)) this.fresh.add(item);
  }

  /** The very object that was added, unchanged. */
  remove(item: T): void {
    if (!this.fresh.delete(item)) this.gone.add(item);
  }

  values(): readonly T[] {
    if (this.waiting > 0) this.settle(() => true);
    return (this.list ??= this.blocks.flat());
  }

  /** Places what was told, until done or until `mayGoOn` says stop (asked every 128 items); true when nothing is left. */
  settle(mayGoOn: () => boolean): boolean {
    let count = 0;
    // What goes comes first, so that an older telling of an item never stands beside a newer one.
    for (const items of [this.gone, this.fresh]) {
      for (const item of items) {
        if (++count % ITEMS_A_LOOK === 0 && !mayGoOn()) return false;
        items.delete(item);
        if (items === this.gone) this.takeOut(item);
        else this.putIn(item);
      }
    }
    return true;
  }

  private putIn(item: T): void {
    this.list = null;
    this.placed += 1;
    const at = Math.min(this.findBlock(item), this.blocks.length - 1);
    const block = this.blocks[at];
    if (!block) {
      this.blocks.push([item]);
      return;
    }
    block.splice(this.findPlace(block, item), 0, item);
    if (block.length > LONGEST_BLOCK) this.blocks.splice(at + 1, 0, block.splice(LONGEST_BLOCK / 2));
  }

  private takeOut(item: T): void {
    this.list = null;
    const at = this.findBlock(item);
    const block = this.blocks[at];
    const place = block ? this.findPlace(block, item) : 0;
    if (block?.[place] !== item) return;
    this.placed -= 1;
    block.splice(place, 1);
    if (block.length === 0) this.blocks.splice(at, 1);
  }

  /** The first block that ends with the item or behind it; the number of blocks where all end before it. */
  private findBlock(item: T): number {
    return this.search(this.blocks.length, (at) => this.blocks[at]?.at(-1), item);
  }

  private findPlace(block: readonly T[], item: T): number {
    return this.search(block.length, (at) => block[at], item);
  }

  /** The first place, of so many, whose item is not before `item`. */
  private search(count: number, itemAt: (place: number) => T | undefined, item: T): number {
    return firstPlace(count, (place) => {
      const other = itemAt(place);
      return other === undefined || this.compare(other, item) >= 0;
    });
  }
}
