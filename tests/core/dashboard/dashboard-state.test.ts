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
      sort: { column: 'year', descending: true },
      missingSearch: 'deep',
      showHidden: true,
      readBy: 'month',
      wholeBreakdowns: ['venue', 'tag'],
      scroll: { table: 340, board: 80, missing: 0, progress: 60, problems: 12, chart: 500 },
    };
    expect(readDashboardState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('should keep the sound parts of a damaged state', () => {
    const stored = {
      tab: 'problems',
      search: 7,
      filters: { status: ['read', 3, null, 'read'], year: '2017', shape: ['round'] },
      sort: { column: 'colour', descending: 'yes' },
      readBy: 'day',
      wholeBreakdowns: ['tag', 'author', 7, 'tag'],
      scroll: { table: -4, board: '9', missing: Number.NaN, progress: null, problems: 9, chart: 30 },
    };
    expect(readDashboardState(stored)).toEqual({
      ...INITIAL_DASHBOARD_STATE,
      tab: 'problems',
      filters: { ...INITIAL_DASHBOARD_STATE.filters, status: ['read'] },
      wholeBreakdowns: ['tag'],
      scroll: { table: 0, board: 0, missing: 0, progress: 0, problems: 9, chart: 30 },
    });
  });

  it('should take keys such as __proto__ for the unknown keys they are', () => {
    const stored: unknown = JSON.parse('{"__proto__":{"tab":"missing"},"filters":{"__proto__":["x"],"constructor":["y"]}}');
    expect(readDashboardState(stored)).toEqual(INITIAL_DASHBOARD_STATE);
  });
});
