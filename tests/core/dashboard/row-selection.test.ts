import { NO_SELECTION, rowKey, selectedPapers, selectOnly, selectTo, toggleRow, type RowSelection } from '../../../src/core/dashboard/row-selection';
import type { TableRow, TableRows } from '../../../src/core/dashboard/table-rows';
import { aPaper } from '../../support/a-paper';

const papers = ['a', 'b', 'c', 'd'].map((path) => aPaper({ path }));
const row = (index: number, group: string | null = null): TableRow => ({ kind: 'paper', group, paper: papers[index] ?? aPaper() });
const head: TableRow = { kind: 'group', group: 'x', label: 'X', count: 2, collapsed: false };
const listed: readonly TableRow[] = [head, row(0, 'x'), row(1, 'x'), row(2, 'y'), row(0, 'y'), row(3, 'y')];
const rows: TableRows = { count: listed.length, rowAt: (index) => listed[index], papersBelow: (group) => (group === 'x' ? papers.slice(0, 2) : []) };

const paths = ({ paths: selected }: RowSelection): string => [...selected].sort().join('');
const at = (index: number): TableRow => listed[index] ?? head;

describe('the selection of rows', () => {
  it('should tell the rows of one paper in two groups apart', () => {
    expect(new Set(listed.map(rowKey)).size).toBe(listed.length);
  });

  it('should select a row alone, and nothing for the head of a group', () => {
    expect(paths(selectOnly(at(2)))).toBe('b');
    expect(paths(selectOnly(head))).toBe('');
  });

  it('should take a row in and out', () => {
    const one = toggleRow(NO_SELECTION, at(1), rows);
    const two = toggleRow(one, at(5), rows);
    expect([paths(one), paths(two), paths(toggleRow(two, at(1), rows))]).toEqual(['a', 'ad', 'd']);
  });

  it('should take all papers of a group in, and out where all are in', () => {
    const some = toggleRow(selectOnly(at(2)), head, rows);
    expect([paths(some), paths(toggleRow(some, head, rows))]).toEqual(['ab', '']);
  });

  it.each([
    ['down', 2, 5, false, 'abcd'],
    ['up', 3, 1, false, 'abc'],
    ['to itself', 3, 3, false, 'c'],
    ['over the head of a group', 2, 0, false, 'ab'],
  ])('should select %s from where it began', (_way, from, to, keep, expected) => {
    expect(paths(selectTo(selectOnly(at(from)), rows, { from: 0, to, keep }))).toBe(expected);
  });

  it('should begin anew from the same row each time, and keep the rest only where asked to', () => {
    const begun = selectOnly(at(3));
    const down = selectTo(begun, rows, { from: 0, to: 5, keep: false });
    expect(paths(selectTo(down, rows, { from: 0, to: 2, keep: false }))).toBe('bc');
    expect(paths(selectTo(down, rows, { from: 0, to: 2, keep: true }))).toBe('abcd');
  });

  it.each([
    ['there is none', null],
    ['the row it began at is gone', 'gone'],
  ])('should begin at the row it is told where %s, and stay there', (_why, anchor) => {
    const begun = selectTo({ paths: new Set(), anchor }, rows, { from: 2, to: 3, keep: false });
    expect(paths(begun)).toBe('bc');
    expect(paths(selectTo(begun, rows, { from: 0, to: 1, keep: false }))).toBe('ab');
  });

  it('should act on what is shown alone, in its order', () => {
    const selection = { paths: new Set(['d', 'gone', 'a']), anchor: null };
    expect(selectedPapers(papers, selection).map((paper) => paper.path)).toEqual(['a', 'd']);
    expect(selectedPapers(papers.slice(1), selection).map((paper) => paper.path)).toEqual(['d']);
  });
});
