/** @jest-environment jsdom */
import axe from 'axe-core';
import { aLibrary, aMissingWork, aReference, type FakeSource, type LibraryContents } from '../../support/a-library';
import { ShownPapers } from '../../../src/core/dashboard/shown-papers';
import type { MissingWork } from '../../../src/core/library/library';
import { aPaper } from '../../support/a-paper';
import { completeDom, emptyState, fakeObsidian, openDashboard, settle } from './open-dashboard';

const mockPlatform = { isMobile: false, isMacOS: false };
jest.mock('obsidian', () => fakeObsidian(mockPlatform), { virtual: true });
// The view is loaded after the mock is in place, which an import statement would not be.
const { DashboardView } = jest.requireActual<typeof import('../../../src/views/dashboard/dashboard-view')>(
  '../../../src/views/dashboard/dashboard-view',
);

completeDom();

const attention = aPaper({
  title: 'Attention is all you need',
  authors: ['Ashish Vaswani', 'Noam Shazeer'],
  year: 2017,
  venue: 'NIPS',
  status: 'read',
  readDate: '2024-03-01',
});
const bert = aPaper({ title: 'BERT', authors: ['Jacob Devlin'], year: 2018, venue: 'NAACL', numCitedBy: 12345, status: 'reading' });
const resnet = aPaper({ title: 'ResNet', year: 2015, venue: 'CVPR' });
const threePapers: LibraryContents = {
  papers: [attention, bert, resnet],
  citedBy: { [attention.path]: 2 },
  counts: { [bert.path]: { linked: 4, broken: 1, plain: 12, ambiguous: 2, reparable: 3 } },
};
const many = (count: number): LibraryContents => ({
  papers: Array.from({ length: count }, (_, index) => aPaper({ path: `p/${String(index)}.md`, title: `Paper ${String(index)}` })),
});

const opened: { view: { onClose(): Promise<void> } }[] = [];
async function open(source: FakeSource, openSettings?: () => void) {
  const dashboard = await openDashboard(DashboardView, source, openSettings);
  opened.push(dashboard);
  return dashboard;
}

afterEach(async () => {
  for (const { view } of opened.splice(0)) await view.onClose();
  document.body.replaceChildren();
  Object.assign(mockPlatform, { isMobile: false, isMacOS: false });
});

describe('the states of the dashboard', () => {
  it('should say that it waits for Obsidian, whatever the library says', async () => {
    const { root } = await open(aLibrary(threePapers, { phase: 'waiting' }));
    expect(root.textContent).toBe('Waiting for Obsidian to finish loading…');
  });

  it('should show what is known while notes are read, and that it is not all', async () => {
    const { root, one } = await open(aLibrary(threePapers, { phase: 'reading', done: 300, total: 1157 }));
    expect(root.textContent).toContain('Reading notes: 300 of 1,157. What is shown is not complete yet.');
    expect(one('progress').getAttribute('value')).toBe('300');
    expect(one('.paperweave-progress-of').textContent).toBe('of 3 read so far');
    expect(root.textContent).toContain('BERT');
  });

  it('should not call a vault empty before it is read', async () => {
    const { root } = await open(aLibrary({}, { phase: 'reading', done: 0, total: 10 }));
    expect(root.textContent).not.toContain('No paper notes');
  });

  it('should say what a paper note is where there is none, and lead to the settings', async () => {
    const openSettings = jest.fn();
    const { root, button, click } = await open(aLibrary(), openSettings);
    expect(root.textContent).toContain('No paper notes yet');
    await click(button('Open settings'));
    expect(openSettings).toHaveBeenCalledTimes(1);
  });

  it('should list problems also where no paper can be read', async () => {
    const problems = [{ code: 'invalid-yaml', path: 'a.md', line: 2, message: 'Bad indentation.', others: [] }] as const;
    const { root, button, click } = await open(aLibrary({ problems }));
    expect(root.textContent).toContain('No paper notes yet');
    await click(button(/^Problems/));
    expect(root.textContent).toContain('Bad indentation.');
  });

  it('should follow the library', async () => {
    const source = aLibrary(threePapers);
    const { titles, count } = await open(source);
    source.set({ papers: [attention, aPaper({ title: 'GloVe' })] });
    await settle();
    expect(titles()).toEqual(['Attention is all you need', 'GloVe']);
    expect(count()).toBe('2 papers');
  });

  it('should keep the rest when one part fails, and try again when asked', async () => {
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const source = aLibrary(threePapers);
    const missing = jest.spyOn(source.library, 'hiddenMissing').mockImplementation(() => {
      throw new Error('out of order');
    });
    const { one, root, button, click } = await open(source);
    await click(button('Missing'));
    expect(one('[role=alert]').textContent).toContain('The missing works could not be shown.out of order');
    expect(root.textContent).toContain('of 3 read');
    missing.mockRestore();
    await click(button('Retry'));
    expect(root.textContent).toContain('Nothing is missing.');
    expect(reported).toHaveBeenCalledTimes(1);
    reported.mockRestore();
  });

  it('should report an error once, however many rows it strikes', async () => {
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const source = aLibrary(threePapers);
    jest.spyOn(source.library, 'citedByCount').mockImplementation((path) => {
      throw new Error(`out of order: ${path}`);
    });
    const { one } = await open(source);
    expect(one('[role=alert]').textContent).toContain('The table could not be shown.');
    expect(reported).toHaveBeenCalledTimes(1);
    reported.mockRestore();
  });

  it('should leave nothing behind when it is closed', async () => {
    const source = aLibrary(threePapers);
    const { view, root, settingsCallbacks } = await open(source);
    expect([source.listeners, settingsCallbacks.size]).toEqual([1, 1]);
    await view.onClose();
    await settle();
    expect([source.listeners, settingsCallbacks.size, root.childElementCount]).toEqual([0, 0, 0]);
  });
});

