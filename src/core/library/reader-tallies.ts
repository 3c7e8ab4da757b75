import type { Readers, ReaderTally } from './library';

/** Counts works by how many papers cite them, have read and are reading, while they come and go: of hundreds of thousands few differ in that. */
export class ReaderTallies {
  /** By papers that cite them, then by those that are read; the counts by those that are being read. */
  private readonly counts = new Map<number, Map<number, number[]>>();

  add(work: Readers): void {
    this.change(work, 1);
  }

  /** A work that was added, with the same readers. */
  remove(work: Readers): void {
    this.change(work, -1);
  }

  /** Each at least 1: by papers that cite, then by those that are read, the most first. */
  list(): readonly ReaderTally[] {
    const tallies: ReaderTally[] = [];
    for (const [citedBy, byRead] of mostFirst(this.counts)) {
      for (const [readBy, byActive] of mostFirst(byRead)) {
        for (const [activeBy, count] of byActive.entries()) if (count > 0) tallies.push({ citedBy, readBy, activeBy, count });
      }
    }
    return tallies;
  }

  private change({ citedBy, readBy, activeBy }: Readers, by: 1 | -1): void {
    const byRead = this.counts.get(citedBy) ?? new Map<number, number[]>();
    this.counts.set(citedBy, byRead);
    const byActive = byRead.get(readBy) ?? [];
    byRead.set(readBy, byActive);
    while (byActive.length <= activeBy) byActive.push(0);
    byActive[activeBy] = (byActive[activeBy] ?? 0) + by;
  }
}

const mostFirst = <T>(counts: ReadonlyMap<number, T>): readonly (readonly [number, T])[] => (counts.size < 2 ? [...counts] : [...counts].sort(([a], [b]) => b - a));
