import {
  Notice, PluginSettingTab, type App, type Plugin, type SettingDefinition, type SettingDefinitionControl, type SettingDefinitionGroup,
  type SettingDefinitionItem, type SettingDefinitionList, type SettingDefinitionPage,
} from 'obsidian';
import type { ScorePart } from '../core/dashboard/score-papers';
import { messageOf } from '../core/text/message-of';
import { DEFAULT_FIELDS } from '../core/papers/paper-schema';
import { say } from '../language/say';
import { chooseFolder } from './choose-folder';
import { DEFAULT_SETTINGS } from './default-settings';
import { findEditedKey, type Edit } from './find-edited-key';
import { newNotePreview } from './new-note-preview';
import { ACTIVE_LIMIT, KEPT_CHANGES_MB, NEXT_WEIGHT, SETTING_NAMES } from './parse-settings';
import { planControlChange, planSetting, renderControlValue } from './plan-control-change';
import { resetRow } from './reset-row';
import { scorePreview } from './score-preview';
import type { LinkScope, NewNoteName, Settings } from './settings';
import type { SettingKit, SettingTabDeps } from './settings-tab-deps';
import { statusSettings } from './status-settings';

const SECTION_NAMES = { papers: say('Papers'), status: say('Status'), linking: say('Linking'), newNotes: say('New notes'), changes: say('Changes'), adoption: say('Adoption') };
const SCOPE_NAMES: Record<LinkScope, string> = { section: say('References section'), note: say('Whole note') };
const FILE_NAME_NAMES: Record<NewNoteName, string> = { slug: say('Slug of the title'), title: say('Title'), 'year-slug': say('Year and slug') };
const LIST_STYLE_NAMES: Record<Settings['yamlListStyle'], string> = {
  block: say('One a line, at the margin'),
  indented: say('One a line, indented'),
  flow: say('In brackets, on one line'),
};
const FIELD_ROWS: readonly (readonly [field: keyof Settings['fields'], name: string, desc: string])[] = [
  ['title', say('Title'), say('Where it is missing, the first heading or the file name is the title.')],
  ['authors', say('Authors'), ''],
  ['year', say('Year'), ''],
  ['venue', say('Venue'), ''],
  ['tags', say('Tags'), say('The paper tag is looked for here.')],
  ['aliases', say('Aliases'), say('Other titles that references may go by.')],
  ['metaKey', say('Key'), say('Normally the slug of the title. A note that has it is a paper.')],
  ['numCitedBy', say('Citations worldwide'), ''],
  ['pdf', say('PDF'), say('A path in the vault, a link, or an address.')],
  ['urls', say('Addresses'), ''],
];

const WEIGHT_ROWS: readonly (readonly [part: ScorePart, name: string, desc: string])[] = [
  ['cited', say('Cited here'), say('How many papers of this library cite it. A weight of 0 leaves a part out of the score.')],
  ['read', say('Cited by what you have read'), say('How many of those are read.')],
  ['active', say('Cited by what you are reading'), say('How many of those are being read.')],
  ['recent', say('Recent'), say('How near its year is to that of the newest paper; half as much for every five years.')],
  ['worldwide', say('Cited worldwide'), say('Citations worldwide for each year of its age, as far as its note says.')],
];

/** What text is typed into; the app stores what a click chooses at once. */
const TYPED_IN = 'textarea, select, input:not([type="checkbox"], [type="range"])';

/** A field that was left gives what is clicked next this long to take its click, in milliseconds, before all is drawn anew. */
const CLICK_MS = 300;

/** The settings tab: definitions only, every value checked the way stored data is before it is kept. */
export class PaperweaveSettingsTab extends PluginSettingTab {
  /** The edit that was stored last, and the field it was made in. */
  private edit: (Edit & { readonly field: Element }) | null = null;
  /** By the place of a status, the value that it had before it was edited. */
  private readonly formerValues = new Map<number, string>();
  private isToDraw = false;

  private readonly kit: SettingKit;