describe('the counts', () => {
  it('should say the progress in words', async () => {
    const { one } = await open(aLibrary(threePapers));
    expect(one('.paperweave-progress-bar').getAttribute('aria-label')).toBe(
      '1 of 3 papers read, 33 percent. To read: 1, Reading: 1, Read: 1',
    );
  });

  it('should filter by a status when it is clicked, and take that back', async () => {
    const { button, click, titles } = await open(aLibrary(threePapers));
    await click(button('Read 1'));
    expect(titles()).toEqual(['Attention is all you need']);
    expect(button('Read 1').getAttribute('aria-pressed')).toBe('true');
    await click(button('Read 1'));
    expect(titles()).toHaveLength(3);
  });

  it('should follow the settings', async () => {
    const { button, setStatuses } = await open(aLibrary(threePapers));
    await setStatuses([{ value: 'read', label: 'Finished', kind: 'done', aliases: [], color: 'pink' }]);
    expect(button('Finished 1').querySelector('.paperweave-dot')?.className).toContain('mod-pink');
  });
});

describe('the table', () => {
  it('should show what is known of each paper', async () => {
    const { all } = await open(aLibrary(threePapers));
    const cells = (row: number): (string | null)[] =>
      [...(all('.paperweave-list-item [role=row]')[row]?.children ?? [])].map((cell) =>
        cell.querySelector('select') === null ? cell.textContent : (cell.querySelector('select')?.value ?? null),
      );
    const [title, ...rest] = cells(0);
    expect(title).toBe('Attention is all you need');
    expect(rest).toEqual(['read', 'Ashish Vaswani et al.', '2017', 'NIPS', '2', '–', '–', '2024-03-01']);
    expect(cells(1)).toEqual(['BERT', 'reading', 'Jacob Devlin', '2018', 'NAACL', '0', '12,345', '4112', '–']);
    expect(all('.mod-references[title]')[1]?.title).toBe('4 linked, 1 broken, 12 plain, 2 ambiguous');
  });

  it('should keep few of very many rows in the document, and tell how many there are', async () => {
    const { all, one } = await open(aLibrary(many(50_000)));
    expect(all('[data-paperweave-row]').length).toBeLessThan(100);
    expect(one('[role=grid]').getAttribute('aria-rowcount')).toBe('50001');
    expect(all('[data-paperweave-row]')[0]?.getAttribute('aria-rowindex')).toBe('2');
  });

  it('should search as one types', async () => {
    const { one, type, titles, count } = await open(aLibrary(threePapers));
    await type(one('.paperweave-search input'), 'need VASWANI');
    expect(titles()).toEqual(['Attention is all you need']);
    expect(count()).toBe('1 of 3');
  });

  it('should say that nothing matches, and clear what narrows', async () => {
    const { one, root, type, button, click, titles } = await open(aLibrary(threePapers));
    await type(one('.paperweave-search input'), 'zzz');
    expect(root.textContent).toContain('No paper matches.');
    await click(button('Clear search and filters'));
    expect(titles()).toHaveLength(3);
  });

  it('should sort by a column, and the other way round at the second click', async () => {
    const { all, head, click, titles } = await open(aLibrary(threePapers));
    await click(head('Year'));
    expect(titles()).toEqual(['BERT', 'Attention is all you need', 'ResNet']);
    expect(all('[aria-sort=descending]').map((head) => head.textContent.trim())).toEqual(['Year']);
    await click(head('Year'));
    expect(titles()).toEqual(['ResNet', 'Attention is all you need', 'BERT']);
  });

  it('should make ready what sorting by a column goes by when one points at its head, or comes to it by keyboard', async () => {
    const { head } = await open(aLibrary(threePapers));
    const makeReady = jest.spyOn(ShownPapers.prototype, 'placesOf');
    head('Authors').parentElement?.dispatchEvent(new Event('pointerenter'));
    await settle();
    head('Year').focus();
    await settle();
    expect(makeReady.mock.calls.map(([column]) => column)).toEqual(['authors', 'year']);
    makeReady.mockRestore();
  });

  it('should filter by several values of a menu', async () => {
    const { all, button, click, titles, press } = await open(aLibrary(threePapers));
    await click(button('Venue'));
    expect(all('.paperweave-option').map((option) => option.textContent)).toEqual(['CVPR1', 'NAACL1', 'NIPS1']);
    for (const option of all('.paperweave-option input').slice(0, 2)) await click(option);
    expect(titles()).toEqual(['BERT', 'ResNet']);
    await press('Escape');
    expect(all('.paperweave-popover')).toEqual([]);
    expect(document.activeElement).toBe(button('Venue, 2 chosen'));
    await click(button('Remove filter Venue: CVPR'));
    expect(titles()).toEqual(['BERT']);
    await click(button('Clear filters'));
    expect(titles()).toHaveLength(3);
  });

  it('should open a paper by click, middle click and Enter, and show its menu', async () => {
    const { one, click, press, actions } = await open(aLibrary(threePapers));
    const row = one('[data-paperweave-row="1"]');
    await click(one('[data-paperweave-row="1"] .paperweave-title'), { ctrlKey: true });
    expect(actions.openNote).toHaveBeenLastCalledWith(bert.path, expect.objectContaining({ ctrlKey: true }));
    row.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, button: 1 }));
    expect(actions.openNote).toHaveBeenLastCalledWith(bert.path, expect.objectContaining({ type: 'auxclick' }));
    row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 }));
    expect(actions.showMenu).toHaveBeenLastCalledWith([bert.path], expect.objectContaining({ type: 'contextmenu' }));
    row.focus();
    await press('Enter', { shiftKey: true });
    expect(actions.openNote).toHaveBeenLastCalledWith(bert.path, expect.objectContaining({ type: 'keydown', shiftKey: true }));
    await press('F10', { shiftKey: true });
    expect(actions.showMenu).toHaveBeenCalledTimes(2);
    expect(actions.openNote).toHaveBeenCalledTimes(3);
  });

  it('should offer a preview of the title under the mouse', async () => {
    const { one, actions, view } = await open(aLibrary(threePapers));
    const title = one('[data-paperweave-row="0"] .paperweave-title');
    title.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(actions.hoverNote).toHaveBeenCalledWith(attention.path, expect.anything(), title, view);
  });

  it('should move over the rows by keyboard, from the search box on', async () => {
    const { one, press, all } = await open(aLibrary(threePapers));
    one('.paperweave-search input').focus();
    const places: (string | null | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'Home', 'ArrowUp']) {
      await press(key);
      places.push(document.activeElement?.getAttribute('data-paperweave-row'));
    }
    expect(places).toEqual(['0', '1', '2', '2', '0', '0']);
    expect(all('[role=row][tabindex="0"]')).toHaveLength(1);
  });

  it('should keep the focus on a paper that changes its place', async () => {
    const source = aLibrary(threePapers);
    const { one, all } = await open(source);
    one('[data-paperweave-row="1"]').focus();
    source.set({ papers: [attention, { ...bert, title: 'Zebra' }, resnet] });
    await settle();
    expect(document.activeElement).toBe(one('[data-paperweave-row="2"]'));
    expect(document.activeElement?.textContent).toContain('Zebra');
    expect(all('[role=row][tabindex="0"]')).toEqual([document.activeElement]);
  });

  it('should hand the focus on when its paper goes away', async () => {
    const source = aLibrary(threePapers);
    const { one } = await open(source);
    one('[data-paperweave-row="1"]').focus();
    source.set({ papers: [attention, resnet] });
    await settle();
    expect(document.activeElement).toBe(one('[data-paperweave-row="1"]'));
    expect(document.activeElement?.textContent).toContain('ResNet');
  });

  it('should draw titles as the text they are', async () => {
    const { root, titles } = await open(aLibrary({ papers: [aPaper({ title: '<img src=x onerror=alert(1)> & <b>bold</b>' })] }));
    expect(titles()).toEqual(['<img src=x onerror=alert(1)> & <b>bold</b>']);
    expect(root.querySelector('img, b')).toBeNull();
  });
});

