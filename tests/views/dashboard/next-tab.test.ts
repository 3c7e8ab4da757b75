/** @jest-environment jsdom */
import { aLibrary, aMissingWork, aReference, type FakeSource, type LibraryContents } from '../../support/a-library';
import { aPaper } from '../../support/a-paper';
import { completeDom, emptyState, fakeObsidian, openDashboard, settle } from './open-dashboard';

const mockPlatform = { isMobile: false, isMacOS: false };
jest.mock('obsidian', () => fakeObsidian(mockPlatform), { virtual: true });
// The view is loaded after the mock is in place, which an import statement would not be.
const { RankingSearch } = jest.requireActual<typeof import('../../../src/core/dashboard/ranking-search')>('../../../src/core/dashboard/ranking-search');
const { DashboardView } = jest.requireActual<typeof import('../../../src/views/dashboard/dashboard-view')>(
  '../../../src/views/dashboard/dashboard-view',
);

completeDom();

const attention = aPaper({ title: 'Attention', authors: ['Vaswani', 'Shazeer'], year: 2017, venue: 'NIPS', numCitedBy: 1204, tags: ['paper', 'nlp'] });
const resnet = aPaper({ title: 'ResNet', year: 2015 });
const bert = aPaper({ title: 'BERT', year: 2018, status: 'reading' });
const elmo = aPaper({ title: 'ELMo', year: 2018, status: 'read', tags: ['paper', 'nlp'] });
const adam = aMissingWork('Adam', [bert.path, elmo.path], { readBy: 1, activeBy: 1 });
const library: LibraryContents = {
  papers: [attention, resnet, bert, elmo],
  citedBy: { [attention.path]: 2 },
  citing: { [attention.path]: [bert.path, elmo.path] },
  missing: [adam],
  references: {
    [elmo.path]: [aReference({ target: attention.path }, 21), aReference({ missingKey: 'adam' }, 22)],
    [bert.path]: [aReference({ missingKey: 'adam' }, 30), aReference({ target: attention.path }, 31)],
  },
};

const opened: { view: { onClose(): Promise<void> } }[] = [];
async function openNext(source: FakeSource = aLibrary(library), openSettings?: () => void) {
  const dashboard = await openDashboard(DashboardView, source, openSettings);
  opened.push(dashboard);
  await dashboard.click(dashboard.button('Next'));
  while (dashboard.root.textContent.includes('Ranking papers…')) await settle();
  return dashboard;
}

afterEach(async () => {
  for (const { view } of opened.splice(0)) await view.onClose();
  document.body.replaceChildren();
});

