/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openVault, type Host, type HostOptions } from './open-vault';

const SMALL = readFileSync(join(__dirname, 'fixtures/small-plugin.cjs'), 'utf8');
const MANIFEST = { id: 'small', name: 'Small', version: '1.0.0', minAppVersion: '1.0.0', description: '', author: '' };
const DATA = '.obsidian/plugins/small/data.json';

interface SmallPlugin {
  log: string[];
  checks: boolean[];
  first: unknown;
  settings: Record<string, unknown> & { words: string[] };
  isPhone: boolean;
  hasDeclarative: boolean;
  statusBar: HTMLElement;
  ribbon: HTMLElement;
  hello(): unknown;
}

let host: Host;
const open = async (files: Record<string, string>, more: Partial<HostOptions> = {}): Promise<Host> =>
  (host = await openVault({ files, mainJs: SMALL, manifest: MANIFEST, ...more }));
const small = (): SmallPlugin => host.plugin as unknown as SmallPlugin;
const viewLog = (): string[] => Reflect.get(host.view('small-list') ?? {}, 'log') as string[];

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
  expect(document.querySelector('.app-container, .notice, .modal-container, .menu')).toBeNull();
});

describe('the start', () => {
  it('should fire create for every file before layout ready, no changed, and resolved after', async () => {
    await open({ 'a.md': '[[b]]', 'sub/b.md': '' });
    expect(small().log).toEqual(['create sub', 'create a.md', 'create sub/b.md', 'layout ready', 'resolved']);
  });

  it('should index after layout ready when cold', async () => {
    await open({ 'a.md': '[[b]]' }, { metadata: 'cold' });
    expect(small().log).toEqual(['create a.md', 'layout ready', 'changed a.md', 'resolve a.md', 'resolved']);
  });

  it('should wait with layout ready when told so', async () => {
    await open({ 'a.md': '' }, { layoutReady: false });
    expect(small().log).not.toContain('layout ready');
    await host.fireLayoutReady();
    expect(small().log).toContain('layout ready');
  });

  it('should compare versions and play a phone', async () => {
    await open({}, { apiVersion: '1.12.9', platform: { isPhone: true } });
    expect([small().hasDeclarative, small().isPhone, small().statusBar.isConnected]).toEqual([false, true, false]);
    expect(document.body.classList.contains('is-phone')).toBe(true);
    await host.unload();
    await open({});
    expect([small().hasDeclarative, small().isPhone, small().statusBar.isConnected]).toEqual([true, false, true]);
  });
});

describe('commands', () => {
  it('should be prefixed, checked, then run', async () => {
    await open({ 'a.md': 'text' });
    expect(host.commandIds()).toEqual(expect.arrayContaining(['small:open', 'small:checked', 'small:edit', 'backlink:open', 'backlink:open-backlinks']));
    expect(host.isOffered('small:checked')).toBe(false);
    expect(await host.runCommand('small:checked')).toBe(false);
    expect(await host.runCommand('small:none')).toBe(false);
    await host.openFile('a.md');
    small().checks.length = 0;
    expect(await host.runCommand('small:checked')).toBe(true);
    expect(small().checks).toEqual([true, false]);
    expect(small().log).toContain('ran on a.md');
  });

  it('should give editor commands the editor of the active note', async () => {
    await open({ 'a.md': 'text' });
    expect(host.isOffered('small:edit')).toBe(false);
    await host.openFile('a.md');
    await host.runCommand('small:edit');
    expect(host.typed('a.md')).toBe('Xtext');
    expect(host.read('a.md')).toBe('text');
  });

  it('should open a backlink pane for the core command', async () => {
    await open({ 'a.md': '[[b]]', 'b.md': '' });
    await host.openFile('b.md');
    expect(await host.runCommand('backlink:open')).toBe(true);
    expect(host.leaf('backlink')).not.toBeNull();
    expect(host.view('backlink')?.containerEl.textContent).toContain('a');
    expect((Reflect.get(host.app, 'commands') as { executed: string[] }).executed).toEqual(['backlink:open']);
  });

  it('should be reached through the palette by typing and Enter', async () => {
    await open({ 'a.md': '' });
    await host.press('p', { ctrlKey: true });
    const input = document.querySelector<HTMLInputElement>('.prompt-input');
    if (!input) throw new Error('no palette');
    input.value = 'small ask';
    input.dispatchEvent(new Event('input'));
    expect(document.querySelector('.suggestion-item.is-selected')?.textContent).toBe('Small: Ask');
    await host.press('Enter');
    expect(document.querySelector('.prompt')).toBeNull();
    expect(document.querySelector('.modal .modal-title')?.textContent).toBe('Sure?');
  });
});

