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
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (topOf(middle + 1) <= offset) low = middle + 1;
        else high = middle;
      }
      return clamp(low, count);
    },
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}

/** How many of the ascending numbers are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
