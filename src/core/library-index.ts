import type { FoundReference } from './find-references';
import { IdentityIndex, keyedQuestion } from './identity-index';
import type { KeyedQuestion, PaperIdentity } from './identity-index';
import type { Library, MissingWork, ReferenceCounts, ReferenceState, RelatedPaper, ResolvedReference } from './library';
import { LinkResolver } from './link-resolver';
import { MissingWorkTally, compareMissingWorks, missingWorkKey, missingWorkSpelling } from './missing-works';
import type { Paper } from './paper';
import { PathIndex } from './path-index';
import type { Problem } from './problem';
import type { ReferenceQuestion, Resolution } from './resolver';
import { SharedKeys } from './shared-keys';
import { SortedAnswers } from './sorted-answers';

/** What the index is told of one note. */
export interface IndexedNote {
  /** Null for a note that is no paper, or one that cannot be read. */
  readonly paper: Paper | null;
  /** What is wrong with the note itself. */
  readonly problems: readonly Problem[];
}

/** The references of a note as kept: what decides their meaning, and what is shown. */
type KeptReference = KeyedQuestion & Pick<FoundReference, 'text' | 'line'>;

/** What the index needs of a found reference. */
type GivenReference = ReferenceQuestion & Pick<FoundReference, 'text' | 'line'>;

interface Entry {
  readonly path: string;
  paper: Paper | null;
  problems: readonly Problem[];
  /** Null: no references section, or not scanned yet. */
  references: readonly KeptReference[] | null;
  resolved: readonly ResolvedReference[] | null;
  /** Of what is resolved. */
  counts: ReferenceCounts | null;
  ambiguous: Problem | null;
  /** Papers cited, each once. */
  cites: ReadonlySet<string>;
  /** Missing works cited: key and spelling of each such reference. */
  misses: readonly (readonly [key: string, spelling: string])[];
  /** What must be told this note when it changes, so that it can be taken back. */
  waits: readonly Wait[];
}

type Wait = readonly [kind: 'name' | 'title' | 'id', key: string];

/**
 * The library: papers, citations in both directions, missing works and problems, fed note by note and updated note by
 * note. A change costs its own references and those of the notes that wait for a name, title or identifier it brought or
 * took; never a pass over the library.
 *
 * Feeding (`addFile`, `setNote`, `setReferences`…) only marks what has to be resolved again; `settle` does it. Answers are
 * true for everything settled. `changed` collects the paths whose answers may differ since `takeChanged`.
 */
export class LibraryIndex implements Library {
  readonly identities = new IdentityIndex();
  private readonly entries = new Map<string, Entry>();
  private readonly citedBy = new PathIndex();
  private readonly works = new Map<string, MissingWorkTally>();
  private readonly waiting = { name: new PathIndex(), title: new PathIndex(), id: new PathIndex() };
  private readonly unsettled = new Set<string>();
  private hiddenWorks: ReadonlySet<string> = new Set();
  private shownWorks: ReadonlySet<string> = new Set();
  private changed = new Set<string>();
  private revisionCount = 0;
  private readonly sortedPapers = new SortedAnswers<Paper>((a, b) => comparePaths(a.path, b.path));
  private readonly missingWorks = new SortedAnswers<MissingWork>(compareMissingWorks);
  private readonly hiddenMissingWorks = new SortedAnswers<MissingWork>(compareMissingWorks);
  /** Keys of missing works that have to be told anew. */
  private readonly staleWorks = new Set<string>();
  /** Paths of the notes with problems of their own. */
  private readonly troubled = new Set<string>();
  private readonly titles = new SharedKeys();
  private readonly metaKeys = new SharedKeys();
  private knownProblems: { readonly revision: number; readonly problems: readonly Problem[] } = { revision: 0, problems: [] };

  get revision(): number {
    return this.revisionCount;
  }

  // --- feeding ---

  /** A file of the vault, of any type: links may lead to it. */
  addFile(path: string): void {
    if (this.identities.links.has(path)) return;
    this.identities.links.add(path);
    this.wake('name', LinkResolver.nameOf(path));
  }

  removeFile(path: string): void {
    this.removeNote(path);
    this.identities.links.remove(path);
    this.wake('name', LinkResolver.nameOf(path));
  }

  /** The file keeps its references: nothing has to be read again. */
  renameFile(from: string, to: string, note: IndexedNote | null): void {
    const references = this.entries.get(from)?.references ?? null;
    this.removeFile(from);
    this.addFile(to);
    if (!note) return;
    this.setNote(to, note);
    const entry = this.entries.get(to);
    if (entry) entry.references = references;
    this.unsettled.add(to);
  }

