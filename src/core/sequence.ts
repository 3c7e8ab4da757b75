/** Items in an order, of which some may be made only when they are asked for. An array is one. */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number;
  /** Undefined where there is no such place; places below zero are not to be asked for. */
  at(place: number): T | undefined;
}
