import { Component, getLanguage, TFile } from 'obsidian';
import type { App, CachedMetadata, TAbstractFile } from 'obsidian';
import { byteLength } from '../core/text/byte-length';
import { findReferences } from '../core/references/find-references';
import { propertiesFromRecord } from '../core/front-matter/front-matter';
import type { Properties } from '../core/front-matter/front-matter';
import type { Library, LibrarySource, LibraryState } from '../core/library/library';
import { LibraryIndex } from '../core/library/library-index';
import type { IndexedNote } from '../core/library/library-index';
import { messageOf } from '../core/text/message-of';
import { readProblems } from '../core/papers/problem';
import { readIndexedNote, readNoteText } from '../core/library/read-note';
import { ROW, WORDING } from '../core/library/reference-rows';
import { scanNote } from '../core/markdown/scan-note';
import type { StoredNote } from '../core/library/stored-library';
import { say } from '../language/say';
import { readingSettings } from '../settings/reading-settings';
import type { Settings } from '../settings/settings';
import { findExcludedPaths } from './excluded-paths';
import type { ReferenceStore } from './reference-store';
import { TaskChannel, nextTimer, slices, untilSliceEnds } from './slices';

/** Notes read from the disk side by side. */
const READERS = 8;

/** At least so long after a round of work the next one begins, unless somebody waits for it: many changes in a row become few rounds. */
const MILLISECONDS_BETWEEN_ROUNDS = 50;

/** Texts that we wrote are remembered until the app tells of them, as far as they are no more characters than these together. */
const MOST_REMEMBERED = 8_000_000;

/** So many changes the sorted answers place at once when they are asked for, in a few milliseconds; more are placed in slices before that. */
const MOST_PLACED_AT_ONCE = 1_000;

/** Files entered, and notes and wordings taken from the store, between two looks at the clock. */
const FILES_A_LOOK = 16;
const NOTES_A_LOOK = 8;
const WORDINGS_A_LOOK = 256;

/** So many wordings that no note holds any more are left in the store, beyond as many as are held. */
const MOST_SPARE_WORDINGS = 10_000;

/**
 * Keeps the library index true: built after the layout is ready, from the metadata cache for front matter and, in slices, from the notes'
 * text for references, or from the store of what their text said at an earlier start; then note by note as the vault changes. Whoever
 * shows the library listens here.
 */
export class IndexKeeper extends Component implements LibrarySource {
  private index = new LibraryIndex();
  /** Answers the questions: the last index that was whole, while another one is built anew. */
  private answering = this.index;
  private hasBeenWhole = false;
  private current: LibraryState = { phase: 'waiting' };
  private readonly listeners = new Set<() => void>();
  private readonly changeListeners = new Set<(paths: readonly string[]) => void>();
  /** Files of the vault that a rebuild has not entered yet. */
  private listed: Iterator<TFile> | null = null;
  /** Whether a rebuild has not yet asked the store what it knows. */
  private isToRestore = false;
  /** Paths whose text has to be read. */
  private readonly unread = new Set<string>();
  /** Texts to enter, by path: the newest counts. `isCached` where the cache has told the properties already. */
  private readonly arrived = new Map<string, ArrivedText>();
  /** Texts that we wrote and that were entered at once: the app will tell of each, and then there is nothing left to do. */
  private readonly written = new Map<string, string>();
  private writtenCharacters = 0;
  /** Notes that were changed, and whose text the app has not told of yet. */
  private readonly modified = new Set<string>();
  private resting: (() => void)[] = [];
  private lastRound = -Infinity;
  private isAwaited = false;
  /** Ends the time between two rounds. */
  private hurry: () => void = () => undefined;
  private isWorking = false;
  /** Grows with every rebuild: work begun for an older index stops. */
  private generation = 0;
  private isStopped = false;
  private isExcluded: (path: string) => boolean = () => false;
  private resolveReady: () => void = () => undefined;
  /** Settles when the first full index is there. From then on there always is one. */
  readonly ready: Promise<void> = new Promise((resolve) => {
    this.resolveReady = resolve;
  });

