import { recordNote, standingOf, textAfter } from '../core/change-record';
import type { ChangeOutcome, ChangeRecord, RecordedNote } from '../core/change-record';
import { lineHunks } from '../core/line-hunks';
import type { NotePlanner } from '../core/note-plan';
import type { ChangeKind, PlannedChange, PlannedNote } from '../core/planned-change';
import { provePlan } from '../core/prove-plan';
import type { Skip, SkipReason } from '../core/skip';
import { applyEdits } from '../core/text-edits';
import type { Journal } from './journal';
import type { PaperStore } from './paper-store';

/** What is asked for: notes to plan, each on the text found at the moment, and notes to create. */
export interface ChangeRequest {
  readonly kind: ChangeKind;
  /** In words, without a full stop. */
  readonly title: string;
  readonly edits: readonly { readonly path: string; readonly plan: NotePlanner }[];
  readonly creates: readonly { readonly path: string; readonly text: string }[];
  /** What is known beforehand to be left alone. */
  readonly skipped: readonly Skip[];
  /** Told of each note that could not be created, so that planning again leads no link to it. */
  onCreateFailed?(path: string): void;
}

/** What a writing run did. Paths sorted; `id` null where nothing changed. */
export interface ChangeReport {
  readonly id: string | null;
  readonly changed: readonly string[];
  readonly created: readonly string[];
  readonly skipped: readonly Skip[];
}

export interface RunOptions {
  /** Paths that the user left out in the preview. */
  readonly leftOut?: ReadonlySet<string>;
  /** Told after every note; answers whether to go on. */
  readonly onProgress?: (done: number, total: number) => boolean;
}

/** What the engine needs of the world, so that tests can supply it. */
export interface ChangeEngineDeps {
  readonly store: PaperStore;
  readonly journal: Journal;
  readonly device: string;
  now(): Date;
  /** Upper bound of the kept records together. */
  keptMegabytes(): number;
  /** Told each text that was written, so that the index knows before the app's own event comes. */
  onWritten(path: string, text: string): void;
  onRemoved(path: string): void;
  /** Gives way to the app between notes. */
  pause(): Promise<void>;
}

/** How often a note that keeps changing under the plan is planned anew. */
const MOST_TRIES = 3;

/**
 * Carries out changes: plan, journal, apply, report, undo. One at a time, in the order asked for. A note that fails is
 * skipped with its reason; the rest go on.
 */
export class ChangeEngine {
  private last: Promise<unknown> = Promise.resolve();
  private sequence = 0;

  constructor(private readonly deps: ChangeEngineDeps) {}

  /** Works out what the request would do now. Writes nothing. */
  async plan(request: ChangeRequest, options: RunOptions = {}): Promise<PlannedChange> {
    const notes: PlannedNote[] = [];
    const skipped: Skip[] = [...request.skipped];
    const total = request.edits.length;
    // No link leads to a note that the user left out.
    for (const { path } of request.creates) if (options.leftOut?.has(path)) request.onCreateFailed?.(path);
    for (const [done, { path, plan }] of request.edits.entries()) {
      if (options.onProgress?.(done, total) === false) return { kind: request.kind, title: request.title, notes: [], skipped: [cancelled(path)] };
      if (options.leftOut?.has(path)) continue;
      const planned = await this.planNote(path, plan);
      skipped.push(...planned.skipped);
      if (planned.note) notes.push(planned.note);
      if (done % 16 === 15) await this.deps.pause();
    }
    for (const { path, text } of request.creates) {
      if (options.leftOut?.has(path)) continue;
      notes.push({ path, before: null, after: text, edits: [], hunks: [{ line: 1, before: [], after: text.split(/\r?\n/) }], repairs: 0, restyles: 0 });
    }
    return { kind: request.kind, title: request.title, notes: notes.sort(byPath), skipped: skipped.sort(byPath) };
  }

  /** Plans anew on the texts as they are, writes the journal, then the notes. Resolves always; what failed is in the report. */
  run(request: ChangeRequest, options: RunOptions = {}): Promise<ChangeReport> {
    return this.inTurn(async () => {
      const planned = await this.plan(request, { ...(options.leftOut ? { leftOut: options.leftOut } : {}) });
      if (planned.notes.length === 0) return report(null, [], [], planned.skipped);
      const record = this.recordOf(planned);
      try {
        await this.deps.journal.begin(record);
      } catch (error) {
        return report(null, [], [], [...planned.skipped, ...planned.notes.map((note) => failed(note.path, 'The undo record could not be written, so nothing was changed', error))]);
      }
      return this.carryOut(record, planned, request, options);
    });
  }

