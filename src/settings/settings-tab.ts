import {
  Notice, PluginSettingTab, type App, type Plugin, type SettingDefinition, type SettingDefinitionControl, type SettingDefinitionItem,
  type SettingDefinitionList, type SettingDefinitionPage,
} from 'obsidian';
import type { ScorePart } from '../core/dashboard/score-papers';
import { DEFAULT_FIELDS } from '../core/paper-schema';
import type { StatusDefinition, StatusKind } from '../core/status-vocabulary';
import { say } from '../language/say';
import { DEFAULT_SETTINGS } from './default-settings';
import { ACTIVE_LIMIT, KEPT_CHANGES_MB, NEXT_WEIGHT, parseSettings, SETTING_NAMES } from './parse-settings';
import { STATUS_COLORS, STATUS_KINDS } from './parse-statuses';
import { planControlChange, renderControlValue } from './plan-control-change';
import type { LinkScope, NewNoteName, Settings } from './settings';

/** What the tab needs from the plugin. */
export interface SettingTabDeps {
  /** The settings as they stand, a change that is still being saved included. */
  settings(): Settings;
  /** Takes over a checked change at once and resolves when it is saved. */
  change(patch: Partial<Settings>): Promise<void>;
  /** Looks at the vault's habits again and takes them over, asking where it must. */
  adoptAgain(): Promise<void>;
  /** Shows the kept changes. */
  showChanges(): void;
}

const KIND_NAMES: Readonly<Record<StatusKind, string>> = {
  queued: 'Waiting to be read',
  active: 'Being read',
  done: 'Read',
  dropped: 'Given up',
};
const SCOPE_NAMES: Record<LinkScope, string> = { section: 'References section', note: 'Whole note' };
const FILE_NAME_NAMES: Record<NewNoteName, string> = { slug: 'Slug of the title', title: 'Title', 'year-slug': 'Year and slug' };
const LIST_STYLE_NAMES: Record<Settings['yamlListStyle'], string> = {
  block: 'One a line, at the margin',
  indented: 'One a line, indented',
  flow: 'In brackets, on one line',
};
const FIELD_NAMES: readonly (readonly [field: keyof Settings['fields'], name: string, desc: string])[] = [
  ['title', 'Title', 'Where it is missing, the first heading or the file name is the title.'],
  ['authors', 'Authors', ''],
  ['year', 'Year', ''],
  ['venue', 'Venue', ''],
  ['tags', 'Tags', 'The paper tag is looked for here.'],
  ['aliases', 'Aliases', 'Other titles that references may go by.'],
  ['metaKey', 'Key', 'Normally the slug of the title. A note that has it is a paper.'],
  ['numCitedBy', 'Citations worldwide', ''],
  ['pdf', 'PDF', 'A path in the vault, or an address.'],
  ['urls', 'Addresses', ''],
];

const WEIGHT_NAMES: readonly (readonly [part: ScorePart, name: string, desc: string])[] = [
  ['cited', 'Cited here', 'How many papers of this library cite it. A weight of 0 leaves a part out of the score.'],
  ['read', 'Cited by what you have read', 'How many of those are read.'],
  ['active', 'Cited by what you are reading', 'How many of those are being read.'],
  ['recent', 'Recent', 'How near its year is to that of the newest paper; half as much for every five years.'],
  ['worldwide', 'Cited worldwide', 'Citations worldwide for each year of its age, as far as its note says.'],
];

