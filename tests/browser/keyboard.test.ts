import { closeBrowser, exampleVault, openPage, untilAnswered, type OpenedPage } from './open-page';

jest.setTimeout(180_000);

let opened: OpenedPage;
type Page = OpenedPage['page'];

const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';

/** A dashboard whose focus is on the tab that is shown. From here on there is no mouse. */
const open = async (): Promise<OpenedPage> => {
  opened = await openPage({ width: 1500, height: 1000 });
  await opened.run('open-dashboard');
  await opened.page.locator('.paperweave-tab.is-active').focus();
  return opened;
};

/** What a screen reader would call the element that has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.innerText : undefined;
    return (element.getAttribute('aria-label') ?? label ?? element.innerText).replace(/\s+/g, ' ').trim();
  });

/** Goes on by Tab (or back, by Shift+Tab) to the control of that name. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`${String(name)} is not reached by ${key}, only, at the end: ${passed.slice(-12).join(' | ').slice(0, 600)}`);
}

/** To another tab of the dashboard, from wherever the focus is. */
async function toTab(page: Page, name: string): Promise<void> {
  await tabTo(page, /^(Table|Board|Missing|Next|Progress|Problems)/, 'Shift+Tab');
  for (let presses = 0; presses < 6 && !(await focused(page)).startsWith(name); presses += 1) await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toMatch(new RegExp(`^${name}`));
}

