import fc from 'fast-check';
import type { MissingWork, Readers } from '../../src/core/library/library';
import { LibraryIndex } from '../../src/core/library/library-index';
import type { PathNumbers } from '../../src/core/collections/path-numbers';
import { readNoteText } from '../../src/core/library/read-note';
import type { ReferenceWordings } from '../../src/core/library/reference-wordings';
import { readStoredWordings, writeStoredWordings } from '../../src/core/library/stored-library';
import { isInFolder } from '../../src/core/text/vault-path';
import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import { OTHER_FILES, PAPER_PATHS, libraryNoteText } from '../support/note-generator';
import { propertyRuns } from '../support/property-runs';

const { referenceHeadings } = DEFAULT_SETTINGS;
const FOLDERS = ['papers', 'papers/below', 'archive', 'other', 'moved', 'moved/far'];

type Event =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'move'; readonly folder: string; readonly to: string }
  | { readonly kind: 'hide'; readonly keys: readonly string[]; readonly shown: readonly string[] }
  | { readonly kind: 'settle'; readonly most: number };

/** The last differs from another in letter case alone, which some file systems allow. */
const PATHS: readonly string[] = [...PAPER_PATHS, ...OTHER_FILES, 'papers/Twin.md'];
const path = fc.constantFrom(...PATHS);
const folder = fc.constantFrom(...FOLDERS);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('write' as const), path, text: libraryNoteText }) },
  // Links lead to files that are no papers, too.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('write' as const), path: fc.constantFrom(...OTHER_FILES, 'papers/graph-nets.md'), text: fc.constant('No paper.\n') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom('todo', 'reading', 'read') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), path: fc.oneof(path, fc.constantFrom(...OTHER_FILES, 'papers/graph-nets.md')) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path, to: path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), folder, to: folder }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide' as const), keys: fc.subarray(['graphnets', 'deepwalksastudy', 'oldkey']), shown: fc.subarray(['graphnets', 'oldkey']) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const), most: fc.constantFrom(0, 1, 99) }) },
);

/** The files of a vault and an index that is told of them as the vault's keeper does. */
class FollowedVault {
  readonly index = new LibraryIndex();
  readonly files = new Map<string, string>();
  hidden: readonly [keys: readonly string[], shown: readonly string[]] = [[], []];

  take(happened: Event): void {
    switch (happened.kind) {
      case 'write':
        this.write(happened.path, happened.text);
        break;
      case 'status':
        // What the papers cite was settled before: it must count for their new status all the same.
        this.index.settle();
        for (const [at, text] of [...this.files]) if (/^status: \w+$/m.test(text)) this.write(at, text.replace(/^status: \w+$/m, `status: ${happened.status}`));
        break;
      case 'delete':
        this.files.delete(happened.path);
        this.index.removeFile(happened.path);
        break;
      case 'rename':
        this.rename(happened.path, happened.to);
        break;
      case 'move':
        if (isInFolder(`${happened.to}/`, happened.folder)) return;
        for (const inside of [...this.files.keys()]) if (isInFolder(inside, happened.folder)) this.rename(inside, happened.to + inside.slice(happened.folder.length));
        break;
      case 'hide':
        this.hidden = [happened.keys, happened.shown];
        this.index.setHiddenWorks(...this.hidden);
        break;
      case 'settle': {
        let asked = 0;
        const mayGoOn = (): boolean => ++asked <= happened.most;
        if (this.index.settle(mayGoOn)) this.index.arrange(mayGoOn);
      }
    }
  }

  write(at: string, text: string): void {
    this.files.set(at, text);
    this.index.addFile(at);
    if (!at.endsWith('.md')) return;
    const { note, references } = readNoteText(at, text, DEFAULT_SETTINGS, referenceHeadings);
    this.index.setNote(at, note);
    this.index.setReferences(at, references.sections.length === 0 ? null : references.references);
  }

  /** Another vault of the same files, with an index that is told the references as they were kept of this one's. */
  restart(): FollowedVault {
    const next = new FollowedVault();
    const stored = [...this.files.keys()].map((at) => [at, this.index.storedReferences(at)] as const);
    const needed = new Set(stored.flatMap(([, references]) => (references ?? []).filter((_, at) => at % 3 === 0)));
    const wordings = readStoredWordings(writeStoredWordings(this.index.storedWordings(0, this.index.wordingCount))) ?? [];
    for (const [at, text] of this.files) {
      next.files.set(at, text);
      next.index.addFile(at);
      if (at.endsWith('.md')) next.index.setNote(at, readNoteText(at, text, DEFAULT_SETTINGS, referenceHeadings).note);
    }
    next.index.restoreWordings(wordings.map((wording, number) => (needed.has(number) ? wording : null)));
    for (const [at, references] of stored) if (at.endsWith('.md')) expect(next.index.restoreReferences(at, references)).toBe(true);
    next.take({ kind: 'hide', keys: this.hidden[0], shown: this.hidden[1] });
    next.hidden = this.hidden;
    return next;
  }

