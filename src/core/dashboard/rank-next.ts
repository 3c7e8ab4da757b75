import type { Library } from '../library/library';
import type { Paper } from '../papers/paper';
import type { Sequence } from '../collections/sequence';
import { forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import type { TextOrder } from '../collections/text-order';
import type { NextCandidate } from './next-candidate';
import { RankedWorks } from './ranked-works';
import { RankedCandidates } from './ranked-candidates';
import { RankedPapers } from './ranked-papers';
import { ScoreFactColumns } from './score-facts';
import { measureScale, scorer, type ScoreScale, type ScoreWeights } from './score-papers';
import { sortByScore } from './sort-by-score';

/** What to read next, and what the scores were measured against. */
export interface Ranking {
  /** The best first: the queued papers, and the missing works that rank among them. Works that come after the last paper do not. */
  readonly candidates: Sequence<NextCandidate>;
  /** The papers of these, in the same order. */
  readonly papers: RankedPapers;
  /** The missing works, in the order of their scores. */
  readonly works: RankedWorks;
  /** The queued papers in the order of their paths. */
  readonly queued: readonly Paper[];
  readonly scale: ScoreScale;
}

export interface RankingChoices {
  readonly weights: ScoreWeights;
  readonly thisYear: number;
  readonly titles: TextOrder;
}

/**
 * Ranks the queued papers, and the missing works that are not hidden, by their score. Of equal scores papers come first, in the order
 * of their titles, then works, as they rank among themselves. Yields now and then, so that a library of any size can be ranked in
 * slices; it should stay the same all the while.
 */
export function* rankNext(library: Library, { weights, thisYear, titles }: RankingChoices): Steps<Ranking> {
  const papers = library.papers();
  // At one time: the works that are counted are those that are ranked.
  const [missing, tallies] = [library.missing(), library.missingTallies()];
  const facts = new ScoreFactColumns(papers.length + tallies.length);
  const queued: Paper[] = [];
  const places: number[] = [];
  yield* forEachInSteps(papers, (paper, place) => {
    facts.set(place, library.readersAt(place), paper.year, paper.numCitedBy);
    if (paper.statusKind !== 'queued') return;
    queued.push(paper);
    places.push(place);
  });
  for (const [at, tally] of tallies.entries()) facts.set(papers.length + at, tally, null, null);
  const scale = yield* measureScale(facts, places, thisYear);
  const scoreOf = scorer(scale, weights);
  const scores = yield* mapInSteps(places, (place) => scoreOf(facts.at(place)));
  const order = yield* sortByScore(scores, (a, b) => comparePapers(queued[a], queued[b], titles));
  const works = yield* RankedWorks.rank(missing, tallies, scoreOf);
  const scored = { papers: queued, facts: (at: number) => facts.at(places[at] ?? 0), score: (at: number) => scores[at] ?? 0 };
  const ranked = new RankedPapers(scored, order, works.ranksOfPapers(scores, order));
  return { candidates: new RankedCandidates(ranked, works), papers: ranked, works, queued, scale };
}

function comparePapers(a: Paper | undefined, b: Paper | undefined, titles: TextOrder): number {
  return a === undefined || b === undefined ? 0 : titles.compare(a.title, b.title) || (a.path < b.path ? -1 : 1);
}
