import fc from 'fast-check';
import { containsWords, createSearchTexts, foldText, partHolds, searchWords } from '../../../src/core/dashboard/search-text';
import { aPaper } from '../../support/a-paper';
import { propertyRuns } from '../../support/property-runs';

describe('foldText', () => {
  it.each([
    ['Attention', 'attention'],
    ['Erdős–Rényi', 'erdos–renyi'],
    ['ERDŐS', 'erdos'],
    ['Łukasz Øre', 'lukasz ore'],
    ['Straße', 'strasse'],
    ['ﬁne', 'fine'],
    ['Ｆｕｌｌ', 'full'],
    ['Καλημέρα', 'καλημερα'],
    ['深層学習', '深層学習'],
    ['𝒮-VAE over ℝ3', 's-vae over r3'],
    ['ΣΧΕΣ', 'σχεσ'],
    ['σχέσεις', 'σχεσεισ'],
    ['İstanbul ISTANBUL', 'istanbul istanbul'],
    ['GROẞ', 'gross'],
    ['It’s ‘so’', "it's 'so'"],
    ['', ''],
  ])('should fold %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('should find what was typed with combining marks in what was written without', () => {
    expect(foldText('Erdo\u030bs')).toBe(foldText('Erdős'));
  });
});

describe('searching papers', () => {
  const paper = aPaper({
    title: 'Attention is all you need',
    authors: ['Ashish Vaswani', 'Łukasz Kaiser'],
    venue: 'NIPS',
    year: 2017,
    tags: ['paper', 'ml/transformers'],
  });

  it.each([
    ['attention', true],
    ['NEED attention', true],
    ['lukasz 2017', true],
    ['nips vaswani', true],
    ['#ml/trans', true],
    ['transformers', true],
    ['  ', true],
    ['attention 2018', false],
    ['is allyou', false],
    ['needashish', false],
  ])('should answer whether %j finds it with %j', (search, found) => {
    expect(containsWords(createSearchTexts().of(paper), searchWords(search))).toBe(found);
  });

  it('should prepare the text of a changed paper anew', () => {
    const texts = createSearchTexts();
    texts.of(paper);
    expect(texts.of({ ...paper, title: 'Another' })).toContain('another');
  });
});

describe('looking for text in one part of a paper', () => {
  const words = fc.array(fc.constantFrom('Ab', 'ba', 'É', 'Σας', 'ﬁ', 'c'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

  it('should find what that part holds, folded by itself, and nothing that only other parts hold', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.record({ title: words, authors: fc.array(words, { maxLength: 3 }), venue: fc.option(words), tags: fc.array(words, { maxLength: 2 }) }),
        fc.constantFrom('a', 'ab', 'b', 'e', 'e a', 'σας', 'fi', 'c', 'b c'),
        (fields, folded) => {
          const paper = aPaper({ ...fields, year: 2001 });
          const text = createSearchTexts().of(paper);
          const holds = (part: string): boolean => foldText(part).includes(foldText(folded));
          expect(partHolds(text, 'title', foldText(folded))).toBe(holds(paper.title));
          expect(partHolds(text, 'author', foldText(folded))).toBe(paper.authors.some(holds));
          expect(partHolds(text, 'venue', foldText(folded))).toBe(holds(paper.venue ?? ''));
          found += Number(holds(paper.venue ?? ''));
        },
      ),
      propertyRuns(500),
    );
    expect(found).toBeGreaterThan(50);
  });
});