describe('views', () => {
  it('should be built, attached, opened, then given their state, and closed on detach', async () => {
    await open({ 'a.md': '' });
    await host.runCommand('small:open');
    const log = viewLog();
    expect(log).toEqual(['constructed', 'open attached=true', 'state {"n":1}']);
    const view = host.view('small-list');
    expect(view?.containerEl.children).toHaveLength(2);
    expect(view?.containerEl.dataset.type).toBe('small-list');
    expect(document.body.contains(view?.containerEl ?? null)).toBe(true);
    host.leaf('small-list')?.detach();
    await host.settle();
    expect(log).toContain('close');
    expect(host.leaf('small-list')).toBeNull();
  });

  it('should come back with their state after a restart, deferred where they are out of sight', async () => {
    await open({ 'a.md': '', 'b.md': '' });
    await host.runCommand('small:open');
    await host.openFile('a.md');
    await host.openFile('b.md', true);
    host = await host.reload();
    expect(viewLog()).toEqual(['constructed', 'open attached=true', 'state {"n":1}']);
    expect(host.activeFile).toBe('b.md');
    const [first] = host.app.workspace.getLeavesOfType('markdown');
    expect(first?.isDeferred).toBe(true);
    if (first) await host.app.workspace.revealLeaf(first);
    expect(first?.isDeferred).toBe(false);
    expect(host.activeFile).toBe('a.md');
  });

  it('should keep their place while the plugin is off', async () => {
    await open({ 'a.md': '' });
    await host.runCommand('small:open');
    await host.disablePlugin();
    expect(host.leaf('small-list')?.isDeferred).toBe(true);
    expect(host.commandIds()).not.toContain('small:open');
    expect(document.querySelector('.status-bar-item, .side-dock-ribbon-action')).toBeNull();
    await host.enablePlugin();
    expect(viewLog()).toContain('state {"n":1}');
  });

  it('should follow the active file and report it', async () => {
    await open({ 'a.md': '', 'b.md': '' });
    const opened: (string | null)[] = [];
    host.app.workspace.on('file-open', (file) => opened.push(file?.path ?? null));
    await host.openFile('a.md');
    await host.openFile('b.md');
    await host.runCommand('small:open');
    expect(opened).toEqual(['a.md', 'b.md']);
    expect(host.activeFile).toBe('b.md');
    expect(host.app.workspace.getActiveViewOfType(host.obsidian.MarkdownView as never)).toBeNull();
  });

  it('should create a note for an unresolved link', async () => {
    await open({ 'a.md': '' });
    await host.app.workspace.openLinkText('new/Note#h', 'a.md');
    expect(host.read('new/Note.md')).toBe('');
    expect(host.activeFile).toBe('new/Note.md');
  });
});

