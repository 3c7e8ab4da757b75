import { gunzipSync, gzipSync } from 'fflate';
import type { DataAdapter } from 'obsidian';
import { readChangeOutcome, readChangeRecord, readRecordedNotes, readTakenBack, readTornPaths } from '../core/changes/change-record';
import type { ChangeHead, ChangeOutcome, ChangeRecord, RecordedNote, TakenBack } from '../core/changes/change-record';
import { joinList } from '../core/text/join-texts';
import { say } from '../language/say';

/** One change in the journal. */
export interface JournalEntry {
  readonly id: string;
  /** Null while the change is under way, where it was interrupted, and where what is there cannot be read. */
  readonly outcome: ChangeOutcome | null;
  readonly hasOutcome: boolean;
  /** Whether there is a list of notes that are cut short. */
  readonly hasTorn: boolean;
}

const RECORD = '.json.gz';
const OUTCOME = '.outcome.json';
const UNDO = '.undo.json';
const TORN = '.torn.json';
const PART = '.part-';
const AGAIN = '.again-';

/** How many changes of one note, and apart from them of many, are kept. */
const KEPT = 20;

/** The texts in one file of the journal together stay near this many characters, so that packing one is no long task. */
const PART_LENGTH = 1_000_000;

/** Notes stay in memory until they are written as long as their texts are no more characters than these together. */
const MOST_HELD = 32_000_000;

/** What went into a file of the journal, as it was packed. */
interface HeldFile {
  readonly packed: Uint8Array;
  readonly notes: readonly RecordedNote[];
}

/** By the name of the file. */
export type HeldFiles = ReadonlyMap<string, HeldFile>;

const NOTHING_HELD: HeldFiles = new Map();

/**
 * The write-ahead journal: gzipped JSON files, complete before the first note is touched, and one small outcome file beside them when
 * the change is done. No file that anything depends on is ever written again: what has to be added comes in a file of its own, so that
 * a crash can tear only what can be done without. Lies in the plugin's own folder, where Obsidian's vault does not look. What the
 * files hold is described in docs/undo-journal.md, so that a change can be undone without the plugin.
 */
export class Journal {
  private lastAmended: Promise<void> = Promise.resolve();

  constructor(
    private readonly adapter: DataAdapter,
    private readonly folder: string,
  ) {}

  /** Begins the record of a change. Nothing may be touched before its `complete` has resolved. */
  begin(head: ChangeHead): RecordWriter {
    return new RecordWriter(head, {
      writePart: async (number, notes) => {
        const name = partName(head.id, number);
        return { name, packed: await this.pack(name, { format: 1, notes }) };
      },
      writeRecord: async (record) => {
        await this.pack(`${head.id}${RECORD}`, record);
      },
    });
  }

  /** Records notes that had to be planned again, on newer texts: what is recorded here counts from now on. */
  amend(id: string, notes: readonly RecordedNote[]): Promise<void> {
    // One after the other, since the files that are there give the next its number.
    const amended = this.lastAmended.then(async () => {
      const taken = (await this.filesOf(id)).filter((name) => name.startsWith(`${id}${AGAIN}`)).length;
      await this.pack(`${id}${AGAIN}${String(taken + 1)}${RECORD}`, { format: 1, notes });
    });
    this.lastAmended = amended.catch(() => undefined);
    return amended;
  }

  /**
   * The recorded notes, file by file in their order, or in the opposite one for taking back, each as it was recorded last.
   * Rejects where a file cannot be read, after those that can. A file that is what is `held` of it to the byte is not unpacked.
   */
  async *notes(record: ChangeRecord, order: 'forwards' | 'backwards' = 'forwards', held: HeldFiles = NOTHING_HELD): AsyncGenerator<readonly RecordedNote[]> {
    const again = await this.amendments(record.id);
    const numbers = Array.from({ length: record.parts + 1 }, (_, index) => index + 1);
    const damaged: string[] = [];
    for (const number of order === 'forwards' ? numbers : numbers.reverse()) {
      const name = partName(record.id, number);
      const notes = number > record.parts ? record.notes : await this.readPart(name, held.get(name));
      if (!notes) damaged.push(name);
      else {
        const latest = notes.map((note) => again.get(note.path) ?? note);
        yield order === 'forwards' ? latest : latest.reverse();
      }
    }
    if (damaged.length > 0) throw unreadableFiles(damaged, numbers.length);
  }

