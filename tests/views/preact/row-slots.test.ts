import { rowSlots } from '../../../src/views/preact/row-slots';

/** Draws rows named by letters at the places from `from` on; `kept` names the one that stays in its element. */
function draws(): (rows: string, kept?: string, from?: number) => string {
  const slots = rowSlots();
  return (rows, kept = '', from = 0) => {
    const places = [...rows].map((_, at) => from + at);
    const numbers = slots.assign(places, (place) => rows[place - from] ?? '', kept === '' ? -1 : from + rows.indexOf(kept));
    return [...rows].map((row, at) => `${row}${String(numbers[at])}`).join(' ');
  };
}

describe('rowSlots', () => {
  it.each<[string, string, string, string, string]>([
    ['draw another row at each place in the element of the one before', 'abc', '', 'xyz', 'x0 y1 z2'],
    ['make elements for more rows, and none for fewer', 'ab', '', 'xyz', 'x0 y1 z2'],
    ['leave the kept row where it is', 'abc', 'b', 'xbz', 'x0 b1 z2'],
    ['let the kept row take its element to another place, and never share it', 'abc', 'a', 'xya', 'x3 y1 a0'],
    ['begin anew with a kept row that was not drawn before', 'abc', 'q', 'xqz', 'x0 q1 z2'],
  ])('should %s', (_, before, kept, after, expected) => {
    const draw = draws();
    draw(before);
    expect(draw(after, kept)).toBe(expected);
  });

  it('should keep each place’s element while the list is scrolled', () => {
    const draw = draws();
    expect(draw('abcd')).toBe('a0 b1 c2 d3');
    expect(draw('cdef', '', 2)).toBe('c2 d3 e4 f5');
    expect(draw('bcde', '', 1)).toBe('b6 c2 d3 e4');
  });

  it('should draw the rows after a jump in the elements that are there, and leave the kept row in its own', () => {
    const draw = draws();
    draw('abcd');
    expect(draw('pqr', '', 70)).toBe('p0 q1 r2');
    expect(draw('vwxyz', '', 20)).toBe('v0 w1 x2 y4 z5');
    const slots = rowSlots();
    const names = new Map([[0, 'a'], [1, 'b'], [2, 'c'], [50, 'x'], [51, 'y'], [52, 'z']]);
    const name = (place: number): string => names.get(place) ?? '';
    expect(slots.assign([0, 1, 2], name, 1)).toEqual([0, 1, 2]);
    // The kept row's element is not moved among the others.
    expect(slots.assign([1, 50, 51, 52], name, 1)).toEqual([1, 2, 3, 4]);
    expect(slots.assign([0, 1], name, 1)).toEqual([5, 1]);
  });

  it('should keep the element of a row that becomes the kept one as the list is put in another order', () => {
    const draw = draws();
    draw('abc', 'a');
    expect(draw('cab', 'c')).toBe('c2 a1 b3');
  });

  it('should not have the kept row’s element drawn by another row when it comes back', () => {
    const draw = draws();
    draw('abc', 'b');
    draw('xyz');
    expect(draw('bxy', 'b')).toBe('b0 x1 y2');
  });
});
