/** Paths filed under keys, many to many: who has this name, who cites this paper. */
export class PathIndex {
  private readonly sets = new Map<string, Set<string>>();

  add(key: string, path: string): void {
    const paths = this.sets.get(key);
    if (paths) paths.add(path);
    else this.sets.set(key, new Set([path]));
  }

  remove(key: string, path: string): void {
    const paths = this.sets.get(key);
    if (paths?.delete(path) && paths.size === 0) this.sets.delete(key);
  }

  /** The paths under a key, in the order they were added; empty where there are none. */
  get(key: string): ReadonlySet<string> {
    return this.sets.get(key) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();
