/** @jest-environment jsdom */
import type { TAbstractFile, TFile } from 'obsidian';
import { openVault, type Host, type HostOptions } from './open-vault';

let host: Host;
const open = async (files: Record<string, string | Uint8Array>, more: Partial<HostOptions> = {}): Promise<Host> => (host = await openVault({ files, loadPlugin: false, ...more }));
const file = (path: string): TFile => {
  const known = host.vault.getFileByPath(path);
  if (!known) throw new Error(`no ${path}`);
  return known;
};
const events = (): string[] => {
  const log: string[] = [];
  for (const name of ['create', 'modify', 'delete', 'rename'] as const) {
    host.vault.on(name as 'rename', (each: TAbstractFile, old?: string) => log.push(`${name} ${each.path}${old === undefined ? '' : ` from ${old}`}`));
  }
  host.app.metadataCache.on('changed', (each, text, cache) => log.push(`changed ${each.path} ${String(text.length)} ${String(cache.links?.length ?? 0)}`));
  host.app.metadataCache.on('deleted', (each) => log.push(`deleted ${each.path}`));
  host.app.metadataCache.on('resolve', (each) => log.push(`resolve ${each.path}`));
  host.app.metadataCache.on('resolved', () => log.push('resolved'));
  return log;
};

afterEach(async () => {
  await host.unload();
});

describe('writing', () => {
  it('should fire the vault event now and the metadata events later', async () => {
    await open({ 'a.md': '' });
    const log = events();
    await host.vault.modify(file('a.md'), '[[b]]');
    expect(log).toEqual(['modify a.md']);
    expect(host.app.metadataCache.getFileCache(file('a.md'))?.links).toBeUndefined();
    await host.settle();
    expect(log).toEqual(['modify a.md', 'changed a.md 5 1', 'resolve a.md', 'resolved']);
    await host.vault.create('b.md', 'x');
    expect(host.app.metadataCache.getCache('b.md')).toBeNull();
    await host.settle();
    expect(log.slice(4)).toEqual(['create b.md', 'changed b.md 1 0', 'resolve a.md', 'resolve b.md', 'resolved']);
  });

  it('should report one resolved for many writes, and deletions', async () => {
    await open({ 'a.md': '', 'b.md': '' });
    const log = events();
    await Promise.all([host.vault.modify(file('a.md'), '1'), host.vault.modify(file('b.md'), '2')]);
    await host.vault.delete(file('b.md'));
    await host.settle();
    expect(log.filter((each) => each === 'resolved')).toHaveLength(1);
    expect(log).toContain('deleted b.md');
    expect(log).not.toContain('changed b.md 1 0');
  });

  it('should give process fresh text one after the other and write nothing for equal text', async () => {
    await open({ 'a.md': '0' });
    const log = events();
    await Promise.all(['1', '2', '3'].map((digit) => host.vault.process(file('a.md'), (text) => text + digit)));
    expect(host.read('a.md')).toBe('0123');
    const before = file('a.md').stat.mtime;
    await host.vault.process(file('a.md'), (text) => text);
    expect(file('a.md').stat.mtime).toBe(before);
    expect(log.filter((each) => each.startsWith('modify'))).toHaveLength(3);
  });

  it('should move the stat and keep the creation time', async () => {
    await open({ 'a.md': 'ü' });
    const before = { ...file('a.md').stat };
    expect(before.size).toBe(2);
    await host.vault.modify(file('a.md'), 'longer');
    expect(file('a.md').stat.mtime).toBeGreaterThan(before.mtime);
    expect(file('a.md').stat).toMatchObject({ ctime: before.ctime, size: 6 });
    await host.vault.modify(file('a.md'), 'x', { mtime: 5 });
    expect(file('a.md').stat.mtime).toBe(5);
  });

  it('should drop a byte-order mark on reading, unless told otherwise', async () => {
    await open({ 'a.md': '\ufeff# x' });
    expect(await host.vault.read(file('a.md'))).toBe('# x');
    await host.unload();
    await open({ 'a.md': '\ufeff# x' }, { stripBom: false });
    expect(await host.vault.read(file('a.md'))).toBe('\ufeff# x');
  });
});

