/** @jest-environment jsdom */
import 'fake-indexeddb/auto';
import { ReferenceStore } from '../../src/vault/reference-store';
import { openVault, type Host } from '../host/open-vault';
import { WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { answersOf, apiOf } from '../support/plugin-host';

jest.setTimeout(120_000);

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/alpha.md': paperNote('Alpha', { references: ['[Beta](./beta.md)', '[Delta and More](./delta-and-more.md)', 'A work without a note', '“A quoted one,” 2019. arXiv:1412.6980'] }),
  'papers/beta.md': paperNote('Beta', { references: [] }),
  'papers/no-section.md': '---\ntags: [paper]\ntitle: No section\n---\n\nText.\n',
  'papers/broken.md': '---\ntags: [paper]\ntitle: "never closed\n---\n\n## References\n\n- Beta\n',
  'papers/rule.md': '---\n\nA rule stands first.\n',
  'notes/other.md': 'No paper. [Alpha](../papers/alpha.md)\n',
};

let host: Host;

/** Starts the app anew over the same disk; the notes read by the plugin meanwhile. */
async function restart(language = 'en'): Promise<string[]> {
  const read: string[] = [];
  host = await host.reload({ layoutReady: false, loadPlugin: true, language });
  host.faults.failRead((path) => {
    if (path.endsWith('.md')) read.push(path);
    return false;
  });
  await host.fireLayoutReady();
  await rest();
  return read.sort();
}

/** The index is there, and what it had to keep is written: a transaction waits for those before it. */
async function rest(): Promise<void> {
  await apiOf(host).ready;
  await host.settle();
  if ((await databaseName()) !== '') await tamper(() => undefined);
}

const databaseName = async (): Promise<string> => (typeof window.indexedDB === 'undefined' ? [] : await indexedDB.databases()).map(({ name }) => name ?? '').find((name) => name.startsWith('paperweave-')) ?? '';

/** Changes what is stored, behind the plugin's back. */
async function tamper(change: (stores: { notes: IDBObjectStore; about: IDBObjectStore }) => void): Promise<void> {
  const name = await databaseName();
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => { reject(new Error('It did not open.')); };
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(['notes', 'about'], 'readwrite');
      change({ notes: transaction.objectStore('notes'), about: transaction.objectStore('about') });
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}

/** Changes a record that fits its file. */
function alter(notes: IDBObjectStore, path: string, change: object): void {
  const request: IDBRequest<object> = notes.get(path);
  request.onsuccess = () => notes.put({ ...request.result, ...change });
}

const ALL_READ = ['papers/alpha.md', 'papers/beta.md', 'papers/broken.md', 'papers/no-section.md', 'papers/rule.md'];

