import fc from 'fast-check';
import { TABLE_COLUMNS, type TableColumn, type TableSort } from '../../../src/core/dashboard/dashboard-state';
import { placePapers, sortPapers } from '../../../src/core/dashboard/sort-papers';
import { SharedTextRanks } from '../../../src/core/dashboard/shared-text-ranks';
import type { Paper } from '../../../src/core/papers/paper';
import { finishSteps } from '../../support/finish-steps';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';
import { aPaper } from '../../support/a-paper';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

interface Facts {
  readonly counts?: Readonly<Record<string, number>>;
  readonly cited?: Readonly<Record<string, number>>;
  readonly created?: Readonly<Record<string, number>>;
}

function sorted(papers: readonly Paper[], sort: readonly TableSort[], { counts = {}, cited = {}, created = {} }: Facts = {}): readonly Paper[] {
  const facts = {
    statuses: DEFAULT_STATUSES,
    citedByCount: (path: string) => cited[path] ?? 0,
    referenceCount: (path: string) => counts[path] ?? null,
    createdAt: (path: string) => created[path] ?? null,
  };
  const byPath = [...papers].sort((a, b) => (a.path < b.path ? -1 : 1));
  const order = finishSteps(sortPapers(byPath.length, sort, (column) => placePapers(byPath, column, { ...facts, ranks: new SharedTextRanks(collator) })));
  return Array.from(order).flatMap((index) => byPath[index] ?? []);
}

const paths = (order: readonly Paper[]): string => order.map((paper) => paper.path).join(' ');

const papers = [
  aPaper({ path: '1', title: 'Part 10', tags: ['b'], authors: ['Zoe'], year: 2001, venue: 'b', status: 'read', readDate: '2024-02-01', numCitedBy: 5 }),
  aPaper({ path: '2', tags: [], title: 'Part 2', authors: ['émile', 'A'], year: null, venue: null, status: 'odd' }),
  aPaper({ path: '3', title: 'élan', tags: ['a', 'c'], authors: [], year: 1999, venue: 'A', status: 'reading', numCitedBy: 50 }),
  aPaper({ path: '4', tags: [], title: 'alpha', authors: ['Frank'], year: 2001, venue: 'b', readDate: '2023-12-31' }),
];
const counts = { '1': 2, '2': 0, '4': 7 };
const cited = { '2': 3, '3': 1 };
const created = { '1': 20, '3': 3 };

describe('sortPapers', () => {
  it.each<[TableColumn, string, string]>([
    ['title', '4 3 2 1', '1 2 3 4'],
    ['status', '4 3 1 2', '2 1 3 4'],
    ['authors', '2 4 1 3', '1 4 2 3'],
    ['year', '3 4 1 2', '4 1 3 2'],
    ['venue', '3 4 1 2', '4 1 3 2'],
    ['citedBy', '4 1 3 2', '2 3 4 1'],
    ['numCitedBy', '1 3 4 2', '3 1 4 2'],
    ['references', '2 1 4 3', '4 1 2 3'],
    ['readDate', '4 1 3 2', '1 4 3 2'],
    ['tags', '3 1 4 2', '1 3 4 2'],
    ['added', '3 1 4 2', '1 3 4 2'],
    ['folder', '4 3 2 1', '4 3 2 1'],
  ])('should sort by %s: upwards %s, downwards %s, absent values last', (column, up, down) => {
    const order = (descending: boolean): string => paths(sorted(papers, [{ column, descending }], { counts, cited, created }));
    expect([order(false), order(true)]).toEqual([up, down]);
  });

  it.each<[string, readonly TableSort[], string]>([
    ['year, then title downwards', [{ column: 'year', descending: true }, { column: 'title', descending: true }], '1 4 3 2'],
    ['venue, then citations', [{ column: 'venue', descending: true }, { column: 'numCitedBy', descending: false }], '1 4 3 2'],
    ['nothing, which is by title', [], '4 3 2 1'],
  ])('should sort by %s', (_by, sort, expected) => {
    expect(paths(sorted(papers, sort))).toBe(expected);
  });

  it('should give every paper once, in an order that does not depend on the order given', () => {
    const text = fc.constantFrom('a', 'B', 'é', '10', '2', '');
    const anyPaper = fc.record({
      title: text,
      authors: fc.array(text, { maxLength: 2 }),
      venue: fc.option(text),
      year: fc.option(fc.integer({ min: 1990, max: 1993 })),
      numCitedBy: fc.option(fc.integer({ min: 0, max: 3 })),
      status: fc.constantFrom('todo', 'read', 'x', 'y'),
      readDate: fc.option(fc.constantFrom('2024-01-01', '2024-01-02')),
    });
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 15 }), fc.constantFrom(...TABLE_COLUMNS), fc.constantFrom(...TABLE_COLUMNS), fc.boolean(), (given, column, second, descending) => {
        const some = given.map((fields, index) => aPaper({ ...fields, path: `p${String(index)}` }));
        const order = sorted(some, [{ column, descending }, { column: second, descending: true }]);
        const again = sorted([...some].reverse(), [{ column, descending }, { column: second, descending: true }]);
        expect(new Set(order)).toEqual(new Set(some));
        expect(order).toHaveLength(some.length);
        expect(again).toEqual(order);
        expect(paths(sorted(order, [{ column, descending }, { column: second, descending: true }]))).toBe(paths(order));
      }),
      { seed: 20260730, numRuns: 300 },
    );
  });
});
