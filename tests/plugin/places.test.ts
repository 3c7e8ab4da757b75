/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { DATA, paperNote, WITH_SETTINGS } from '../support/paper-notes';
import { apiOf } from '../support/plugin-host';

const ALPHA = 'papers/alpha.md';
const BETA = 'papers/beta.md';
const REFERENCES = ['[Beta](./beta.md)', 'Gamma', '[Missing work](./missing-work.md)', 'Twin', '[Beta](https://example.org)', '[Delta](./gone.md)'];
const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  [ALPHA]: paperNote('Alpha', { references: REFERENCES }),
  [BETA]: paperNote('Beta', { status: 'read', yaml: ['doi: 10.1000/182'] }),
  'papers/gamma.md': paperNote('Gamma', { status: 'reading' }),
  'papers/delta.md': paperNote('Delta'),
  'papers/twin-1.md': paperNote('Twin'),
  'papers/twin-2.md': paperNote('Twin'),
  'list.md': '# List\n',
};

let host: Host;

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

interface Item {
  readonly title: string;
  readonly checked: boolean | null;
  readonly isLabel: boolean;
  readonly submenu: Opened | null;
  choose(event: MouseEvent): void;
}

interface Opened {
  readonly items: readonly Item[];
}

interface Text {
  getValue(): string;
  setCursor(position: object): void;
  offsetToPos(offset: number): object;
}

const newMenu = (): Opened => Reflect.construct(host.obsidian['Menu'] as new () => Opened, []);

/** Titles, those of a submenu below their own. */
const titlesOf = (menu: Opened): unknown[] => menu.items.map((item) => (item.submenu ? [item.title, titlesOf(item.submenu)] : item.title));

const choose = async (menu: Opened, ...titles: string[]): Promise<void> => {
  const [title, ...rest] = titles;
  const item = menu.items.find((each) => each.title === title);
  if (!item) throw new Error(`There is no entry “${title ?? ''}” among ${JSON.stringify(titlesOf(menu))}`);
  if (item.submenu && rest.length > 0) return choose(item.submenu, ...rest);
  item.choose(new MouseEvent('click'));
  return host.settle();
};

const trigger = (name: string, ...data: unknown[]): void => {
  host.app.workspace.trigger(name, ...data);
};

/** The editor's menu with the cursor before `text` in a note. */
async function editorMenu(path: string, text: string): Promise<Opened> {
  await host.openFile(path);
  const view = host.app.workspace.getLeavesOfType('markdown').map((leaf) => leaf.view as unknown as { file: { path: string }; editor: Text }).find((each) => each.file.path === path);
  if (!view) throw new Error(`${path} is not open.`);
  view.editor.setCursor(view.editor.offsetToPos(view.editor.getValue().indexOf(text)));
  const menu = newMenu();
  trigger('editor-menu', menu, view.editor, view);
  return menu;
}

const OF_PAPER = ['Mark as to read', 'Mark as reading', 'Mark as read', 'Mark as skipped', 'Edit property…', 'Link references', 'Show backlinks'];

