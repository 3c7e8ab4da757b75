import type { Span } from './note-scan';

/**
 * The first of some spans that ends behind `offset`, or null. The spans are in document order and do not overlap, so a search
 * costs the logarithm of their number: notes from strangers hold a hundred thousand of them.
 */
export function findSpan(spans: readonly Span[], offset: number): Span | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return spans[low] ?? null;
}
