import { closeBrowser, exampleVault, openPage, untilAnswered, type OpenedPage } from './open-page';

jest.setTimeout(180_000);

let opened: OpenedPage;

const BERT = 'Papers/bert-pre-training-of-deep-bidirectional-transformers-for-language-understanding.md';
const SQUAD = 'Papers/squad-100-000-questions-for-machine-comprehension-of-text.md';

const openMissing = async (options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.run('open-dashboard');
  await opened.page.getByRole('tab', { name: /^Missing/ }).click();
  await opened.page.locator('.paperweave-missing').waitFor();
  return opened;
};

const works = (page: OpenedPage['page']) => page.locator('.paperweave-row.mod-work');
const work = (page: OpenedPage['page'], title: string) => page.locator('.paperweave-row.mod-work', { hasText: title }).first();
const count = async (page: OpenedPage['page']): Promise<string> => {
  await untilAnswered(page);
  return page.locator('.paperweave-panel .paperweave-count').innerText();
};
const paper = (title: string, status: string, references: readonly string[]): string => `---\ntitle: ${title}\ntags: [paper]\nstatus: ${status}\n---\n\n# References\n\n${references.map((item) => `- ${item}\n`).join('')}`;

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the missing works in a browser', () => {
  it('should say how many papers cite each, and how many of those are read', async () => {
    const { page } = await openMissing();
    expect((await works(page).first().locator('.mod-cited').innerText()).replace(/\s+/g, ' ')).toBe('Cited by 8 papers 2 read');
  });

  it('should show those that enough papers cite, and those that a read one cites, and keep that over a restart', async () => {
    const { page, settle } = await openMissing();
    expect(await count(page)).toBe('229 works');
    await page.getByRole('spinbutton', { name: 'Cited by at least' }).fill('6');
    expect(await count(page)).toBe('6 of 229');
    await page.getByRole('checkbox', { name: 'Cited by papers I have read' }).check();
    const shown = await works(page).allInnerTexts();
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.filter((text) => !/[1-9] read/.test(text))).toEqual([]);
    await settle();
    await page.evaluate(() => window.reloadHost().then(() => undefined));
    await page.locator('.paperweave-missing').waitFor();
    expect(await works(page).allInnerTexts()).toEqual(shown);
    expect(await page.getByRole('spinbutton', { name: 'Cited by at least' }).inputValue()).toBe('6');
    await page.getByPlaceholder('Search missing works').fill('no such work');
    expect(await page.getByText('No work matches.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await count(page)).toBe('229 works');
  });

  it('should select the first of what is shown, and say what of it goes out of sight', async () => {
    const { page } = await openMissing();
    await page.getByRole('spinbutton', { name: 'Cited by at least' }).fill('6');
    await page.getByRole('spinbutton', { name: 'How many works to select' }).fill('3');
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    expect(await count(page)).toBe('6 of 229, 3 selected');
    await page.getByPlaceholder('Search missing works').fill('squad');
    expect(await count(page)).toBe('1 of 229, 3 selected, 2 of them not shown');
    await page.getByRole('button', { name: 'Create 3 notes…' }).click();
    await page.locator('.modal').getByText('Create 3 notes for missing works').waitFor();
    await page.keyboard.press('Escape');
  });

  it('should open a citing paper at the line where it cites the work, and say where it cites it again', async () => {
    const files = { 'a.md': paper('Alpha', 'read', ['Some paper on deep graphs', 'Some other paper on shallow trees', 'Some paper on deep graphs']) };
    const { page, read, settle } = await openMissing({ files });
    await work(page, 'deep graphs').click();
    const citing = page.locator('.mod-citing');
    expect(await citing.innerText()).toContain('Line 9 and 1 more');
    expect(await citing.locator('.mod-citing-line').getAttribute('title')).toBe('Cited on the lines 9, 11');
    await citing.click();
    await settle();
    expect(await page.evaluate(() => window.host.activeFile)).toBe('a.md');
    expect((await read('a.md')).split('\n')[8]).toBe('- Some paper on deep graphs');
    expect(await page.evaluate(() => (window.host.view('markdown') as unknown as { editor: { getCursor(): { line: number } } }).editor.getCursor().line)).toBe(8);
  });

  it('should keep debris and what was hidden apart, with why, and show either again', async () => {
    const files = { 'a.md': paper('Alpha', 'todo', ['IEEE', 'Some paper on deep graphs', 'Some other paper on shallow trees']) };
    const { page, settle } = await openMissing({ files });
    expect(await works(page).count()).toBe(2);
    await page.getByRole('button', { name: /^Hide Some paper on deep graphs/ }).click();
    await page.locator('.notice', { hasText: '1 missing work hidden.' }).waitFor();
    await page.getByRole('button', { name: 'Hidden (2)' }).click();
    expect((await works(page).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^IEEE Debris of text recognition/), expect.stringMatching(/^Some paper on deep graphs Hidden by you/),
    ]);
    await page.getByRole('button', { name: 'Show IEEE again' }).click();
    await page.getByRole('button', { name: /^Show Some paper on deep graphs/ }).click();
    expect(await page.getByText('Nothing is hidden.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Hidden (0)' }).click();
    expect(await works(page).count()).toBe(3);
    await settle();
    await page.evaluate(() => window.reloadHost().then(() => undefined));
    await work(page, 'IEEE').waitFor();
    await page.getByRole('button', { name: 'Hide IEEE' }).click();
    await work(page, 'IEEE').waitFor({ state: 'detached' });
    await page.locator('.notice', { hasText: 'hidden' }).last().getByRole('button', { name: 'Undo' }).click();
    await work(page, 'IEEE').waitFor();
  });

  it('should create a note, hide and copy from the menu of a work', async () => {
    const { page, read, settle } = await openMissing();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await work(page, 'SQuAD').click({ button: 'right' });
    expect(await page.locator('.menu').getByRole('menuitem').allInnerTexts()).toEqual(['Create note', 'Hide', 'Copy title']);
    await page.locator('.menu').getByText('Copy title').click();
    await page.locator('.notice', { hasText: 'Copied “SQuAD' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('SQuAD - 100,000+ Questions');
    await work(page, 'SQuAD').click({ button: 'right' });
    await page.locator('.menu').getByText('Create note').click();
    await page.locator('.notice', { hasText: '1 note created' }).waitFor();
    await settle();
    expect(await read(SQUAD)).toContain('status: todo');
    await opened.run('undo-last-change');
    await work(page, 'SQuAD').waitFor();
  });

  it('should be worked by keyboard alone, and change nothing by a key that undo does not take back', async () => {
    const { page, read, settle } = await openMissing();
    const before = await page.evaluate(() => JSON.stringify(window.host.files()));
    await page.getByPlaceholder('Search missing works').focus();
    await page.keyboard.type('squad');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.mod-citing').first().waitFor();
    for (const key of ['Delete', 'Backspace', 'h', 'x', 'Escape', 'Control+Enter']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(' ');
    expect(await count(page)).toContain('1 selected');
    await page.keyboard.press('Shift+F10');
    await page.locator('.menu').getByText('Hide').waitFor();
    await page.keyboard.press('Escape');
    await settle();
    expect(await page.evaluate(() => JSON.stringify(window.host.files()))).toBe(before);
    const row = work(page, 'SQuAD');
    await row.focus();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settle();
    const active = (await page.evaluate(() => window.host.activeFile)) ?? '';
    expect(await read(active)).toContain('SQuAD');
    expect(exampleVault()[BERT]).toBe(await read(BERT));
  });

  it('should draw few of very many works and of the papers that cite one', async () => {
    const files = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`p/${String(at)}.md`, paper(`Paper ${String(at)}`, 'todo', ['The one paper that all of them cite', `Missing work number ${String(at)}`])]));
    const { page } = await openMissing({ files });
    expect(await count(page)).toBe('3,001 works');
    await work(page, 'The one paper').click();
    await page.locator('.mod-citing').first().waitFor();
    expect(await page.locator('.paperweave-row').count()).toBeLessThan(200);
    await page.locator('.paperweave-missing').evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
    await page.waitForFunction(() => document.querySelectorAll('.paperweave-row.mod-work').length > 5);
    expect(await page.locator('.paperweave-row').count()).toBeLessThan(200);
    await page.getByRole('spinbutton', { name: 'Cited by at least' }).fill('2');
    expect(await count(page)).toBe('1 of 3,001');
  });
});
