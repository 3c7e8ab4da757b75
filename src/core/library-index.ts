import { say } from '../language/say';
import type { FoundReference } from './find-references';
import { IdentityIndex } from './identity-index';
import type { PaperIdentity } from './identity-index';
import { IntColumn } from './int-column';
import type { Library, MissingWork, Readers, ReaderTally, ReferenceCounts, ReferenceState, RelatedPaper, ResolvedReference, ResolvedVia } from './library';
import { LinkResolver } from './link-resolver';
import { LinkTargets } from './link-targets';
import { MissingWorkIndex } from './missing-work-index';
import type { Reader, WorkName } from './missing-work-index';
import { ownWorkKey, readOwnWorkKey } from './missing-works';
import type { Paper } from './paper';
import { PaperNumbers } from './paper-numbers';
import { PathNumbers } from './path-numbers';
import { Postings } from './postings';
import type { Problem } from './problem';
import { LINE, MEANING, MEANS_MISSING, MEANS_NOTHING, MEANS_SEVERAL, ROW, WORDING, citedOf, meansTarget, targetOf, viaOf } from './reference-rows';
import type { ReferenceRows } from './reference-rows';
import { ReferenceWordings } from './reference-wordings';
import type { WrittenReference } from './written-reference';
import { SharedKeys } from './shared-keys';
import { SortedAnswers } from './sorted-answers';
import type { StoredWording } from './stored-library';
import { StatusTallies } from './status-tallies';
import type { StatusTally } from './status-tallies';
import { firstInOrder } from './first-in-order';
import { NO_KEY } from './title-keys';

/** What the index is told of one note. */
export interface IndexedNote {
  /** Null for a note that is no paper, or one that cannot be read. */
  readonly paper: Paper | null;
  /** What is wrong with the note itself. */
  readonly problems: readonly Problem[];
}

/** What the index needs of a found reference. */
export type GivenReference = WrittenReference & Pick<FoundReference, 'line'>;

interface Entry {
  readonly number: number;
  readonly path: string;
  paper: Paper | null;
  problems: readonly Problem[];
  /** Resolved. Null: no references section, or none settled yet. */
  rows: ReferenceRows | null;
  /** What was given and is not settled yet; undefined where nothing waits. */
  given: number[] | null | undefined;
  ambiguous: Problem | null;
  /** What it cites was counted as cited by a paper that is so far. */
  reader: Reader;
}

/**
 * The library: papers, citations in both directions, missing works and problems, fed note by note and updated note by
 * note. A change costs its own references and those of the notes that wait for a name, title or identifier it brought or
 * took; never a pass over the library.
 *
 * Feeding (`addFile`, `setNote`, `setReferences`…) only marks what has to be resolved again; `settle` does it. Answers are
 * true for everything settled. `changed` collects the paths whose answers may differ since `takeChanged`.
 *
 * References are kept as numbers (see `ReferenceRows`, `ReferenceWordings`) and told as objects when they are asked for.
 */
export class LibraryIndex implements Library {
  readonly identities = new IdentityIndex();
  private readonly numbers = new PathNumbers();
  private readonly wordings = new ReferenceWordings(this.identities.names);
  private readonly linkTargets = new LinkTargets({ links: this.identities.links, linkpathOf: (wording) => this.wordings.linkpath(wording), numberOf: (path) => this.numbers.give(path) });
  /** By number. */
  private readonly entries: (Entry | undefined)[] = [];
  /** Numbers of the papers that cite a paper. */
  private readonly citedBy = new Postings();
  /** How many of these are read, and are being read. */
  private readonly readBy = new IntColumn();
  private readonly activeBy = new IntColumn();
  /** How many papers have a title or alias, by the number of its key. */
  private readonly titled = new IntColumn();
  private readonly unsettled = new Set<Entry>();
  private changed = new Set<string>();
  private revisionCount = 0;
  private readonly paperNumbers = new PaperNumbers((path) => this.numbers.give(path));
  private readonly sortedPapers = new SortedAnswers<Paper>((a, b) => compareTexts(a.path, b.path));
  private readonly statuses = new StatusTallies();
  private readonly works: MissingWorkIndex;
  /** Paths of the notes with problems of their own. */
  private readonly troubled = new Set<string>();
  private readonly titles = new SharedKeys();
  private readonly metaKeys = new SharedKeys();
  private knownProblems: { readonly revision: number; readonly problems: readonly Problem[] } = { revision: 0, problems: [] };

