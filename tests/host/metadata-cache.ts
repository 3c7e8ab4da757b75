import type { CachedMetadata } from 'obsidian';
import { Events } from './events';
import { folderOf, nameOf, resolveDots } from './paths';
import { parseNote } from './parse-note';
import { storedMetadata } from './stored-metadata';
import { TFile, type TAbstractFile, type Vault } from './vault';

type LinkCounts = Record<string, Record<string, number>>;

/**
 * The index of all notes. Reading is asynchronous as in the app: after a vault event the old content stays until the file is
 * read, then `changed`, `resolve`, and one `resolved` when the queue is empty.
 */
export class MetadataCache extends Events {
  resolvedLinks: LinkCounts = {};
  unresolvedLinks: LinkCounts = {};
  private readonly caches = new Map<string, CachedMetadata>();
  private readonly byName = new Map<string, Set<TFile>>();
  /** Notes whose links name a file, by lower-cased name with and without `.md`: only they are resolved anew when that file comes or goes. */
  private readonly linkers = new Map<string, Set<string>>();
  private readonly linkedNames = new Map<string, Set<string>>();
  private readonly dirty = new Map<string, TFile>();
  private readonly unresolvedSources = new Set<string>();
  private scheduled = false;
  private working = false;
  private silent = true;

  constructor(private readonly vault: Vault, private readonly options: { failedRelativeFallsBack: boolean; linkFormat: () => string }) {
    super();
    vault.on('create', (file: TAbstractFile) => {
      if (file instanceof TFile) this.created(file);
    });
    vault.on('modify', (file: TAbstractFile) => {
      if (file instanceof TFile) this.enqueue(file);
    });
    vault.on('delete', (file: TAbstractFile) => {
      if (file instanceof TFile) this.removed(file);
    });
    vault.on('rename', (file: TAbstractFile, oldPath: string) => {
      if (file instanceof TFile) this.renamed(file, oldPath);
    });
  }

  /** Nothing is waiting to be read or resolved. */
  get idle(): boolean {
    return !this.scheduled && !this.working && this.dirty.size === 0;
  }

  /** As from the stored cache of an earlier session: everything known, no `changed`. `reader` gives a function that tells what a note says now, also later. */
  loadStored(reader: (path: string) => () => string): void {
    this.dirty.clear();
    for (const { path } of this.vault.getMarkdownFiles()) {
      const read = reader(path);
      const cache = parseNote(read());
      this.caches.set(path, storedMetadata(read, cache));
      this.resolveNote(path, cache);
    }
    for (const file of this.vault.getFiles()) if (file.extension === 'canvas') this.resolvedLinks[file.path] ??= {};
    this.unresolvedSources.clear();
    this.silent = false;
  }

  /** As on the first opening of a vault: nothing known, every note is read and reported with `changed`. */
  startCold(): void {
    this.silent = false;
    for (const file of this.vault.getMarkdownFiles()) this.enqueue(file);
  }

  /** After the start the app reports one `resolved` also when nothing had to be read. */
  announce(): void {
    this.schedule();
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.caches.get(file.path) ?? null;
  }

  getCache(path: string): CachedMetadata | null {
    return this.caches.get(path) ?? null;
  }

  getCachedFiles(): string[] {
    return [...this.caches.keys()];
  }