  /** The changes that can be undone, newest first, of every device. */
  kept(): Promise<ChangeOutcome[]> {
    return this.deps.journal.outcomes();
  }

  /**
   * Takes a change back (the latest of this device, without an id). A note is written back only where it still is as the change
   * left it; a created one goes to the trash. What is left alone is named, and the record is kept for it.
   */
  undo(id?: string): Promise<ChangeReport> {
    return this.inTurn(async () => {
      const chosen = id ?? (await this.deps.journal.outcomes()).find((outcome) => outcome.device === this.deps.device)?.id;
      const record = chosen === undefined ? null : await this.deps.journal.read(chosen);
      if (!record) return report(null, [], [], []);
      const outcome = (await this.deps.journal.outcomes()).find((other) => other.id === record.id);
      const written = new Set(outcome ? [...outcome.changed, ...outcome.created] : record.notes.map((note) => note.path));
      return this.takeBack(record, record.notes.filter((note) => written.has(note.path)), false);
    });
  }

  /** Changes that a crash or a closed window interrupted; those of other devices are named and never finished. */
  async interrupted(): Promise<readonly ChangeRecord[]> {
    return (await this.deps.journal.unfinished()).flatMap(({ record }) => (record && record.device === this.deps.device ? [record] : []));
  }

  /** Brings an interrupted change to its end, or takes it back. Torn notes are restored either way. */
  recover(id: string, how: 'finish' | 'undo'): Promise<ChangeReport> {
    return this.inTurn(async () => {
      const record = await this.deps.journal.read(id);
      if (!record || record.device !== this.deps.device) return report(null, [], [], []);
      if (how === 'undo') return this.takeBack(record, record.notes, true);
      const changed: string[] = [];
      const created: string[] = [];
      const skipped: Skip[] = [];
      for (const note of record.notes) {
        const skip = await this.bring(note, 'after', true);
        if (skip) skipped.push(skip);
        else (note.before === null ? created : changed).push(note.path);
      }
      return this.conclude(record, changed, created, skipped);
    });
  }

  /** Leaves an interrupted change as it stands; it can still be undone from the list of changes. */
  async leave(id: string): Promise<void> {
    const record = await this.deps.journal.read(id);
    if (!record) return;
    await this.conclude(record, record.notes.filter((note) => note.before !== null).map((note) => note.path), record.notes.filter((note) => note.before === null).map((note) => note.path), []);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }

  private async planNote(path: string, plan: NotePlanner): Promise<{ note: PlannedNote | null; skipped: readonly Skip[] }> {
    let before: string | null;
    try {
      before = await this.deps.store.read(path);
    } catch (error) {
      return { note: null, skipped: [failed(path, 'The note could not be read', error)] };
    }
    return before === null ? { note: null, skipped: [gone(path)] } : planText(path, before, plan);
  }

  private recordOf(planned: PlannedChange): ChangeRecord {
    const time = this.deps.now().toISOString();
    const id = `${time.replace(/\D/g, '')}-${String(this.sequence++).padStart(3, '0')}-${this.deps.device.slice(0, 8)}`;
    return { format: 1, id, device: this.deps.device, time, kind: planned.kind, title: planned.title, notes: planned.notes.map(recordNote) };
  }