  async finish(outcome: ChangeOutcome): Promise<void> {
    await this.adapter.write(this.pathOf(`${outcome.id}${OUTCOME}`), JSON.stringify(outcome));
    const undo = this.pathOf(`${outcome.id}${UNDO}`);
    // Beside an outcome it counts for nothing.
    if (await this.adapter.exists(undo)) await this.adapter.remove(undo).catch(() => undefined);
  }

  /**
   * Notes that the change is being taken back, by what device and in which notes, and takes its outcome away: it counts as interrupted
   * until it is finished or removed.
   */
  async reopen(id: string, takenBack: TakenBack): Promise<void> {
    const names = await this.names();
    const [undo, outcome] = [`${id}${UNDO}`, `${id}${OUTCOME}`];
    const isDone = names.has(outcome);
    // Beside an outcome it is of an earlier time, and counts for nothing; without one it is what tells what was taken back.
    if (isDone && names.has(undo)) await this.adapter.remove(this.pathOf(undo));
    if (isDone || !names.has(undo)) await this.adapter.write(this.pathOf(undo), JSON.stringify({ format: 1, ...takenBack }));
    if (isDone) await this.adapter.remove(this.pathOf(outcome));
  }

  /** What was being taken back of a change without an outcome; null where that was not begun. */
  async takenBack(id: string): Promise<TakenBack | null> {
    return readTakenBack(await this.readJson(`${id}${UNDO}`));
  }

  /** How the change ended; null where it is open. */
  async outcome(id: string): Promise<ChangeOutcome | null> {
    return readChangeOutcome(await this.readJson(`${id}${OUTCOME}`));
  }

  /** The notes that are still cut short, as far as is known; null where nobody has looked since the change was interrupted, or that cannot be read. */
  async tornPaths(id: string): Promise<readonly string[] | null> {
    return readTornPaths(await this.readJson(`${id}${TORN}`));
  }

  /** Notes which notes are still cut short, so that no other one is taken for cut short later; null where that has to be looked up anew. */
  async keepTorn(id: string, paths: readonly string[] | null): Promise<void> {
    const path = this.pathOf(`${id}${TORN}`);
    // Written over: of a change that is done, a list that cannot be read says that there is something to look for, and none would not.
    if (paths) await this.adapter.write(path, JSON.stringify({ format: 1, paths }));
    else if (await this.adapter.exists(path)) await this.adapter.remove(path);
  }

  /** Whether notes of a change that is done may still be cut short. */
  async mayHoldTorn(id: string): Promise<boolean> {
    const paths = await this.tornPaths(id);
    return paths ? paths.length > 0 : this.adapter.exists(this.pathOf(`${id}${TORN}`));
  }

  /** The record of a change; null where there is none, or it cannot be read: torn by a crash before any note was touched, or damaged since. */
  async record(id: string): Promise<ChangeRecord | null> {
    return readChangeRecord(await this.unpack(`${id}${RECORD}`));
  }

  /** True where the files of a change say more than can be read of them now: one is locked, say, or the record of a later version. */
  async isUnreadable(id: string): Promise<boolean> {
    for (const name of await this.filesOf(id)) if ((await this.readPacked(name)) === null) return true;
    // What cannot be unpacked was torn, before any note was touched.
    return !(await this.record(id)) && (await this.unpack(`${id}${RECORD}`)) !== null;
  }