describe('strictness', () => {
  it('should refuse what the app refuses', async () => {
    await open({ 'a.md': '', 'sub/b.md': '' });
    await expect(host.vault.create('a.md', '')).rejects.toThrow('File already exists.');
    await expect(host.vault.create('none/a.md', '')).rejects.toThrow('ENOENT');
    await expect(host.vault.create('a?.md', '')).rejects.toThrow('characters');
    await expect(host.vault.createFolder('SUB')).rejects.toThrow('Folder already exists.');
    await expect(host.vault.createFolder('a.md')).rejects.toThrow('Folder already exists.');
    await expect(host.vault.createFolder('x/y')).rejects.toThrow('ENOENT');
    await expect(host.vault.rename(file('a.md'), 'sub/b.md')).rejects.toThrow('already exists');
    expect(host.read('a.md')).toBe('');
  });

  it('should be case-sensitive in its own lists, on a disk that is not', async () => {
    await open({ 'A.md': 'x' }, { caseInsensitive: true });
    expect(host.vault.getFileByPath('a.md')).toBeNull();
    expect(await host.vault.adapter.exists('a.md')).toBe(true);
    expect(await host.vault.adapter.exists('a.md', true)).toBe(false);
    await expect(host.vault.create('a.md', '')).rejects.toThrow('File already exists.');
  });

  it('should keep parents and children real', async () => {
    await open({ 'x/y/a.md': '' });
    const a = file('x/y/a.md');
    expect(a.parent?.path).toBe('x/y');
    expect(a.parent?.parent?.parent?.isRoot()).toBe(true);
    const made = await host.vault.create('x/b.md', '');
    expect(host.vault.getFolderByPath('x')?.children.map((each) => each.path).sort()).toEqual(['x/b.md', 'x/y']);
    await host.vault.delete(made);
    expect(host.vault.getFolderByPath('x')?.children.map((each) => each.path)).toEqual(['x/y']);
  });

  it('should fire one rename for each item of a renamed folder', async () => {
    await open({ 'x/y/a.md': '1', 'x/b.md': '2' });
    const log = events();
    const folder = host.vault.getFolderByPath('x');
    if (folder) await host.vault.rename(folder, 'z');
    expect(log).toEqual(['rename z from x', 'rename z/y from x/y', 'rename z/y/a.md from x/y/a.md', 'rename z/b.md from x/b.md']);
    expect(host.read('z/y/a.md')).toBe('1');
    expect(file('z/y/a.md').parent?.path).toBe('z/y');
  });

  it('should hide dot-folders from the vault and show them to the adapter', async () => {
    await open({ 'a.md': '', '.obsidian/app.json': '{}' });
    const { adapter } = host.vault;
    expect(host.vault.getAllLoadedFiles().map((each) => each.path)).toEqual(['/', 'a.md']);
    await adapter.mkdir('.obsidian/plugins/p');
    await adapter.writeBinary('.obsidian/plugins/p/x.bin', new Uint8Array([1, 200, 3]).buffer);
    expect([...new Uint8Array(await adapter.readBinary('.obsidian/plugins/p/x.bin'))]).toEqual([1, 200, 3]);
    expect(await adapter.list('.obsidian')).toEqual({ files: ['.obsidian/app.json'], folders: ['.obsidian/plugins'] });
    expect(await adapter.stat('.obsidian/plugins/p/x.bin')).toMatchObject({ type: 'file', size: 3 });
    await adapter.append('log.txt', 'a');
    await adapter.append('log.txt', 'b');
    expect(await host.vault.read(file('log.txt'))).toBe('ab');
    await adapter.rename('.obsidian/plugins/p/x.bin', '.obsidian/plugins/p/y.bin');
    await adapter.remove('.obsidian/plugins/p/y.bin');
    await expect(adapter.remove('.obsidian/plugins/p/y.bin')).rejects.toThrow('ENOENT');
    await expect(adapter.write('none/x.txt', '')).rejects.toThrow('ENOENT');
  });

  it('should see changes from outside', async () => {
    await open({ 'a.md': '1', 'b.md': '2' });
    const log = events();
    await host.writeOutside('a.md', '11');
    await host.writeOutside('new/c.md', '3');
    await host.renameOutside('b.md', 'd.md');
    await host.deleteOutside('a.md');
    expect(log.filter((each) => /^(create|modify|delete|rename) /.test(each))).toEqual(['modify a.md', 'create new', 'create new/c.md', 'delete b.md', 'create d.md', 'delete a.md']);
  });
});

describe('faults', () => {
  it('should fail the chosen write and leave the file', async () => {
    await open({ 'a.md': 'old', 'b.md': 'old' });
    host.faults.failWrite(2);
    await host.vault.modify(file('a.md'), 'new');
    await expect(host.vault.modify(file('b.md'), 'new')).rejects.toThrow('EIO');
    expect([host.read('a.md'), host.read('b.md')]).toEqual(['new', 'old']);
    await host.vault.modify(file('b.md'), 'new');
    expect(host.faults.log.map((each) => `${each.kind} ${each.path}`)).toEqual(['write a.md', 'write b.md', 'write b.md']);
  });

  it('should fail reads', async () => {
    await open({ 'a.md': 'old' });
    host.faults.failRead('a.md');
    await expect(host.vault.read(file('a.md'))).rejects.toThrow('EIO');
    host.faults.clear();
    expect(await host.vault.read(file('a.md'))).toBe('old');
  });

  it('should tear a write and stop the world, and find the torn file after a restart', async () => {
    await open({ 'a.md': 'old', 'b.md': 'old' });
    host.faults.tearWrite((operation) => operation.path === 'a.md', 3);
    let settled = false;
    void host.vault.modify(file('a.md'), 'new text').finally(() => (settled = true));
    void host.vault.modify(file('b.md'), 'new text').finally(() => (settled = true));
    await host.settle();
    void host.vault.modify(file('b.md'), 'later').finally(() => (settled = true));
    await host.settle();
    expect(settled).toBe(false);
    expect(host.read('a.md')).toBe('new');
    expect(host.faults.crashed).toBe(true);
    host = await host.reload();
    expect(await host.vault.read(file('a.md'))).toBe('new');
    await host.vault.modify(file('a.md'), 'fine');
    expect(host.read('a.md')).toBe('fine');
  });
});
