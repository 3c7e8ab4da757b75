/** @jest-environment jsdom */
import type { SettingDefinition, SettingDefinitionControl, SettingDefinitionItem, SettingDefinitionList, SettingDefinitionPage } from 'obsidian';
import type { Library } from '../../src/core/library/library';
import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import type { Settings } from '../../src/settings/settings';
import type { SettingsListener } from '../../src/settings/settings-listener';
import type * as SettingsTab from '../../src/settings/settings-tab';

const notices: string[] = [];
let updates = 0;

class StubSettingTab {
  readonly containerEl = document.body;

  constructor(readonly app: unknown) {}

  update(): void {
    updates += 1;
  }

  refreshDomState(): void {
    return undefined;
  }
}
class StubNotice {
  constructor(message: string) {
    notices.push(message);
  }
}
jest.doMock('obsidian', () => ({ PluginSettingTab: StubSettingTab, Notice: StubNotice, Modal: Object, FuzzySuggestModal: Object, getLanguage: () => 'en' }), { virtual: true });

// After the stub is in place, and so not by an import statement.
const { PaperweaveSettingsTab: Tab } = jest.requireActual<typeof SettingsTab>('../../src/settings/settings-tab');
beforeEach(() => {
  notices.length = 0;
  updates = 0;
});

interface Opened {
  readonly tab: SettingsTab.PaperweaveSettingsTab;
  readonly settings: () => Settings;
  readonly adoptions: () => number;
  readonly shown: () => number;
  /** Settings that came with `data.json`. */
  readonly arrive: (patch: Partial<Settings>) => void;
}

/** What is in the vault. */
const APP = {
  vault: {
    getFileByPath: (path: string) => (path === 'Templates/paper.md' ? { path } : null),
    getFolderByPath: (path: string) => (['Papers', 'Reading/2024'].includes(path) ? { path } : null),
  },
};

function openTab(given: Partial<Settings> = {}, change?: () => Promise<void>): Opened {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...given };
  let adoptions = 0;
  let shown = 0;
  const listeners: SettingsListener[] = [];
  const tab = new Tab(APP as never, {} as never, {
    settings: () => settings,
    change: (patch) => {
      settings = { ...settings, ...patch };
      return change?.() ?? Promise.resolve();
    },
    onSettings: (callback) => {
      listeners.push(callback);
      return () => undefined;
    },
    source: { state: { phase: 'ready' }, library: { statusTallies: () => [] } as unknown as Library, onChange: () => () => undefined },
    previewNewNote: () => Promise.reject(new Error('not shown here')),
    adoptAgain: () => {
      adoptions += 1;
      return Promise.resolve();
    },
    showChanges: () => {
      shown += 1;
    },
  });
  const arrive = (patch: Partial<Settings>): void => {
    const before = settings;
    settings = { ...settings, ...patch };
    for (const listener of listeners) listener(settings, before, 'elsewhere');
  };
  return { tab, settings: () => settings, adoptions: () => adoptions, shown: () => shown, arrive };
}

/** Presses the button with that text among the rows that draw themselves. */
async function pressButton(renders: readonly SettingDefinition[], text: string): Promise<void> {
  const clicks = new Map<string, () => void>();
  for (const { render } of renders.filter(({ name: row }) => row !== 'Preview')) {
    let name = '';
    const button = {
      buttonEl: { blur: () => undefined },
      setButtonText: (given: string) => {
        name = given;
        return button;
      },
      onClick: (callback: () => void) => {
        clicks.set(name, callback);
        return button;
      },
    };
    render?.({ addButton: (build: (component: typeof button) => void) => { build(button); } } as never, null as never);
  }
  const click = clicks.get(text);
  if (!click) throw new Error(`There is no button “${text}” among ${[...clicks.keys()].join(', ')}.`);
  click();
  await settled();
}

interface Walked {
  readonly headings: string[];
  readonly names: string[];
  readonly descs: string[];
  readonly controls: SettingDefinitionControl[];
  readonly renders: SettingDefinition[];
}

function walk(items: readonly SettingDefinitionItem[], into: Walked = { headings: [], names: [], descs: [], controls: [], renders: [] }): Walked {
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'page') into.names.push(item.name);
      else if (item.heading !== undefined) into.headings.push(item.heading);
      walk(item.items ?? [], into);
      continue;
    }
    into.names.push(item.name);
    if (typeof item.desc === 'string') into.descs.push(item.desc);
    if (item.control) into.controls.push(item);
    if (item.render) into.renders.push(item);
  }
  return into;
}

