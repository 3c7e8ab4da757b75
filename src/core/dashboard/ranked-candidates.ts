import { firstPlace } from '../first-place';
import type { MissingWork } from '../library';
import type { Paper } from '../paper';
import type { Sequence } from '../sequence';
import type { NextCandidate } from './rank-next';
import type { RankedWorks } from './rank-works';
import type { ScoreFacts } from './score-papers';

/** Before the key of a work: a line break is in no path. */
const WORK_MARK = 'work\n';

/** The key of the missing work that a candidate of this key is; null for that of a paper. */
export const readWorkCandidateKey = (key: string): string | null => (key.startsWith(WORK_MARK) ? key.slice(WORK_MARK.length) : null);

/** Ranked papers with the missing works among them. Of hundreds of thousands of works few are looked at, so a work's candidate is made then. */
export class RankedCandidates implements Sequence<NextCandidate> {
  private readonly made: (NextCandidate | undefined)[] = [];

  /**
   * The papers hold their ranks among all; the works are in the places that are left, in their order. What comes after the last paper is
   * no candidate.
   */
  constructor(
    private readonly papers: readonly NextCandidate[],
    private readonly works: RankedWorks,
  ) {}

  get length(): number {
    return this.papers.at(-1)?.rank ?? 0;
  }

  at(place: number): NextCandidate | undefined {
    if (place >= this.length) return undefined;
    const before = firstPlace(this.papers.length, (at) => (this.papers[at]?.rank ?? 0) > place);
    return this.candidate(place, before);
  }

  *[Symbol.iterator](): Generator<NextCandidate, void, undefined> {
    let before = 0;
    for (let place = 0; place < this.length; place += 1) {
      const candidate = this.candidate(place, before);
      if (candidate === undefined) return;
      if (candidate.work === null) before += 1;
      yield candidate;
    }
  }

  /** The candidate at a place that has so many papers before it. */
  private candidate(place: number, papersBefore: number): NextCandidate | undefined {
    const paper = this.papers[papersBefore];
    return paper?.rank === place + 1 ? paper : (this.made[place - papersBefore] ??= this.make(place, papersBefore));
  }

  private make(place: number, papersBefore: number): NextCandidate | undefined {
    const { works, known, knownOf, scores, order } = this.works;
    const at = order[place - papersBefore] ?? 0;
    const work = works[at];
    const facts = known[knownOf[at] ?? 0];
    if (work === undefined || facts === undefined) return undefined;
    return new WorkCandidate(work, facts, scores[knownOf[at] ?? 0] ?? 0, place + 1, papersBefore + 1);
  }
}

class WorkCandidate implements NextCandidate {
  private standIn: Paper | null = null;

  constructor(
    readonly work: MissingWork,
    readonly facts: ScoreFacts,
    readonly score: number,
    readonly rank: number,
    readonly rankAmongPapers: number,
  ) {}

  get key(): string {
    return `${WORK_MARK}${this.work.key}`;
  }

  get paper(): Paper {
    return (this.standIn ??= asPaper(this.work));
  }
}

function asPaper({ title }: MissingWork): Paper {
  return {
    path: '', title, titleKey: '', authors: [], year: null, venue: null, tags: [], metaKey: null, aliases: [], status: '', statusKind: null,
    readDate: null, numCitedBy: null, pdf: null, urls: [], ids: [],
  };
}
