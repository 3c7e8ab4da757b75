import { sortByCounting } from '../collections/sort-by-counting';
import { sortInSteps } from '../collections/sort-in-steps';
import { forEachInSteps, type Steps } from '../collections/steps';

/** So many places are sorted one by one, more of them in steps. */
const FEW = 16;

/** Bands looked at between two places where the work may pause. */
const BANDS_A_STEP = 512;

/**
 * The places of scores (from 0 to 1) by the scores, the highest first, those of equal ones in the order of `compare`. They are counted into as many
 * bands of scores as there are scores, of which few hold more than one: that takes a few milliseconds where sorting takes a frame or more.
 */
export function* sortByScore(scores: readonly number[], compare: (a: number, b: number) => number): Steps<readonly number[]> {
  const bands = scores.length + 1;
  const bandOf = (place: number): number => Math.floor((1 - (scores[place] ?? 0)) * scores.length);
  const { sorted, ends } = sortByCounting(Array.from(scores.keys()), bandOf, bands);
  const compareScores = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || compare(a, b);
  let from = 0;
  for (let band = 0; band < bands; band += 1) {
    const to = ends[band] ?? sorted.length;
    if (to - from > FEW) yield* sortBand(sorted, from, to, compareScores);
    else sortFew(sorted, from, to, compareScores);
    from = to;
    if (band % BANDS_A_STEP === 0) yield;
  }
  return sorted;
}

/** In place: for thousands of bands of two or three, lists of their own would be garbage of many megabytes. */
function sortFew(sorted: number[], from: number, to: number, compare: (a: number, b: number) => number): void {
  for (let place = from + 1; place < to; place += 1) {
    const moved = sorted[place] ?? 0;
    let at = place;
    for (; at > from && compare(sorted[at - 1] ?? 0, moved) > 0; at -= 1) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = moved;
  }
}

function* sortBand(sorted: number[], from: number, to: number, compare: (a: number, b: number) => number): Steps<void> {
  yield* forEachInSteps(yield* sortInSteps(sorted.slice(from, to), compare), (place, at) => {
    sorted[from + at] = place;
  });
}
