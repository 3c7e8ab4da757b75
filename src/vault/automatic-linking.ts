import { Component } from 'obsidian';
import type { App } from 'obsidian';
import { hashText } from '../core/text/hash-text';
import type { IndexKeeper } from './index-keeper';

/** A note is left in peace for so long after its last change. */
const QUIET_MS = 30_000;

/** More notes than this at once are shown first. */
const UNPREVIEWED_NOTES = 20;

export interface AutomaticLinkingDeps {
  readonly app: App;
  readonly keeper: IndexKeeper;
  isOn(): boolean;
  /** Links these papers: at once, or after a preview. */
  link(paths: readonly string[], preview: boolean): Promise<unknown>;
}

/**
 * Links the references of new and changed papers by itself, for people whose notes come from a generator: never the active
 * note, half a minute after its last change, only on the device where it was turned on. What Paperweave writes is no such change:
 * links that were taken back stay so until something else writes the note.
 */
export class AutomaticLinking extends Component {
  private readonly lastChange = new Map<string, number>();
  /** Texts, by their hashes in the order of writing, that Paperweave wrote and that the app has not told of yet. */
  private readonly own = new Map<string, number[]>();
  private timer: number | null = null;
  private isStopped = false;

  constructor(private readonly deps: AutomaticLinkingDeps) {
    super();
  }

  override onload(): void {
    const { app, keeper } = this.deps;
    // Only what changes after the first index: a start must not touch anything.
    void keeper.ready.then(() => {
      this.registerEvent(app.vault.on('rename', ({ path }, oldPath) => {
        this.rename(oldPath, path);
      }));
      this.registerEvent(
        app.metadataCache.on('changed', (file, text) => {
          if (!this.isOwn(file.path, text) && this.deps.isOn()) this.note(file.path);
        }),
      );
    });
  }

  override onunload(): void {
    this.isStopped = true;
    if (this.timer !== null) window.clearTimeout(this.timer);
  }

  /** To be told whenever Paperweave writes a note. */
  expect(path: string, text: string): void {
    if (!this.deps.isOn()) return;
    const known = this.own.get(path);
    if (known) known.push(hashText(text));
    else this.own.set(path, [hashText(text)]);
  }

  /** To be told of notes whose links were taken back: that counts more than what was changed in them before. */
  leave(paths: readonly string[]): void {
    for (const path of paths) this.lastChange.delete(path);
  }

  private rename(from: string, to: string): void {
    const changed = this.lastChange.get(from);
    const texts = this.own.get(from);
    this.lastChange.delete(from);
    this.own.delete(from);
    if (changed !== undefined) this.lastChange.set(to, changed);
    if (texts) this.own.set(to, texts);
  }

  /** Of texts that came one soon after the other the app may tell the last one alone; one that is none of ours ends the waiting. */
  private isOwn(path: string, text: string): boolean {
    const known = this.own.get(path);
    if (!known) return false;
    const at = known.indexOf(hashText(text));
    known.splice(0, at < 0 ? known.length : at + 1);
    if (known.length === 0) this.own.delete(path);
    return at >= 0;
  }

  private note(path: string): void {
    this.lastChange.set(path, Date.now());
    this.lookIn(QUIET_MS);
  }

  private lookIn(milliseconds: number): void {
    this.timer ??= window.setTimeout(() => void this.linkQuiet(), milliseconds);
  }

  /** Notes that came in one burst (a generator, a pull) are linked as one change, when the last of them is quiet. */
  private async linkQuiet(): Promise<void> {
    this.timer = null;
    // What came last may not be in the index yet.
    await this.deps.keeper.caughtUp();
    if (this.isStopped) return;
    const active = this.deps.app.workspace.getActiveFile()?.path;
    const changed = [...this.lastChange].filter(([path]) => path !== active);
    const papers = changed.filter(([path]) => this.deps.keeper.library.paper(path) !== null);
    const left = Math.max(0, ...papers.map(([, time]) => time)) + QUIET_MS - Date.now();
    if (left <= 0) {
      for (const [path] of changed) this.lastChange.delete(path);
      if (this.deps.isOn() && papers.length > 0) await this.deps.link(papers.map(([path]) => path).sort(), papers.length > UNPREVIEWED_NOTES);
    }
    if (this.lastChange.size > 0) this.lookIn(left > 0 ? left : QUIET_MS);
  }
}
