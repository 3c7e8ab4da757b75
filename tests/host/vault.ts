import { Events } from './events';
import type { DiskData } from './disk';
import { asBytes, asText, byteLength, type Disk } from './disk';
import { baseNameOf, extensionOf, folderOf, isHidden, nameOf, normalizePath } from './paths';

export interface WriteTimes {
  ctime?: number;
  mtime?: number;
}

export abstract class TAbstractFile {
  parent: TFolder | null = null;
  name: string;
  /** Set when the file is gone; code that holds on to it sees a stale object, as in the app. */
  deleted = false;

  constructor(readonly vault: Vault, public path: string) {
    this.name = nameOf(path);
  }

  /** Internal: takes over a new path. */
  setPath(path: string): void {
    this.path = path;
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile {
  stat = { ctime: 0, mtime: 0, size: 0 };
  basename: string;
  extension: string;

  constructor(vault: Vault, path: string) {
    super(vault, path);
    this.basename = baseNameOf(this.name);
    this.extension = extensionOf(this.name);
  }

  override setPath(path: string): void {
    super.setPath(path);
    this.basename = baseNameOf(this.name);
    this.extension = extensionOf(this.name);
  }
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }

  getParentPrefix(): string {
    return this.isRoot() ? '' : `${this.path}/`;
  }
}

const FORBIDDEN = /[\\:*?"<>|]/;

/** The name check of the strictest platform (Windows), since vaults travel. */
function checkName(path: string): void {
  if (FORBIDDEN.test(path)) throw new Error('File name cannot contain any of the following characters: * " \\ / < > : | ?');
}

/** The app's file access below the vault: it sees dot-folders, and the vault hears of what it changes elsewhere. */
export class DataAdapter {
  constructor(readonly disk: Disk, private readonly onChanged: (path: string) => void, private readonly stripBom: boolean) {}

  getName(): string {
    return 'vault';
  }

  getBasePath(): string {
    return '/vault';
  }

  getFullPath(path: string): string {
    return `/vault/${path}`;
  }

  getResourcePath(path: string): string {
    return `app://host/vault/${encodeURI(path)}`;
  }

  async exists(path: string, sensitive = false): Promise<boolean> {
    const { disk } = this;
    return disk.ask(() => {
      const real = disk.realPath(path);
      return real !== null && (!sensitive || real === path);
    });
  }

  async stat(path: string): Promise<{ type: 'file' | 'folder'; ctime: number; mtime: number; size: number } | null> {
    const { disk } = this;
    return disk.ask(() => {
      const file = disk.file(path);
      if (file) return { type: 'file' as const, ctime: file.ctime, mtime: file.mtime, size: byteLength(file.data) };
      return disk.isFolder(path) ? { type: 'folder' as const, ctime: 0, mtime: 0, size: 0 } : null;
    });
  }

  async list(path: string): Promise<{ files: string[]; folders: string[] }> {
    const { disk } = this;
    return disk.ask(() => {
      if (!disk.isFolder(path)) throw new Error(`ENOENT: no such file or directory, scandir '${path}'`);
      return disk.list(path);
    });
  }

  async read(path: string): Promise<string> {
    const text = asText(await this.disk.read(path));
    return this.stripBom && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    const bytes = asBytes(await this.disk.read(path));
    return bytes.buffer as ArrayBuffer;
  }

  async write(path: string, data: string, options?: WriteTimes): Promise<void> {
    await this.disk.write(path, data, options);
    this.onChanged(path);
  }

  async writeBinary(path: string, data: ArrayBuffer | ArrayBufferView, options?: WriteTimes): Promise<void> {
    await this.disk.write(path, bytesOf(data), options);
    this.onChanged(path);
  }

  async append(path: string, data: string): Promise<void> {
    await this.disk.append(path, data);
    this.onChanged(path);
  }

  async appendBinary(path: string, data: ArrayBuffer | ArrayBufferView): Promise<void> {
    await this.disk.append(path, bytesOf(data));
    this.onChanged(path);
  }

  async process(path: string, fn: (data: string) => string, options?: WriteTimes): Promise<string> {
    const before = await this.read(path);
    const after = fn(before);
    if (after !== before) await this.write(path, after, options);
    return after;
  }

  async mkdir(path: string): Promise<void> {
    await this.disk.mkdir(path);
    this.onChanged(path);
  }

  async trashSystem(path: string): Promise<boolean> {
    await this.removeAny(path);
    return true;
  }

  async trashLocal(path: string): Promise<void> {
    await this.disk.mkdir('.trash');
    const name = nameOf(path);
    let to = `.trash/${name}`;
    for (let i = 1; this.disk.realPath(to) !== null; i++) to = `.trash/${baseNameOf(name)} ${i}${name.slice(baseNameOf(name).length)}`;
    await this.rename(path, to);
  }

  async removeAny(path: string): Promise<void> {
    if (this.disk.isFolder(path)) await this.rmdir(path, true);
    else await this.remove(path);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    await this.disk.rmdir(path, recursive);
    this.onChanged(path);
  }

  async remove(path: string): Promise<void> {
    await this.disk.remove(path);
    this.onChanged(path);
  }

  async rename(path: string, to: string): Promise<void> {
    await this.disk.rename(path, to);
    this.onChanged(path);
    this.onChanged(to);
  }

  async copy(path: string, to: string): Promise<void> {
    await this.disk.write(to, await this.disk.read(path));
    this.onChanged(to);
  }
}

/** Views of a buffer are copied out of it, whatever realm made it. */
function bytesOf(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
  return new Uint8Array(data).slice();
}

export interface VaultOptions {
  readonly config: Record<string, unknown>;
  readonly configDir: string;
  readonly stripBom: boolean;
}

export class Vault extends Events {
  readonly adapter: DataAdapter;
  readonly configDir: string;
  readonly config: Record<string, unknown>;
  readonly fileMap: Record<string, TAbstractFile>;
  readonly root: TFolder;
  /** Writes per path, one after the other. */
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly cached = new Map<string, { mtime: number; text: string }>();
  /** A rename through the vault is one event, not a deletion and a creation. */
  private readonly quiet = new Set<string>();

  static recurseChildren(root: TFolder, cb: (file: TAbstractFile) => unknown): void {
    const stack: TAbstractFile[] = [root];
    for (let file = stack.pop(); file; file = stack.pop()) {
      cb(file);
      if (file instanceof TFolder) stack.push(...[...file.children].reverse());
    }
  }

  constructor(private readonly disk: Disk, options: VaultOptions) {
    super();
    this.configDir = options.configDir;
    this.config = options.config;
    this.adapter = new DataAdapter(disk, (path) => {
      this.reconcile(path);
    }, options.stripBom);
    this.root = new TFolder(this, '/');
    this.root.name = '';
    this.fileMap = Object.assign(Object.create(null) as Record<string, TAbstractFile>, { '/': this.root });
  }

  /** Takes up all that is on the disk, firing `create` for each, as the app does while it starts. */
  load(): void {
    for (const folder of [...this.disk.store.folders].sort()) if (!isHidden(folder)) this.add(folder);
    for (const path of this.disk.store.files.keys()) if (!isHidden(path)) this.add(path);
  }

  getName(): string {
    return 'vault';
  }

  /** Internal in the app, used for link settings. */
  getConfig(key: string): unknown {
    return this.config[key];
  }

  setConfig(key: string, value: unknown): void {
    this.config[key] = value;
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.fileMap[path] ?? null;
  }

  getAbstractFileByPathInsensitive(path: string): TAbstractFile | null {
    const lower = path.toLowerCase();
    return Object.values(this.fileMap).find((file) => file.path.toLowerCase() === lower) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const file = this.fileMap[path];
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.fileMap[path];
    return folder instanceof TFolder ? folder : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return Object.values(this.fileMap);
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter((file): file is TFolder => file instanceof TFolder && (includeRoot || !file.isRoot()));
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file): file is TFile => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  /** Internal in the app: a free path like `name 1.md`. */
  getAvailablePath(base: string, extension: string): string {
    const dotted = extension === '' ? '' : `.${extension}`;
    for (let i = 0; ; i++) {
      const path = `${base}${i === 0 ? '' : ` ${i}`}${dotted}`;
      if (!this.getAbstractFileByPathInsensitive(path)) return path;
    }
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  async create(path: string, data: string, options?: WriteTimes): Promise<TFile> {
    return this.createAny(path, data, options);
  }

  async createBinary(path: string, data: ArrayBuffer, options?: WriteTimes): Promise<TFile> {
    return this.createAny(path, bytesOf(data), options);
  }

  async createFolder(path: string): Promise<TFolder> {
    const clean = normalizePath(path);
    checkName(clean);
    if (this.disk.realPath(clean) !== null || this.getAbstractFileByPathInsensitive(clean)) throw new Error('Folder already exists.');
    if (!this.disk.isFolder(folderOf(clean))) throw new Error(`ENOENT: no such file or directory, mkdir '/vault/${clean}'`);
    await this.adapter.mkdir(clean);
    const folder = this.getFolderByPath(clean);
    if (!folder) throw new Error(`Folder '${clean}' is hidden from the vault.`);
    return folder;
  }

  async read(file: TFile): Promise<string> {
    const text = await this.adapter.read(file.path);
    this.cached.set(file.path, { mtime: file.stat.mtime, text });
    return text;
  }

  async cachedRead(file: TFile): Promise<string> {
    const known = this.cached.get(file.path);
    return known && known.mtime === file.stat.mtime ? known.text : this.read(file);
  }

  async readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  async modify(file: TFile, data: string, options?: WriteTimes): Promise<void> {
    return this.queued(file, async () => {
      this.mustExist(file);
      await this.adapter.write(file.path, data, options);
    });
  }

  async modifyBinary(file: TFile, data: ArrayBuffer, options?: WriteTimes): Promise<void> {
    return this.queued(file, async () => {
      this.mustExist(file);
      await this.adapter.writeBinary(file.path, data, options);
    });
  }

  async append(file: TFile, data: string): Promise<void> {
    return this.queued(file, async () => {
      this.mustExist(file);
      await this.adapter.append(file.path, data);
    });
  }

  async appendBinary(file: TFile, data: ArrayBuffer): Promise<void> {
    return this.queued(file, async () => {
      this.mustExist(file);
      await this.adapter.appendBinary(file.path, data);
    });
  }

  /** Reads, changes and writes with nothing in between; text that comes back unchanged is not written. */
  async process(file: TFile, fn: (data: string) => string, options?: WriteTimes): Promise<string> {
    return this.queued(file, () => this.adapter.process(file.path, fn, options));
  }

  async copy<T extends TAbstractFile>(file: T, path: string): Promise<T> {
    if (!(file instanceof TFile)) throw new Error('Copying folders is not supported by this host.');
    return (await this.createAny(path, await this.disk.read(file.path))) as unknown as T;
  }

  async delete(file: TAbstractFile): Promise<void> {
    await this.adapter.removeAny(file.path);
  }

  async trash(file: TAbstractFile, system: boolean): Promise<void> {
    if (system) await this.adapter.trashSystem(file.path);
    else await this.adapter.trashLocal(file.path);
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    const to = normalizePath(newPath);
    const from = file.path;
    if (to === from) return;
    checkName(to);
    const there = this.disk.realPath(to);
    if (there !== null && there !== from) throw new Error('Destination file already exists!');
    this.quiet.add(from);
    this.quiet.add(to);
    try {
      await this.adapter.rename(from, to);
    } finally {
      this.quiet.delete(from);
      this.quiet.delete(to);
    }
    this.moveTo(file, to);
  }

  /** Makes the vault agree with the disk about one path, firing what the difference asks for. */
  reconcile(path: string): void {
    if (isHidden(path)) {
      this.trigger('raw', path);
      return;
    }
    if (this.quiet.has(path)) return;
    const known = this.fileMap[path];
    const onDisk = this.disk.store.files.get(path);
    if (known instanceof TFile && onDisk) {
      this.cached.delete(path);
      this.takeStat(known);
      this.trigger('modify', known);
    } else if (known && !onDisk && !this.disk.store.folders.has(path)) this.drop(known);
    else if (!known && (onDisk || this.disk.store.folders.has(path))) this.add(path);
    else if (!known && this.disk.realPath(path) !== null) this.reconcile(this.disk.realPath(path) ?? path);
  }

  /** A rename as seen from outside: events as if the app had done it. */
  moveTo(file: TAbstractFile, to: string): void {
    const moved: { file: TAbstractFile; from: string; to: string }[] = [];
    const from = file.path;
    const all = (each: TAbstractFile): void => {
      moved.push({ file: each, from: each.path, to: to + each.path.slice(from.length) });
      if (each instanceof TFolder) each.children.forEach(all);
    };
    all(file);
    file.parent?.children.splice(file.parent.children.indexOf(file), 1);
    for (const each of moved) {
      Reflect.deleteProperty(this.fileMap, each.from);
      each.file.setPath(each.to);
      this.fileMap[each.to] = each.file;
      const text = this.cached.get(each.from);
      this.cached.delete(each.from);
      if (text) this.cached.set(each.to, text);
    }
    this.adopt(file);
    for (const each of moved) this.trigger('rename', each.file, each.from);
  }

  private async createAny(path: string, data: DiskData, options?: WriteTimes): Promise<TFile> {
    const clean = normalizePath(path);
    checkName(clean);
    if (await this.adapter.exists(clean)) throw new Error('File already exists.');
    if (!this.disk.isFolder(folderOf(clean))) throw new Error(`ENOENT: no such file or directory, open '/vault/${clean}'`);
    await (typeof data === 'string' ? this.adapter.write(clean, data, options) : this.adapter.writeBinary(clean, data, options));
    const file = this.getFileByPath(clean);
    if (!file) throw new Error(`File '${clean}' is hidden from the vault.`);
    return file;
  }

  private mustExist(file: TFile): void {
    if (this.disk.file(file.path) === null) throw new Error(`ENOENT: no such file or directory, open '/vault/${file.path}'`);
  }

  private queued<T>(file: TFile, act: () => Promise<T>): Promise<T> {
    const before = this.queues.get(file.path) ?? Promise.resolve();
    const done = before.then(act, act);
    this.queues.set(file.path, done);
    const forget = (): void => {
      if (this.queues.get(file.path) === done) this.queues.delete(file.path);
    };
    done.then(forget, forget);
    return done;
  }

  private add(path: string): void {
    if (this.fileMap[path]) return;
    const folder = folderOf(path);
    if (folder !== '') this.add(folder);
    const file = this.disk.store.folders.has(path) ? new TFolder(this, path) : new TFile(this, path);
    if (file instanceof TFile) this.takeStat(file);
    this.fileMap[path] = file;
    this.adopt(file);
    this.trigger('create', file);
  }

  private adopt(file: TAbstractFile): void {
    const folder = folderOf(file.path);
    const parent = folder === '' ? this.root : this.getFolderByPath(folder);
    file.parent = parent;
    parent?.children.push(file);
  }

  private drop(file: TAbstractFile): void {
    if (file instanceof TFolder) for (const child of [...file.children]) this.drop(child);
    Reflect.deleteProperty(this.fileMap, file.path);
    this.cached.delete(file.path);
    file.parent?.children.splice(file.parent.children.indexOf(file), 1);
    file.deleted = true;
    this.trigger('delete', file);
  }

  private takeStat(file: TFile): void {
    const onDisk = this.disk.store.files.get(file.path);
    if (onDisk) file.stat = { ctime: onDisk.ctime, mtime: onDisk.mtime, size: byteLength(onDisk.data) };
  }
}
