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

interface Stores {
  readonly notes: IDBObjectStore;
  readonly wordings: IDBObjectStore;
  readonly about: IDBObjectStore;
}

/** Changes what is stored, behind the plugin's back. */
async function tamper(change: (stores: Stores) => void): Promise<void> {
  const name = await databaseName();
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => { reject(new Error('It did not open.')); };
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(['notes', 'wordings', 'about'], 'readwrite');
      change({ notes: transaction.objectStore('notes'), wordings: transaction.objectStore('wordings'), about: transaction.objectStore('about') });
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}

/** Changes the records of a kind. */
function alter(store: IDBObjectStore, change: (record: Record<string, unknown>) => void): void {
  const request: IDBRequest<Record<string, unknown>[]> = store.getAll();
  request.onsuccess = () => {
    for (const record of request.result) {
      change(record);
      store.put(record);
    }
  };
}

/** Changes what is stored of one note: path, time, size, references and problems. */
function alterNote(notes: IDBObjectStore, path: string, change: (note: unknown[]) => void): void {
  alter(notes, (record) => {
    const rows = JSON.parse(record.notes as string) as unknown[][];
    for (const row of rows) if (row[0] === path) change(row);
    record.notes = JSON.stringify(rows);
  });
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

  it('should not take old references for those of a note that was renamed before the app told of its new text', async () => {
    const { vault, fileManager } = host.app;
    const cache = host.app.metadataCache as unknown as { enqueue(file: unknown): void };
    const tell = cache.enqueue.bind(cache);
    cache.enqueue = () => undefined;
    await vault.modify(vault.getFileByPath('papers/beta.md') as never, paperNote('Beta', { references: ['[Alpha](./alpha.md)'] }));
    await fileManager.renameFile(vault.getFileByPath('papers/beta.md') as never, 'papers/second.md');
    await rest();
    cache.enqueue = tell;
    tell(vault.getFileByPath('papers/second.md'));
    await host.settle();
    await rest();
    expect(apiOf(host).citedBy('papers/alpha.md')).toEqual(['papers/second.md']);
    const citing: string[][] = [];
    while (citing.length < 2) {
      await restart();
      citing.push(apiOf(host).citedBy('papers/alpha.md'));
    }
    expect(citing).toEqual([['papers/second.md'], ['papers/second.md']]);
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

  it.each<[string, (stores: Stores) => void, readonly string[]]>([
    ['notes that are no JSON', ({ notes }) => { alter(notes, (record) => { record.notes = '[['; }); }, ALL_READ],
    ['notes that are no text', ({ notes }) => { alter(notes, (record) => { record.notes = 7; }); }, ALL_READ],
    ['wordings that are no JSON', ({ wordings }) => { alter(wordings, (record) => { record.wordings = '[['; }); }, ['papers/alpha.md']],
    ['no wordings', ({ wordings }) => wordings.clear(), ['papers/alpha.md']],
    ['wordings of which the first ones are missing', ({ wordings }) => { alter(wordings, (record) => { record.first = 3; }); wordings.delete(0); }, ['papers/alpha.md']],
    ['wordings that lack the last one', ({ wordings }) => { alter(wordings, (record) => { record.wordings = JSON.stringify((JSON.parse(record.wordings as string) as unknown[]).slice(0, -1)); }); }, ['papers/alpha.md']],
    ['a wording of so high a number that there is none', ({ notes }) => { alterNote(notes, 'papers/alpha.md', (note) => { note[3] = [2 ** 40, 1, 0]; }); }, ['papers/alpha.md']],
    ['a reference with a meaning', ({ notes }) => { alterNote(notes, 'papers/alpha.md', (note) => { note[3] = [0, 1, 9]; }); }, ['papers/alpha.md']],
    ['problems of a note that is a paper', ({ notes }) => { alterNote(notes, 'papers/beta.md', (note) => { note[4] = '[]'; }); }, ['papers/beta.md']],
    ['another time of a note', ({ notes }) => { alterNote(notes, 'papers/beta.md', (note) => { note[1] = 1; }); }, ['papers/beta.md']],
    ['another size of a note', ({ notes }) => { alterNote(notes, 'papers/beta.md', (note) => { note[2] = 1; }); }, ['papers/beta.md']],
    ['problems that are none', ({ notes }) => { alterNote(notes, 'papers/broken.md', (note) => { note[4] = '{}'; }); }, ['papers/broken.md']],
    ['a note that is not there', ({ notes }) => { alterNote(notes, 'papers/beta.md', (note) => { note[0] = 'papers/gone.md'; }); }, ['papers/beta.md']],
    ['the same note several times', ({ notes }) => { alter(notes, (record) => { record.notes = `${String(record.notes).slice(0, -1)},${String(record.notes).slice(1)}`; }); }, []],
    ['another stamp', ({ about }) => about.put('other', 'stamp'), ALL_READ],
    ['nothing', ({ notes, wordings, about }) => [notes.clear(), wordings.clear(), about.clear()], ALL_READ],
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
      const opening = indexedDB.open(name, 4);
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

  it('should throw away the store of an older version', async () => {
    const first = answersOf(host);
    await host.unload();
    const name = await databaseName();
    indexedDB.deleteDatabase(name);
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('notes', { keyPath: 'path' }).put({ path: 'papers/alpha.md', mtime: 1, size: 1, references: '[]', problems: null });
        opening.result.createObjectStore('about').put('en', 'stamp');
      };
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    expect(await restart()).toEqual(ALL_READ);
    expect(answersOf(host)).toEqual(first);
    expect(await restart()).toEqual([]);
    expect(answersOf(host)).toEqual(first);
  });

  it('should write nothing more through a store that was closed while it opened', async () => {
    const store = new ReferenceStore('paperweave-closed-early');
    const none = { wordingCount: 0, storedWordings: () => [] };
    const opening = store.open('stamp', none);
    store.close();
    await opening;
    store.keep({ path: 'papers/alpha.md', mtime: 1, size: 1, references: null, problems: null });
    await store.flush();
    const next = new ReferenceStore('paperweave-closed-early');
    await next.open('stamp', none);
    for await (const notes of next.notes()) expect(notes).toEqual([]);
    next.close();
  });

  it('should never write wordings over those of another writer, but throw all away', async () => {
    const wordings = (text: string) => ({ wordingCount: 1, storedWordings: () => [text] });
    const stores = [new ReferenceStore('paperweave-two-writers'), new ReferenceStore('paperweave-two-writers')] as const;
    for (const [at, store] of stores.entries()) await store.open('stamp', wordings(`Title ${String(at)}`));
    for (const store of stores) {
      store.keep({ path: 'papers/alpha.md', mtime: 1, size: 1, references: [0, 1, 0], problems: null });
      await store.flush();
    }
    for (const store of stores) store.close();
    const next = new ReferenceStore('paperweave-two-writers');
    await next.open('stamp', wordings(''));
    const found: unknown[] = [];
    for await (const notes of next.notes()) found.push(...notes);
    expect(found).toEqual([]);
    next.close();
  });

  it('should write everything anew where it is scattered over many records, or most of its wordings are needed no more', async () => {
    const count = async (): Promise<number[]> => {
      let counts: number[] = [];
      await tamper(({ notes, wordings }) => {
        const [one, other] = [notes.count(), wordings.count()];
        other.onsuccess = () => { counts = [one.result, other.result]; };
      });
      return counts;
    };
    const first = answersOf(host);
    await host.unload();
    await tamper(({ notes }) => {
      for (let more = 0; more < 600; more += 1) notes.add({ notes: '[]' });
    });
    expect(await restart()).toEqual([]);
    expect(answersOf(host)).toEqual(first);
    expect(await count()).toEqual([1, 1]);
    await host.unload();
    await tamper(({ wordings }) => {
      const known = wordings.getAll();
      known.onsuccess = () => {
        const [{ wordings: text }] = known.result as [{ wordings: string }];
        const texts = JSON.parse(text) as unknown[];
        wordings.put({ first: texts.length, wordings: JSON.stringify(Array.from({ length: 30_000 }, (_, at) => `A title with the number ${String(at)}`)) });
      };
    });
    expect(await restart()).toEqual([]);
    expect(answersOf(host)).toEqual(first);
    let kept = '';
    const numbers = new Set<unknown>();
    const look = (): Promise<void> =>
      tamper(({ notes, wordings }) => {
        alter(wordings, (record) => { kept += String(record.wordings); });
        alter(notes, (record) => { numbers.add(record.number); });
      });
    await look();
    expect(kept).toContain('A work without a note');
    expect(kept).not.toContain('A title with the number 7');
    // Once is enough: a record that is written anew has another number.
    expect(await restart()).toEqual([]);
    expect(answersOf(host)).toEqual(first);
    await look();
    expect(numbers.size).toBe(1);
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
