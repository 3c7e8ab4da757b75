import { recordNote } from '../core/changes/change-record';
import type { RecordedNote } from '../core/changes/change-record';
import { comparePaths } from '../core/text/compare-paths';
import type { ReadProperties } from '../core/front-matter/front-matter';
import { lineHunks } from '../core/changes/line-hunks';
import { messageOf } from '../core/text/message-of';
import type { NotePlanner } from '../core/changes/note-plan';
import type { LineHunk, PlannedChange, PlannedNote } from '../core/changes/planned-change';
import { provePlan } from '../core/changes/prove-plan';
import type { Skip } from '../core/changes/skip';
import { applyEdits } from '../core/text/text-edits';
import type { TextEdit } from '../core/text/text-edits';
import { say } from '../language/say';
import type { ChangeRequest, RunOptions } from './change-request';
import { cancelled, gone, skip, unread } from './note-skips';
import type { PaperStore } from './paper-store';

/** What is to be done to one note. `before` is null for one that is created. */
export interface NoteChange {
  readonly path: string;
  readonly before: string | null;
  readonly edits: readonly TextEdit[];
  readonly repairs: number;
  readonly restyles: number;
  /** What was read of the text that the edits lead to, where that was read. */
  readonly after?: ReadProperties;
}

/** What is to be done to a note, if anything, and what in it is left as it is. */
export interface Planned {
  readonly note: NoteChange | null;
  readonly skipped: readonly Skip[];
}

interface ChangePlannerDeps {
  readonly store: PaperStore;
  isStopped(): boolean;
  /** Asked after every note: gives way to the app when it is time. */
  pause(): Promise<unknown>;
}

/** Works out what a request would do to the notes as they are. Writes nothing. */
export class ChangePlanner {
  constructor(private readonly deps: ChangePlannerDeps) {}

  /** The whole change, for a preview. */
  async plan(request: ChangeRequest, options: RunOptions): Promise<PlannedChange> {
    const notes: PlannedNote[] = [];
    const planned = await this.planEach(request, options, (note) => {
      notes.push(toPlannedNote(note));
    });
    if (planned.cancelledAt !== null) return { kind: request.kind, title: request.title, notes: [], skipped: [cancelled(planned.cancelledAt)] };
    return { kind: request.kind, title: request.title, notes: notes.sort(comparePaths), skipped: [...planned.skipped].sort(comparePaths) };
  }

  /** Plans note by note, new notes first, and hands each over. `cancelledAt` is the path where it was stopped. */
  async planEach(
    request: ChangeRequest,
    { leftOut, onProgress }: RunOptions,
    visit: (note: NoteChange) => void | Promise<void>,
  ): Promise<{ skipped: readonly Skip[]; cancelledAt: string | null }> {
    const skipped: Skip[] = [...request.skipped];
    const total = request.creates.length + request.edits.length;
    let done = 0;
    for (const { path, text } of request.creates) {
      // No link leads to a note that the user left out.
      if (leftOut?.has(path)) request.onCreateFailed?.(path);
      else await visit({ path, before: null, edits: [{ from: 0, to: 0, insert: text }], repairs: 0, restyles: 0 });
      done += 1;
    }
    for (const { path, plan } of request.edits) {
      if (this.deps.isStopped() || onProgress?.(done++, total) === false) return { skipped, cancelledAt: path };
      if (leftOut?.has(path)) continue;
      const planned = await this.planNote(path, plan);
      skipped.push(...planned.skipped);
      if (planned.note) await visit(planned.note);
      await this.deps.pause();
    }
    return { skipped, cancelledAt: null };
  }

  /** Plans on a text just read. No plan for a note that is not in UTF-8: its other bytes would be lost with the first edit. */
  async planOn(path: string, before: string, plan: NotePlanner): Promise<Planned> {
    const planned = planText(path, before, plan);
    if (!planned.note || (await this.deps.store.isUtf8(path, before))) return planned;
    return { note: null, skipped: [skip(path, 'not-utf-8', say('The note is not in UTF-8, and what is not would be lost by writing it. Convert the file to UTF-8 first.'))] };
  }

  /** As it goes into the journal. */
  async record({ path, before, edits }: NoteChange): Promise<RecordedNote> {
    return recordNote(path, before, edits, before !== null && (await this.deps.store.hasByteOrderMark(path, before)));
  }

  private async planNote(path: string, plan: NotePlanner): Promise<Planned> {
    let before: string | null;
    try {
      before = await this.deps.store.read(path);
    } catch (error) {
      return { note: null, skipped: [unread(path, error)] };
    }
    try {
      return before === null ? { note: null, skipped: [gone(path)] } : await this.planOn(path, before, plan);
    } catch (error) {
      return { note: null, skipped: [skip(path, 'proof-failed', say('The change of this note could not be worked out, so it was left as it is: {error}', { error: messageOf(error) }))] };
    }
  }
}

/** What the planner makes of a text, proved; no note where there is nothing to do. */
export function planText(path: string, before: string, plan: NotePlanner): Planned {
  const { edits, skipped, repairs, restyles, properties, known } = plan(before);
  if (edits.length === 0) return { note: null, skipped };
  const text = applyEdits(before, edits);
  const fault = provePlan(before, text, edits, properties, known);
  if (fault !== null) return { note: null, skipped: [...skipped, skip(path, 'proof-failed', say('The planned text did not pass its check ({fault}), so the note was left as it is.', { fault }))] };
  const after = known?.find((read) => read.text === text);
  return { note: { path, before, edits, repairs, restyles, ...(after && { after }) }, skipped };
}

function toPlannedNote({ path, before, edits, repairs, restyles }: NoteChange): PlannedNote {
  const hunks = before === null ? [{ line: 1, before: [], after: linesOf(edits.map((edit) => edit.insert).join('')) }] : lineHunks(before, edits);
  // Copied, since a part of a text keeps the whole of it in memory.
  return { path, isNew: before === null, hunks: JSON.parse(JSON.stringify(hunks)) as LineHunk[], repairs, restyles };
}

/** The lines of a text; the end of the last one begins no further line. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines[lines.length - 1] === '' ? lines.slice(0, -1) : lines;
}
