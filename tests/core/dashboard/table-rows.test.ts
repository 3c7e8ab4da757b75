import type { PaperGroup } from '../../../src/core/dashboard/group-papers';
import { groupedRows, paperRows, type TableRow } from '../../../src/core/dashboard/table-rows';
import { aPaper } from '../../support/a-paper';
import { listRows } from '../../support/list-rows';

const papers = ['a', 'b', 'c'].map((name) => aPaper({ path: `${name}.md` }));
const group = (value: string, ...places: number[]): PaperGroup => ({ value, label: value.toUpperCase(), papers: papers.filter((_, at) => places.includes(at)) });
const GROUPS = [group('acl', 2), group('icml', 0, 1), group('empty'), group('', 0)];

const asText = (row: TableRow): string =>
  row.kind === 'group' ? `${row.collapsed ? '+' : '-'} ${row.label} (${String(row.count)})` : `${row.group ?? 'no group'}: ${row.paper.path}`;

describe('the rows of a table', () => {
  it('should be the papers where nothing is grouped', () => {
    expect(listRows(paperRows(papers)).map(asText)).toEqual(['no group: a.md', 'no group: b.md', 'no group: c.md']);
    expect(paperRows([]).count).toBe(0);
  });

  it.each([
    ['all open', [], ['- ACL (1)', 'acl: c.md', '- ICML (2)', 'icml: a.md', 'icml: b.md', '- EMPTY (0)', '-  (1)', ': a.md']],
    ['one closed', ['icml'], ['- ACL (1)', 'acl: c.md', '+ ICML (2)', '- EMPTY (0)', '-  (1)', ': a.md']],
    ['all closed', ['acl', 'icml', 'empty', ''], ['+ ACL (1)', '+ ICML (2)', '+ EMPTY (0)', '+  (1)']],
  ])('should be the heads of groups with the papers of those that are open: %s', (_name, collapsed, expected) => {
    const rows = groupedRows(GROUPS, new Set(collapsed));
    expect(listRows(rows).map(asText)).toEqual(expected);
    expect([rows.count, rows.rowAt(-1), rows.rowAt(rows.count)]).toEqual([expected.length, undefined, undefined]);
  });

  it('should tell the papers below a head', () => {
    const rows = groupedRows(GROUPS, new Set(['acl']));
    expect([rows.papersBelow('icml'), rows.papersBelow('acl'), rows.papersBelow('none')]).toEqual([[papers[0], papers[1]], [], []]);
  });
});
