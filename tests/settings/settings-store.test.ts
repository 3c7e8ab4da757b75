import type * as Store from '../../src/vault/settings-store';
import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import type { Settings } from '../../src/settings/settings';

const notices: { message: string; isHidden: boolean }[] = [];

class StubNotice {
  private readonly shown: { message: string; isHidden: boolean };

  constructor(message: string) {
    this.shown = { message, isHidden: false };
    notices.push(this.shown);
  }

  hide(): void {
    this.shown.isHidden = true;
  }
}
jest.doMock('obsidian', () => ({ Notice: StubNotice }), { virtual: true });

// After the stub is in place, and so not by an import statement.
const { SettingsStore } = jest.requireActual<typeof Store>('../../src/vault/settings-store');

/** A disk whose reads and writes end when the test says so. */
class SlowDisk {
  file: unknown = { version: 1 };
  isTorn = false;
  readonly waiting: (() => void)[] = [];
  isSlow = false;

  private readonly ofDevice = new Map<string, unknown>();

  readonly plugin = {
    manifest: { id: 'paperweave', dir: 'plugins/paperweave' },
    app: {
      vault: { adapter: { exists: () => Promise.resolve(true) } },
      loadLocalStorage: (key: string): unknown => this.ofDevice.get(key) ?? null,
      saveLocalStorage: (key: string, value: unknown): void => void this.ofDevice.set(key, value),
    },
    loadData: async (): Promise<unknown> => {
      const read: unknown = this.isTorn ? null : JSON.parse(JSON.stringify(this.file));
      await this.pause();
      return read;
    },
    saveData: async (data: unknown): Promise<void> => {
      const written: unknown = JSON.parse(JSON.stringify(data));
      await this.pause();
      this.file = written;
    },
  };

  private pause(): Promise<void> {
    return this.isSlow ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve();
  }
}

const soon = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

async function open(): Promise<{ disk: SlowDisk; store: Store.SettingsStore; told: [keyof Settings | '', string][] }> {
  const disk = new SlowDisk();
  const store = new SettingsStore(disk.plugin as never);
  await store.load();
  const told: [keyof Settings | '', string][] = [];
  store.onChange((now, before, origin) => {
    const keys = (Object.keys(now) as (keyof Settings)[]).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]));
    told.push([keys[0] ?? '', origin]);
  });
  return { disk, store, told };
}

beforeEach(() => {
  notices.length = 0;
});

describe('SettingsStore', () => {
  it('should take over what was changed elsewhere, and say that it came from there', async () => {
    const { disk, store, told } = await open();
    await store.change({ activeLimit: 2 });
    disk.file = { ...(disk.file as object), paperTags: ['article'], future: 1 };
    await store.reload();
    expect([store.get().paperTags, store.get().activeLimit, told]).toEqual([['article'], 2, [['activeLimit', 'here'], ['paperTags', 'elsewhere']]]);
    await store.change({ activeLimit: 3 });
    expect(disk.file).toMatchObject({ paperTags: ['article'], activeLimit: 3, future: 1 });
  });

  it('should keep this device’s own choice to link automatically, whatever another one writes', async () => {
    const { disk, store } = await open();
    disk.file = { version: 1, linkAutomatically: true, paperTags: ['theirs'] };
    await store.reload();
    expect([store.get().linkAutomatically, store.get().paperTags]).toEqual([false, ['theirs']]);
    await store.change({ linkAutomatically: true });
    disk.file = { version: 1, linkAutomatically: false, paperTags: ['ours'] };
    await store.reload();
    expect([store.get().linkAutomatically, store.get().paperTags]).toEqual([true, ['ours']]);
    const again = new SettingsStore(disk.plugin as never);
    await again.load();
    expect(again.get().linkAutomatically).toBe(true);
    await again.change({ linkAutomatically: false });
    await again.reload();
    expect(again.get().linkAutomatically).toBe(false);
  });

  it('should tell nobody of an echo of its own change', async () => {
    const { store, told } = await open();
    await store.change({ activeLimit: 2 });
    const { statuses } = store.get();
    await store.reload();
    expect(told).toHaveLength(1);
    expect(store.get().statuses).toBe(statuses);
  });

  it('should keep what is changed here while the file is being read, and save both', async () => {
    const { disk, store } = await open();
    disk.file = { version: 1, paperTags: ['theirs'] };
    disk.isSlow = true;
    const reloaded = store.reload();
    await soon();
    const changed = store.change({ activeLimit: 5 });
    disk.isSlow = false;
    for (const end of disk.waiting.splice(0)) end();
    await Promise.all([reloaded, changed]);
    for (const end of disk.waiting.splice(0)) end();
    await soon();
    expect([store.get().paperTags, store.get().activeLimit]).toEqual([['theirs'], 5]);
    expect(disk.file).toMatchObject({ paperTags: ['theirs'], activeLimit: 5 });
  });

  it('should read only after what is on its way to the disk', async () => {
    const { disk, store } = await open();
    disk.isSlow = true;
    const changed = store.change({ activeLimit: 5 });
    const reloaded = store.reload();
    await soon();
    disk.isSlow = false;
    for (const end of disk.waiting.splice(0)) end();
    await Promise.all([changed, reloaded]);
    expect(store.get().activeLimit).toBe(5);
  });

  it('should save changes one after another, the newest last', async () => {
    const { disk, store } = await open();
    disk.isSlow = true;
    const first = store.change({ activeLimit: 1 });
    await soon();
    const second = store.change({ activeLimit: 2 });
    await soon();
    expect(disk.waiting).toHaveLength(1);
    disk.isSlow = false;
    disk.waiting[0]?.();
    await Promise.all([first, second]);
    expect(disk.file).toMatchObject({ activeLimit: 2 });
  });

  it.each([
    ['a torn file', (disk: SlowDisk) => { disk.isTorn = true; }],
    ['a list', (disk: SlowDisk) => { disk.file = []; }],
  ])('should leave the present settings where there is %s, and say so once, until there is a better one', async (_, spoil) => {
    const { disk, store, told } = await open();
    await store.change({ activeLimit: 2 });
    const before = store.get();
    spoil(disk);
    await store.reload();
    await store.reload();
    expect(store.get()).toBe(before);
    expect(told).toHaveLength(1);
    expect(notices).toEqual([{ message: expect.stringMatching(/cannot be read\. The present ones are kept/) as string, isHidden: false }]);
    disk.isTorn = false;
    disk.file = { version: 1, activeLimit: 9 };
    await store.reload();
    expect([store.get().activeLimit, notices[0]?.isHidden]).toEqual([9, true]);
  });

  it('should go on after a save that failed', async () => {
    const { disk, store, told } = await open();
    const { saveData } = disk.plugin;
    disk.plugin.saveData = () => Promise.reject(new Error('disk full'));
    await expect(store.change({ activeLimit: 2 })).rejects.toThrow('disk full');
    expect(told).toEqual([['activeLimit', 'here']]);
    disk.plugin.saveData = saveData;
    await store.change({ keptChangesMb: 3 });
    expect(disk.file).toMatchObject({ ...DEFAULT_SETTINGS, activeLimit: 2, keptChangesMb: 3 });
  });
});
