/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { DATA, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, confirmModal, modalEl, noticesOf, notesOf, pressButton } from '../support/plugin-host';

const readNote = (title: string, day: string | null): string => paperNote(title, { status: 'read', yaml: day === null ? [] : [`read_date: ${day}`] });
const anew = (title: string): string => paperNote(title, { status: 'todo', references: ['Something New'] });

const NOTES: Record<string, string> = {
  'papers/one.md': readNote('One', '2024-05-31'),
  'papers/two.md': readNote('Two', '2024-06-01'),
  'papers/three.md': readNote('Three', null),
  'papers/four.md': paperNote('Four'),
};

let host: Host;
const open = async (): Promise<void> => {
  host = await openVault({ files: { ...WITH_SETTINGS, ...NOTES } });
};
/** All notes as a generator writes them that knows nothing of what was read. */
const writeAnew = async (...titles: readonly string[]): Promise<void> => {
  for (const title of titles) await host.writeOutside(`papers/${title.toLowerCase()}.md`, anew(title));
  await host.settle();
};
const rename = async (from: string, to: string): Promise<void> => {
  const file = host.vault.getAbstractFileByPath(from);
  if (!file) throw new Error(`There is no ${from}.`);
  await host.vault.rename(file, to);
  await host.settle();
};
const offer = (): HTMLElement => host.notices.at(-1)?.el ?? document.body;

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('papers that were read, and whose notes are written anew from outside', () => {
  it('should be counted in one notice, and get their status and day again as one previewed change', async () => {
    await open();
    await writeAnew('One', 'Two', 'Three', 'Four');
    expect(noticesOf(host)).toHaveLength(1);
    expect(noticesOf(host)[0]).toContain('3 papers that you had read are to be read again');
    expect(host.read('papers/one.md')).toBe(anew('One'));
    await pressButton(host, offer(), 'Restore their status…');
    expect(modalEl(host).textContent).toContain('Restore the status of 3 papers');
    expect(host.read('papers/one.md')).toBe(anew('One'));
    await confirmModal(host);
    const restored = (title: string, lines: string): string => anew(title).replace('status: todo', lines);
    expect(notesOf(host)).toEqual({
      'papers/one.md': restored('One', 'status: read\nread_date: 2024-05-31'),
      'papers/two.md': restored('Two', 'status: read\nread_date: 2024-06-01'),
      'papers/three.md': restored('Three', 'status: read'),
      'papers/four.md': anew('Four'),
    });
    await apiOf(host).undo();
    await host.settle();
    expect(host.read('papers/one.md')).toBe(anew('One'));
    expect(noticesOf(host).filter((text) => text.includes('to be read again'))).toHaveLength(1);
  });

  it('should be told together where they come one after the other', async () => {
    await open();
    await writeAnew('One');
    expect(noticesOf(host)[0]).toContain('1 paper that you had read is to be read again');
    await writeAnew('Two');
    expect(noticesOf(host)[1]).toContain('2 papers that you had read are to be read again');
    expect(host.notices[0]?.el.isConnected).toBe(false);
  });

  it('should be told when they were deleted and made again', async () => {
    await open();
    await host.deleteOutside('papers/one.md');
    await host.settle();
    await writeAnew('One');
    expect(noticesOf(host)[0]).toContain('1 paper');
  });

  it('should be told under the names that they have now', async () => {
    await open();
    await rename('papers/one.md', 'papers/eins.md');
    await host.writeOutside('papers/eins.md', anew('One'));
    await host.settle();
    expect(noticesOf(host)[0]).toContain('1 paper');
    await rename('papers', 'library');
    await host.writeOutside('papers/eins.md', anew('One'));
    await host.settle();
    expect(host.notices[0]?.el.isConnected).toBe(false);
    await pressButton(host, offer(), 'Restore its status…');
    await confirmModal(host);
    expect(host.read('papers/eins.md')).toBe(anew('One'));
    expect(host.read('library/eins.md')).toContain('status: read\nread_date: 2024-05-31');
  });

  it('should be left so when the user says so, and not be told again', async () => {
    await open();
    await writeAnew('One');
    await pressButton(host, offer(), 'Leave it so');
    await writeAnew('Two');
    expect(noticesOf(host)[1]).toContain('1 paper');
    expect(host.read('papers/one.md')).toBe(anew('One'));
  });
});

describe('papers that were read, and are queued again on purpose', () => {
  it('should not be told of when Paperweave did it, however the day went', async () => {
    await open();
    await apiOf(host).setStatus(['papers/four.md'], 'read');
    await apiOf(host).setStatus(['papers/four.md'], 'todo');
    await apiOf(host).setStatus(['papers/four.md'], 'read');
    await apiOf(host).undo();
    await host.settle();
    expect(host.read('papers/four.md')).not.toContain('read_date');
    expect(noticesOf(host)).toEqual([]);
  });

  it('should not be told of where the note is open and active, or never had a day', async () => {
    await open();
    await host.openFile('papers/one.md');
    await writeAnew('One', 'Three');
    expect(noticesOf(host)).toEqual([]);
    // Nor later, with others.
    await writeAnew('Two');
    expect(noticesOf(host)[0]).toContain('1 paper');
  });

  it('should not be told of where the note has another name now, and a new one takes the old', async () => {
    await open();
    await rename('papers/one.md', 'papers/one-2017.md');
    await host.writeOutside('papers/one.md', anew('One'));
    await rename('papers', 'library');
    await host.writeOutside('papers/two.md', anew('Two'));
    await host.settle();
    expect(noticesOf(host)).toEqual([]);
  });

  it('should not be told of where a note that waits to be read takes the name of one that is gone', async () => {
    await open();
    await host.deleteOutside('papers/one.md');
    await rename('papers/four.md', 'papers/one.md');
    expect(noticesOf(host)).toEqual([]);
  });

  it('should not be told of where Paperweave did it and the note is renamed in the same moment', async () => {
    await open();
    await apiOf(host).setStatus(['papers/four.md'], 'read');
    const running = apiOf(host).setStatus(['papers/four.md'], 'todo');
    while (!host.read('papers/four.md').includes('status: todo')) await new Promise((resolve) => window.setTimeout(resolve, 0));
    await rename('papers/four.md', 'papers/vier.md');
    await running;
    expect(noticesOf(host)).toEqual([]);
  });

  it('should not be told of where the day stays', async () => {
    await open();
    await host.writeOutside('papers/one.md', readNote('One', '2024-05-31').replace('status: read', 'status: todo'));
    await host.settle();
    expect(noticesOf(host)).toEqual([]);
  });

  it('should not be told of where another setting reads the notes otherwise', async () => {
    await open();
    await host.writeOutside(DATA, '{"version":1,"statusProperty":"other","readDateProperty":"day"}');
    await host.settle();
    expect(apiOf(host).papers().map((paper) => paper.statusKind)).toEqual(['queued', 'queued', 'queued', 'queued']);
    expect(noticesOf(host)).toEqual([]);
  });
});
