/** @jest-environment jsdom */
import { join } from 'node:path';
import { loadFolder } from '../host/load-folder';
import { openVault, type Host } from '../host/open-vault';
import { dataOf, englishIn } from '../support/english-left';
import { modalEl, pressButton } from '../support/plugin-host';

const EXAMPLE = loadFolder(join(process.cwd(), 'example-vault'));
const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';
const TABS = ['表格', '看板', '缺失', '下一篇', '进度', '问题'];

/** What is put together from folders that do not say their texts yet. */

let host: Host;
let data: readonly string[];

beforeEach(async () => {
  host = await openVault({ files: { ...EXAMPLE, 'Papers/broken.md': '---\ntags: [paper]\ntitle: [\n---\n' }, language: 'zh' });
  data = dataOf(host);
});

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

const run = (id: string): Promise<boolean> => host.runCommand(`paperweave:${id}`);
function viewEl(type: string): HTMLElement {
  // What is around it is the app's.
  const el = host.view(type)?.containerEl.querySelector<HTMLElement>('.view-content');
  if (!el) throw new Error(`There is no view ${type}.`);
  return el;
}
const dashboard = (): HTMLElement => viewEl('paperweave-dashboard');
const left = (root: Element): readonly string[] => englishIn(root, data);

/** What is left in windows, menus and notices, the app's own button of a window aside. */
const leftOnTop = (): readonly string[] =>
  [...document.querySelectorAll('.modal-title, .modal-content, .prompt, .menu, .notice')].flatMap((element) => left(element));

async function click(within: Element, selector: string, text = ''): Promise<void> {
  const found = [...within.querySelectorAll<HTMLElement>(selector)].find((element) => element.textContent.includes(text) || element.getAttribute('aria-label') === text);
  if (found === undefined) throw new Error(`There is no ${selector} “${text}” in: ${within.textContent}`);
  found.click();
  await host.settle();
}
const openTab = (name: string): Promise<void> => click(dashboard(), '[role=tab]', name);

/** The labels of the four statuses of the list, as the dashboard has them; one that only a note has comes after them. */
const labels = (): string[] => [...dashboard().querySelectorAll('.paperweave-status-count > span:nth-of-type(2)')].slice(0, 4).map((label) => label.textContent);

async function type(within: Element, selector: string, text: string): Promise<void> {
  const input = within.querySelector<HTMLInputElement>(selector);
  if (input === null) throw new Error(`There is no ${selector}.`);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await host.settle();
}

