import { recordNote, standingOf } from '../core/changes/change-record';
import type { ChangeHead, ChangeRecord, KeptChange, RecordedNote } from '../core/changes/change-record';
import { comparePaths } from '../core/text/compare-paths';
import type { Properties } from '../core/front-matter/front-matter';
import { messageOf } from '../core/text/message-of';
import type { NotePlanner } from '../core/changes/note-plan';
import type { PlannedChange } from '../core/changes/planned-change';
import type { Skip } from '../core/changes/skip';
import { say } from '../language/say';
import { ChangePlanner, planText } from './change-planner';
import type { ChangeRequest, RunOptions } from './change-request';
import type { HeldFiles, Journal } from './journal';
import { cancelled, failed, gone, notNow, skip, unread, unreadableRecord } from './note-skips';
import { NoteWriter } from './note-writer';
import type { KnownProperties, NoteOutcome } from './note-writer';
import type { PaperStore } from './paper-store';

/** What a writing run did. Paths sorted; `id` null where nothing changed. */
export interface ChangeReport {
  readonly id: string | null;
  readonly changed: readonly string[];
  readonly created: readonly string[];
  readonly skipped: readonly Skip[];
}

/** A change that was begun on this device and has no outcome. */
export interface InterruptedChange {
  readonly record: ChangeRecord;
  /** What was being done; `done` where only notes were left cut short. */
  readonly state: 'interrupted' | 'half-undone' | 'done';
  /** Notes that the interruption left empty or cut short, and that have their whole text again. */
  readonly restored: readonly string[];
  /** Notes that are still cut short, since they could not be written. */
  readonly failed: readonly Skip[];
}

/** What the engine needs of the world, so that tests can supply it. */
export interface ChangeEngineDeps {
  readonly store: PaperStore;
  readonly journal: Journal;
  readonly device: string;
  now(): Date;
  /** Upper bound of the kept records together. */
  keptMegabytes(): number;
  /** Told each text that was written, so that the index knows before the app's own event comes, with its properties where they were read already. */
  onWritten(path: string, text: string, properties?: Properties | null): void;
  onRemoved(path: string): void;
  /** Told the notes in which links were taken back. */
  onTakenBack(paths: readonly string[]): void;
  /** Asked after every note: gives way to the app when it is time. */
  pause(): Promise<unknown>;
}

/** So many notes are written side by side: one waits for the disk while the next is made ready. */
const WRITERS = 4;

/**
 * Carries out changes: plan, journal, apply, report, undo. One at a time, in the order asked for. A note that fails is
 * skipped with its reason; the rest go on.
 */
export class ChangeEngine {
  private last: Promise<unknown> = Promise.resolve();
  /** Time and number in the id of this device's latest change; null until a change is made. */
  private latest: { readonly moment: string; readonly number: number } | null = null;
  private isStopped = false;
  /** The change that is being carried out or taken back now. */
  private underWay: string | null = null;

  private readonly planner: ChangePlanner;
  private readonly writer: NoteWriter;

  constructor(private readonly deps: ChangeEngineDeps) {
    const { store, journal } = deps;
    this.planner = new ChangePlanner({ store, isStopped: () => this.isStopped, pause: () => deps.pause() });
    this.writer = new NoteWriter({
      store,
      journal,
      planner: this.planner,
      onWritten: (path, text, properties) => {
        deps.onWritten(path, text, properties);
      },
      onRemoved: (path) => {
        deps.onRemoved(path);
      },
    });
  }

  /** Works out what the request would do now. Writes nothing. */
  plan(request: ChangeRequest, options: RunOptions = {}): Promise<PlannedChange> {
    return this.planner.plan(request, options);
  }

