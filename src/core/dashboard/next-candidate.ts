import type { MissingWork } from '../library/library';
import type { Paper } from '../papers/paper';
import type { ScoreFacts } from './score-facts';

/** What could be read next: a queued paper, or a missing work, which has no note yet. */
export interface NextCandidate {
  /** Unique among all candidates, and the same as long as the paper or work is. */
  readonly key: string;
  /** For a missing work what is known of it as a paper: its title and no more. Its path leads nowhere. */
  readonly paper: Paper;
  /** Null for a queued paper. */
  readonly work: MissingWork | null;
  readonly facts: ScoreFacts;
  /** From 0 to 1. */
  readonly score: number;
  /** Place in the ranking, from 1, and the place among the papers alone; that of a work is the one of the paper after it. */
  readonly rank: number;
  readonly rankAmongPapers: number;
}
