import { deleteDB, openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { readStoredNotes, readStoredWordings, writeStoredNotes, writeStoredWordings } from '../core/library/stored-library';
import type { StoredNote, StoredWording } from '../core/library/stored-library';
import { nextTask } from './slices';

/** Grows whenever what is stored is found or written otherwise: stores of another version are thrown away. */
const VERSION = 4;

/** Notes and wordings in one record: so many that there are few records, and so few that writing one is no long task. */
const NOTES_IN_RECORD = 100;
const WORDINGS_IN_RECORD = 2000;

/** Records that are read at once. */
const RECORDS_AT_ONCE = 2;

/** Records beyond twice as many as are needed, before they are written anew. */
const MOST_SPARE_RECORDS = 500;

/** Notes that wait to be written, at most. */
const FULL = 1000;

/** A store that does not open by then is done without: another window may hold an old one. */
const LONGEST_OPENING_MS = 3000;

/** Wordings by number, where the references of notes are kept by the numbers of their wordings. */
export interface WordingSource {
  readonly wordingCount: number;
  storedWordings(from: number, to: number): StoredWording[];
}

interface Schema extends DBSchema {
  /** Pieces of `writeStoredNotes`; of what stands there of a note, the last fits the note, if any does. */
  notes: { key: number; value: { readonly number: number; readonly notes: string } };
  /** Pieces of `writeStoredWordings`, by the first number in each. */
  wordings: { key: number; value: { readonly first: number; readonly wordings: string } };
  /** Under `stamp`: what the stored notes were read by. */
  about: { key: string; value: string };
}

/**
 * Keeps between starts what was read from the notes' texts, so that a start with nothing changed reads none of them. It holds nothing that
 * is not in the notes: whatever goes wrong with it (no such storage, no room, a broken or foreign content), it is thrown away or done without,
 * and the notes are read.
 *
 * In few large records: for each, however small, the browser makes objects that keep its garbage collector busy. What changes is written
 * in records of its own behind the others, and what it replaces stays until all is written anew.
 */
export class ReferenceStore {
  private database: IDBPDatabase<Schema> | null = null;
  /** By path what has to be written. */
  private readonly waiting = new Map<string, StoredNote>();
  private wordings: WordingSource = NO_WORDINGS;
  /** How many wordings are stored. */
  private storedWordings = 0;
  /** How many records were read, or written since. */
  private records = 0;
  private isClosed = false;

  /** `name` is this vault's own: all vaults share one storage. */
  constructor(private readonly name: string) {}

  /**
   * Opens the store for an index that knows no wordings yet; what was kept by another `stamp` (how notes were read) is thrown away, and
   * what waits to be written, too. Never rejects.
   */
  async open(stamp: string, wordings: WordingSource): Promise<void> {
    this.waiting.clear();
    this.wordings = wordings;
    this.storedWordings = 0;
    this.records = 0;
    if (typeof window.indexedDB === 'undefined' || this.isClosed) return;
    try {
      this.database ??= await this.openInTime();
      if (!this.isGone()) await this.begin(stamp);
    } catch {
      await this.throwAway();
    }
  }

  /**
   * Gives the notes that are kept, a record in a task of its own; the next ones are read while one is being taken over. A note that was
   * kept several times comes several times. Never rejects: at the first thing that cannot be read, the store is thrown away.
   */
  async *notes(): AsyncGenerator<readonly StoredNote[]> {
    for await (const { notes } of this.recordsOf('notes', ({ number }) => number)) {
      const known = readStoredNotes(notes);
      if (known === null) await this.throwAway();
      else yield known;
    }
  }

  /** Gives the wordings that are kept in the order of their numbers, like `notes`. */
  async *keptWordings(): AsyncGenerator<readonly StoredWording[]> {
    for await (const { first, wordings } of this.recordsOf('wordings', (record) => record.first)) {
      const known = first === this.storedWordings ? readStoredWordings(wordings) : null;
      if (known === null) await this.throwAway();
      else {
        this.storedWordings += known.length;
        yield known;
      }
    }
  }

  private async *recordsOf<Name extends 'notes' | 'wordings'>(name: Name, keyOf: (record: Schema[Name]['value']) => number): AsyncGenerator<Schema[Name]['value']> {
    for (let reading: Promise<Schema[Name]['value'][]> | null = this.recordsAfter(name, null); reading !== null; ) {
      const records: Schema[Name]['value'][] = await reading;
      const last = records.length < RECORDS_AT_ONCE ? undefined : records.at(-1);
      reading = last ? this.recordsAfter(name, keyOf(last)) : null;
      for (const record of records) {
        if (this.database === null) return;
        this.records += 1;
        yield record;
      }
    }
  }

  /** The next records, from the first for null. Never rejects. */
  private async recordsAfter<Name extends 'notes' | 'wordings'>(name: Name, key: number | null): Promise<Schema[Name]['value'][]> {
    try {
      return (await this.database?.getAll(name, key === null ? undefined : IDBKeyRange.lowerBound(key, true), RECORDS_AT_ONCE)) ?? [];
    } catch {
      await this.throwAway();
      return [];
    }
  }

  /** Takes note of what was read; `flush` writes it. */
  keep(note: StoredNote): void {
    if (this.database !== null) this.waiting.set(note.path, note);
  }

  /** What was to be kept of a note counts no more. What is stored of it does not fit the file any more, or there is none. */
  forget(path: string): void {
    this.waiting.delete(path);
  }

  /** Whether so much waits that it should be written before more is taken. */
  get isFull(): boolean {
    return this.waiting.size >= FULL;
  }

  /** Whether so many notes are scattered over records of their own that all should be cleared and kept anew. */
  isScattered(notes: number): boolean {
    return this.records > 2 * (notes / NOTES_IN_RECORD + this.storedWordings / WORDINGS_IN_RECORD) + MOST_SPARE_RECORDS;
  }

  /** Removes all that is stored. Never rejects. */
  async clear(): Promise<void> {
    try {
      await this.empty();
    } catch {
      await this.throwAway();
    }
  }

  /** Writes what waits, a piece a task. Never rejects: a store that cannot be written is thrown away. */
  async flush(): Promise<void> {
    try {
      while (this.database !== null && this.waiting.size > 0) {
        const isWordings = this.storedWordings < this.wordings.wordingCount;
        // The wordings first: a note's references are numbers of them.
        await (isWordings ? this.writeWordings(this.database) : this.writeNotes(this.database));
        this.records += 1;
        await nextTask();
      }
    } catch {
      await this.throwAway();
    }
  }

  private async writeWordings(database: IDBPDatabase<Schema>): Promise<void> {
    const first = this.storedWordings;
    const end = Math.min(this.wordings.wordingCount, first + WORDINGS_IN_RECORD);
    this.storedWordings = end;
    const { store, done } = database.transaction('wordings', 'readwrite', { durability: 'relaxed' });
    // Never over others: were there some by these numbers, notes would be told wrong references. It fails then, and all is thrown away.
    await Promise.all([store.add({ first, wordings: writeStoredWordings(this.wordings.storedWordings(first, end)) }), done]);
  }

  private async writeNotes(database: IDBPDatabase<Schema>): Promise<void> {
    const notes: StoredNote[] = [];
    for (const [path, note] of this.waiting) {
      if (notes.length === NOTES_IN_RECORD) break;
      this.waiting.delete(path);
      notes.push(note);
    }
    const { store, done } = database.transaction('notes', 'readwrite', { durability: 'relaxed' });
    await Promise.all([store.add({ notes: writeStoredNotes(notes) } as Schema['notes']['value']), done]);
  }

  close(): void {
    this.isClosed = true;
    this.database?.close();
    this.database = null;
  }

  /** Whether it was closed while it opened, when there was nothing to close yet; it is closed then. */
  private isGone(): boolean {
    if (this.isClosed) this.close();
    return this.isClosed;
  }

  private async openInTime(): Promise<IDBPDatabase<Schema>> {
    const opening = this.openDatabase();
    try {
      return await withinTime(opening, LONGEST_OPENING_MS);
    } catch (error) {
      // Should it open after all, nobody is there to use it.
      opening.then(
        (late) => {
          late.close();
        },
        () => undefined,
      );
      throw error;
    }
  }

  private openDatabase(): Promise<IDBPDatabase<Schema>> {
    return openDB<Schema>(this.name, VERSION, {
      upgrade: (database) => {
        for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
        database.createObjectStore('notes', { keyPath: 'number', autoIncrement: true });
        database.createObjectStore('wordings', { keyPath: 'first' });
        database.createObjectStore('about');
      },
      // A newer version of the plugin in another window wants to open it.
      blocking: () => {
        this.close();
      },
    });
  }

  private async begin(stamp: string): Promise<void> {
    if (this.database === null || (await this.database.get('about', 'stamp')) === stamp) return;
    await this.empty();
    await this.database.put('about', stamp, 'stamp');
  }

  private async empty(): Promise<void> {
    this.storedWordings = 0;
    this.records = 0;
    const transaction = this.database?.transaction(['notes', 'wordings'], 'readwrite');
    if (transaction) await Promise.all([transaction.objectStore('notes').clear(), transaction.objectStore('wordings').clear(), transaction.done]);
  }

  private async throwAway(): Promise<void> {
    this.database?.close();
    this.database = null;
    this.waiting.clear();
    try {
      // Not waited for longer than for opening: where a window holds the store, it goes when that window does.
      await withinTime(deleteDB(this.name), LONGEST_OPENING_MS);
    } catch (error) {
      console.warn('Paperweave could not remove its store of references, and does without.', error);
    }
  }
}

const NO_WORDINGS: WordingSource = { wordingCount: 0, storedWordings: () => [] };

function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => {
      reject(new Error(`It took longer than ${String(milliseconds)} ms.`));
    }, milliseconds);
    work.then(resolve, reject).finally(() => {
      window.clearTimeout(timer);
    });
  });
}
