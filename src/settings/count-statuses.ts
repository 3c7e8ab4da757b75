import type { Library } from '../core/library/library';

/** How many papers there are of each status, by its value, those outside of the vocabulary included. */
export function countStatuses(library: Library): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { status, count } of library.statusTallies()) counts.set(status, (counts.get(status) ?? 0) + count);
  return counts;
}
