import { folderOf } from './paths';

/** What lies on the disk. Text is kept as text (UTF-16 in memory, sizes are those of UTF-8), the rest as bytes. */
export type DiskData = string | Uint8Array;

export interface DiskFile {
  data: DiskData;
  ctime: number;
  mtime: number;
}

/** A real folder that is to hold what this disk holds. Each writing operation waits until it is done there too. */
export interface DiskMirror {
  /** `data` is what a written file holds now, null for every other operation. */
  follow(operation: DiskOperation, data: DiskData | null): Promise<void>;
}

/** The disk itself: it outlives the app, as `reload` needs. */
export interface DiskStore {
  readonly files: Map<string, DiskFile>;
  readonly folders: Set<string>;
  readonly caseInsensitive: boolean;
  readonly mirror: DiskMirror | null;
}

export type DiskOperationKind = 'write' | 'append' | 'mkdir' | 'remove' | 'rmdir' | 'rename';

export interface DiskOperation {
  readonly kind: DiskOperationKind;
  readonly path: string;
  readonly to?: string;
  readonly bytes: number;
}

type WhichWrite = number | ((operation: DiskOperation) => boolean);

/**
 * Makes the disk misbehave. `which` counts the writing operations (write, append, mkdir, remove, rmdir, rename; files of the
 * config folder included) from now on, 1 being the next, or is a predicate, which then stays in force for each that it picks.
 */
export interface Faults {
  /** Every writing operation since the start, also those that failed. */
  readonly log: readonly DiskOperation[];
  /** The operation is not done and rejects. */
  failWrite(which: WhichWrite, message?: string): void;
  /** Only the first `bytes` bytes reach the disk; then the world stops (`crash`, the default) or the operation rejects (`fail`). */
  tearWrite(which: WhichWrite, bytes: number, then?: 'crash' | 'fail'): void;
  /** Reads of this path (or of paths that the predicate picks) reject. */
  failRead(which: string | ((path: string) => boolean), message?: string): void;
  /** The world stops just before this operation. */
  crashAt(which: WhichWrite): void;
  /** The world stops now: nothing reaches the disk any more and no disk promise ever settles. */
  crash(): void;
  /** Every disk operation takes that long. */
  slow(milliseconds: number): void;
  /** All faults off, except that what has crashed stays crashed. */
  clear(): void;
  readonly crashed: boolean;
}

interface WriteFault {
  readonly picks: (operation: DiskOperation, count: number) => boolean;
  readonly act: 'fail' | 'crash';
  readonly bytes: number | null;
  readonly message: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Size in bytes as on a disk. */
export function byteLength(data: DiskData): number {
  return typeof data === 'string' ? encoder.encode(data).byteLength : data.byteLength;
}

/** The data as text; bytes that are no UTF-8 become replacement characters, a byte-order mark stays. */
export function asText(data: DiskData): string {
  return typeof data === 'string' ? data : decoder.decode(data);
}

/** The data as bytes, always a copy. */
export function asBytes(data: DiskData): Uint8Array {
  return typeof data === 'string' ? encoder.encode(data) : data.slice();
}

/** An empty or filled disk. */
export function createDisk(files: Record<string, DiskData>, caseInsensitive: boolean, now: number, mirror: DiskMirror | null = null): DiskStore {
  const store: DiskStore = { files: new Map(), folders: new Set(), caseInsensitive, mirror };
  for (const [path, data] of Object.entries(files)) {
    if (path.endsWith('/')) {
      addFolders(store, path.slice(0, -1));
      continue;
    }
    addFolders(store, folderOf(path));
    store.files.set(path, { data, ctime: now, mtime: now });
  }
  return store;
}

function addFolders(store: DiskStore, folder: string): void {
  for (let path = folder; path !== '' && !store.folders.has(path); path = folderOf(path)) store.folders.add(path);
}

class DiskError extends Error {
  constructor(readonly code: string, what: string, call: string, path: string) {
    super(`${code}: ${what}, ${call} '${path}'`);
    this.name = 'Error';
  }
}

/** One app's hold on a disk. After a crash the hold is dead, the disk is not. */
export class Disk implements Faults {
  readonly log: DiskOperation[] = [];
  crashed = false;
  /** Operations under way; `settle` waits for them. */
  pending = 0;
  private delay = 0;
  private writeFaults: WriteFault[] = [];
  private readFaults: { picks: (path: string) => boolean; message: string }[] = [];
  private count = 0;

