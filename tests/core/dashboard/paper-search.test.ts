import fc from 'fast-check';
import { findMatchedParts } from '../../../src/core/dashboard/find-matched-parts';
import { matchedTexts, paperMatcher, readSearch, unreadTerms } from '../../../src/core/dashboard/paper-search';
import { createSearchTexts, foldText } from '../../../src/core/dashboard/search-text';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { aPaper } from '../../support/a-paper';

const PAPERS = [
  aPaper({ title: 'BERT: a pre-training', authors: ['Jacob Devlin', 'Ming-Wei Chang'], year: 2019, venue: 'NAACL', tags: ['paper', 'NLP/models'], status: 'reading', numCitedBy: 50000, readDate: '2024-03-05' }),
  aPaper({ title: 'A Survey of Deep Learning', authors: ['Aäron van den Oord'], year: 2018, venue: null, tags: ['paper', 'survey', 'nlp'], status: 'read', readDate: '2024-02-29' }),
  aPaper({ title: 'Deep Residual Learning', authors: ['Kaiming He'], year: 2015, venue: 'CVPR', tags: ['vision'], status: 'in limbo', readDate: '2024-02-30' }),
  aPaper({ title: 'Undated', tags: [] }),
];
const CITED: Readonly<Record<string, number>> = { 'BERT: a pre-training': 12, 'A Survey of Deep Learning': 3 };

const found = (search: string): string => {
  const matches = paperMatcher(search, {
    texts: createSearchTexts(),
    statuses: DEFAULT_STATUSES,
    citedByCount: (path) => CITED[PAPERS.find((paper) => paper.path === path)?.title ?? ''] ?? 0,
  });
  return PAPERS.flatMap((paper, at) => (matches === null || matches(paper) ? ['BSRU'.charAt(at)] : [])).join('');
};

