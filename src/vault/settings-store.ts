import { Notice } from 'obsidian';
import type { Plugin } from 'obsidian';
import { joinSentences } from '../core/text/join-texts';
import { withSaidLabels, withStoredLabels } from '../core/papers/status-vocabulary';
import { say } from '../language/say';
import { DEFAULT_SETTINGS } from '../settings/default-settings';
import { parseSettings } from '../settings/parse-settings';
import { isRecord } from '../settings/read-setting';
import type { SettingsListener } from '../settings/settings-listener';
import type { Settings } from '../settings/settings';
import { pluginFolder } from './plugin-folder';

/** Marks, in this device's own storage, that it links automatically: two devices linking the same note would conflict. */
const LINKS_HERE = 'paperweave-link-automatically';

/** A file that could not be read is tried again after so long: it may have been locked for a moment only. */
const RETRY_MS = 5000;

/**
 * The one owner of the settings: loads them from `data.json`, saves every change, and tells who listens what became of them.
 */
export class SettingsStore {
  private current: Settings = DEFAULT_SETTINGS;
  /** What a newer version keeps in the same file: saved back as it was. */
  private rest: Readonly<Record<string, unknown>> = {};
  private readonly listeners = new Set<SettingsListener>();
  /** The last save: the next one waits for it, so that the newest is what stays. */
  private saving: Promise<unknown> = Promise.resolve();
  private reloading: Promise<void> = Promise.resolve();
  /** What is changed here while the file is being read, or cannot be; else null. */
  private meanwhile: Partial<Settings> | null = null;
  /** Tries again to read the file, which could not be read at the start; null where it could be. Nothing is saved over it until then. */
  private retry: number | null = null;
  private unreadable: Notice | null = null;

  constructor(private readonly plugin: Plugin) {}

  /**
   * Reads `data.json`. True where there is one, or was: a vault with settings of its own is never adopted over. One that holds no settings
   * (a crash tore it) is put aside, one that cannot be read (it is locked) left where it is; both are said.
   */
  async load(): Promise<boolean> {
    const data = await this.read();
    if (!isRecord(data)) return this.readFile();
    this.take(data);
    return true;
  }

  /**
   * `data.json` was changed by someone else, and counts from now on; what is changed here in the same moment is kept. One that cannot be
   * read changes nothing, and that is said: it may still be on its way.
   */
  reload(): Promise<void> {
    this.reloading = this.reloading.then(() => this.readAgain());
    return this.reloading;
  }

  get(): Settings {
    return this.current;
  }

  /** Merges, checks, saves. A field that does not pass its check gets its default; the settings tab refuses such input before. */
  async change(patch: Partial<Settings>): Promise<void> {
    const before = this.current;
    this.current = parseSettings({ ...before, ...patch }).settings;
    if (patch.linkAutomatically !== undefined) this.plugin.app.saveLocalStorage(LINKS_HERE, patch.linkAutomatically ? true : null);
    if (this.meanwhile) this.meanwhile = { ...this.meanwhile, ...patch };
    try {
      await this.save();
    } finally {
      // Also where saving failed: the change counts until the end.
      this.tell(before, 'here');
    }
  }

