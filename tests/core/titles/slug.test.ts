import fc from 'fast-check';
import { asciiSlug, slug } from '../../../src/core/titles/slug';

describe('slug', () => {
  test.each([
    ["Google's Neural Machine Translation", 'google-s-neural-machine-translation'],
    ['Doll\u00e1r: Fast Feature Pyramids', 'dollar-fast-feature-pyramids'],
    ['  -- A --  ', 'a'],
    ['\u89c6\u89c9SLAM\u5341\u56db\u8bb2(\u9ad8\u7fd4)', '\u89c6\u89c9slam\u5341\u56db\u8bb2-\u9ad8\u7fd4'],
    ['\ud55c\uad6d\uc5b4 BERT', '\ud55c\uad6d\uc5b4-bert'],
    ['!!!', ''],
  ])('should make %j the name %j', (title, name) => {
    expect(slug(title)).toBe(name);
  });

  it('should never hold a character that a file name or a link cannot', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(slug(title)).toMatch(/^(?:[\p{L}\p{M}\p{Nd}]+(?:-[\p{L}\p{M}\p{Nd}]+)*)?$/u);
      }),
      { seed: 4 },
    );
  });
});

describe('asciiSlug', () => {
  test.each([
    ['Doll\u00e1r: Fast', 'doll-r-fast'],
    ['Na\u00efve \u2013 Bayes', 'na-ve-bayes'],
    ['\u89c6\u89c9', ''],
  ])('should make %j %j, as generators do', (title, name) => {
    expect(asciiSlug(title)).toBe(name);
  });
});
