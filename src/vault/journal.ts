import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import type { DataAdapter } from 'obsidian';
import { readChangeOutcome, readChangeRecord } from '../core/change-record';
import type { ChangeOutcome, ChangeRecord } from '../core/change-record';

/** A record that has no outcome: the change was interrupted, or is another device's that is still at it. */
export interface UnfinishedChange {
  readonly id: string;
  /** Null where the record itself cannot be read. */
  readonly record: ChangeRecord | null;
}

const RECORD = '.json.gz';
const OUTCOME = '.outcome.json';

/** How many changes of one note, and apart from them of many, are kept. */
const KEPT = 20;

/**
 * The write-ahead journal: one gzipped JSON file a change, complete before the first note is touched, and one small outcome file
 * beside it when the change is done. Lies in the plugin's own folder, where Obsidian's vault does not look. What the files
 * hold is described in docs/undo-journal.md, so that a change can be undone without the plugin.
 */
export class Journal {
  constructor(
    private readonly adapter: DataAdapter,
    private readonly folder: string,
  ) {}

  /** Writes the record. Rejects when it cannot be written: then no note may be touched. */
  async begin(record: ChangeRecord): Promise<void> {
    await this.ensureFolder();
    const packed = gzipSync(strToU8(JSON.stringify(record)), { level: 1 });
    const bytes = new Uint8Array(packed.length);
    bytes.set(packed);
    await this.adapter.writeBinary(this.pathOf(record.id, RECORD), bytes.buffer);
  }

  async finish(outcome: ChangeOutcome): Promise<void> {
    await this.adapter.write(this.pathOf(outcome.id, OUTCOME), JSON.stringify(outcome));
  }

  /** Takes the outcome away: the change counts as interrupted until it is finished or removed. */
  async reopen(id: string): Promise<void> {
    const path = this.pathOf(id, OUTCOME);
    if (await this.adapter.exists(path)) await this.adapter.remove(path);
  }

  /** The record of a change, or null where it is gone or cannot be read. */
  async read(id: string): Promise<ChangeRecord | null> {
    try {
      const bytes = await this.adapter.readBinary(this.pathOf(id, RECORD));
      return readChangeRecord(JSON.parse(strFromU8(gunzipSync(new Uint8Array(bytes)))));
    } catch {
      return null;
    }
  }

  /** The changes that are done and kept, newest first. */
  async outcomes(): Promise<ChangeOutcome[]> {
    const found: ChangeOutcome[] = [];
    for (const id of await this.ids(OUTCOME)) {
      const outcome = await this.readOutcome(id);
      if (outcome) found.push(outcome);
    }
    return found.sort(newestFirst);
  }

  /** Records without an outcome. */
  async unfinished(): Promise<UnfinishedChange[]> {
    const done = new Set(await this.ids(OUTCOME));
    const open = (await this.ids(RECORD)).filter((id) => !done.has(id));
    return Promise.all(open.map(async (id) => ({ id, record: await this.read(id) })));
  }

  async remove(id: string): Promise<void> {
    for (const kind of [OUTCOME, RECORD]) {
      const path = this.pathOf(id, kind);
      if (await this.adapter.exists(path)) await this.adapter.remove(path);
    }
  }

  /**
   * Removes what is past the last 20 changes of one note and the last 20 of many, and the oldest beyond `megabytes` together;
   * this device's only. The newest always stays.
   */
  async prune(device: string, megabytes: number): Promise<void> {
    const own = (await this.outcomes()).filter((outcome) => outcome.device === device);
    const isSingle = (outcome: ChangeOutcome): boolean => outcome.changed.length + outcome.created.length <= 1;
    const kept = new Set([...own.filter(isSingle).slice(0, KEPT), ...own.filter((outcome) => !isSingle(outcome)).slice(0, KEPT)]);
    let bytes = 0;
    for (const [order, outcome] of own.entries()) {
      bytes += kept.has(outcome) ? ((await this.adapter.stat(this.pathOf(outcome.id, RECORD)))?.size ?? 0) : 0;
      if (order > 0 && (!kept.has(outcome) || bytes > megabytes * 1024 * 1024)) await this.remove(outcome.id);
    }
  }

  private async readOutcome(id: string): Promise<ChangeOutcome | null> {
    try {
      return readChangeOutcome(JSON.parse(await this.adapter.read(this.pathOf(id, OUTCOME))));
    } catch {
      return null;
    }
  }

  private async ids(kind: string): Promise<string[]> {
    if (!(await this.adapter.exists(this.folder))) return [];
    const { files } = await this.adapter.list(this.folder);
    return files.filter((path) => path.endsWith(kind)).map((path) => path.slice(path.lastIndexOf('/') + 1, -kind.length));
  }

  private pathOf(id: string, kind: string): string {
    return `${this.folder}/${id}${kind}`;
  }

  private async ensureFolder(): Promise<void> {
    if (!(await this.adapter.exists(this.folder))) await this.adapter.mkdir(this.folder);
  }
}

const newestFirst = (a: ChangeOutcome, b: ChangeOutcome): number => (a.id < b.id ? 1 : -1);