  private async carryOut(record: ChangeRecord, planned: PlannedChange, request: ChangeRequest, options: RunOptions): Promise<ChangeReport> {
    const changed: string[] = [];
    const created: string[] = [];
    const skipped: Skip[] = [...planned.skipped];
    const plans = new Map(request.edits.map(({ path, plan }) => [path, plan]));
    let kept = record;
    let edits = planned.notes.filter((note) => note.before !== null);
    const creates = planned.notes.filter((note) => note.before === null);
    const total = planned.notes.length;
    let isCancelled = false;
    let isTorn = false;
    // New notes first: a link is written only to a note that is there.
    for (const [done, note] of creates.entries()) {
      isCancelled ||= options.onProgress?.(done, total) === false;
      const skip = isCancelled ? cancelled(note.path) : await this.createNote(note);
      if (skip) {
        skipped.push(skip);
        request.onCreateFailed?.(note.path);
      } else created.push(note.path);
      if (done % 16 === 15) await this.deps.pause();
    }
    if (created.length < creates.length) {
      const again = await this.plan({ ...request, creates: [], skipped: [] }, options.leftOut ? { leftOut: options.leftOut } : {});
      edits = [...again.notes];
      const made = new Set(created);
      kept = { ...record, notes: [...record.notes.filter((note) => made.has(note.path)), ...edits.map(recordNote)] };
      try {
        await this.deps.journal.begin(kept);
      } catch (error) {
        skipped.push(...edits.map((note) => failed(note.path, 'The undo record could not be written, so this note was not changed', error)));
        edits = [];
      }
    }
    for (const [done, note] of edits.entries()) {
      isCancelled ||= options.onProgress?.(creates.length + done, total) === false;
      if (isCancelled) {
        skipped.push(cancelled(note.path));
        continue;
      }
      try {
        const outcome = await this.writeNote(kept, note, plans.get(note.path));
        kept = outcome.record;
        skipped.push(...outcome.skipped);
        if (outcome.written) changed.push(note.path);
      } catch (error) {
        skipped.push(failed(note.path, 'The note could not be written', error));
        isTorn = !(await this.mend(kept, note.path)) || isTorn;
      }
      if (done % 16 === 15) await this.deps.pause();
    }
    // Without an outcome the change counts as interrupted, and the next start offers to restore what is torn.
    return isTorn ? report(changed.length + created.length === 0 ? null : kept.id, changed, created, skipped) : this.conclude(kept, changed, created, skipped);
  }

  /** A write that failed (a full disk, say) may have left a part of the new text: the note gets its text back. False where that fails too. */
  private async mend(record: ChangeRecord, path: string): Promise<boolean> {
    const note = record.notes.find((other) => other.path === path);
    return !note || note.before === null || (await this.putBack(path, note.before, textAfter(note)));
  }

  /** Writes `whole` where only a beginning of `meant` stands now. False where that cannot be done. */
  private async putBack(path: string, whole: string, meant: string): Promise<boolean> {
    try {
      const current = await this.deps.store.read(path);
      if (current === null || current === whole || current === meant || !meant.startsWith(current)) return true;
      return (await this.deps.store.replace(path, current, whole)).done;
    } catch {
      return false;
    }
  }

  private async createNote(note: PlannedNote): Promise<Skip | null> {
    try {
      await this.deps.store.create(note.path, note.after);
      this.deps.onWritten(note.path, note.after);
      return null;
    } catch (error) {
      return failed(note.path, 'The note could not be created', error);
    }
  }

  /** Writes one note; where it changed meanwhile, plans on the newer text and puts that into the journal first. */
  private async writeNote(record: ChangeRecord, note: PlannedNote, plan: NotePlanner | undefined): Promise<{ record: ChangeRecord; written: boolean; skipped: readonly Skip[] }> {
    let kept = record;
    let next: PlannedNote = note;
    for (let tries = 1; next.before !== null; tries++) {
      const outcome = await this.deps.store.replace(note.path, next.before, next.after);
      if (outcome.done) {
        this.deps.onWritten(note.path, next.after);
        return { record: kept, written: true, skipped: [] };
      }
      if (outcome.current === null) return { record: kept, written: false, skipped: [gone(note.path)] };
      if (tries === MOST_TRIES || !plan) break;
      const again = planText(note.path, outcome.current, plan);
      if (!again.note) return { record: kept, written: false, skipped: again.skipped };
      next = again.note;
      const replanned = recordNote(next);
      kept = { ...kept, notes: kept.notes.map((other) => (other.path === note.path ? replanned : other)) };
      await this.deps.journal.begin(kept);
    }
    return { record: kept, written: false, skipped: [skip(note.path, 'changed-meanwhile', 'The note kept changing while it was being written. Try again when nothing else writes to it.')] };
  }

  private async conclude(record: ChangeRecord, changed: readonly string[], created: readonly string[], skipped: readonly Skip[]): Promise<ChangeReport> {
    const problems: Skip[] = [];
    try {
      if (changed.length + created.length === 0) await this.deps.journal.remove(record.id);
      else {
        const { format, id, device, time, kind, title } = record;
        await this.deps.journal.finish({ format, id, device, time, kind, title, changed: [...changed].sort(), created: [...created].sort(), skipped: skipped.length });
        await this.deps.journal.prune(this.deps.device, this.deps.keptMegabytes());
      }
    } catch (error) {
      // The notes are written and the record is there: only its mark as finished is not.
      problems.push(failed(record.id, 'The notes were written, but the change could not be marked as finished', error));
    }
    return report(changed.length + created.length === 0 ? null : record.id, changed, created, [...skipped, ...problems]);
  }