describe('paperMatcher', () => {
  it.each([
    ['', 'BSRU'],
    ['   ', 'BSRU'],
    ['deep', 'SR'],
    ['learning deep', 'SR'],
    ['nodeep', ''],
    ['"deep learning"', 'S'],
    ['"deep learning', 'S'],
    ['-deep', 'BU'],
    ['-"deep learning"', 'BRU'],
    ['status:reading', 'B'],
    ['STATUS:Doing', 'B'],
    ['status:"to read"', 'U'],
    ['status:tbd', 'U'],
    ['status:"in limbo"', 'R'],
    ['-status:read', 'BRU'],
    ['year:2018', 'S'],
    ['year:>2018', 'B'],
    ['year:>=2018', 'BS'],
    ['year:<2018', 'R'],
    ['year:<=2018', 'SR'],
    ['year:2015..2018', 'SR'],
    ['-year:2015..2018', 'BU'],
    ['year:', 'BSRU'],
    ['year:>', 'BSRU'],
    ['year:soon', 'BSRU'],
    ['tag:nlp', 'BS'],
    ['tag:#nlp/models', 'B'],
    ['tag:nl', ''],
    ['tag:#', 'BSRU'],
    ['-tag:#', 'BSRU'],
    ['tag:nlp -tag:survey', 'B'],
    ['author:devlin', 'B'],
    ['author:"van den oord"', 'S'],
    ['author:aaron', 'S'],
    ['venue:cv', 'R'],
    ['title:survey', 'S'],
    ['-venue:cvpr', 'BSU'],
    ['cited:>10', 'B'],
    ['cited:0', 'RU'],
    ['worldwide:>1000', 'B'],
    ['-worldwide:>1000', 'SRU'],
    ['status:reading year:>2018 tag:nlp author:devlin cited:>10 -tag:survey', 'B'],
    ['read:2024', 'BS'],
    ['READ:2024-03', 'B'],
    ['read:2024-3', 'B'],
    ['read:2024-02', 'S'],
    ['read:2024-02-29', 'S'],
    ['read:=2024-02-29', 'S'],
    ['read:2024-02-30', 'BSRU'],
    ['read:2024-03-04..2024-03-10', 'B'],
    ['read:2024-03-06..2024-03-10', ''],
    ['read:2024-02..2024-03', 'BS'],
    ['read:>2024-02', 'B'],
    ['read:>=2024-02', 'BS'],
    ['read:>2024-02-28', 'BS'],
    ['read:<2024-03', 'S'],
    ['read:<=2024-03', 'BS'],
    ['read:>2024', ''],
    ['read:none', 'U'],
    ['read:None', 'U'],
    ['-read:none', 'BSR'],
    ['read:invalid', 'R'],
    ['-read:2024-03', 'SRU'],
    ['status:reading read:2024', 'B'],
    ['read:', 'BSRU'],
    ['read:20', 'BSRU'],
    ['read:2024-', 'BSRU'],
    ['read:2024-13', 'BSRU'],
    ['read:2024-03..', 'BSRU'],
    ['read:>2024..2025', 'BSRU'],
    ['bert: a', 'B'],
    ['BERT:', 'B'],
    ['-', 'BSRU'],
    ['pre-training', 'B'],
  ])('%j should find %j', (search, expected) => {
    expect(found(search)).toBe(expected);
  });

  it.each([
    ['tag:nlp year:2015-2018 bert', ['year:2015-2018']],
    ['year: cited:>1O -read:yesterday', ['year:', 'cited:>1O', '-read:yesterday']],
    ['-tag:# author:"" - ""', ['-tag:#', 'author:""', '-', '""']],
    ['status:limbo year:2015..2018 read:2024-03 read:none nofield:x "deep learning" -deep', []],
    ['', []],
  ])('should leave out of %j %j', (search, unread) => {
    expect(unreadTerms(search)).toEqual(unread);
  });

  it('should take any text, and read what it reads within its time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '-', ':', '"', ' ', 'year', 'read', '2024', '>', '1', '..', 'é', '\ud800'), maxLength: 40 }), (search) => {
        for (const { field, text, range } of readSearch(search)) expect(field === null ? text !== '' : text !== '' || range !== null).toBe(true);
        found(search);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('the parts that matched', () => {
  it.each([
    ['Erdős–Rényi', ['erdos'], '[Erdős]–Rényi'],
    ['Erdo\u030bs numbers', ['erdos'], '[Erdo\u030bs] numbers'],
    ['Straße', ['ss'], 'Stra[ß]e'],
    ['Straße', ['as'], 'Str[aß]e'],
    ['deep deep', ['deep'], '[deep] [deep]'],
    ['abcd', ['abc', 'bcd'], '[abcd]'],
    ['abcd', ['ab', 'cd'], '[abcd]'],
    ['aXbX', ['x'], 'a[X]b[X]'],
    ['深層学習', ['学'], '深層[学]習'],
    ['nothing', ['x', ''], 'nothing'],
    ['', ['x'], ''],
  ])('of %j by %j should be %j', (text, folded, marked) => {
    let shown = '';
    let at = 0;
    for (const { from, to } of findMatchedParts(text, folded)) {
      shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
      at = to;
    }
    expect(shown + text.slice(at)).toBe(marked);
  });

  it('should be within the text, in order, apart, and fold to what was asked or hold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 's', 'e'), minLength: 1, maxLength: 2 }), { maxLength: 3 }), (text, folded) => {
        let last = -1;
        for (const { from, to } of findMatchedParts(text, folded)) {
          expect(from).toBeGreaterThan(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(folded.some((part) => foldText(text.slice(from, to)).includes(part))).toBe(true);
          last = to;
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('should be those of words in every column, and of a term in its own alone', () => {
    expect(matchedTexts('deep author:"Le Cun" -venue:x title:net year:>1')).toEqual({ title: ['deep', 'net'], author: ['deep', 'le cun'], venue: ['deep'] });
  });
});
