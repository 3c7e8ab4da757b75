import type { Paper } from '../papers/paper';
import type { Sequence } from '../collections/sequence';
import type { NextCandidate } from './next-candidate';
import type { ScoreFacts } from './score-facts';

/** Papers in some order, and what their scores are made of, by their places in it. */
export interface ScoredPapers {
  readonly papers: readonly Paper[];
  readonly facts: (place: number) => ScoreFacts;
  readonly score: (place: number) => number;
}

/** Papers in the order of their scores. Of tens of thousands few are looked at, so a paper's candidate is made then. */
export class RankedPapers implements Sequence<NextCandidate> {
  private readonly made: (NextCandidate | undefined)[] = [];

  /** `order` tells the places of the scored papers, the best first; `ranks` those among all candidates, from 1, in that order. */
  constructor(
    readonly scored: ScoredPapers,
    readonly order: readonly number[],
    private readonly ranks: readonly number[],
  ) {}

  get length(): number {
    return this.ranks.length;
  }

  /** The place of a paper among all candidates, from 1; 0 where there is no such paper. */
  rank(place: number): number {
    return this.ranks[place] ?? 0;
  }

  /** How many missing works stand before it. */
  worksBefore(place: number): number {
    return this.rank(place) - place - 1;
  }

  at(place: number): NextCandidate | undefined {
    return (this.made[place] ??= this.make(place));
  }

  private make(place: number): NextCandidate | undefined {
    const { papers, facts, score } = this.scored;
    const from = this.order[place] ?? papers.length;
    const paper = papers[from];
    return paper && { key: paper.path, paper, work: null, facts: facts(from), score: score(from), rank: this.rank(place), rankAmongPapers: place + 1 };
  }
}
