import type { ScoreWeights } from '../core/dashboard/score-papers';
import type { StatusVocabulary } from '../core/papers/status-vocabulary';
import type { PaperSchema } from '../core/papers/paper-schema';
import type { SavedView } from '../core/dashboard/saved-views';
import type { YamlListStyle } from '../core/front-matter/front-matter';

/** Where links are rewritten: in the references section alone, or in the whole note. */
export type LinkScope = 'section' | 'note';

/** How the file of a new note is named: by the title's slug, by the title itself, or by the year and the slug. */
export type NewNoteName = 'slug' | 'title' | 'year-slug';

/** What adoption found in the vault and took over, as shown in the settings; null before the first run. */
export interface AdoptedHabits {
  /** Local day of the adoption, `yyyy-MM-dd`. */
  readonly day: string;
  readonly papers: number;
  /** One line each, in words. */
  readonly findings: readonly string[];
}

/** All settings, as kept in `data.json` under `version`. */
export interface Settings {
  /** Version of the stored form: this program's, or a newer one's that wrote it. */
  readonly version: number;
  /** Never empty. */
  readonly statusProperty: string;
  /** Property for the day a paper was read; empty turns it off. Never the status property. */
  readonly readDateProperty: string;
  /** At least one queued and one done; no name stands for two of them, case aside. */
  readonly statuses: StatusVocabulary;
  /** Without `#`. */
  readonly paperTags: readonly string[];
  /** Vault paths without a slash at either end; never the whole vault. */
  readonly paperFolders: readonly string[];
  readonly requiredProperties: readonly string[];
  /** Names of the other properties of the schema. */
  readonly fields: PaperSchema['fields'];
  /** Texts without `#` and without a colon at the end, never none; a new note gets the first. */
  readonly referenceHeadings: readonly string[];
  readonly linkScope: LinkScope;
  /** Meant for this device alone: it must not travel with a synced `data.json`. */
  readonly linkAutomatically: boolean;
  /** Whether reading view shows the status of the cited paper beside each reference link. */
  readonly markReferences: boolean;
  /** The same in live preview. */
  readonly markReferencesInEditor: boolean;
  /** Folder for new notes; empty: beside the first citing paper. */
  readonly newNoteFolder: string;
  readonly newNoteName: NewNoteName;
  /** Vault path of a template note; empty: the built-in one. */
  readonly newNoteTemplate: string;
  /** Beside the paper tag; without `#`. */
  readonly newNoteTags: readonly string[];
  readonly yamlListStyle: YamlListStyle;
  /** How many papers of active status are meant to be at most at a time, shown on the board and not enforced; 0 for no limit. */
  readonly activeLimit: number;
  readonly savedViews: readonly SavedView[];
  /** Name of the saved view that a new dashboard shows; empty: the table of all papers. */
  readonly defaultView: string;
  /** How much each part of the score of what to read next counts, from 0 to 10. */
  readonly nextWeights: ScoreWeights;
  /** Keys of the missing works that the user hid. */
  readonly hiddenWorks: readonly string[];
  /** Keys of the missing works that look like debris and that the user wants to see all the same. */
  readonly shownWorks: readonly string[];
  /** Upper bound for the kept changes' records together, in megabytes. */
  readonly keptChangesMb: number;
  readonly adopted: AdoptedHabits | null;
}