/** The settings tab: definitions only, every value checked the way stored data is before it is kept. */
export class PaperweaveSettingTab extends PluginSettingTab {
  constructor(
    app: App,
    plugin: Plugin,
    private readonly deps: SettingTabDeps,
  ) {
    super(app, plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      {
        type: 'group',
        heading: 'Papers',
        items: [
          this.text('paperTags', 'A note with one of these tags in its front matter, or a tag below it, is a paper. Separate several with commas.', 'paper'),
          this.text('paperFolders', 'Every note in these folders, and below them, is a paper. Separate several with commas.', 'Papers, Reading/2024'),
          this.text('requiredProperties', 'Only marked notes in which all of these properties are filled count. Separate several with commas.', 'title, year'),
          this.fieldsPage(),
        ],
      },
      {
        type: 'group',
        heading: 'Status',
        items: [
          this.text('statusProperty', 'The property that says how far you are with a paper.', DEFAULT_SETTINGS.statusProperty),
          this.text(
            'readDateProperty',
            'Gets the day when a paper becomes read, as 2024-05-31. Leave it empty to write none.',
            DEFAULT_SETTINGS.readDateProperty,
          ),
          {
            name: SETTING_NAMES.activeLimit,
            desc: 'How many papers you mean to be reading at a time. The board says when there are more; nothing is held back. 0 for no limit.',
            control: {
              type: 'number',
              key: 'activeLimit',
              ...ACTIVE_LIMIT,
              defaultValue: DEFAULT_SETTINGS.activeLimit,
              validate: this.validator('activeLimit'),
            },
          },
        ],
      },
      this.statusList(),
      {
        type: 'group',
        heading: SETTING_NAMES.nextWeights,
        items: WEIGHT_NAMES.map(([part, name, desc]) => this.weight(part, name, desc)),
      },
      {
        type: 'group',
        heading: 'References',
        items: [
          this.text('referenceHeadings', 'A section below one of these headings is the list of references. New notes get the first. Separate several with commas.'),
          {
            name: SETTING_NAMES.linkScope,
            desc: 'How far linking reaches.',
            control: { type: 'dropdown', key: 'linkScope', options: SCOPE_NAMES },
          },
          {
            name: SETTING_NAMES.linkAutomatically,
            desc: 'Links the references of new and changed papers by itself, 30 seconds after their last change and never in the note you are in. On this device only; other devices keep their own choice.',
            control: { type: 'toggle', key: 'linkAutomatically' },
          },
          {
            name: SETTING_NAMES.markReferences,
            desc: say('Shows the status of the cited paper beside each link of a references section in reading view. Never in print.'),
            control: { type: 'toggle', key: 'markReferences' },
          },
          {
            name: SETTING_NAMES.markReferencesInEditor,
            desc: say('The same in live preview, while you edit.'),
            control: { type: 'toggle', key: 'markReferencesInEditor' },
          },
        ],
      },
      {
        type: 'group',
        heading: 'New notes',
        items: [
          {
            name: SETTING_NAMES.newNoteFolder,
            desc: 'Where notes for missing works go. Empty: beside the first paper that cites the work.',
            control: { type: 'folder', key: 'newNoteFolder', validate: this.validator('newNoteFolder') },
          },
          {
            name: SETTING_NAMES.newNoteName,
            desc: 'How the file of a new note is named.',
            control: { type: 'dropdown', key: 'newNoteName', options: FILE_NAME_NAMES },
          },
          {
            name: SETTING_NAMES.newNoteTemplate,
            desc: 'A note to start from. Empty: front matter, a heading and an empty references section.',
            control: {
              type: 'file',
              key: 'newNoteTemplate',
              filter: (file) => file.extension === 'md',
              validate: this.validator('newNoteTemplate'),
            },
          },
          this.text('newNoteTags', 'Tags for new notes beside the paper tag. Separate several with commas.'),
          {
            name: SETTING_NAMES.yamlListStyle,
            desc: 'How lists are written in the front matter of new notes. Existing notes keep theirs.',
            control: { type: 'dropdown', key: 'yamlListStyle', options: LIST_STYLE_NAMES },
          },
        ],
      },
      {
        type: 'group',
        heading: 'Changes',
        items: [
          {
            name: 'Kept changes',
            desc: 'What was changed in your notes, each change with the way back.',
            render: (setting) => {
              setting.addButton((button) => {
                button.setButtonText('Show').onClick(() => {
                  this.deps.showChanges();
                });
              });
            },
          },
          {
            name: SETTING_NAMES.keptChangesMb,
            desc: 'The last 20 changes of one note and the last 20 of many can be undone, as far as their records fit into this many megabytes.',
            control: {
              type: 'number',
              key: 'keptChangesMb',
              ...KEPT_CHANGES_MB,
              defaultValue: DEFAULT_SETTINGS.keptChangesMb,
              validate: this.validator('keptChangesMb'),
            },
          },
        ],
      },
      { type: 'group', heading: 'Adoption', items: [this.adoption()] },
    ];
  }