  /** Returns its own off. */
  onChange(callback: SettingsListener): () => void {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  private save(): Promise<void> {
    const saved = this.saving.then(async () => {
      if (await this.maySave()) await this.plugin.saveData({ ...this.rest, ...this.current, statuses: withStoredLabels(this.current.statuses) });
    });
    this.saving = saved.catch(() => undefined);
    return saved;
  }

  /** False while the file cannot be read, and where it now could be and nothing was changed here meanwhile. */
  private async maySave(): Promise<boolean> {
    if (this.retry === null) return true;
    const changed = this.meanwhile;
    await this.readFile();
    // What could be read ends the waiting.
    return this.meanwhile === null && Object.keys(changed ?? {}).length > 0;
  }

  private tell(before: Settings, origin: 'here' | 'elsewhere'): void {
    for (const listener of [...this.listeners]) listener(this.current, before, origin);
  }

  private async readAgain(): Promise<void> {
    // What is on its way to the disk would be read as it was.
    await this.saving;
    // Where saving fails, what was changed counts until the end, as ever.
    if (this.retry !== null) return this.save().catch(() => undefined);
    this.meanwhile = {};
    const data = await this.read();
    const { meanwhile } = this;
    this.meanwhile = null;
    if (!isRecord(data)) {
      if (data !== null || (await this.plugin.app.vault.adapter.exists(this.path))) this.sayUnreadable();
      return;
    }
    this.hideUnreadable();
    this.take({ ...data, ...meanwhile });
    if (Object.keys(meanwhile).length > 0) await this.save();
  }

  private sayUnreadable(): void {
    this.unreadable ??= new Notice(
      say('The settings of Paperweave were changed elsewhere, and the new ones cannot be read. The present ones are kept; they are saved with your next change.'),
      0,
    );
  }

  private hideUnreadable(): void {
    this.unreadable?.hide();
    this.unreadable = null;
  }

  private get path(): string {
    return `${pluginFolder(this.plugin)}/data.json`;
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
    const { settings: parsed, notes, rest } = parseSettings(data);
    // Each device keeps its own choice, whatever another one has written.
    const linkAutomatically = this.plugin.app.loadLocalStorage(LINKS_HERE) === true;
    const settings = { ...parsed, linkAutomatically, statuses: withSaidLabels(parsed.statuses) };
    this.rest = rest;
    if (notes.length > 0) new Notice(say('Some settings of Paperweave could not be read and have their defaults again: {notes}', { notes: joinSentences(notes) }), 0);
    // Our own change, told by the app as one from outside: nobody has to look again.
    if (JSON.stringify(settings) === JSON.stringify(before)) return;
    this.current = settings;
    this.tell(before, 'elsewhere');
  }

  /** Looks into the file itself, since the app gave nothing of it. True where there is one, or was one that is put aside. */
  private async readFile(): Promise<boolean> {
    const { adapter } = this.plugin.app.vault;
    this.meanwhile ??= {};
    try {
      const isThere = await adapter.exists(this.path);
      const data = isThere ? recordIn(await adapter.read(this.path)) : null;
      if (isThere && data === null) await this.putAside();
      const hadSettings = isThere || (await adapter.exists(this.asidePath()));
      const { meanwhile } = this;
      this.meanwhile = null;
      if (this.retry !== null) window.clearInterval(this.retry);
      this.retry = null;
      this.hideUnreadable();
      if (data) this.take({ ...data, ...meanwhile });
      return hadSettings;
    } catch {
      this.waitForFile();
      return true;
    }
  }

  private waitForFile(): void {
    if (this.retry !== null) return;
    this.retry = window.setInterval(() => void this.reload(), RETRY_MS);
    this.plugin.registerInterval(this.retry);
    this.unreadable = new Notice(
      say('The settings of Paperweave cannot be read at the moment. Until they can be, the usual ones are taken, and nothing is saved.'),
      0,
    );
  }

  private asidePath(ending = ''): string {
    return this.path.replace(/\.json$/, `-unreadable${ending}.json`);
  }

  /** Under a name of its own: what was put aside earlier may be the better one. */
  private async putAside(): Promise<void> {
    const { adapter } = this.plugin.app.vault;
    let aside = this.asidePath();
    for (let count = 2; await adapter.exists(aside); count += 1) aside = this.asidePath(`-${String(count)}`);
    await adapter.rename(this.path, aside);
    new Notice(
      say('The settings of Paperweave could not be read, so the usual ones are taken. The file is kept as {path}. The habits of this vault can be adopted again in the settings.', {
        path: aside,
      }),
      0,
    );
  }
}

/** The settings in the text of a file; null where there are none. */
function recordIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const data: unknown = JSON.parse(text);
    return isRecord(data) ? data : null;
  } catch {
    return null;
  }
}
