import { containsWords, createSearchTexts, foldText, searchWords } from '../../../src/core/dashboard/search-text';
import { aPaper } from '../../support/a-paper';

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
