import { KeyedLists } from '../collections/keyed-lists';
import { TextNumbers } from '../collections/text-numbers';
import { thinMarks } from '../titles/thin-marks';
import { baseNameOf, folderOf, joinPath } from '../text/vault-path';

/**
 * Where a link leads, by Obsidian's rules, over the names of all files in the vault; knows nothing of what is in them.
 *
 * Order, as the app resolves: the empty path is the source itself; `./` and `../` are taken from the source's folder; a leading `/`
 * is the vault's root; else an exact vault path, then a file of that name in the source's own folder, then the one with the
 * shortest path. Case is ignored, `.md` may be left out, folders given must match the end of the candidate's path.
 */
export class LinkResolver {
  /** Lower-case path to path; of several that differ in case alone the first by code point, so that the order of events decides nothing. */
  private readonly byPath = new Map<string, string>();
  /** Lower-case name (notes: without `.md`) to paths. */
  private readonly byName: KeyedLists<string>;
  /** The link texts that were asked for since a file last came or went: of a library that is linked, each some ten times. At most one a file. */
  private readonly linktexts = new Map<string, string>();

  /** Grows whenever a file comes or goes: what a link means may be another then. */
  private revisionCount = 0;

  get revision(): number {
    return this.revisionCount;
  }

  /** `names`: where the names of files are kept, for whoever files other things under them. */
  constructor(names = new TextNumbers()) {
    this.byName = new KeyedLists(names);
  }

  /** A name as names are compared, whatever its case and however its letters are composed. */
  static plainName(name: string): string {
    return plainPath(name).toLowerCase();
  }

  /** The lower-case name under which `path` is found: `a/Some Note.md` gives `some note`, `a/b.pdf` gives `b.pdf`. */
  static nameOf(path: string): string {
    return LinkResolver.plainName(baseNameOf(path));
  }

  /** The names under which a file that `linkpath` means may be found: `a.md` is the note of that name, or one called `a.md.md`. */
  static namesOf(linkpath: string): readonly string[] {
    const name = LinkResolver.nameOf(linkpath);
    return linkpath.toLowerCase().endsWith(`${name}.md`) ? [name, `${name}.md`] : [name];
  }

  add(path: string): void {
    const lower = path.toLowerCase();
    if (this.has(path)) return;
    this.revisionCount++;
    this.forgetLinktexts();
    const twin = this.byPath.get(lower);
    if (twin === undefined || path < twin) this.byPath.set(lower, path);
    this.byName.add(LinkResolver.nameOf(path), path);
  }

  remove(path: string): void {
    this.revisionCount++;
    this.forgetLinktexts();
    const lower = path.toLowerCase();
    const name = LinkResolver.nameOf(path);
    this.byName.remove(name, path);
    if (this.byPath.get(lower) !== path) return;
    const [twin] = this.byName.get(name).filter((other) => other.toLowerCase() === lower).sort();
    if (twin === undefined) this.byPath.delete(lower);
    else this.byPath.set(lower, twin);
  }

  has(path: string): boolean {
    const known = this.byPath.get(path.toLowerCase());
    return known === path || (known !== undefined && this.byName.get(LinkResolver.nameOf(path)).includes(path));
  }

  /** True where no other file of the vault has the name, so that the bare name is link enough. */
  isNameUnique(path: string): boolean {
    return this.byName.size(LinkResolver.nameOf(path)) <= 1;
  }

  /** True where a file of the vault has the name, wherever it lies. */
  isNameTaken(path: string): boolean {
    return this.byName.size(LinkResolver.nameOf(path)) > 0;
  }

  /** As the app's own `fileToLinktext`: the base name where it is unique in the vault, else the whole path; without `.md`. */
  linktext(target: string): string {
    const known = this.linktexts.get(target);
    if (known !== undefined) return known;
    const name = baseNameOf(target);
    const linktext = this.isNameUnique(target) ? name : target.replace(/\.md$/i, '');
    this.linktexts.set(target, linktext);
    return linktext;
  }

  /** The path that `linkpath` (decoded, without subpath) leads to from `source`, or null. */
  resolve(linkpath: string, source: string): string | null {
    const isAscii = !/[^ -~]/.test(linkpath);
    const link = isAscii ? linkpath : plainPath(linkpath);
    if (link === '') return source;
    // A bare name, which is all that most wikilinks hold. Lower case is a matter of single letters in ASCII alone.
    if (isAscii && !link.includes('/') && !link.startsWith('.', link.length - 3)) {
      // The one file of that name, wherever it lies, must be meant by it.
      const only = this.byName.only(link.toLowerCase());
      if (only !== undefined) return only;
    }
    const folder = folderOf(source);
    // Nearly all links of generated notes: a note beside the source.
    if (link.length > 2 && link.startsWith('./') && !link.includes('/', 2) && !link.startsWith('.', 2)) return this.atPath(folder === '' ? link.slice(2) : `${folder}/${link.slice(2)}`);
    if (link.startsWith('./') || link.startsWith('../')) {
      const path = joinPath(folder, link);
      return path === null ? null : this.atPath(path);
    }
    if (link.startsWith('/')) return this.atPath(link.slice(1));
    const exact = this.atPath(link);
    if (exact !== null) return exact;
    const ending = `/${link.toLowerCase()}`;
    const fitting = LinkResolver.namesOf(link).flatMap((name) => this.byName.get(name).filter((path) => endsWithPath(path, ending)));
    if (fitting.length <= 1) return fitting[0] ?? null;
    const near = fitting.filter((path) => folderOf(path) === folder);
    return (near.length > 0 ? near : fitting).reduce((best, path) => (isShorter(path, best) ? path : best));
  }

  private forgetLinktexts(): void {
    // Clearing makes a new table, and files come by the ten thousand.
    if (this.linktexts.size > 0) this.linktexts.clear();
  }

  private atPath(path: string): string | null {
    const lower = path.toLowerCase();
    return this.byPath.get(lower) ?? this.byPath.get(`${lower}.md`) ?? null;
  }
}

/** As the app reads paths: composed, and with plain spaces. */
const plainPath = (path: string): string => (/[^ -~]/.test(path) ? thinMarks(path).normalize('NFC').replace(/\u00a0/g, ' ') : path);

/** Whether a file's path ends with `ending`, which begins with a slash and may leave `.md` out. */
function endsWithPath(path: string, ending: string): boolean {
  const whole = `/${path.toLowerCase()}`;
  return whole.endsWith(ending) || whole.endsWith(`${ending}.md`);
}

/** The app leaves the order of equally short paths open; by code point it is at least always the same. */
function isShorter(path: string, best: string): boolean {
  return path.length < best.length || (path.length === best.length && path < best);
}
