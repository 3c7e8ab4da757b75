import { firstPlace } from '../collections/first-place';
import type { MissingWork } from '../library/library';
import type { Paper } from '../papers/paper';
import type { Sequence } from '../collections/sequence';
import type { NextCandidate } from './next-candidate';
import type { RankedPapers } from './ranked-papers';
import type { RankedWork, RankedWorks } from './ranked-works';
import type { ScoreFacts } from './score-facts';

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
    private readonly papers: RankedPapers,
    private readonly works: RankedWorks,
  ) {}

  get length(): number {
    return this.papers.rank(this.papers.length - 1);
  }

  at(place: number): NextCandidate | undefined {
    if (place >= this.length) return undefined;
    const before = firstPlace(this.papers.length, (at) => this.papers.rank(at) > place);
    return this.papers.rank(before) === place + 1 ? this.papers.at(before) : (this.made[place - before] ??= this.make(place, before));
  }

  private make(place: number, papersBefore: number): NextCandidate | undefined {
    const ranked = this.works.at(place - papersBefore);
    return ranked && new WorkCandidate(ranked, place + 1, papersBefore + 1);
  }
}

class WorkCandidate implements NextCandidate {
  readonly work: MissingWork;
  readonly facts: ScoreFacts;
  readonly score: number;
  private standIn: Paper | null = null;

  constructor(
    ranked: RankedWork,
    readonly rank: number,
    readonly rankAmongPapers: number,
  ) {
    this.work = ranked.work;
    this.facts = ranked.facts;
    this.score = ranked.score;
  }

  get key(): string {
    return `${WORK_MARK}${this.work.key}`;
  }

  get paper(): Paper {
    return (this.standIn ??= asPaper(this.work));
  }
}

/** What a missing work is as a paper: its title, and nothing else. */
export function asPaper({ title }: Pick<MissingWork, 'title'>): Paper {
  return {
    path: '', title, titleKey: '', authors: [], year: null, venue: null, tags: [], metaKey: null, aliases: [], status: '', statusKind: null,
    readDate: null, numCitedBy: null, pdf: null, urls: [], ids: [],
  };
}
