import { Notice } from 'obsidian';
import { messageOf } from '../core/text/message-of';
import { say } from '../language/say';
import type { SettingsStore } from '../vault/settings-store';
import type { Settings } from './settings';

/** Changes settings. Resolves always: where they cannot be saved, that is said, and what was changed counts until the app is closed. */
export function changeSettings(store: Pick<SettingsStore, 'change'>, patch: Partial<Settings>): Promise<void> {
  return store.change(patch).catch((error: unknown) => {
    new Notice(say('The settings could not be saved, so the change counts until Obsidian is closed: {error}', { error: messageOf(error) }));
  });
}