describe('an editor', () => {
  it('should keep typing unsaved until its view saves', async () => {
    await open({ 'a.md': 'one' });
    await host.typeIn('a.md', ' two');
    expect([host.typed('a.md'), host.read('a.md')]).toEqual(['one two', 'one']);
    const view = host.view('markdown');
    if (view && 'save' in view) await (view.save as () => Promise<void>)();
    expect(host.read('a.md')).toBe('one two');
  });

  it('should merge what was written below unsaved typing, and say so', async () => {
    await open({ 'a.md': 'status: x\nbody\nend' });
    await host.typeIn('a.md', ' typed');
    const file = host.vault.getFileByPath('a.md');
    if (file) await host.vault.process(file, (text) => text.replace('x', 'yy'));
    await host.settle();
    expect(host.typed('a.md')).toBe('status: yy\nbody\nend typed');
    expect(host.notices[0]?.message).toContain('modified externally');
    host = await host.reload();
    expect(host.read('a.md')).toBe('status: yy\nbody\nend typed');
  });

  it('should show what is written to a note without unsaved typing', async () => {
    await open({ 'a.md': 'one\r\ntwo\r\n' });
    await host.openFile('a.md');
    expect(host.typed('a.md')).toBe('one\r\ntwo\r\n');
    await host.writeOutside('a.md', 'three');
    await host.settle();
    expect(host.typed('a.md')).toBe('three');
  });
});

describe('data', () => {
  it('should be null at first, then saved and read as a copy', async () => {
    await open({});
    expect(small().first).toBeNull();
    const data = { a: [1] };
    await host.plugin.saveData(data);
    data.a.push(2);
    expect(JSON.parse(host.read(DATA))).toEqual({ a: [1] });
    expect(await host.plugin.loadData()).toEqual({ a: [1] });
    host = await host.reload();
    expect(small().first).toEqual({ a: [1] });
  });

  it('should be announced when it changes outside', async () => {
    await open({});
    await host.plugin.saveData({ a: 1 });
    expect(small().log).not.toContain('external');
    await host.writeOutside(DATA, '{}');
    expect(small().log).toContain('external');
  });

  it('should keep local storage on the device', async () => {
    await open({});
    expect(host.app.loadLocalStorage('k')).toBeNull();
    host.app.saveLocalStorage('k', { a: 1 });
    host = await host.reload();
    expect(host.app.loadLocalStorage('k')).toEqual({ a: 1 });
  });
});

describe('settings', () => {
  const row = (tab: HTMLElement, name: string): HTMLElement => {
    const found = [...tab.querySelectorAll<HTMLElement>('.setting-item')].find((each) => each.querySelector('.setting-item-name')?.textContent === name);
    if (!found) throw new Error(`no setting ${name}`);
    return found;
  };
  const type = (el: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | null, value: string, event = 'input'): void => {
    if (!el) throw new Error('no control');
    el.value = value;
    el.dispatchEvent(new Event(event, { bubbles: true }));
  };

  it('should be drawn from definitions, bound and saved', async () => {
    await open({});
    const tab = host.openSettings();
    const word = row(tab, 'Word').querySelector('input');
    expect(word?.disabled).toBe(true);
    expect(row(tab, 'Kind').style.display).toBe('none');
    row(tab, 'Shout').querySelector<HTMLElement>('.checkbox-container')?.click();
    await host.settle();
    expect(word?.disabled).toBe(false);
    expect(row(tab, 'Kind').style.display).toBe('');
    type(word, '');
    await host.settle();
    expect(row(tab, 'Word').querySelector('.setting-item-error')?.textContent).toBe('A word is needed.');
    type(word, 'ho');
    type(row(tab, 'Size').querySelector('input'), '9');
    type(row(tab, 'Kind').querySelector('select'), 'b', 'change');
    type(row(tab, 'Notes').querySelector('textarea'), 'n');
    type(row(tab, 'Level').querySelector('input'), '4', 'change');
    type(row(tab, 'Tint').querySelector('input'), '#112233', 'change');
    type(row(tab, 'Folder').querySelector('input'), 'x');
    type(row(tab, 'Template').querySelector('input'), 't.md');
    await host.settle();
    expect(row(tab, 'Word').querySelector('.setting-item-error')).toBeNull();
    expect(JSON.parse(host.read(DATA))).toMatchObject({ shout: true, word: 'ho', size: 9, kind: 'b', notes: 'n', level: 4, tint: '#112233', folder: 'x', template: 't.md' });
    row(tab, 'Draw').querySelector('button')?.click();
    row(tab, 'Act').click();
    await host.press('Escape');
    expect(small().log.slice(-3)).toEqual(['go', 'act 8', 'cleaned']);
    expect(host.modals).toEqual([]);
  });

  it('should draw lists and pages', async () => {
    await open({});
    const tab = host.openSettings();
    row(tab, 'one').querySelector<HTMLElement>('[aria-label="Move down"]')?.click();
    expect(small().settings.words).toEqual(['two', 'one']);
    row(tab, 'two').querySelector<HTMLElement>('[aria-label="Delete"]')?.click();
    row(tab, 'one').querySelector<HTMLElement>('[aria-label="Delete"]')?.click();
    expect(tab.querySelector('.setting-list-empty')?.textContent).toBe('None yet.');
    [...tab.querySelectorAll('button')].find((each) => each.textContent === 'Add word')?.click();
    expect(small().settings.words).toEqual(['new']);
    expect(row(tab, 'Deep').querySelector('.setting-item-display-value')?.textContent).toBe('3');
    row(tab, 'Deep').click();
    row(tab, 'Inner').querySelector<HTMLElement>('.checkbox-container')?.click();
    await host.settle();
    expect(small().settings.inner).toBe(true);
    tab.querySelector<HTMLElement>('.setting-page-back')?.click();
    row(tab, 'Shout');
  });
});

