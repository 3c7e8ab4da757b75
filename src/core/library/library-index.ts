import { say } from '../../language/say';
import type { FoundReference } from '../references/find-references';
import { Citations } from './citations';
import { compareTexts } from '../text/compare-texts';
import { IdentityIndex } from './identity-index';
import type { PaperIdentity } from './identity-index';
import { IntColumn } from '../collections/int-column';
import type { Library, MissingWork, Readers, ReaderTally, ReferenceCounts, ReferenceState, RelatedPaper, ResolvedReference, ResolvedVia } from './library';
import type { LibraryEntry } from './library-entry';
import { LibraryProblems } from './library-problems';
import { LinkResolver } from './link-resolver';
import { LinkTargets } from './link-targets';
import { MissingWorkIndex } from './missing-work-index';
import type { Reader } from './missing-work-index';
import type { Paper } from '../papers/paper';
import { PaperNumbers } from './paper-numbers';
import { PathNumbers } from '../collections/path-numbers';
import type { Problem } from '../papers/problem';
import { LINE, MEANING, MEANS_MISSING, MEANS_NOTHING, MEANS_SEVERAL, ROW, WORDING, citedIn, hasRow, meansTarget, missingIn, targetOf, viaOf, wordingsOnlyIn } from './reference-rows';
import type { ReferenceRows } from './reference-rows';
import { ReferencedWorks } from './referenced-works';
import { ReferenceWordings } from './reference-wordings';
import type { WrittenReference } from '../references/written-reference';
import { SortedAnswers } from '../collections/sorted-answers';
import type { StoredWording } from './stored-library';
import { StatusTallies } from './status-tallies';
import type { StatusTally } from './status-tallies';
import { firstInOrder } from '../collections/first-in-order';
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
  private readonly entries: (LibraryEntry | undefined)[] = [];
  private readonly citations = new Citations();
  /** How many papers have a title or alias, by the number of its key. */
  private readonly titled = new IntColumn();
  private readonly unsettled = new Set<LibraryEntry>();
  private changed = new Set<string>();
  private revisionCount = 0;
  private readonly paperNumbers = new PaperNumbers((path) => this.numbers.give(path));
  private readonly sortedPapers = new SortedAnswers<Paper>((a, b) => compareTexts(a.path, b.path));
  private readonly statuses = new StatusTallies();
  private readonly referenced = new ReferencedWorks({ wordings: this.wordings, entryAt: (number) => this.entries[number], isTitled: (key) => this.titled.get(key) > 0 });
  private readonly works = new MissingWorkIndex(this.referenced);
  private readonly problemsOfAll = new LibraryProblems({ paper: (path) => this.paper(path), problemsAt: (path) => this.problemsAt(path) });

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
      this.changePaper(entry.paper, note.paper);
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
        for (const source of this.entriesOf(this.citations.of(entry.number))) this.unsettled.add(source);
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
    this.changePaper(entry.paper, null);
    this.problemsOfAll.setTrouble(path, false);
    for (const source of this.entriesOf(this.citations.of(entry.number))) this.unsettled.add(source);
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
    return number === null ? [] : this.entriesOf(this.citations.of(number)).map((entry) => entry.path).sort();
  }

  citedByCount(path: string): number {
    const number = this.numbers.find(path);
    return number === null ? 0 : this.citations.size(number);
  }

  readersAt(place: number): Readers {
    const number = this.paperNumbers.at(this.papers(), place);
    return number === null ? NO_READERS : this.citations.readersOf(number);
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
    return this.problemsOfAll.list(this.revisionCount);
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
    for (const cited of citedIn(entry.rows)) for (const source of this.citations.of(cited)) count(source);
    for (const work of this.referenced.worksOf(entry, missingIn(entry.rows))) this.referenced.eachCiter(work, count);
    const pathOf = (source: number): string => this.entries[source]?.path ?? '';
    const sharedWith = (source: number): number => shared[source] ?? 0;
    return firstInOrder(found, limit, (a, b) => sharedWith(b) - sharedWith(a) || compareTexts(pathOf(a), pathOf(b)))
      .map((source) => ({ path: pathOf(source), shared: sharedWith(source) }));
  }

  // --- within ---

  private entryAt(path: string): LibraryEntry | undefined {
    const number = this.numbers.find(path);
    return number === null ? undefined : this.entries[number];
  }

  private addEntry(path: string): LibraryEntry {
    const number = this.numbers.give(path);
    const entry: LibraryEntry = { number, path, paper: null, problems: [], rows: null, given: undefined, ambiguous: null, reader: null };
    while (this.entries.length <= number) this.entries.push(undefined);
    this.entries[number] = entry;
    return entry;
  }

  private entriesOf(numbers: readonly number[]): LibraryEntry[] {
    const entries: LibraryEntry[] = [];
    for (const number of numbers) {
      const entry = this.entries[number];
      if (entry) entries.push(entry);
    }
    return entries;
  }

  private problemsAt(path: string): readonly Problem[] {
    const entry = this.entryAt(path);
    if (!entry) return [];
    return entry.ambiguous === null ? entry.problems : [...entry.problems, entry.ambiguous];
  }

  /** Enters a paper in the lists that are kept of all papers. */
  private changePaper(before: Paper | null, after: Paper | null): void {
    if (before) this.sortedPapers.remove(before);
    if (after) this.sortedPapers.add(after);
    if (before) this.statuses.remove(before);
    if (after) this.statuses.add(after);
    if (before) this.problemsOfAll.removePaper(before);
    if (after) this.problemsOfAll.addPaper(after);
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

  private noteTrouble({ path, problems, ambiguous }: LibraryEntry): void {
    this.problemsOfAll.setTrouble(path, problems.length > 0 || ambiguous !== null);
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

  private resolveEntry(entry: LibraryEntry): void {
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
  private meaningOf(entry: LibraryEntry, wording: number): number {
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

  private meansNote(entry: LibraryEntry, number: number, via: ResolvedVia): number {
    return meansTarget(number, via, number !== entry.number && (this.entries[number]?.paper ?? null) !== null);
  }

  /** Exchanges what a note's references mean, and tells the rest of the index what it cites now and what no longer. */
  private replaceRows(entry: LibraryEntry, rows: ReferenceRows | null): void {
    const before = entry.rows;
    entry.rows = rows;
    this.hold(entry, rows, before, entry.given ?? null);
    const [cites, cited] = [citedIn(rows), citedIn(before)];
    for (const target of cited) if (!cites.has(target)) this.uncite(entry, target);
    for (const target of cites) if (!cited.has(target)) this.cite(entry, target);
    const [misses, missed] = [missingIn(rows), missingIn(before)];
    // A work is missed by a note once, however often and in whatever words.
    const works = this.referenced.worksOf(entry, misses);
    const worksBefore = this.referenced.worksOf(entry, missed);
    for (const work of worksBefore) if (!works.has(work)) this.works.remove(work, entry.reader);
    for (const work of works) if (!worksBefore.has(work)) this.works.add(work, entry.reader);
    if (before !== null && rows !== null) {
      for (const wording of missed) if (!misses.has(wording)) this.works.respell(this.referenced.workOf(entry, wording));
      for (const wording of misses) if (!missed.has(wording)) this.works.respell(this.referenced.workOf(entry, wording));
    }
    this.letGo(entry, before, rows, entry.given ?? null);
  }

  private cite(entry: LibraryEntry, target: number): void {
    this.citations.add(target, entry.number, entry.reader);
    this.changed.add(this.numbers.path(target));
  }

  private uncite(entry: LibraryEntry, target: number): void {
    this.citations.remove(target, entry.number, entry.reader);
    this.changed.add(this.numbers.path(target));
  }

  private countReader(entry: LibraryEntry, now: Reader): void {
    const before = entry.reader;
    if (before === now) return;
    entry.reader = now;
    for (const target of citedIn(entry.rows)) this.citations.setReader(target, before, now);
    for (const work of this.referenced.worksOf(entry, missingIn(entry.rows))) this.works.setReader(work, before, now);
  }

  /** Files the note under the wordings of `rows`, but for those that it holds already by its `others`. */
  private hold(entry: LibraryEntry, rows: ReferenceRows | null, ...others: readonly (ReferenceRows | null)[]): void {
    for (const wording of wordingsOnlyIn(rows, others)) this.wordings.holders.add(wording, entry.number);
  }

  private letGo(entry: LibraryEntry, rows: ReferenceRows | null, ...others: readonly (ReferenceRows | null)[]): void {
    for (const wording of wordingsOnlyIn(rows, others)) this.wordings.holders.remove(wording, entry.number);
  }

  /** What the note's references are from now on; what they mean is settled later. */
  private giveRows(entry: LibraryEntry, given: number[] | null): void {
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

  private resolvedIn(entry: LibraryEntry, rows: ReferenceRows): ResolvedReference[] {
    return this.writtenIn(rows).map(({ text, label, line }, index) => {
      const [wording, meaning] = [rows[index * ROW + WORDING] ?? 0, rows[index * ROW + MEANING] ?? 0];
      const target = targetOf(meaning);
      return {
        state: this.stateOf(wording, meaning),
        text,
        label,
        line,
        missingKey: meaning === MEANS_MISSING ? this.referenced.keyOf(this.referenced.workOf(entry, wording)) : null,
        target: target === null ? null : this.numbers.path(target),
        via: viaOf(meaning),
        candidates: meaning === MEANS_SEVERAL ? this.candidatesOf(entry, wording) : NO_PATHS,
      };
    });
  }

  private candidatesOf(entry: LibraryEntry, wording: number): readonly string[] {
    return this.identities.resolveKeyed(entry.path, this.wordings.question(wording)).candidates;
  }

  private stateOf(wording: number, meaning: number): ReferenceState {
    if (viaOf(meaning) === 'path') return 'linked';
    if (meaning === MEANS_SEVERAL) return 'ambiguous';
    return this.wordings.linkpath(wording) === null ? 'plain' : 'broken';
  }

  private countStates(entry: LibraryEntry, rows: ReferenceRows): ReferenceCounts {
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

  private ambiguityOf(entry: LibraryEntry, rows: ReferenceRows): Problem | null {
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
}

/** What a citing paper counts as. */
function readerOf(paper: Paper | null): Reader {
  const kind = paper?.statusKind;
  return kind === 'done' || kind === 'active' ? kind : null;
}

const NO_PATHS: readonly string[] = [];
const NO_READERS: Readers = { citedBy: 0, readBy: 0, activeBy: 0 };

/** A file's name decides what a link means whatever it meant before; a title or an identifier does not where the path led somewhere. */
const ANY = (): boolean => true;
const BUT_BY_PATH = (meaning: number): boolean => viaOf(meaning) !== 'path';

function samePaper(a: Paper | null, b: Paper | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}