  /** The ids of all changes, newest first. */
  async ids(names?: ReadonlySet<string>): Promise<string[]> {
    const ids = new Set<string>();
    for (const name of names ?? (await this.names())) {
      if (name.endsWith(OUTCOME)) ids.add(name.slice(0, -OUTCOME.length));
      else if (isRecordName(name)) ids.add(name.slice(0, -RECORD.length));
    }
    return [...ids].sort().reverse();
  }

  /** All changes, newest first. */
  async entries(): Promise<JournalEntry[]> {
    const names = await this.names();
    const entries: JournalEntry[] = [];
    for (const id of await this.ids(names)) {
      const hasOutcome = names.has(`${id}${OUTCOME}`);
      entries.push({ id, outcome: hasOutcome ? await this.outcome(id) : null, hasOutcome, hasTorn: names.has(`${id}${TORN}`) });
    }
    return entries;
  }

  /** Removes all files of a change. The record itself goes first: without it the others mean nothing. */
  async remove(id: string): Promise<void> {
    const names = await this.filesOf(id);
    const record = `${id}${RECORD}`;
    for (const name of names.includes(record) ? [record, ...names.filter((other) => other !== record)] : names) await this.adapter.remove(this.pathOf(name));
  }

  /**
   * Removes what is past the last 20 changes of one note and the last 20 of many, the oldest beyond `megabytes` together, and older
   * files that belong to no change; those of this device only. The newest always stays, and so does what was interrupted.
   *
   * @param isOwn whether a change of that id was made on this device
   */
  async prune(isOwn: (id: string) => boolean, megabytes: number): Promise<void> {
    const own = (await this.entries()).filter((entry) => isOwn(entry.id));
    const names = [...(await this.names())].filter((name) => isOwn(idOf(name)));
    const done = own.flatMap(({ outcome }) => (outcome ? [outcome] : []));
    const isSingle = (outcome: ChangeOutcome): boolean => outcome.changed.length + outcome.created.length <= 1;
    const kept = new Set([...done.filter(isSingle).slice(0, KEPT), ...done.filter((outcome) => !isSingle(outcome)).slice(0, KEPT)].map((outcome) => outcome.id));
    let bytes = 0;
    for (const [order, { id }] of done.entries()) {
      if (kept.has(id)) for (const name of names.filter((other) => idOf(other) === id)) bytes += (await this.adapter.stat(this.pathOf(name)))?.size ?? 0;
      if (order === 0 || (kept.has(id) && bytes <= megabytes * 1024 * 1024)) continue;
      // What is still cut short has its text here alone.
      if (!(await this.mayHoldTorn(id))) await this.remove(id);
    }
    const oldest = [...kept].sort()[0] ?? '';
    const isDone = new Set(done.map((outcome) => outcome.id));
    for (const id of new Set(names.map(idOf))) {
      if (id < oldest && !isDone.has(id) && !(await this.record(id)) && !(await this.isUnreadable(id))) await this.remove(id);
    }
  }

  /** Null where there is no such file, or it cannot be read. */
  private async readJson(name: string): Promise<unknown> {
    try {
      return (await this.adapter.exists(this.pathOf(name))) ? (JSON.parse(await this.adapter.read(this.pathOf(name))) as unknown) : null;
    } catch {
      return null;
    }
  }

  /** What was recorded again. A file that cannot be unpacked was torn before the note was written, so the former record still counts. Rejects where one is locked. */
  private async amendments(id: string): Promise<Map<string, RecordedNote>> {
    const again = new Map<string, RecordedNote>();
    const names = (await this.filesOf(id)).filter((name) => name.startsWith(`${id}${AGAIN}`));
    const number = (name: string): number => Number(name.slice(id.length + AGAIN.length, -RECORD.length));
    for (const name of names.sort((a, b) => number(a) - number(b))) {
      const packed = await this.readPacked(name);
      if (packed === null) throw unreadableFiles([name], names.length);
      for (const note of readRecordedNotes(unpacked(packed)) ?? []) again.set(note.path, note);
    }
    return again;
  }

