import { deleteDB, openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { nextTask } from './slices';

/** Grows whenever what is stored is found or written otherwise: stores of another version are thrown away. */
const VERSION = 1;

/** Notes in one read or write: so few that taking them over is no long task. */
const NOTES_AT_ONCE = 200;

/** Notes that wait to be written, at most. */
const FULL = 1000;

/** A store that does not open by then is done without: another window may hold an old one. */
const LONGEST_OPENING_MS = 3000;

/** What a note's text said when it was read. */
export interface StoredNote {
  readonly path: string;
  /** Of the file when it was read: where either differs now, the note has to be read again. */
  readonly mtime: number;
  readonly size: number;
  /** `writeStoredReferences`; null for a note without a references section. */
  readonly references: string | null;
  /** JSON of the note's problems where only its text tells them, else null. */
  readonly problems: string | null;
}

interface Schema extends DBSchema {
  notes: { key: string; value: StoredNote };
  /** Under `stamp`: what the stored notes were read by. */
  about: { key: string; value: string };
}

/**
 * Keeps between starts what was read from the notes' texts, so that a start with nothing changed reads none of them. It holds nothing that
 * is not in the notes: whatever goes wrong with it (no such storage, no room, a broken or foreign content), it is thrown away or done without,
 * and the notes are read.
 */
export class ReferenceStore {
  private database: IDBPDatabase<Schema> | null = null;
  /** By path what has to be written; null for what has to be forgotten. */
  private readonly waiting = new Map<string, StoredNote | null>();
  private isClosed = false;

  /** `name` is this vault's own: all vaults share one storage. */
  constructor(private readonly name: string) {}

  /** Opens the store; what was kept by another `stamp` (how notes were read) is thrown away. Never rejects. */
  async open(stamp: string): Promise<void> {
    if (typeof window.indexedDB === 'undefined' || this.isClosed) return;
    try {
      this.database ??= await this.openInTime();
      if (!this.isGone()) await this.begin(stamp);
    } catch {
      await this.throwAway();
    }
  }

  /**
   * Gives all that is kept, in pieces of at most 200 notes, each in a task of its own; the next is read while one is being taken over. Never
   * rejects: at the first thing that cannot be read, it ends.
   */
  async *notes(): AsyncGenerator<readonly StoredNote[]> {
    for (let reading: Promise<readonly StoredNote[]> | null = this.notesAfter(null); reading !== null; ) {
      const notes: readonly StoredNote[] = await reading;
      const last = notes.length < NOTES_AT_ONCE ? undefined : notes.at(-1);
      reading = last ? this.notesAfter(last.path) : null;
      if (notes.length > 0) yield notes;
    }
  }

  /** The next notes by path, from the first for null. Never rejects. */
  private async notesAfter(path: string | null): Promise<readonly StoredNote[]> {
    try {
      return (await this.database?.getAll('notes', path === null ? undefined : IDBKeyRange.lowerBound(path, true), NOTES_AT_ONCE)) ?? [];
    } catch {
      await this.throwAway();
      return [];
    }
  }

  /** Takes note of what was read, or (null) that it counts no more; `flush` writes it. */
  keep(path: string, note: StoredNote | null): void {
    if (this.database !== null) this.waiting.set(path, note);
  }

  /** Whether so much waits that it should be written before more is taken. */
  get isFull(): boolean {
    return this.waiting.size >= FULL;
  }

  /** Writes what waits, a piece a task. Never rejects: a store that cannot be written is thrown away. */
  async flush(): Promise<void> {
    try {
      while (this.database !== null && this.waiting.size > 0) {
        const { store, done } = this.database.transaction('notes', 'readwrite', { durability: 'relaxed' });
        const writes: Promise<unknown>[] = [done];
        for (const [path, note] of this.waiting) {
          if (writes.length > NOTES_AT_ONCE) break;
          this.waiting.delete(path);
          writes.push(note === null ? store.delete(path) : store.put(note));
        }
        await Promise.all(writes);
        await nextTask();
      }
    } catch {
      await this.throwAway();
    }
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
        database.createObjectStore('notes', { keyPath: 'path' });
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
    const transaction = this.database.transaction(['notes', 'about'], 'readwrite');
    await Promise.all([transaction.objectStore('notes').clear(), transaction.objectStore('about').put(stamp, 'stamp'), transaction.done]);
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
