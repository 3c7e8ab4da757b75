import fc from 'fast-check';
import { isBeginning } from '../../../src/core/text/is-beginning';

describe('isBeginning', () => {
  it.each([
    ['', 'abc', true],
    ['ab', 'abc', true],
    ['abc', 'abc', false],
    ['abcd', 'abc', false],
    ['abx', 'abc', false],
    ['', '', false],
    ['\ufffd', '', false],
    // Where it is not at the end, or where nothing was cut, U+FFFD is a character like others.
    ['a\ufffdb', 'a注b', false],
    ['abc\ufffd', 'abc', false],
    ['a\ufffd', 'a\ufffdb', true],
    ['a\ufffd', 'a\ufffd', false],
    ['a\ufffd', 'a注b', true],
    ['b\ufffd', 'a注b', false],
    // Decoders of other platforms show each byte of a cut character.
    ['a\ufffd\ufffd\ufffd', 'a😀', true],
    ['a\ufffd\ufffd\ufffd\ufffd', 'a😀', false],
    // What a disk had room for and had not written when the power went.
    ['\0\0\0', 'abc', true],
    ['ab\0\0', 'abc', true],
    ['a\ufffd\0', 'a注b', true],
    ['abc\0', 'abc', false],
    ['ax\0', 'abc', false],
    ['a\0b', 'abc', false],
  ])('%j of %j: %s', (current, whole, expected) => {
    expect(isBeginning(current, whole)).toBe(expected);
  });

  it('should hold for what is left of any text cut at any byte, and for no longer text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', 'é', '注', '\ufffd', '\ufeff', '😀'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), (whole, seed) => {
        const bytes = new TextEncoder().encode(whole);
        const cut = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.slice(0, seed % bytes.length));
        // What is cut of a text that holds U+FFFD may be read as the whole of it.
        expect(isBeginning(cut, whole)).toBe(cut !== whole);
        expect(isBeginning(`${whole}x`, whole)).toBe(false);
      }),
    );
  });
});