describe('modals, notices and menus', () => {
  it('should keep a modal open until Escape or a click on the background', async () => {
    await open({});
    for (const close of [() => host.press('Escape'), () => { document.querySelector<HTMLElement>('.modal-bg')?.click(); }]) {
      await host.runCommand('small:ask');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(document.body.querySelector('.modal .mod-cta')?.textContent).toBe('Yes');
      expect(host.modals).toHaveLength(1);
      await close();
      expect(host.modals).toHaveLength(0);
    }
  });

  it('should collect notices, show them and hide them on a click', async () => {
    await open({});
    small().hello();
    expect(host.notices.map((each) => each.message)).toEqual(['hello']);
    const el = document.querySelector<HTMLElement>('.notice');
    expect(el?.textContent).toBe('hello');
    el?.click();
    expect(document.querySelector('.notice')).toBeNull();
  });

  it('should make clickable buttons in notices', async () => {
    await open({});
    let clicked = 0;
    const Notice = host.obsidian.Notice as new (message: DocumentFragment, duration: number) => unknown;
    new Notice(createFragment((part) => {
      part.createEl('button', { text: 'Undo' }, (button) => {
        button.addEventListener('click', () => clicked++);
      });
    }), 0);
    host.notices[0]?.el.querySelector('button')?.click();
    expect(clicked).toBe(1);
  });

  it('should draw menus, choose by click and by keys', async () => {
    await open({ 'a.md': '' });
    const chosen: string[] = [];
    const Menu = host.obsidian.Menu as typeof import('obsidian').Menu;
    const make = (): void => {
      const menu = new Menu();
      menu.addItem((item) => item.setTitle('First').setIcon('check').onClick(() => chosen.push('first')));
      menu.addItem((item) => item.setTitle('Off').setDisabled(true).onClick(() => chosen.push('off')));
      menu.addItem((item) => item.setTitle('Last').setSection('danger').onClick(() => chosen.push('last')));
      menu.showAtMouseEvent(new MouseEvent('click'));
    };
    make();
    expect(document.querySelector('.menu .lucide-check')).not.toBeNull();
    for (const item of document.querySelectorAll<HTMLElement>('.menu-item')) if (item.textContent === 'Off') item.click();
    expect(chosen).toEqual([]);
    document.querySelector<HTMLElement>('.menu-item')?.click();
    expect(host.menus).toHaveLength(0);
    make();
    await host.press('ArrowDown');
    await host.press('ArrowDown');
    await host.press('Enter');
    expect(chosen).toEqual(['first', 'last']);
    make();
    await host.press('Escape');
    expect(host.menus).toHaveLength(0);
  });

  it('should confirm with the button that is pressed, and close', async () => {
    await open({});
    const { ConfirmationModal } = host.obsidian as unknown as { ConfirmationModal: typeof import('obsidian').ConfirmationModal };
    const said: string[] = [];
    const modal = new ConfirmationModal(host.app);
    modal.setTitle('Really?');
    modal.addCheckbox('Always', (value) => said.push(`always ${String(value)}`));
    modal.addButton((button) => button.setButtonText('Do it').setCta().onClick(() => said.push('done'))).addCancelButton();
    modal.open();
    document.querySelector<HTMLElement>('.modal input[type=checkbox]')?.click();
    document.querySelector<HTMLElement>('.modal-button-container .mod-cta')?.click();
    expect(said).toEqual(['always true', 'done']);
    expect(host.modals).toHaveLength(0);
  });

  it('should suggest below an input, and choose with Enter', async () => {
    await open({ 'x/a.md': '', 'y/b.md': '' });
    const tab = host.openSettings();
    const input = [...tab.querySelectorAll<HTMLInputElement>('input')].find((each) => each.getAttribute('aria-label') === 'Folder');
    input?.focus();
    expect([...document.querySelectorAll('.suggestion-item')].map((each) => each.textContent)).toEqual(['x', 'y']);
    await host.press('ArrowDown');
    await host.press('Enter');
    expect(small().settings.folder).toBe('y');
    await host.press('Escape');
  });

  it('should let plugins add to the file menu and draw known and unknown icons', async () => {
    await open({ 'a.md': '' });
    await host.openFile('a.md');
    host.app.workspace.on('file-menu', (menu, file, source) => {
      menu.addItem((item) => item.setTitle(`${file.path} from ${source}`).setIcon('no-such-icon'));
    });
    document.querySelector<HTMLElement>('.mod-root .workspace-leaf.mod-active [aria-label="More options"]')?.click();
    expect(document.querySelector('.menu-item')?.textContent).toBe('a.md from more-options');
    expect(document.querySelector('.menu-item svg')?.getAttribute('class')).toBe('svg-icon lucide-no-such-icon');
    await host.press('Escape');
  });

  it('should record hovers, answer URIs, and refuse the network', async () => {
    await open({});
    host.app.workspace.trigger('hover-link', { source: 'small', linktext: 'a' });
    expect(host.hovers).toEqual([{ source: 'small', linktext: 'a' }]);
    expect(await host.openUri('obsidian://small?q=1')).toBe(true);
    expect(small().log).toContain('uri 1');
    await expect((host.obsidian.requestUrl as () => Promise<unknown>)()).rejects.toThrow('INTERNET');
  });
});