describe('what to read next', () => {
  it('should rank papers and missing works, each with its reasons in words', async () => {
    const { all, count } = await openNext();
    expect(all('.mod-next').map((row) => row.querySelector('.mod-about')?.textContent)).toEqual([
      'AttentionVaswani et al. · 2017 · NIPSCited by 2 papers here, 1 of them read, 1 being read · recent · 1,204 citations worldwide',
      'AdamNo note yetCited by 2 papers here, 1 of them read, 1 being read · year and citations worldwide not known',
      'ResNet2015Cited by no paper here · recent · citations worldwide not known',
    ]);
    expect(all('.mod-rank').map((cell) => cell.getAttribute('aria-label'))).toEqual(['Rank 1', 'Rank 2', 'Rank 3']);
    expect(all('.mod-score')[0]?.getAttribute('aria-label')).toMatch(/^Score \d\d of 100$/);
    expect(count()).toBe('2 papers');
  });

  it('should make ready what a search looks through when one enters its box', async () => {
    const prepare = jest.spyOn(RankingSearch.prototype, 'prepare');
    const { root } = await openNext();
    expect(prepare).not.toHaveBeenCalled();
    root.querySelector<HTMLInputElement>('.paperweave-search input')?.focus();
    await settle();
    expect(prepare.mock.calls.map(([ranking, withWorks]) => [ranking.queued.length, withWorks])).toEqual([[2, true]]);
    prepare.mockRestore();
  });

  it('should leave the missing works out when they are not wanted, and keep that', async () => {
    const { button, click, titles, view, all } = await openNext();
    await click(button('Missing works'));
    expect(titles()).toEqual(['Attention', 'ResNet']);
    expect(all('.mod-rank').map((cell) => cell.textContent)).toEqual(['1', '2']);
    expect(view.getState().nextWorks).toBe(false);
  });

  it('should start a paper with one click, and create the note of a work', async () => {
    const { button, click, choose, one, actions } = await openNext();
    await click(button('Start reading ResNet'));
    expect(actions.setStatus.mock.calls).toEqual([[[resnet.path], 'reading']]);
    await click(button('Create note for Adam'));
    expect(actions.createNotes.mock.calls).toEqual([[['adam']]]);
    const select = one('[data-paperweave-row="0"] select');
    select.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    await choose(select, 'skipped');
    expect(actions.setStatus).toHaveBeenLastCalledWith([attention.path], 'skipped');
    expect(actions.openNote).not.toHaveBeenCalled();
  });

  it('should offer no start where no status means that a paper is being read', async () => {
    const { all, setStatuses } = await openNext();
    await setStatuses([{ value: 'todo', label: 'To read', kind: 'queued', aliases: [], color: '' }]);
    expect(all('.paperweave-next-action').map((button) => button.textContent)).toEqual(['Create note']);
  });

  it('should open a paper as the table does, and show the menus', async () => {
    const { one, click, press, actions } = await openNext();
    await click(one('[data-paperweave-row="0"]'), { ctrlKey: true });
    expect(actions.openNote).toHaveBeenLastCalledWith(attention.path, expect.objectContaining({ ctrlKey: true }));
    one('[data-paperweave-row="0"] .paperweave-title').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(actions.hoverNote).toHaveBeenCalledTimes(1);
    one('[data-paperweave-row="0"]').focus();
    await press('F10', { shiftKey: true });
    expect(actions.showMenu).toHaveBeenCalledWith([attention.path], expect.anything());
    await press('ArrowDown');
    await press('ContextMenu');
    expect(actions.showWorkMenu).toHaveBeenCalledWith(adam, expect.anything());
    expect(actions.openNote).toHaveBeenCalledTimes(1);
  });

  it('should show how a score adds up and who cites it, by keyboard, and jump to where', async () => {
    const { one, all, press, actions } = await openNext();
    one('[data-paperweave-row="0"]').focus();
    await press('ArrowRight');
    expect(one('[data-paperweave-row="0"]').getAttribute('aria-expanded')).toBe('true');
    expect(all('.mod-share').map((row) => row.querySelector('[role=rowheader]')?.textContent)).toEqual([
      'Cited by 2 papers here', '1 of them read', '1 of them being read', 'From 2017', '1,204 citations worldwide, 602 a year',
    ]);
    const points = all('.mod-points').map((cell) => Number(/^[\d.]+/.exec(cell.textContent)?.[0]));
    expect(Math.round(points.reduce((sum, each) => sum + each, 0))).toBe(Number(one('.mod-score').textContent));
    expect(all('.mod-citing .paperweave-title').map((title) => title.textContent)).toEqual(['ELMo', 'BERT']);
    for (let step = 0; step < 6; step += 1) await press('ArrowDown');
    await press('Enter');
    expect(actions.openNote.mock.calls).toEqual([[elmo.path, expect.anything(), 21]]);
    await press('ArrowLeft');
    expect(document.activeElement).toBe(one('[data-paperweave-row="0"]'));
    await press('ArrowLeft');
    expect(all('.mod-share')).toEqual([]);
    await press('ArrowDown');
    await press('Enter');
    expect(all('.mod-citing-line').map((cell) => cell.textContent)).toEqual(['Line 22', 'Line 30']);
    expect(actions.openNote).toHaveBeenCalledTimes(1);
  });

  it('should be narrowed by search and filters, but not by the status that every one of them has', async () => {
    const { view, titles, all, button, click, count, root } = await openNext();
    await view.setState({ ...emptyState, tab: 'next', filters: { ...emptyState.filters, status: ['read'], tag: ['nlp'] } }, {});
    await settle();
    expect([titles(), count()]).toEqual([['Attention'], '1 of 2']);
    expect(all('.paperweave-chip').map((chip) => chip.textContent)).toEqual(['Tags: nlp']);
    await click(button('Year'));
    expect(all('.paperweave-option').map((option) => option.textContent)).toEqual(['20171']);
    await click(button('Done'));
    await click(button('Clear filters'));
    expect(view.getState().filters).toEqual({ ...emptyState.filters, status: ['read'] });
    await view.setState({ ...emptyState, tab: 'next', search: 'zzz' }, {});
    await settle();
    expect(root.textContent).toContain('No paper matches.');
    await click(button('Clear search and filters'));
    expect(titles()).toHaveLength(3);
  });

  it('should say that nothing is queued, and lead to the missing works', async () => {
    const { root, button, click } = await openNext(aLibrary({ ...library, papers: [bert, elmo] }));
    expect(root.textContent).toContain('Nothing is waiting to be read.');
    expect(root.textContent).toContain('Papers with the status “To read” are ranked here.');
    await click(button('Show missing works'));
    expect(button(/^Missing/).getAttribute('aria-selected')).toBe('true');
  });

  it('should not say so while notes are read', async () => {
    const { root } = await openNext(aLibrary({ ...library, papers: [bert] }, { phase: 'reading', done: 1, total: 4 }));
    expect(root.textContent).toContain('Nothing that is waiting to be read has been found yet.');
    expect(root.textContent).not.toContain('Nothing is waiting to be read.');
  });

  it('should say how it is ordered where no weight is left, and lead to the weights', async () => {
    const openSettings = jest.fn();
    const { setWeights, titles, one, root, button, click, all, press } = await openNext(aLibrary(library), openSettings);
    expect(root.querySelector('.paperweave-banner')).toBeNull();
    await setWeights({ cited: 0, read: 0, active: 0, recent: 0, worldwide: 0 });
    expect(titles()).toEqual(['Attention', 'ResNet']);
    expect(one('.paperweave-banner').textContent).toContain('All weights are 0, so these are in the order of their titles.');
    await click(button('Change what counts'));
    expect(openSettings).toHaveBeenCalledTimes(1);
    one('[data-paperweave-row="0"]').focus();
    await press('ArrowRight');
    expect(all('.mod-share')).toEqual([]);
    await setWeights({ cited: 0, read: 0, active: 0, recent: 9, worldwide: 0 });
    expect(titles().slice(0, 2)).toEqual(['Attention', 'ELMo']);
  });

  it('should follow the library: a paper that is begun makes room for the next', async () => {
    const source = aLibrary(library);
    const { titles, one } = await openNext(source);
    one('[data-paperweave-row="0"]').focus();
    source.set({ papers: [{ ...attention, status: 'reading', statusKind: 'active' }, resnet, bert, elmo] });
    await settle();
    expect(titles()).toEqual(['Adam', 'ResNet']);
    expect(document.activeElement).toBe(one('[data-paperweave-row="0"]'));
  });

  it('should draw few of very many', async () => {
    const papers = Array.from({ length: 5000 }, (_, at) => aPaper({ path: `p/${String(at)}.md`, title: `Paper ${String(at)}` }));
    const { all, one } = await openNext(aLibrary({ papers }));
    expect(one('[role=treegrid]').getAttribute('aria-rowcount')).toBe('5000');
    expect(all('[data-paperweave-row]').length).toBeLessThan(100);
  });
});
