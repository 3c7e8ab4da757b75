import type { StatusTally } from '../library/status-tallies';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import { findStatusLook, statusLooks, type StatusLook } from './status-look';

/** Papers of one status; `share` of all papers, from 0 to 1. */
export interface StatusCount extends StatusLook {
  readonly count: number;
  readonly share: number;
}

/** Where one stands: `read` counts the papers with a status of kind done; `percent` is whole, 100 only when all are read. */
export interface StatusCounts {
  readonly total: number;
  readonly read: number;
  readonly percent: number;
  readonly statuses: readonly StatusCount[];
}

/**
 * Counts papers a status: every status of the vocabulary in its order, also those without papers, then the values
 * outside it, the most frequent first.
 */
export function sumTallies(tallies: readonly StatusTally[], vocabulary: StatusVocabulary): StatusCounts {
  const counts = new Map<string, number>();
  let read = 0;
  let total = 0;
  for (const { status, statusKind, count } of tallies) {
    counts.set(status, (counts.get(status) ?? 0) + count);
    if (statusKind === 'done') read += count;
    total += count;
  }
  const looks = statusLooks(vocabulary);
  const known = new Set(looks.map((look) => look.value));
  const outside = [...counts.entries()]
    .filter(([value]) => !known.has(value))
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([value]) => findStatusLook(looks, value));
  return {
    total,
    read,
    percent: total === 0 ? 0 : Math.floor((read / total) * 100),
    statuses: [...looks, ...outside].map((look) => {
      const count = counts.get(look.value) ?? 0;
      return { ...look, count, share: total === 0 ? 0 : count / total };
    }),
  };
}