  constructor(readonly store: DiskStore) {}

  failWrite(which: WhichWrite, message = "EIO: i/o error, write"): void {
    this.writeFaults.push({ picks: this.picker(which), act: 'fail', bytes: null, message });
  }

  tearWrite(which: WhichWrite, bytes: number, then: 'crash' | 'fail' = 'crash'): void {
    this.writeFaults.push({ picks: this.picker(which), act: then, bytes, message: 'ENOSPC: no space left on device, write' });
  }

  failRead(which: string | ((path: string) => boolean), message = 'EIO: i/o error, read'): void {
    this.readFaults.push({ picks: typeof which === 'string' ? (path) => path === which : which, message });
  }

  crashAt(which: WhichWrite): void {
    this.writeFaults.push({ picks: this.picker(which), act: 'crash', bytes: null, message: '' });
  }

  crash(): void {
    this.crashed = true;
  }

  slow(milliseconds: number): void {
    this.delay = milliseconds;
  }

  clear(): void {
    this.writeFaults = [];
    this.readFaults = [];
    this.delay = 0;
  }

  /** The path under which something is on the disk: another letter case on a case-insensitive one; null where there is nothing. */
  realPath(path: string): string | null {
    const { files, folders, caseInsensitive } = this.store;
    if (files.has(path) || folders.has(path) || path === '' || path === '/') return path;
    if (!caseInsensitive) return null;
    const lower = path.toLowerCase();
    for (const known of files.keys()) if (known.toLowerCase() === lower) return known;
    for (const known of folders) if (known.toLowerCase() === lower) return known;
    return null;
  }

  file(path: string): DiskFile | null {
    const real = this.realPath(path);
    return real === null ? null : this.store.files.get(real) ?? null;
  }

  isFolder(path: string): boolean {
    const real = this.realPath(path);
    return real !== null && (real === '' || real === '/' || this.store.folders.has(real));
  }

  async read(path: string): Promise<DiskData> {
    await this.enter();
    try {
      for (const fault of this.readFaults) if (fault.picks(path)) throw new Error(`${fault.message} '${path}'`);
      const file = this.file(path);
      if (!file) throw new DiskError('ENOENT', 'no such file or directory', 'open', path);
      return file.data;
    } finally {
      this.leave();
    }
  }

  /** Waits as a disk operation does, for questions (`exists`, `stat`, `list`). */
  async ask<T>(question: () => T): Promise<T> {
    await this.enter();
    try {
      return question();
    } finally {
      this.leave();
    }
  }

  async write(path: string, data: DiskData, times?: { ctime?: number; mtime?: number }): Promise<void> {
    await this.change({ kind: 'write', path, bytes: byteLength(data) }, (torn) => {
      const real = this.realPath(path);
      const old = real === null ? undefined : this.store.files.get(real);
      if (this.isFolder(path)) throw new DiskError('EISDIR', 'illegal operation on a directory', 'open', path);
      if (!this.isFolder(folderOf(path))) throw new DiskError('ENOENT', 'no such file or directory', 'open', path);
      const now = Math.max(Date.now(), (old?.mtime ?? 0) + 1);
      this.store.files.set(old && real !== null ? real : path, {
        data: torn === null ? data : cut(data, torn),
        ctime: times?.ctime ?? old?.ctime ?? now,
        mtime: times?.mtime ?? now,
      });
    });
  }

  async append(path: string, data: DiskData): Promise<void> {
    await this.change({ kind: 'append', path, bytes: byteLength(data) }, (torn) => {
      const old = this.file(path);
      if (!old && !this.isFolder(folderOf(path))) throw new DiskError('ENOENT', 'no such file or directory', 'open', path);
      const more = torn === null ? data : cut(data, torn);
      const now = Math.max(Date.now(), (old?.mtime ?? 0) + 1);
      this.store.files.set(this.realPath(path) ?? path, {
        data: old ? join(old.data, more) : more,
        ctime: old?.ctime ?? now,
        mtime: now,
      });
    });
  }

  async mkdir(path: string): Promise<void> {
    await this.change({ kind: 'mkdir', path, bytes: 0 }, () => {
      if (this.file(path)) throw new DiskError('EEXIST', 'file already exists', 'mkdir', path);
      addFolders(this.store, path);
    });
  }