  constructor() {
    this.works = new MissingWorkIndex({
      keyOf: (name) => this.keyOfWork(name),
      nameOf: (key) => {
        const number = this.wordings.keys.find(key);
        return number === NO_KEY ? key : number;
      },
      titleOf: (name) => this.titleOfWork(name),
      citing: (name) => Array.from(this.citersOf(name), (entry) => entry.path).sort(),
    });
  }

  get revision(): number {
    return this.revisionCount;
  }

  // --- feeding ---

  /** A file of the vault, of any type: links may lead to it. */
  addFile(path: string): void {
    if (this.identities.links.has(path)) return;
    this.identities.links.add(path);
    this.wakeName(LinkResolver.nameOf(path));
  }

  removeFile(path: string): void {
    this.removeNote(path);
    this.identities.links.remove(path);
    this.wakeName(LinkResolver.nameOf(path));
  }

  /** The file keeps its references: nothing has to be read again. */
  renameFile(from: string, to: string, note: IndexedNote | null): void {
    const references = this.givenReferences(from);
    this.removeFile(from);
    this.addFile(to);
    if (!note) return;
    this.setNote(to, note);
    this.setReferences(to, references);
  }

  /** What the front matter says. References stay as they are until `setReferences`. */
  setNote(path: string, note: IndexedNote): void {
    const entry = this.entryAt(path) ?? this.addEntry(path);
    const isChanged = !samePaper(entry.paper, note.paper);
    if (isChanged) {
      this.changePaper(path, entry.paper, note.paper);
      const before = entry.paper ? this.removeIdentity(entry.paper) : null;
      const after = note.paper ? this.addIdentity(note.paper) : null;
      // A new status or year moves no citation: only another name, title or identifier does.
      if (before === null || after === null || JSON.stringify(before) !== JSON.stringify(after)) {
        if (before) this.wakeIdentity(before);
        if (after) this.wakeIdentity(after);
      }
      this.touch(path);
      // Citations count where a paper cites a paper: becoming one, or ceasing to be one, moves both directions.
      if ((entry.paper === null) !== (note.paper === null)) {
        this.unsettled.add(entry);
        for (const source of this.entriesOf(this.citedBy.of(entry.number))) this.unsettled.add(source);
        this.wakeName(LinkResolver.nameOf(path));
      }
    }
    if (entry.problems.length > 0 || note.problems.length > 0) this.touch(path);
    // An equal paper stays the object that was handed out.
    if (isChanged) entry.paper = note.paper;
    if (isChanged) this.countReader(entry, readerOf(note.paper));
    entry.problems = note.problems;
    this.noteTrouble(entry);
  }

  /** What the references section says; null for a note without one. */
  setReferences(path: string, references: readonly GivenReference[] | null): void {
    const entry = this.entryAt(path);
    if (entry) this.giveRows(entry, references === null ? null : this.writtenRows(references, this.latestRows(path)));
  }

  /** The references as they were given, settled or not; null for a note without a section of them, or that was never read. */
  givenReferences(path: string): readonly GivenReference[] | null {
    const rows = this.latestRows(path);
    return rows === null ? null : this.writtenIn(rows);
  }

  /** How many wordings have numbers. */
  get wordingCount(): number {
    return this.wordings.count;
  }

  /** The wordings with the numbers from `from` to before `to`, for `restoreWordings`. */
  storedWordings(from: number, to: number): StoredWording[] {
    return Array.from({ length: to - from }, (_, at) => this.wordings.stored(from + at));
  }

  /** Wordings as an earlier index had them, all in the order of their numbers, null for those that are not needed; before any reference is given. */
  restoreWordings(wordings: readonly StoredWording[]): void {
    for (const wording of wordings) this.wordings.restore(wording);
  }

  /** The references as they were given, for `restoreReferences`; null as in `givenReferences`. */
  storedReferences(path: string): number[] | null {
    const rows = this.latestRows(path);
    return rows && rows.map((number, at) => (at % ROW === MEANING ? MEANS_NOTHING : number));
  }