  constructor(
    private readonly app: App,
    private readonly settings: () => Settings,
    private readonly store: ReferenceStore,
  ) {
    super();
  }

  get state(): LibraryState {
    return this.current;
  }

  /** Whether there is a full index. */
  get isReady(): boolean {
    return this.hasBeenWhole;
  }

  get library(): Library {
    return this.answering;
  }

  get libraryIndex(): LibraryIndex {
    return this.answering;
  }

  onChange(callback: () => void): () => void {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  /** Told the paths whose answers changed, once the first index is there. */
  onPathsChanged(callback: (paths: readonly string[]) => void): () => void {
    this.changeListeners.add(callback);
    return () => this.changeListeners.delete(callback);
  }

  /** True for templates and among Obsidian's excluded files: never papers, never written to. */
  excludes(path: string): boolean {
    return this.isExcluded(path);
  }

  /** Starts listening and builds the index. To be called once, when the layout is ready. */
  start(): void {
    const { vault, metadataCache } = this.app;
    this.registerEvent(vault.on('create', (file) => this.onCreated(file)));
    this.registerEvent(vault.on('modify', (file) => this.modified.add(file.path)));
    this.registerEvent(vault.on('delete', (file) => this.onDeleted(file)));
    this.registerEvent(vault.on('rename', (file, oldPath) => this.onRenamed(file, oldPath)));
    this.registerEvent(metadataCache.on('changed', (file, text) => {
      this.modified.delete(file.path);
      if (!this.isWritten(file, text)) this.take(file, text);
    }));
    this.rebuild();
  }

  /** Builds the index anew: what is a paper, or where references stand, is decided otherwise now. */
  rebuild(): void {
    this.generation++;
    this.isExcluded = findExcludedPaths(this.app, this.settings().newNoteTemplate);
    this.index = new LibraryIndex();
    // There is nothing better yet.
    if (!this.hasBeenWhole) this.answering = this.index;
    this.unread.clear();
    this.arrived.clear();
    this.forgetWritten();
    this.listed = this.app.vault.getFiles().values();
    this.isToRestore = true;
    this.hurry();
    const isEntered = this.enterListed();
    this.setHiddenWorks();
    this.setState({ phase: 'reading', done: 0, total: isEntered ? this.unread.size : 0 });
    void this.work();
  }

  /** The hidden works changed: nothing has to be read again. */
  refreshHiddenWorks(): void {
    this.setHiddenWorks();
    this.announce();
  }

  /** Takes a note's text that we have just written, with its properties where they were read already: the index knows it before the app tells. */
  takeWritten(path: string, text: string, properties?: Properties | null): void {
    if (!path.toLowerCase().endsWith('.md')) return;
    // The file's time and size are known when the app tells.
    this.arrive(path, { text, isCached: false, mtime: 0, size: 0, ...(properties !== undefined && { properties }) });
    if (this.writtenCharacters + text.length > MOST_REMEMBERED) return;
    this.written.set(path, text);
    this.writtenCharacters += text.length;
  }

  /** Takes a note's new text. */
  private take({ path, stat }: TFile, text: string): void {
    if (path.toLowerCase().endsWith('.md')) this.arrive(path, { text, isCached: false, mtime: stat.mtime, size: stat.size });
  }

  private arrive(path: string, arrived: ArrivedText): void {
    this.forgetWritten(path);
    this.unread.delete(path);
    this.arrived.set(path, arrived);
    void this.work();
  }

  /** Whether the app tells of what we wrote, so that no more has to be done than to have the store keep it: the file's time is known now. */
  private isWritten({ path, stat }: TFile, text: string): boolean {
    if (this.written.get(path) !== text) return false;
    this.forgetWritten(path);
    const { mtime, size } = stat;
    const waiting = this.arrived.get(path);
    if (waiting) this.arrived.set(path, { ...waiting, mtime, size });
    else {
      this.keepRead(path, { text, isCached: false, mtime, size });
      void this.work();
    }
    return true;
  }

  private forgetWritten(path?: string): void {
    if (path === undefined) {
      this.written.clear();
      this.writtenCharacters = 0;
    } else {
      this.writtenCharacters -= this.written.get(path)?.length ?? 0;
      this.written.delete(path);
    }
  }

  /** A note that is gone; the app's own event may come later. */
  drop(path: string): void {
    this.forgetWritten(path);
    this.arrived.delete(path);
    this.unread.delete(path);
    this.modified.delete(path);
    this.index.removeFile(path);
    this.store.forget(path);
    void this.work();
  }

  override onunload(): void {
    this.isStopped = true;
    this.hurry();
    this.store.close();
    this.generation++;
    this.releaseResting();
    this.listeners.clear();
    this.changeListeners.clear();
  }

  private setHiddenWorks(): void {
    const { hiddenWorks, shownWorks } = this.settings();
    for (const index of new Set([this.index, this.answering])) index.setHiddenWorks(hiddenWorks, shownWorks);
  }

  private onCreated(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    this.index.addFile(file.path);
    // Its text comes with `changed`; one that the cache knows already (a file moved in) gives no such event.
    if (file.extension === 'md') this.readCached(file);
    void this.work();
  }

  private onDeleted(file: TAbstractFile): void {
    if (file instanceof TFile) this.drop(file.path);
  }

  private onRenamed(file: TAbstractFile, oldPath: string): void {
    // Obsidian tells each file of a renamed folder by itself.
    if (!(file instanceof TFile)) return;
    const text = this.arrived.get(oldPath);
    const wasUnread = this.unread.delete(oldPath);
    const wasModified = this.modified.delete(oldPath);
    if (wasModified) this.modified.add(file.path);
    this.arrived.delete(oldPath);
    const known = this.index.givenReferences(oldPath) !== null;
    const note = file.extension === 'md' && !this.isExcluded(file.path) ? this.cachedNote(file) : null;
    this.index.renameFile(oldPath, file.path, note);
    this.store.forget(oldPath);
    // The file's time and size may be those of a text that was not read yet.
    if (known && note?.paper && !wasModified) this.keepReferences(file.path, file.stat);
    if (text !== undefined) this.arrived.set(file.path, text);
    else if (file.extension === 'md' && (wasUnread || !note || !known)) this.readCached(file);
    void this.work();
  }

  /** Enters what the vault and its metadata cache know already, for a slice; true when that is all. */
  private enterListed(): boolean {
    const mayGoOn = untilSliceEnds();
    for (let count = 1; this.listed !== null; count += 1) {
      const next = this.listed.next();
      if (next.done === true) this.listed = null;
      // A file that was deleted meanwhile is no longer in the vault; one that was renamed bears its new name.
      else if (this.app.vault.getFileByPath(next.value.path) === next.value) {
        this.index.addFile(next.value.path);
        if (next.value.extension === 'md') this.readCached(next.value);
      }
      if (count % FILES_A_LOOK === 0 && !mayGoOn()) return false;
    }
    return true;
  }

  /** What the cache says of a note; null where it has not read the note yet. */
  private cachedNote(file: TFile): ReturnType<typeof readIndexedNote> | null {
    const cache = this.app.metadataCache.getFileCache(file);
    if (!cache) return null;
    const properties = cache.frontmatter ? propertiesFromRecord(cache.frontmatter) : null;
    const firstHeading = cache.headings?.find((heading) => heading.level === 1)?.heading ?? null;
    return readIndexedNote(file.path, properties, firstHeading, this.settings(), null);
  }

  /** Enters a note from the cache, and queues its text where references, or what is wrong with it, stand there. */
  private readCached(file: TFile): void {
    if (this.isExcluded(file.path)) return;
    const note = this.cachedNote(file);
    if (note) this.index.setNote(file.path, note);
    const cache = this.app.metadataCache.getFileCache(file);
    if (!note || !cache || note.paper || note.problems.length > 0 || mayHoldBrokenFrontMatter(cache)) this.unread.add(file.path);
  }

  /** Works off what has arrived and what is unread, in slices, until nothing is left. */
  private async work(): Promise<void> {
    if (this.isWorking || this.isStopped) return;
    this.isWorking = true;
    const { generation } = this;
    // A burst of events becomes one run.
    await nextTimer();
    await this.restBetweenRounds();
    const tasks = new TaskChannel();
    try {
      while (generation === this.generation && !this.enterListed()) await tasks.next();
      const total = this.unread.size;
      if (this.isToRestore) await this.restore(total, tasks);
      while (generation === this.generation && (this.arrived.size > 0 || this.unread.size > 0)) {
        if (this.arrived.size === 0) await this.readSome();
        if (generation !== this.generation) break;
        this.enterArrived();
        this.showProgress(total);
        if (this.store.isFull) await this.store.flush();
        else await tasks.next();
      }
      while (generation === this.generation && !this.index.settle(untilSliceEnds())) await tasks.next();
      while (generation === this.generation && this.index.unarranged > MOST_PLACED_AT_ONCE && !this.index.arrange(untilSliceEnds())) await tasks.next();
    } finally {
      tasks.close();
      this.isWorking = false;
    }
    if (generation !== this.generation || this.arrived.size > 0 || this.unread.size > 0) void this.work();
    else this.finishRound();
  }

  /** Enters what the store knows of the notes that have to be read, as long as they are the same files still. */
  private async restore(total: number, tasks: TaskChannel): Promise<void> {
    const { generation, index, store } = this;
    const isOver = (): boolean => generation !== this.generation;
    const breathe = slices(() => tasks.next());
    this.isToRestore = false;
    // The problems that it keeps are in words.
    await store.open(`${getLanguage()} ${readingSettings(this.settings())}`, index);
    /** By path: of two records of a file, the later one counts. */
    const fitting = new Map<string, StoredNote>();
    const needed = new Set<number>();
    for await (const notes of store.notes()) {
      if (isOver()) return;
      for (const note of notes) {
        if (!this.isStill(note)) continue;
        fitting.set(note.path, note);
        for (let at = WORDING; note.references && at < note.references.length; at += ROW) needed.add(note.references[at] ?? 0);
      }
      await breathe();
    }
    let spare = 0;
    for await (const wordings of store.keptWordings()) {
      for (let from = 0; from < wordings.length; from += WORDINGS_A_LOOK) {
        if (isOver()) return;
        const some = wordings.slice(from, from + WORDINGS_A_LOOK);
        const first = index.wordingCount;
        spare += some.filter((wording, at) => wording !== null && !needed.has(first + at)).length;
        index.restoreWordings(some.map((wording, at) => (needed.has(first + at) ? wording : null)));
        await breathe();
      }
    }
    let count = 0;
    for (const note of fitting.values()) {
      if (count++ % NOTES_A_LOOK === 0 && (await breathe())) {
        if (isOver()) return;
        this.showProgress(total);
      }
      if (this.unread.has(note.path) && this.restoreNote(note)) this.unread.delete(note.path);
    }
    if (store.isScattered(fitting.size) || spare > index.wordingCount / 2 + MOST_SPARE_WORDINGS) await this.storeAnew([...fitting.values()], breathe);
  }

  /** Whether the file is the one that was read, and has to be read otherwise. */
  private isStill({ path, mtime, size }: StoredNote): boolean {
    const stat = this.app.vault.getFileByPath(path)?.stat;
    return stat?.mtime === mtime && stat.size === size && this.unread.has(path);
  }

  /** False where the note has to be read again. */
  private restoreNote({ path, references, problems }: StoredNote): boolean {
    if (problems === null) return this.index.paper(path) !== null && this.index.restoreReferences(path, references);
    const known = readProblems(problems);
    if (known === null || this.index.paper(path)) return false;
    this.index.setNote(path, { paper: null, problems: known });
    return true;
  }

  /** Puts together again what is scattered over the store, without what no note needs. */
  private async storeAnew(notes: readonly StoredNote[], breathe: () => Promise<boolean>): Promise<void> {
    const { generation, store } = this;
    await store.clear();
    for (const note of notes) {
      // The rows that were restored are the index's own by now, and get their meanings.
      if (!this.unread.has(note.path)) store.keep(note.references === null ? note : { ...note, references: this.index.storedReferences(note.path) });
      if (store.isFull) await store.flush();
      if ((await breathe()) && generation !== this.generation) return;
    }
  }

  private showProgress(total: number): void {
    if (this.current.phase === 'reading') this.setState({ phase: 'reading', done: Math.max(0, total - this.unread.size), total: Math.max(total, this.unread.size) });
  }

  /** Has the store keep what the index knows of a paper's references. */
  private keepReferences(path: string, { mtime, size }: { readonly mtime: number; readonly size: number }): void {
    this.store.keep({ path, mtime, size, references: this.index.storedReferences(path), problems: null });
  }

  /** Settles when the index is whole, the first one or one that is built anew, and holds everything that was taken so far. */
  async whole(): Promise<void> {
    await this.ready;
    await this.caughtUp();
  }

  /** Settles when everything that was taken so far is in the index, which is seen to at once. */
  caughtUp(): Promise<void> {
    this.isAwaited = this.isWorking;
    this.hurry();
    return this.settled();
  }

  /** The same for whoever has time. */
  settled(): Promise<void> {
    if (!this.isWorking || this.isStopped) return Promise.resolve();
    return new Promise((resolve) => this.resting.push(resolve));
  }

  private async restBetweenRounds(): Promise<void> {
    const milliseconds = this.lastRound + MILLISECONDS_BETWEEN_ROUNDS - performance.now();
    if (this.isAwaited || this.current.phase !== 'ready' || milliseconds <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = window.setTimeout(resolve, milliseconds);
      this.hurry = () => {
        window.clearTimeout(timer);
        resolve();
      };
    });
    this.hurry = () => undefined;
  }