describe('a status edited in place', () => {
  it('should be set at once when chosen with the mouse', async () => {
    const { one, choose, actions } = await open(aLibrary(threePapers));
    const select = one('[data-paperweave-row="2"] select');
    select.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    await choose(select, 'read');
    expect(actions.setStatus).toHaveBeenCalledWith([resnet.path], 'read');
    expect(actions.openNote).not.toHaveBeenCalled();
  });

  it('should not be set for each value passed by with the arrow keys, but by Enter', async () => {
    const { one, choose, press, actions } = await open(aLibrary(threePapers));
    const select = one('[data-paperweave-row="2"] select');
    select.focus();
    for (const value of ['reading', 'read']) {
      await press('ArrowDown');
      await choose(select, value);
    }
    expect(actions.setStatus).not.toHaveBeenCalled();
    await press('Enter');
    expect(actions.setStatus.mock.calls).toEqual([[[resnet.path], 'read']]);
  });

  it('should be left as it was by Escape, and set by leaving', async () => {
    const { one, choose, press, actions } = await open(aLibrary(threePapers));
    const select = one('[data-paperweave-row="2"] select');
    select.focus();
    await press('ArrowDown');
    await choose(select, 'reading');
    await press('Escape');
    expect((select as HTMLSelectElement).value).toBe('todo');
    await press('ArrowDown');
    await choose(select, 'skipped');
    select.blur();
    await settle();
    expect(actions.setStatus.mock.calls).toEqual([[[resnet.path], 'skipped']]);
  });

  it('should be set at once on macOS, where arrow keys open the list', async () => {
    mockPlatform.isMacOS = true;
    const { one, choose, press, actions } = await open(aLibrary(threePapers));
    const select = one('[data-paperweave-row="2"] select');
    select.focus();
    await press('ArrowDown');
    await choose(select, 'read');
    expect(actions.setStatus).toHaveBeenCalledTimes(1);
  });

  it('should keep offering a value outside the vocabulary', async () => {
    const { one } = await open(aLibrary({ papers: [aPaper({ title: 'Odd', status: 'on hold' })] }));
    const select = one('[data-paperweave-row="0"] select') as HTMLSelectElement;
    expect(select.value).toBe('on hold');
    expect([...select.options].map((option) => option.textContent)).toContain('on hold (not in your list)');
  });
});

