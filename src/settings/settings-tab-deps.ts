import type { App } from 'obsidian';
import type { LibrarySource } from '../core/library/library';
import type { Settings } from './settings';
import type { SettingsListener } from './settings-listener';

/** A note as it would be made. */
export interface NewNotePreview {
  /** Title of the work that it is for. */
  readonly title: string;
  /** True where no work is missing, so that the title is made up. */
  readonly isExample: boolean;
  /** Null where none can be made. */
  readonly note: { readonly path: string; readonly text: string } | null;
  /** Why none can be made, in words. */
  readonly problem: string | null;
}

/** What the tab needs from the plugin. */
export interface SettingTabDeps {
  /** The settings as they stand, a change that is still being saved included. */
  settings(): Settings;
  /** Takes over a checked change at once and resolves when it is saved. */
  change(patch: Partial<Settings>): Promise<void>;
  /** Told of every change, from here and from elsewhere. Returns its own off. */
  onSettings(callback: SettingsListener): () => void;
  /** The papers, for the previews and for counting who has a status. */
  readonly source: LibrarySource;
  /** The note that would be made by the settings as they stand. Writes nothing. */
  previewNewNote(): Promise<NewNotePreview>;
  /** Looks at the vault's habits again and takes them over, asking where it must. */
  adoptAgain(): Promise<void>;
  /** Shows the kept changes. */
  showChanges(): void;
}

/** What the sections of the tab share. */
export interface SettingKit {
  readonly app: App;
  readonly deps: SettingTabDeps;
  /** Why a control's value cannot be stored, in words for beside it; undefined where it can. */
  readonly validator: (key: string) => (value: unknown) => string | undefined;
  /** Checks a whole setting and stores it, or says why it cannot be. Draws the tab anew. */
  readonly store: <K extends keyof Settings>(key: K, value: Settings[K]) => void;
  /** Draws the tab anew when the work is done, and says where it failed. */
  readonly follow: (work: Promise<unknown>) => void;
}
