import { firstPlace } from '../first-place';
import type { Library, MissingWork } from '../library';
import type { Paper } from '../paper';
import type { Sequence } from '../sequence';
import { forEachInSteps, sortInSteps, type Steps } from '../steps';
import type { TextOrder } from '../text-order';
import { zeros } from '../zeros';
import { gatherWorkFacts, rankWorks, type RankedWorks } from './rank-works';
import { RankedCandidates } from './ranked-candidates';
import { measureScale, scoreOf, type ScoreFacts, type ScoreScale, type ScoreWeights } from './score-papers';

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

/** What to read next, and what the scores were measured against. */
export interface Ranking {
  /** The best first: the queued papers, and the missing works that rank among them. Works that come after the last paper do not. */
  readonly candidates: Sequence<NextCandidate>;
  /** The papers of these, in the same order. */
  readonly papers: readonly NextCandidate[];
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
  const all: ScoreFacts[] = [];
  const queued: PaperCandidate[] = [];
  yield* forEachInSteps(library.papers(), (paper, place) => {
    const { citedBy, readBy, activeBy } = library.readersAt(place);
    const facts = { citedBy, readBy, activeBy, year: paper.year, worldwide: paper.numCitedBy };
    all.push(facts);
    if (paper.statusKind === 'queued') queued.push(new PaperCandidate(paper, facts));
  });
  const works = yield* gatherWorkFacts(library.missing());
  for (const facts of works.known) all.push(facts);
  const scale = yield* measureScale(all, queued.map(({ facts }) => facts), thisYear);
  yield* forEachInSteps(queued, (each) => {
    each.score = scoreOf(each.facts, scale, weights);
  });
  const sorted = yield* sortByScore(queued, (a, b) => titles.compare(a.paper.title, b.paper.title) || (a.paper.path < b.paper.path ? -1 : 1));
  const ranked = yield* rankWorks(works, works.known.map((facts) => scoreOf(facts, scale, weights)));
  yield* numberAmong(sorted, ranked);
  return { candidates: new RankedCandidates(sorted, ranked), papers: sorted, scale };
}

/** A queued paper. Its score and places are found out one after the other, for tens of thousands of papers. */
class PaperCandidate implements NextCandidate {
  score = 0;
  rank = 0;
  rankAmongPapers = 0;

  constructor(
    readonly paper: Paper,
    readonly facts: ScoreFacts,
  ) {}

  get key(): string {
    return this.paper.path;
  }

  get work(): null {
    return null;
  }
}

/**
 * Papers by their score, the highest first, equal ones in the order of `compare`. The engine sorts bare numbers in a few milliseconds
 * where papers take a frame or more; few scores are equal.
 */
function* sortByScore(papers: readonly PaperCandidate[], compare: (a: PaperCandidate, b: PaperCandidate) => number): Steps<readonly PaperCandidate[]> {
  const count = papers.length;
  const scores = Float64Array.from(papers, ({ score }) => -score).sort();
  const taken = zeros(count);
  const sorted = [...papers];
  yield* forEachInSteps(papers, (paper) => {
    const first = firstPlace(count, (place) => (scores[place] ?? 0) >= -paper.score);
    const among = taken[first] ?? 0;
    sorted[first + among] = paper;
    taken[first] = among + 1;
  });
  for (let from = 0; from < count; from += Math.max(1, taken[from] ?? 0)) {
    const equal = taken[from] ?? 0;
    if (equal < 2) continue;
    yield* forEachInSteps(yield* sortInSteps(sorted.slice(from, from + equal), compare), (paper, at) => {
      sorted[from + at] = paper;
    });
  }
  return sorted;
}

/** Numbers the papers, leaving room before each of them for the works whose score is higher than its own. */
function* numberAmong(queued: readonly PaperCandidate[], { levels, order }: RankedWorks): Steps<void> {
  let level = 0;
  yield* forEachInSteps(queued, (candidate, place) => {
    while ((levels[level]?.score ?? -1) > candidate.score) level += 1;
    const worksBefore = levels[level]?.from ?? order.length;
    candidate.rankAmongPapers = place + 1;
    candidate.rank = worksBefore + candidate.rankAmongPapers;
  });
}
