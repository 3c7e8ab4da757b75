import { fitColumns, moveColumn, roomFor, sizeColumn, toggleColumn } from '../../../src/core/dashboard/column-layout';
import { DEFAULT_COLUMNS, type ColumnLayout, type TableColumn } from '../../../src/core/dashboard/dashboard-state';

const names = (columns: readonly ColumnLayout[]): string => columns.map(({ column }) => column).join(' ');
const all = names(DEFAULT_COLUMNS);

describe('fitColumns', () => {
  it.each([
    [1100, all],
    [roomFor(DEFAULT_COLUMNS), all],
    [roomFor(DEFAULT_COLUMNS) - 1, 'title status authors year venue citedBy numCitedBy references'],
    [800, 'title status authors year venue citedBy'],
    [640, 'title status authors year citedBy'],
    [100, 'title status authors year citedBy'],
  ])('should draw in %d pixels what fits, of columns that nobody arranged', (room, expected) => {
    expect(names(fitColumns(DEFAULT_COLUMNS, room))).toBe(expected);
  });

  it.each([
    ['sized', sizeColumn(DEFAULT_COLUMNS, 'year', 90)],
    ['moved', moveColumn(DEFAULT_COLUMNS, 'year', 1)],
    ['shown', toggleColumn(DEFAULT_COLUMNS, 'tags')],
    ['hidden', toggleColumn(DEFAULT_COLUMNS, 'venue')],
  ])('should draw all columns, however narrow it is, once one was %s', (_how, columns) => {
    expect(fitColumns(columns, 100)).toBe(columns);
  });
});

describe('arranging columns', () => {
  it.each<[TableColumn, number, string]>([
    ['year', 1, 'title year status authors venue citedBy numCitedBy references readDate'],
    ['year', 0, 'title year status authors venue citedBy numCitedBy references readDate'],
    ['status', 3, 'title authors year status venue citedBy numCitedBy references readDate'],
    ['status', 99, 'title authors year venue citedBy numCitedBy references readDate status'],
    ['title', 3, all],
    ['tags', 2, all],
  ])('should move %s to place %d', (column, to, expected) => {
    expect(names(moveColumn(DEFAULT_COLUMNS, column, to))).toBe(expected);
  });

  it('should show a column as the last and hide it again, and never hide the title', () => {
    const more = toggleColumn(DEFAULT_COLUMNS, 'tags');
    expect(names(more)).toBe(`${all} tags`);
    expect(toggleColumn(more, 'tags')).toEqual(DEFAULT_COLUMNS);
    expect(toggleColumn(DEFAULT_COLUMNS, 'title')).toBe(DEFAULT_COLUMNS);
  });

  it('should size one column and leave its size to the table again', () => {
    const sized = sizeColumn(DEFAULT_COLUMNS, 'year', 90);
    expect(roomFor(sized) - roomFor(DEFAULT_COLUMNS)).toBe(46);
    expect(sizeColumn(sized, 'year', null)).toEqual(DEFAULT_COLUMNS);
  });
});
