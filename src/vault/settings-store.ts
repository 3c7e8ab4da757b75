import { Notice } from 'obsidian';
import type { Plugin } from 'obsidian';
import { joinSentences } from '../core/join-texts';
import { say } from '../language/say';
import { DEFAULT_SETTINGS } from '../settings/default-settings';
import { parseSettings } from '../settings/parse-settings';
import type { Settings } from '../settings/settings';
import { pluginFolder } from './plugin-folder';

/**
 * The one owner of the settings: loads them from `data.json`, saves every change, and tells who listens what became of them.
 */
export class SettingsStore {
  private current: Settings = DEFAULT_SETTINGS;
  /** What a newer version keeps in the same file: saved back as it was. */
  private rest: Readonly<Record<string, unknown>> = {};
  private readonly listeners = new Set<(settings: Settings, before: Settings) => void>();

  constructor(private readonly plugin: Plugin) {}

  /**
   * Reads `data.json`. True where there is one: a vault with settings of its own is never adopted over. One that cannot be read (a crash
   * tore it) is put aside, and said to be.
   */
  async load(): Promise<boolean> {
    const data = await this.read();
    if (data !== null) this.take(data);
    return data !== null || (await this.putAside());
  }

  /** `data.json` was changed by someone else. One that cannot be read may still be on its way: then nothing changes. */
  async reload(): Promise<void> {
    const data = await this.read();
    if (data !== null) this.take(data);
  }

  get(): Settings {
    return this.current;
  }

  /** Merges, checks, saves. A field that does not pass its check gets its default; the settings tab refuses such input before. */
  async change(patch: Partial<Settings>): Promise<void> {
    const before = this.current;
    this.current = parseSettings({ ...before, ...patch }).settings;
    await this.plugin.saveData({ ...this.rest, ...this.current });
    for (const listener of [...this.listeners]) listener(this.current, before);
  }

  /** Returns its own off. */
  onChange(callback: (settings: Settings, before: Settings) => void): () => void {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  private async read(): Promise<unknown> {
    try {
      return (await this.plugin.loadData()) ?? null;
    } catch (error) {
      console.error('Paperweave could not read its settings.', error);
      return null;
    }
  }

  private take(data: unknown): void {
    const before = this.current;
    const { settings, notes, rest } = parseSettings(data);
    this.current = settings;
    this.rest = rest;
    if (notes.length > 0) new Notice(say('Some settings of Paperweave could not be read and have their defaults again: {notes}', { notes: joinSentences(notes) }), 0);
    for (const listener of [...this.listeners]) listener(this.current, before);
  }

  /** True where there was a file that could not be read. */
  private async putAside(): Promise<boolean> {
    const { adapter } = this.plugin.app.vault;
    const path = `${pluginFolder(this.plugin)}/data.json`;
    if (!(await adapter.exists(path))) return false;
    const aside = path.replace(/\.json$/, '-unreadable.json');
    if (await adapter.exists(aside)) await adapter.remove(aside);
    await adapter.rename(path, aside);
    new Notice(
      say('The settings of Paperweave could not be read, so the usual ones are taken. The file is kept as {path}. The habits of this vault can be adopted again in the settings.', {
        path: aside,
      }),
      0,
    );
    return true;
  }
}