const titles = async (page: Page): Promise<string[]> => {
  await untilAnswered(page);
  return page.locator('.paperweave-row[data-paperweave-row] .paperweave-title').allInnerTexts();
};
const heads = async (page: Page): Promise<string[]> => (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const all = (page: Page) => page.locator('.paperweave-count', { hasText: /^32 papers$/ });
/** All files but that of the layout, which the app writes when it gets to it. */
const files = (page: Page): Promise<[string, string][]> => page.evaluate(() => Object.entries(window.host.files()).filter(([path]) => path !== '.obsidian/workspace.json'));
const notice = (page: Page, text: string): Promise<void> => page.locator('.notice', { hasText: text }).waitFor();

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the dashboard without a mouse', () => {
  it('should sort by two columns, group, choose, move and size columns', async () => {
    const { page } = await open();
    await tabTo(page, 'Select all papers shown');
    await tabTo(page, 'Venue');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Year', 'Shift+Tab');
    await page.keyboard.press('Shift+Enter');
    expect(await page.locator('.paperweave-sort-place').allInnerTexts()).toEqual(['2', '1']);
    await tabTo(page, /^Display/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(/^Group by/);
    await page.keyboard.press('s');
    await page.locator('.paperweave-row.mod-group').first().waitFor();
    await tabTo(page, 'Authors');
    await page.keyboard.press('Space');
    expect(await heads(page)).not.toContain('Authors');
    expect(await focused(page)).toBe('Authors');
    await tabTo(page, 'Move Year to the back', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Move Year to the back');
    expect((await heads(page)).findIndex((head) => head.startsWith('Year'))).toBeGreaterThan((await heads(page)).findIndex((head) => head.startsWith('Venue')));
    await tabTo(page, /^Width of Venue/, 'Shift+Tab');
    await page.keyboard.type('300');
    await page.keyboard.press('Tab');
    expect(await page.locator('.mod-head.mod-venue').evaluate((head) => head.getBoundingClientRect().width)).toBe(300);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Display');
    await tabTo(page, /^Reading|^To read/);
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.paperweave-row.mod-group').first().getAttribute('aria-expanded')).toBe('false');
  });

  it('should filter by a status count and a menu, take the filters back, and save what is shown as a view', async () => {
    const { page } = await open();
    await tabTo(page, /^Reading \d/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const reading = (await titles(page)).length;
    expect(reading).toBeLessThan(32);
    await tabTo(page, 'Tags');
    await page.keyboard.press('Enter');
    await tabTo(page, /^transformer/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    expect((await titles(page)).length).toBeLessThan(reading);
    await tabTo(page, 'Views', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('NLP now');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await tabTo(page, /Clear/);
    await page.keyboard.press('Enter');
    await all(page).waitFor();
    await tabTo(page, 'NLP now', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await titles(page)).length).toBeLessThan(reading);
  });

  it('should search by what is offered, set the status of several, edit a property and export, each but the last taken back by one undo', async () => {
    const { page, read, settle, run } = await open();
    await tabTo(page, 'Search papers');
    await page.keyboard.type('author:belt');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['SciBERT - A Pretrained Language Model for Scientific Text']);
    await page.keyboard.press('Escape');
    await all(page).waitFor();
    const before = await files(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await tabTo(page, 'Set status');
    await page.keyboard.press('s');
    await settle();
    expect(await files(page)).toEqual(before);
    await page.keyboard.press('Enter');
    await notice(page, '2 notes changed');
    await settle();
    await run('undo-last-change');
    await settle();
    expect(await files(page)).toEqual(before);
    await tabTo(page, /^Edit property/);
    await page.keyboard.press('Enter');
    await page.locator('.modal').waitFor();
    if (!(await focused(page)).startsWith('Property')) await tabTo(page, /^Property/);
    await page.keyboard.type('project');
    await tabTo(page, /^Value/);
    await page.keyboard.type('Thesis');
    await page.keyboard.press('Enter');
    await notice(page, 'Change “project”');
    await settle();
    expect((await page.evaluate(() => Object.values(window.host.files()))).filter((text) => text.includes('project: Thesis'))).toHaveLength(2);
    await run('undo-last-change');
    await settle();
    expect(await files(page)).toEqual(before);
    await tabTo(page, 'Search papers', 'Shift+Tab');
    await tabTo(page, /^Export/);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Save as note');
    await page.keyboard.press('Enter');
    await settle();
    expect(await files(page)).toHaveLength(before.length + 1);
    expect(await read(SCIBERT)).toBe(exampleVault()[SCIBERT]);
  });

  it('should open the menu of a paper, and the paper beside the dashboard', async () => {
    const { page, settle } = await open();
    await tabTo(page, 'Search papers');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await page.locator('.menu').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Alt+Enter');
    await settle();
    expect(await page.evaluate(() => window.host.activeFile)).toMatch(/^Papers\//);
    expect(await page.locator('.paperweave-dashboard').isVisible()).toBe(true);
  });

  it('should choose, hide and create missing works, and ask for fewer', async () => {
    const { page, run, settle } = await open();
    const before = await files(page);
    await toTab(page, 'Missing');
    await tabTo(page, 'Cited by at least');
    await page.keyboard.press('ArrowUp');
    const count = page.locator('.paperweave-toolbar .paperweave-count');
    expect(await count.innerText()).toMatch(/^\d+ of 229$/);
    await tabTo(page, /^Search missing works/, 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    const first = await page.locator('.paperweave-row.mod-work .paperweave-title').first().innerText();
    await page.keyboard.press('Space');
    await tabTo(page, 'Hide', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await notice(page, '1 missing work hidden');
    expect(await page.locator('.paperweave-row.mod-work .paperweave-title').first().innerText()).not.toBe(first);
    await tabTo(page, /^Hidden/, 'Shift+Tab');
    await page.keyboard.press(' ');
    await tabTo(page, `Show ${first} again`);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Hidden/, 'Shift+Tab');
    await page.keyboard.press(' ');
    await tabTo(page, /^Search missing works/, 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.paperweave-row.mod-work .paperweave-title').first().innerText()).toBe(first);
    await page.keyboard.press('Space');
    await tabTo(page, /^Create/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.modal').waitFor();
    if (!/^Create 1 note and link/.test(await focused(page))) await tabTo(page, /^Create 1 note and link/);
    await page.keyboard.press('Enter');
    await notice(page, '1 note created');
    await settle();
    await run('undo-last-change');
    await settle();
    expect(await files(page)).toEqual(before);
  });

  it('should open a problem at its note, and point citations at one of two papers', async () => {
    const { page, settle } = await open();
    await toTab(page, 'Problems');
    await tabTo(page, /^Point citations/);
    await page.keyboard.press('Enter');
    await page.locator('.modal').waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, /\.md/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await settle();
    expect(await page.evaluate(() => window.host.activeFile)).toMatch(/\.md$/);
  });
});

describe('the dashboard in forced colours', () => {
  it('should tell what is chosen from what is not, without a background', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Tags' }).first().click();
    await page.getByRole('checkbox').nth(1).check();
    await page.keyboard.press('Escape');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.keyboard.press('Tab');
    const outline = (selector: string): Promise<string> => page.locator(selector).first().evaluate((element) => getComputedStyle(element).outlineStyle);
    for (const kind of ['tab', 'filter-button']) expect([kind, await outline(`.paperweave-${kind}.is-active`), await outline(`.paperweave-${kind}:not(.is-active)`)]).toEqual([kind, 'solid', 'none']);
  });
});