describe('functions', () => {
  it('should debounce as the app does: the last arguments, one timer, run only what is pending', async () => {
    await open({});
    const debounce = host.obsidian.debounce as typeof import('obsidian').debounce;
    const seen: number[] = [];
    const later = debounce((n: number) => seen.push(n), 20);
    later(1);
    later(2);
    later.run();
    later.run();
    later(3);
    later.cancel();
    await host.settle();
    expect(seen).toEqual([2]);
  });

  it.each([
    ['/a//b/', 'a/b'],
    ['a\\b', 'a/b'],
    ['a\u00a0b', 'a b'],
    ['', '/'],
    ['e\u0301', '\u00e9'],
    ['./a/../b', './a/../b'],
  ])('should normalise %p to %p', async (path, expected) => {
    await open({});
    expect((host.obsidian.normalizePath as (path: string) => string)(path)).toBe(expected);
  });

  it('should tell which pane a click asks for', async () => {
    await open({});
    const { isModEvent } = host.obsidian.Keymap as typeof import('obsidian').Keymap;
    expect([new MouseEvent('click'), new MouseEvent('click', { ctrlKey: true }), new MouseEvent('auxclick', { button: 1 }), new MouseEvent('click', { ctrlKey: true, altKey: true })].map((event) => isModEvent(event)))
      .toEqual([false, 'tab', 'tab', 'split']);
  });
});
