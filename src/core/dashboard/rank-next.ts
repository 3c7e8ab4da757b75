import type { Library, MissingWork } from '../library';
import type { Paper } from '../paper';
import { forEachInSteps, mapInSteps, sortInSteps, type Steps } from '../steps';
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

export interface RankingChoices {
  readonly weights: ScoreWeights;
  readonly thisYear: number;
  readonly compareTitles: (a: string, b: string) => number;
  /** An earlier ranking, which makes the next one cheaper; null for none. */
  readonly previous: Ranking | null;
}

/**
 * Ranks the queued papers, and the missing works that are not hidden, by their score. Equal scores stand in the order of titles, a paper
 * before a work. Yields now and then, so that a library of any size can be ranked in slices; it should stay the same all the while.
 */
export function* rankNext(library: Library, choices: RankingChoices): Steps<Ranking> {
  const { weights, thisYear, compareTitles, previous } = choices;
  const readers = yield* countReaders(library);
  const unscored: Unscored[] = [];
  const all: ScoreFacts[] = [];
  const queued: ScoreFacts[] = [];
  yield* forEachInSteps(library.papers(), (paper) => {
    const { readBy, activeBy } = readers.ofPaper(paper.path);
    const facts = { citedBy: library.citedByCount(paper.path), readBy, activeBy, year: paper.year, worldwide: paper.numCitedBy };
    all.push(facts);
    if (paper.statusKind !== 'queued') return;
    queued.push(facts);
    unscored.push({ key: paper.path, paper, work: null, facts });
  });
  yield* forEachInSteps(library.missing(), (work) => {
    const facts = { citedBy: work.citedBy, readBy: work.readBy, activeBy: readers.ofWork(work.key).activeBy, year: null, worldwide: null };
    all.push(facts);
    // A line break is in no path.
    unscored.push({ key: `work\n${work.key}`, paper: asPaper(work), work, facts });
  });
  const scale = yield* measureScale(all, queued, thisYear);
  const scored = yield* mapInSteps(unscored, (each): Unranked => ({ ...each, score: scoreOf(each.facts, scale, weights) }));
  const begun = previous === null ? scored : yield* inOrderOf(previous.candidates, scored);
  const sorted = yield* sortInSteps(
    begun,
    (a, b) => b.score - a.score || compareTitles(a.paper.title, b.paper.title) || Number(a.work !== null) - Number(b.work !== null) || (a.key < b.key ? -1 : 1),
  );
  return { ...(yield* numberCandidates(sorted)), scale };
}

function* numberCandidates(sorted: readonly Unranked[]): Steps<Pick<Ranking, 'candidates' | 'papers'>> {
  let count = sorted.length;
  while (count > 0 && sorted[count - 1]?.work !== null) count -= 1;
  const candidates: NextCandidate[] = [];
  const papers: NextCandidate[] = [];
  yield* forEachInSteps(sorted.slice(0, count), (each) => {
    const candidate = { ...each, rank: candidates.length + 1, rankAmongPapers: papers.length + 1 };
    candidates.push(candidate);
    if (each.work === null) papers.push(candidate);
  });
  return { candidates, papers };
}

/** The candidates as they were ordered before, where they were, and then the others: most stay where they are. */
function* inOrderOf(before: readonly NextCandidate[], now: readonly Unranked[]): Steps<readonly Unranked[]> {
  const left = new Map<string, Unranked>();
  yield* forEachInSteps(now, (candidate) => left.set(candidate.key, candidate));
  const ordered: Unranked[] = [];
  yield* forEachInSteps(before, ({ key }) => {
    const candidate = left.get(key);
    if (candidate === undefined) return;
    left.delete(key);
    ordered.push(candidate);
  });
  for (const candidate of left.values()) ordered.push(candidate);
  return ordered;
}

type Unranked = Omit<NextCandidate, 'rank' | 'rankAmongPapers'>;
type Unscored = Omit<Unranked, 'score'>;

/** How many of the papers that cite a paper or work are read, and being read. */
interface Readers {
  readBy: number;
  activeBy: number;
  /** The paper counted last: one that cites twice counts once. */
  last: string;
}

const NO_READERS: Readonly<Readers> = { readBy: 0, activeBy: 0, last: '' };

interface ReaderCounts {
  ofPaper(path: string): Readonly<Readers>;
  ofWork(key: string): Readonly<Readers>;
}

/** Goes through the references of what is read or being read, which is less than to ask of every paper who cites it. */
function* countReaders(library: Library): Steps<ReaderCounts> {
  const papers = new Map<string, Readers>();
  const works = new Map<string, Readers>();
  yield* forEachInSteps(library.papers(), ({ path, statusKind }) => {
    if (statusKind !== 'done' && statusKind !== 'active') return;
    for (const { target, missingKey } of library.references(path) ?? []) {
      const key = target ?? missingKey;
      if (key === null || target === path) continue;
      const counts = target === null ? works : papers;
      const readers = counts.get(key) ?? { ...NO_READERS };
      if (readers.last === path) continue;
      readers.last = path;
      if (statusKind === 'done') readers.readBy += 1;
      else readers.activeBy += 1;
      counts.set(key, readers);
    }
  });
  return { ofPaper: (path) => papers.get(path) ?? NO_READERS, ofWork: (key) => works.get(key) ?? NO_READERS };
}

function asPaper({ key, title }: MissingWork): Paper {
  return {
    path: key, title, titleKey: '', authors: [], year: null, venue: null, tags: [], metaKey: null, aliases: [], status: '', statusKind: null,
    readDate: null, numCitedBy: null, pdf: null, urls: [], ids: [],
  };
}