  constructor(
    app: App,
    plugin: Plugin,
    private readonly deps: SettingTabDeps,
  ) {
    super(app, plugin);
    this.kit = {
      app,
      deps,
      validator: (key) => (value) => this.problemWith(key, value) ?? undefined,
      store: (key, value) => this.store(key, value),
      follow: (work) => this.follow(work),
    };
    deps.onSettings((now, before, origin) => {
      if (origin === 'elsewhere') this.takeOver(now, before);
    });
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      {
        type: 'group',
        heading: SECTION_NAMES.papers,
        items: [
          this.text('paperTags', say('A note with one of these tags in its front matter, or a tag below it, is a paper. Separate several with commas.'), 'paper'),
          this.text('requiredProperties', say('Only marked notes in which all of these properties are filled count. Separate several with commas.'), 'title, year'),
          this.fieldsPage(),
          resetRow(this.kit, 'papers', SECTION_NAMES.papers),
        ],
      },
      this.folderList(),
      {
        type: 'group',
        heading: SECTION_NAMES.status,
        items: [
          this.text('statusProperty', say('The property that says how far you are with a paper.'), DEFAULT_SETTINGS.statusProperty),
          this.text('readDateProperty', say('Gets the day when a paper becomes read, as 2024-05-31. Leave it empty to write none.'), DEFAULT_SETTINGS.readDateProperty),
          this.number('activeLimit', say('How many papers you mean to be reading at a time. The board says when there are more; nothing is held back. 0 for no limit.'), ACTIVE_LIMIT),
          resetRow(this.kit, 'status', SECTION_NAMES.status),
        ],
      },
      ...statusSettings(this.kit, (index) => this.formerValues.get(index) ?? null),
      { type: 'group', items: [this.linkingPage(), this.newNotesPage(), this.scorePage()] },
      this.changes(),
      { type: 'group', heading: SECTION_NAMES.adoption, items: [this.adoption()] },
    ];
  }

  override getControlValue(key: string): unknown {
    return renderControlValue(this.deps.settings(), key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    // The control shows the reason by its `validate`; here it only must not be stored.
    if (this.problemWith(key, value) !== null) return;
    const settings = this.deps.settings();
    const planned = planControlChange(settings, key, value);
    if (!planned.ok) return;
    this.rememberEdit(key, value, renderControlValue(settings, key));
    await this.deps.change(planned.value);
    this.refreshDomState();
    if (key.startsWith('statuses.')) this.drawWhenFree();
  }

  /** What `validate` says beside the field; null where nothing is wrong. */
  private problemWith(key: string, value: unknown): string | null {
    const planned = planControlChange(this.deps.settings(), key, value);
    if (!planned.ok) return planned.error;
    const { newNoteTemplate, paperFolders } = planned.value;
    if (newNoteTemplate !== undefined && !this.hasNote(newNoteTemplate)) return say('There is no note “{path}”.', { path: newNoteTemplate });
    const folder = paperFolders?.[Number(key.split('.')[1])];
    return folder === undefined || this.app.vault.getFolderByPath(folder) ? null : say('There is no folder “{path}”.', { path: folder });
  }

  private hasNote(path: string): boolean {
    return path === '' || this.app.vault.getFileByPath(path) !== null;
  }

  private text(key: keyof Settings, desc: string, placeholder = ''): SettingDefinitionControl {
    return { name: SETTING_NAMES[key], desc, control: { type: 'text', key, placeholder, validate: this.kit.validator(key) } };
  }

  private number(key: 'activeLimit' | 'keptChangesMb', desc: string, bounds: { readonly min: number; readonly max: number }): SettingDefinitionControl {
    return { name: SETTING_NAMES[key], desc, control: { type: 'number', key, ...bounds, defaultValue: DEFAULT_SETTINGS[key], validate: this.kit.validator(key) } };
  }

  private toggle(key: keyof Settings, desc: string): SettingDefinitionControl {
    return { name: SETTING_NAMES[key], desc, control: { type: 'toggle', key } };
  }

  private dropdown(key: keyof Settings, desc: string, options: Record<string, string>): SettingDefinitionControl {
    return { name: SETTING_NAMES[key], desc, control: { type: 'dropdown', key, options } };
  }

  private fieldsPage(): SettingDefinitionPage {
    return {
      type: 'page',
      name: SETTING_NAMES.fields,
      desc: say('What your notes call title, authors, year and the like.'),
      items: FIELD_ROWS.map(([field, name, desc]): SettingDefinition => {
        const key = `fields.${field}`;
        return { name, desc, control: { type: 'text', key, placeholder: DEFAULT_FIELDS[field], validate: this.kit.validator(key) } };
      }),
    };
  }

  private folderList(): SettingDefinitionList {
    const { paperFolders } = this.deps.settings();
    return {
      type: 'list',
      heading: SETTING_NAMES.paperFolders,
      emptyState: say('Every note in a folder that you add here, and below it, is a paper.'),
      items: paperFolders.map((_, index): SettingDefinition => {
        const key = `paperFolders.${index}`;
        return { name: say('Folder {number}', { number: String(index + 1) }), control: { type: 'folder', key, validate: this.kit.validator(key) } };
      }),
      addItem: {
        name: say('Add folder'),
        action: () => {
          chooseFolder(this.app, this.deps.settings().paperFolders, (path) => {
            this.store('paperFolders', [...this.deps.settings().paperFolders, path]);
          });
        },
      },
      onDelete: (removed) => {
        this.store('paperFolders', this.deps.settings().paperFolders.filter((_, index) => index !== removed));
      },
    };
  }

  private linkingPage(): SettingDefinitionPage {
    return {
      type: 'page',
      name: SECTION_NAMES.linking,
      desc: say('Where references are looked for and turned into links, and the marks beside them.'),
      displayValue: () => SCOPE_NAMES[this.deps.settings().linkScope],
      items: [
        this.text('referenceHeadings', say('A section below one of these headings is the list of references. New notes get the first. Separate several with commas.')),
        this.dropdown('linkScope', say('How far linking reaches.'), SCOPE_NAMES),
        this.toggle(
          'linkAutomatically',
          say('Links the references of new and changed papers by itself, 30 seconds after their last change and never in the note you are in. On this device only; other devices keep their own choice.'),
        ),
        this.toggle('markReferences', say('Shows the status of the cited paper beside each link of a references section in reading view. Never in print.')),
        this.toggle('markReferencesInEditor', say('The same in live preview, while you edit.')),
        resetRow(this.kit, 'linking', SECTION_NAMES.linking),
      ],
    };
  }

  private newNotesPage(): SettingDefinitionPage {
    const hasTemplate = (): boolean => this.hasNote(this.deps.settings().newNoteTemplate);
    return {
      type: 'page',
      name: SECTION_NAMES.newNotes,
      desc: say('How notes for missing works are made, with a preview.'),
      displayValue: () => this.deps.settings().newNoteFolder || say('Beside the citing paper'),
      status: () => (hasTemplate() ? null : 'warning'),
      items: [
        {
          name: SETTING_NAMES.newNoteFolder,
          desc: say('Where notes for missing works go. Empty: beside the first paper that cites the work.'),
          control: { type: 'folder', key: 'newNoteFolder', validate: this.kit.validator('newNoteFolder') },
        },
        this.dropdown('newNoteName', say('How the file of a new note is named.'), FILE_NAME_NAMES),
        {
          name: SETTING_NAMES.newNoteTemplate,
          desc: say('A note to start from. Empty: front matter, a heading and an empty references section.'),
          control: { type: 'file', key: 'newNoteTemplate', filter: (file) => file.extension === 'md', validate: this.kit.validator('newNoteTemplate') },
        },
        this.text('newNoteTags', say('Tags for new notes beside the paper tag. Separate several with commas.')),
        this.dropdown('yamlListStyle', say('How lists are written in the front matter of new notes. Existing notes keep theirs.'), LIST_STYLE_NAMES),
        newNotePreview(this.deps, hasTemplate),
        resetRow(this.kit, 'newNotes', SECTION_NAMES.newNotes),
      ],
    };
  }

  private scorePage(): SettingDefinitionPage {
    return {
      type: 'page',
      name: SETTING_NAMES.nextWeights,
      desc: say('How much each part of the score counts, with a preview.'),
      items: [
        ...WEIGHT_ROWS.map(([part, name, desc]): SettingDefinition => {
          const key = `nextWeights.${part}`;
          return {
            name,
            desc,
            control: { type: 'slider', key, ...NEXT_WEIGHT, step: 1, defaultValue: DEFAULT_SETTINGS.nextWeights[part], validate: this.kit.validator(key) },
          };
        }),
        scorePreview(this.deps),
        resetRow(this.kit, 'next', SETTING_NAMES.nextWeights),
      ],
    };
  }

  private changes(): SettingDefinitionGroup {
    return {
      type: 'group',
      heading: SECTION_NAMES.changes,
      items: [
        {
          name: say('Kept changes'),
          desc: say('What was changed in your notes, each change with the way back.'),
          render: (setting) => {
            setting.addButton((button) => {
              button.setButtonText(say('Show')).onClick(() => {
                this.deps.showChanges();
              });
            });
          },
        },
        this.number(
          'keptChangesMb',
          say('The last 20 changes of one note and the last 20 of many can be undone, as far as their records fit into this many megabytes.'),
          KEPT_CHANGES_MB,
        ),
        resetRow(this.kit, 'changes', SECTION_NAMES.changes),
      ],
    };
  }

  private adoption(): SettingDefinition {
    const { adopted } = this.deps.settings();
    return {
      name: SETTING_NAMES.adopted,
      desc: adopted ? say('{day}: {findings}', { day: adopted.day, findings: adopted.findings.join(' ') }) : say('Nothing has been adopted from this vault yet.'),
      render: (setting) => {
        setting.addButton((button) => {
          button.setButtonText(say('Adopt again')).onClick(() => {
            // A row that holds the focus is not drawn again by `update`.
            button.buttonEl.blur();
            this.follow(this.deps.adoptAgain());
          });
        });
      },
    };
  }

  private store<K extends keyof Settings>(key: K, value: Settings[K]): void {
    this.formerValues.clear();
    const planned = planSetting(this.deps.settings(), key, value);
    if (planned.ok) {
      this.follow(this.deps.change(planned.value));
      return;
    }
    new Notice(planned.error);
    this.update();
  }

  private follow(work: Promise<unknown>): void {
    work
      .catch((error: unknown) => {
        new Notice(say('The settings could not be saved: {error}', { error: messageOf(error) }));
      })
      .finally(() => {
        this.drawWhenFree();
      });
  }

  /** The field in which somebody may be typing. */
  private fieldInUse(): Element | null {
    const { activeElement } = this.containerEl.ownerDocument;
    return activeElement !== null && this.containerEl.contains(activeElement) && activeElement.matches(TYPED_IN) ? activeElement : null;
  }

  private rememberEdit(key: string, value: unknown, shown: unknown): void {
    const field = this.fieldInUse();
    const original = this.edit !== null && this.edit.field === field && this.edit.key === key ? this.edit.original : shown;
    this.edit = field && { key, value, original, field };
    const [top, index, part] = key.split('.');
    if (top === 'statuses' && part === 'value' && !this.formerValues.has(Number(index)) && typeof shown === 'string') this.formerValues.set(Number(index), shown);
  }

  /** Settings came from elsewhere: shows them, but neither takes a field away from whoever types in it nor loses what was typed. */
  private takeOver(now: Settings, before: Settings): void {
    this.formerValues.clear();
    const edit = this.edit?.field === this.fieldInUse() ? this.edit : null;
    const key = edit && findEditedKey(edit, before, now);
    if (edit && key === null) new Notice(say('What you were editing in the settings was removed elsewhere.'));
    if (edit && key !== null) {
      const planned = planControlChange(now, key, edit.value);
      if (planned.ok && renderControlValue(now, key) !== renderControlValue({ ...now, ...planned.value }, key)) this.follow(this.deps.change(planned.value));
    }
    // A field that stands for another entry now must not be typed in any longer.
    if (edit === null || key === edit.key) this.drawWhenFree();
    else this.update();
  }

  /** Draws the tab anew as soon as nobody types in it. */
  private drawWhenFree(): void {
    const field = this.fieldInUse();
    if (field === null) {
      this.update();
      return;
    }
    if (this.isToDraw) return;
    this.isToDraw = true;
    const later = (): void => {
      this.isToDraw = false;
      this.drawWhenFree();
    };
    field.addEventListener('blur', () => window.setTimeout(later, CLICK_MS), { once: true });
  }
}
