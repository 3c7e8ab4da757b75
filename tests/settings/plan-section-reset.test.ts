import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import { parseSettings, SETTING_NAMES } from '../../src/settings/parse-settings';
import { planSectionReset } from '../../src/settings/plan-section-reset';
import { SETTING_SECTIONS, type SettingSection } from '../../src/settings/setting-sections';
import type { Settings } from '../../src/settings/settings';

const sections = Object.keys(SETTING_SECTIONS) as SettingSection[];

/** Every setting another one than at first. */
const OTHER: Settings = {
  ...DEFAULT_SETTINGS,
  paperTags: ['article'],
  paperFolders: ['a, b', 'c'],
  requiredProperties: ['title'],
  fields: { ...DEFAULT_SETTINGS.fields, year: 'Jahr' },
  statusProperty: 'state',
  readDateProperty: '',
  activeLimit: 3,
  statuses: [{ value: 'open', label: 'Open', kind: 'queued', aliases: [], color: '' }, { value: 'shut', label: 'shut', kind: 'done', aliases: [], color: '' }],
  referenceHeadings: ['Cited'],
  linkScope: 'note',
  linkAutomatically: true,
  markReferences: false,
  markReferencesInEditor: true,
  newNoteFolder: 'Inbox',
  newNoteName: 'title',
  newNoteTemplate: 'T.md',
  newNoteTags: ['new'],
  yamlListStyle: 'flow',
  nextWeights: { cited: 0, read: 0, active: 0, recent: 0, worldwide: 0 },
  keptChangesMb: 1,
  hiddenWorks: ['work'],
};

describe('planSectionReset', () => {
  it('should cover every setting that the tab shows, each in one section', () => {
    const kept = ['version', 'savedViews', 'defaultView', 'hiddenWorks', 'shownWorks', 'adopted'];
    expect(Object.values(SETTING_SECTIONS).flat().sort()).toEqual(Object.keys(DEFAULT_SETTINGS).filter((key) => !kept.includes(key)).sort());
  });

  it.each(sections)('should give the settings of %s their defaults, and no others', (section) => {
    const { patch, changed } = planSectionReset(OTHER, section);
    expect(Object.keys(patch)).toEqual([...SETTING_SECTIONS[section]]);
    expect(changed).toEqual(SETTING_SECTIONS[section].map((key) => SETTING_NAMES[key]));
    const after = { ...OTHER, ...patch };
    for (const key of Object.keys(OTHER) as (keyof Settings)[]) {
      expect([key, after[key]]).toEqual([key, (SETTING_SECTIONS[section] as readonly string[]).includes(key) ? DEFAULT_SETTINGS[key] : OTHER[key]]);
    }
    expect(planSectionReset(after, section)).toEqual({ patch: {}, changed: [], lost: [] });
  });

  it.each(sections)('should find nothing to reset in %s of settings that were stored and read again', (section) => {
    expect(planSectionReset(parseSettings(JSON.parse(JSON.stringify(DEFAULT_SETTINGS))).settings, section).changed).toEqual([]);
  });

  it('should name only the settings that change', () => {
    expect(planSectionReset({ ...DEFAULT_SETTINGS, activeLimit: 3 }, 'status')).toEqual({ patch: { activeLimit: 0 }, changed: ['Papers at a time'], lost: [] });
  });

  it.each([
    ['papers', ['Paper tags: article', 'Paper folders: "a, b", c', 'Required properties: title', 'Field names: Jahr']],
    ['status', ['Status property: state']],
    ['statuses', ['Statuses: Open (open), shut']],
    ['linking', ['Reference headings: Cited']],
    ['newNotes', ['Folder for new notes: Inbox', 'Template: T.md', 'Further tags: new']],
    ['next', []],
    ['changes', []],
  ] as const)('should tell what of %s was typed and would be lost', (section, lost) => {
    expect(planSectionReset(OTHER, section).lost.map(({ name, value }) => `${name}: ${value}`)).toEqual(lost);
  });
});