  private async readPart(name: string, held: HeldFile | undefined): Promise<readonly RecordedNote[] | null> {
    const packed = await this.readPacked(name);
    if (packed === null) return null;
    return held && areSameBytes(packed, held.packed) ? held.notes : readRecordedNotes(unpacked(packed));
  }

  private async pack(name: string, data: unknown): Promise<Uint8Array> {
    await this.ensureFolder();
    const packed = gzipSync(new TextEncoder().encode(JSON.stringify(data)), { level: 1 });
    const bytes = new Uint8Array(packed.length);
    bytes.set(packed);
    await this.adapter.writeBinary(this.pathOf(name), bytes.buffer);
    return bytes;
  }

  private async unpack(name: string): Promise<unknown> {
    const packed = await this.readPacked(name);
    return packed === null ? null : unpacked(packed);
  }

  private async readPacked(name: string): Promise<Uint8Array | null> {
    try {
      return new Uint8Array(await this.adapter.readBinary(this.pathOf(name)));
    } catch {
      return null;
    }
  }

  private async filesOf(id: string): Promise<string[]> {
    return [...(await this.names())].filter((name) => idOf(name) === id);
  }

  private async names(): Promise<Set<string>> {
    if (!(await this.adapter.exists(this.folder))) return new Set();
    const { files } = await this.adapter.list(this.folder);
    return new Set(files.map((path) => path.slice(path.lastIndexOf('/') + 1)));
  }

  private pathOf(name: string): string {
    return `${this.folder}/${name}`;
  }

  private async ensureFolder(): Promise<void> {
    if (!(await this.adapter.exists(this.folder))) await this.adapter.mkdir(this.folder);
  }
}

const unreadableFiles = (files: readonly string[], all: number): Error =>
  new Error(say('{count} of {all} files of the record cannot be read: {files}', { count: String(files.length), all: String(all), files: joinList(files) }));

/** Null for what nobody can have packed. */
function unpacked(packed: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(gunzipSync(packed)));
  } catch {
    return null;
  }
}

const areSameBytes = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Ids hold no dot. */
const idOf = (name: string): string => name.split('.', 1)[0] ?? name;

const partName = (id: string, number: number): string => `${id}${PART}${String(number)}${RECORD}`;

const isRecordName = (name: string): boolean => name.endsWith(RECORD) && idOf(name).length === name.length - RECORD.length;

interface RecordFiles {
  writePart(number: number, notes: readonly RecordedNote[]): Promise<{ readonly name: string; readonly packed: Uint8Array }>;
  writeRecord(record: ChangeRecord): Promise<void>;
}

/** Writes the record of one change while it is planned, so that the texts of a large one are never all in memory. */
export class RecordWriter {
  private readonly heldFiles = new Map<string, HeldFile>();
  private heldLength = 0;
  private notes: RecordedNote[] = [];
  private length = 0;
  private parts = 0;
  private count = 0;

  constructor(
    private readonly head: ChangeHead,
    private readonly files: RecordFiles,
  ) {}

  /** The files of the record that are in memory, too. */
  get held(): HeldFiles {
    return this.heldFiles;
  }

  async add(note: RecordedNote): Promise<void> {
    if (this.length >= PART_LENGTH) {
      const { name, packed } = await this.files.writePart(this.parts + 1, this.notes);
      this.heldLength += this.length;
      if (this.heldLength <= MOST_HELD) this.heldFiles.set(name, { packed, notes: this.notes });
      this.parts += 1;
      this.notes = [];
      this.length = 0;
    }
    this.notes.push(note);
    this.count += 1;
    this.length += (note.before?.length ?? 0) + note.edits.reduce((sum, edit) => sum + edit.insert.length, 0);
  }

  /** Writes what is left. From now on the change is on record; null where it has no notes, and then nothing was written. */
  async complete(): Promise<ChangeRecord | null> {
    if (this.count === 0) return null;
    const record: ChangeRecord = { ...this.head, parts: this.parts, count: this.count, notes: this.notes };
    await this.files.writeRecord(record);
    return record;
  }
}