  /** Plans anew on the texts as they are, writes the journal, then the notes. Resolves always; what failed is in the report. */
  run(request: ChangeRequest, options: RunOptions = {}): Promise<ChangeReport> {
    return this.inTurn(async () => {
      const head = await this.headOf(request);
      const writer = this.deps.journal.begin(head);
      const known: KnownProperties = new WeakMap();
      const skipped: Skip[] = [];
      let record: ChangeRecord | null;
      try {
        // Planning is the first half of the work.
        const planning = { ...options, onProgress: (done: number, total: number) => options.onProgress?.(Math.floor(done / 2), total) ?? true };
        const planned = await this.planner.planEach(request, planning, async (note) => {
          const recorded = await this.planner.record(note);
          if (note.after) known.set(recorded, note.after.properties);
          return writer.add(recorded);
        });
        skipped.push(...planned.skipped);
        if (planned.cancelledAt !== null) {
          await this.deps.journal.remove(head.id);
          return report(null, [], [], [cancelled(planned.cancelledAt)]);
        }
        record = await writer.complete();
      } catch (error) {
        await this.deps.journal.remove(head.id).catch(() => undefined);
        const rest = [...request.creates, ...request.edits].map(({ path }) => path).filter((path) => !options.leftOut?.has(path) && !skipped.some((skip) => skip.path === path));
        return report(null, [], [], [...skipped, ...rest.map((path) => failed(path, say('The undo record could not be written, so nothing was changed: {error}', { error: messageOf(error) })))]);
      }
      if (!record) return report(null, [], [], skipped);
      this.underWay = record.id;
      return this.carryOut({ record, held: writer.held, known }, skipped, request, options);
    });
  }

  /** The changes that the journal holds, of every device, newest first. The one that is under way is not among them. */
  async kept(): Promise<KeptChange[]> {
    const kept: KeptChange[] = [];
    for (const { id, outcome } of await this.deps.journal.entries()) {
      if (id === this.underWay) continue;
      const isLocked = !outcome && (await this.deps.journal.isUnreadable(id));
      const record = outcome || isLocked ? null : await this.deps.journal.record(id);
      const known = outcome ?? record;
      const changed = outcome?.changed ?? [];
      const created = outcome?.created ?? [];
      kept.push({
        id,
        isOwn: outcome ? outcome.device === this.deps.device : await this.isMine(id),
        time: known ? new Date(known.time) : null,
        title: known?.title ?? null,
        state: outcome ? 'done' : record ? await this.openState(id) : isLocked ? 'locked' : 'unreadable',
        changed,
        created,
        count: record?.count ?? changed.length + created.length,
      });
    }
    return kept;
  }

  /**
   * Takes a change back (the latest of this device, without an id). A note is written back only where it still is as the change
   * left it; a created one goes to the trash. What is left alone is named, and the record is kept for it. A change that another
   * device has not finished is left to that device.
   */
  undo(id?: string): Promise<ChangeReport> {
    return this.inTurn(async () => {
      for (const { id: found, outcome } of await this.deps.journal.entries()) {
        if (id === undefined ? !this.isOwnId(found) : found !== id) continue;
        const isLocked = !outcome && (await this.deps.journal.isUnreadable(found));
        const record = isLocked ? null : await this.deps.journal.record(found);
        if (record && (outcome || (await this.isMine(found)))) {
          const taken = await this.takeBack(record, outcome && [...outcome.changed, ...outcome.created]);
          // Nothing was done by it: then it is not what the user means by the latest change.
          if (id === undefined && taken.changed.length === 0 && taken.skipped.length === 0) continue;
          return taken;
        }
        if (record) return report(null, [], [], [skip(found, 'other-device', say('Another device has begun this change and not finished it. Finish or undo it there.'))]);
        if (id !== undefined || outcome || isLocked) return report(null, [], [], [unreadableRecord(found, id === undefined)]);
      }
      return report(null, [], [], id === undefined ? [] : [skip(id, 'no-such-change', say('There is no such change (any more).'))]);
    });
  }

  /**
   * The changes of this device that a crash or a closed window interrupted. Notes that it left cut short get their whole text back at once,
   * before anyone edits them; what becomes of the change is for the user to say.
   */
  interrupted(): Promise<readonly InterruptedChange[]> {
    return this.inTurn(async () => {
      const found: InterruptedChange[] = [];
      for (const { id, outcome, hasTorn } of await this.deps.journal.entries()) {
        if (outcome ? outcome.device !== this.deps.device || !hasTorn || !(await this.deps.journal.mayHoldTorn(id)) : !(await this.isMine(id))) continue;
        // A later start can look at it: in doubt nothing is taken for cut short, or for open.
        const record = (await this.deps.journal.isUnreadable(id)) ? null : await this.deps.journal.record(id);
        if (!record) continue;
        const interrupted = { record, state: outcome ? ('done' as const) : await this.openState(id), ...(await this.restoreTorn(record)) };
        // Of a change that was left, only what is new is worth a word.
        if (!outcome || interrupted.restored.length > 0) found.push(interrupted);
      }
      return found;
    });
  }

