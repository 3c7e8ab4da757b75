import type { Paper } from './paper';

/** That a paper was read: its done status, and the day (`yyyy-MM-dd`) where the note says it. */
export interface Reading {
  readonly path: string;
  readonly status: string;
  readonly day: string | null;
}

/** Remembers which papers were read, so that it can be told when their notes no longer say so. */
export class ReadingMemory {
  private readonly readings = new Map<string, Reading>();

  clear(): void {
    this.readings.clear();
  }

  /** Takes in what the note says now. A note that is gone is not forgotten: it may be about to be written anew. */
  remember({ path, status, statusKind, readDate }: Paper): void {
    if (statusKind === 'done') this.readings.set(path, { path, status, day: readDate });
    else this.readings.delete(path);
  }

  /** The note has another path now. What was known under that one was another note's. */
  rename(from: string, to: string): void {
    const reading = this.readings.get(from);
    this.readings.delete(from);
    if (reading) this.readings.set(to, { ...reading, path: to });
    else this.readings.delete(to);
  }

  /** Remembers, and tells the reading that got lost since: the paper waits to be read again, and says no day. Null where nothing did. */
  takeLoss(paper: Paper): Reading | null {
    const before = this.readings.get(paper.path);
    this.remember(paper);
    return before !== undefined && paper.statusKind === 'queued' && paper.readDate === null ? before : null;
  }
}
