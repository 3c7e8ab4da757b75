import { firstPlace } from '../../core/collections/first-place';

/** Rows of another height than the rest: their places, in ascending order, and the one height that they have, in pixels. */
export interface OddRows {
  readonly places: readonly number[];
  readonly height: number;
}

/** Where the rows of a list begin, in pixels from its top. */
export interface RowTops {
  /** The top of a row; that of the one after the last is the height of the list. */
  topOf(index: number): number;
  heightOf(index: number): number;
  /** The row at an offset: the first above the list, the last below it. */
  rowAt(offset: number): number;
}

/** Tops of `count` rows of one height, but for the odd ones. */
export function rowTops(count: number, height: number, odd: OddRows | null): RowTops {
  if (odd === null || odd.places.length === 0) {
    return {
      topOf: (index) => index * height,
      heightOf: () => height,
      rowAt: (offset) => clamp(Math.floor(offset / height), count),
    };
  }
  const { places } = odd;
  const topOf = (index: number): number => {
    const before = countBelow(places, index);
    return (index - before) * height + before * odd.height;
  };
  return {
    topOf,
    heightOf: (index) => (places[countBelow(places, index)] === index ? odd.height : height),
    rowAt(offset) {
      return clamp(firstPlace(count, (index) => topOf(index + 1) > offset), count);
    },
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}

/** How many of the ascending numbers are below `limit`. */
const countBelow = (numbers: readonly number[], limit: number): number => firstPlace(numbers.length, (place) => (numbers[place] ?? 0) >= limit);