  /** Ids of changes of this device that were interrupted and of whose records a part is there but cannot be read now: nothing is restored from them yet. */
  unreadable(): Promise<readonly string[]> {
    return this.inTurn(async () => {
      const found: string[] = [];
      for (const { id, hasOutcome } of await this.deps.journal.entries()) if (!hasOutcome && (await this.isMine(id)) && (await this.deps.journal.isUnreadable(id))) found.push(id);
      return found;
    });
  }

  /**
   * Brings an interrupted change to its end, or takes it back. Torn notes are restored either way; where one cannot be, or cannot be read, the
   * change stays interrupted, as it does where a new note cannot be made, with all that comes behind it. What was left alone stays on record
   * with the rest, so that undoing can still look at it.
   */
  recover(id: string, how: 'finish' | 'undo'): Promise<ChangeReport> {
    return this.inTurn(async () => {
      const outcome = await this.deps.journal.outcome(id);
      if (!outcome && (await this.deps.journal.isUnreadable(id))) return report(null, [], [], [notNow(id)]);
      const record = await this.deps.journal.record(id);
      if (!record || !(outcome ?? (await this.isMine(id)))) return report(null, [], [], []);
      // It may have been answered elsewhere, in the list of changes, say.
      if (how === 'undo') return this.takeBack(record, outcome && [...outcome.changed, ...outcome.created]);
      if (outcome) return report(null, [], [], []);
      const mayBeTorn = await this.takeTorn(id, true);
      const changed: string[] = [];
      const created: string[] = [];
      const skipped: Skip[] = [];
      const all = { changed: [] as string[], created: [] as string[] };
      const unreadable: Skip[] = [];
      const tornPaths: string[] = [];
      let isHeldUp = false as boolean;
      await this.eachRecorded(record, 'forwards', unreadable, async (note) => {
        isHeldUp ||= this.isStopped;
        if (isHeldUp) {
          if (mayBeTorn(note.path)) tornPaths.push(note.path);
          return;
        }
        const brought = await this.writer.bring(note, 'after', mayBeTorn(note.path));
        if (brought.isTorn) tornPaths.push(note.path);
        (note.before === null ? all.created : all.changed).push(note.path);
        if (brought.skip) skipped.push(brought.skip);
        else (note.before === null ? created : changed).push(note.path);
        // A link is written only to a note that is there.
        isHeldUp = note.before === null && brought.skip?.reason === 'write-failed';
      });
      const isOpen = isHeldUp || tornPaths.length > 0;
      if (isOpen) await this.keepTorn(id, unreadable.length > 0 ? null : tornPaths);
      const concluded = await this.conclude(record, all.changed, all.created, [...skipped, ...unreadable], isOpen || unreadable.length > 0);
      return report(changed.length + created.length === 0 ? null : record.id, changed, created, concluded.skipped);
    });
  }

  /**
   * Leaves an interrupted change as it stands; it can still be undone from the list of changes. A note that is still cut short, or cannot be
   * read, is named, and every later start tries again to restore it.
   */
  leave(id: string): Promise<ChangeReport> {
    return this.inTurn(async () => {
      if (await this.deps.journal.isUnreadable(id)) return report(null, [], [], [notNow(id)]);
      const record = await this.deps.journal.record(id);
      if (!record || (await this.deps.journal.outcome(id)) || !(await this.isMine(id))) return report(null, [], [], []);
      const { failed: torn } = await this.restoreTorn(record);
      const paths = (await this.deps.journal.takenBack(id))?.paths;
      const written = paths ? new Set(paths) : null;
      const changed: string[] = [];
      const created: string[] = [];
      await this.eachRecorded(record, 'forwards', [], (note) => {
        if (!written || written.has(note.path)) (note.before === null ? created : changed).push(note.path);
        return Promise.resolve();
      });
      // Without a word of them, nobody would look at the notes that are cut short again.
      const isForgotten = torn.some(({ path }) => path !== id) && !(await this.deps.journal.mayHoldTorn(id));
      return this.conclude(record, changed, created, torn, isForgotten);
    });
  }

