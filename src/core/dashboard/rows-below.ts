import { firstPlace } from '../collections/first-place';
import type { Sequence } from '../collections/sequence';

/** The rows of a list, each made when it is asked for: with 50,000 items, laying them all out would take longer than a frame. */
export interface Rows<Row> {
  readonly count: number;
  /** Undefined where there is no such row. */
  rowAt(index: number): Row | undefined;
  /** The places of the rows that stand below those of items, in ascending order. */
  readonly details: readonly number[];
}

/** A list of items, a row each, some of which are expanded. */
interface ExpandableList<Item, Row> {
  readonly items: Sequence<Item>;
  /** How many items are expanded at most: no more are looked for. */
  readonly expanded: number;
  /** The rows below an item, whose own row is at the place given; null for an item that is not expanded. */
  readonly rowsBelow: (item: Item, row: number) => readonly Row[] | null;
  readonly rowOf: (item: Item, isExpanded: boolean) => Row;
}

/** An item that is expanded: its place among the items, its row, and the rows below it. */
interface Block<Row> {
  readonly place: number;
  readonly row: number;
  readonly below: readonly Row[];
}

/** Lays out the items in their order, and the rows below those that are expanded. */
export function layOutRowsBelow<Item, Row>(list: ExpandableList<Item, Row>): Rows<Row> {
  const { items, rowOf } = list;
  const blocks = findBlocks(list);
  return {
    count: blocks.reduce((sum, block) => sum + block.below.length, items.length),
    details: blocks.flatMap((block) => block.below.map((_, at) => block.row + 1 + at)),
    rowAt(index) {
      // A sequence may count places below zero from its end.
      if (index < 0) return undefined;
      const block = blocks[firstPlace(blocks.length, (place) => (blocks[place]?.row ?? 0) > index) - 1];
      const below = block?.below[index - block.row - 1];
      if (below !== undefined) return below;
      const item = items.at(block === undefined ? index : block.place + index - block.row - (index > block.row ? block.below.length : 0));
      return item === undefined ? undefined : rowOf(item, block?.row === index);
    },
  };
}

function findBlocks<Item, Row>({ items, expanded, rowsBelow }: ExpandableList<Item, Row>): readonly Block<Row>[] {
  const blocks: Block<Row>[] = [];
  let above = 0;
  for (let place = 0; place < items.length && blocks.length < expanded; place += 1) {
    const item = items.at(place);
    const row = place + above;
    const below = item === undefined ? null : rowsBelow(item, row);
    if (below === null) continue;
    blocks.push({ place, row, below });
    above += below.length;
  }
  return blocks;
}
