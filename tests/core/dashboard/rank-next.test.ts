import fc from 'fast-check';
import { rankNext, type Ranking, type RankingChoices } from '../../../src/core/dashboard/rank-next';
import type { NextCandidate } from '../../../src/core/dashboard/next-candidate';
import type { ScoreWeights } from '../../../src/core/dashboard/score-papers';
import type { Library } from '../../../src/core/library/library';
import { compareMissingWorks } from '../../../src/core/library/missing-works';
import { DEFAULT_SETTINGS } from '../../../src/settings/default-settings';
import { aLibrary, aMissingWork, aReference, type LibraryContents } from '../../support/a-library';
import { aPaper } from '../../support/a-paper';
import { finishSteps as finish } from '../../support/finish-steps';
import { listOf } from '../../support/list-of';
import { propertyRuns } from '../../support/property-runs';

const titles = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const NONE: ScoreWeights = { cited: 0, read: 0, active: 0, recent: 0, worldwide: 0 };

/** The ranking with all its candidates made. */
type WholeRanking = Ranking & { readonly candidates: readonly NextCandidate[] };

const asked = (library: Library, choices: Partial<RankingChoices> = {}): Ranking =>
  finish(rankNext(library, { weights: DEFAULT_SETTINGS.nextWeights, thisYear: 2026, titles, ...choices }));
const rank = (...question: Parameters<typeof asked>): WholeRanking => {
  const ranking = asked(...question);
  return { ...ranking, candidates: listOf(ranking.candidates) };
};
const titlesOf = (ranking: WholeRanking): readonly string[] => ranking.candidates.map((candidate) => candidate.paper.title);

const readOne = aPaper({ title: 'Read one', status: 'read' });
const readTwo = aPaper({ title: 'Read two', status: 'read' });
const reading = aPaper({ title: 'Reading', status: 'reading' });
const part2 = aPaper({ title: 'Part 2', year: 2020, numCitedBy: 10 });
const part10 = aPaper({ title: 'Part 10', year: 2020, numCitedBy: 10 });
const old = aPaper({ title: 'Old', year: 1990, numCitedBy: 400 });
const adam = aMissingWork('Adam', [readOne.path, reading.path, old.path], { readBy: 1, activeBy: 1 });

const contents: LibraryContents = {
  papers: [part10, part2, old, readOne, readTwo, reading, aPaper({ title: 'Given up', status: 'skipped' }), aPaper({ title: 'Elsewhere', status: 'on hold' })],
  citedBy: { [part2.path]: 3, [part10.path]: 3, [old.path]: 9, [readOne.path]: 50 },
  missing: [adam],
  hidden: [aMissingWork('et al', [readOne.path, readTwo.path], { hidden: 'debris' })],
  references: {
    [readOne.path]: [aReference({ target: old.path }), aReference({ target: old.path }), aReference({ missingKey: 'adam' }), aReference({ target: readOne.path })],
    [readTwo.path]: [aReference({ target: old.path }), aReference({ target: 'notes/no-paper.md' })],
    [reading.path]: [aReference({ target: old.path }), aReference({ missingKey: 'adam' }), aReference({ missingKey: 'adam' })],
    [part2.path]: [aReference({ target: part10.path })],
  },
};

