/** Slashes unified, repeats collapsed, both ends trimmed, non-breaking spaces to spaces, NFC; an empty result is `/`. `.` and `..` stay. */
export function normalizePath(path: string): string {
  const clean = path.replace(/[\u00a0\u202f]/g, ' ').replace(/[\\/]+/g, '/').replace(/^\/+|\/+$/g, '').normalize('NFC');
  return clean === '' ? '/' : clean;
}

/** Folder part of a vault path, `` for the root. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

/** Last segment of a vault path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Extension in lower case without the dot, `` where there is none (a leading dot starts no extension). */
export function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at <= 0 || at === name.length - 1 ? '' : name.slice(at + 1).toLowerCase();
}

/** Name without its extension. */
export function baseNameOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at <= 0 || at === name.length - 1 ? name : name.slice(0, at);
}

/** A dot-file, a dot-folder or something inside one: invisible to the vault, seen by the adapter only. */
export function isHidden(path: string): boolean {
  return path.split('/').some((segment) => segment.startsWith('.'));
}

/** Resolves `.` and `..` segments against a folder; null where it leaves the vault. */
export function resolveDots(folder: string, path: string): string | null {
  const out = folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') out.push(segment);
    else if (out.pop() === undefined) return null;
  }
  return out.join('/');
}