const findPage = (items: readonly SettingDefinitionItem[], name: string): SettingDefinitionPage | undefined =>
  items.flatMap((item) => ('type' in item ? (item.type === 'page' ? [item] : (item.items ?? []).filter((inner): inner is SettingDefinitionPage => 'type' in inner)) : [])).find((page) => page.name === name);

const listOf = (tab: SettingsTab.PaperweaveSettingsTab, heading: string): SettingDefinitionList => {
  const list = tab.getSettingDefinitions().find((item): item is SettingDefinitionList => 'type' in item && item.type === 'list' && item.heading === heading);
  if (!list) throw new Error('no list');
  return list;
};
const statusList = (tab: SettingsTab.PaperweaveSettingsTab): SettingDefinitionList => listOf(tab, 'Statuses');
const values = (settings: Settings): string[] => settings.statuses.map((status) => status.value);
const settled = (): Promise<void> => new Promise((resolve) => void window.setTimeout(resolve, 0));

describe('PaperweaveSettingsTab', () => {
  it('should offer the groups in their order, headed as the app wants it', () => {
    const { headings, names } = walk(openTab().tab.getSettingDefinitions());
    expect(headings).toEqual(['Papers', 'Paper folders', 'Status', 'Statuses', 'Changes', 'Adoption']);
    expect(names).toEqual(expect.arrayContaining(['Field names', 'Linking', 'New notes', 'What to read next']));
    const words = [...headings, ...names];
    expect(words.filter((word) => /settings|options|general|paperweave/i.test(word))).toEqual([]);
    expect(words.filter((word) => /^[^A-Z]/.test(word) || / [A-Z](?!DF)/.test(word))).toEqual([]);
  });

  it('should have a control for every setting that a user may change, and a value for every control', () => {
    const { tab, settings } = openTab({ paperFolders: ['Papers'] });
    const { controls } = walk(tab.getSettingDefinitions());
    const keys = controls.map((item) => item.control.key);
    expect(new Set(keys).size).toBe(keys.length);
    const tops = new Set(keys.map((key) => key.split('.')[0]));
    const elsewhere = ['version', 'savedViews', 'defaultView', 'hiddenWorks', 'shownWorks', 'adopted'];
    expect([...tops].sort()).toEqual(Object.keys(settings()).filter((key) => !elsewhere.includes(key)).sort());
    expect(keys.filter((key) => key.startsWith('fields.')).map((key) => key.slice(7))).toEqual(Object.keys(DEFAULT_SETTINGS.fields));
    expect(keys.filter((key) => key.startsWith('nextWeights.')).map((key) => key.slice(12))).toEqual(Object.keys(DEFAULT_SETTINGS.nextWeights));
    const types = { text: 'string', textarea: 'string', dropdown: 'string', file: 'string', folder: 'string', color: 'string', number: 'number', slider: 'number', toggle: 'boolean' };
    for (const { control } of controls) expect([control.key, typeof tab.getControlValue(control.key)]).toEqual([control.key, types[control.type]]);
  });

  it('should give every dropdown the option that is chosen', () => {
    const { tab } = openTab();
    const { controls } = walk(tab.getSettingDefinitions());
    const dropdowns = controls.flatMap(({ control }) => (control.type === 'dropdown' ? [control] : []));
    expect(dropdowns).toHaveLength(3 + 2 * DEFAULT_SETTINGS.statuses.length);
    for (const control of dropdowns) expect(Object.keys(control.options)).toContain(tab.getControlValue(control.key));
  });

  it('should accept by its validators what is stored', () => {
    const { controls } = walk(openTab().tab.getSettingDefinitions());
    const tab = openTab().tab;
    for (const { control } of controls) {
      const validate: ((value: never) => unknown) | undefined = control.validate;
      expect([control.key, validate?.(tab.getControlValue(control.key) as never)]).toEqual([control.key, undefined]);
    }
  });

  it('should store a valid value', async () => {
    const { tab, settings } = openTab();
    await tab.setControlValue('paperTags', '#article, paper');
    expect(settings().paperTags).toEqual(['article', 'paper']);
    expect(updates).toBe(0);
  });

  it('should refuse an invalid value with the reason and never store it', async () => {
    const { tab, settings } = openTab();
    const { controls } = walk(tab.getSettingDefinitions());
    const property = controls.find((item) => item.control.key === 'statusProperty');
    const validate: ((value: never) => unknown) | undefined = property?.control.validate;
    expect(validate?.('a: b' as never)).toMatch(/colon/);
    await tab.setControlValue('statusProperty', 'a: b');
    expect(settings()).toEqual(DEFAULT_SETTINGS);
  });

  it('should draw the list anew when a status changed, under names that stay', async () => {
    const { tab, settings } = openTab();
    const before = statusList(tab).items?.map((item) => item.name);
    await tab.setControlValue('statuses.0.label', 'Later');
    expect(settings().statuses[0]?.label).toBe('Later');
    expect(updates).toBe(1);
    expect(statusList(tab).items?.map((item) => item.name)).toEqual(before);
    const [first] = statusList(tab).items ?? [];
    expect(first?.desc).toBe('Later (todo)');
  });

  it('should add, move and remove statuses', async () => {
    const { tab, settings } = openTab();
    const list = statusList(tab);
    list.addItem?.action(null as never);
    list.addItem?.action(null as never);
    expect(values(settings())).toEqual(['todo', 'reading', 'read', 'skipped', 'new-status', 'new-status-2']);
    list.onReorder?.(4, 1);
    expect(values(settings())).toEqual(['todo', 'new-status', 'reading', 'read', 'skipped', 'new-status-2']);
    list.onReorder?.(0, 2);
    expect(values(settings())).toEqual(['new-status', 'reading', 'todo', 'read', 'skipped', 'new-status-2']);
    list.onDelete?.(5);
    await settled();
    list.onDelete?.(0);
    await settled();
    expect(values(settings())).toEqual(['reading', 'todo', 'read', 'skipped']);
    await settled();
    expect(updates).toBe(6);
    expect(notices).toEqual([]);
  });

  it('should keep the last status that a paper can be read by', async () => {
    const { tab, settings } = openTab();
    statusList(tab).onDelete?.(2);
    await settled();
    expect(settings()).toEqual(DEFAULT_SETTINGS);
    expect(notices).toEqual([expect.stringMatching(/at least one done status/)]);
    expect(updates).toBe(1);
  });

  it('should choose paper folders one by one, and take only those of the vault', async () => {
    const { tab, settings } = openTab({ paperFolders: ['Papers', 'Gone'] });
    const rows = walk([listOf(tab, 'Paper folders')]).controls;
    expect(rows.map(({ control }) => [control.type, control.key, tab.getControlValue(control.key)])).toEqual([['folder', 'paperFolders.0', 'Papers'], ['folder', 'paperFolders.1', 'Gone']]);
    const validate = rows[1]?.control.validate as ((value: unknown) => unknown) | undefined;
    expect(['Gone', 'Papers', '', 'Reading/2024'].map((value) => validate?.(value))).toEqual([
      expect.stringMatching(/no folder “Gone”/), expect.stringMatching(/already/), expect.stringMatching(/whole vault/), undefined,
    ]);
    await tab.setControlValue('paperFolders.1', 'Nowhere');
    expect(settings().paperFolders).toEqual(['Papers', 'Gone']);
    await tab.setControlValue('paperFolders.1', '/Reading/2024/');
    expect(settings().paperFolders).toEqual(['Papers', 'Reading/2024']);
    listOf(tab, 'Paper folders').onDelete?.(0);
    expect(settings().paperFolders).toEqual(['Reading/2024']);
  });

  it('should take no template that is not there, and mark the page of one that went away', async () => {
    const { tab, settings } = openTab({ newNoteTemplate: 'Templates/gone.md' });
    const page = (): SettingDefinitionPage | undefined => findPage(tab.getSettingDefinitions(), 'New notes');
    const status = (): unknown => (typeof page()?.status === 'function' ? (page()?.status as () => unknown)() : page()?.status);
    expect(status()).toBe('warning');
    await tab.setControlValue('newNoteTemplate', 'Templates/other.md');
    expect(settings().newNoteTemplate).toBe('Templates/gone.md');
    await tab.setControlValue('newNoteTemplate', 'Templates/paper.md');
    expect([settings().newNoteTemplate, status()]).toEqual(['Templates/paper.md', null]);
  });

  it('should show what is set on a page on the way to it', () => {
    const { tab } = openTab({ linkScope: 'note', newNoteFolder: 'Inbox' });
    const shown = (name: string): unknown => (findPage(tab.getSettingDefinitions(), name)?.displayValue as () => string)();
    expect([shown('Linking'), shown('New notes'), shown('Status 2')]).toEqual(['Whole note', 'Inbox', 'Being read']);
  });

  it('should say when saving failed', async () => {
    const { tab } = openTab({}, () => Promise.reject(new Error('disk full')));
    statusList(tab).onReorder?.(0, 1);
    await settled();
    expect(notices).toEqual(['The settings could not be saved: disk full']);
  });

  it('should show what was adopted and adopt again', async () => {
    const adopted = { day: '2024-05-31', papers: 2, findings: ['2 papers, by the tag paper.', 'Status is kept in status.'] };
    const { tab, adoptions } = openTab({ adopted });
    const { renders, descs } = walk(tab.getSettingDefinitions());
    expect(descs).toContain('2024-05-31: 2 papers, by the tag paper. Status is kept in status.');
    await pressButton(renders, 'Adopt again');
    expect([adoptions(), updates]).toEqual([1, 1]);
  });

  it('should lead to the kept changes', async () => {
    const { tab, shown } = openTab();
    await pressButton(walk(tab.getSettingDefinitions()).renders, 'Show');
    expect(shown()).toBe(1);
  });

  it('should say that nothing was adopted yet', () => {
    expect(walk(openTab().tab.getSettingDefinitions()).descs).toContain('Nothing has been adopted from this vault yet.');
  });
});

