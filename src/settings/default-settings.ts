import { DEFAULT_FIELDS } from '../core/papers/paper-schema';
import { DEFAULT_STATUSES } from '../core/papers/status-vocabulary';
import { SETTINGS_VERSION } from './migrate-settings';
import type { Settings } from './settings';

/** The settings of a vault that has no habits of its own. Frozen through and through: a write to them is a mistake and throws. */
export const DEFAULT_SETTINGS: Settings = frozen({
  version: SETTINGS_VERSION,
  statusProperty: 'status',
  readDateProperty: 'read_date',
  statuses: DEFAULT_STATUSES.map((status) => ({ ...status, aliases: [...status.aliases] })),
  paperTags: ['paper'],
  paperFolders: [],
  requiredProperties: [],
  fields: { ...DEFAULT_FIELDS },
  referenceHeadings: ['References', 'Paper References', 'Bibliography', 'Reference', '参考文献'],
  linkScope: 'section',
  linkAutomatically: false,
  markReferences: true,
  markReferencesInEditor: false,
  newNoteFolder: '',
  newNoteName: 'slug',
  newNoteTemplate: '',
  newNoteTags: [],
  yamlListStyle: 'block',
  activeLimit: 0,
  savedViews: [],
  defaultView: '',
  nextWeights: { cited: 3, read: 4, active: 2, recent: 1, worldwide: 2 },
  hiddenWorks: [],
  shownWorks: [],
  keptChangesMb: 50,
  adopted: null,
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