  async remove(path: string): Promise<void> {
    await this.change({ kind: 'remove', path, bytes: 0 }, () => {
      const real = this.realPath(path);
      if (real === null || !this.store.files.delete(real)) throw new DiskError('ENOENT', 'no such file or directory', 'unlink', path);
    });
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    await this.change({ kind: 'rmdir', path, bytes: 0 }, () => {
      if (!this.store.folders.has(path)) throw new DiskError('ENOENT', 'no such file or directory', 'rmdir', path);
      const inside = this.below(path);
      if (!recursive && inside.length > 0) throw new DiskError('ENOTEMPTY', 'directory not empty', 'rmdir', path);
      for (const each of inside) {
        this.store.files.delete(each);
        this.store.folders.delete(each);
      }
      this.store.folders.delete(path);
    });
  }

  async rename(path: string, to: string): Promise<void> {
    await this.change({ kind: 'rename', path, to, bytes: 0 }, () => {
      const { files, folders } = this.store;
      if (!this.isFolder(folderOf(to))) throw new DiskError('ENOENT', 'no such file or directory', 'rename', path);
      const file = files.get(path);
      if (file) {
        files.delete(path);
        files.set(to, file);
        return;
      }
      if (!folders.has(path)) throw new DiskError('ENOENT', 'no such file or directory', 'rename', path);
      for (const each of [path, ...this.below(path)]) {
        const moved = to + each.slice(path.length);
        const inner = files.get(each);
        if (inner) {
          files.delete(each);
          files.set(moved, inner);
        } else if (folders.delete(each)) folders.add(moved);
      }
    });
  }

  /** Paths of all that lies below a folder, files and folders. */
  below(folder: string): string[] {
    const prefix = folder === '' || folder === '/' ? '' : `${folder}/`;
    return [...this.store.folders, ...this.store.files.keys()].filter((path) => path.startsWith(prefix));
  }

  list(folder: string): { files: string[]; folders: string[] } {
    const prefix = folder === '' || folder === '/' ? '' : `${folder}/`;
    const direct = (paths: Iterable<string>): string[] => {
      const found: string[] = [];
      for (const path of paths) if (path.startsWith(prefix) && path.length > prefix.length && !path.includes('/', prefix.length)) found.push(path);
      return found;
    };
    return { files: direct(this.store.files.keys()), folders: direct(this.store.folders) };
  }

  private picker(which: WhichWrite): WriteFault['picks'] {
    if (typeof which === 'function') return (operation) => which(operation);
    const at = this.count + which;
    return (_operation, count) => count === at;
  }

  private async enter(): Promise<void> {
    this.pending++;
    if (this.crashed) await this.stopped();
    if (this.delay > 0) await new Promise((resolve) => window.setTimeout(resolve, this.delay));
    else await Promise.resolve();
    if (this.crashed) await this.stopped();
  }

  private leave(): void {
    this.pending--;
  }

  private stopped(): Promise<never> {
    this.crashed = true;
    this.pending--;
    return new Promise<never>(() => undefined);
  }

  private async change(operation: DiskOperation, act: (torn: number | null) => void): Promise<void> {
    await this.enter();
    // Another operation may have stopped the world since `enter` looked.
    if (this.crashed) return this.stopped();
    this.log.push(operation);
    const count = ++this.count;
    const fault = this.writeFaults.find((each) => each.picks(operation, count));
    if (fault && fault.bytes === null && fault.act === 'crash') return this.stopped();
    try {
      if (fault && fault.bytes === null) throw new Error(`${fault.message} '${operation.path}'`);
      act(fault?.bytes ?? null);
      // At once: what waits for the mirror here must not let another operation through meanwhile.
      if (fault?.act === 'crash') this.crashed = true;
      await this.store.mirror?.follow(operation, operation.kind === 'write' || operation.kind === 'append' ? (this.file(operation.path)?.data ?? null) : null);
      if (fault?.act === 'fail') throw new Error(`${fault.message} '${operation.path}'`);
    } catch (error) {
      this.leave();
      throw error;
    }
    if (fault) return this.stopped();
    this.leave();
  }
}

/** In bytes also where the data is text: a disk cuts within a character, too. */
function cut(data: DiskData, bytes: number): Uint8Array {
  return asBytes(data).slice(0, bytes);
}

function join(first: DiskData, second: DiskData): DiskData {
  if (typeof first === 'string' && typeof second === 'string') return first + second;
  const a = asBytes(first);
  const b = asBytes(second);
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