describe('Paperweave in Chinese', () => {
  it('should be found to hold English where it does', () => {
    const root = createDiv();
    root.createEl('p', { text: '已读', attr: { title: 'Hide 论文' } });
    for (const text of ['打开 PDF', 'Adam: A Method', 'Read Adam: A Method']) root.createEl('p', { text });
    root.createEl('bdi', { text: 'Any title' });
    root.createEl('input', { attr: { placeholder: 'Search' } });
    expect(englishIn(root, ['Adam: A Method'])).toEqual(['Read Adam: A Method', 'Hide 论文', 'Search']);
  });

  it.each(TABS.filter((tab) => tab !== '问题'))('should have no English but data on the tab %s', async (tab) => {
    await run('open-dashboard');
    await openTab(tab);
    expect(left(dashboard())).toEqual([]);
    for (const more of dashboard().querySelectorAll<HTMLElement>('.paperweave-row.mod-work, .mod-expand > button')) {
      more.click();
      await host.settle();
      expect(left(dashboard())).toEqual([]);
      break;
    }
  });

  it('should have its statuses in Chinese, and write their values', async () => {
    await run('open-dashboard');
    expect(labels()).toEqual(['待读', '在读', '已读', '已跳过']);
    await host.openFile(SCIBERT);
    await run('mark-read');
    expect(host.read(SCIBERT)).toMatch(/^status: read$/m);
  });

  it('should show the statuses of settings that were saved in another language, and save them in none', async () => {
    await run('open-dashboard');
    await pressButton(host, dashboard(), '视图');
    await type(dashboard(), '.paperweave-view-save input', '我的');
    await pressButton(host, dashboard(), '保存视图');
    const saved = (): unknown => (JSON.parse(host.read('.obsidian/plugins/paperweave/data.json')) as { statuses: { label: string }[] }).statuses.map(({ label }) => label);
    const english = ['To read', 'Reading', 'Read', 'Skipped'];
    expect(saved()).toEqual(english);
    host = await host.reload({ language: 'en' });
    expect(labels()).toEqual(english);
    const settings = JSON.parse(host.read('.obsidian/plugins/paperweave/data.json')) as { statuses: { label: string }[] };
    const renamed = { ...settings, statuses: settings.statuses.map((status, at) => (at === 0 ? { ...status, label: 'Some day' } : status)) };
    await host.writeOutside('.obsidian/plugins/paperweave/data.json', JSON.stringify(renamed));
    host = await host.reload({ language: 'zh' });
    expect(labels()).toEqual(['Some day', '在读', '已读', '已跳过']);
    expect(saved()).toEqual(['Some day', ...english.slice(1)]);
  });

  it.each([
    ['.paperweave-filter-button', '状态'],
    ['.paperweave-filter-button', '标签'],
    ['.paperweave-filter-button', '年份'],
    ['.paperweave-filter-button', '期刊/会议'],
    ['.paperweave-filter-button', '作者'],
    ['.paperweave-filter-button', '显示'],
    ['.paperweave-filter-button', '导出'],
    ['.paperweave-filter-button', '视图'],
  ])('should have no English but data in the menu of %s %s', async (selector, name) => {
    await run('open-dashboard');
    await click(dashboard(), selector, name);
    expect(dashboard().querySelector('.paperweave-popover')).not.toBeNull();
    expect(left(dashboard())).toEqual([]);
  });

  it('should have none where papers are selected, grouped, searched for, and not found', async () => {
    await run('open-dashboard');
    await click(dashboard(), '.paperweave-row input[type=checkbox]');
    expect(dashboard().textContent).toContain('已选');
    expect(left(dashboard())).toEqual([]);
    await click(dashboard(), '.paperweave-filter-button', '显示');
    const group = dashboard().querySelector<HTMLSelectElement>('.paperweave-popover select');
    if (group === null) throw new Error('There is nothing to group by.');
    group.value = 'folder';
    group.dispatchEvent(new Event('change', { bubbles: true }));
    await host.settle();
    expect(left(dashboard())).toEqual([]);
    await type(dashboard(), '.paperweave-paper-search input', '没有这样的文献');
    expect(dashboard().textContent).toContain('没有匹配的文献');
    expect(left(dashboard())).toEqual([]);
  });

  it('should have none in the citations of a paper, of a note, and of nothing', async () => {
    await run('open-citations');
    const citations = (): HTMLElement => viewEl('paperweave-citations');
    expect(left(citations())).toEqual([]);
    for (const path of [SCIBERT, 'Papers/2015-resnet.md', 'Papers/1997-lstm.md', 'Notes/Reading list.md']) {
      await host.openFile(path);
      expect(citations().textContent).toMatch(/被引用|不是文献/);
      expect(left(citations())).toEqual([]);
    }
  });

  it('should have none in the status bar, and in its menu', async () => {
    await host.openFile(SCIBERT);
    const bar = document.querySelector('.paperweave-status-bar');
    if (!(bar instanceof HTMLElement)) throw new Error('There is no status in the status bar.');
    expect(left(bar)).toEqual([]);
    bar.click();
    await host.settle();
    const menu = document.querySelector('.menu');
    expect(menu?.textContent).toContain('待读');
    expect(menu === null ? ['no menu'] : left(menu)).toEqual([]);
  });

  it('should have none in windows that ask for a status or a property', async () => {
    await host.openFile(SCIBERT);
    await run('set-status');
    expect(modalEl(host).textContent).toContain('待读');
    expect(left(modalEl(host))).toEqual([]);
    await host.press('Escape');
    await run('open-dashboard');
    await click(dashboard(), '.paperweave-row input[type=checkbox]');
    await pressButton(host, dashboard(), '编辑属性…');
    expect(left(modalEl(host).querySelector('.paperweave-property-form') ?? modalEl(host))).toEqual([]);
  });

  it('should have none among the problems', async () => {
    await run('open-dashboard');
    await openTab('问题');
    expect(left(dashboard())).toEqual([]);
  });

  it.each(['link-references-in-library', 'restore-relative-links-in-library', 'create-most-cited-notes', 'undo-last-change', 'adopt-vault', 'create-papers-base'])(
    'should have none in what %s shows',
    async (command) => {
      await host.openFile(SCIBERT);
      await run('link-references');
      await run(command);
      expect(leftOnTop()).toEqual([]);
    },
  );

  it('should have none in the names of commands, in the menu of a paper, and among the changes', async () => {
    const { commands } = Reflect.get(host.app, 'commands') as { commands: Record<string, { name: string }> };
    const names = Object.entries(commands).filter(([id]) => id.startsWith('paperweave:')).map(([, { name }]) => name);
    expect(names.filter((name) => englishIn(createDiv({ text: name }), data).length > 0)).toEqual([]);
    await host.openFile(SCIBERT);
    await run('mark-read');
    await run('open-dashboard');
    await click(dashboard(), '.paperweave-row input[type=checkbox]');
    await click(dashboard(), '.paperweave-selection button', '更多操作');
    expect(leftOnTop()).toEqual([]);
  });
});
