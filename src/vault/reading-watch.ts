import { Component } from 'obsidian';
import type { App } from 'obsidian';
import type { LibraryIndex } from '../core/library/library-index';
import { ReadingMemory } from '../core/papers/reading-memory';
import type { Reading } from '../core/papers/reading-memory';
import { forEachInSteps } from '../core/collections/steps';
import type { IndexKeeper } from './index-keeper';
import { finishInSlices } from './slices';

/** What comes in one burst is told at once. */
const QUIET_MS = 1000;

export interface ReadingWatchDeps {
  readonly app: App;
  readonly keeper: IndexKeeper;
  /** Told all readings that are lost and not yet answered for; `answered` when the user has decided. */
  offer(lost: readonly Reading[], answered: () => void): void;
}

/**
 * Notices when papers that were read wait to be read again and have lost their day, though neither Paperweave nor the user in
 * the open note did that: a generator wrote its notes anew. Papers without a day, and the active note, may have been changed on
 * purpose; they count only beside others that lost theirs. Sees what happens while the app runs.
 */
export class ReadingWatch extends Component {
  private readonly memory = new ReadingMemory();
  private readonly lost = new Map<string, Reading>();
  /** Papers that Paperweave itself is writing. */
  private readonly own = new Set<string>();
  private index: LibraryIndex | null = null;
  private hasEvidence = false;
  private timer: number | null = null;
  private isStopped = false;

  constructor(private readonly deps: ReadingWatchDeps) {
    super();
  }

  override onload(): void {
    const { keeper } = this.deps;
    void keeper.ready.then(() => {
      if (this.isStopped) return;
      this.register(keeper.onPathsChanged((paths) => {
        this.look(paths);
      }));
      // Of a folder each file is told by itself.
      this.registerEvent(this.deps.app.vault.on('rename', ({ path }, oldPath) => {
        this.rename(oldPath, path);
      }));
      this.begin();
    });
  }

  override onunload(): void {
    this.isStopped = true;
    if (this.timer !== null) window.clearTimeout(this.timer);
  }

  /** To be told after the keeper whenever Paperweave writes a note: what it does was asked for. */
  expect(path: string): void {
    this.own.add(path);
    void this.deps.keeper.settled().then(() => this.own.delete(path));
  }

  /** Learns the library as it is: at the start, and where other settings made another one of it. */
  private begin(): void {
    const { libraryIndex } = this.deps.keeper;
    this.index = libraryIndex;
    this.memory.clear();
    this.lost.clear();
    void finishInSlices(
      forEachInSteps(libraryIndex.papers(), ({ path }) => {
        // As it is now, not as it was when this began.
        const paper = this.index === libraryIndex ? libraryIndex.paper(path) : null;
        if (paper) this.memory.remember(paper);
      }),
    );
  }

  private look(paths: readonly string[]): void {
    const { app, keeper } = this.deps;
    if (this.index !== keeper.libraryIndex) {
      this.begin();
      return;
    }
    const active = app.workspace.getActiveFile()?.path;
    for (const path of paths) {
      const paper = keeper.library.paper(path);
      if (!paper) continue;
      if (paper.statusKind !== 'queued') this.lost.delete(path);
      const reading = this.memory.takeLoss(paper);
      if (!reading || this.own.has(path)) continue;
      this.lost.set(path, reading);
      if (reading.day !== null && path !== active) this.hasEvidence = true;
      this.tellSoon();
    }
  }

  /** An offer that names the old path is made anew: another note may stand there soon. */
  private rename(from: string, to: string): void {
    this.memory.rename(from, to);
    if (this.own.delete(from)) this.expect(to);
    const reading = this.lost.get(from);
    this.lost.delete(to);
    if (!reading) return;
    this.lost.delete(from);
    this.lost.set(to, { ...reading, path: to });
    this.tellSoon();
  }

  private tellSoon(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.tell();
    }, QUIET_MS);
  }

  private tell(): void {
    this.timer = null;
    if (!this.hasEvidence) this.lost.clear();
    if (this.lost.size === 0) return;
    const told = [...this.lost.values()];
    this.deps.offer(told, () => {
      for (const { path } of told) this.lost.delete(path);
      if (this.lost.size === 0) this.hasEvidence = false;
    });
  }
}
