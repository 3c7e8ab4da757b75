import fc from 'fast-check';
import { NO_FILTERS, type TableFilters } from '../../../src/core/dashboard/dashboard-state';
import { paperFilter } from '../../../src/core/dashboard/filter-values';
import { paperMatcher } from '../../../src/core/dashboard/paper-search';
import { rankNext, type Ranking } from '../../../src/core/dashboard/rank-next';
import type { NextCandidate } from '../../../src/core/dashboard/next-candidate';
import { RankingSearch, type ShownCandidates } from '../../../src/core/dashboard/ranking-search';
import { createSearchTexts } from '../../../src/core/dashboard/search-text';
import { compareMissingWorks } from '../../../src/core/library/missing-works';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { DEFAULT_SETTINGS } from '../../../src/settings/default-settings';
import { aLibrary, aMissingWork, type LibraryContents } from '../../support/a-library';
import { aPaper } from '../../support/a-paper';
import { finishSteps as finish } from '../../support/finish-steps';
import { listOf } from '../../support/list-of';
import { propertyRuns } from '../../support/property-runs';

const rank = (contents: LibraryContents, weights = DEFAULT_SETTINGS.nextWeights): Ranking =>
  finish(rankNext(aLibrary(contents).library, { weights, thisYear: 2026, titles: new Intl.Collator('en') }));

const find = (ranking: Ranking, search: string, filters: Partial<TableFilters> = {}, withWorks = true, finder = new RankingSearch(createSearchTexts())): ShownCandidates =>
  finish(finder.find(ranking, { search, filters: { ...NO_FILTERS, ...filters }, statuses: DEFAULT_STATUSES, withWorks }));

const alpha = aPaper({ title: 'Alpha', year: 2020, tags: ['paper', 'nlp'] });
const beta = aPaper({ title: 'Beta', year: 2010 });
const others = [aPaper({ title: 'Done', status: 'read' }), aPaper({ title: 'Doing', status: 'reading' })];
const often = aMissingWork('Often', ['x.md', ...[beta, ...others].map(({ path }) => path)]);
const { cited, read } = DEFAULT_SETTINGS.nextWeights;
const ranking = rank(
  { papers: [alpha, beta, ...others], missing: [often], citedBy: { [alpha.path]: 3, [beta.path]: 2 } },
  { cited, read, active: 0, recent: 0, worldwide: 0 },
);

describe('a search in a ranking', () => {
  it.each<[string, Partial<TableFilters>, readonly string[]]>([
    ['', {}, ['1 Often', '2 Alpha', '3 Beta']],
    [' ', {}, ['1 Often', '2 Alpha', '3 Beta']],
    ['alpha', {}, ['2 Alpha']],
    ['OFT', {}, ['1 Often']],
    ['title:te', {}, ['1 Often']],
    ['cited:>3', {}, ['1 Often']],
    ['-alpha', {}, ['1 Often', '3 Beta']],
    ['-often', {}, ['2 Alpha', '3 Beta']],
    ['-cited:>3', {}, ['2 Alpha', '3 Beta']],
    ['year:>2015', {}, ['2 Alpha']],
    ['-year:>2015', {}, ['1 Often', '3 Beta']],
    ['', { tag: ['nlp'] }, ['2 Alpha']],
    ['', { year: [''] }, ['1 Often']],
    ['beta', { year: [''] }, []],
  ])('should keep the ranks of what %j and %j let through', (search, filters, names) => {
    const { shown, papers } = find(ranking, search, filters);
    expect(listOf(shown).map(({ rank: place, paper }) => `${String(place)} ${paper.title}`)).toEqual(names);
    expect(papers).toBe(names.filter((name) => !name.endsWith('Often')).length);
  });

  it('should show all as they are where nothing narrows them, and the papers alone without the works', () => {
    expect(find(ranking, '').shown).toBe(ranking.candidates);
    expect(find(ranking, '', {}, false)).toEqual({ shown: ranking.papers, papers: 2 });
    expect(listOf(find(ranking, 'a', {}, false).shown).map(({ paper }) => paper.title)).toEqual(['Alpha', 'Beta']);
  });

  const titles = ['Deep Learning', 'deep parsing', 'A Survey', 'Éclair', 'deep\nend', 'B 10'];
  const title = fc.constantFrom(...titles);
  const someLibrary = fc
    .record({
      notes: fc.array(fc.record({ title, status: fc.constantFrom('todo', 'todo', 'read', 'reading'), year: fc.option(fc.integer({ min: 2000, max: 2002 })), by: fc.nat(4) }), { maxLength: 12 }),
      works: fc.array(fc.record({ title, citedBy: fc.integer({ min: 1, max: 4 }), readBy: fc.nat(1), activeBy: fc.nat(1) }), { maxLength: 20 }),
    })
    .map(({ notes, works }) => ({
      papers: notes.map(({ title: named, status, year }, at) => aPaper({ title: named, status, year, path: `${String(at).padStart(2, '0')}.md` })),
      citedBy: Object.fromEntries(notes.map(({ by }, at) => [`${String(at).padStart(2, '0')}.md`, by])),
      missing: works.map(({ title: named, ...readers }, at) => aMissingWork(named, [], { ...readers, key: `w${String(at)}` })).sort(compareMissingWorks),
    }));
  const term = fc.constantFrom('deep', '-deep', 'DEEP', 'ec', 'learn', 'title:deep', '-title:survey', 'cited:>1', 'cited:2', '-cited:1', 'year:2001', '-year:2001', 'status:todo', 'tag:paper', '-tag:paper', 'author:a', '"deep learning"');
  const search = fc.array(term, { maxLength: 3 }).map((terms) => terms.join(' '));
  const filters = fc.constantFrom<Partial<TableFilters>>({}, {}, { year: ['2001', ''] }, { tag: ['paper'] }, { author: [''] });
  const weight = fc.nat(2);
  const weights = fc.record({ cited: weight, read: weight, active: weight, recent: weight, worldwide: weight });

  it('should let through what matches as a paper does, one by one, whatever was asked before', () => {
    let works = 0;
    fc.assert(
      fc.property(someLibrary, weights, fc.array(fc.tuple(search, filters, fc.boolean()), { minLength: 1, maxLength: 4 }), fc.boolean(), (contents, given, questions, isPrepared) => {
        const ranked = rank(contents, given);
        const texts = createSearchTexts();
        const finder = new RankingSearch(texts);
        if (isPrepared) finish(finder.prepare(ranked, true));
        for (const [words, chosen, withWorks] of questions) {
          const candidates: readonly NextCandidate[] = listOf<NextCandidate>(withWorks ? ranked.candidates : ranked.papers);
          const expected = candidates.filter(({ paper, facts }) => {
            const passes = paperFilter({ matches: paperMatcher(words, { texts, statuses: DEFAULT_STATUSES, citedByCount: () => facts.citedBy }), filters: { ...NO_FILTERS, ...chosen } });
            return passes === null || passes(paper);
          });
          const { shown, papers } = find(ranked, words, chosen, withWorks, finder);
          expect(shown).toHaveLength(expected.length);
          expect(listOf(shown)).toEqual(expected);
          expect(shown.at(shown.length)).toBeUndefined();
          expect(papers).toBe(expected.filter(({ work }) => work === null).length);
          works += expected.length - papers;
        }
      }),
      propertyRuns(500),
    );
    expect(works).toBeGreaterThan(propertyRuns(500).numRuns);
  });
});
