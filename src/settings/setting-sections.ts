import type { Settings } from './settings';

/** The sections that are reset by themselves, with the settings in each, in the tab's order. */
export const SETTING_SECTIONS = {
  papers: ['paperTags', 'paperFolders', 'requiredProperties', 'fields'],
  status: ['statusProperty', 'readDateProperty', 'activeLimit'],
  statuses: ['statuses'],
  linking: ['referenceHeadings', 'linkScope', 'linkAutomatically', 'markReferences', 'markReferencesInEditor'],
  newNotes: ['newNoteFolder', 'newNoteName', 'newNoteTemplate', 'newNoteTags', 'yamlListStyle'],
  next: ['nextWeights'],
  changes: ['keptChangesMb'],
} as const satisfies Readonly<Record<string, readonly (keyof Settings)[]>>;

/** The name of a section in the code; the user sees its heading. */
export type SettingSection = keyof typeof SETTING_SECTIONS;
