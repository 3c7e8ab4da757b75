import type { Library } from '../core/library';

/** How many papers there are of each status, by its value, those outside of the vocabulary included. */
export function countStatuses(library: Library): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of library.papers()) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