  /** What the front matter says. References stay as they are until `setReferences`. */
  setNote(path: string, note: IndexedNote): void {
    const entry = this.entries.get(path) ?? { path, paper: null, problems: [], references: null, resolved: null, counts: null, ambiguous: null, cites: NO_PATHS, misses: [], waits: [] };
    this.entries.set(path, entry);
    const isChanged = !samePaper(entry.paper, note.paper);
    if (isChanged) {
      this.changePaper(path, entry.paper, note.paper);
      if ((entry.paper?.statusKind === 'done') !== (note.paper?.statusKind === 'done')) for (const [key] of entry.misses) this.staleWorks.add(key);
      const before = entry.paper ? this.identities.removePaper(entry.paper) : null;
      const after = note.paper ? this.identities.addPaper(note.paper) : null;
      // A new status or year moves no citation: only another name, title or identifier does.
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        if (before) this.wakeIdentity(before);
        if (after) this.wakeIdentity(after);
      }
      this.touch(path);
      // Citations count where a paper cites a paper: becoming one, or ceasing to be one, moves both directions.
      if ((entry.paper === null) !== (note.paper === null)) {
        this.unsettled.add(path);
        for (const source of this.citedBy.get(path)) this.unsettled.add(source);
        this.wake('name', LinkResolver.nameOf(path));
      }
    }
    if (entry.problems.length > 0 || note.problems.length > 0) this.touch(path);
    // An equal paper stays the object that was handed out.
    if (isChanged) entry.paper = note.paper;
    entry.problems = note.problems;
    this.noteTrouble(entry);
  }

  /** What the references section says; null for a note without one. */
  setReferences(path: string, references: readonly GivenReference[] | null): void {
    const entry = this.entries.get(path);
    if (!entry) return;
    entry.references = references === null ? null : references.map((reference) => ({ ...keyedQuestion(reference), text: reference.text, line: reference.line }));
    this.unsettled.add(path);
  }

  /** False for a note whose references have never been read, or that has no references section. */
  hasReferencesOf(path: string): boolean {
    return (this.entries.get(path)?.references ?? null) !== null;
  }

  removeNote(path: string): void {
    const entry = this.entries.get(path);
    if (!entry) return;
    this.forget(entry);
    if (entry.paper) this.wakeIdentity(this.identities.removePaper(entry.paper));
    this.changePaper(path, entry.paper, null);
    this.troubled.delete(path);
    for (const source of this.citedBy.get(path)) this.unsettled.add(source);
    this.entries.delete(path);
    this.unsettled.delete(path);
    this.touch(path);
  }

  /** The missing works that the user does not want to see, by key, and those that look like debris and are to be seen all the same. */
  setHiddenWorks(hidden: Iterable<string>, shown: Iterable<string>): void {
    const before = [this.hiddenWorks, this.shownWorks] as const;
    this.hiddenWorks = new Set(hidden);
    this.shownWorks = new Set(shown);
    for (const [at, now] of [this.hiddenWorks, this.shownWorks].entries()) {
      for (const key of before[at] ?? []) if (!now.has(key)) this.staleWorks.add(key);
      for (const key of now) if (before[at]?.has(key) !== true) this.staleWorks.add(key);
    }
    this.revisionCount++;
  }

  /**
   * Resolves what was marked, and places in the answers what changed, until done or until `mayGoOn` says stop (asked every 16 notes);
   * true when nothing is left.
   */
  settle(mayGoOn: () => boolean = () => true): boolean {
    let count = 0;
    for (const path of this.unsettled) {
      if (++count % 16 === 0 && !mayGoOn()) return false;
      this.unsettled.delete(path);
      const entry = this.entries.get(path);
      if (entry) this.resolveEntry(entry);
    }
    return this.tellStaleWorks(mayGoOn) && [this.sortedPapers, this.missingWorks, this.hiddenMissingWorks].every((answers) => answers.settle(mayGoOn));
  }

  /** Paths whose answers may differ since the last call. */
  takeChanged(): ReadonlySet<string> {
    const taken = this.changed;
    this.changed = new Set();
    return taken;
  }

  // --- answers ---

  papers(): readonly Paper[] {
    return this.sortedPapers.values();
  }

  paper(path: string): Paper | null {
    return this.entries.get(path)?.paper ?? null;
  }

  references(path: string): readonly ResolvedReference[] | null {
    const entry = this.entries.get(path);
    return entry?.paper ? entry.resolved : null;
  }

  counts(path: string): ReferenceCounts | null {
    const entry = this.entries.get(path);
    return entry?.paper ? entry.counts : null;
  }

  citing(path: string): readonly string[] {
    return [...this.citedBy.get(path)].sort();
  }

  citedByCount(path: string): number {
    return this.citedBy.get(path).size;
  }

  missing(): readonly MissingWork[] {
    this.tellStaleWorks();
    return this.missingWorks.values();
  }

  hiddenMissing(): readonly MissingWork[] {
    this.tellStaleWorks();
    return this.hiddenMissingWorks.values();
  }

  problems(): readonly Problem[] {
    if (this.knownProblems.revision !== this.revisionCount) {
      const problems = [...this.noteProblems(), ...this.duplicates()].sort((a, b) => comparePaths(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
      this.knownProblems = { revision: this.revisionCount, problems };
    }
    return this.knownProblems.problems;
  }

  /** What is wrong with the note itself, the first of it; null where nothing is. */
  problemOf(path: string): Problem | null {
    return this.entries.get(path)?.problems[0] ?? null;
  }

  related(path: string, limit: number): readonly RelatedPaper[] {
    const entry = this.entries.get(path);
    if (!entry?.paper) return [];
    const shared = new Map<string, number>();
    const count = (sources: Iterable<string>): void => {
      for (const source of sources) if (source !== path) shared.set(source, (shared.get(source) ?? 0) + 1);
    };
    for (const cited of entry.cites) count(this.citedBy.get(cited));
    const works = new Set(entry.resolved?.flatMap((reference) => reference.missingKey ?? []));
    for (const key of works) count(this.works.get(key)?.sources() ?? []);
    return [...shared]
      .map(([other, number]) => ({ path: other, shared: number }))
      .sort((a, b) => b.shared - a.shared || (a.path < b.path ? -1 : 1))
      .slice(0, limit);
  }

  // --- within ---

  /** Enters a paper in the lists that are kept of all papers. */
  private changePaper(path: string, before: Paper | null, after: Paper | null): void {
    this.sortedPapers.put(path, after);
    if (before && before.titleKey !== '') this.titles.remove(before.titleKey, path);
    if (after && after.titleKey !== '') this.titles.add(after.titleKey, path);
    if (before && before.metaKey !== null) this.metaKeys.remove(before.metaKey, path);
    if (after && after.metaKey !== null) this.metaKeys.add(after.metaKey, path);
  }

  private noteTrouble({ path, problems, ambiguous }: Entry): void {
    if (problems.length > 0 || ambiguous !== null) this.troubled.add(path);
    else this.troubled.delete(path);
  }

  private touch(path: string): void {
    this.changed.add(path);
    this.revisionCount++;
  }

  private wake(kind: Wait[0], key: string): void {
    for (const path of this.waiting[kind].get(key)) this.unsettled.add(path);
  }

  private wakeIdentity(identity: PaperIdentity): void {
    for (const name of identity.names) this.wake('name', name);
    for (const title of identity.titles) this.wake('title', title);
    for (const id of identity.ids) this.wake('id', id);
  }

  private resolveEntry(entry: Entry): void {
    this.forget(entry);
    const { references, paper, path } = entry;
    if (!references || !paper) {
      this.touch(path);
      return;
    }
    const cites = new Set<string>();
    const misses: [string, string][] = [];
    const waits: Wait[] = [];
    const resolved: ResolvedReference[] = [];
    for (const reference of references) {
      const resolution = this.identities.resolveKeyed(path, reference);
      addWaits(waits, reference, resolution);
      const { target } = resolution;
      if (target !== null && target !== path && this.entries.get(target)?.paper) cites.add(target);
      const missingKey = target === null && resolution.candidates.length === 0 ? missingWorkKey(path, reference) : null;
      if (missingKey !== null) {
        const spelling = missingWorkSpelling(reference);
        this.workOf(missingKey).add(path, spelling);
        misses.push([missingKey, spelling]);
        this.staleWorks.add(missingKey);
      }
      resolved.push({ state: stateOf(reference, resolution), text: reference.text, label: reference.label, line: reference.line, missingKey, ...resolution });
    }
    entry.cites = cites;
    entry.misses = misses;
    entry.resolved = resolved;
    entry.counts = countStates(path, resolved);
    entry.ambiguous = ambiguityOf(path, resolved);
    entry.waits = waits;
    this.noteTrouble(entry);
    for (const [kind, key] of waits) this.waiting[kind].add(key, path);
    for (const target of cites) {
      this.citedBy.add(target, path);
      this.changed.add(target);
    }
    this.touch(path);
  }

  /** Takes back everything that the entry's references told the rest of the index. */
  private forget(entry: Entry): void {
    for (const target of entry.cites) {
      this.citedBy.remove(target, entry.path);
      this.changed.add(target);
    }
    for (const [key, spelling] of entry.misses) {
      const work = this.works.get(key);
      work?.remove(entry.path, spelling);
      if (work?.isEmpty) this.works.delete(key);
      this.staleWorks.add(key);
    }
    for (const [kind, key] of entry.waits) this.waiting[kind].remove(key, entry.path);
    entry.cites = NO_PATHS;
    entry.misses = [];
    entry.resolved = null;
    entry.counts = null;
    entry.ambiguous = null;
    entry.waits = [];
    this.noteTrouble(entry);
  }

  private workOf(key: string): MissingWorkTally {
    const known = this.works.get(key);
    if (known) return known;
    const work = new MissingWorkTally(key);
    this.works.set(key, work);
    return work;
  }

  private tellStaleWorks(mayGoOn: () => boolean = () => true): boolean {
    let count = 0;
    const isRead = (path: string): boolean => this.entries.get(path)?.paper?.statusKind === 'done';
    for (const key of this.staleWorks) {
      if (++count % 16 === 0 && !mayGoOn()) return false;
      this.staleWorks.delete(key);
      const work = this.works.get(key)?.toWork(isRead, { isHidden: this.hiddenWorks.has(key), isShown: this.shownWorks.has(key) }) ?? null;
      this.missingWorks.put(key, work?.hidden === null ? work : null);
      this.hiddenMissingWorks.put(key, work?.hidden === null ? null : work);
    }
    return true;
  }

  private *noteProblems(): Generator<Problem> {
    for (const path of this.troubled) {
      const entry = this.entries.get(path);
      yield* entry?.problems ?? [];
      if (entry?.ambiguous) yield entry.ambiguous;
    }
  }

  private *duplicates(): Generator<Problem> {
    const papersAt = (paths: readonly string[]): Paper[] => paths.flatMap((path) => this.paper(path) ?? []);
    for (const [, paths] of this.titles.groups()) {
      const papers = papersAt(paths);
      const [first, ...others] = papers;
      if (!first) continue;
      yield {
        code: 'duplicate-title',
        path: first.path,
        line: null,
        message: `${String(papers.length)} papers have the title “${first.title}”. Point the citations at the one to keep.`,
        others: others.map((paper) => paper.path),
      };
    }
    for (const [key, paths] of this.metaKeys.groups()) {
      const papers = papersAt(paths);
      const [first, ...others] = papers;
      if (!first || papers.every((paper) => paper.titleKey === first.titleKey)) continue;
      yield {
        code: 'duplicate-key',
        path: first.path,
        line: null,
        message: `${String(papers.length)} papers have the key “${key}”, so that a link by key could mean any of them. Give each its own.`,
        others: others.map((paper) => paper.path),
      };
    }
  }
}

const comparePaths = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function countStates(path: string, references: readonly ResolvedReference[]): ReferenceCounts {
  const counts = { linked: 0, broken: 0, plain: 0, ambiguous: 0, reparable: 0 };
  for (const { state, target } of references) {
    counts[state]++;
    if (state !== 'linked' && target !== null && target !== path) counts.reparable++;
  }
  return counts;
}

function ambiguityOf(path: string, references: readonly ResolvedReference[]): Problem | null {
  const ambiguous = references.filter((reference) => reference.state === 'ambiguous');
  const [first] = ambiguous;
  if (!first) return null;
  return {
    code: 'ambiguous-references',
    path,
    line: first.line,
    message: `${ambiguous.length === 1 ? 'One reference fits' : `${String(ambiguous.length)} references fit`} more than one paper. Open the citations view of this paper and choose.`,
    others: [...new Set(ambiguous.flatMap((reference) => reference.candidates))].sort(),
  };
}

const NO_PATHS: ReadonlySet<string> = new Set();

function stateOf(reference: KeptReference, resolution: Resolution): ReferenceState {
  if (resolution.via === 'path') return 'linked';
  if (resolution.candidates.length > 1) return 'ambiguous';
  return reference.linkpath === null ? 'plain' : 'broken';
}

/** A link waits for the names it may mean; a reference that no path decides also for its titles, its identifiers. */
function addWaits(waits: Wait[], reference: KeptReference, resolution: Resolution): void {
  if (reference.linkpath !== null) for (const name of LinkResolver.namesOf(reference.linkpath)) waits.push(['name', name]);
  if (resolution.via === 'path') return;
  for (const key of reference.titleKeys) waits.push(['title', key]);
  for (const id of reference.ids) waits.push(['id', id]);
}

function samePaper(a: Paper | null, b: Paper | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}
