/** Items in an order, of which some may be made only when they are asked for. An array is one. */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number;
  /** Undefined where there is no such place; places below zero are not to be asked for. */
  at(place: number): T | undefined;
}

/** Those of a sequence that stand in these places, in their order. */
export function pickFrom<T>(sequence: Sequence<T>, places: readonly number[]): Sequence<T> {
  const at = (place: number): T | undefined => {
    const from = places[place];
    return from === undefined ? undefined : sequence.at(from);
  };
  return {
    length: places.length,
    at,
    *[Symbol.iterator]() {
      for (const from of places) {
        const item = sequence.at(from);
        if (item !== undefined) yield item;
      }
    },
  };
}
