import fc from 'fast-check';
import { readCommaList, renderCommaList } from '../../src/settings/comma-list';

describe('readCommaList', () => {
  it.each([
    ['', []],
    [' , ,', []],
    ['a, b,c ', ['a', 'b', 'c']],
    ['two words, x', ['two words', 'x']],
    ['"Smith, J.", x', ['Smith, J.', 'x']],
    ['"say ""so""", x', ['say "so"', 'x']],
    ['5" disk, x', ['5" disk', 'x']],
    ['"open, x', ['open, x']],
    ['a,', ['a']],
    ['"a" b, c', ['ab', 'c']],
  ])('should read %p', (line, items) => {
    expect(readCommaList(line)).toEqual(items);
  });

  it('should read what was rendered', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', 'é', '\\') }).filter((item) => item !== '')), (items) => {
        expect(readCommaList(renderCommaList(items))).toEqual(items);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});