describe('the missing works', () => {
  const missing = [aMissingWork('Adam', [attention.path, bert.path], { readBy: 1 }), aMissingWork('GloVe', [bert.path])];
  const hidden = [aMissingWork('et al', [bert.path], { hidden: 'debris' }), aMissingWork('Old', [bert.path], { hidden: 'user' })];

  async function openMissing(contents: LibraryContents = { ...threePapers, missing, hidden }) {
    const dashboard = await open(aLibrary(contents));
    await dashboard.click(dashboard.button(/^Missing/));
    return dashboard;
  }

  it('should tell who cites them', async () => {
    const references = { [attention.path]: [aReference({ missingKey: 'adam' }, 30)], [bert.path]: [aReference({ missingKey: 'glove' }, 40), aReference({ missingKey: 'adam' }, 42), aReference({ missingKey: 'adam' }, 57)] };
    const { one, all, click, actions } = await openMissing({ ...threePapers, references, missing });
    expect(one('[data-paperweave-row="0"]').textContent).toBe('AdamCited by 2 papers 1 read');
    await click(one('[data-paperweave-row="0"]'));
    expect(all('.mod-citing .paperweave-title').map((title) => title.textContent)).toEqual([attention.title, bert.title]);
    expect(all('.mod-citing-line').map((cell) => [cell.textContent, cell.title])).toEqual([
      ['Line 30', ''],
      ['Line 42 and 1 more', 'Cited on the lines 42, 57'],
    ]);
    await click(one('[data-paperweave-row="2"]'));
    expect(actions.openNote).toHaveBeenCalledWith(bert.path, expect.anything(), 42);
  });

  it('should create notes for the selected ones, in their rank', async () => {
    const { all, button, click, count, actions } = await openMissing();
    expect(button('Create notes…').hasAttribute('disabled')).toBe(true);
    await click(all('.mod-work input[type=checkbox]')[1] as HTMLElement);
    expect(count()).toBe('2 works, 1 selected');
    expect(button('Create 1 note…')).toBeDefined();
    await click(all('.mod-work input[type=checkbox]')[0] as HTMLElement);
    await click(button('Create 2 notes…'));
    expect(actions.createNotes).toHaveBeenCalledWith(['adam', 'glove'], { preview: true });
  });

  it('should select the first n', async () => {
    const { one, button, click, type, count } = await openMissing();
    const field = one('input[aria-label="How many works to select"]');
    await type(field, '1');
    await click(button('Select'));
    expect(count()).toBe('2 works, 1 selected');
    await click(button('Select none'));
    expect(count()).toBe('2 works');
  });

  it('should be worked by keyboard', async () => {
    const { one, press, all, count, actions } = await openMissing();
    one('[data-paperweave-row="0"]').focus();
    await press(' ');
    expect(count()).toBe('2 works, 1 selected');
    await press('ArrowRight');
    await press('ArrowDown');
    await press('Enter');
    expect(actions.openNote).toHaveBeenCalledWith(attention.path, expect.anything(), undefined);
    await press('ArrowLeft');
    expect(document.activeElement?.textContent).toContain('Adam');
    await press('ArrowLeft');
    expect(all('.mod-citing')).toEqual([]);
  });

  it('should hide works, list the hidden with the reason, and show them again', async () => {
    const { button, click, one, titles, actions } = await openMissing();
    await click(button('Hide GloVe'));
    expect(actions.hideWorks).toHaveBeenCalledWith(['glove']);
    await click(button('Hidden (2)'));
    expect(titles()).toEqual(['et al', 'Old']);
    expect(one('[data-paperweave-row="0"]').textContent).toContain('Debris of text recognition');
    expect(one('[data-paperweave-row="1"]').textContent).toContain('Hidden by you');
    await click(button('Show Old again'));
    expect(actions.showWorks).toHaveBeenCalledWith(['old']);
  });

  it('should narrow by how many papers cite them and by whether one is read, take the first of what is shown, and lead back', async () => {
    const { one, all, button, click, type, titles, count, root } = await openMissing();
    await click(one('.paperweave-narrow-by input[type=checkbox]'));
    expect([titles(), count()]).toEqual([['Adam'], '1 of 2']);
    await click(one('.paperweave-narrow-by input[type=checkbox]'));
    const atLeast = one('.paperweave-narrow-by input[type=number]');
    await type(atLeast, '2');
    expect([titles(), count()]).toEqual([['Adam'], '1 of 2']);
    await click(button('Select'));
    expect(count()).toBe('1 of 2, 1 selected');
    await type(atLeast, '3');
    expect(root.textContent).toContain('No work matches.');
    expect(count()).toBe('0 of 2, 1 selected, 1 of them not shown');
    await click(button('Show all'));
    expect(titles()).toEqual(['Adam', 'GloVe']);
    expect(all('.is-selected')).toHaveLength(1);
    expect((atLeast as HTMLInputElement).value).toBe('1');
  });

  it('should go on with what counted where the least number is left empty', async () => {
    const { one, type, titles } = await openMissing();
    const atLeast = one('.paperweave-narrow-by input[type=number]') as HTMLInputElement;
    await type(atLeast, '2');
    atLeast.focus();
    await type(atLeast, '');
    expect(titles()).toEqual(['Adam']);
    atLeast.blur();
    expect(atLeast.value).toBe('2');
  });

  it('should show the menu of a work and of a citing paper, by mouse and by keyboard', async () => {
    const { one, click, press, actions } = await openMissing();
    one('[data-paperweave-row="0"]').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 }));
    expect(actions.showWorkMenu).toHaveBeenLastCalledWith(missing[0], expect.objectContaining({ type: 'contextmenu' }));
    await click(one('[data-paperweave-row="0"]'));
    one('[data-paperweave-row="0"]').focus();
    await press('F10', { shiftKey: true });
    expect(actions.showWorkMenu).toHaveBeenCalledTimes(2);
    await press('ArrowDown');
    await press('ContextMenu');
    expect(actions.showMenu).toHaveBeenCalledWith([attention.path], expect.anything());
  });

  it('should draw few of very many works', async () => {
    const works = Array.from({ length: 15_000 }, (_, index) => aMissingWork(`Work ${String(index)}`));
    const { all, one } = await openMissing({ ...threePapers, missing: works });
    expect(all('[data-paperweave-row]').length).toBeLessThan(100);
    expect(one('[role=treegrid]').getAttribute('aria-rowcount')).toBe('15000');
  });
});

