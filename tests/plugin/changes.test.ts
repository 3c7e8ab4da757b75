/** @jest-environment jsdom */
import type { MarkdownView } from 'obsidian';
import { gzipSync, strFromU8, strToU8, gunzipSync } from 'fflate';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { CHANGES, DATA, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, modalEl, noticesOf, notesOf, pressButton } from '../support/plugin-host';

const NOTES: Record<string, string> = {
  'papers/alpha.md': paperNote('Alpha', { references: ['[Beta](./beta.md)', 'An Unwritten Work of Some Length'] }),
  'papers/beta.md': paperNote('Beta', { references: ['[Gamma](./gamma.md)', 'An Unwritten Work of Some Length'] }),
  'papers/gamma.md': paperNote('Gamma', { references: ['[Alpha](./alpha.md)'] }),
};
const FILES = { ...WITH_SETTINGS, ...NOTES };
const PATHS = Object.keys(NOTES);

let host: Host;
const open = async (more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: FILES, ...more });
};
const keptIds = (): string[] => Object.keys(host.files()).filter((path) => path.startsWith(CHANGES) && path.endsWith('.json.gz'));
const isNote = (operation: { path: string }): boolean => operation.path.startsWith('papers/');
const statusOf = (path: string): string | undefined => apiOf(host).paper(path)?.status;

