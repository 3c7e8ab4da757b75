import { INITIAL_DASHBOARD_STATE, type DashboardState } from '../../../src/core/dashboard/dashboard-state';
import { findView, isAtView, readLook, removeView, saveView } from '../../../src/core/dashboard/saved-views';

const state: DashboardState = { ...INITIAL_DASHBOARD_STATE, tab: 'board', search: 'tag:nlp', group: 'venue', collapsed: ['ACL'], scroll: { ...INITIAL_DASHBOARD_STATE.scroll, board: 80 } };

describe('saved views', () => {
  it('should keep all that is shown, but not how far it is scrolled', () => {
    const [view] = saveView([], ' Mine ', state);
    expect(view?.name).toBe('Mine');
    expect(view?.look).toMatchObject({ tab: 'board', search: 'tag:nlp', group: 'venue', collapsed: ['ACL'] });
    expect(Object.keys(view?.look ?? {})).not.toContain('scroll');
  });

  it('should tell whether a view is shown, however far it is scrolled and in whatever order its parts are kept', () => {
    const [view] = saveView([], 'Mine', state);
    if (!view) throw new Error('The view was not saved.');
    const reordered = Object.fromEntries(Object.entries(state).reverse()) as unknown as DashboardState;
    expect([isAtView(state, view), isAtView(INITIAL_DASHBOARD_STATE, view), isAtView({ ...state, scroll: INITIAL_DASHBOARD_STATE.scroll }, view), isAtView(reordered, view)]).toEqual([true, false, true, true]);
  });

  it('should replace a view of the same name in its place, case aside, and delete it', () => {
    const three = ['One', 'Two', 'Three'].reduce((views, name) => saveView(views, name, INITIAL_DASHBOARD_STATE), saveView([], 'Zero', state));
    const replaced = saveView(three, 'two ', state);
    expect(replaced.map((view) => view.name)).toEqual(['Zero', 'One', 'two', 'Three']);
    expect(findView(replaced, 'TWO')?.look).toEqual(readLook(state));
    expect(removeView(replaced, 'Two').map((view) => view.name)).toEqual(['Zero', 'One', 'Three']);
    expect(findView(replaced, '')).toBeNull();
  });
});
