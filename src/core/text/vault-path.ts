/** `a/b` for `a/b/c.md`, empty for a file at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** True for two paths in one and the same folder. */
export function areInOneFolder(path: string, other: string): boolean {
  const slash = path.lastIndexOf('/');
  return other.lastIndexOf('/') === slash && (slash < 0 || other.startsWith(path.slice(0, slash)));
}

/** `c` for `a/b/c.md`; the extension of a file that is no note stays. */
export function baseNameOf(path: string): string {
  const from = path.lastIndexOf('/') + 1;
  return path.endsWith('.md') && path.length > from + 3 ? path.slice(from, -3) : withoutNoteExtension(path.slice(from));
}

/** `relative` taken from `folder`; null where it climbs out of the vault. */
export function joinPath(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** `a/b` for `a/b.md`; any other extension stays. */
export function withoutNoteExtension(name: string): string {
  return name.length > 3 && (name.endsWith('.md') || name.slice(-3).toLowerCase() === '.md') ? name.slice(0, -3) : name;
}

/** True for a path inside `folder` or below it. The empty folder is the whole vault. */
export function isInFolder(path: string, folder: string): boolean {
  return folder === '' || (path.startsWith(folder) && path[folder.length] === '/');
}