  /** The same as `setReferences`, of wordings that were restored; the rows are the index's own then. False, and nothing is set, where a wording is not known, or a meaning is. */
  restoreReferences(path: string, rows: number[] | null): boolean {
    const entry = this.entryAt(path);
    if (!entry || (rows !== null && hasRow(rows, (wording, meaning) => meaning !== MEANS_NOTHING || !this.wordings.isKnown(wording)))) return false;
    this.giveRows(entry, rows);
    return true;
  }

  removeNote(path: string): void {
    const entry = this.entryAt(path);
    if (!entry) return;
    this.replaceRows(entry, null);
    this.letGo(entry, entry.given ?? null);
    if (entry.paper) this.wakeIdentity(this.removeIdentity(entry.paper));
    this.changePaper(path, entry.paper, null);
    this.troubled.delete(path);
    for (const source of this.entriesOf(this.citedBy.of(entry.number))) this.unsettled.add(source);
    this.entries[entry.number] = undefined;
    this.unsettled.delete(entry);
    this.touch(path);
  }

  /** The missing works that the user does not want to see, by key, and those that look like debris and are to be seen all the same. */
  setHiddenWorks(hidden: Iterable<string>, shown: Iterable<string>): void {
    this.works.setHidden(hidden, shown);
    this.revisionCount++;
  }

  /** Resolves what was marked, until done or until `mayGoOn` says stop (asked every 16 notes); true when nothing is left. */
  settle(mayGoOn: () => boolean = () => true): boolean {
    let count = 0;
    for (const entry of this.unsettled) {
      if (++count % 16 === 0 && !mayGoOn()) return false;
      this.unsettled.delete(entry);
      this.resolveEntry(entry);
    }
    return this.works.settle(mayGoOn);
  }

  /** Places in the sorted answers what changed, until done or until `mayGoOn` says stop; true when nothing is left. What is left waits until they are asked for. */
  arrange(mayGoOn: () => boolean): boolean {
    return this.works.rank(mayGoOn) && this.sortedPapers.settle(mayGoOn);
  }

