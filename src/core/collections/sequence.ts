/** Items in an order, each of which may be made only when it is asked for. An array is one. */
export interface Sequence<T> {
  readonly length: number;
  /** Undefined where there is no such place; places below zero are not to be asked for. */
  at(place: number): T | undefined;
}

/** Those of a sequence that stand in these places, in their order. */
export function pickFrom<T>(sequence: Sequence<T>, places: readonly number[]): Sequence<T> {
  return {
    length: places.length,
    at(place) {
      const from = places[place];
      return from === undefined ? undefined : sequence.at(from);
    },
  };
}