describe('what a search looks through', () => {
  /** Calls back whenever that property is looked at. */
  function watched<T extends object>(item: T, property: keyof T, onLook: () => void): T {
    const value = item[property];
    return Object.defineProperty(item, property, { enumerable: true, get: () => (onLook(), value) });
  }

  it('should be made ready when one enters the box, before the first word', async () => {
    const looked = new Set<number>();
    const papers = (many(2000).papers ?? []).map((paper, at) => watched(paper, 'venue', () => looked.add(at)));
    const { one } = await open(aLibrary({ papers }));
    expect(looked.size).toBeLessThan(2000);
    one('.paperweave-paper-search input').focus();
    await settle();
    expect(looked.size).toBe(2000);
  });

  it('should be made ready likewise for the missing works', async () => {
    const looked = new Set<number>();
    const works = (): MissingWork[] => Array.from({ length: 2000 }, (_, at) => watched(aMissingWork(`Work ${String(at)}`, ['a.md']), 'title', () => looked.add(at)));
    const source = aLibrary({ ...threePapers, missing: works() });
    const { one, button, click } = await open(source);
    await click(button(/^Missing/));
    expect(looked.size).toBeLessThan(2000);
    const box = one('input[placeholder="Search missing works"]');
    box.focus();
    await settle();
    expect(looked.size).toBe(2000);
    // Nobody searches any more: other works are not made ready.
    box.blur();
    await settle();
    looked.clear();
    source.set({ ...threePapers, missing: works() });
    await settle();
    expect(looked.size).toBeLessThan(2000);
  });
});

