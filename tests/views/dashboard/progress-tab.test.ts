/** @jest-environment jsdom */
import { aLibrary, type FakeSource } from '../../support/a-library';
import { aPaper } from '../../support/a-paper';
import { completeDom, emptyState, fakeObsidian, openDashboard, settle } from './open-dashboard';

const mockPlatform = { isMobile: false, isMacOS: false };
jest.mock('obsidian', () => fakeObsidian(mockPlatform), { virtual: true });
// The view is loaded after the mock is in place, which an import statement would not be.
const { DashboardView } = jest.requireActual<typeof import('../../../src/views/dashboard/dashboard-view')>(
  '../../../src/views/dashboard/dashboard-view',
);

completeDom();

const read = (...days: (string | null)[]) => days.map((readDate, at) => aPaper({ title: `Paper ${String(at)}`, status: 'read', year: 2020, readDate }));

const opened: { view: { onClose(): Promise<void> } }[] = [];
async function open(source: FakeSource, given: { today?: () => string; readDateProperty?: string; openSettings?: () => void } = {}) {
  const dashboard = await openDashboard(DashboardView, source, given.openSettings, given);
  opened.push(dashboard);
  await dashboard.click(dashboard.button('Progress'));
  return dashboard;
}

afterEach(async () => {
  jest.restoreAllMocks();
  for (const { view } of opened.splice(0)) await view.onClose();
  document.body.replaceChildren();
});

describe('the progress tab', () => {
  it('should say how days of reading come about where there is none, by the name of the property', async () => {
    const { root, button, click, titles } = await open(aLibrary({ papers: read(null, null) }), { readDateProperty: 'finished_on' });
    expect(root.textContent).toContain('No read dates yet');
    expect(root.textContent).toContain('its property “finished_on”');
    expect(root.textContent).not.toContain('this week');
    await click(button('2 read papers without a read date'));
    expect(titles()).toEqual(['Paper 0', 'Paper 1']);
  });

  it('should say that read dates are turned off, and lead to the settings', async () => {
    const openSettings = jest.fn();
    const { root, button, click } = await open(aLibrary({ papers: read(null) }), { readDateProperty: '', openSettings });
    expect(root.textContent).toContain('Read dates are turned off');
    expect(root.textContent).not.toContain('Not counted');
    await click(button('Open settings'));
    expect(openSettings).toHaveBeenCalledTimes(1);
  });

  it('should not say that there are no read dates while notes are read', async () => {
    const source = aLibrary({ papers: read(null) }, { phase: 'reading', done: 1, total: 9 });
    const { root } = await open(source);
    expect(root.textContent).not.toContain('No read dates yet');
    source.set({ papers: read(null, '2024-03-19') }, { phase: 'ready' });
    await settle();
    expect(root.textContent).toContain('1 this week');
  });

  it('should find where it was scrolled to again, also where that is further down than what is known so far', async () => {
    // As a browser has it: nothing is scrolled further than to its end.
    let end = 100;
    const places = new WeakMap<Element, number>();
    jest.spyOn(Element.prototype, 'scrollTop', 'get').mockImplementation(function (this: Element) {
      return places.get(this) ?? 0;
    });
    jest.spyOn(Element.prototype, 'scrollTop', 'set').mockImplementation(function (this: Element, to: number) {
      places.set(this, Math.min(end, to));
      this.dispatchEvent(new Event('scroll'));
    });
    const source = aLibrary({ papers: read('2024-03-19') }, { phase: 'reading', done: 1, total: 9 });
    const { view, one } = await open(source);
    await view.setState({ ...view.getState(), scroll: { progress: 300 } }, {});
    await settle();
    expect(one('.paperweave-read').scrollTop).toBe(100);
    end = 1000;
    source.set({ papers: read('2024-03-19', '2024-03-18') }, { phase: 'ready' });
    await settle();
    expect(one('.paperweave-read').scrollTop).toBe(300);
    // From here on the user decides.
    source.set({ papers: read('2024-03-19') }, { phase: 'ready' });
    one('.paperweave-read').scrollTop = 50;
    await settle();
    expect(one('.paperweave-read').scrollTop).toBe(50);
    expect(view.getState()['scroll']).toMatchObject({ progress: 50 });
  });

  it('should go over into the next day and week while it is open', async () => {
    let day = '2024-03-23';
    const every = jest.spyOn(window, 'setInterval');
    const { root } = await open(aLibrary({ papers: read('2024-03-23', '2024-03-25') }), { today: () => day });
    expect(root.textContent).toContain('1 this week');
    expect(root.textContent).toContain('1 with a read date after today');
    const [tick, milliseconds] = every.mock.calls.at(-1) ?? [];
    expect(milliseconds).toBeLessThanOrEqual(60_000);
    day = '2024-03-25';
    if (typeof tick === 'function') tick();
    await settle();
    expect(root.textContent).toContain('1 this week');
    expect(root.textContent).not.toContain('after today');
    expect(root.textContent).toContain('2 this month');
  });

  it('should leave no clock running when it is closed', async () => {
    const every = jest.spyOn(window, 'setInterval');
    const cleared = jest.spyOn(window, 'clearInterval');
    const { button, click } = await open(aLibrary({ papers: read('2024-03-19') }));
    await click(button('Table'));
    expect(cleared).toHaveBeenCalledWith(every.mock.results.at(-1)?.value);
  });

  it('should draw few of very many venues and weeks, and count them all', async () => {
    const papers = Array.from({ length: 6000 }, (_, at) =>
      aPaper({ path: `p/${String(at)}.md`, title: `Paper ${String(at)}`, status: 'read', venue: `Venue ${String(at % 3000)}`, readDate: `${String(1980 + (at % 44))}-03-01` }),
    );
    const { all, button, click, root } = await open(aLibrary({ papers }));
    await settle();
    expect(root.textContent).toContain('6,000 since Mar 1, 1980');
    await click(button('Show all 3,000 venues'));
    await settle();
    const inDocument = all('[data-paperweave-row], .paperweave-read-bar').length;
    expect(inDocument).toBeGreaterThan(40);
    expect(inDocument).toBeLessThan(200);
    expect(all('[aria-label="Status by venue"][role=grid]')[0]?.getAttribute('aria-rowcount')).toBe('3000');
  });

  it('should lead to the top of the table, and take away what narrowed it', async () => {
    const { view, button, click, titles } = await open(aLibrary({ papers: read('2024-03-19', '2024-03-20') }));
    const filters = { ...emptyState.filters, venue: ['Gone'] };
    await view.setState({ ...emptyState, tab: 'progress', search: 'nothing', filters, scroll: { ...emptyState.scroll, table: 340 } }, {});
    await settle();
    await click(button('2020: 2 papers'));
    expect(titles()).toEqual(['Paper 0', 'Paper 1']);
    expect(view.getState()).toMatchObject({ tab: 'table', search: '', filters: { year: ['2020'], venue: [] }, scroll: { table: 0 } });
  });

  it('should remember what was chosen', async () => {
    const papers = [...read('2024-03-19'), ...Array.from({ length: 20 }, (_, at) => aPaper({ title: `V ${String(at)}`, venue: `Venue ${String(at)}` }))];
    const { view, button, click } = await open(aLibrary({ papers }));
    await click(button('Month'));
    await click(button('Show all 20 venues'));
    expect(view.getState()).toMatchObject({ tab: 'progress', readBy: 'month', wholeBreakdowns: ['venue'] });
    await click(button('Show fewer'));
    expect(view.getState()).toMatchObject({ ...emptyState, tab: 'progress', readBy: 'month', wholeBreakdowns: [] });
  });
});
