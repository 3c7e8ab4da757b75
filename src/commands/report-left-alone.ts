import { Notice } from 'obsidian';
import type { Skip } from '../core/changes/skip';
import { say } from '../language/say';

/** Names the first of the notes that a recovery left alone, and how many there are; says nothing where there are none. */
export function reportLeftAlone(skipped: readonly Skip[]): void {
  const [first, ...others] = skipped;
  if (first) new Notice(say('{count} left alone. {path}: {message}', { count: String(others.length + 1), path: first.path, message: first.message }));
}
