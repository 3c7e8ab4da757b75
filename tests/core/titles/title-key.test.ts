import fc from 'fast-check';
import { titleKey } from '../../../src/core/titles/title-key';

describe('titleKey', () => {
  test.each([
    ['Attention Is All You Need!', 'attentionisallyouneed'],
    ['BERT: Pre-training', 'bertpretraining'],
    ['BERT - Pre training', 'bertpretraining'],
    ['Doll\u00e1r and M\u00fcller', 'dollarandmuller'],
    ['Stra\u00dfe', 'strasse'],
    ['\u0391\u03bb\u03c6\u03ac\u03c2', '\u03b1\u03bb\u03c6\u03b1\u03c3'],
    ['\u0439', '\u0438'],
    ['C++ in depth', 'c++indepth'],
    ['C# in depth', 'c#indepth'],
    ['C in depth', 'cindepth'],
    ['A + B # C', 'abc'],
    ['\u2460 \uff21\uff22', '1ab'],
    ['\u89c6\u89c9SLAM\u5341\u56db\u8bb2', '\u89c6\u89c9slam\u5341\u56db\u8bb2'],
    ['\u304c\u304e', '\u304c\u304e'],
    ['\ud55c\uad6d\uc5b4', '\ud55c\uad6d\uc5b4'],
    ['\u0939\u093f\u0928\u094d\u0926\u0940', '\u0939\u093f\u0928\u094d\u0926\u0940'],
    ['-- !', ''],
    ['', ''],
  ])('should reduce %j to %j', (title, key) => {
    expect(titleKey(title)).toBe(key);
  });

  it('should not tell composed from decomposed spelling, nor case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(titleKey(title.normalize('NFD'))).toBe(titleKey(title.normalize('NFC')));
      }),
      { seed: 1 },
    );
  });

  it('should give ASCII titles the same key as the path for any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (title) => {
        // The marker forces the slow path and adds one letter of its own.
        expect(titleKey(`${title} \u4e00`)).toBe(`${titleKey(title)}\u4e00`);
      }),
      { seed: 2 },
    );
  });

  it('should be stable: the key of a key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(titleKey(titleKey(title))).toBe(titleKey(title));
      }),
      { seed: 3 },
    );
  });
});
