import { firstPlace } from '../collections/first-place';
import type { Span } from './note-scan';

/**
 * The first of some spans that ends behind `offset`, or null. The spans are in document order and do not overlap, so a search
 * costs the logarithm of their number: notes from strangers hold a hundred thousand of them.
 */
export function findSpan<T extends Span>(spans: readonly T[], offset: number): T | null {
  return spans[firstPlace(spans.length, (place) => (spans[place]?.to ?? 0) > offset)] ?? null;
}
