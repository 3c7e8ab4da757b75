import { NO_FILTERS, type TableFilters } from '../../../src/core/dashboard/dashboard-state';
import { filterCandidates, layOutNext, numberCandidates } from '../../../src/core/dashboard/next-model';
import { paperMatcher } from '../../../src/core/dashboard/paper-search';
import { rankNext } from '../../../src/core/dashboard/rank-next';
import { createSearchTexts } from '../../../src/core/dashboard/search-text';
import { DEFAULT_STATUSES } from '../../../src/core/status-vocabulary';
import { DEFAULT_SETTINGS } from '../../../src/settings/default-settings';
import { aLibrary, aMissingWork } from '../../support/a-library';
import { aPaper } from '../../support/a-paper';
import { finish } from '../../support/finish';

const alpha = aPaper({ title: 'Alpha', year: 2020, tags: ['paper', 'nlp'] });
const beta = aPaper({ title: 'Beta', year: 2010 });
const done = aPaper({ title: 'Done', status: 'read' });
const doing = aPaper({ title: 'Doing', status: 'reading' });
const often = aMissingWork('Often', ['x.md', beta.path, doing.path, done.path]);
const never = aMissingWork('Never', ['x.md']);
const { library } = aLibrary({ papers: [alpha, beta, done, doing], missing: [often, never], citedBy: { [alpha.path]: 3, [beta.path]: 2 }, citing: { [alpha.path]: ['x.md', doing.path, done.path] } });
const weights = { cited: 1, read: 0, active: 0, recent: 0, worldwide: 0 };
const ranking = finish(rankNext(library, { weights, thisYear: 2026, compareTitles: (a, b) => (a < b ? -1 : Number(a > b)), previous: null }));

const namesOf = (ranked: ReturnType<typeof numberCandidates>): readonly string[] => ranked.map(({ candidate, rank }) => `${String(rank)} ${candidate.paper.title}`);

describe('what is shown of a ranking', () => {
  it('should be the works that rank among the papers, and none after the last of them', () => {
    expect(ranking.candidates.map((candidate) => candidate.paper.title)).toEqual(['Often', 'Alpha', 'Beta', 'Never']);
    expect(namesOf(numberCandidates(ranking, true))).toEqual(['1 Often', '2 Alpha', '3 Beta']);
  });

  it('should be numbered anew without the works', () => {
    expect(namesOf(numberCandidates(ranking, false))).toEqual(['1 Alpha', '2 Beta']);
  });

  it('should be nothing where no paper is queued', () => {
    expect(numberCandidates({ ...ranking, candidates: ranking.candidates.filter((candidate) => candidate.work !== null) }, true)).toEqual([]);
  });

  it.each<[string, Partial<TableFilters>, readonly string[]]>([
    ['', {}, ['1 Often', '2 Alpha', '3 Beta']],
    ['alpha', {}, ['2 Alpha']],
    ['OFT', {}, ['1 Often']],
    ['cited:>3', {}, ['1 Often']],
    ['-alpha', {}, ['1 Often', '3 Beta']],
    ['year:>2015', {}, ['2 Alpha']],
    ['', { tag: ['nlp'] }, ['2 Alpha']],
    ['', { year: [''] }, ['1 Often']],
  ])('should keep its rank when %j and %j narrow it', (search, filters, names) => {
    const citedBy = new Map(ranking.candidates.map(({ paper, facts }) => [paper.path, facts.citedBy]));
    const matches = paperMatcher(search, { texts: createSearchTexts(), statuses: DEFAULT_STATUSES, citedByCount: (path) => citedBy.get(path) ?? 0 });
    expect(namesOf(filterCandidates(numberCandidates(ranking, true), { matches, filters: { ...NO_FILTERS, ...filters } }))).toEqual(names);
  });

  it('should have below an expanded one the parts that count and who cites it, the read ones first', () => {
    const ranked = numberCandidates(ranking, true);
    const expanded = new Set([alpha.path, 'work\noften', 'gone']);
    const rows = layOutNext(ranked, expanded, { ...DEFAULT_SETTINGS.nextWeights, recent: 0, worldwide: 0, active: 0 }, library);
    expect(rows.map((row) => (row.kind === 'candidate' ? `${row.candidate.paper.title} ${String(row.expanded)}` : row.kind === 'share' ? row.part : row.path))).toEqual([
      'Often true', 'cited', 'read', done.path, doing.path, 'x.md', beta.path,
      'Alpha true', 'cited', 'read', done.path, doing.path, 'x.md',
      'Beta false',
    ]);
  });
});
