import { standingOf, textAfter } from '../core/changes/change-record';
import type { NoteStanding, RecordedNote } from '../core/changes/change-record';
import type { Properties } from '../core/front-matter/front-matter';
import { isBeginning } from '../core/text/is-beginning';
import { messageOf } from '../core/text/message-of';
import type { NotePlanner } from '../core/changes/note-plan';
import type { Skip } from '../core/changes/skip';
import { inverseEdits } from '../core/text/text-edits';
import type { TextEdit } from '../core/text/text-edits';
import { say } from '../language/say';
import type { ChangePlanner } from './change-planner';
import type { Journal } from './journal';
import { failed, gone, notWritten, skip, torn, unread } from './note-skips';
import type { PaperStore } from './paper-store';

interface NoteWriterDeps {
  readonly store: PaperStore;
  readonly journal: Pick<Journal, 'amend'>;
  readonly planner: ChangePlanner;
  /** Told each text that was written, with its properties where they were read already. */
  onWritten(path: string, text: string, properties?: Properties | null): void;
  onRemoved(path: string): void;
}

/** What became of a note that was to be written. */
export interface NoteOutcome {
  readonly path: string;
  readonly isWritten: boolean;
  /** It may be neither as it was nor as it was to be. */
  readonly isTorn: boolean;
  readonly skipped: readonly Skip[];
}

/** The properties of the text that a recorded note is to have, as far as they were read. They go when the note does. */
export type KnownProperties = WeakMap<RecordedNote, Properties | null>;

/** How often a note that keeps changing under the plan is planned anew. */
const MOST_TRIES = 3;

/** Writes single notes that are on record, whole or not at all as far as the disk lets it. */
export class NoteWriter {
  constructor(private readonly deps: NoteWriterDeps) {}

  /** Makes a new note. Never rejects. */
  async createNote(note: RecordedNote): Promise<{ skip: Skip | null; isTorn: boolean }> {
    const text = textAfter(note);
    const failure = await this.create(note.path, text);
    if (!failure) {
      this.deps.onWritten(note.path, text);
      return { skip: null, isTorn: false };
    }
    const { error, isTorn } = failure;
    return { skip: isTorn ? torn(note.path, error) : failed(note.path, say('The note could not be created: {error}', { error: messageOf(error) })), isTorn };
  }

  /** Writes one note; where it changed meanwhile, plans on the newer text and puts that into the journal first. Never rejects. */
  async writeNote(id: string, note: RecordedNote, plan: NotePlanner | undefined, known: KnownProperties): Promise<NoteOutcome> {
    const { path } = note;
    const left = (...skipped: readonly Skip[]): NoteOutcome => ({ path, isWritten: false, isTorn: false, skipped });
    let next = note;
    let isWriting = false;
    try {
      for (let tries = 1; next.before !== null; tries++) {
        isWriting = true;
        const outcome = await this.deps.store.replace(path, next.before, next.edits);
        isWriting = false;
        if (outcome.done) {
          this.deps.onWritten(path, textAfter(next), known.get(next));
          return { path, isWritten: true, isTorn: false, skipped: [] };
        }
        if (outcome.current === null) return left(gone(path));
        if (tries === MOST_TRIES || !plan) break;
        const again = await this.deps.planner.planOn(path, outcome.current, plan);
        if (!again.note) return left(...again.skipped);
        const recorded = await this.deps.planner.record(again.note);
        await this.deps.journal.amend(id, [recorded]);
        next = recorded;
      }
      return left(skip(path, 'changed-meanwhile', say('The note kept changing while it was being written. Try again when nothing else writes to it.')));
    } catch (error) {
      const isMended = !isWriting || (await this.mend(next, next.before ?? '', textAfter(next)));
      return { path, isWritten: false, isTorn: !isMended, skipped: [isMended ? notWritten(path, error) : torn(path, error)] };
    }
  }