describe('the problems', () => {
  it('should open the note at the line, and offer what can be done about duplicates', async () => {
    const problems = [
      { code: 'invalid-yaml', path: 'a.md', line: 7, message: 'Bad indentation.', others: [] },
      { code: 'duplicate-title', path: 'b.md', line: null, message: '2 papers have the title “B”.', others: ['c.md'] },
    ] as const;
    const { button, click, actions, root } = await open(aLibrary({ ...threePapers, problems }));
    await click(button('Problems2'));
    await click(button('a.md line 7'));
    expect(actions.openNote).toHaveBeenCalledWith('a.md', expect.anything(), 7);
    await click(button('Point citations here… c.md'));
    expect(actions.pointCitationsHere).toHaveBeenCalledWith('c.md');
    expect(root.textContent).toContain('Papers with the same title1');
  });

  it('should show a page of very many', async () => {
    const problems = Array.from(
      { length: 120 },
      (_, index) => ({ code: 'invalid-yaml', path: `n${String(index).padStart(3, '0')}.md`, line: 1, message: 'Bad.', others: [] }) as const,
    );
    const { button, click, all, root } = await open(aLibrary({ ...threePapers, problems }));
    await click(button('Problems120'));
    expect(all('.paperweave-problem')).toHaveLength(50);
    await click(button('Next page'));
    expect(root.textContent).toContain('Page 2 of 3');
    expect(all('.paperweave-path')[0]?.textContent).toBe('n050.md');
  });
});

