/** Which element draws which row, from one drawing of a list to the next. */
export interface RowSlots {
  /** A number of the element for each of these places, in their order; no two the same. */
  assign(places: readonly number[], rowKey: (place: number) => string, kept: number): readonly number[];
}

/**
 * Gives a row the element that drew its place before, so that a list in another order changes texts and makes no elements. Only the
 * row at the place `kept` stays in the element that it had, wherever it goes: the focus may be in there, and what is being chosen or typed.
 * After a jump, to none of the places before, the rows take the elements that are there.
 */
export function rowSlots(): RowSlots {
  let slotOfPlace: ReadonlyMap<number, number> = new Map();
  let slotOfRow: ReadonlyMap<string, number> = new Map();
  let count = 0;
  return {
    assign(places, rowKey, kept) {
      const own = places.includes(kept) ? slotOfRow.get(rowKey(kept)) : undefined;
      const isJump = places.every((place) => place === kept || !slotOfPlace.has(place));
      const free = isJump ? freeSlots([...slotOfPlace.values()], own, places[0] === kept) : [];
      const assigned = new Map<number, number>();
      for (const place of places) {
        const before = place === kept && own !== undefined ? own : isJump ? free.shift() : slotOfPlace.get(place);
        if (before !== undefined && (place === kept || before !== own)) assigned.set(place, before);
        else {
          assigned.set(place, count);
          count += 1;
        }
      }
      slotOfPlace = assigned;
      slotOfRow = new Map([...assigned].map(([place, slot]) => [rowKey(place), slot]));
      return [...assigned.values()];
    },
  };
}

/** The slots that others may take, in their order: those on the side of the kept row's own where the others are now, since an element that is moved loses the focus. */
function freeSlots(slots: readonly number[], own: number | undefined, isFirst: boolean): number[] {
  if (own === undefined) return [...slots];
  const at = slots.indexOf(own);
  return isFirst ? slots.slice(at + 1) : slots.slice(0, Math.max(0, at));
}