  /** How many changes wait to be placed. */
  get unarranged(): number {
    return this.works.unranked + this.sortedPapers.waiting;
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

  statusTallies(): readonly StatusTally[] {
    return this.statuses.list();
  }

  paper(path: string): Paper | null {
    return this.entryAt(path)?.paper ?? null;
  }

  references(path: string): readonly ResolvedReference[] | null {
    const entry = this.entryAt(path);
    if (!entry?.paper || entry.rows === null) return null;
    return this.resolvedIn(entry, entry.rows);
  }

  counts(path: string): ReferenceCounts | null {
    const entry = this.entryAt(path);
    return entry?.paper && entry.rows !== null ? this.countStates(entry, entry.rows) : null;
  }

  referenceCount(path: string): number | null {
    const entry = this.entryAt(path);
    return entry?.paper && entry.rows !== null ? entry.rows.length / ROW : null;
  }

  citing(path: string): readonly string[] {
    const number = this.numbers.find(path);
    return number === null ? [] : this.entriesOf(this.citedBy.of(number)).map((entry) => entry.path).sort();
  }

  citedByCount(path: string): number {
    const number = this.numbers.find(path);
    return number === null ? 0 : this.citedBy.size(number);
  }

  readersAt(place: number): Readers {
    const number = this.paperNumbers.at(this.papers(), place);
    return number === null ? NO_READERS : { citedBy: this.citedBy.size(number), readBy: this.readBy.get(number), activeBy: this.activeBy.get(number) };
  }

  missing(): readonly MissingWork[] {
    return this.works.shown();
  }

  missingCount(): number {
    return this.works.shownCount();
  }

  missingTallies(): readonly ReaderTally[] {
    return this.works.shownTallies();
  }

  hiddenMissing(): readonly MissingWork[] {
    return this.works.hidden();
  }

  missingWork(key: string): MissingWork | null {
    return this.works.withKey(key);
  }

  problems(): readonly Problem[] {
    if (this.knownProblems.revision !== this.revisionCount) {
      const problems = [...this.noteProblems(), ...this.duplicates()].sort((a, b) => compareTexts(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
      this.knownProblems = { revision: this.revisionCount, problems };
    }
    return this.knownProblems.problems;
  }

  /** What is wrong with the note itself, the first of it; null where nothing is. */
  problemOf(path: string): Problem | null {
    return this.entryAt(path)?.problems[0] ?? null;
  }

  /** All that is wrong with the note itself. */
  problemsOf(path: string): readonly Problem[] {
    return this.entryAt(path)?.problems ?? [];
  }

  related(path: string, limit: number): readonly RelatedPaper[] {
    const entry = this.entryAt(path);
    if (!entry?.paper || entry.rows === null) return [];
    const shared = new Int32Array(this.entries.length);
    const found: number[] = [];
    const count = (source: number): void => {
      if (source === entry.number) return;
      if (shared[source] === 0) found.push(source);
      shared[source] = (shared[source] ?? 0) + 1;
    };
    for (const cited of citedIn(entry.rows)) for (const source of this.citedBy.of(cited)) count(source);
    for (const work of this.missedIn(entry, entry.rows)) this.eachCiter(work, count);
    const pathOf = (source: number): string => this.entries[source]?.path ?? '';
    const sharedWith = (source: number): number => shared[source] ?? 0;
    return firstInOrder(found, limit, (a, b) => sharedWith(b) - sharedWith(a) || compareTexts(pathOf(a), pathOf(b)))
      .map((source) => ({ path: pathOf(source), shared: sharedWith(source) }));
  }

  // --- within ---

  private entryAt(path: string): Entry | undefined {
    const number = this.numbers.find(path);
    return number === null ? undefined : this.entries[number];
  }

  private addEntry(path: string): Entry {
    const number = this.numbers.give(path);
    const entry: Entry = { number, path, paper: null, problems: [], rows: null, given: undefined, ambiguous: null, reader: null };
    while (this.entries.length <= number) this.entries.push(undefined);
    this.entries[number] = entry;
    return entry;
  }

  private entriesOf(numbers: readonly number[]): Entry[] {
    const entries: Entry[] = [];
    for (const number of numbers) {
      const entry = this.entries[number];
      if (entry) entries.push(entry);
    }
    return entries;
  }

  /** Enters a paper in the lists that are kept of all papers. */
  private changePaper(path: string, before: Paper | null, after: Paper | null): void {
    if (before) this.sortedPapers.remove(before);
    if (after) this.sortedPapers.add(after);
    if (before) this.statuses.remove(before);
    if (after) this.statuses.add(after);
    if (before && before.titleKey !== '') this.titles.remove(before.titleKey, path);
    if (after && after.titleKey !== '') this.titles.add(after.titleKey, path);
    if (before && before.metaKey !== null) this.metaKeys.remove(before.metaKey, path);
    if (after && after.metaKey !== null) this.metaKeys.add(after.metaKey, path);
  }

  private addIdentity(paper: Paper): PaperIdentity {
    const identity = this.identities.addPaper(paper);
    this.countTitles(identity, 1);
    return identity;
  }

  private removeIdentity(paper: Paper): PaperIdentity {
    const identity = this.identities.removePaper(paper);
    this.countTitles(identity, -1);
    return identity;
  }

  private countTitles({ titles }: PaperIdentity, change: 1 | -1): void {
    for (const title of titles) {
      const key = this.wordings.keys.give(title);
      this.titled.set(key, this.titled.get(key) + change);
    }
  }

  private noteTrouble({ path, problems, ambiguous }: Entry): void {
    if (problems.length > 0 || ambiguous !== null) this.troubled.add(path);
    else this.troubled.delete(path);
  }

  private touch(path: string): void {
    this.changed.add(path);
    this.revisionCount++;
  }

  /** The notes whose references may mean something else now that a name, title or identifier came or went. */
  private wake(wordings: readonly number[], decides: (meaning: number) => boolean): void {
    for (const wording of wordings) {
      for (const entry of this.entriesOf(this.wordings.holders.of(wording))) {
        if (entry.given !== undefined || this.unsettled.has(entry)) continue;
        if (entry.rows === null || hasRow(entry.rows, (row, meaning) => row === wording && decides(meaning))) this.unsettled.add(entry);
      }
    }
  }

  private wakeName(name: string): void {
    this.wake(this.wordings.withName(name), ANY);
  }

  private wakeIdentity(identity: PaperIdentity): void {
    for (const name of identity.names) this.wakeName(name);
    for (const title of identity.titles) {
      const key = this.wordings.keys.find(title);
      if (key === NO_KEY) continue;
      this.wake(this.wordings.withKey(key), BUT_BY_PATH);
    }
    for (const id of identity.ids) this.wake(this.wordings.withId(id), BUT_BY_PATH);
  }

  private resolveEntry(entry: Entry): void {
    // What was given is nobody else's, and waits for its meanings.
    const resolved = (entry.given === undefined ? entry.rows?.slice() : entry.given) ?? null;
    for (let at = 0; resolved && at < resolved.length; at += ROW) {
      resolved[at + MEANING] = entry.paper ? this.meaningOf(entry, resolved[at + WORDING] ?? 0) : MEANS_NOTHING;
    }
    this.replaceRows(entry, resolved);
    // Not before: the note is filed under the wordings of what was given already.
    entry.given = undefined;
    entry.ambiguous = resolved === null || entry.paper === null ? null : this.ambiguityOf(entry, resolved);
    this.noteTrouble(entry);
    this.touch(entry.path);
  }

  /** What a wording means in a note, by the library as it is. */
  private meaningOf(entry: Entry, wording: number): number {
    const { wordings } = this;
    if (wordings.isPlainTitle(wording)) {
      const key = wordings.labelKey(wording);
      if (key === NO_KEY) return MEANS_NOTHING;
      if (this.titled.get(key) === 0) return MEANS_MISSING;
    }
    const linked = this.linkTargets.find(wording, entry.path);
    if (linked !== null) return this.meansNote(entry, linked, 'path');
    const { target, via, candidates } = this.identities.resolveByWork(entry.path, wordings.question(wording));
    if (target !== null && via !== null) return this.meansNote(entry, this.numbers.give(target), via);
    if (candidates.length > 0) return MEANS_SEVERAL;
    return wordings.workKey(wording) === NO_KEY ? MEANS_NOTHING : MEANS_MISSING;
  }

  private meansNote(entry: Entry, number: number, via: ResolvedVia): number {
    return meansTarget(number, via, number !== entry.number && (this.entries[number]?.paper ?? null) !== null);
  }

  /** Exchanges what a note's references mean, and tells the rest of the index what it cites now and what no longer. */
  private replaceRows(entry: Entry, rows: ReferenceRows | null): void {
    const before = entry.rows;
    entry.rows = rows;
    this.hold(entry, rows, before, entry.given ?? null);
    const [cites, cited] = [citedIn(rows), citedIn(before)];
    for (const target of cited) if (!cites.has(target)) this.uncite(entry, target);
    for (const target of cites) if (!cited.has(target)) this.cite(entry, target);
    const [misses, missed] = [missingIn(rows), missingIn(before)];
    // A work is missed by a note once, however often and in whatever words.
    const works = this.worksOf(entry, misses);
    const worksBefore = this.worksOf(entry, missed);
    for (const work of worksBefore) if (!works.has(work)) this.works.remove(work, entry.reader);
    for (const work of works) if (!worksBefore.has(work)) this.works.add(work, entry.reader);
    if (before !== null && rows !== null) {
      for (const wording of missed) if (!misses.has(wording)) this.works.respell(this.workOf(entry, wording));
      for (const wording of misses) if (!missed.has(wording)) this.works.respell(this.workOf(entry, wording));
    }
    this.letGo(entry, before, rows, entry.given ?? null);
  }

  private cite(entry: Entry, target: number): void {
    this.citedBy.add(target, entry.number);
    this.countReaders(target, entry.reader, 1);
    this.changed.add(this.numbers.path(target));
  }

  private uncite(entry: Entry, target: number): void {
    this.citedBy.remove(target, entry.number);
    this.countReaders(target, entry.reader, -1);
    this.changed.add(this.numbers.path(target));
  }

  private countReader(entry: Entry, now: Reader): void {
    const before = entry.reader;
    if (before === now) return;
    entry.reader = now;
    for (const target of citedIn(entry.rows)) {
      this.countReaders(target, before, -1);
      this.countReaders(target, now, 1);
    }
    for (const work of this.missedIn(entry, entry.rows)) this.works.setReader(work, before, now);
  }

  private countReaders(target: number, reader: Reader, change: 1 | -1): void {
    const column = reader === 'done' ? this.readBy : reader === 'active' ? this.activeBy : null;
    column?.set(target, column.get(target) + change);
  }

  /** Files the note under the wordings of `rows`, but for those that it holds already by its `others`. */
  private hold(entry: Entry, rows: ReferenceRows | null, ...others: readonly (ReferenceRows | null)[]): void {
    for (const wording of wordingsOnlyIn(rows, others)) this.wordings.holders.add(wording, entry.number);
  }

  private letGo(entry: Entry, rows: ReferenceRows | null, ...others: readonly (ReferenceRows | null)[]): void {
    for (const wording of wordingsOnlyIn(rows, others)) this.wordings.holders.remove(wording, entry.number);
  }

  /** What the note's references are from now on; what they mean is settled later. */
  private giveRows(entry: Entry, given: number[] | null): void {
    const before = entry.given;
    entry.given = given;
    this.hold(entry, given, entry.rows, before ?? null);
    this.letGo(entry, before ?? null, entry.rows, given);
    this.unsettled.add(entry);
  }

  /** The newest that is known of a note's references, settled or not. */
  private latestRows(path: string): ReferenceRows | null {
    const entry = this.entryAt(path);
    return (entry?.given === undefined ? entry?.rows : entry.given) ?? null;
  }

  /** The rows of a note's references, without meanings. Most were there in `before`, in the same order, where they need not be looked for. */
  private writtenRows(references: readonly GivenReference[], before: ReferenceRows | null): number[] {
    // Of its final length: one that grows keeps room for more.
    const rows = new Array<number>(references.length * ROW);
    let at = 0;
    let place = 0;
    for (const reference of references) {
      let wording = before?.[place + WORDING];
      if (wording !== undefined && !this.wordings.isWritten(wording, reference)) {
        wording = before?.[place + ROW + WORDING];
        if (wording !== undefined && this.wordings.isWritten(wording, reference)) place += ROW;
        else wording = undefined;
      }
      if (wording === undefined) wording = this.wordings.give(reference);
      else place += ROW;
      rows[at + WORDING] = wording;
      rows[at + LINE] = reference.line;
      rows[at + MEANING] = MEANS_NOTHING;
      at += ROW;
    }
    return rows;
  }

  private writtenIn(rows: ReferenceRows): GivenReference[] {
    const written: GivenReference[] = [];
    for (let at = 0; at < rows.length; at += ROW) {
      const { text, label, linkpath, titles, ids } = this.wordings.written(rows[at + WORDING] ?? 0);
      written.push({ text, label, linkpath, titles, ids, line: rows[at + LINE] ?? 0 });
    }
    return written;
  }

  private resolvedIn(entry: Entry, rows: ReferenceRows): ResolvedReference[] {
    return this.writtenIn(rows).map(({ text, label, line }, index) => {
      const [wording, meaning] = [rows[index * ROW + WORDING] ?? 0, rows[index * ROW + MEANING] ?? 0];
      const target = targetOf(meaning);
      return {
        state: this.stateOf(wording, meaning),
        text,
        label,
        line,
        missingKey: meaning === MEANS_MISSING ? this.keyOfWork(this.workOf(entry, wording)) : null,
        target: target === null ? null : this.numbers.path(target),
        via: viaOf(meaning),
        candidates: meaning === MEANS_SEVERAL ? this.candidatesOf(entry, wording) : NO_PATHS,
      };
    });
  }

  private candidatesOf(entry: Entry, wording: number): readonly string[] {
    return this.identities.resolveKeyed(entry.path, this.wordings.question(wording)).candidates;
  }

  private stateOf(wording: number, meaning: number): ReferenceState {
    if (viaOf(meaning) === 'path') return 'linked';
    if (meaning === MEANS_SEVERAL) return 'ambiguous';
    return this.wordings.linkpath(wording) === null ? 'plain' : 'broken';
  }

  private countStates(entry: Entry, rows: ReferenceRows): ReferenceCounts {
    const counts = { linked: 0, broken: 0, plain: 0, ambiguous: 0, reparable: 0 };
    for (let at = 0; at < rows.length; at += ROW) {
      const meaning = rows[at + MEANING] ?? 0;
      const state = this.stateOf(rows[at + WORDING] ?? 0, meaning);
      const target = targetOf(meaning);
      counts[state]++;
      if (state !== 'linked' && target !== null && target !== entry.number) counts.reparable++;
    }
    return counts;
  }

  private ambiguityOf(entry: Entry, rows: ReferenceRows): Problem | null {
    if (!hasRow(rows, (_, meaning) => meaning === MEANS_SEVERAL)) return null;
    const ambiguous = this.resolvedIn(entry, rows).filter((reference) => reference.state === 'ambiguous');
    return {
      code: 'ambiguous-references',
      path: entry.path,
      line: ambiguous[0]?.line ?? null,
      message: say(
        ambiguous.length === 1
          ? 'One reference fits more than one paper. Open the citations view of this paper and choose.'
          : '{count} references fit more than one paper. Open the citations view of this paper and choose.',
        { count: String(ambiguous.length) },
      ),
      others: [...new Set(ambiguous.flatMap((reference) => reference.candidates))].sort(),
    };
  }

  // --- missing works ---

  /** The missing work that a wording stands for in a note. */
  private workOf(entry: Entry, wording: number): WorkName {
    const number = this.wordings.workKey(wording);
    const key = this.wordings.shortWorkKey(wording);
    return key === null ? number : ownWorkKey(key, entry.path);
  }

  private keyOfWork(name: WorkName): string {
    return typeof name === 'string' ? name : this.wordings.keys.key(name);
  }

  private missedIn(entry: Entry, rows: ReferenceRows | null): ReadonlySet<WorkName> {
    return this.worksOf(entry, missingIn(rows));
  }

  private worksOf(entry: Entry, wordings: ReadonlySet<number>): ReadonlySet<WorkName> {
    if (wordings.size === 0) return NO_WORKS;
    const works = new Set<WorkName>();
    for (const wording of wordings) works.add(this.workOf(entry, wording));
    return works;
  }

  /** Tells each paper that misses a work, once for each wording that it has for it. */
  private eachMiss(name: WorkName, tell: (entry: Entry, wording: number) => void): void {
    const [key, own] = typeof name === 'string' ? readOwnWorkKey(name) : [null, null];
    const number = typeof name === 'number' ? name : this.wordings.keys.find(key ?? '');
    if (number === NO_KEY) return;
    for (const wording of this.wordings.withKey(number)) {
      if (this.wordings.workKey(wording) !== number) continue;
      // A plain title without a paper means the same in every paper.
      const isMissingEverywhere = this.wordings.isPlainTitle(wording) && this.titled.get(number) === 0;
      for (const source of this.wordings.holders.of(wording)) {
        const entry = this.entries[source];
        if (!entry || entry.rows === null || (own !== null && entry.path !== own)) continue;
        // What was given counts once it is settled, as everything else that is asked does.
        if (isMissingEverywhere && entry.given === undefined ? entry.paper !== null : hasRow(entry.rows, (row, meaning) => row === wording && meaning === MEANS_MISSING)) tell(entry, wording);
      }
    }
  }

  /** The one wording that a work has; null where there are several. */
  private onlyWordingOf(key: number): number | null {
    const only = this.wordings.onlyWithKey(key);
    if (only !== null) return only;
    const held = this.wordings.withKey(key).filter((wording) => this.wordings.workKey(wording) === key && this.wordings.holders.size(wording) > 0);
    return held.length === 1 ? (held[0] ?? null) : null;
  }

  /** Tells the numbers of the papers that cite a work, each once. */
  private eachCiter(name: WorkName, tell: (source: number) => void): void {
    // Nearly every work is always spelled the same, and no paper holds a wording twice.
    if (typeof name === 'number' && this.wordings.onlyWithKey(name) !== null) {
      this.eachMiss(name, ({ number }) => {
        tell(number);
      });
    } else for (const { number } of this.citersOf(name)) tell(number);
  }

  private citersOf(name: WorkName): ReadonlySet<Entry> {
    const citers = new Set<Entry>();
    this.eachMiss(name, (entry) => citers.add(entry));
    return citers;
  }

  /** The spelling that most papers have, ties by code point. */
  private titleOfWork(name: WorkName): string {
    const only = typeof name === 'number' ? this.onlyWordingOf(name) : null;
    if (only !== null) return this.wordings.spelling(only);
    const tallies: { readonly wording: number; readonly spelling: string; count: number }[] = [];
    this.eachMiss(name, (_, wording) => {
      const last = tallies.at(-1);
      if (last?.wording === wording) last.count += 1;
      else tallies.push({ wording, spelling: this.wordings.spelling(wording), count: 1 });
    });
    // Several wordings can spell it alike. Sorted, since a map would make keys of all spellings (see `HashPlaces`).
    tallies.sort((a, b) => compareTexts(a.spelling, b.spelling));
    let best = '';
    let most = 0;
    let count = 0;
    for (const [at, tally] of tallies.entries()) {
      count = tally.spelling === tallies[at - 1]?.spelling ? count + tally.count : tally.count;
      if (count > most) [best, most] = [tally.spelling, count];
    }
    return best;
  }

  // --- problems ---

  private *noteProblems(): Generator<Problem> {
    for (const path of this.troubled) {
      const entry = this.entryAt(path);
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
        message: say('{count} papers have the title “{title}”. Point the citations at the one to keep.', { count: String(papers.length), title: first.title }),
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
        message: say('{count} papers have the key “{key}”, so that a link by key could mean any of them. Give each its own.', { count: String(papers.length), key }),
        others: others.map((paper) => paper.path),
      };
    }
  }
}

/** What a citing paper counts as. */
function readerOf(paper: Paper | null): Reader {
  const kind = paper?.statusKind;
  return kind === 'done' || kind === 'active' ? kind : null;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const NO_PATHS: readonly string[] = [];
const NO_READERS: Readers = { citedBy: 0, readBy: 0, activeBy: 0 };
const NO_NUMBERS: ReadonlySet<number> = new Set();
const NO_WORKS: ReadonlySet<WorkName> = new Set();

/** A file's name decides what a link means whatever it meant before; a title or an identifier does not where the path led somewhere. */
const ANY = (): boolean => true;
const BUT_BY_PATH = (meaning: number): boolean => viaOf(meaning) !== 'path';

function hasRow(rows: ReferenceRows, fits: (wording: number, meaning: number) => boolean): boolean {
  for (let at = 0; at < rows.length; at += ROW) if (fits(rows[at + WORDING] ?? 0, rows[at + MEANING] ?? 0)) return true;
  return false;
}

function citedIn(rows: ReferenceRows | null): ReadonlySet<number> {
  if (rows === null) return NO_NUMBERS;
  const cited = new Set<number>();
  for (let at = MEANING; at < rows.length; at += ROW) {
    const target = citedOf(rows[at] ?? 0);
    if (target !== null) cited.add(target);
  }
  return cited;
}

function missingIn(rows: ReferenceRows | null): ReadonlySet<number> {
  if (rows === null) return NO_NUMBERS;
  const missing = new Set<number>();
  for (let at = 0; at < rows.length; at += ROW) if (rows[at + MEANING] === MEANS_MISSING) missing.add(rows[at + WORDING] ?? 0);
  return missing;
}

function wordingsOnlyIn(rows: ReferenceRows | null, others: readonly (ReferenceRows | null)[]): ReadonlySet<number> {
  if (rows === null || others.some((other) => other !== null && sameWordings(rows, other))) return NO_NUMBERS;
  const wordings = new Set<number>();
  for (let at = WORDING; at < rows.length; at += ROW) wordings.add(rows[at] ?? 0);
  for (const other of others) for (let at = WORDING; other !== null && at < other.length; at += ROW) wordings.delete(other[at] ?? 0);
  return wordings;
}

function sameWordings(a: ReferenceRows, b: ReferenceRows): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = WORDING; at < a.length; at += ROW) if (a[at] !== b[at]) return false;
  return true;
}

function samePaper(a: Paper | null, b: Paper | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}
