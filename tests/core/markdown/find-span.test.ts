import { findSpan } from '../../../src/core/markdown/find-span';

const SPANS = [
  { from: 2, to: 4 },
  { from: 4, to: 7 },
  { from: 10, to: 12 },
];

describe('findSpan', () => {
  it.each([
    [0, 2],
    [2, 2],
    [3, 2],
    [4, 4],
    [6, 4],
    [7, 10],
    [11, 10],
    [12, null],
  ])('should find the first span that ends behind %i', (offset, from) => {
    expect(findSpan(SPANS, offset)?.from ?? null).toBe(from);
  });

  it('should find nothing among none', () => {
    expect(findSpan([], 3)).toBeNull();
  });
});
