import { messageOf } from '../core/text/message-of';
import type { Skip, SkipReason } from '../core/changes/skip';
import { say } from '../language/say';

// Why a note, or a whole change, is left as it is.

export const skip = (path: string, reason: SkipReason, message: string): Skip => ({ path, reason, message });

export const gone = (path: string): Skip => skip(path, 'no-such-note', say('There is no such note (any more).'));

export const cancelled = (path: string): Skip => skip(path, 'cancelled', say('Cancelled before this note.'));

export const failed = (path: string, message: string): Skip => skip(path, 'write-failed', message);

export const unread = (path: string, error: unknown): Skip => failed(path, say('The note could not be read: {error}', { error: messageOf(error) }));

export const notWritten = (path: string, error: unknown): Skip => failed(path, say('The note could not be written: {error}', { error: messageOf(error) }));

export const torn = (path: string, error: unknown): Skip =>
  failed(
    path,
    say('The note could be written in part only, and that could not be mended. Its text is in the undo record: make room on the disk, then undo the change or restart Obsidian: {error}', {
      error: messageOf(error),
    }),
  );

/** Why a change is not taken back whose record cannot be read. */
export const unreadableRecord = (id: string, isLatest: boolean): Skip =>
  skip(
    id,
    'no-such-change',
    isLatest
      ? say('The record of the latest change cannot be read, so it cannot be taken back. Earlier ones can be undone in the list of kept changes.')
      : say('The record of this change cannot be read, so it cannot be taken back.'),
  );

export const notNow = (id: string): Skip => skip(id, 'no-such-change', say('A change was interrupted, and its record cannot be read now: {id}. Restart Obsidian to try again.', { id }));
