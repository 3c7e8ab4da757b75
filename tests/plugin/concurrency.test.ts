/** @jest-environment jsdom */
import type { MarkdownView } from 'obsidian';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { DATA, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, modalEl, noticesOf, notesOf } from '../support/plugin-host';

const NOTES: Record<string, string> = {
  'papers/alpha.md': paperNote('Alpha', { references: ['[Beta](./beta.md)', '[Gamma](./gamma.md)'] }),
  'papers/beta.md': paperNote('Beta', { references: ['[Gamma](./gamma.md)'] }),
  'papers/gamma.md': paperNote('Gamma', { references: ['[Alpha](./alpha.md)'] }),
};
const PATHS = Object.keys(NOTES);

let host: Host;
const open = async (more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: { ...WITH_SETTINGS, ...NOTES }, ...more });
};
const view = (): MarkdownView => host.view('markdown') as unknown as MarkdownView;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, milliseconds));

afterEach(async () => {
  jest.restoreAllMocks();
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('a note that is open in an editor', () => {
  /** Puts the cursor before a text, and tells whether it stands there. */
  const before = (text: string) => ({
    put: () => {
      view().editor.setCursor(view().editor.offsetToPos(view().editor.getValue().indexOf(text)));
    },
    isThere: () => view().editor.getValue().slice(view().editor.posToOffset(view().editor.getCursor())).startsWith(text),
  });

  it.each(['\n', '\r\n'])('should keep its cursor and the undo of the editor (line end %j)', async (lineEnd) => {
    const text = (NOTES['papers/alpha.md'] ?? '').replace(/\n/g, lineEnd);
    await open({ files: { ...WITH_SETTINGS, ...NOTES, 'papers/alpha.md': text } });
    await host.openFile('papers/alpha.md');
    const place = before('# Alpha');
    place.put();
    await apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    const written = host.read('papers/alpha.md');
    expect(written).toContain(`status: read${lineEnd}read_date: `);
    expect(host.typed('papers/alpha.md')).toBe(written);
    expect(place.isThere()).toBe(true);
    await apiOf(host).linkReferences();
    await host.settle();
    expect(host.read('papers/alpha.md')).toContain('[[beta|Beta]]');
    expect(place.isThere()).toBe(true);
    view().editor.undo();
    expect(host.typed('papers/alpha.md')).toBe(written);
    view().editor.undo();
    expect(host.typed('papers/alpha.md')).toBe(text);
    await wait(2100);
    await host.settle();
    expect(host.read('papers/alpha.md')).toBe(text);
  });

  it('should show the same in every pane, and keep the cursor when the change is undone', async () => {
    await open();
    await host.openFile('papers/alpha.md');
    await host.openFile('papers/alpha.md', true);
    const place = before('# Alpha');
    place.put();
    await apiOf(host).setStatus(PATHS, 'read');
    await apiOf(host).undo();
    await host.settle();
    expect(place.isThere()).toBe(true);
    host.app.workspace.iterateAllLeaves((leaf) => {
      if (leaf.view.getViewType() === 'markdown') expect((leaf.view as MarkdownView).editor.getValue()).toBe(NOTES['papers/alpha.md']);
    });
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should show what is on the disk where the disk refused the change', async () => {
    await open();
    await host.openFile('papers/alpha.md');
    host.faults.failWrite((operation) => operation.path === 'papers/alpha.md');
    expect((await apiOf(host).setStatus(['papers/alpha.md'], 'read')).skipped).toMatchObject([{ path: 'papers/alpha.md', reason: 'write-failed' }]);
    host.faults.clear();
    await wait(2100);
    await host.settle();
    expect(host.typed('papers/alpha.md')).toBe(NOTES['papers/alpha.md']);
    expect(host.read('papers/alpha.md')).toBe(NOTES['papers/alpha.md']);
  });

  it.each([0, 2, 4, 6, 8, 12, 16, 24])('should keep what is typed %i milliseconds after the change has begun', async (milliseconds) => {
    await open();
    await host.openFile('papers/alpha.md');
    host.faults.slow(2);
    const running = apiOf(host).setStatus(PATHS, 'read');
    await wait(milliseconds);
    await host.typeIn('papers/alpha.md', 'Typed meanwhile.\n');
    await running;
    host.faults.clear();
    await wait(2100);
    await host.settle();
    expect(host.read('papers/alpha.md')).toContain('Typed meanwhile.\n');
    expect(host.typed('papers/alpha.md')).toBe(host.read('papers/alpha.md'));
    expect(host.read('papers/alpha.md').match(/status:/g)).toHaveLength(1);
    expect(host.read('papers/alpha.md').match(/read_date:/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});

describe('the vault moves under a change', () => {
  it('should skip and name the notes of a folder that is moved, and lose none of them', async () => {
    await open();
    host.faults.slow(2);
    const running = apiOf(host).setStatus(PATHS, 'read');
    await wait(25);
    const folder = host.vault.getFolderByPath('papers');
    if (folder) await host.vault.rename(folder, 'moved');
    const report = await running;
    host.faults.clear();
    await host.settle();
    const named = [...report.changed, ...report.skipped.map((skip) => skip.path)];
    expect([...new Set(named)].sort()).toEqual(PATHS);
    for (const path of PATHS) {
      const text = host.read(path.replace('papers/', 'moved/'));
      if (report.changed.includes(path)) expect(text).toContain('status: read');
      else expect(text).toBe(NOTES[path]);
    }
  });

  it('should stop after the note it is at when the plugin is switched off, and be undoable afterwards', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`papers/p${String(at)}.md`, paperNote(`P ${String(at)}`)]));
    await open({ files: { ...WITH_SETTINGS, ...many } });
    host.faults.slow(1);
    const running = apiOf(host).setStatus(Object.keys(many), 'read');
    while (host.faults.log.filter((operation) => operation.path.startsWith('papers/')).length < 10) await wait(1);
    await host.disablePlugin();
    const report = await running;
    host.faults.clear();
    expect(report.changed.length).toBeGreaterThan(8);
    expect(report.changed.length).toBeLessThan(40);
    expect(report.skipped.every((skip) => skip.reason === 'cancelled')).toBe(true);
    expect(report.changed.length + report.skipped.length).toBe(60);
    await host.enablePlugin();
    await host.settle();
    expect(noticesOf(host)).toEqual([]);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(many);
  });

  it('should let a change, an undo and a further change follow each other, whoever asks first', async () => {
    await open();
    await Promise.all([apiOf(host).linkReferences(), apiOf(host).setStatus(PATHS, 'read'), apiOf(host).undo(), apiOf(host).setStatus(['papers/beta.md'], 'reading')]);
    await host.settle();
    expect(PATHS.map((path) => apiOf(host).paper(path)?.status)).toEqual(['todo', 'reading', 'todo']);
    await apiOf(host).undo();
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(NOTES);
  });
});

describe('linking by itself', () => {
  /** Half a minute passes in 30 milliseconds. */
  const SPEED = 1000;

  const openAutomatic = async (more: Partial<HostOptions> = {}): Promise<void> => {
    const timeout = window.setTimeout;
    jest.spyOn(window, 'setTimeout').mockImplementation(((handler: () => void, delay?: number) => timeout(handler, delay !== undefined && delay > 2000 ? delay / SPEED : delay)) as typeof window.setTimeout);
    const start = Date.now();
    const now = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => start + (now() - start) * SPEED);
    await open({ files: { ...NOTES, [DATA]: JSON.stringify({ version: 1, linkAutomatically: true }) }, localStorage: { 'paperweave-link-automatically': true }, ...more });
  };
  const quiet = async (): Promise<void> => {
    await wait(90);
    await host.settle();
  };

  it('should touch nothing at a start, and link what comes in afterwards, half a minute after its last change', async () => {
    await openAutomatic();
    await quiet();
    expect(notesOf(host)).toEqual(NOTES);
    await host.writeOutside('papers/delta.md', paperNote('Delta', { references: ['[Alpha](./alpha.md)'] }));
    await quiet();
    expect(host.read('papers/delta.md')).toContain('[[alpha|Alpha]]');
    expect(host.read('papers/alpha.md')).toBe(NOTES['papers/alpha.md']);
    await apiOf(host).undo();
    expect(host.read('papers/delta.md')).toContain('[Alpha](./alpha.md)');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['undoing', () => apiOf(host).undo()],
    ['restoring', async () => {
      await host.openFile('papers/delta.md');
      await host.runCommand('paperweave:restore-relative-links');
      await host.openFile('papers/beta.md');
    }],
  ])('should let %s hold, until something else writes the note', async (_, takeBack) => {
    const delta = paperNote('Delta', { references: ['[Alpha](./alpha.md)'] });
    await openAutomatic();
    await host.writeOutside('papers/delta.md', delta);
    await quiet();
    expect(host.read('papers/delta.md')).toContain('[[alpha|Alpha]]');
    await takeBack();
    expect(host.read('papers/delta.md')).toBe(delta);
    await quiet();
    await quiet();
    expect(host.read('papers/delta.md')).toBe(delta);
    // The same text again, from a generator this time.
    await host.writeOutside('papers/delta.md', delta);
    await quiet();
    expect(host.read('papers/delta.md')).toContain('[[alpha|Alpha]]');
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['restoring', '[[alpha|Alpha]]', () => apiOf(host).restoreRelativeLinks(['papers/delta.md'])],
    ['undo', '[Alpha](./alpha.md)', async () => {
      await apiOf(host).linkReferences(['papers/delta.md']);
      await apiOf(host).undo();
    }],
  ])('should let %s through the API count more than the change before that it waits for', async (_, reference, takeBack) => {
    await openAutomatic();
    await host.writeOutside('papers/delta.md', paperNote('Delta', { references: [reference] }));
    await takeBack();
    await quiet();
    await quiet();
    expect(host.read('papers/delta.md')).toContain('[Alpha](./alpha.md)');
  });

  it('should follow a note that is renamed while it waits', async () => {
    await openAutomatic();
    await host.writeOutside('papers/delta.md', paperNote('Delta', { references: ['[Alpha](./alpha.md)'] }));
    // The app has told of its text.
    await wait(10);
    await host.app.vault.rename(host.app.vault.getFileByPath('papers/delta.md') as never, 'papers/delta-2.md');
    await quiet();
    expect(host.read('papers/delta-2.md')).toContain('[[alpha|Alpha]]');
  });

  it.each([
    ['undo', '[Alpha](./alpha.md)', ['paperweave:link-references', 'paperweave:undo-last-change']],
    ['restoring', '[[alpha|Alpha]]', ['paperweave:restore-relative-links']],
  ])('should let %s count more than the change before that it waits for', async (_, reference, commands) => {
    const delta = paperNote('Delta', { references: [reference] });
    await openAutomatic({ files: { ...WITH_SETTINGS, ...NOTES, 'papers/delta.md': delta } });
    await host.openFile('papers/delta.md');
    await host.writeOutside('papers/delta.md', `${delta}More.\n`);
    await wait(30);
    for (const command of commands) {
      const before = host.notices.length;
      // Not waited for: as long as the note is active, it is looked at again and again, and the app does not come to rest.
      void host.runCommand(command);
      while (host.notices.length === before) await wait(5);
    }
    await host.openFile('papers/beta.md');
    await quiet();
    await quiet();
    expect(host.read('papers/delta.md')).toBe(`${paperNote('Delta', { references: ['[Alpha](./alpha.md)'] })}More.\n`);
  });

  it('should say once what it did, and nothing where there was nothing to do', async () => {
    await openAutomatic();
    await host.writeOutside('papers/delta.md', paperNote('Delta', { references: ['[Alpha](./alpha.md)', '[*Beta*](./beta.md "Title")'] }));
    await quiet();
    await quiet();
    expect(noticesOf(host)).toEqual([expect.stringContaining('1 note changed')]);
    await host.writeOutside('papers/delta.md', `${host.read('papers/delta.md')}\nMore.\n`);
    await quiet();
    await quiet();
    expect(noticesOf(host)).toHaveLength(1);
  });

  it('should say what could not be written', async () => {
    await openAutomatic();
    await host.writeOutside('papers/delta.md', paperNote('Delta', { references: ['[Alpha](./alpha.md)'] }));
    host.faults.failWrite((operation) => operation.path === 'papers/delta.md');
    await quiet();
    expect(noticesOf(host)).toEqual([expect.stringContaining('papers/delta.md')]);
  });

  it('should show nothing where many notes came in and there is nothing to do', async () => {
    await openAutomatic();
    for (let at = 0; at < 21; at++) await host.writeOutside(`papers/new-${String(at)}.md`, paperNote(`New ${String(at)}`, { references: ['[[alpha|Alpha]]'] }));
    await quiet();
    expect([host.modals.length, noticesOf(host)]).toEqual([0, []]);
  });

  it('should leave the note that is being typed in alone until another one is active', async () => {
    await openAutomatic();
    await host.typeIn('papers/alpha.md', 'Typed.\n');
    // Not settled: as long as the note is active, it is looked at again and again.
    for (let second = 0; second < 3; second++) await wait(1000);
    expect(host.read('papers/alpha.md')).toBe(`${NOTES['papers/alpha.md'] ?? ''}Typed.\n`);
    await host.openFile('papers/beta.md');
    await quiet();
    expect(host.read('papers/alpha.md')).toContain('[[beta|Beta]]');
    expect(host.read('papers/alpha.md')).toContain('Typed.\n');
  });

  it('should keep what Sync brings while it links', async () => {
    await openAutomatic();
    await host.writeOutside('papers/delta.md', paperNote('Delta', { references: ['[Alpha](./alpha.md)'] }));
    await wait(20);
    host.faults.slow(2);
    for (let round = 0; round < 12; round++) {
      await host.writeOutside('papers/delta.md', `${host.read('papers/delta.md')}Line ${String(round)} from Sync.\n`);
      await wait(7);
    }
    host.faults.clear();
    await quiet();
    await quiet();
    const text = host.read('papers/delta.md');
    for (let round = 0; round < 12; round++) expect(text).toContain(`Line ${String(round)} from Sync.\n`);
    expect(text).toContain('[[alpha|Alpha]]');
  });

  it('should not run on a device where it was not turned on', async () => {
    await openAutomatic({ localStorage: {} });
    await host.writeOutside('papers/delta.md', paperNote('Delta', { references: ['[Alpha](./alpha.md)'] }));
    await quiet();
    expect(host.read('papers/delta.md')).toContain('[Alpha](./alpha.md)');
  });

  it('should show first what it would do to more than twenty notes', async () => {
    await openAutomatic();
    for (let at = 0; at < 21; at++) await host.writeOutside(`papers/new-${String(at)}.md`, paperNote(`New ${String(at)}`, { references: ['[Alpha](./alpha.md)'] }));
    await quiet();
    expect(modalEl(host).textContent).toContain('Link references in 21 papers');
    expect(host.read('papers/new-0.md')).toContain('[Alpha](./alpha.md)');
  });
});
