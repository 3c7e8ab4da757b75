import { Notice } from 'obsidian';
import type { Plugin } from 'obsidian';
import { DEFAULT_SETTINGS } from '../settings/default-settings';
import { parseSettings } from '../settings/parse-settings';
import type { Settings } from '../settings/settings';

/**
 * The one owner of the settings: loads them from `data.json`, saves every change, and tells who listens what became of them.
 */
export class SettingsStore {
  private current: Settings = DEFAULT_SETTINGS;
  /** What a newer version keeps in the same file: saved back as it was. */
  private rest: Readonly<Record<string, unknown>> = {};
  private readonly listeners = new Set<(settings: Settings, before: Settings) => void>();

  constructor(private readonly plugin: Plugin) {}

  /** Reads `data.json`. True where there is one: a vault with settings of its own is never adopted over. */
  async load(): Promise<boolean> {
    const data: unknown = await this.plugin.loadData();
    const before = this.current;
    const { settings, notes, rest } = parseSettings(data);
    this.current = settings;
    this.rest = rest;
    if (notes.length > 0) new Notice(`Some settings of Paperweave could not be read and have their defaults again: ${notes.join(' ')}`, 0);
    for (const listener of [...this.listeners]) listener(this.current, before);
    return data !== null && data !== undefined;
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
}
