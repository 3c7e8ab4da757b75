import { Notice } from 'obsidian';
import type { App } from 'obsidian';
import { say } from '../language/say';

/** The settings window; not in the published types, though plugins have opened it by this name for years. */
interface AppWithSettings {
  readonly setting?: { open?(): void; openTabById?(id: string): unknown };
}

/** Opens the settings of the plugin with that id; where the app offers no way to, says where they are. */
export function openPluginSettings(app: App, id: string): void {
  const { setting } = app as App & AppWithSettings;
  if (setting?.open && setting.openTabById) {
    setting.open();
    setting.openTabById(id);
  } else new Notice(say('The settings could not be opened from here. You find them in the settings of Obsidian, under the community plugins.'));
}
