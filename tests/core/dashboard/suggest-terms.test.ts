import { paperMatcher } from '../../../src/core/dashboard/paper-search';
import { createSearchTexts } from '../../../src/core/dashboard/search-text';
import { listSuggestions, suggestedField, suggestTerms, type TermSuggestion } from '../../../src/core/dashboard/suggest-terms';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import type { Paper } from '../../../src/core/papers/paper';
import { aPaper } from '../../support/a-paper';
import { finishSteps } from '../../support/finish-steps';

const PAPERS = [
  aPaper({ title: 'A', authors: ['Aäron van den Oord', 'Jacob Devlin'], venue: 'NAACL', year: 2019, tags: ['paper', 'NLP/models'], status: 'reading', readDate: '2024-03-05' }),
  aPaper({ title: 'B', authors: ['Jacob Devlin', 'a "b" c'], venue: 'CVPR', year: 2018, tags: ['paper', 'nlp'], status: 'in limbo', readDate: '2023-12-31' }),
];
const suggest = (search: string, papers: readonly Paper[] = PAPERS): readonly TermSuggestion[] => {
  const field = suggestedField(search);
  return suggestTerms(search, field === null ? [] : finishSteps(listSuggestions(field, papers, DEFAULT_STATUSES)));
};
const labels = (search: string): string[] => suggest(search).map(({ label, count }) => (count === null ? label : `${label} ${String(count)}`));
const searches = (search: string): string[] => suggest(search).map((suggestion) => suggestion.search);

describe('suggestTerms', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['s', []],
    ['st', ['status:']],
    ['ti', ['title:']],
    ['bert -AU', ['-author:']],
    ['best', []],
    ['status:', ['Reading 1', 'in limbo 1']],
    ['status:lim', ['in limbo 1']],
    ['status:reading', []],
    ['author:', ['Jacob Devlin 2', 'Aäron van den Oord 1']],
    ['author:aaron', ['Aäron van den Oord 1']],
    ['author:"jacob d', ['Jacob Devlin 2']],
    ['author:"jacob devlin"', []],
    ['-tag:nl', ['nlp 2', 'NLP/models 1']],
    ['tag:zz', []],
    ['year:20', ['2019 1', '2018 1']],
    ['re', ['read:']],
    ['read:', ['2024 1', '2023 1']],
    ['read:24', ['2024 1']],
    ['read:2024', ['2024-03 1']],
    ['-read:2023-1', ['2023-12 1']],
    ['read:2024-03', []],
    ['read:2024-03-05', []],
    ['read:>20', []],
    ['cited:', []],
    ['what:', []],
    ['tag:nlp ', []],
  ])('%j should be gone on with by %j', (search, expected) => {
    expect(labels(search)).toEqual(expected);
  });

  it('should keep what stands before, and put into quotes what has blanks', () => {
    expect(searches('bert -author:dev')).toEqual(['bert -author:"Jacob Devlin" ']);
    expect(searches('year:>2017 tag:mod')).toEqual(['year:>2017 tag:NLP/models ']);
    expect(searches('x ve')).toEqual(['x venue:']);
  });

  it('should offer papers without a day of reading, or with none that there is, where some are', () => {
    const papers = [...PAPERS, aPaper({ title: 'C' }), aPaper({ title: 'D', readDate: '2024-02-31' })];
    expect(suggest('read:', papers).map(({ search }) => search)).toEqual(['read:2024 ', 'read:2023 ', 'read:none ', 'read:invalid ']);
    expect(suggest('read:none', papers)).toEqual([]);
  });

  it('should offer what finds as many papers as it says', () => {
    const papers = [...PAPERS, aPaper({ title: 'C' }), aPaper({ title: 'D', readDate: '2024-02-31' })];
    for (const begun of ['status:', 'tag:', 'author:', 'venue:', 'year:', 'read:', 'read:2024']) {
      for (const { search, count } of suggest(begun, papers)) {
        const matches = paperMatcher(search, { texts: createSearchTexts(), statuses: DEFAULT_STATUSES, citedByCount: () => 0 });
        expect([search, papers.filter((paper) => matches?.(paper)).length]).toEqual([search, count]);
      }
    }
  });
});