  private rename(from: string, to: string): void {
    const text = this.files.get(from);
    if (text === undefined || this.files.has(to) || from.endsWith('.md') !== to.endsWith('.md')) return;
    this.files.delete(from);
    this.files.set(to, text);
    this.index.renameFile(from, to, to.endsWith('.md') ? readNoteText(to, text, DEFAULT_SETTINGS, referenceHeadings).note : null);
  }
}

/** The notes that each wording is filed under, as texts: whatever happened, each holder once and none that is gone. */
function holders(index: LibraryIndex): readonly string[] {
  const wordings = Reflect.get(index, 'wordings') as ReferenceWordings;
  const numbers = Reflect.get(index, 'numbers') as PathNumbers;
  const count = (Reflect.get(wordings, 'forms') as unknown[]).length;
  const filed = Array.from({ length: count }, (_, wording) => wordings.holders.of(wording).map((note) => `${JSON.stringify(wordings.written(wording))} in ${numbers.path(note)}`));
  return filed.flat().sort();
}

const asPlain = ({ key, title, citedBy, readBy, activeBy, citing, hidden }: MissingWork): MissingWork => ({ key, title, citedBy, readBy, activeBy, citing, hidden });

const answers = (library: LibraryIndex, paths: readonly string[]): unknown => ({
  papers: library.papers(),
  readers: library.papers().map((_, place) => library.readersAt(place)),
  missing: library.missing().map(asPlain),
  hidden: library.hiddenMissing().map(asPlain),
  problems: library.problems(),
  notes: paths.map((at) => [at, library.references(at), library.counts(at), library.citing(at), library.referenceCount(at), library.related(at, 9), library.problemOf(at)]),
});

/** Counts are kept beside the lists that they count. */
function expectCountsOfWhatIsListed(library: LibraryIndex, paths: readonly string[]): void {
  const named = library.papers().map(({ status, statusKind }) => `${status} ${String(statusKind)}`);
  for (const { status, statusKind, count } of library.statusTallies()) expect(named.filter((name) => name === `${status} ${String(statusKind)}`)).toHaveLength(count);
  expect(library.statusTallies().reduce((sum, { count }) => sum + count, 0)).toBe(named.length);
  const readersAmong = (citing: readonly string[]): Readers => {
    const kinds = citing.map((at) => library.paper(at)?.statusKind);
    return { citedBy: citing.length, readBy: kinds.filter((kind) => kind === 'done').length, activeBy: kinds.filter((kind) => kind === 'active').length };
  };
  for (const { citing, citedBy, readBy, activeBy } of [...library.missing(), ...library.hiddenMissing()]) expect({ citedBy, readBy, activeBy }).toEqual(readersAmong(citing));
  const tallies = library.missingTallies();
  const alike = (tally: Readers): number => library.missing().filter((work) => work.citedBy === tally.citedBy && work.readBy === tally.readBy && work.activeBy === tally.activeBy).length;
  for (const tally of tallies) expect(tally.count).toBe(alike(tally));
  expect(tallies.reduce((sum, { count }) => sum + count, 0)).toBe(library.missing().length);
  for (const [place, { path }] of library.papers().entries()) expect(library.readersAt(place)).toEqual(readersAmong(library.citing(path)));
  for (const at of paths) {
    expect(library.referenceCount(at)).toBe(library.references(at)?.length ?? null);
    const shared = library.papers().map(({ path }) => ({ path, shared: path === at ? 0 : [...worksIn(library, path)].filter((work) => worksIn(library, at).has(work)).length }));
    expect(library.related(at, 3)).toEqual(shared.filter((other) => other.shared > 0).sort((a, b) => b.shared - a.shared || (a.path < b.path ? -1 : 1)).slice(0, 3));
  }
}

