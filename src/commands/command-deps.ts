import type { App } from 'obsidian';
import type { ChangeRequests } from '../vault/change-requests';
import type { IndexKeeper } from '../vault/index-keeper';
import type { PaperStore } from '../vault/paper-store';
import type { Settings } from '../settings/settings';
import type { PaperActions } from '../views/paper-actions';
import type { ChangeRunner } from './change-runner';

/** What commands are made from. */
export interface CommandDeps {
  readonly app: App;
  readonly keeper: IndexKeeper;
  readonly requests: ChangeRequests;
  readonly runner: ChangeRunner;
  readonly actions: PaperActions;
  readonly files: Pick<PaperStore, 'create' | 'isTaken'>;
  settings(): Settings;
  openView(type: string): Promise<void>;
  /** Counts the vault's habits and takes them over, after asking where settings exist. */
  adopt(): Promise<void>;
}
