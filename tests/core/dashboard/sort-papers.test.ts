import fc from 'fast-check';
import { TABLE_COLUMNS, type TableColumn } from '../../../src/core/dashboard/dashboard-state';
import { sortPapers, type SortFacts } from '../../../src/core/dashboard/sort-papers';
import { orderTitles } from '../../../src/core/dashboard/title-order';
import type { ReferenceCounts } from '../../../src/core/library';
import type { Paper } from '../../../src/core/paper';
import { DEFAULT_STATUSES } from '../../../src/core/status-vocabulary';
import { aPaper } from '../../support/a-paper';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const references = (linked: number, plain = 0): ReferenceCounts => ({ linked, broken: 0, plain, ambiguous: 0, reparable: 0 });

function factsOf(
  papers: readonly Paper[],
  counts: Readonly<Record<string, ReferenceCounts>> = {},
  cited: Readonly<Record<string, number>> = {},
): SortFacts {
  return {
    titles: orderTitles(papers, null, collator),
    statuses: DEFAULT_STATUSES,
    collator,
    citedByCount: (path) => cited[path] ?? 0,
    counts: (path) => counts[path] ?? null,
  };
}

const papers = [
  aPaper({ path: '1', title: 'Part 10', authors: ['Zoe'], year: 2001, venue: 'b', status: 'read', readDate: '2024-02-01', numCitedBy: 5 }),
  aPaper({ path: '2', title: 'Part 2', authors: ['émile', 'A'], year: null, venue: null, status: 'odd' }),
  aPaper({ path: '3', title: 'élan', authors: [], year: 1999, venue: 'A', status: 'reading', numCitedBy: 50 }),
  aPaper({ path: '4', title: 'alpha', authors: ['Frank'], year: 2001, venue: 'b', readDate: '2023-12-31' }),
];
const counts = { '1': references(1, 1), '2': references(0), '4': references(7) };
const cited = { '2': 3, '3': 1 };

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
  ])('should sort by %s: upwards %s, downwards %s, absent values last', (column, up, down) => {
    const order = (descending: boolean): string =>
      sortPapers({ column, descending }, factsOf(papers, counts, cited)).map((paper) => paper.path).join(' ');
    expect([order(false), order(true)]).toEqual([up, down]);
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
      fc.property(fc.array(anyPaper, { maxLength: 15 }), fc.constantFrom(...TABLE_COLUMNS), fc.boolean(), (given, column, descending) => {
        const some = given.map((fields, index) => aPaper({ ...fields, path: `p${String(index)}` }));
        const sorted = sortPapers({ column, descending }, factsOf(some));
        const again = sortPapers({ column, descending }, factsOf([...some].reverse()));
        expect(new Set(sorted)).toEqual(new Set(some));
        expect(sorted).toHaveLength(some.length);
        expect(again).toEqual(sorted);
      }),
      { seed: 20260730, numRuns: 300 },
    );
  });
});

describe('orderTitles', () => {
  const titles = (order: readonly Paper[]): string => order.map((paper) => paper.title).join(' ');

  it('should place papers that were added, changed or renamed without ordering the rest again', () => {
    const first = orderTitles(papers, null, collator);
    const changed = aPaper({ path: '1', title: 'beta' });
    let compared = 0;
    const counting = {
      compare: (a: string, b: string) => {
        compared += 1;
        return collator.compare(a, b);
      },
    };
    const second = orderTitles([changed, ...papers.slice(1)], first, counting);
    expect(titles(second.order)).toBe('alpha beta élan Part 2');
    expect(compared).toBeLessThan(4);
    expect([...second.rank.values()]).toEqual([0, 1, 2, 3]);
  });

  it('should give the same order back where nothing changed', () => {
    const first = orderTitles(papers, null, collator);
    expect(orderTitles([...papers], first, collator)).toBe(first);
  });

  it('should order what it follows step by step as it orders it at once', () => {
    const title = fc.constantFrom('a', 'b 2', 'b 10', 'B', 'é', 'z');
    fc.assert(
      fc.property(fc.array(fc.tuple(title, fc.nat(3)), { maxLength: 30 }), (steps) => {
        let current: Paper[] = [];
        let order = orderTitles(current, null, collator);
        steps.forEach(([name, kind], index) => {
          const paper = aPaper({ title: name, path: `p${String(index)}` });
          if (kind === 0) current = current.slice(1);
          else if (kind === 1) current = [...current.slice(1), paper];
          else current = [...current, paper];
          order = orderTitles(current, order, collator);
        });
        expect(order.order).toEqual(orderTitles(current, null, collator).order);
      }),
      { seed: 20260730, numRuns: 300 },
    );
  });
});
