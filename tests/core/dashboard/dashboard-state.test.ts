import { INITIAL_DASHBOARD_STATE, readDashboardState, type DashboardState } from '../../../src/core/dashboard/dashboard-state';

describe('readDashboardState', () => {
  it.each([[undefined], [null], ['table'], [3], [[]], [{}], [{ later: 'version', tab: 'map', filters: 3, sort: null, scroll: 'x' }]])(
    'should start afresh from %j',
    (stored) => {
      expect(readDashboardState(stored)).toEqual(INITIAL_DASHBOARD_STATE);
    },
  );

  it('should give back what was kept, after a way through JSON', () => {
    const state: DashboardState = {
      tab: 'missing',
      search: 'graph',
      filters: { status: ['read'], tag: ['ml'], year: ['2017', ''], venue: [], author: ['Jo'] },
      sort: [{ column: 'year', descending: true }, { column: 'title', descending: false }],
      group: 'venue',
      collapsed: ['NeurIPS', ''],
      columns: [{ column: 'title', width: 400 }, { column: 'added', width: null }],
      density: 'roomy',
      missingSearch: 'deep',
      missingAtLeast: 3,
      missingByRead: true,
      showHidden: true,
      nextWorks: false,
      readBy: 'month',
      wholeBreakdowns: ['venue', 'tag'],
      scroll: { table: 340, board: 80, missing: 0, next: 7, progress: 60, problems: 12, chart: 500 },
    };
    expect(readDashboardState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('should keep the sound parts of a damaged state', () => {
    const stored = {
      tab: 'problems',
      search: 7,
      filters: { status: ['read', 3, null, 'read'], year: '2017', shape: ['round'] },
      sort: { column: 'colour', descending: 'yes' },
      missingAtLeast: 0.5,
      missingByRead: 'yes',
      nextWorks: null,
      readBy: 'day',
      wholeBreakdowns: ['tag', 'author', 7, 'tag'],
      scroll: { table: -4, board: '9', missing: Number.NaN, next: Infinity, progress: null, problems: 9, chart: 30 },
    };
    expect(readDashboardState(stored)).toEqual({
      ...INITIAL_DASHBOARD_STATE,
      tab: 'problems',
      filters: { ...INITIAL_DASHBOARD_STATE.filters, status: ['read'] },
      wholeBreakdowns: ['tag'],
      scroll: { table: 0, board: 0, missing: 0, next: 0, progress: 0, problems: 9, chart: 30 },
    });
  });

  it.each([
    ['one key, as it was kept at first', { sort: { column: 'year', descending: true } }, { sort: [{ column: 'year', descending: true }] }],
    ['a column that is sorted by twice', { sort: [{ column: 'year' }, { column: 'year', descending: true }] }, { sort: [{ column: 'year', descending: false }] }],
    ['columns without the title', { columns: [{ column: 'year', width: 1 }, 7, { column: 'shape' }, { column: 'year', width: 90 }] }, { columns: [{ column: 'title', width: null }, { column: 'year', width: 40 }] }],
    ['a title that is not the first', { columns: [{ column: 'year', width: 5000 }, { column: 'title', width: 300.4 }] }, { columns: [{ column: 'title', width: 300 }, { column: 'year', width: 1200 }] }],
    ['no columns', { columns: [] }, {}],
    ['a group and a density of its own', { group: 'shape', density: 3, collapsed: ['a', 4, 'a'] }, { collapsed: ['a'] }],
  ])('should read %s', (_what, stored, expected) => {
    expect(readDashboardState(stored)).toEqual({ ...INITIAL_DASHBOARD_STATE, ...expected });
  });

  it('should take keys such as __proto__ for the unknown keys they are', () => {
    const stored: unknown = JSON.parse('{"__proto__":{"tab":"missing"},"filters":{"__proto__":["x"],"constructor":["y"]}}');
    expect(readDashboardState(stored)).toEqual(INITIAL_DASHBOARD_STATE);
  });
});