  /** The plugin goes away: what is running stops after the notes it is at, as if cancelled. */
  stop(): void {
    this.isStopped = true;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work).finally(() => {
      this.underWay = null;
    });
    this.last = result.catch(() => undefined);
    return result;
  }

  /** The order of the ids is that of the changes, also where the clock was put back between them. */
  private async headOf({ kind, title }: ChangeRequest): Promise<ChangeHead> {
    const time = this.deps.now().toISOString();
    const now = time.replace(/\D/g, '');
    const before = this.latest ?? (await this.latestOnRecord());
    this.latest = before.moment < now ? { moment: now, number: 0 } : { moment: before.moment, number: before.number + 1 };
    const id = `${this.latest.moment}-${String(this.latest.number).padStart(3, '0')}-${this.deps.device.slice(0, 8)}`;
    return { format: 1, id, device: this.deps.device, time, kind, title };
  }

  private async latestOnRecord(): Promise<{ readonly moment: string; readonly number: number }> {
    const ids = await this.deps.journal.ids().catch(() => []);
    const [moment = '', number] = ids.find((id) => this.isOwnId(id))?.split('-') ?? [];
    return { moment, number: Number(number) };
  }

  /** Whether a change that is open is this device's to finish: it was made here, or is being taken back here. */
  private async isMine(id: string): Promise<boolean> {
    const takenBack = await this.deps.journal.takenBack(id);
    return takenBack ? takenBack.device === this.deps.device : this.isOwnId(id);
  }

  private async openState(id: string): Promise<'interrupted' | 'half-undone'> {
    return (await this.deps.journal.takenBack(id)) ? 'half-undone' : 'interrupted';
  }

  /** Which notes may be cut short: those that are known to be, else all after a crash. From now on that has to be looked up anew. */
  private async takeTorn(id: string, afterCrash: boolean): Promise<(path: string) => boolean> {
    const known = await this.deps.journal.tornPaths(id);
    await this.keepTorn(id, null);
    const paths = known && new Set(known);
    return (path) => paths?.has(path) ?? afterCrash;
  }

  /** Where it cannot be written down, a later start looks at all notes. */
  private async keepTorn(id: string, paths: readonly string[] | null): Promise<void> {
    await this.deps.journal.keepTorn(id, paths).catch(() => undefined);
  }

  private isOwnId(id: string): boolean {
    return id.endsWith(`-${this.deps.device.slice(0, 8)}`);
  }

  private async carryOut({ record, held, known }: PlannedRecord, planSkipped: readonly Skip[], request: ChangeRequest, options: RunOptions): Promise<ChangeReport> {
    const changed: string[] = [];
    const created: string[] = [];
    const skipped: Skip[] = [...planSkipped];
    const plans = new Map(request.edits.map(({ path, plan }) => [path, plan]));
    const total = request.creates.length + request.edits.length;
    const tornPaths: string[] = [];
    let done = 0;
    let isCancelled = false;
    /** Writing is the second half of the work. */
    const mayGoOn = (): boolean => {
      isCancelled ||= this.isStopped || options.onProgress?.(Math.floor((total + (done * total) / record.count) / 2), total) === false;
      done += 1;
      return !isCancelled;
    };
    // New notes first: a link is written only to a note that is there.
    const notCreated: string[] = [];
    await this.eachRecorded(record, 'forwards', [], async (note) => {
      if (note.before !== null) return false;
      const outcome = mayGoOn() ? await this.writer.createNote(note) : { skip: cancelled(note.path), isTorn: false };
      if (outcome.isTorn) tornPaths.push(note.path);
      if (outcome.skip) {
        skipped.push(outcome.skip);
        notCreated.push(note.path);
        request.onCreateFailed?.(note.path);
      } else created.push(note.path);
      return true;
    }, held);
    // Those in a file of the record that could not be read back.
    const handled = new Set([...created, ...notCreated, ...(options.leftOut ?? [])]);
    for (const { path } of request.creates.filter((create) => !handled.has(create.path))) {
      skipped.push(failed(path, say('The note could not be created: {error}', { error: say('A part of the record cannot be read: {error}', { error: record.id }) })));
      notCreated.push(path);
      request.onCreateFailed?.(path);
    }
    try {
      if (notCreated.length > 0) await this.planAgain(record, plans);
    } catch (error) {
      isCancelled = true;
      skipped.push(failed(record.id, say('The undo record could not be written, so no further note was changed: {error}', { error: messageOf(error) })));
    }
    // Whichever note is done first, they are told in the order of the record.
    const outcomes: Promise<NoteOutcome>[] = [];
    const writing = new Set<Promise<unknown>>();
    await this.eachRecorded(record, 'forwards', skipped, async (note) => {
      if (note.before === null || note.edits.length === 0) return;
      if (writing.size === WRITERS) await Promise.race(writing);
      if (!mayGoOn()) {
        outcomes.push(Promise.resolve({ path: note.path, isWritten: false, isTorn: false, skipped: [cancelled(note.path)] }));
        return;
      }
      const outcome = this.writer.writeNote(record.id, note, plans.get(note.path), known);
      outcomes.push(outcome);
      const written = outcome.finally(() => writing.delete(written));
      writing.add(written);
    }, held);
    for (const outcome of await Promise.all(outcomes)) {
      skipped.push(...outcome.skipped);
      if (outcome.isTorn) tornPaths.push(outcome.path);
      if (outcome.isWritten) changed.push(outcome.path);
    }
    if (tornPaths.length > 0) await this.keepTorn(record.id, tornPaths);
    if (record.kind === 'restore') this.deps.onTakenBack(changed);
    return this.conclude(record, changed, created, skipped, tornPaths.length > 0);
  }

  /**
   * Walks the recorded notes until a step answers false, giving way between them. Where a file of the record cannot be read, its notes are
   * left alone and that is said.
   */
  private async eachRecorded(record: ChangeRecord, order: 'forwards' | 'backwards', skipped: Skip[], step: (note: RecordedNote) => Promise<unknown>, held?: HeldFiles): Promise<void> {
    try {
      for await (const notes of this.deps.journal.notes(record, order, held)) {
        for (const note of notes) {
          if ((await step(note)) === false) return;
          await this.deps.pause();
        }
      }
    } catch (error) {
      skipped.push(failed(record.id, say('The notes of a part of the record were left as they are: {error}', { error: messageOf(error) })));
    }
  }

  /** Plans the edits again on the recorded texts, since a note could not be created, and records those that differ. */
  private async planAgain(record: ChangeRecord, plans: ReadonlyMap<string, NotePlanner>): Promise<void> {
    const again: RecordedNote[] = [];
    for await (const notes of this.deps.journal.notes(record)) {
      for (const { path, before, edits, hasMark } of notes) {
        const plan = plans.get(path);
        if (before === null || !plan) continue;
        const next = recordNote(path, before, planText(path, before, plan).note?.edits ?? [], hasMark);
        if (JSON.stringify(next.edits) !== JSON.stringify(edits)) again.push(next);
        await this.deps.pause();
      }
    }
    if (again.length > 0) await this.deps.journal.amend(record.id, again);
  }

  /** Without an outcome a change counts as interrupted: the next start restores what is torn, and asks. */
  private async conclude(record: ChangeRecord, changed: readonly string[], created: readonly string[], skipped: readonly Skip[], isOpen: boolean): Promise<ChangeReport> {
    const problems: Skip[] = [];
    const isEmpty = changed.length + created.length === 0;
    try {
      if (isOpen) return report(record.id, changed, created, skipped);
      if (isEmpty) await this.deps.journal.remove(record.id);
      else {
        const { format, id, device, time, kind, title } = record;
        await this.deps.journal.finish({ format, id, device, time, kind, title, changed: [...changed].sort(), created: [...created].sort(), skipped: skipped.length });
        // What cannot be removed now is after a later change.
        await this.deps.journal.prune((other) => this.isOwnId(other), this.deps.keptMegabytes()).catch(() => undefined);
      }
    } catch (error) {
      // The notes are written and the record is there: only its mark as finished is not. What is not known to be cut short is not.
      if (!(await this.deps.journal.mayHoldTorn(record.id).catch(() => true))) await this.keepTorn(record.id, []);
      problems.push(failed(record.id, say('The notes were written, but the change could not be marked as finished: {error}', { error: messageOf(error) })));
    }
    return report(isEmpty ? null : record.id, changed, created, [...skipped, ...problems]);
  }

  /**
   * Takes back the notes of these paths, the last one first: links go before the note that they lead to. Of a change that was interrupted,
   * null: all its notes, or those of which taking back was begun.
   */
  private async takeBack(record: ChangeRecord, paths: readonly string[] | null): Promise<ChangeReport> {
    this.underWay = record.id;
    const afterCrash = paths === null;
    const begun = afterCrash ? ((await this.deps.journal.takenBack(record.id))?.paths ?? null) : paths;
    const written = begun && new Set(begun);
    const changed: string[] = [];
    const skipped: Skip[] = [];
    const left = { changed: [] as string[], created: [] as string[] };
    const tornPaths: string[] = [];
    try {
      // Until it is done, taking back counts as interrupted, so that a crash in it is found at the next start.
      await this.deps.journal.reopen(record.id, { device: this.deps.device, paths: begun });
    } catch (error) {
      return report(null, [], [], [failed(record.id, say('The record of the change could not be opened, so nothing was taken back: {error}', { error: messageOf(error) }))]);
    }
    const mayBeTorn = await this.takeTorn(record.id, afterCrash);
    const unreadable: Skip[] = [];
    await this.eachRecorded(record, 'backwards', unreadable, async (note) => {
      if (written && !written.has(note.path)) return true;
      if (this.isStopped) {
        // It is not looked at: what is known of it stays so.
        if (mayBeTorn(note.path)) tornPaths.push(note.path);
        return true;
      }
      const brought = await this.writer.bring(note, 'before', mayBeTorn(note.path));
      if (brought.isTorn) tornPaths.push(note.path);
      if (brought.skip) {
        skipped.push(brought.skip);
        (note.before === null ? left.created : left.changed).push(note.path);
      } else if (brought.isWritten) changed.push(note.path);
      // It was made, and is not there under its name: renamed, most likely.
      else if (note.before === null && !afterCrash) skipped.push(gone(note.path));
      return true;
    });
    const problems = [...skipped, ...unreadable];
    this.deps.onTakenBack(changed);
    // Stopped half-way, or with notes that are torn, it stays interrupted: the next start asks again.
    if (this.isStopped || tornPaths.length > 0) {
      await this.keepTorn(record.id, unreadable.length > 0 ? null : tornPaths);
      return report(record.id, changed, [], problems);
    }
    // A damaged record is kept: what can be read of it may be all there is.
    const concluded = await this.conclude(record, left.changed, left.created, problems, unreadable.length > 0);
    return report(changed.length === 0 ? null : record.id, changed, [], concluded.skipped);
  }

  /**
   * Gives back their text to the notes that are cut short: those that are known to be, or all that the change, or taking it back, was
   * about. What could not be restored is written down, and nothing else is taken for cut short from then on: the user may have made it shorter.
   */
  private async restoreTorn(record: ChangeRecord): Promise<{ restored: readonly string[]; failed: readonly Skip[] }> {
    const restored: string[] = [];
    const failures: Skip[] = [];
    const paths = (await this.deps.journal.tornPaths(record.id)) ?? (await this.deps.journal.takenBack(record.id))?.paths;
    const wanted = paths && new Set(paths);
    await this.eachRecorded(record, 'forwards', failures, async (note) => {
      if (wanted && !wanted.has(note.path)) return;
      let current: string | null = null;
      try {
        current = await this.deps.store.read(note.path);
      } catch (error) {
        failures.push(unread(note.path, error));
        return;
      }
      if (standingOf(note, current) !== 'torn') return;
      // A note that was being created is completed: it is then as the change left it, and undoing takes it away.
      const brought = await this.writer.bring(note, note.before === null ? 'after' : 'before', true);
      if (brought.skip) failures.push(brought.skip);
      else restored.push(note.path);
    });
    const left = failures.map((skip) => skip.path).filter((path) => path !== record.id);
    await this.deps.journal.keepTorn(record.id, left).catch(() => undefined);
    return { restored, failed: failures };
  }
}

/** A change that is on record, with what is in memory of it, too. */
interface PlannedRecord {
  readonly record: ChangeRecord;
  readonly held: HeldFiles;
  readonly known: KnownProperties;
}

const report = (id: string | null, changed: readonly string[], created: readonly string[], skipped: readonly Skip[]): ChangeReport => ({
  id,
  changed: [...changed].sort(),
  created: [...created].sort(),
  skipped: [...skipped].sort(comparePaths),
});