  /**
   * Brings a note to its recorded text before or after, unless someone else has changed it since. Only where it may be torn does a
   * beginning of the planned text count as that: at any other time the user may have made the note shorter. Never rejects.
   */
  async bring(note: RecordedNote, to: 'before' | 'after', mayBeTorn: boolean): Promise<{ skip: Skip | null; isWritten: boolean; isTorn: boolean }> {
    const left = (reason: Skip) => ({ skip: reason, isWritten: false, isTorn: false });
    let writing: { current: string; wanted: string; standing: NoteStanding } | null = null;
    let current: string | null;
    try {
      current = await this.deps.store.read(note.path);
    } catch (error) {
      return { skip: unread(note.path, error), isWritten: false, isTorn: mayBeTorn };
    }
    try {
      const standing = standingOf(note, current);
      if (standing === to) return { skip: null, isWritten: false, isTorn: false };
      if (standing === 'other' || (standing === 'torn' && !mayBeTorn)) {
        return left(current === null ? gone(note.path) : skip(note.path, 'changed-meanwhile', say('The note was changed since, so it was left as it is.')));
      }
      const wanted = to === 'before' ? note.before : textAfter(note);
      if (wanted === null) {
        await this.deps.store.trash(note.path);
        this.deps.onRemoved(note.path);
        return { skip: null, isWritten: true, isTorn: false };
      }
      if (current === null) {
        const failure = await this.create(note.path, wanted);
        if (failure) return { skip: failure.isTorn ? torn(note.path, failure.error) : notWritten(note.path, failure.error), isWritten: false, isTorn: failure.isTorn };
      } else {
        writing = { current, wanted, standing };
        const { done } = await this.deps.store.replace(note.path, current, editsTowards(note, standing, current, wanted), standing === 'torn' && note.hasMark);
        if (!done) return left(skip(note.path, 'changed-meanwhile', say('The note was changed just now, so it was left as it is.')));
      }
      this.deps.onWritten(note.path, wanted);
      return { skip: null, isWritten: true, isTorn: false };
    } catch (error) {
      // A torn text is no whole one to go back to.
      const isTorn = writing !== null && (writing.standing === 'torn' || !(await this.mend(note, writing.current, writing.wanted)));
      return { skip: isTorn ? torn(note.path, error) : notWritten(note.path, error), isWritten: false, isTorn };
    }
  }

  /** Makes a whole note or none: where the disk took a part of it only, that is taken away again. `isTorn` where that fails too. */
  private async create(path: string, text: string): Promise<{ readonly error: unknown; readonly isTorn: boolean } | null> {
    let isFree = false;
    try {
      isFree = !(await this.deps.store.isTaken(path));
      await this.deps.store.create(path, text);
      return null;
    } catch (error) {
      // What stood there before, or came in the same moment, is somebody's, however it reads.
      if (!isFree || /exist/i.test(messageOf(error))) return { error, isTorn: false };
      if (await this.deps.store.holds(path, text)) return null;
      const isDropped = await this.deps.store.dropPart(path, text).then(
        () => true,
        () => false,
      );
      return { error, isTorn: !isDropped };
    }
  }

  /**
   * A write that failed (a full disk, say) may have left a beginning of what was `meant`: the note gets its `whole` text back. False where
   * that fails too.
   */
  private async mend({ path, hasMark }: RecordedNote, whole: string, meant: string): Promise<boolean> {
    try {
      const current = await this.deps.store.read(path);
      if (current === null || current === whole || !isBeginning(current, meant)) return true;
      return (await this.deps.store.replace(path, current, allOf(current, whole), hasMark)).done;
    } catch {
      return false;
    }
  }
}

/** One edit of the whole text, for what a crash left of it. */
const allOf = (current: string, wanted: string): readonly TextEdit[] => [{ from: 0, to: current.length, insert: wanted }];

/** From one recorded text to the other by the recorded edits, so that an open editor sees no more change than there is. */
function editsTowards(note: RecordedNote, standing: NoteStanding, current: string, wanted: string): readonly TextEdit[] {
  if (standing === 'before') return note.edits;
  return standing === 'after' && note.before !== null ? inverseEdits(note.before, note.edits) : allOf(current, wanted);
}