const openList = async (): Promise<HTMLElement> => {
  await host.runCommand('paperweave:open-dashboard');
  const action = document.querySelector<HTMLElement>('[aria-label="Changes to papers"]');
  action?.click();
  await host.settle();
  return modalEl(host);
};

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('a write that fails', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('should harm no other note when it is write %i of a change of three', async (k) => {
    await open();
    host.faults.failWrite(k);
    const report = await apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    const failed = report.skipped.filter((skip) => skip.reason === 'write-failed');
    expect(failed.every((skip) => skip.message.includes('EIO'))).toBe(true);
    for (const path of PATHS) {
      const isChanged = report.changed.includes(path);
      expect([path, host.read(path) !== NOTES[path]]).toEqual([path, isChanged]);
      expect([path, failed.some((skip) => skip.path === path)]).toEqual([path, !isChanged]);
    }
    const picked = host.faults.log[k - 1]?.path ?? '';
    if (picked.startsWith('papers/')) expect(report.changed).toHaveLength(2);
    else if (k <= 2) expect(report).toMatchObject({ id: null, changed: [] });
    host.faults.clear();
    await apiOf(host).undo(report.id ?? undefined);
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('should leave no half-made note when it is write %i of a creation', async (k) => {
    await open();
    const keys = apiOf(host).missing().map((work) => work.key);
    host.faults.failWrite(k);
    const report = await apiOf(host).createNotes(keys);
    await host.settle();
    host.faults.clear();
    for (const path of report.created) expect(host.exists(path)).toBe(true);
    // No link leads to a note that could not be made.
    if (report.created.length === 0) expect(notesOf(host)).toEqual(NOTES);
    await apiOf(host).undo(report.id ?? undefined);
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
    expect(keptIds().length).toBeLessThanOrEqual(1);
  });

  it('should touch nothing when the journal cannot be written', async () => {
    await open();
    host.faults.failWrite((operation) => operation.path.includes('/changes'));
    const report = await apiOf(host).setStatus(PATHS, 'read');
    expect(report).toMatchObject({ id: null, changed: [], created: [] });
    expect(report.skipped.map((skip) => [skip.path, skip.reason])).toEqual(PATHS.map((path) => [path, 'write-failed']));
    expect(report.skipped[0]?.message).toContain('nothing was changed');
    expect(host.faults.log.filter(isNote)).toEqual([]);
    expect(notesOf(host)).toEqual(NOTES);
  });

  it.each([0, 10, 60])('should give a note its text back when the disk takes only %i bytes of it', async (bytes) => {
    await open();
    let isFirst = true;
    host.faults.tearWrite((operation) => operation.path === 'papers/beta.md' && isFirst && !(isFirst = false), bytes, 'fail');
    const report = await apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    expect(report.changed).toEqual(['papers/alpha.md', 'papers/gamma.md']);
    expect(report.skipped).toMatchObject([{ path: 'papers/beta.md', reason: 'write-failed' }]);
    expect(host.read('papers/beta.md')).toBe(NOTES['papers/beta.md']);
  });

  it('should keep the record of a torn note that cannot be mended, and mend it at the next start', async () => {
    await open();
    host.faults.tearWrite((operation) => operation.path === 'papers/beta.md', 10, 'fail');
    const report = await apiOf(host).setStatus(['papers/beta.md'], 'read');
    expect(report.skipped).toMatchObject([{ path: 'papers/beta.md', reason: 'write-failed' }]);
    expect(host.read('papers/beta.md').length).toBeLessThan(20);
    host.faults.clear();
    host = await host.reload();
    await pressButton(host, host.notices.at(-1)?.el ?? document.body, 'Undo it');
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should not trash what stands where a new note was to be', async () => {
    await open();
    const keys = apiOf(host).missing().map((work) => work.key);
    const path = (await apiOf(host).createNotes(keys, { dryRun: true })).created[0] ?? '';
    const running = apiOf(host).createNotes(keys);
    await host.writeOutside(path, '');
    const report = await running;
    await host.settle();
    if (report.created.length === 0) expect(host.read(path)).toBe('');
    await apiOf(host).undo();
    await host.settle();
    expect(host.read('papers/alpha.md')).toBe(NOTES['papers/alpha.md']);
  });
});

describe('a note with a byte-order mark', () => {
  const MARKED = `\ufeff${NOTES['papers/beta.md'] ?? ''}`;
  const isBeta = (operation: { path: string }): boolean => operation.path === 'papers/beta.md';
  const openMarked = async (): Promise<void> => {
    await open();
    await host.writeOutside('papers/beta.md', MARKED);
    await host.settle();
  };

  it('should keep both where there are two', async () => {
    await openMarked();
    await host.writeOutside('papers/beta.md', `\ufeff${MARKED}`);
    await host.settle();
    await apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    expect(host.read('papers/beta.md')).toMatch(/^\ufeff\ufeff---\n.*\nstatus: read\n/);
    await apiOf(host).undo();
    expect(host.read('papers/beta.md')).toBe(`\ufeff${MARKED}`);
  });

  it.each([0, 2, 3, 60])('should keep it when the disk takes only %i bytes of the note', async (bytes) => {
    await openMarked();
    let isFirst = true;
    host.faults.tearWrite((operation) => isBeta(operation) && isFirst && !(isFirst = false), bytes, 'fail');
    await apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    expect(host.read('papers/beta.md')).toBe(MARKED);
  });

  it.each([0, 3, 60])('should keep it when a crash leaves %i bytes of the note, whatever becomes of the change', async (bytes) => {
    for (const choice of ['Undo it', 'Finish it']) {
      await openMarked();
      host.faults.tearWrite(isBeta, bytes);
      void apiOf(host).setStatus(PATHS, 'read');
      await host.settle();
      host = await host.reload();
      await pressButton(host, host.notices[0]?.el ?? document.body, choice);
      expect(host.read('papers/beta.md')).toMatch(/^\ufeff---/);
      if (choice === 'Finish it') await apiOf(host).undo();
      await host.settle();
      expect(host.read('papers/beta.md')).toBe(MARKED);
      await host.unload();
    }
    await open();
  });

  it('should keep it also where its edits were planned again, since a note could not be created', async () => {
    const marked = `\ufeff${paperNote('Beta', { references: ['An Unwritten Work of Some Length', 'Another Unwritten Work of Some Length'] })}`;
    await open();
    await host.writeOutside('papers/beta.md', marked);
    await host.settle();
    const keys = apiOf(host).missing().map((work) => work.key);
    const [first = ''] = (await apiOf(host).createNotes(keys, { dryRun: true })).created;
    host.faults.failWrite((operation) => operation.path === first);
    host.faults.tearWrite(isBeta, 0);
    void apiOf(host).createNotes(keys);
    await host.settle();
    expect([keys.length, host.faults.crashed]).toEqual([2, true]);
    host = await host.reload();
    await pressButton(host, host.notices[0]?.el ?? document.body, 'Undo it');
    expect(host.read('papers/beta.md')).toBe(marked);
  });
});

describe('a write that ends within a character', () => {
  const path = 'papers/beta.md';
  const note = paperNote('注意力就是你所需要的一切 😀', { references: ['[Gamma](./gamma.md)', '一部尚未写成的、篇幅相当的作品'] });
  const isNoteOf = (operation: { path: string }): boolean => operation.path === path;
  const start = strToU8(note).indexOf(strToU8('注')[0] ?? 0);
  const withinSmile = strToU8(note.slice(0, note.indexOf('😀'))).length + 3;
  const openWide = (): Promise<void> => open({ files: { ...FILES, [path]: note } });

  it.each([start + 1, start + 2, withinSmile - 2, withinSmile - 1, withinSmile])('should leave no torn note behind when a crash ends it after %i bytes', async (bytes) => {
    for (const choice of ['Undo it', 'Finish it', 'Leave it']) {
      await openWide();
      host.faults.tearWrite(isNoteOf, bytes);
      void apiOf(host).setStatus(PATHS, 'read');
      await host.settle();
      host = await host.reload();
      expect(noticesOf(host)[0]).toContain('1 note that it left cut short has its text again.');
      await pressButton(host, host.notices[0]?.el ?? document.body, choice);
      if (choice !== 'Undo it') await apiOf(host).undo();
      await host.settle();
      expect(host.read(path)).toBe(note);
      await host.unload();
    }
    await open();
  });

  it.each([start + 1, withinSmile])('should be mended at once when the disk takes only %i bytes', async (bytes) => {
    await openWide();
    let isFirst = true;
    host.faults.tearWrite((operation) => isNoteOf(operation) && isFirst && !(isFirst = false), bytes, 'fail');
    const { skipped } = await apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    expect(skipped).toMatchObject([{ path, reason: 'write-failed' }]);
    expect(host.read(path)).toBe(note);
  });
});

describe('a write that is said to have failed when all is written', () => {
  it('should be recorded, and kept in the editor', async () => {
    await open();
    await host.openFile('papers/alpha.md');
    const { editor } = host.view('markdown') as unknown as MarkdownView;
    host.faults.tearWrite((operation) => operation.path === 'papers/alpha.md', 100_000, 'fail');
    expect(await apiOf(host).setStatus(PATHS, 'read')).toMatchObject({ changed: PATHS, skipped: [] });
    await host.settle();
    host.faults.clear();
    expect(host.read('papers/alpha.md')).toContain('status: read');
    expect(editor.getValue()).toContain('status: read');
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should be recorded where a note was created', async () => {
    await open();
    host.faults.tearWrite((operation) => operation.path.startsWith('papers/an-unwritten'), 100_000, 'fail');
    const report = await apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    await host.settle();
    expect(report).toMatchObject({ created: ['papers/an-unwritten-work-of-some-length.md'], changed: ['papers/alpha.md', 'papers/beta.md'], skipped: [] });
    host.faults.clear();
    // The app finds the file on the disk.
    await host.writeOutside(report.created[0] ?? '', host.read(report.created[0] ?? ''));
    await host.settle();
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
  });
});

describe('a new note that the disk takes in part only', () => {
  const isNew = (operation: { path: string }): boolean => operation.path.startsWith('papers/an-unwritten');
  const create = (): Promise<{ id: string | null; created: readonly string[]; skipped: readonly { message: string }[] }> => apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
  const onlyFirst = (): ((operation: { path: string }) => boolean) => {
    let isFirst = true;
    return (operation) => isNew(operation) && isFirst && !(isFirst = false);
  };

  it.each([0, 1, 12, 60])('should be taken away again, so that it can be made once there is room (bytes taken: %i)', async (bytes) => {
    await open();
    host.faults.tearWrite(onlyFirst(), bytes, 'fail');
    expect((await create()).skipped.map((skip) => skip.message)).toEqual([expect.stringContaining('The note could not be created: ENOSPC')]);
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
    const [created = ''] = (await create()).created;
    expect(host.read(created)).toContain('An Unwritten Work of Some Length');
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should be taken away again also where it ends within a character, and when an interrupted change is finished', async () => {
    await open({ files: { ...FILES, 'papers/beta.md': paperNote('Beta', { references: ['一部尚未写成的、篇幅相当的作品'] }) } });
    const before = notesOf(host);
    const keys = apiOf(host).missing().filter((work) => work.title.startsWith('一部')).map((work) => work.key);
    const isOfKeys = (operation: { path: string }): boolean => operation.path.startsWith('papers/一部');
    host.faults.crashAt(isOfKeys);
    void apiOf(host).createNotes(keys);
    await host.settle();
    host = await host.reload();
    let isFirst = true;
    host.faults.tearWrite((operation) => isOfKeys(operation) && isFirst && !(isFirst = false), 12, 'fail');
    await pressButton(host, host.notices[0]?.el ?? document.body, 'Finish it');
    await host.settle();
    expect(noticesOf(host).at(-1)).toContain('The note could not be written: ENOSPC');
    expect(Object.keys(notesOf(host))).toEqual(Object.keys(before));
  });

  it('should be named where it cannot be taken away either, and be whole at the next start', async () => {
    await open();
    host.faults.tearWrite(onlyFirst(), 12, 'fail');
    host.faults.failWrite((operation) => isNew(operation) && operation.kind === 'remove');
    const report = await create();
    expect(report.skipped.map((skip) => skip.message)).toEqual([expect.stringContaining('in part only')]);
    host = await host.reload();
    expect(noticesOf(host)[0]).toContain('1 note that it left cut short has its text again.');
    await pressButton(host, host.notices[0]?.el ?? document.body, 'Undo it');
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should not be taken for a part where another note came in the same moment', async () => {
    await open();
    const { vault } = host.app;
    const createFile = vault.create.bind(vault);
    vault.create = async (path, text) => {
      if (isNew({ path })) await host.app.vault.adapter.write(path, '');
      return createFile(path, text);
    };
    expect((await create()).skipped.map((skip) => skip.message)).toEqual([expect.stringContaining('already exists')]);
    expect(host.read('papers/an-unwritten-work-of-some-length.md')).toBe('');
  });
});

describe('a new note whose part of the record cannot be read back', () => {
  it('should be named, and get no links', async () => {
    const long = `${NOTES['papers/alpha.md'] ?? ''}\n# Notes\n\n${'x'.repeat(1_000_000)}\n`;
    await open({ files: { ...FILES, 'papers/alpha.md': long } });
    let reads = 0;
    host.faults.failRead((path) => path.includes('.part-1.') && reads++ === 0, 'EBUSY: resource busy or locked');
    const path = 'papers/an-unwritten-work-of-some-length.md';
    expect(await apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key))).toMatchObject({ created: [], changed: [], skipped: [{ path, reason: 'write-failed' }] });
    await host.settle();
    expect(reads).toBeGreaterThan(0);
    expect(notesOf(host)).toEqual({ ...NOTES, 'papers/alpha.md': long });
  });
});