describe('the editor’s menu', () => {
  it('should offer a paper once, where the app tells of a link as of a file too', async () => {
    host = await openVault({ files: FILES });
    const file = (path: string): unknown => host.app.vault.getFileByPath(path);
    const menu = await editorMenu(ALPHA, 'Beta](./');
    const offered = titlesOf(menu);
    trigger('file-menu', menu, file(BETA), 'link-context-menu');
    expect(titlesOf(menu)).toEqual(offered);
    const other = newMenu();
    const view = host.app.workspace.getLeavesOfType('markdown')[0]?.view as unknown as { editor: Text };
    trigger('file-menu', other, file(BETA), 'link-context-menu');
    const ofFile = titlesOf(other);
    trigger('editor-menu', other, view.editor, view);
    expect([ofFile.length > 5, titlesOf(other)]).toEqual([true, ofFile]);
  });

  it('should offer what can be done with a cited paper', async () => {
    host = await openVault({ files: FILES });
    expect(titlesOf(await editorMenu(ALPHA, 'Beta](./'))).toEqual([['Cited paper: Beta', ['Open note', 'Open note and citations', ...OF_PAPER, 'Open source']]]);
    expect(titlesOf(await editorMenu(ALPHA, 'Gamma'))).toEqual([['Cited paper: Gamma', ['Open note', 'Open note and citations', 'Link this reference', ...OF_PAPER]]]);
  });

  it('should set the status of the cited paper, not of the note that cites it', async () => {
    host = await openVault({ files: FILES });
    await choose(await editorMenu(ALPHA, 'Beta](./'), 'Cited paper: Beta', 'Mark as reading');
    expect(host.read(BETA)).toContain('status: reading\n');
    expect(host.read(ALPHA)).toBe(FILES[ALPHA]);
  });

  it('should link a plain and a broken reference to its paper, and only that', async () => {
    host = await openVault({ files: FILES });
    await choose(await editorMenu(ALPHA, 'Gamma'), 'Cited paper: Gamma', 'Link this reference');
    expect(host.read(ALPHA)).toBe(FILES[ALPHA]?.replace('- Gamma', '- [[gamma|Gamma]]'));
    await choose(await editorMenu(ALPHA, 'Delta](./gone'), 'Cited paper: Delta', 'Link this reference');
    expect(host.read(ALPHA)).toContain('- [[delta|Delta]]\n');
  });

  it('should link text that is typed and not saved yet', async () => {
    host = await openVault({ files: FILES });
    await host.typeIn(ALPHA, 'New first line.\n\n', FILES[ALPHA]?.indexOf('# Alpha') ?? 0);
    await choose(await editorMenu(ALPHA, 'Gamma'), 'Cited paper: Gamma', 'Link this reference');
    expect(host.read(ALPHA)).toBe(FILES[ALPHA]?.replace('# Alpha', 'New first line.\n\n# Alpha').replace('- Gamma', '- [[gamma|Gamma]]'));
  });

  it('should offer to make the note of a missing work', async () => {
    host = await openVault({ files: FILES });
    const menu = await editorMenu(ALPHA, 'Missing work](');
    expect(titlesOf(menu)).toEqual(['Create note for “Missing work”']);
    await choose(menu, 'Create note for “Missing work”');
    expect(host.read('papers/missing-work.md')).toContain('title: "Missing work"\n'.replaceAll('"', ''));
    expect(host.read(ALPHA)).toContain('[[missing-work|Missing work]]');
  });

  it('should offer the papers among which an ambiguous reference has to choose', async () => {
    host = await openVault({ files: FILES });
    const menu = await editorMenu(ALPHA, 'Twin');
    expect(titlesOf(menu)).toEqual([['Link this reference to', ['papers/twin-1.md', 'papers/twin-2.md']]]);
    await choose(menu, 'Link this reference to', 'papers/twin-2.md');
    expect(host.read(ALPHA)).toContain('- [[twin-2|Twin]]\n');
  });

  it('should not offer to link an item with a link to elsewhere', async () => {
    host = await openVault({ files: FILES });
    expect(titlesOf(await editorMenu(ALPHA, 'Beta](https'))).toEqual([['Cited paper: Beta', ['Open note', 'Open note and citations', ...OF_PAPER, 'Open source']]]);
  });

  it('should open the cited paper, and its citations beside it', async () => {
    host = await openVault({ files: FILES });
    await choose(await editorMenu(ALPHA, 'Beta](./'), 'Cited paper: Beta', 'Open note');
    expect(host.activeFile).toBe(BETA);
    await choose(await editorMenu(ALPHA, 'Gamma'), 'Cited paper: Gamma', 'Open note and citations');
    expect(host.view('paperweave-citations')?.containerEl.textContent).toContain('Gamma');
    expect(host.view('paperweave-citations')?.containerEl.textContent).toContain('Alpha');
  });

  it('should offer nothing elsewhere', async () => {
    host = await openVault({ files: { ...FILES, 'list.md': '## References\n\n- [Beta](papers/beta.md)\n- Twin\n' } });
    expect(titlesOf(await editorMenu(ALPHA, '# Alpha'))).toEqual([]);
    expect(titlesOf(await editorMenu('list.md', 'Twin'))).toEqual([]);
    expect(titlesOf(await editorMenu('list.md', 'Beta]'))).toEqual([]);
  });

  it('should do without submenus, with a label above the entries', async () => {
    host = await openVault({ files: FILES });
    const Item = host.obsidian['MenuItem'] as { prototype: object };
    const setSubmenu = Reflect.get(Item.prototype, 'setSubmenu') as unknown;
    Reflect.deleteProperty(Item.prototype, 'setSubmenu');
    try {
      const menu = await editorMenu(ALPHA, 'Beta](./');
      expect(menu.items[0]).toMatchObject({ title: 'Cited paper: Beta', isLabel: true });
      expect(titlesOf(menu).slice(1)).toEqual(['Open note', 'Open note and citations', ...OF_PAPER, 'Open source']);
    } finally {
      Reflect.set(Item.prototype, 'setSubmenu', setSubmenu);
    }
  });
});