  private finishRound(): void {
    this.lastRound = performance.now();
    this.isAwaited = false;
    void this.store.flush();
    if (this.current.phase !== 'ready') this.current = { phase: 'ready' };
    const former = this.answering === this.index ? null : this.answering;
    this.answering = this.index;
    this.hasBeenWhole = true;
    this.announce(former);
    this.resolveReady();
    this.releaseResting();
  }

  private releaseResting(): void {
    const waiting = this.resting;
    this.resting = [];
    for (const resolve of waiting) resolve();
  }

  private async readSome(): Promise<void> {
    const paths: string[] = [];
    for (const path of this.unread) {
      if (paths.length === READERS * 4) break;
      paths.push(path);
    }
    let next = 0;
    const reader = async (): Promise<void> => {
      for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
        this.unread.delete(path);
        const file = this.app.vault.getFileByPath(path);
        if (!file) continue;
        const { mtime, size } = file.stat;
        try {
          // Not through the vault, which keeps the text of each note that was read.
          const text = await this.app.vault.adapter.read(path);
          const cache = this.app.metadataCache.getFileCache(file);
          const isCached = this.index.paper(path) !== null && this.index.problemOf(path) === null && cache !== null && !mayHoldBrokenFrontMatter(cache);
          if (!this.arrived.has(path)) this.arrived.set(path, { text, isCached, mtime, size });
        } catch (error) {
          this.index.setNote(path, unreadable(path, error));
        }
      }
    };
    await Promise.all(Array.from({ length: READERS }, reader));
  }

  private enterArrived(): void {
    const mayGoOn = untilSliceEnds();
    for (const [path, arrived] of this.arrived) {
      this.arrived.delete(path);
      try {
        this.enter(path, arrived);
      } catch (error) {
        this.index.setNote(path, unreadable(path, error));
      }
      if (!mayGoOn()) return;
    }
  }

  private enter(path: string, arrived: ArrivedText): void {
    const { text, isCached, properties } = arrived;
    this.index.addFile(path);
    if (this.isExcluded(path)) return;
    if (isCached && this.index.paper(path)) {
      const found = findReferences(text, scanNote(text), this.settings().referenceHeadings);
      this.index.setReferences(path, found.sections.length > 0 ? found.references : null);
    } else {
      const { note, references } = readNoteText(path, text, this.settings(), this.settings().referenceHeadings, properties);
      this.index.setNote(path, note);
      this.index.setReferences(path, note.paper && references.sections.length > 0 ? references.references : null);
    }
    this.keepRead(path, arrived);
  }

  /** Has the store keep what a text said, where that is surely the text of the file as its time and size tell it. */
  private keepRead(path: string, { text, mtime, size }: ArrivedText): void {
    if (size === 0 || byteLength(text) !== size) return;
    if (this.index.paper(path)) {
      this.keepReferences(path, { mtime, size });
      return;
    }
    const problems = this.index.problemsOf(path);
    const cache = this.app.metadataCache.getCache(path);
    // The cache tells all there is to know of other notes.
    const isToRead = problems.length > 0 || (cache !== null && mayHoldBrokenFrontMatter(cache));
    if (isToRead) this.store.keep({ path, mtime, size, references: null, problems: JSON.stringify(problems) });
    else this.store.forget(path);
  }

  private setState(state: LibraryState): void {
    this.current = state;
    tellEach(this.listeners, (listener) => listener());
  }

  /** `former` is an index in whose place another one answers now: what was a paper in it may be none any more. */
  private announce(former: LibraryIndex | null = null): void {
    tellEach(this.listeners, (listener) => listener());
    const taken = this.answering.takeChanged();
    const changed = former === null ? taken : new Set([...taken, ...former.papers().map(({ path }) => path)]);
    // After a start these are all papers: sorted only where somebody asks for them.
    if (changed.size === 0 || this.changeListeners.size === 0) return;
    const paths = [...changed].sort();
    tellEach(this.changeListeners, (listener) => listener(paths));
  }
}