describe('a new note whose name another note has', () => {
  it.each([
    ['slug', 'notes/glove.md', 'GloVe', 'papers/glove-2.md'],
    ['title', 'notes/Deep Nets.md', 'Deep Nets', 'papers/Deep Nets 2.md'],
  ])('should not draw the links to that one to itself (names by %s)', async (newNoteName, other, title, created) => {
    const name = other.slice('notes/'.length, -'.md'.length);
    const settings = JSON.parse(WITH_SETTINGS[DATA] ?? '{}') as object;
    await open({
      files: {
        [DATA]: JSON.stringify({ ...settings, newNoteName }),
        [other]: paperNote('A survey of something else'),
        'papers/alpha.md': paperNote('Alpha', { references: [title] }),
        'papers/beta.md': paperNote('Beta', { references: [`[[${name}]]`] }),
      },
    });
    const keys = apiOf(host).missing().map((work) => work.key);
    expect(await apiOf(host).createNotes(keys)).toMatchObject({ created: [created], changed: ['papers/alpha.md'] });
    await host.settle();
    expect(apiOf(host).references('papers/beta.md')).toMatchObject([{ state: 'linked', target: other }]);
    expect(apiOf(host).references('papers/alpha.md')).toMatchObject([{ state: 'linked', target: created }]);
  });
});

