import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/text-edits';

describe('applyEdits', () => {
  it('should apply edits given in any order at their offsets in the text as given', () => {
    expect(applyEdits('abcdef', [{ from: 4, to: 5, insert: 'E' }, { from: 0, to: 1, insert: 'A!' }, { from: 2, to: 2, insert: '-' }])).toBe('A!b-cdEf');
  });

  it('should take replacement patterns as plain text', () => {
    expect(applyEdits('x', [{ from: 0, to: 1, insert: '$& $1 $$' }])).toBe('$& $1 $$');
  });

  test.each([
    [[{ from: 0, to: 2, insert: '' }, { from: 1, to: 3, insert: '' }]],
    [[{ from: 0, to: 9, insert: '' }]],
    [[{ from: 2, to: 1, insert: '' }]],
  ])('should refuse %j', (edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  });

  it('should give the text back when each piece is replaced by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), (pieces) => {
        let at = 0;
        const edits = pieces.map((piece) => ({ from: at, to: (at += piece.length), insert: piece }));
        expect(applyEdits(pieces.join(''), edits.reverse())).toBe(pieces.join(''));
      }),
      { seed: 5 },
    );
  });
});
