import type { Library, MissingWork } from '../library';
import type { Paper } from '../paper';
import { forEachInSteps, sortInSteps, type Steps } from '../steps';
import type { TextOrder } from '../text-order';
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
  readonly candidates: readonly NextCandidate[];
  /** The papers of these, in the same order. */
  readonly papers: readonly NextCandidate[];
  readonly scale: ScoreScale;
}

/** Before the key of a work: a line break is in no path. */
const WORK_MARK = 'work\n';

/** The key of the missing work that a candidate of this key is; null for that of a paper. */
export const readWorkCandidateKey = (key: string): string | null => (key.startsWith(WORK_MARK) ? key.slice(WORK_MARK.length) : null);

/** Papers placed between two places where the work may pause. */
const PAPERS_A_STEP = 256;

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
  const queued: ScoredPaper[] = [];
  yield* forEachInSteps(library.papers(), (paper) => {
    const { citedBy, readBy, activeBy } = library.readers(paper.path);
    const facts = { citedBy, readBy, activeBy, year: paper.year, worldwide: paper.numCitedBy };
    all.push(facts);
    if (paper.statusKind === 'queued') queued.push({ paper, facts, score: 0 });
  });
  const alike = yield* gatherAlike(library.missing());
  for (const { facts } of alike) all.push(facts);
  const scale = yield* measureScale(all, queued.map(({ facts }) => facts), thisYear);
  yield* forEachInSteps(queued, (each) => {
    each.score = scoreOf(each.facts, scale, weights);
  });
  const papers = yield* sortInSteps(
    queued,
    (a, b) => b.score - a.score || titles.compare(a.paper.title, b.paper.title) || (a.paper.path < b.paper.path ? -1 : 1),
  );
  for (const works of alike) works.score = scoreOf(works.facts, scale, weights);
  return { ...(yield* placeAll(papers, yield* byScore(alike))), scale };
}

interface ScoredPaper {
  readonly paper: Paper;
  readonly facts: ScoreFacts;
  score: number;
}

/** Works of which the same is known, as they rank among themselves: they have one score. */
interface AlikeWorks {
  readonly facts: ScoreFacts;
  score: number;
  readonly works: WorkCandidate[];
}

/** A missing work. There are hundreds of thousands, so what is shown of one is made when it is asked for. */
class WorkCandidate implements NextCandidate {
  rank = 0;
  rankAmongPapers = 0;
  private standIn: Paper | null = null;

  constructor(
    readonly work: MissingWork,
    /** Among all of them. */
    readonly place: number,
    private readonly alike: AlikeWorks,
  ) {}

  get key(): string {
    return `${WORK_MARK}${this.work.key}`;
  }

  get paper(): Paper {
    return (this.standIn ??= asPaper(this.work));
  }

  get facts(): ScoreFacts {
    return this.alike.facts;
  }

  get score(): number {
    return this.alike.score;
  }
}

/** Of nearly all missing works one of a few things is known, so that most of what ranking costs is due for those alone. */
function* gatherAlike(missing: readonly MissingWork[]): Steps<readonly AlikeWorks[]> {
  const known = new Map<string, AlikeWorks>();
  let last: AlikeWorks | null = null;
  yield* forEachInSteps(missing, (work, place) => {
    const { citedBy, readBy, activeBy } = work;
    let alike = last;
    if (alike?.facts.citedBy !== citedBy || alike.facts.readBy !== readBy || alike.facts.activeBy !== activeBy) {
      const name = `${String(citedBy)} ${String(readBy)} ${String(activeBy)}`;
      alike = known.get(name) ?? { facts: { citedBy, readBy, activeBy, year: null, worldwide: null }, score: 0, works: [] };
      known.set(name, alike);
      last = alike;
    }
    alike.works.push(new WorkCandidate(work, place, alike));
  });
  return [...known.values()];
}

/** Works by their score, the highest first. */
function* byScore(alike: readonly AlikeWorks[]): Steps<readonly (readonly WorkCandidate[])[]> {
  const scored = new Map<number, WorkCandidate[][]>();
  for (const { score, works } of alike) scored.set(score, [...(scored.get(score) ?? []), works]);
  const sorted: (readonly WorkCandidate[])[] = [];
  for (const [, groups] of [...scored].sort(([a], [b]) => b - a)) {
    sorted.push(groups.length === 1 ? (groups[0] ?? []) : yield* sortInSteps(groups.flat(), (a, b) => a.place - b.place));
  }
  return sorted;
}

/** Numbers the papers, and before each of them the works whose score is higher than its own. Both come sorted by their scores. */
function* placeAll(queued: readonly ScoredPaper[], works: readonly (readonly WorkCandidate[])[]): Steps<Pick<Ranking, 'candidates' | 'papers'>> {
  const candidates: NextCandidate[] = [];
  const papers: NextCandidate[] = [];
  let next = 0;
  let count = 0;
  for (const { paper, facts, score } of queued) {
    for (let group = works[next]; (group?.[0]?.score ?? -1) > score; group = works[next]) {
      next += 1;
      yield* forEachInSteps(group ?? [], (work) => {
        candidates.push(work);
        work.rank = candidates.length;
        work.rankAmongPapers = papers.length + 1;
      });
    }
    const candidate = { key: paper.path, paper, work: null, facts, score, rank: candidates.length + 1, rankAmongPapers: papers.length + 1 };
    candidates.push(candidate);
    papers.push(candidate);
    if (++count % PAPERS_A_STEP === 0) yield;
  }
  return { candidates, papers };
}

function asPaper({ title }: MissingWork): Paper {
  return {
    path: '', title, titleKey: '', authors: [], year: null, venue: null, tags: [], metaKey: null, aliases: [], status: '', statusKind: null,
    readDate: null, numCitedBy: null, pdf: null, urls: [], ids: [],
  };
}