describe('a crash half-way', () => {
  const crashed = async (tear?: number): Promise<void> => {
    await open();
    const which = (operation: { path: string }): boolean => operation.path === 'papers/beta.md';
    if (tear === undefined) host.faults.crashAt(which);
    else host.faults.tearWrite(which, tear);
    void apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    expect(host.faults.crashed).toBe(true);
    host = await host.reload();
    expect(noticesOf(host)).toHaveLength(1);
    expect(noticesOf(host)[0]).toContain('A change was interrupted: Set the status of 3 papers to read (3 notes');
  };
  const answer = (text: string): Promise<void> => pressButton(host, host.notices[0]?.el ?? document.body, text);
  const startWith = async (fail: () => void): Promise<void> => {
    host = await host.reload({ layoutReady: false, loadPlugin: true });
    fail();
    await host.fireLayoutReady();
    await host.settle();
  };

  it.each([undefined, 0, 40])('should be finished when that is chosen (bytes written of the torn note: %s)', async (tear) => {
    await crashed(tear);
    expect(host.read('papers/gamma.md')).toBe(NOTES['papers/gamma.md']);
    await answer('Finish it');
    expect(PATHS.map(statusOf)).toEqual(['read', 'read', 'read']);
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it.each([undefined, 0, 40])('should be undone when that is chosen (bytes written of the torn note: %s)', async (tear) => {
    await crashed(tear);
    await answer('Undo it');
    expect(notesOf(host)).toEqual(NOTES);
    host = await host.reload();
    expect(noticesOf(host)).toEqual([]);
  });

  it.each([0, 40])('should give a note its text back of which a loss of power left null characters behind %i bytes', async (kept) => {
    await open();
    host.faults.crashAt((operation) => operation.path === 'papers/beta.md');
    void apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    host = await host.reload({ layoutReady: false, loadPlugin: true });
    await host.writeOutside('papers/beta.md', (NOTES['papers/beta.md'] ?? '').slice(0, kept).padEnd(150, '\0'));
    await host.fireLayoutReady();
    await host.settle();
    expect(noticesOf(host)[0]).toContain('1 note that it left cut short has its text again.');
    expect(host.read('papers/beta.md')).toBe(NOTES['papers/beta.md']);
  });

  it('should be left when that is chosen, not offered again, and still be undoable', async () => {
    await crashed();
    await answer('Leave it');
    expect(PATHS.map(statusOf)).toEqual(['read', 'todo', 'todo']);
    host = await host.reload();
    expect(noticesOf(host)).toEqual([]);
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it.each([0, 40])('should give a torn note its text back at once, whatever is chosen afterwards (bytes written: %s)', async (tear) => {
    await crashed(tear);
    expect(host.read('papers/beta.md')).toBe(NOTES['papers/beta.md']);
    expect(noticesOf(host)[0]).toContain('1 note that it left cut short has its text again.');
    await answer('Leave it');
    expect(host.read('papers/beta.md')).toBe(NOTES['papers/beta.md']);
    expect(PATHS.map(statusOf)).toEqual(['read', 'todo', 'todo']);
  });

  it('should count as one also where it tore the outcome, and be finished by looking', async () => {
    await open();
    host.faults.tearWrite((operation) => operation.path.endsWith('.outcome.json'), 7);
    void apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    host = await host.reload();
    await answer('Finish it');
    host = await host.reload();
    expect(noticesOf(host)).toEqual([]);
    expect(PATHS.map(statusOf)).toEqual(['read', 'read', 'read']);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should leave what it tore of the record itself out of the way', async () => {
    await open();
    await apiOf(host).setStatus(['papers/alpha.md'], 'read');
    host.faults.tearWrite((operation) => operation.path.endsWith('.json.gz'), 30);
    void apiOf(host).setStatus(PATHS, 'reading');
    await host.settle();
    host = await host.reload();
    expect(noticesOf(host)).toEqual([]);
    expect(PATHS.map(statusOf)).toEqual(['read', 'todo', 'todo']);
    expect(await apiOf(host).undo()).toMatchObject({ changed: ['papers/alpha.md'] });
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should leave alone what was edited between the crash and the answer', async () => {
    await crashed();
    await host.writeOutside('papers/alpha.md', 'rewritten elsewhere');
    await answer('Undo it');
    expect(host.read('papers/alpha.md')).toBe('rewritten elsewhere');
    expect(noticesOf(host).at(-1)).toContain('papers/alpha.md');
  });

  it.each([undefined, 0, 40])('should be mended when it struck while a change was undone (bytes written: %s)', async (tear) => {
    await open();
    await apiOf(host).setStatus(PATHS, 'read');
    const which = (operation: { path: string }): boolean => operation.path === 'papers/beta.md';
    if (tear === undefined) host.faults.crashAt(which);
    else host.faults.tearWrite(which, tear);
    void apiOf(host).undo();
    await host.settle();
    host = await host.reload();
    await answer('Undo the rest');
    expect(notesOf(host)).toEqual(NOTES);
    expect(keptIds()).toEqual([]);
  });

  describe('that left a note cut short which cannot be written or read yet', () => {
    const path = 'papers/alpha.md';
    const FAULTS = ['read-only', 'locked', 'full'] as const;
    const isAlpha = (operation: { path: string }): boolean => operation.path === path;
    const fail = (how: (typeof FAULTS)[number]): void => {
      if (how === 'read-only') host.faults.failWrite(isAlpha, 'EACCES: permission denied');
      else if (how === 'locked') host.faults.failRead(path);
      else host.faults.tearWrite(isAlpha, 20, 'fail');
    };

    it.each(FAULTS.flatMap((how) => ['Finish it', 'Undo it', 'Leave it'].map((choice) => [how, choice] as const)))('should give it its text back at a later start (%s, “%s” at first)', async (how, choice) => {
      await open();
      host.faults.tearWrite(isAlpha, 20);
      void apiOf(host).setStatus(PATHS, 'read');
      await host.settle();
      host = await host.reload({ layoutReady: false, loadPlugin: true });
      fail(how);
      await host.fireLayoutReady();
      await host.settle();
      expect(noticesOf(host)[0]).toContain('1 note could not be restored. papers/alpha.md');
      await answer(choice);
      expect(noticesOf(host).at(-1)).toContain(path);
      expect(keptIds()).not.toEqual([]);
      host.faults.clear();
      host = await host.reload({ layoutReady: true });
      expect(host.read(path)).toBe(NOTES[path]);
      expect(noticesOf(host)[0]).toContain('1 note that it left cut short has its text again.');
      if (choice === 'Leave it') {
        expect(host.notices[0]?.el.querySelectorAll('button')).toHaveLength(0);
        host = await host.reload({ layoutReady: true });
        expect(noticesOf(host)).toEqual([]);
        await apiOf(host).undo();
      } else await answer(choice === 'Undo it' ? 'Undo the rest' : 'Undo it');
      await host.settle();
      expect(notesOf(host)).toEqual(NOTES);
    });

    it('should not be forgotten where leaving the change cannot be written down', async () => {
      await open();
      host.faults.tearWrite(isAlpha, 20);
      void apiOf(host).setStatus(PATHS, 'read');
      await host.settle();
      await startWith(() => {
        fail('read-only');
        host.faults.failWrite((operation) => operation.path.endsWith('.outcome.json'));
      });
      await answer('Leave it');
      host.faults.clear();
      host = await host.reload({ layoutReady: true });
      expect(host.read(path)).toBe(NOTES[path]);
    });

    const isList = (operation: { kind: string; path: string }): boolean => operation.kind === 'write' && operation.path.endsWith('.torn.json');
    it.each([
      ['at the start that asks', 'fail'],
      ['when it was left already', 'fail'],
      ['when it was left already', 'tear'],
    ] as const)('should not be forgotten where the list of such notes cannot be written %s (%s)', async (when, how) => {
      await open();
      host.faults.tearWrite(isAlpha, 20);
      void apiOf(host).setStatus(PATHS, 'read');
      await host.settle();
      const failBoth = (): void => {
        fail('read-only');
        if (how === 'tear') host.faults.tearWrite(isList, 5, 'fail');
        else host.faults.failWrite(isList);
      };
      await startWith(when === 'at the start that asks' ? failBoth : () => fail('read-only'));
      await answer('Leave it');
      if (when === 'when it was left already') await startWith(failBoth);
      host.faults.clear();
      host = await host.reload({ layoutReady: true });
      expect(host.read(path)).toBe(NOTES[path]);
      expect(noticesOf(host)[0]).toContain('1 note that it left cut short has its text again.');
    });
  });

  it('should take no note for cut short that the user has made shorter', async () => {
    await open();
    host.faults.tearWrite((operation) => operation.path === 'papers/beta.md', 20);
    void apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    host = await host.reload();
    const shorter = host.read('papers/alpha.md').slice(0, -10);
    await host.writeOutside('papers/alpha.md', shorter);
    // The question is not answered, and asked again.
    host = await host.reload();
    expect(host.read('papers/alpha.md')).toBe(shorter);
    await answer('Undo it');
    expect(noticesOf(host).at(-1)).toContain('papers/alpha.md');
    expect([host.read('papers/alpha.md'), host.read('papers/beta.md')]).toEqual([shorter, NOTES['papers/beta.md']]);
  });

  it('should look at the notes alone that were being taken back', async () => {
    await open();
    await apiOf(host).setStatus(PATHS, 'read');
    const read = host.read('papers/beta.md');
    await host.writeOutside('papers/beta.md', 'typed meanwhile');
    await host.settle();
    await apiOf(host).undo();
    const shorter = host.read('papers/alpha.md').slice(0, -10);
    await host.writeOutside('papers/alpha.md', shorter);
    await host.writeOutside('papers/beta.md', read);
    await host.settle();
    host.faults.tearWrite((operation) => operation.path === 'papers/beta.md', 20);
    void apiOf(host).undo();
    await host.settle();
    host = await host.reload();
    expect([host.read('papers/alpha.md'), host.read('papers/beta.md')]).toEqual([shorter, NOTES['papers/beta.md']]);
    await answer('Undo the rest');
    expect([host.read('papers/alpha.md'), host.read('papers/beta.md')]).toEqual([shorter, NOTES['papers/beta.md']]);
  });

  it('should be left for good also where a part of its record is damaged', async () => {
    const long = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`papers/l${String(at)}.md`, `${paperNote(`Long ${String(at)}`)}${'x'.repeat(560_000)}\n`]));
    await open({ files: { ...WITH_SETTINGS, ...long } });
    host.faults.crashAt((operation) => operation.path === 'papers/l6.md');
    void apiOf(host).setStatus(Object.keys(long), 'read');
    await host.settle();
    host = await host.reload();
    const [part = ''] = keptIds().filter((path) => path.includes('.part-1.'));
    await host.writeOutside(part, 'rubbish');
    await answer('Leave it');
    host = await host.reload();
    expect(noticesOf(host)).toEqual([]);
  });

  it('should be this device’s to mend where it struck while another device’s change was undone', async () => {
    await open();
    const { id } = await apiOf(host).setStatus(PATHS, 'read');
    const local = host.app as unknown as { saveLocalStorage(key: string, value: unknown): void };
    local.saveLocalStorage('paperweave-device', 'ffffffffffffffff');
    host = await host.reload();
    host.faults.tearWrite((operation) => operation.path === 'papers/beta.md', 20);
    void apiOf(host).undo(id ?? '');
    await host.settle();
    host = await host.reload();
    expect(host.read('papers/beta.md')).toBe(NOTES['papers/beta.md']);
    await answer('Undo the rest');
    expect(notesOf(host)).toEqual(NOTES);
  });

  it.each(['Undo it', 'Finish it', 'Leave it'])('should do nothing to a note that was changed since, by “%s” of a question that was answered elsewhere', async (button) => {
    await open();
    host.faults.crashAt((operation) => operation.path === 'papers/beta.md');
    void apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    host = await host.reload();
    const [notice] = host.notices;
    const list = await openList();
    list.querySelector<HTMLElement>('[aria-label^="Finish"]')?.click();
    await host.settle();
    expect(PATHS.map(statusOf)).toEqual(['read', 'read', 'read']);
    const shorter = host.read('papers/alpha.md').slice(0, -10);
    await host.writeOutside('papers/alpha.md', shorter);
    await pressButton(host, notice?.el ?? document.body, button);
    expect(host.read('papers/alpha.md')).toBe(shorter);
    expect(statusOf('papers/beta.md')).toBe(button === 'Undo it' ? 'todo' : 'read');
  });

  it('should keep the record of what finishing left alone, also where that is all', async () => {
    await open();
    host.faults.tearWrite((operation) => operation.path === 'papers/alpha.md', 20);
    void apiOf(host).setStatus(['papers/alpha.md'], 'read');
    await host.settle();
    host = await host.reload();
    await host.writeOutside('papers/alpha.md', 'typed meanwhile');
    await answer('Finish it');
    expect(noticesOf(host).at(-1)).toContain('papers/alpha.md');
    expect(keptIds()).toHaveLength(1);
    expect((await apiOf(host).undo()).skipped).toMatchObject([{ path: 'papers/alpha.md', reason: 'changed-meanwhile' }]);
    expect(host.read('papers/alpha.md')).toBe('typed meanwhile');
  });

  it('should leave no link to a note that undoing took away, where a citing note was changed before it was finished', async () => {
    await open();
    host.faults.crashAt((operation) => operation.path.endsWith('.outcome.json'));
    void apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    await host.settle();
    host = await host.reload();
    const [notice] = host.notices;
    await apiOf(host).setStatus(['papers/alpha.md'], 'read');
    await pressButton(host, notice?.el ?? document.body, 'Finish it');
    await apiOf(host).undo();
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should not do what was to be undone', async () => {
    await open();
    host.faults.failWrite((operation) => operation.path === 'papers/gamma.md', 'EACCES: permission denied');
    expect(await apiOf(host).setStatus(PATHS, 'read')).toMatchObject({ changed: ['papers/alpha.md', 'papers/beta.md'] });
    host.faults.clear();
    host.faults.crashAt((operation) => operation.path === 'papers/alpha.md');
    void apiOf(host).undo();
    await host.settle();
    host = await host.reload();
    expect(noticesOf(host)[0]).toContain('Undoing a change was interrupted');
    expect([...(host.notices[0]?.el.querySelectorAll('button') ?? [])].map((button) => button.textContent)).toEqual(['Undo the rest', 'Leave it']);
    await answer('Leave it');
    expect(noticesOf(await host.reload())).toEqual([]);
    host = await host.reload();
    await host.writeOutside('papers/gamma.md', (NOTES['papers/gamma.md'] ?? '').replace('status: todo', 'status: read'));
    await apiOf(host).undo();
    await host.settle();
    // It was never changed by what was undone.
    expect([...PATHS.map(statusOf), keptIds()]).toEqual(['todo', 'todo', 'read', []]);
  });

  it.each(['failRead', 'newer'] as const)('should keep a record that cannot be read now, and say so (%s)', async (why) => {
    await open();
    host.faults.tearWrite((operation) => operation.path === 'papers/alpha.md', 20);
    void apiOf(host).setStatus(['papers/alpha.md'], 'read');
    await host.settle();
    const [record = ''] = keptIds();
    const packed = host.bytes(record);
    host = await host.reload({ layoutReady: false, loadPlugin: true });
    if (why === 'failRead') host.faults.failRead(record);
    else await host.writeOutside(record, gzipSync(strToU8(strFromU8(gunzipSync(packed)).replace('"format":1', '"format":2'))));
    await host.fireLayoutReady();
    await host.settle();
    expect(noticesOf(host)[0]).toContain('its record cannot be read now');
    for (const status of ['read', 'todo', 'read']) await apiOf(host).setStatus(['papers/beta.md'], status);
    host.faults.clear();
    if (why === 'newer') await host.writeOutside(record, packed);
    host = await host.reload({ layoutReady: true });
    expect(host.read('papers/alpha.md')).toBe(NOTES['papers/alpha.md']);
    await answer('Undo it');
  });

  it.each(['.outcome.json', '.undo.json', '.torn.json'])('should be told from a change that is done, and take no note for cut short, where its %s is locked at the start', async (ending) => {
    await open();
    await apiOf(host).setStatus(PATHS, 'read');
    if (ending !== '.outcome.json') {
      host.faults.tearWrite((operation) => operation.path === 'papers/beta.md', 20);
      void apiOf(host).undo();
      await host.settle();
      host = await host.reload();
    }
    const notes = { ...notesOf(host), 'papers/alpha.md': host.read('papers/alpha.md').slice(0, -10) };
    await host.writeOutside('papers/alpha.md', notes['papers/alpha.md']);
    await startWith(() => {
      host.faults.failRead((path) => path.endsWith(ending), 'EBUSY: resource busy or locked');
    });
    expect(noticesOf(host)).toEqual(ending === '.outcome.json' ? [] : [expect.stringContaining('its record cannot be read now')]);
    for (const dryRun of [true, false]) expect((await apiOf(host).undo(undefined, { dryRun })).skipped).toMatchObject([{ reason: 'no-such-change' }]);
    expect(notesOf(host)).toEqual(notes);
    host.faults.clear();
    host = await host.reload({ layoutReady: true });
    expect(noticesOf(host)).toEqual(ending === '.outcome.json' ? [] : [expect.stringContaining('Undoing a change was interrupted')]);
    expect(notesOf(host)).toEqual(notes);
  });

  it.each(['.part-1.', '.again-1.'])('should be looked at again where its %s file is locked at the start', async (file) => {
    const beta = `${NOTES['papers/beta.md'] ?? ''}${'x'.repeat(file === '.part-1.' ? 1_000_000 : 0)}\n`;
    const wanted = { ...NOTES, 'papers/beta.md': `${beta}From Sync.\n` };
    await open({ files: { ...FILES, 'papers/beta.md': beta } });
    host.faults.tearWrite((operation) => operation.path === 'papers/beta.md', 20);
    host.faults.slow(3);
    void apiOf(host).setStatus(PATHS, 'read');
    while (!host.faults.log.some((operation) => operation.path.endsWith('.json.gz'))) await new Promise((resolve) => window.setTimeout(resolve, 1));
    await host.writeOutside('papers/beta.md', wanted['papers/beta.md'] ?? '');
    await host.settle();
    expect([host.faults.crashed, keptIds().some((path) => path.includes(file))]).toEqual([true, true]);
    await startWith(() => {
      host.faults.failRead((path) => path.includes(file), 'EBUSY: resource busy or locked');
    });
    expect(noticesOf(host)[0]).toContain('its record cannot be read now');
    expect(host.read('papers/beta.md').length).toBeLessThan(30);
    host.faults.clear();
    host = await host.reload({ layoutReady: true });
    expect(noticesOf(host)[0]).toContain('1 note that it left cut short has its text again.');
    await answer('Undo it');
    expect(notesOf(host)).toEqual(wanted);
  });

  it.each(['undo', 'restart'])('should take no note for cut short where it is one only for want of an outcome (%s)', async (how) => {
    await open();
    host.faults.failWrite((operation) => operation.path.endsWith('.outcome.json'), 'EBUSY: resource busy or locked');
    const { id, skipped } = await apiOf(host).setStatus(PATHS, 'read');
    expect(skipped).toMatchObject([{ message: expect.stringContaining('could not be marked as finished') as string }]);
    host.faults.clear();
    const shorter = host.read('papers/alpha.md').slice(0, -10);
    await host.writeOutside('papers/alpha.md', shorter);
    await host.settle();
    if (how === 'undo') expect(await apiOf(host).undo(id ?? '')).toMatchObject({ changed: ['papers/beta.md', 'papers/gamma.md'], skipped: [{ path: 'papers/alpha.md' }] });
    else host = await host.reload({ layoutReady: true });
    expect(host.read('papers/alpha.md')).toBe(shorter);
  });

  it('should take no note for cut short that was made shorter while the plugin was off, where turning it off stopped an undo', async () => {
    await open();
    await apiOf(host).setStatus(PATHS, 'read');
    host.faults.slow(3);
    void apiOf(host).undo();
    while (host.read('papers/gamma.md') !== NOTES['papers/gamma.md']) await new Promise((resolve) => window.setTimeout(resolve, 1));
    await host.unload();
    host.faults.clear();
    await host.settle();
    const shorter = host.read('papers/alpha.md').slice(0, -10);
    expect(shorter).toContain('status: read');
    await host.writeOutside('papers/alpha.md', shorter);
    host = await host.reload();
    expect(noticesOf(host)[0]).toContain('Undoing a change was interrupted');
    expect(host.read('papers/alpha.md')).toBe(shorter);
  });

  it('should write no link to a note that finishing could not make, and stay open for it', async () => {
    await open();
    const isNew = (operation: { path: string }): boolean => operation.path.startsWith('papers/an-unwritten');
    host.faults.crashAt(isNew);
    void apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    await host.settle();
    host = await host.reload();
    host.faults.failWrite(isNew);
    await answer('Finish it');
    expect(noticesOf(host).at(-1)).toContain('1 left alone. papers/an-unwritten-work-of-some-length.md: The note could not be written');
    expect(notesOf(host)).toEqual(NOTES);
    host.faults.clear();
    const shorter = host.read('papers/beta.md').slice(0, -10);
    await host.writeOutside('papers/beta.md', shorter);
    host = await host.reload({ layoutReady: true });
    expect(host.read('papers/beta.md')).toBe(shorter);
    await answer('Finish it');
    expect([host.exists('papers/an-unwritten-work-of-some-length.md'), host.read('papers/alpha.md').includes('[[an-unwritten'), host.read('papers/beta.md')]).toEqual([true, true, shorter]);
  });

  it('should stay open where the plugin is turned off while it is finished', async () => {
    await crashed();
    host.faults.slow(3);
    [...(host.notices[0]?.el.querySelectorAll('button') ?? [])].find((button) => button.textContent === 'Finish it')?.click();
    while (!host.read('papers/beta.md').includes('status: read')) await new Promise((resolve) => window.setTimeout(resolve, 1));
    await host.unload();
    host.faults.clear();
    await host.settle();
    expect(host.read('papers/gamma.md')).toBe(NOTES['papers/gamma.md']);
    host = await host.reload();
    await answer('Finish it');
    expect(PATHS.map(statusOf)).toEqual(['read', 'read', 'read']);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should take new notes back', async () => {
    await open();
    host.faults.crashAt((operation) => operation.path === 'papers/beta.md');
    void apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    await host.settle();
    host = await host.reload();
    expect(host.exists('papers/an-unwritten-work-of-some-length.md')).toBe(true);
    await answer('Undo it');
    expect(notesOf(host)).toEqual(NOTES);
  });
});

describe('undo', () => {
  beforeEach(() => open());

  it('should work after a restart', async () => {
    const { id } = await apiOf(host).setStatus(PATHS, 'read');
    host = await host.reload();
    expect(PATHS.map(statusOf)).toEqual(['read', 'read', 'read']);
    expect(await apiOf(host).undo()).toEqual({ id, changed: PATHS, created: [], skipped: [] });
    expect(notesOf(host)).toEqual(NOTES);
    expect(keptIds()).toEqual([]);
  });

  it('should leave alone and name a note that was edited since, and keep the record for it', async () => {
    const { id } = await apiOf(host).setStatus(PATHS, 'read');
    const changed = host.read('papers/beta.md');
    await host.writeOutside('papers/beta.md', `${changed}More.\n`);
    await host.settle();
    const report = await apiOf(host).undo();
    expect(report).toMatchObject({ id, changed: ['papers/alpha.md', 'papers/gamma.md'], skipped: [{ path: 'papers/beta.md', reason: 'changed-meanwhile' }] });
    expect(host.read('papers/beta.md')).toBe(`${changed}More.\n`);
    await host.writeOutside('papers/beta.md', changed);
    await host.settle();
    expect(await apiOf(host).undo()).toMatchObject({ id, changed: ['papers/beta.md'], skipped: [] });
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should give a note its text back when the disk takes only a part of the former one', async () => {
    await apiOf(host).setStatus(PATHS, 'read');
    const changed = host.read('papers/beta.md');
    let isFirst = true;
    host.faults.tearWrite((operation) => operation.path === 'papers/beta.md' && isFirst && !(isFirst = false), 10, 'fail');
    expect((await apiOf(host).undo()).skipped).toMatchObject([{ path: 'papers/beta.md', reason: 'write-failed' }]);
    expect(host.read('papers/beta.md')).toBe(changed);
    host.faults.clear();
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(NOTES);
  });

  it('should go on to an earlier change where the latest one touched nothing', async () => {
    const { id } = await apiOf(host).setStatus(['papers/alpha.md'], 'read');
    host.faults.crashAt((operation) => operation.path === 'papers/beta.md');
    void apiOf(host).setStatus(['papers/beta.md'], 'read');
    await host.settle();
    host = await host.reload();
    await pressButton(host, host.notices[0]?.el ?? document.body, 'Leave it');
    expect(await apiOf(host).undo(undefined, { dryRun: true })).toMatchObject({ changed: ['papers/alpha.md'] });
    expect(await apiOf(host).undo()).toMatchObject({ id, changed: ['papers/alpha.md'] });
  });

  it('should name a note that cannot be read, and go on with the others', async () => {
    await apiOf(host).setStatus(PATHS, 'read');
    host.faults.failRead('papers/beta.md', 'EBUSY: resource busy or locked');
    for (const dryRun of [true, false]) {
      const message = expect.stringContaining('The note could not be read: EBUSY') as string;
      expect(await apiOf(host).undo(undefined, { dryRun })).toMatchObject({ changed: ['papers/alpha.md', 'papers/gamma.md'], skipped: [{ path: 'papers/beta.md', message }] });
    }
  });

  it('should not pass over the latest change where its record cannot be read', async () => {
    await apiOf(host).setStatus(['papers/alpha.md'], 'read');
    await apiOf(host).setStatus(['papers/beta.md'], 'read');
    const [latest = ''] = keptIds().sort().reverse();
    host.faults.failRead(latest);
    for (const dryRun of [true, false]) {
      const message = expect.stringContaining('Earlier ones can be undone in the list of kept changes.') as string;
      expect(await apiOf(host).undo(undefined, { dryRun })).toMatchObject({ changed: [], skipped: [{ reason: 'no-such-change', message }] });
    }
    expect(PATHS.map(statusOf)).toEqual(['read', 'read', 'todo']);
    host.faults.clear();
    expect(await apiOf(host).undo()).toMatchObject({ changed: ['papers/beta.md'] });
  });

  it('should not take a note that the user cut short for a torn one', async () => {
    await apiOf(host).setStatus(['papers/beta.md'], 'read');
    const short = host.read('papers/beta.md').slice(0, 30);
    await host.writeOutside('papers/beta.md', short);
    expect((await apiOf(host).undo()).skipped).toMatchObject([{ path: 'papers/beta.md', reason: 'changed-meanwhile' }]);
    expect(host.read('papers/beta.md')).toBe(short);
  });

  it('should put created notes into the trash', async () => {
    const report = await apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    expect(report.created).toEqual(['papers/an-unwritten-work-of-some-length.md']);
    await host.settle();
    await apiOf(host).undo();
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
    expect(apiOf(host).paper('papers/an-unwritten-work-of-some-length.md')).toBeNull();
    expect(apiOf(host).missing()).toHaveLength(1);
  });

  it('should name a created note that was renamed since', async () => {
    const { created } = await apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    const [path = ''] = created;
    const file = host.app.vault.getFileByPath(path);
    if (file) await host.app.vault.rename(file, 'papers/renamed.md');
    await host.settle();
    for (const dryRun of [true, false]) {
      expect(await apiOf(host).undo(undefined, { dryRun })).toMatchObject({ changed: ['papers/alpha.md', 'papers/beta.md'], skipped: [{ path, reason: 'no-such-note' }] });
    }
    expect(keptIds()).toEqual([]);
  });

  it('should go back change by change', async () => {
    await apiOf(host).linkReferences();
    const linked = notesOf(host);
    await apiOf(host).setStatus(PATHS, 'reading');
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(linked);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(NOTES);
    expect(await apiOf(host).undo()).toEqual({ id: null, changed: [], created: [], skipped: [] });
  });

  it('should take back one change in the middle where the notes still are as it left them', async () => {
    const first = await apiOf(host).setStatus(['papers/alpha.md'], 'read');
    await apiOf(host).setStatus(['papers/beta.md'], 'read');
    expect(await apiOf(host).undo(first.id ?? '')).toMatchObject({ changed: ['papers/alpha.md'] });
    await host.settle();
    expect(PATHS.map(statusOf)).toEqual(['todo', 'read', 'todo']);
  });

  it('should list another device’s unfinished change and neither offer nor finish nor undo it', async () => {
    await apiOf(host).setStatus(PATHS, 'read');
    const [path = ''] = keptIds();
    const record = JSON.parse(strFromU8(gunzipSync(host.bytes(path)))) as Record<string, unknown>;
    const other = { ...record, id: '99990101000000000-000-otherone', device: 'otherone-device' };
    await host.writeOutside(`${CHANGES}${other.id}.json.gz`, gzipSync(strToU8(JSON.stringify(other))));
    host = await host.reload();
    expect(noticesOf(host)).toEqual([]);
    const report = await apiOf(host).undo();
    expect(report.id).toBe(record['id']);
    expect(keptIds()).toEqual([`${CHANGES}${other.id}.json.gz`]);
  });

  it('should name the change that it took back, not another device’s newer one', async () => {
    await apiOf(host).setStatus(PATHS, 'read');
    const outcome = { format: 1, id: '99990101000000000-000-otherone', device: 'other', time: '9999-01-01T00:00:00.000Z', kind: 'link', title: 'Made elsewhere', changed: ['x.md'], created: [], skipped: 0 };
    await host.writeOutside(`${CHANGES}${outcome.id}.outcome.json`, JSON.stringify(outcome));
    await host.runCommand('paperweave:undo-last-change');
    expect(noticesOf(host).at(-1)).toContain('Set the status of 3 papers to read');
    expect(notesOf(host)).toEqual(NOTES);
  });
});

describe('meanwhile', () => {
  beforeEach(() => open());

  it('should save what is typed before it plans, and keep it', async () => {
    await host.typeIn('papers/beta.md', 'Typed and not saved.\n');
    await apiOf(host).setStatus(PATHS, 'read');
    await host.settle();
    expect(host.read('papers/beta.md')).toContain('Typed and not saved.\n');
    expect(host.typed('papers/beta.md')).toBe(host.read('papers/beta.md'));
    expect(PATHS.map(statusOf)).toEqual(['read', 'read', 'read']);
    await apiOf(host).undo();
    expect(host.read('papers/beta.md')).toBe(`${NOTES['papers/beta.md'] ?? ''}Typed and not saved.\n`);
  });

  it('should plan anew on what Sync writes between the plan and the writing', async () => {
    host.faults.slow(3);
    const running = apiOf(host).setStatus(PATHS, 'read');
    await new Promise((resolve) => window.setTimeout(resolve, 20));
    await host.writeOutside('papers/gamma.md', `${NOTES['papers/gamma.md'] ?? ''}From Sync.\n`);
    const report = await running;
    await host.settle();
    expect(host.read('papers/gamma.md')).toContain('From Sync.\n');
    expect(report.changed).toEqual(PATHS);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual({ ...NOTES, 'papers/gamma.md': `${NOTES['papers/gamma.md'] ?? ''}From Sync.\n` });
  });

  it('should record each note anew where Sync writes several at once between the plan and the writing', async () => {
    const synced = Object.fromEntries(Object.entries(NOTES).map(([path, text]) => [path, `${text}From Sync.\n`]));
    host.faults.slow(3);
    const running = apiOf(host).setStatus(PATHS, 'read');
    while (!host.faults.log.some((operation) => operation.path.startsWith(CHANGES))) await new Promise((resolve) => window.setTimeout(resolve, 1));
    await Promise.all(Object.entries(synced).map(([path, text]) => host.writeOutside(path, text)));
    const report = await running;
    await host.settle();
    host.faults.clear();
    expect(report.changed).toEqual(PATHS);
    expect(keptIds().filter((path) => path.includes('.again-'))).toHaveLength(PATHS.length);
    const read = notesOf(host);
    host.faults.failRead((path) => path.includes('.again-2.'), 'EBUSY: resource busy or locked');
    expect((await apiOf(host).undo()).skipped).toMatchObject([{ message: expect.stringContaining('1 of 3 files of the record cannot be read') as string }]);
    expect(notesOf(host)).toEqual(read);
    host.faults.clear();
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(synced);
  });

  it('should keep what is typed while it runs', async () => {
    await host.openFile('papers/gamma.md');
    host.faults.slow(3);
    const running = apiOf(host).setStatus(PATHS, 'read');
    await new Promise((resolve) => window.setTimeout(resolve, 15));
    await host.typeIn('papers/gamma.md', 'Typed meanwhile.\n');
    const report = await running;
    await host.settle();
    host.faults.clear();
    expect(host.typed('papers/gamma.md')).toContain('Typed meanwhile.\n');
    expect(report.changed).toEqual(expect.arrayContaining(['papers/alpha.md', 'papers/beta.md']));
    host = await host.reload();
    expect(host.read('papers/gamma.md')).toContain('Typed meanwhile.\n');
  });

  it('should name a note that is renamed or deleted while it runs', async () => {
    host.faults.slow(3);
    const running = apiOf(host).setStatus(PATHS, 'read');
    await new Promise((resolve) => window.setTimeout(resolve, 20));
    await host.deleteOutside('papers/beta.md');
    await host.renameOutside('papers/gamma.md', 'papers/delta.md');
    const report = await running;
    await host.settle();
    expect(report.changed).toEqual(['papers/alpha.md']);
    expect(report.skipped.map((skip) => skip.path)).toEqual(['papers/beta.md', 'papers/gamma.md']);
    expect(host.exists('papers/beta.md')).toBe(false);
    expect(host.read('papers/delta.md')).toBe(NOTES['papers/gamma.md']);
    host.faults.clear();
    await apiOf(host).undo();
    expect(host.read('papers/alpha.md')).toBe(NOTES['papers/alpha.md']);
  });

  it('should carry out two changes one after the other', async () => {
    const [first, second] = await Promise.all([apiOf(host).setStatus(PATHS, 'read'), apiOf(host).setStatus(PATHS, 'reading')]);
    expect([first.changed, second.changed]).toEqual([PATHS, PATHS]);
    expect(first.id).not.toBe(second.id);
    await host.settle();
    expect(PATHS.map(statusOf)).toEqual(['reading', 'reading', 'reading']);
    await apiOf(host).undo();
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(NOTES);
  });
});

describe('kept changes', () => {
  it('should be listed from the dashboard, each undoable, and name the notes that are no longer as it left them', async () => {
    await open();
    await apiOf(host).linkReferences();
    await apiOf(host).setStatus(['papers/beta.md'], 'read');
    const list = await openList();
    expect([...list.querySelectorAll('.paperweave-changes-title')].map((title) => title.textContent)).toEqual(['Link references in 3 papers', 'Set the status of “Beta” to read']);
    list.querySelector<HTMLElement>('[aria-label="Undo: Link references in 3 papers"]')?.click();
    await host.settle();
    expect(host.read('papers/alpha.md')).toBe(NOTES['papers/alpha.md']);
    expect(host.read('papers/beta.md')).toContain('[[gamma|Gamma]]');
    expect(noticesOf(host).at(-1)).toContain('papers/beta.md: The note was changed since');
    // It is kept for that note, and goes when the later change is taken back first.
    list.querySelector<HTMLElement>('[aria-label="Undo: Set the status of “Beta” to read"]')?.click();
    await host.settle();
    list.querySelector<HTMLElement>('[aria-label="Undo: Link references in 3 papers"]')?.click();
    await host.settle();
    expect(notesOf(host)).toEqual(NOTES);
    expect(list.textContent).toContain('No change is kept.');
  });

  it('should show another device’s unfinished change without a way to finish it', async () => {
    await open();
    const head = { format: 1, id: '99990101000000000-000-otherone', device: 'otherone-device', time: '9999-01-01T00:00:00.000Z', kind: 'link', title: 'Made elsewhere' };
    await host.writeOutside(`${CHANGES}${head.id}.json.gz`, gzipSync(strToU8(JSON.stringify({ ...head, parts: 0, count: 2, notes: [] }))));
    const list = await openList();
    expect(list.textContent).toContain('Made elsewhereNot finished on another device. Finish or undo it there. · 2 notes');
    expect(list.querySelector('[aria-label^="Undo"]')).toBeNull();
    expect(await apiOf(host).undo(head.id)).toMatchObject({ changed: [], skipped: [{ reason: 'other-device' }] });
  });

  it('should be the last twenty of one note and the last twenty of many', async () => {
    await open();
    for (let round = 0; round < 23; round++) {
      await apiOf(host).setStatus(['papers/alpha.md'], round % 2 === 0 ? 'reading' : 'todo');
      await apiOf(host).setStatus(['papers/beta.md', 'papers/gamma.md'], round % 2 === 0 ? 'reading' : 'todo');
    }
    expect(keptIds()).toHaveLength(40);
    const outcomes = Object.entries(host.files()).filter(([path]) => path.endsWith('.outcome.json')).map(([, text]) => (JSON.parse(text) as { changed: string[] }).changed.length);
    expect([outcomes.filter((count) => count === 1).length, outcomes.filter((count) => count === 2).length]).toEqual([20, 20]);
  });

  it('should be reported as finished also where what is no longer needed cannot be removed', async () => {
    await open();
    for (let round = 0; round < 20; round++) await apiOf(host).setStatus(['papers/alpha.md'], round % 2 === 0 ? 'reading' : 'todo');
    host.faults.failWrite((operation) => operation.kind === 'remove' && (operation.path.endsWith('.json.gz') || operation.path.endsWith('.undo.json')), 'EBUSY: resource busy or locked');
    const { id, skipped } = await apiOf(host).setStatus(['papers/alpha.md', 'papers/beta.md'], 'reading');
    expect(skipped).toEqual([]);
    await host.writeOutside('papers/alpha.md', 'typed meanwhile');
    await host.settle();
    expect((await apiOf(host).setStatus(['papers/gamma.md'], 'reading')).skipped).toEqual([]);
    expect((await apiOf(host).undo(id ?? '')).skipped).toMatchObject([{ path: 'papers/alpha.md' }]);
    host.faults.clear();
    await apiOf(host).setStatus(['papers/gamma.md'], 'read');
    expect(keptIds()).toHaveLength(20);
    host = await host.reload();
    expect(noticesOf(host)).toEqual([]);
  });

  it('should be in the order in which they were made, and the newest stay, also where the clock was put back', async () => {
    await open();
    jest.useFakeTimers({ now: Date.now() + 8 * 3_600_000, doNotFake: ['nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback', 'hrtime'] });
    for (let round = 0; round < 20; round++) await apiOf(host).setStatus(['papers/alpha.md'], round % 2 === 0 ? 'reading' : 'todo');
    jest.useRealTimers();
    host = await host.reload();
    for (const path of ['papers/beta.md', 'papers/gamma.md']) {
      const { id } = await apiOf(host).setStatus([path], 'reading');
      expect(await apiOf(host).undo(undefined, { dryRun: true })).toMatchObject({ changed: [path] });
      expect(keptIds().at(-1)).toContain(id);
    }
    for (const path of ['papers/gamma.md', 'papers/beta.md', 'papers/alpha.md']) expect(await apiOf(host).undo()).toMatchObject({ changed: [path] });
  });

  it('should not be made by a run that changes nothing', async () => {
    await open();
    expect(await apiOf(host).setStatus(PATHS, 'todo')).toMatchObject({ id: null, changed: [] });
    expect(keptIds()).toEqual([]);
    expect(host.faults.log).toEqual([]);
  });
});

describe('bytes', () => {
  const MARK = [0xef, 0xbb, 0xbf];
  const text = paperNote('Marked', { references: ['[Alpha](./alpha.md)'] });

  it.each([true, false])('should keep a byte-order mark (the app strips it: %s)', async (stripBom) => {
    const bytes = new Uint8Array([...MARK, ...strToU8(text)]);
    await open({ stripBom });
    // An app that keeps the mark sees no front matter behind it: the note's own text tells.
    await host.writeOutside('papers/marked.md', bytes);
    await host.settle();
    const report = await apiOf(host).setStatus(['papers/marked.md'], 'reading');
    await host.settle();
    expect(report).toMatchObject({ changed: ['papers/marked.md'], skipped: [] });
    expect([...host.bytes('papers/marked.md')]).toEqual([...MARK, ...strToU8(text.replace('status: todo', 'status: reading'))]);
    await apiOf(host).undo();
    await host.settle();
    expect([...host.bytes('papers/marked.md')]).toEqual([...bytes]);
  });

  it('should be left where they are no UTF-8, since the app would write other ones in their place', async () => {
    const [before = '', behind = ''] = text.split('# Marked');
    const bytes = new Uint8Array([...strToU8(before), 0xd6, 0xd0, ...strToU8(behind)]);
    await open({ files: { ...FILES, 'papers/gbk.md': bytes, 'papers/sign.md': text.replace('# Marked', '# \ufffd') } });
    const skipped = [{ path: 'papers/gbk.md', reason: 'not-utf-8' }];
    for (const dryRun of [true, false]) expect(await apiOf(host).linkReferences(undefined, { dryRun })).toMatchObject({ skipped });
    expect(await apiOf(host).setStatus(['papers/gbk.md', 'papers/sign.md'], 'read')).toMatchObject({ changed: ['papers/sign.md'], skipped });
    expect([...host.bytes('papers/gbk.md')]).toEqual([...bytes]);
    // Nothing is to be done to it: then there is no reason to name it.
    expect(await apiOf(host).setStatus(['papers/gbk.md'], 'todo')).toMatchObject({ skipped: [{ reason: 'already-so' }] });
  });

  it('should be left also where they came between the plan and the writing', async () => {
    const bytes = new Uint8Array([...strToU8(text), 0xd6, 0xd0]);
    await open({ files: { ...FILES, 'papers/gbk.md': text } });
    const { process } = host.app.vault;
    host.app.vault.process = async (file, change) => {
      if (file.path === 'papers/gbk.md') await host.app.vault.adapter.writeBinary(file.path, bytes.buffer);
      return process.call(host.app.vault, file, change);
    };
    expect(await apiOf(host).setStatus(['papers/gbk.md'], 'read')).toMatchObject({ changed: [], skipped: [{ path: 'papers/gbk.md', reason: 'not-utf-8' }] });
    expect([...host.bytes('papers/gbk.md')]).toEqual([...bytes]);
  });

  it('should keep line ends but for those of the edited lines, which are the note’s own', async () => {
    const crlf = text.replace(/\n/g, '\r\n');
    await open({ files: { ...FILES, 'papers/crlf.md': crlf } });
    await apiOf(host).setStatus(['papers/crlf.md'], 'read');
    await apiOf(host).linkReferences(['papers/crlf.md']);
    await host.settle();
    const after = strFromU8(host.bytes('papers/crlf.md'));
    expect(after.replace(/read_date: [\d-]+\r\n/, '')).toBe(crlf.replace('status: todo', 'status: read').replace('[Alpha](./alpha.md)', '[[alpha|Alpha]]'));
    expect(after.replace(/\r\n/g, '')).not.toContain('\n');
    await apiOf(host).undo();
    await apiOf(host).undo();
    expect(strFromU8(host.bytes('papers/crlf.md'))).toBe(crlf);
  });
});

describe('a new note', () => {
  it('should have the title of the work that papers cite each in a style of its own, and be linked from all of them', async () => {
    const items: Record<string, string> = {
      'a.md': 'Doe, J., & Roe, R. (2020). A work that nobody has. *Journal of Tests*, *3*(1), 1–9.',
      'b.md': 'J. Doe and R. Roe, “A work that nobody has,” *J. Tests*, vol. 3, 2020.',
      'c.md': 'Doe J, Roe R. A work that nobody has[J]. J Tests, 2020, 3(1): 1-9.',
    };
    const files = Object.fromEntries(Object.entries(items).map(([path, item]) => [path, paperNote(`Paper ${path}`, { references: [item] })]));
    host = await openVault({ files: { ...files, ...WITH_SETTINGS } });
    expect(apiOf(host).missing()).toEqual([{ key: 'aworkthatnobodyhas', title: 'A work that nobody has', citedBy: 3 }]);
    const { created, skipped } = await apiOf(host).createNotes(['aworkthatnobodyhas']);
    expect([created, skipped]).toEqual([['a-work-that-nobody-has.md'], []]);
    for (const [path, item] of Object.entries(items)) expect(host.read(path)).toContain(`- ${item.replace('A work that nobody has', '[[a-work-that-nobody-has|A work that nobody has]]')}\n`);
    expect(apiOf(host).citedBy('a-work-that-nobody-has.md')).toEqual(['a.md', 'b.md', 'c.md']);
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(files);
  });

  it('should not be made for a work whose note would lack a required property, and be no paper', async () => {
    const withAuthors = Object.fromEntries(Object.entries(NOTES).map(([path, text]) => [path, text.replace('tags:', 'authors: [Ada One]\ntags:')]));
    await open({ files: { [DATA]: '{"version":1,"requiredProperties":["authors"]}', ...withAuthors } });
    const missing = apiOf(host).missing();
    expect(missing).toHaveLength(1);
    const report = await apiOf(host).createNotes(missing.map((work) => work.key));
    await host.settle();
    expect(report).toMatchObject({ created: [], changed: [], skipped: [{ path: 'papers/an-unwritten-work-of-some-length.md', reason: 'not-a-paper' }] });
    expect(apiOf(host).missing()).toEqual(missing);
    expect(notesOf(host)).toEqual(withAuthors);
  });
});
