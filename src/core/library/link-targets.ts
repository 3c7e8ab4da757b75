import { IntColumn } from '../collections/int-column';
import type { LinkResolver } from './link-resolver';
import { folderOf } from '../text/vault-path';

interface LinkFacts {
  readonly links: LinkResolver;
  /** The link of a wording; null where it has none. */
  linkpathOf(wording: number): string | null;
  /** The number of a file. */
  numberOf(path: string): number;
}

/**
 * The files that the links of wordings lead to. In the notes of one folder, one after the other, the same links mean the same files: in a
 * library of fifty thousand papers, each some ten times.
 */
export class LinkTargets {
  /** The number of the file and 1; 0 where the link leads nowhere. */
  private readonly targets = new IntColumn();
  /** When that was found out. */
  private readonly times = new IntColumn();
  /** Moves on when the folder is another, or files came or went. */
  private now = 0;
  private folder: string | null = null;
  private revision = 0;

  constructor(private readonly facts: LinkFacts) {}

  /** The number of the file that the wording's link leads to from `source`; null where there is none. */
  find(wording: number, source: string): number | null {
    const { facts } = this;
    const linkpath = facts.linkpathOf(wording);
    if (linkpath === null) return null;
    // The empty link is the note itself.
    if (linkpath === '') return facts.numberOf(source);
    this.move(folderOf(source), facts.links.revision);
    if (this.times.get(wording) !== this.now) {
      const path = facts.links.resolve(linkpath, source);
      this.targets.set(wording, path === null ? 0 : facts.numberOf(path) + 1);
      this.times.set(wording, this.now);
    }
    const target = this.targets.get(wording);
    return target === 0 ? null : target - 1;
  }

  private move(folder: string, revision: number): void {
    if (this.folder === folder && this.revision === revision) return;
    this.folder = folder;
    this.revision = revision;
    this.now++;
  }
}
