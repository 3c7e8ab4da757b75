import { thinMarks } from '../../../src/core/titles/thin-marks';

const marks = (count: number): string => '\u0315\u0300'.repeat(count / 2);

describe('thinMarks', () => {
  it('should leave short texts, and marks as people write them', () => {
    expect(thinMarks(`e${marks(100)}`)).toBe(`e${marks(100)}`);
    const long = 'e\u0301a\u0308 中'.repeat(300);
    expect(thinMarks(long)).toBe(long);
  });

  it('should keep thirty marks of each flood in a long text', () => {
    expect(thinMarks(`e${marks(2000)}x${marks(40)}y${marks(30)}`)).toBe(`e${marks(30)}x${marks(30)}y${marks(30)}`);
  });
});
