import type { Paper } from '../papers/paper';
import type { StatusKind } from '../papers/status-vocabulary';

/** How many papers have a status, of one kind; at least one. */
export interface StatusTally {
  readonly status: string;
  readonly statusKind: StatusKind | null;
  readonly count: number;
}

type Counted = Pick<Paper, 'status' | 'statusKind'>;

/** Counts papers by status while they come and go, so that no view has to look at all of them for it. */
export class StatusTallies {
  private readonly byKind = new Map<StatusKind | null, Map<string, number>>();

  add(paper: Counted): void {
    this.change(paper, 1);
  }

  /** A paper that was added, with the same status. */
  remove(paper: Counted): void {
    this.change(paper, -1);
  }

  /** In no order. */
  list(): readonly StatusTally[] {
    return [...this.byKind].flatMap(([statusKind, counts]) => [...counts].map(([status, count]) => ({ status, statusKind, count })));
  }

  private change({ status, statusKind }: Counted, by: 1 | -1): void {
    const counts = this.byKind.get(statusKind) ?? new Map<string, number>();
    this.byKind.set(statusKind, counts);
    const count = (counts.get(status) ?? 0) + by;
    if (count === 0) counts.delete(status);
    else counts.set(status, count);
  }
}
