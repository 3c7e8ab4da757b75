import { standingOf, textAfter } from '../core/changes/change-record';
import type { KeptChange, RecordedNote } from '../core/changes/change-record';
import { lineHunks } from '../core/changes/line-hunks';
import { comparePaths } from '../core/text/compare-paths';
import { messageOf } from '../core/text/message-of';
import type { PlannedChange, PlannedNote } from '../core/changes/planned-change';
import type { Skip } from '../core/changes/skip';
import { inverseEdits } from '../core/text/text-edits';
import { say } from '../language/say';
import type { ChangeEngine } from './change-engine';
import type { Journal } from './journal';
import { gone, unread, unreadableRecord } from './note-skips';
import type { PaperStore } from './paper-store';

export interface UndoPlanDeps {
  readonly engine: Pick<ChangeEngine, 'kept'>;
  readonly journal: Pick<Journal, 'record' | 'notes' | 'takenBack'>;
  readonly store: Pick<PaperStore, 'read'>;
}

/**
 * What `ChangeEngine.undo` would do now: the latest change of this device, or the one with that id. A note that the change created is
 * listed with all its lines going away. Writes nothing.
 */
export async function planUndo({ engine, journal, store }: UndoPlanDeps, id?: string): Promise<Pick<PlannedChange, 'notes' | 'skipped'>> {
  for (const change of await engine.kept()) {
    if (id === undefined ? !change.isOwn : change.id !== id) continue;
    const record = change.state === 'locked' ? null : await journal.record(change.id);
    if (!record) {
      if (id === undefined && change.state === 'unreadable') continue;
      return { notes: [], skipped: [unreadableRecord(change.id, id === undefined)] };
    }
    if (change.state !== 'done' && !change.isOwn) {
      return nothing(change.id, 'other-device', say('Another device has begun this change and not finished it. Finish or undo it there.'));
    }
    const notes: PlannedNote[] = [];
    const skipped: Skip[] = [];
    const paths = change.state === 'done' ? [...change.changed, ...change.created] : ((await journal.takenBack(change.id))?.paths ?? null);
    const written = paths && new Set(paths);
    try {
      for await (const recorded of journal.notes(record)) {
        for (const note of recorded) {
          if (written && !written.has(note.path)) continue;
          const planned = await store.read(note.path).then(
            (current) => planNote(note, current, change.state),
            (error: unknown) => ({ skip: unread(note.path, error), note: undefined }),
          );
          if (planned.skip) skipped.push(planned.skip);
          else if (planned.note) notes.push(planned.note);
        }
      }
    } catch (error) {
      skipped.push({ path: change.id, reason: 'write-failed', message: say('A part of the record cannot be read: {error}', { error: messageOf(error) }) });
    }
    // Nothing would be done by it: then the next one is taken back.
    if (id === undefined && notes.length + skipped.length === 0) continue;
    return { notes: notes.sort(comparePaths), skipped: skipped.sort(comparePaths) };
  }
  return id === undefined ? { notes: [], skipped: [] } : nothing(id, 'no-such-change', say('There is no such change (any more).'));
}

/** Neither a note nor a reason where the note is already as it was before the change, unless that made it. */
function planNote(note: RecordedNote, current: string | null, state: KeptChange['state']): { note?: PlannedNote; skip?: Skip } {
  const { path, before } = note;
  const standing = standingOf(note, current);
  if (standing === 'before') return before === null && state === 'done' ? { skip: gone(path) } : {};
  if (standing === 'other' || (standing === 'torn' && state === 'done')) {
    if (current === null) return { skip: gone(path) };
    return { skip: { path, reason: 'changed-meanwhile', message: say('The note was changed since, so it is left as it is.') } };
  }
  const after = textAfter(note);
  const hunks = before === null ? [{ line: 1, before: after.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/), after: [] }] : lineHunks(after, inverseEdits(before, note.edits));
  return { note: { path, isNew: false, hunks, repairs: 0, restyles: 0 } };
}

const nothing = (path: string, reason: Skip['reason'], message: string): Pick<PlannedChange, 'notes' | 'skipped'> => ({ notes: [], skipped: [{ path, reason, message }] });
