import { KeyedLists } from './keyed-lists';

/** Which keys (titles, names) more than one path has, kept while paths come and go. */
export class SharedKeys {
  private readonly paths = new KeyedLists<string>();
  private readonly shared = new Set<string>();

  add(key: string, path: string): void {
    this.paths.add(key, path);
    if (this.paths.size(key) > 1) this.shared.add(key);
  }

  remove(key: string, path: string): void {
    this.paths.remove(key, path);
    if (this.paths.size(key) <= 1) this.shared.delete(key);
  }

  /** The keys with several paths, and those, sorted. */
  *groups(): Generator<readonly [key: string, paths: readonly string[]]> {
    for (const key of this.shared) yield [key, [...this.paths.get(key)].sort()];
  }
}