beforeEach(async () => {
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  host = await openVault({ files: FILES });
  await rest();
});

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('a later start', () => {
  it('should read no note where nothing changed, and answer as the first one', async () => {
    const first = answersOf(host);
    expect(await restart()).toEqual([]);
    expect(answersOf(host)).toEqual(first);
    expect(apiOf(host).problems()).toHaveLength(1);
    expect(apiOf(host).references('papers/no-section.md')).toBeNull();
    expect(await restart()).toEqual([]);
  });

  it('should read the notes that changed meanwhile, and those alone', async () => {
    host = await host.reload({ loadPlugin: false });
    await host.writeOutside('papers/beta.md', paperNote('Beta', { references: ['Alpha'] }));
    expect(await restart()).toEqual(['papers/beta.md']);
    expect(apiOf(host).citedBy('papers/alpha.md')).toEqual(['papers/beta.md']);
    expect(await restart()).toEqual([]);
    expect(apiOf(host).citedBy('papers/alpha.md')).toEqual(['papers/beta.md']);
  });

  it('should read no note again that Paperweave wrote itself', async () => {
    // The app reads changed notes when it has time.
    const cache = host.app.metadataCache as unknown as { enqueue(file: unknown): void };
    const tell = cache.enqueue.bind(cache);
    cache.enqueue = () => undefined;
    await apiOf(host).setStatus(['papers/alpha.md', 'papers/beta.md'], 'read');
    cache.enqueue = tell;
    for (const path of ['papers/alpha.md', 'papers/beta.md']) tell(host.app.vault.getFileByPath(path));
    await host.settle();
    await rest();
    const before = answersOf(host);
    expect(await restart()).toEqual([]);
    expect(answersOf(host)).toEqual(before);
  });

  it('should know what was changed, renamed and deleted while the plugin ran', async () => {
    const { vault, fileManager } = host.app;
    await vault.modify(vault.getFileByPath('papers/beta.md') as never, paperNote('Beta', { references: ['[Alpha](./alpha.md)', 'Another work without a note'] }));
    await fileManager.renameFile(vault.getFileByPath('papers/alpha.md') as never, 'papers/first.md');
    await vault.delete(vault.getFileByPath('papers/no-section.md') as never);
    await host.settle();
    await rest();
    const before = answersOf(host);
    expect(await restart()).toEqual([]);
    expect(answersOf(host)).toEqual(before);
  });

  it('should read all notes again where other settings decide what their text says', async () => {
    await host.plugin.saveData({ ...((await host.plugin.loadData()) as object), referenceHeadings: ['Sources'] });
    expect(await restart()).toEqual(ALL_READ);
    expect(apiOf(host).references('papers/alpha.md')).toBeNull();
    expect(await restart()).toEqual([]);
  });

  it('should read all notes again where the app speaks another language, and tell problems in it', async () => {
    const message = (): string | undefined => apiOf(host).problems()[0]?.message;
    expect(message()).toMatch(/^The front matter cannot be read/);
    expect(await restart('zh')).toEqual(ALL_READ);
    expect(message()).toMatch(/^无法读取/);
    expect(await restart('zh')).toEqual([]);
    expect(message()).toMatch(/^无法读取/);
    expect(await restart()).toEqual(ALL_READ);
    expect(message()).toMatch(/^The front matter cannot be read/);
  });

  it.each<[string, (stores: { notes: IDBObjectStore; about: IDBObjectStore }) => void, readonly string[]]>([
    ['references that are no JSON', ({ notes }) => { alter(notes, 'papers/beta.md', { references: '[[' }); }, ['papers/beta.md']],
    ['problems of a note that is a paper', ({ notes }) => { alter(notes, 'papers/beta.md', { problems: '[]' }); }, ['papers/beta.md']],
    ['a record without anything', ({ notes }) => notes.put({ path: 'papers/beta.md' }), ['papers/beta.md']],
    ['problems that are none', ({ notes }) => { alter(notes, 'papers/broken.md', { problems: '{}' }); }, ['papers/broken.md']],
    ['a note that is not there', ({ notes }) => notes.put({ path: 'papers/gone.md', mtime: 1, size: 1, references: null, problems: null }), []],
    ['another stamp', ({ about }) => about.put('other', 'stamp'), ALL_READ],
    ['nothing', ({ notes, about }) => [notes.clear(), about.clear()], ALL_READ],
  ])('should answer as the first one with a store that holds %s', async (_, change, read) => {
    const first = answersOf(host);
    await host.unload();
    await tamper((stores) => {
      change(stores);
    });
    expect(await restart()).toEqual(read);
    expect(answersOf(host)).toEqual(first);
  });

  it('should do without a store that is broken, and build another', async () => {
    const first = answersOf(host);
    await host.unload();
    const name = await databaseName();
    await new Promise<void>((resolve) => {
      const removal = indexedDB.deleteDatabase(name);
      removal.onsuccess = () => { resolve(); };
    });
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('something else');
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    expect(await restart()).toEqual(ALL_READ);
    expect(answersOf(host)).toEqual(first);
    // It was thrown away then.
    expect(await restart()).toEqual(ALL_READ);
    expect(await restart()).toEqual([]);
  });

  it('should write nothing more through a store that was closed while it opened', async () => {
    const store = new ReferenceStore('paperweave-closed-early');
    const opening = store.open('stamp');
    store.close();
    await opening;
    store.keep('papers/alpha.md', { path: 'papers/alpha.md', mtime: 1, size: 1, references: null, problems: null });
    await store.flush();
    const next = new ReferenceStore('paperweave-closed-early');
    await next.open('stamp');
    for await (const notes of next.notes()) expect(notes).toEqual([]);
    next.close();
  });

  it('should do without any store where there is none', async () => {
    const first = answersOf(host);
    await host.unload();
    const { indexedDB: kept } = window;
    Reflect.deleteProperty(window, 'indexedDB');
    try {
      expect(await restart()).toEqual(ALL_READ);
      expect(answersOf(host)).toEqual(first);
    } finally {
      Reflect.defineProperty(window, 'indexedDB', { configurable: true, writable: true, value: kept });
    }
  });
});