describe('the menu of an address', () => {
  it('should know a paper by its identifier, and nothing by another address', async () => {
    host = await openVault({ files: FILES });
    const menu = newMenu();
    trigger('url-menu', menu, 'https://doi.org/10.1000/182');
    expect(titlesOf(menu)).toEqual([['Cited paper: Beta', ['Open note', 'Open note and citations', ...OF_PAPER, 'Open source']]]);
    const other = newMenu();
    trigger('url-menu', other, 'https://example.org/beta');
    expect(titlesOf(other)).toEqual([]);
  });
});

describe('file menus', () => {
  it('should have the entries of a paper, of several, and none of other notes', async () => {
    host = await openVault({ files: FILES });
    const file = (path: string): unknown => host.app.vault.getFileByPath(path);
    const one = newMenu();
    trigger('file-menu', one, file(ALPHA), 'file-explorer-context-menu');
    expect(titlesOf(one)).toEqual(OF_PAPER);
    const other = newMenu();
    trigger('file-menu', other, file('list.md'), 'file-explorer-context-menu');
    expect(titlesOf(other)).toEqual([]);
    const several = newMenu();
    trigger('files-menu', several, [file(ALPHA), file('list.md'), file(BETA)], 'file-explorer-context-menu');
    await choose(several, 'Mark 2 papers as reading');
    expect([host.read(ALPHA), host.read(BETA)].every((text) => text.includes('status: reading\n'))).toBe(true);
  });
});

describe('the menu of search results', () => {
  /** As the search view keeps its results. */
  const results = (paths: readonly string[]): unknown => ({ dom: { vChildren: { children: paths.map((path) => ({ file: host.app.vault.getFileByPath(path) })) } } });

  it('should do for all papers among them what a file menu does for several notes', async () => {
    host = await openVault({ files: FILES });
    const menu = newMenu();
    trigger('search:results-menu', menu, results([ALPHA, 'list.md', BETA]));
    expect(titlesOf(menu)).toEqual([['Papers among the results: 2', ['Mark 2 papers as to read', 'Mark 2 papers as reading', 'Mark 2 papers as read', 'Mark 2 papers as skipped', 'Edit property…', 'Link references']]]);
    await choose(menu, 'Papers among the results: 2', 'Mark 2 papers as skipped');
    expect([host.read(ALPHA), host.read(BETA)].every((text) => text.includes('status: skipped\n'))).toBe(true);
  });

  it.each([
    ['no papers', () => results(['list.md'])],
    ['no view', () => undefined],
    ['another shape', () => ({ dom: { vChildren: { children: [null, { file: 'papers/alpha.md' }, {}] } } })],
    ['no list', () => ({ dom: { vChildren: { children: 3 } } })],
    ['nothing within', () => ({ dom: null })],
  ])('should add nothing for %s', async (_, view) => {
    host = await openVault({ files: FILES });
    const menu = newMenu();
    trigger('search:results-menu', menu, view());
    expect(titlesOf(menu)).toEqual([]);
  });
});

