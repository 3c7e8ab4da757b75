import type { SettingDefinition, SettingDefinitionControl, SettingDefinitionItem, SettingDefinitionList } from 'obsidian';
import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import type { Settings } from '../../src/settings/settings';
import type * as SettingsTab from '../../src/settings/settings-tab';

const notices: string[] = [];
let updates = 0;

class StubSettingTab {
  update(): void {
    updates += 1;
  }
}
class StubNotice {
  constructor(message: string) {
    notices.push(message);
  }
}
jest.doMock('obsidian', () => ({ PluginSettingTab: StubSettingTab, Notice: StubNotice }), { virtual: true });

// After the stub is in place, and so not by an import statement.
const { PaperweaveSettingTab: Tab } = jest.requireActual<typeof SettingsTab>('../../src/settings/settings-tab');
beforeEach(() => {
  notices.length = 0;
  updates = 0;
});

interface Opened {
  readonly tab: SettingsTab.PaperweaveSettingTab;
  readonly settings: () => Settings;
  readonly adoptions: () => number;
  readonly shown: () => number;
}

function openTab(given: Partial<Settings> = {}, change?: () => Promise<void>): Opened {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...given };
  let adoptions = 0;
  let shown = 0;
  const tab = new Tab({} as never, {} as never, {
    settings: () => settings,
    change: (patch) => {
      settings = { ...settings, ...patch };
      return change?.() ?? Promise.resolve();
    },
    adoptAgain: () => {
      adoptions += 1;
      return Promise.resolve();
    },
    showChanges: () => {
      shown += 1;
    },
  });
  return { tab, settings: () => settings, adoptions: () => adoptions, shown: () => shown };
}

/** Presses the button with that text among the rows that draw themselves. */
async function pressButton(renders: readonly SettingDefinition[], text: string): Promise<void> {
  const clicks = new Map<string, () => void>();
  for (const { render } of renders) {
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

const statusList = (tab: SettingsTab.PaperweaveSettingTab): SettingDefinitionList => {
  const list = tab.getSettingDefinitions().find((item): item is SettingDefinitionList => 'type' in item && item.type === 'list');
  if (!list) throw new Error('no list');
  return list;
};
const values = (settings: Settings): string[] => settings.statuses.map((status) => status.value);
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('PaperweaveSettingTab', () => {
  it('should offer the groups in their order, headed as the app wants it', () => {
    const { headings, names } = walk(openTab().tab.getSettingDefinitions());
    expect(headings).toEqual(['Papers', 'Status', 'Statuses', 'What to read next', 'References', 'New notes', 'Changes', 'Adoption']);
    const words = [...headings, ...names];
    expect(words.filter((word) => /settings|options|general|paperweave/i.test(word))).toEqual([]);
    expect(words.filter((word) => /^[^A-Z]/.test(word) || / [A-Z](?!DF)/.test(word))).toEqual([]);
  });

  it('should have a control for every setting that a user may change, and a value for every control', () => {
    const { tab, settings } = openTab();
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
    list.onDelete?.(0);
    expect(values(settings())).toEqual(['reading', 'todo', 'read', 'skipped']);
    await settled();
    expect(updates).toBe(6);
    expect(notices).toEqual([]);
  });

  it('should keep the last status that a paper can be read by', () => {
    const { tab, settings } = openTab();
    statusList(tab).onDelete?.(2);
    expect(settings()).toEqual(DEFAULT_SETTINGS);
    expect(notices).toEqual([expect.stringMatching(/at least one done status/)]);
    expect(updates).toBe(1);
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