describe('the tabs', () => {
  it('should be moved through by the arrow keys', async () => {
    const { button, press, one } = await open(aLibrary(threePapers));
    button('Table').focus();
    await press('ArrowRight');
    expect(document.activeElement).toBe(button('Board'));
    expect(one('[role=tabpanel]').getAttribute('aria-labelledby')).toBe(button('Board').id);
    await press('ArrowLeft');
    await press('ArrowLeft');
    expect(button('Problems').getAttribute('aria-selected')).toBe('true');
  });
});

describe('the state of the view', () => {
  it('should be kept and come back', async () => {
    const source = aLibrary(threePapers);
    const first = await open(source);
    await first.click(first.head('Year'));
    await first.type(first.one('.paperweave-search input'), 'e');
    expect(first.view.app.workspace.requestSaveLayout).toHaveBeenCalled();
    const kept: unknown = JSON.parse(JSON.stringify(first.view.getState()));
    const second = await open(source);
    await second.view.setState(kept, {});
    await settle();
    expect(second.titles()).toEqual(first.titles());
    expect((second.one('.paperweave-search input') as HTMLInputElement).value).toBe('e');
  });

  it.each([[null], [{ tab: 'map', filters: 'x' }], [7]])('should take %j for a fresh start', async (state) => {
    const { view, titles } = await open(aLibrary(threePapers));
    await view.setState(state, {});
    await settle();
    expect(view.getState()).toEqual(emptyState);
    expect(titles()).toHaveLength(3);
  });

  it('should scroll back to where it was, once there are rows enough', async () => {
    const source = aLibrary(threePapers);
    const { view, one, all } = await open(source);
    const state = { ...emptyState, scroll: { ...emptyState.scroll, table: 34_000 } };
    await view.setState(state, {});
    source.set(many(5000));
    await settle();
    expect(one('[role=grid]').scrollTop).toBe(34_000);
    expect(all('[data-paperweave-row]').map((row) => row.textContent)).toContainEqual(expect.stringContaining('Paper 1000'));
  });

  it('should remember how far it was scrolled', async () => {
    const { view, one } = await open(aLibrary(many(500)));
    const grid = one('[role=grid]');
    grid.scrollTop = 4000;
    grid.dispatchEvent(new Event('scroll'));
    expect(view.getState().scroll).toMatchObject({ table: 4000 });
  });
});

describe('accessibility', () => {
  it.each([
    ['the table', 'table'],
    ['the missing works', 'missing'],
    ['what to read next', 'next'],
    ['the progress', 'progress'],
    ['the problems', 'problems'],
  ])('should leave axe nothing to find in %s', async (_, tab) => {
    const problems = [{ code: 'duplicate-title', path: 'b.md', line: null, message: 'Two.', others: ['c.md'] }] as const;
    const { view, root } = await open(aLibrary({ ...threePapers, problems, missing: [aMissingWork('Adam', [bert.path])] }));
    await view.setState({ ...emptyState, tab, search: 'e', filters: { ...emptyState.filters, venue: ['NIPS', 'NAACL'] } }, {});
    await settle();
    const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((violation) => [violation.id, violation.nodes[0]?.html])).toEqual([]);
  });
});