describe('rankNext', () => {
  it('should rank queued papers and missing works alone, by what cites them', () => {
    const { candidates, scale } = rank(aLibrary(contents).library);
    expect(candidates.map(({ paper, facts }) => [paper.title, facts])).toEqual([
      ['Old', { citedBy: 9, readBy: 2, activeBy: 1, year: 1990, worldwide: 400 }],
      ['Adam', { citedBy: 3, readBy: 1, activeBy: 1, year: null, worldwide: null }],
      ['Part 2', { citedBy: 3, readBy: 0, activeBy: 0, year: 2020, worldwide: 10 }],
      ['Part 10', { citedBy: 3, readBy: 0, activeBy: 0, year: 2020, worldwide: 10 }],
    ]);
    expect(candidates.map((candidate) => candidate.work)).toEqual([null, adam, null, null]);
    // Measured against the whole library: marking one as read moves no other.
    expect(scale.mostCited).toBe(50);
  });

  it('should put the recent ones first where that alone counts, equal ones by their titles as a reader orders them', () => {
    expect(titlesOf(rank(aLibrary(contents).library, { weights: { ...NONE, recent: 1 } }))).toEqual(['Part 2', 'Part 10', 'Adam', 'Old']);
  });

  it('should count no paper among those that read it', () => {
    const papers = Array.from({ length: 6 }, (_, at) => aPaper({ path: `${String(at)}.md`, status: 'read' }));
    const references = Object.fromEntries(papers.map(({ path }) => [path, papers.map((paper) => aReference({ target: paper.path }))]));
    expect(rank(aLibrary({ papers, references }).library).scale.mostRead).toBe(5);
  });

  it('should put papers first where nothing tells them from works, by their titles', () => {
    const twin = aMissingWork('Old', ['x.md']);
    const papers = [part10, part2, { ...old, path: 'zz/old.md' }];
    const { candidates } = rank(aLibrary({ papers, missing: [twin, adam] }).library, { weights: NONE });
    expect(candidates.map((candidate) => [candidate.paper.title, candidate.score])).toEqual([['Old', 0], ['Part 2', 0], ['Part 10', 0]]);
  });

  it('should number papers and works together, and papers alone', () => {
    const works = [aMissingWork('B', ['x.md', 'y.md']), aMissingWork('C', ['x.md', 'y.md']), aMissingWork('A', ['x.md'])];
    const { candidates } = rank(aLibrary({ papers: [part10, part2], missing: works, citedBy: { [part2.path]: 2 } }).library, { weights: { ...NONE, cited: 1 } });
    expect(candidates.map(({ paper, rank: place, rankAmongPapers }) => [paper.title, place, rankAmongPapers])).toEqual([
      ['Part 2', 1, 1], ['B', 2, 2], ['C', 3, 2], ['A', 4, 2], ['Part 10', 5, 2],
    ]);
  });

  it('should keep works of one score as they rank among themselves, whatever else is known of them', () => {
    const works = ['A', 'B', 'C', 'D'].map((title, at) => aMissingWork(title, ['x.md'], { activeBy: at % 2 }));
    const { candidates } = rank(aLibrary({ papers: [part2], missing: works }).library, { weights: { ...NONE, cited: 1 } });
    expect(candidates.map(({ paper, facts }) => [paper.title, facts.activeBy])).toEqual([['A', 0], ['B', 1], ['C', 0], ['D', 1], ['Part 2', 0]]);
  });

  it('should leave out the works that come after the last paper', () => {
    const { candidates, papers } = rank(aLibrary({ ...contents, missing: [{ ...adam, citedBy: 4 }, aMissingWork('Zebra', ['x.md'])] }).library, { weights: { ...NONE, cited: 1 } });
    expect(candidates.map((candidate) => candidate.paper.title)).toEqual(['Old', 'Adam', 'Part 2', 'Part 10']);
    expect(listOf(papers)).toEqual(candidates.filter((candidate) => candidate.work === null));
    expect(rank(aLibrary({ papers: [readOne], missing: [adam] }).library)).toMatchObject({ candidates: [], papers: { length: 0 }, queued: [] });
  });

  it('should rank more papers of one score than a call can take arguments', () => {
    const papers = Array.from({ length: 130_000 }, (_, at) => ({ ...part2, path: `${String(999_999 - at)}.md` }));
    const readers = { citedBy: 0, readBy: 0, activeBy: 0 };
    const { papers: ranked } = asked({ ...aLibrary().library, papers: () => papers, readersAt: () => readers }, { weights: NONE });
    expect(ranked).toHaveLength(papers.length);
    expect([ranked.at(0)?.key, ranked.at(129_999)?.key]).toEqual(['870000.md', '999999.md']);
  });

  it('should have nothing to rank in an empty library', () => {
    expect(rank(aLibrary().library).candidates).toEqual([]);
  });

  const anyLibrary = fc
    .array(
      fc.record({
        title: fc.constantFrom('A', 'b', 'B 2', 'B 10', 'é'),
        status: fc.constantFrom('todo', 'reading', 'read', 'odd'),
        year: fc.option(fc.integer({ min: 2000, max: 2003 })),
        numCitedBy: fc.option(fc.nat(3)),
        cited: fc.nat(3),
        cites: fc.array(fc.nat(11), { maxLength: 4 }),
      }),
      { maxLength: 12 },
    )
    .map((notes) => {
      const papers = notes.map(({ title, status, year, numCitedBy }, at) => aPaper({ title, status, year, numCitedBy, path: `p${String(at)}.md` }));
      const works = [0, 1, 2].map((at) => aMissingWork(['A', 'b', 'B 10'][at] ?? '', ['p0.md', 'p1.md'].slice(at % 2), { key: `w${String(at)}` })).sort(compareMissingWorks);
      return {
        papers,
        missing: works,
        citedBy: Object.fromEntries(notes.map(({ cited }, at) => [`p${String(at)}.md`, cited])),
        references: Object.fromEntries(notes.map(({ cites }, at) => [`p${String(at)}.md`, cites.map((to) => aReference(to < 9 ? { target: `p${String(to)}.md` } : { missingKey: `w${String(to - 9)}` }))])),
      };
    });
  const weight = fc.nat(3);
  const anyWeights = fc.record({ cited: weight, read: weight, active: weight, recent: weight, worldwide: weight });

  it('should give one order, whatever order the papers come in', () => {
    fc.assert(
      fc.property(anyLibrary, anyWeights, (given, weights) => {
        const ranked = rank(aLibrary(given).library, { weights });
        const again = rank(aLibrary({ ...given, papers: [...given.papers].reverse() }).library, { weights });
        expect(again.candidates.map((candidate) => candidate.key)).toEqual(ranked.candidates.map((candidate) => candidate.key));
        const scores = ranked.candidates.map((candidate) => candidate.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        const queued = given.papers.filter((paper) => paper.statusKind === 'queued');
        expect(new Set(listOf(ranked.papers).map((candidate) => candidate.paper))).toEqual(new Set(queued));
        expect(ranked.queued).toEqual(queued);
        expect(ranked.candidates.map((candidate) => candidate.rank)).toEqual(ranked.candidates.map((_, at) => at + 1));
      }),
      propertyRuns(300),
    );
  });

  it('should tell the same candidate of a place every time, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(anyLibrary, anyWeights, fc.boolean(), (given, weights, isBackwards) => {
        const { candidates } = asked(aLibrary(given).library, { weights });
        const places = Array.from({ length: candidates.length }, (_, place) => place);
        const first = new Map((isBackwards ? [...places].reverse() : places).map((place) => [place, candidates.at(place)] as const));
        for (const place of places) {
          expect(candidates.at(place)).toBe(first.get(place));
          expect(first.get(place)?.rank).toBe(place + 1);
        }
        expect(candidates.at(candidates.length)).toBeUndefined();
      }),
      propertyRuns(300),
    );
  });
});