  private async takeBack(record: ChangeRecord, notes: readonly RecordedNote[], afterCrash: boolean): Promise<ChangeReport> {
    const changed: string[] = [];
    const skipped: Skip[] = [];
    const left: RecordedNote[] = [];
    try {
      // Until it is done, taking back counts as interrupted, so that a crash in it is found at the next start.
      await this.deps.journal.reopen(record.id);
    } catch (error) {
      return report(null, [], [], notes.map((note) => failed(note.path, 'The record of the change could not be opened, so nothing was taken back', error)));
    }
    for (const [done, note] of notes.entries()) {
      const skip = await this.bring(note, 'before', afterCrash);
      if (skip) {
        skipped.push(skip);
        left.push(note);
      } else changed.push(note.path);
      if (done % 16 === 15) await this.deps.pause();
    }
    try {
      if (left.length === 0) await this.deps.journal.remove(record.id);
      else await this.conclude(record, left.filter((note) => note.before !== null).map((note) => note.path), left.filter((note) => note.before === null).map((note) => note.path), []);
    } catch (error) {
      skipped.push(failed(record.id, 'The notes were taken back, but the record of the change could not be removed', error));
    }
    return report(changed.length === 0 ? null : record.id, changed, [], skipped);
  }

  /**
   * Brings a note to its recorded text before or after, unless someone else has changed it since. Only after a crash does a
   * beginning of the planned text count as torn: at any other time the user may have cut the note short.
   */
  private async bring(note: RecordedNote, to: 'before' | 'after', afterCrash: boolean): Promise<Skip | null> {
    try {
      const current = await this.deps.store.read(note.path);
      const standing = standingOf(note, current);
      if (standing === to) return null;
      if (standing === 'other' || (standing === 'torn' && !afterCrash)) return current === null ? gone(note.path) : skip(note.path, 'changed-meanwhile', 'The note was changed since, so it was left as it is.');
      const wanted = to === 'before' ? note.before : textAfter(note);
      if (wanted === null) {
        await this.deps.store.trash(note.path);
        this.deps.onRemoved(note.path);
        return null;
      }
      if (current === null) await this.deps.store.create(note.path, wanted);
      else {
        const replaced = await this.deps.store.replace(note.path, current, wanted).catch(async (error: unknown) => {
          await this.putBack(note.path, current, wanted);
          throw error;
        });
        if (!replaced.done) return skip(note.path, 'changed-meanwhile', 'The note was changed just now, so it was left as it is.');
      }
      this.deps.onWritten(note.path, wanted);
      return null;
    } catch (error) {
      return failed(note.path, 'The note could not be written', error);
    }
  }
}

function planText(path: string, before: string, plan: NotePlanner): { note: PlannedNote | null; skipped: readonly Skip[] } {
  const { edits, skipped, repairs, restyles, properties } = plan(before);
  if (edits.length === 0) return { note: null, skipped };
  const after = applyEdits(before, edits);
  const fault = provePlan(before, after, edits, properties);
  if (fault !== null) return { note: null, skipped: [...skipped, skip(path, 'proof-failed', `The planned text did not pass its check (${fault}), so the note was left as it is.`)] };
  return { note: { path, before, after, edits, hunks: lineHunks(before, edits), repairs, restyles }, skipped };
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

const report = (id: string | null, changed: readonly string[], created: readonly string[], skipped: readonly Skip[]): ChangeReport => ({
  id,
  changed: [...changed].sort(),
  created: [...created].sort(),
  skipped: [...skipped].sort(byPath),
});

const skip = (path: string, reason: SkipReason, message: string): Skip => ({ path, reason, message });

const gone = (path: string): Skip => skip(path, 'no-such-note', 'There is no such note (any more).');

const cancelled = (path: string): Skip => skip(path, 'cancelled', 'Cancelled before this note.');

const failed = (path: string, what: string, error: unknown): Skip => skip(path, 'write-failed', `${what}: ${error instanceof Error ? error.message : String(error)}`);
