import fc from 'fast-check';
import { FILTER_FIELDS, NO_FILTERS, type TableFilters } from '../../../src/core/dashboard/dashboard-state';
import { filterPapers, filterValues, listFilterOptions } from '../../../src/core/dashboard/filter-values';
import { paperMatcher } from '../../../src/core/dashboard/paper-search';
import { createSearchTexts } from '../../../src/core/dashboard/search-text';
import type { Paper } from '../../../src/core/papers/paper';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { aPaper } from '../../support/a-paper';
import { finishSteps } from '../../support/finish-steps';

const attention = aPaper({
  title: 'Attention',
  authors: ['Vaswani', 'Kaiser'],
  year: 2017,
  venue: 'NIPS',
  tags: ['paper', 'ML/nlp'],
  status: 'read',
});
const bert = aPaper({ title: 'BERT', authors: ['Devlin'], year: 2018, venue: 'NAACL', tags: ['paper', 'ml'], status: 'reading' });
const resnet = aPaper({ title: 'ResNet', authors: ['He'], year: 2015, venue: 'CVPR', tags: ['vision'] });
const bare = aPaper({ title: 'Bare', tags: [], status: 'on hold' });
const papers = [attention, bert, resnet, bare];

const matcher = (search: string) => paperMatcher(search, { texts: createSearchTexts(), statuses: DEFAULT_STATUSES, citedByCount: () => 0 });

const titles = (search: string, filters: Partial<TableFilters>): readonly string[] => {
  const query = { matches: matcher(search), filters: { ...NO_FILTERS, ...filters } };
  return filterPapers(papers, query).map((paper) => paper.title);
};

describe('filterPapers', () => {
  it.each<[string, Partial<TableFilters>, readonly string[]]>([
    ['', {}, ['Attention', 'BERT', 'ResNet', 'Bare']],
    ['', { status: ['read'] }, ['Attention']],
    ['', { status: ['read', 'on hold'] }, ['Attention', 'Bare']],
    ['', { tag: ['ml'] }, ['Attention', 'BERT']],
    ['', { tag: ['ml/nlp'] }, ['Attention']],
    ['', { tag: [''] }, ['Bare']],
    ['', { author: ['Kaiser'] }, ['Attention']],
    ['', { year: ['2015', ''] }, ['ResNet', 'Bare']],
    ['', { venue: ['NIPS'], year: ['2018'] }, []],
    ['e', { tag: ['ml'], author: ['Devlin'] }, ['BERT']],
    ['nothing', {}, []],
    ['', { venue: ['Gone'] }, []],
  ])('should narrow by %j and %j to %j', (search, filters, found) => {
    expect(titles(search, filters)).toEqual(found);
  });

  it('should give the papers themselves when nothing narrows', () => {
    expect(filterPapers(papers, { matches: matcher(''), filters: NO_FILTERS })).toBe(papers);
  });

  it('should leave out of account the field whose menu asks', () => {
    const query = { matches: null, filters: { ...NO_FILTERS, status: ['read'], tag: ['ml'] } };
    expect(filterPapers(papers, query, 'status')).toEqual([attention, bert]);
  });

  it('should give a part of the papers, in their order, and exactly those that match', () => {
    const value = fc.constantFrom('', 'a', 'b', 'A/b', '2017');
    const anyPaper = fc
      .record({
        title: value,
        authors: fc.array(value, { maxLength: 2 }),
        tags: fc.array(fc.constantFrom('a', 'A/b'), { maxLength: 2 }),
        venue: fc.option(value),
        year: fc.option(fc.constantFrom(2017, 2018)),
      })
      .map((given): Paper => aPaper(given));
    const anyFilters = fc.record({
      status: fc.subarray(['todo', 'read']),
      tag: fc.subarray(['a', 'a/b', '']),
      year: fc.subarray(['2017', '']),
      venue: fc.subarray(['a', '']),
      author: fc.subarray(['b', '']),
    });
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 12 }), anyFilters, value, (some, filters, search) => {
        const texts = createSearchTexts();
        const found = filterPapers(some, { matches: matcher(search), filters });
        const expected = some.filter(
          (paper) =>
            texts.of(paper).includes(search.toLowerCase()) &&
            FILTER_FIELDS.every(
              (field) => filters[field].length === 0 || filterValues(paper, field).some((own) => filters[field].includes(own)),
            ),
        );
        expect(found).toEqual(expected);
      }),
      { seed: 20260730, numRuns: 300 },
    );
  });
});

describe('listFilterOptions', () => {
  const options = (field: (typeof FILTER_FIELDS)[number], chosen: readonly string[] = []): readonly string[] =>
    finishSteps(listFilterOptions(papers, field, chosen, DEFAULT_STATUSES)).map(({ value, label, count }) => `${value}|${label}|${String(count)}`);

  it.each<[(typeof FILTER_FIELDS)[number], readonly string[]]>([
    ['status', ['todo|To read|1', 'reading|Reading|1', 'read|Read|1', 'skipped|Skipped|0', 'on hold|on hold|1']],
    ['year', ['2018|2018|1', '2017|2017|1', '2015|2015|1', '||1']],
    ['tag', ['ml|ml|2', 'paper|paper|2', '||1', 'ml/nlp|ML/nlp|1', 'vision|vision|1']],
    ['venue', ['||1', 'CVPR|CVPR|1', 'NAACL|NAACL|1', 'NIPS|NIPS|1']],
    ['author', ['||1', 'Devlin|Devlin|1', 'He|He|1', 'Kaiser|Kaiser|1', 'Vaswani|Vaswani|1']],
  ])('should list %s in its order with counts', (field, listed) => {
    expect(options(field)).toEqual(listed);
  });

  it('should keep a chosen value listed that no paper has any more', () => {
    expect(options('venue', ['Gone'])).toContain('Gone|Gone|0');
  });

  it('should count a paper once under a tag above several of its tags', () => {
    const paper = aPaper({ tags: ['ml/a', 'ml/b'] });
    expect(finishSteps(listFilterOptions([paper], 'tag', [], [])).find((option) => option.value === 'ml')?.count).toBe(1);
  });
});
