/**
 * The first of `count` places that passes; `count` where none does. All places behind one that passes have to pass, too: found by halving, at the
 * cost of the logarithm of their number.
 */
export function firstPlace(count: number, passes: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
