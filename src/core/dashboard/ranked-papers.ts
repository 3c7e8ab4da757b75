import type { Paper } from '../paper';
import type { Sequence } from '../sequence';
import type { NextCandidate } from './rank-next';
import type { ScoreFacts } from './score-facts';

/** A queued paper, and what its score is made of. */
interface ScoredPaper {
  readonly paper: Paper;
  readonly facts: ScoreFacts;
  readonly score: number;
}

/** Queued papers in the order of their scores. Of tens of thousands few are looked at, so a paper's candidate is made then. */
export class RankedPapers implements Sequence<NextCandidate> {
  private readonly made: (NextCandidate | undefined)[] = [];

  /** `ranks` are their places among all candidates, from 1; `paperAt` tells the paper in a place among them alone, from 0. */
  constructor(
    private readonly ranks: readonly number[],
    private readonly paperAt: (place: number) => ScoredPaper | undefined,
  ) {}

  get length(): number {
    return this.ranks.length;
  }

  /** The place of a paper among all candidates, from 1; 0 where there is no such paper. */
  rank(place: number): number {
    return this.ranks[place] ?? 0;
  }

  at(place: number): NextCandidate | undefined {
    return (this.made[place] ??= this.make(place));
  }

  *[Symbol.iterator](): Generator<NextCandidate, void, undefined> {
    for (let place = 0; place < this.length; place += 1) {
      const candidate = this.at(place);
      if (candidate !== undefined) yield candidate;
    }
  }

  private make(place: number): NextCandidate | undefined {
    const scored = this.paperAt(place);
    return scored && { key: scored.paper.path, work: null, ...scored, rank: this.rank(place), rankAmongPapers: place + 1 };
  }
}