  override getControlValue(key: string): unknown {
    return renderControlValue(this.deps.settings(), key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const planned = planControlChange(this.deps.settings(), key, value);
    // The control shows the reason by its `validate`; here it only must not be stored.
    if (!planned.ok) return;
    await this.deps.change(planned.value);
    if (key.startsWith('statuses.')) this.update();
  }

  private validator(key: string): (value: unknown) => string | undefined {
    return (value) => {
      const planned = planControlChange(this.deps.settings(), key, value);
      return planned.ok ? undefined : planned.error;
    };
  }

  private text(key: keyof Settings, desc: string, placeholder = ''): SettingDefinitionControl {
    return { name: SETTING_NAMES[key], desc, control: { type: 'text', key, placeholder, validate: this.validator(key) } };
  }

  private weight(part: ScorePart, name: string, desc: string): SettingDefinitionControl {
    const key = `nextWeights.${part}`;
    return {
      name,
      desc,
      control: { type: 'slider', key, ...NEXT_WEIGHT, step: 1, defaultValue: DEFAULT_SETTINGS.nextWeights[part], validate: this.validator(key) },
    };
  }

  private fieldsPage(): SettingDefinitionPage {
    return {
      type: 'page',
      name: SETTING_NAMES.fields,
      desc: 'What your notes call title, authors, year and the like.',
      items: FIELD_NAMES.map(([field, name, desc]): SettingDefinition => {
        const key = `fields.${field}`;
        return { name, desc, control: { type: 'text', key, placeholder: DEFAULT_FIELDS[field], validate: this.validator(key) } };
      }),
    };
  }

  private statusList(): SettingDefinitionList {
    const statuses = this.deps.settings().statuses;
    return {
      type: 'list',
      heading: SETTING_NAMES.statuses,
      items: statuses.map((status, index) => this.statusPage(status, index)),
      addItem: {
        name: 'Add status',
        action: () => {
          const now = this.deps.settings().statuses;
          this.storeStatuses([...now, newStatus(now)]);
        },
      },
      onDelete: (removed) => {
        this.storeStatuses(this.deps.settings().statuses.filter((_, index) => index !== removed));
      },
      onReorder: (from, to) => {
        const order = [...this.deps.settings().statuses];
        order.splice(to, 0, ...order.splice(from, 1));
        this.storeStatuses(order);
      },
    };
  }

  private statusPage(status: StatusDefinition, index: number): SettingDefinitionPage {
    const key = (part: keyof StatusDefinition): string => `statuses.${index}.${part}`;
    const text = (part: keyof StatusDefinition, name: string, desc: string): SettingDefinition => ({
      name,
      desc,
      control: { type: 'text', key: key(part), validate: this.validator(key(part)) },
    });
    return {
      type: 'page',
      // By place, not by label: the page is found by its name, which must not change while its label is being typed.
      name: `Status ${index + 1}`,
      desc: status.label === status.value ? status.value : `${status.label} (${status.value})`,
      items: [
        text('value', 'Value', 'What is written into notes. Notes that have the old value keep it; list it under aliases if it should go on meaning this.'),
        text('label', 'Label', 'What is shown.'),
        {
          name: 'Kind',
          desc: 'What it means for the counts. At least one status must wait to be read, and one be read.',
          control: { type: 'dropdown', key: key('kind'), options: Object.fromEntries(STATUS_KINDS.map((kind) => [kind, KIND_NAMES[kind]])), validate: this.validator(key('kind')) },
        },
        text('aliases', 'Aliases', 'Other values that mean the same when read. Separate several with commas.'),
        {
          name: 'Colour',
          control: {
            type: 'dropdown',
            key: key('color'),
            options: Object.fromEntries(STATUS_COLORS.map((color) => [color, color === '' ? 'None' : color.charAt(0).toUpperCase() + color.slice(1)])),
          },
        },
      ],
    };
  }

  private storeStatuses(statuses: readonly StatusDefinition[]): void {
    const parsed = parseSettings({ ...this.deps.settings(), statuses });
    const problem = parsed.notes.find((note) => note.startsWith(`${SETTING_NAMES.statuses}:`));
    if (problem !== undefined) {
      new Notice(problem);
      this.update();
      return;
    }
    this.follow(this.deps.change({ statuses: parsed.settings.statuses }));
  }

  private adoption(): SettingDefinition {
    const { adopted } = this.deps.settings();
    return {
      name: SETTING_NAMES.adopted,
      desc: adopted ? `${adopted.day}: ${adopted.findings.join(' ')}` : 'Nothing has been adopted from this vault yet.',
      render: (setting) => {
        setting.addButton((button) => {
          button.setButtonText('Adopt again').onClick(() => {
            // A row that holds the focus is not drawn again by `update`.
            button.buttonEl.blur();
            this.follow(this.deps.adoptAgain());
          });
        });
      },
    };
  }

  private follow(work: Promise<void>): void {
    work
      .catch((error: unknown) => {
        new Notice(`The settings could not be saved: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        this.update();
      });
  }
}

function newStatus(statuses: readonly StatusDefinition[]): StatusDefinition {
  const taken = new Set(statuses.flatMap((status) => [status.value, ...status.aliases]).map((name) => name.toLowerCase()));
  let value = 'new-status';
  for (let number = 2; taken.has(value); number += 1) value = `new-status-${number}`;
  return { value, label: 'New status', kind: 'queued', aliases: [], color: '' };
}