/** Whoever listens may be another plugin: where one fails, the others are told all the same, and nothing waits in vain. */
function tellEach<T>(listeners: ReadonlySet<T>, tell: (listener: T) => void): void {
  for (const listener of [...listeners]) {
    try {
      tell(listener);
    } catch (error) {
      console.error('Paperweave: what listens to the library failed.', error);
    }
  }
}

/** One note that cannot be read costs itself alone: it is listed, and no paper until it can be read. */
const unreadable = (path: string, error: unknown): IndexedNote => ({
  paper: null,
  problems: [{ code: 'unreadable-note', path, line: null, message: say('The note could not be read: {error}', { error: messageOf(error) }), others: [] }],
});

interface ArrivedText {
  readonly text: string;
  /** Of that text; undefined where they were not read yet. */
  readonly properties?: Properties | null;
  readonly isCached: boolean;
  /** Of the file when the text was read, as far as that is known. */
  readonly mtime: number;
  readonly size: number;
}

/**
 * Broken YAML leaves no properties in the cache but a block at the very top: a `yaml` section, or, where the fence is not taken
 * for front matter at all, a rule or a heading that the closing dashes made of the lines above them.
 */
function mayHoldBrokenFrontMatter(cache: CachedMetadata): boolean {
  if (cache.frontmatter) return false;
  const first = cache.sections?.[0];
  if (first === undefined || first.position.start.offset !== 0) return false;
  return first.type === 'yaml' || first.type === 'thematicBreak' || (first.type === 'heading' && cache.headings?.[0]?.heading.startsWith('---') === true);
}