describe('settings from elsewhere', () => {
  /** A field of the tab in which somebody types. */
  const typeInto = async (tab: SettingsTab.PaperweaveSettingsTab, key: string, value: string): Promise<HTMLInputElement> => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await tab.setControlValue(key, value);
    updates = 0;
    return field;
  };

  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('should be shown at once where nobody types', () => {
    const { arrive } = openTab();
    arrive({ paperTags: ['article'] });
    expect(updates).toBe(1);
  });

  it('should leave a field to whoever types in it, and be shown when it is left', async () => {
    const { tab, settings, arrive } = openTab();
    const field = await typeInto(tab, 'paperTags', 'mine');
    arrive({ paperTags: ['paper'], activeLimit: 7 });
    await jest.advanceTimersByTimeAsync(1000);
    expect([updates, settings().paperTags, settings().activeLimit]).toEqual([0, ['mine'], 7]);
    field.blur();
    await jest.advanceTimersByTimeAsync(1000);
    expect([updates, settings().paperTags]).toEqual([1, ['mine']]);
  });

  it('should count where the edit was over', async () => {
    const { tab, settings, arrive } = openTab();
    (await typeInto(tab, 'paperTags', 'mine')).blur();
    arrive({ paperTags: ['theirs'] });
    expect([updates, settings().paperTags]).toEqual([1, ['theirs']]);
  });

  it('should get the edit of a status that stands elsewhere in them, and take the field away', async () => {
    const { tab, settings, arrive } = openTab();
    await typeInto(tab, 'statuses.1.label', 'Half-read');
    const [todo, reading, ...others] = DEFAULT_SETTINGS.statuses;
    arrive({ statuses: [reading, todo, ...others] as Settings['statuses'] });
    expect(settings().statuses.map(({ label }) => label)).toEqual(['Half-read', 'To read', 'Read', 'Skipped']);
    expect(updates).toBe(1);
  });

  it('should get the value of a status that is being changed, not spoil another one', async () => {
    const { tab, settings, arrive } = openTab();
    await typeInto(tab, 'statuses.1.value', 'now');
    arrive({ statuses: [{ value: 'first', label: 'First', kind: 'queued', aliases: [], color: '' }, ...DEFAULT_SETTINGS.statuses] });
    expect(values(settings())).toEqual(['first', 'todo', 'now', 'read', 'skipped']);
  });

  it('should be said where they lack what is being edited', async () => {
    const { tab, settings, arrive } = openTab();
    await typeInto(tab, 'statuses.3.label', 'Left');
    arrive({ statuses: DEFAULT_SETTINGS.statuses.slice(0, 3) });
    expect(notices).toEqual(['What you were editing in the settings was removed elsewhere.']);
    expect([values(settings()), updates]).toEqual([['todo', 'reading', 'read'], 1]);
  });
});