/** The papers, by their paths, and the missing works, by their keys, that a paper cites. */
const worksIn = (library: LibraryIndex, at: string): ReadonlySet<string> =>
  new Set((library.references(at) ?? []).flatMap(({ target, missingKey }) => (target === null ? (missingKey ?? []) : target !== at && library.paper(target) !== null ? target : [])));

describe('the index of a library', () => {
  it('should answer after any events as one that is built anew from the outcome', () => {
    let references = 0;
    fc.assert(
      fc.property(fc.array(event, { maxLength: 16 }), (events) => {
        const vault = new FollowedVault();
        for (const happened of events) vault.take(happened);
        vault.index.settle();
        const fresh = new FollowedVault();
        for (const [at, text] of [...vault.files].sort().reverse()) fresh.write(at, text);
        fresh.index.setHiddenWorks(...vault.hidden);
        fresh.index.settle();
        const paths = [...vault.files.keys(), ...PATHS];
        expect(holders(vault.index)).toEqual(holders(fresh.index));
        // Before anything is ranked.
        const count = vault.index.missingCount();
        expect(answers(vault.index, paths)).toEqual(answers(fresh.index, paths));
        expect(count).toBe(vault.index.missing().length);
        expect(vault.index.unarranged).toBe(0);
        expectCountsOfWhatIsListed(vault.index, paths);
        for (const at of paths) references += vault.index.counts(at)?.linked ?? 0;
      }),
      propertyRuns(500),
    );
    expect(references).toBeGreaterThan(propertyRuns(500).numRuns / 20);
  });

  it('should answer, restored from what is kept between starts, as one that read the notes, and go on so, also after another start', () => {
    let restored = 0;
    const some = fc.array(event, { maxLength: 8 });
    fc.assert(
      fc.property(fc.tuple(some, some, some), (starts) => {
        let vault = new FollowedVault();
        for (const events of starts) {
          for (const happened of events) vault.take(happened);
          // Settled or not.
          if (events.length % 2 === 0) vault.index.settle();
          vault = vault.restart();
          for (const at of vault.files.keys()) restored += vault.index.storedReferences(at)?.length ?? 0;
        }
        vault.index.settle();
        const fresh = new FollowedVault();
        for (const [at, text] of vault.files) fresh.write(at, text);
        fresh.index.setHiddenWorks(...vault.hidden);
        fresh.index.settle();
        const paths = [...vault.files.keys(), ...PATHS];
        expect(holders(vault.index)).toEqual(holders(fresh.index));
        expect(answers(vault.index, paths)).toEqual(answers(fresh.index, paths));
      }),
      propertyRuns(300),
    );
    expect(restored).toBeGreaterThan(propertyRuns(300).numRuns * 4);
  });

  it('should restore no references of which a wording is not known', () => {
    const vault = new FollowedVault();
    vault.write('papers/a.md', '---\ntags: [paper]\ntitle: A\n---\n\n## References\n\n- One title\n- Another title\n');
    vault.index.settle();
    const before = answers(vault.index, ['papers/a.md']);
    for (const unknown of [[9, 1, 0], [0, 1, 0, 2, 1, 0], [0, 1, -1]]) expect(vault.index.restoreReferences('papers/a.md', unknown)).toBe(false);
    expect(vault.index.restoreReferences('papers/none.md', [0, 1, 0])).toBe(false);
    vault.index.settle();
    expect(answers(vault.index, ['papers/a.md'])).toEqual(before);
    const next = new LibraryIndex();
    next.restoreWordings([null]);
    next.addFile('papers/a.md');
    next.setNote('papers/a.md', readNoteText('papers/a.md', vault.files.get('papers/a.md') ?? '', DEFAULT_SETTINGS, referenceHeadings).note);
    expect(next.restoreReferences('papers/a.md', [0, 1, 0])).toBe(false);
  });

  it('should name every paper whose answers an event changed', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 10 }), (events) => {
        const vault = new FollowedVault();
        const known = new Map<string, string>();
        const all = (): string[] => [...new Set([...vault.files.keys(), ...known.keys()])];
        for (const happened of events) {
          vault.take(happened);
          vault.index.settle();
          const changed = vault.index.takeChanged();
          for (const at of all()) {
            const answer = JSON.stringify([vault.index.paper(at), vault.index.references(at), vault.index.citing(at), vault.index.problemOf(at)]);
            if (known.get(at) !== answer && known.has(at)) expect([at, changed.has(at)]).toEqual([at, true]);
            known.set(at, answer);
          }
        }
      }),
      propertyRuns(300),
    );
  });
});