  /** Internal in the app: Map of path to references. */
  getBacklinksForFile(file: TFile): { data: Map<string, unknown[]> } {
    const data = new Map<string, unknown[]>();
    for (const [path, cache] of this.caches) {
      const found = allLinks(cache).filter((each) => this.getFirstLinkpathDest(linkpathOf(each.link), path) === file);
      if (found.length > 0) data.set(path, found);
    }
    return { data };
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    const { vault } = this;
    if (linkpath === '') return vault.getFileByPath(sourcePath);
    const wanted = linkpath.normalize('NFC').replace(/\u00a0/g, ' ').toLowerCase();
    const folder = folderOf(sourcePath);
    if (wanted.startsWith('/')) return this.exact(wanted.replace(/^\/+/, ''));
    if (wanted.startsWith('./') || wanted.startsWith('../')) {
      const path = resolveDots(folder.toLowerCase(), wanted);
      const found = path === null ? null : this.exact(path);
      if (found || !this.options.failedRelativeFallsBack) return found;
    }
    const exact = this.exact(wanted);
    if (exact) return exact;
    const tail = wanted.replace(/^(?:\.{1,2}\/)+/, '');
    const candidates = this.candidates(tail);
    if (candidates.length <= 1) return candidates[0] ?? null;
    const own = candidates.filter((file) => folderOf(file.path) === folder);
    const pool = own.length > 0 ? own : candidates;
    return pool.reduce((best, file) => (file.path.length < best.path.length ? file : best));
  }

  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    const shown = (path: string): string => (omitMdExtension && file.extension === 'md' ? path.slice(0, -3) : path);
    const format = this.options.linkFormat();
    if (format === 'absolute') return shown(file.path);
    if (format === 'relative') return shown(relativePath(folderOf(sourcePath), file.path));
    const same = this.byName.get(file.name.toLowerCase());
    return shown((same?.size ?? 0) > 1 ? file.path : file.name);
  }

  private exact(path: string): TFile | null {
    for (const each of [path, `${path}.md`]) {
      for (const file of this.byName.get(nameOf(each)) ?? []) if (file.path.toLowerCase() === each) return file;
    }
    return null;
  }

  private candidates(tail: string): TFile[] {
    const found: TFile[] = [];
    for (const each of [tail, `${tail}.md`]) {
      for (const file of this.byName.get(nameOf(each)) ?? []) {
        const path = file.path.toLowerCase();
        if (path === each || path.endsWith(`/${each}`)) found.push(file);
      }
    }
    return found;
  }

  private created(file: TFile): void {
    this.index(file);
    if (this.silent) return;
    if (file.extension === 'md') this.enqueue(file);
    this.nameChanged(file.name);
  }

  private removed(file: TFile): void {
    this.unindex(file, file.name);
    const before = this.caches.get(file.path) ?? null;
    this.forget(file.path);
    this.dirty.delete(file.path);
    this.nameChanged(file.name);
    if (file.extension === 'md') this.trigger('deleted', file, before);
  }

  private renamed(file: TFile, oldPath: string): void {
    this.unindex(file, nameOf(oldPath));
    this.index(file);
    const cache = this.caches.get(oldPath);
    this.forget(oldPath);
    if (this.dirty.delete(oldPath)) this.enqueue(file);
    if (cache) {
      this.caches.set(file.path, cache);
      this.unresolvedSources.add(file.path);
    }
    this.nameChanged(nameOf(oldPath));
    this.nameChanged(file.name);
  }

  private forget(path: string): void {
    this.caches.delete(path);
    Reflect.deleteProperty(this.resolvedLinks, path);
    Reflect.deleteProperty(this.unresolvedLinks, path);
    for (const name of this.linkedNames.get(path) ?? []) this.linkers.get(name)?.delete(path);
    this.linkedNames.delete(path);
    this.unresolvedSources.delete(path);
  }

  private index(file: TFile): void {
    const key = file.name.toLowerCase();
    const set = this.byName.get(key);
    if (set) set.add(file);
    else this.byName.set(key, new Set([file]));
  }

  private unindex(file: TFile, name: string): void {
    const set = this.byName.get(name.toLowerCase());
    set?.delete(file);
    if (set?.size === 0) this.byName.delete(name.toLowerCase());
  }

  private nameChanged(name: string): void {
    for (const source of this.linkers.get(plainName(name)) ?? []) this.unresolvedSources.add(source);
    this.schedule();
  }

  private enqueue(file: TFile): void {
    if (file.extension !== 'md' || this.silent) return;
    this.dirty.set(file.path, file);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled || this.working || this.silent) return;
    this.scheduled = true;
    window.setTimeout(() => {
      this.scheduled = false;
      void this.work();
    }, 0);
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      for (let next = this.nextDirty(); next; next = this.nextDirty()) await this.readNote(next);
    } finally {
      this.working = false;
    }
    const sources = [...this.unresolvedSources];
    this.unresolvedSources.clear();
    for (const path of sources) {
      const file = this.vault.getFileByPath(path);
      const cache = this.caches.get(path);
      if (!file || !cache) continue;
      this.resolveNote(path, cache);
      this.trigger('resolve', file);
    }
    if (this.dirty.size > 0 || this.unresolvedSources.size > 0) {
      this.schedule();
      return;
    }
    this.scheduled = true;
    window.setTimeout(() => {
      this.scheduled = false;
      if (this.dirty.size > 0) this.schedule();
      else this.trigger('resolved');
    }, 0);
  }

  private nextDirty(): TFile | null {
    for (const [path, file] of this.dirty) {
      this.dirty.delete(path);
      return file;
    }
    return null;
  }

  private async readNote(file: TFile): Promise<void> {
    let text: string;
    try {
      text = await this.vault.adapter.read(file.path);
    } catch {
      return;
    }
    if (file.deleted) return;
    const cache = parseNote(text);
    this.caches.set(file.path, cache);
    this.unresolvedSources.add(file.path);
    this.trigger('changed', file, text, cache);
  }

  private resolveNote(path: string, cache: CachedMetadata): void {
    for (const name of this.linkedNames.get(path) ?? []) this.linkers.get(name)?.delete(path);
    const names = new Set<string>();
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of allLinks(cache)) {
      const linkpath = linkpathOf(link);
      const target = this.getFirstLinkpathDest(linkpath, path);
      if (linkpath !== '') names.add(plainName(nameOf(linkpath.normalize('NFC'))));
      if (target) resolved[target.path] = (resolved[target.path] ?? 0) + 1;
      else {
        const key = linkpath.endsWith('.md') ? linkpath.slice(0, -3) : linkpath;
        unresolved[key] = (unresolved[key] ?? 0) + 1;
      }
    }
    for (const name of names) {
      const set = this.linkers.get(name);
      if (set) set.add(path);
      else this.linkers.set(name, new Set([path]));
    }
    this.linkedNames.set(path, names);
    this.resolvedLinks[path] = resolved;
    this.unresolvedLinks[path] = unresolved;
  }
}

/** The part of a link before its first `#`. */
export function linkpathOf(link: string): string {
  const at = link.indexOf('#');
  return (at < 0 ? link : link.slice(0, at)).trim();
}

function allLinks(cache: CachedMetadata): { link: string }[] {
  return [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])];
}

function plainName(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith('.md') ? lower.slice(0, -3) : lower;
}

function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].join('/');
}
