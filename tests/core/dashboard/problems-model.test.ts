import { countProblems, listProblems, PROBLEM_ORDER } from '../../../src/core/dashboard/problems-model';
import type { Problem } from '../../../src/core/papers/problem';

const problem = (code: Problem['code'], path: string, line: number | null = null, others: readonly string[] = []): Problem => ({
  code,
  path,
  line,
  message: `${code} in ${path}`,
  others,
});

describe('listProblems', () => {
  it('should put what hides papers first, then go by note and line', () => {
    const list = listProblems(
      [
        problem('ambiguous-references', 'a.md', 3),
        problem('invalid-yaml', 'b.md', 12),
        problem('invalid-yaml', 'b.md', 2),
        problem('invalid-yaml', 'a.md', 9),
        problem('unreadable-note', 'z.md'),
      ],
      0,
      50,
    );
    expect(list.entries.map((entry) => [entry.code, entry.notes[0]?.path, entry.notes[0]?.line])).toEqual([
      ['unreadable-note', 'z.md', null],
      ['invalid-yaml', 'a.md', 9],
      ['invalid-yaml', 'b.md', 2],
      ['invalid-yaml', 'b.md', 12],
      ['ambiguous-references', 'a.md', 3],
    ]);
    expect(list.kindCounts.get('invalid-yaml')).toBe(3);
  });

  it('should list duplicates once, with all their notes, whether one note or each of them reports them', () => {
    const reports = [
      problem('duplicate-title', 'b.md', null, ['a.md', 'c.md']),
      problem('duplicate-title', 'a.md', null, ['c.md', 'b.md']),
      problem('duplicate-title', 'x.md', null, ['y.md']),
    ];
    const list = listProblems(reports, 0, 50);
    expect(list.entries.map((entry) => entry.notes.map((note) => note.path).join(' '))).toEqual(['a.md b.md c.md', 'x.md y.md']);
    expect(countProblems(reports)).toBe(2);
  });

  it.each([
    [0, 0, 3, ['n0', 'n1']],
    [2, 2, 3, ['n4']],
    [9, 2, 3, ['n4']],
    [-1, 0, 3, ['n0', 'n1']],
  ])('should show page %d as page %d of %d', (wanted, page, pages, paths) => {
    const problems = ['n0', 'n1', 'n2', 'n3', 'n4'].map((path) => problem('invalid-yaml', path));
    const list = listProblems(problems, wanted, 2);
    expect([list.page, list.pages, list.entries.map((entry) => entry.notes[0]?.path)]).toEqual([page, pages, paths]);
    expect(list.total).toBe(5);
  });

  it('should know every kind of problem', () => {
    expect(new Set(PROBLEM_ORDER).size).toBe(8);
  });
});