describe('the header of a note', () => {
  const buttons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.paperweave-header-status')];
  const texts = (): (string | null)[] => buttons().map((button) => button.getAttribute('aria-label'));

  it('should show the status of the paper that is open, once, and follow it', async () => {
    host = await openVault({ files: FILES });
    expect(texts()).toEqual([]);
    await host.openFile(ALPHA);
    expect(texts()).toEqual(['Status: To read. Change it.']);
    expect(buttons()[0]?.closest('.view-actions')).not.toBeNull();
    await host.openFile(BETA);
    expect(texts()).toEqual(['Status: Read. Change it.']);
    expect(buttons()[0]?.textContent).toBe('Read');
    await apiOf(host).setStatus([BETA], 'reading');
    await host.settle();
    expect(texts()).toEqual(['Status: Reading. Change it.']);
    await host.openFile('list.md');
    expect(texts()).toEqual([]);
    await host.openFile(ALPHA);
    await host.writeOutside(ALPHA, 'No paper any more.');
    await host.settle();
    expect(texts()).toEqual([]);
  });

  it('should be in every tab and window, also in one that opens in the background', async () => {
    host = await openVault({ files: FILES });
    await host.openFile(ALPHA);
    await host.openFile(BETA, true);
    await host.app.workspace.getLeaf('window').openFile(host.app.vault.getFileByPath('papers/gamma.md') as never, { active: false });
    await host.settle();
    expect(texts().sort()).toEqual(['Status: Read. Change it.', 'Status: Reading. Change it.', 'Status: To read. Change it.']);
    await apiOf(host).setStatus([ALPHA, BETA, 'papers/gamma.md'], 'skipped');
    await host.settle();
    expect(texts()).toEqual(Array.from({ length: 3 }, () => 'Status: Skipped. Change it.'));
  });

  it('should set another status', async () => {
    host = await openVault({ files: FILES });
    await host.openFile(BETA);
    buttons()[0]?.click();
    const menu = host.menus[0] as unknown as Opened;
    expect(menu.items.map((item) => [item.title, item.checked])).toEqual([['To read', false], ['Reading', false], ['Read', true], ['Skipped', false]]);
    await choose(menu, 'Reading');
    expect(host.read(BETA)).toContain('status: reading\n');
    expect(texts()).toEqual(['Status: Reading. Change it.']);
  });

  it('should follow the labels of the settings, and a rename', async () => {
    host = await openVault({ files: FILES });
    await host.openFile(BETA);
    await host.writeOutside(DATA, JSON.stringify({ version: 1, statuses: [{ value: 'todo', kind: 'queued' }, { value: 'read', label: 'Finished', kind: 'done' }] }));
    await host.settle();
    expect(texts()).toEqual(['Status: Finished. Change it.']);
    await host.app.fileManager.renameFile(host.app.vault.getFileByPath(BETA) as never, 'papers/beta-2.md');
    await host.settle();
    expect(texts()).toEqual(['Status: Finished. Change it.']);
  });

  it('should leave no button behind when the plugin is turned off, and put none twice when it is turned on again', async () => {
    host = await openVault({ files: FILES });
    await host.openFile(ALPHA);
    await host.openFile(BETA, true);
    await host.disablePlugin();
    expect(document.querySelectorAll('[class*="paperweave"]')).toHaveLength(0);
    await host.enablePlugin();
    expect(texts()).toHaveLength(2);
  });
});

describe('properties', () => {
  const everywhere = (): (string | null | undefined)[] => [
    document.querySelector('.paperweave-header-status')?.textContent,
    document.querySelector('.paperweave-status-bar')?.textContent,
    apiOf(host).paper(BETA)?.status,
  ];

  it('should agree with what Obsidian’s own property editor writes, and the other way round', async () => {
    host = await openVault({ files: FILES });
    await host.openFile(BETA);
    const file = host.app.vault.getFileByPath(BETA);
    if (!file) throw new Error('There is no Beta.');
    expect(everywhere()).toEqual(['Read', 'Read', 'read']);
    await host.app.fileManager.processFrontMatter(file, (properties: Record<string, unknown>) => {
      properties['status'] = 'Doing';
    });
    await host.settle();
    expect(everywhere()).toEqual(['Reading', 'Reading', 'reading']);
    await apiOf(host).setStatus([BETA], 'skipped');
    await host.settle();
    expect(everywhere()).toEqual(['Skipped', 'Skipped', 'skipped']);
    expect(host.app.metadataCache.getFileCache(file)?.frontmatter?.['status']).toBe('skipped');
    await host.app.fileManager.processFrontMatter(file, (properties: Record<string, unknown>) => {
      Reflect.deleteProperty(properties, 'status');
    });
    await host.settle();
    expect(everywhere()).toEqual(['To read', 'To read', 'todo']);
  });

  it('should leave the property editor and its suggestions alone', async () => {
    host = await openVault({ files: FILES });
    const { registrations } = host.app as unknown as { registrations: Record<string, unknown[]> };
    expect(Object.entries(registrations).flatMap(([kind, list]) => (list.length > 0 ? [kind] : [])).sort()).toEqual(['basesViews', 'editorExtensions', 'postProcessors']);
    expect(host.exists('.obsidian/types.json')).toBe(false);
  });
});
