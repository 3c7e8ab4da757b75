import { closeBrowser, exampleVault, openPage, untilAnswered, type OpenedPage } from './open-page';

jest.setTimeout(120_000);

let opened: OpenedPage;

const open = async (options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
  opened = await openPage({ width: 1500, height: 1300, ...options });
  await opened.run('open-dashboard');
  // What the first run says would lie above the menus.
  await opened.page.locator('.notice').click();
  return opened;
};

type Page = OpenedPage['page'];

const titles = async (page: Page): Promise<string[]> => {
  await untilAnswered(page);
  return page.locator('.paperweave-row[data-paperweave-row] .paperweave-title').allInnerTexts();
};
const rows = (page: Page) => page.locator('.paperweave-row.mod-columns[data-paperweave-row]');
const row = (page: Page, title: string) => page.locator('.paperweave-row[data-paperweave-row]', { hasText: title }).first();
const cell = (page: Page, title: string, column: string) => row(page, title).locator(`.paperweave-cell.mod-${column}`);
const head = (page: Page, name: string) => page.getByRole('columnheader', { name });
const selected = (page: Page): Promise<string[]> => page.locator('[aria-selected=true] .paperweave-title').allInnerTexts();
const heads = async (page: Page): Promise<string[]> => (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';
const BERT = 'Papers/bert-pre-training-of-deep-bidirectional-transformers-for-language-understanding.md';
const ADAM = 'Papers/adam-a-method-for-stochastic-optimization.md';

/** Chooses a group in the display menu, and closes it. */
async function groupBy(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByLabel('Group by').selectOption({ label: name });
  await page.keyboard.press('Escape');
}

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the table in a browser', () => {
  it('should sort by a second column on Shift-click, the other way, and no longer', async () => {
    const { page } = await open();
    await head(page, 'Venue').getByRole('button').click();
    await head(page, 'Year').getByRole('button').click({ modifiers: ['Shift'] });
    expect(await page.locator('.paperweave-sort-place').allInnerTexts()).toEqual(['2', '1']);
    const facts = async (): Promise<string[]> => (await rows(page).locator('.mod-venue, .mod-number:nth-child(4)').allInnerTexts()).slice(0, 12);
    const downwards = await facts();
    await head(page, 'Year').getByRole('button').click({ modifiers: ['Shift'] });
    expect(await facts()).not.toEqual(downwards);
    await head(page, 'Year').getByRole('button').click({ modifiers: ['Shift'] });
    expect(await page.locator('.paperweave-sort-place').count()).toBe(0);
    expect(await head(page, 'Venue').getAttribute('aria-sort')).toBe('ascending');
  });

  it('should group, count, close and open groups, by mouse and keyboard, and keep that over a restart', async () => {
    const { page } = await open();
    await groupBy(page, 'Status');
    const groups = page.locator('.paperweave-row.mod-group');
    expect((await groups.first().innerText()).replace(/\s+/g, ' ')).toBe('To read 18');
    await groups.first().click();
    expect(await groups.first().getAttribute('aria-expanded')).toBe('false');
    expect((await groups.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual(['To read 18', 'Reading 3', 'Read 9', 'Skipped 1', 'to-replicate 1']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    expect(await groups.nth(1).getAttribute('aria-expanded')).toBe('false');
    await page.evaluate(() => window.reloadHost().then(() => undefined));
    await groups.nth(1).waitFor();
    expect(await groups.nth(1).getAttribute('aria-expanded')).toBe('false');
    await groups.nth(1).focus();
    await page.keyboard.press('ArrowRight');
    expect(await groups.nth(1).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus .paperweave-title').count()).toBe(1);
    await groupBy(page, 'Nothing');
    expect(await groups.count()).toBe(0);
  });

  it('should choose, move and size columns, by mouse and in the menu', async () => {
    const { page } = await open();
    expect((await heads(page)).slice(0, 5)).toEqual(['Title', 'Status', 'Authors', 'Year', 'Venue']);
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByRole('checkbox', { name: 'Folder' }).check();
    await page.getByRole('checkbox', { name: 'Authors' }).uncheck();
    await page.getByRole('button', { name: 'Move Folder to the front' }).click();
    await page.getByLabel('Width of Year').fill('90');
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await heads(page)).toEqual(['Title', 'Status', 'Year', 'Venue', 'Cited here', 'Worldwide', 'Linked Broken Plain', 'Folder', 'Read on']);
    expect(await cell(page, 'SciBERT', 'folder').innerText()).toBe('Papers');
    expect((await head(page, 'Year').boundingBox())?.width).toBe(90);
    await head(page, 'Folder').dragTo(head(page, 'Year'));
    expect((await heads(page)).slice(0, 4)).toEqual(['Title', 'Status', 'Folder', 'Year']);
    const edge = head(page, 'Year').locator('.paperweave-resize');
    const box = await edge.boundingBox();
    if (!box) throw new Error('The edge of the column is not to be seen.');
    await page.mouse.move(box.x + 4, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 54, box.y + 8, { steps: 4 });
    await page.mouse.up();
    expect((await head(page, 'Year').boundingBox())?.width).toBe(140);
    await edge.dblclick();
    expect((await head(page, 'Year').boundingBox())?.width).toBe(44);
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByRole('button', { name: 'Columns as at first' }).click();
    expect((await heads(page)).slice(0, 5)).toEqual(['Title', 'Status', 'Authors', 'Year', 'Venue']);
  });

  it('should make rows lower and higher', async () => {
    const { page } = await open();
    const heights: (number | undefined)[] = [];
    for (const density of ['Compact', 'Normal', 'Roomy']) {
      await page.getByRole('button', { name: 'Display' }).click();
      await page.getByLabel('Row height').selectOption({ label: density });
      await page.keyboard.press('Escape');
      heights.push((await rows(page).first().boundingBox())?.height);
    }
    expect(heights).toEqual([28, 34, 44]);
  });

  it('should select by click, Shift, Ctrl and box, and all', async () => {
    const { page } = await open();
    const all = await titles(page);
    const venue = (index: number) => rows(page).nth(index).locator('.mod-venue');
    await venue(1).click();
    expect(await selected(page)).toEqual([all[1]]);
    await venue(3).click({ modifiers: ['Shift'] });
    expect(await selected(page)).toEqual(all.slice(1, 4));
    await venue(2).click({ modifiers: ['Control'] });
    expect(await selected(page)).toEqual([all[1], all[3]]);
    await rows(page).nth(5).getByRole('checkbox').check();
    expect(await selected(page)).toEqual([all[1], all[3], all[5]]);
    expect(await page.getByText('3 selected').isVisible()).toBe(true);
    await venue(8).click();
    expect(await selected(page)).toEqual([all[8]]);
    await page.getByRole('checkbox', { name: 'Select all papers shown' }).check();
    expect(await page.getByText('32 selected').isVisible()).toBe(true);
    await page.getByPlaceholder('Search papers').fill('SciBERT');
    expect(await selected(page)).toEqual(['SciBERT - A Pretrained Language Model for Scientific Text']);
    await page.getByPlaceholder('Search papers').fill('');
    await page.getByRole('button', { name: 'Select none' }).click();
    expect(await selected(page)).toEqual([]);
  });

  it('should change the status of all selected at once, and take it back at once', async () => {
    const { page, read, settle } = await open();
    const before = [await read(SCIBERT), await read(BERT), await read(ADAM)];
    await cell(page, 'SciBERT', 'venue').click();
    await cell(page, 'BERT - Pre-training', 'venue').click({ modifiers: ['Control'] });
    await row(page, 'SciBERT').getByRole('combobox').selectOption({ label: 'Skipped' });
    await page.locator('.notice', { hasText: 'Set the status of 2 papers to skipped' }).waitFor();
    await settle();
    expect(await read(SCIBERT)).toContain('status: skipped');
    expect(await read(BERT)).toContain('status: skipped');
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await settle();
    expect([await read(SCIBERT), await read(BERT), await read(ADAM)]).toEqual(before);
  });

  it('should edit a cell by double click, for one and for all selected, and say what cannot be', async () => {
    const { page, read, settle } = await open();
    const before = await read(SCIBERT);
    await cell(page, 'SciBERT', 'venue').dblclick();
    expect(await page.locator('.paperweave-cell-editor input').inputValue()).toBe('EMNLP');
    await page.keyboard.press('Escape');
    await settle();
    expect(await read(SCIBERT)).toBe(before);
    await cell(page, 'SciBERT', 'venue').dblclick();
    await page.locator('.paperweave-cell-editor input').fill('EMNLP 2019');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'Change “venue” of “SciBERT' }).waitFor();
    await settle();
    expect(await read(SCIBERT)).toBe(before.replace(/^venue: .*$/m, 'venue: EMNLP 2019'));
    await row(page, 'SciBERT').locator('.paperweave-cell:nth-child(4)').dblclick();
    await page.locator('.paperweave-cell-editor input').fill('20190');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toBe('Write the year with four digits, from 1500 to 2199.');
    await page.keyboard.press('Escape');
    await settle();
    expect(await read(SCIBERT)).toContain('year: 2019\n');
  });

  it('should add a tag to all selected and leave their other tags alone', async () => {
    const { page, read, settle } = await open();
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByRole('checkbox', { name: 'Tags' }).check();
    await page.keyboard.press('Escape');
    const [scibert, adam] = [await read(SCIBERT), await read(ADAM)];
    await cell(page, 'SciBERT', 'tags').click();
    await cell(page, 'Adam', 'tags').click({ modifiers: ['Control'] });
    await cell(page, 'SciBERT', 'tags').dblclick();
    const input = page.locator('.paperweave-cell-editor input');
    expect(await page.getByText('Tags of 2 selected papers').isVisible()).toBe(true);
    await input.fill(`${await input.inputValue()}, again`);
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'Change “tags” of 2 papers' }).waitFor();
    await settle();
    const changed = [await read(SCIBERT), await read(ADAM)];
    for (const [at, text] of [scibert, adam].entries()) {
      const lines = changed[at]?.split('\n').filter((line) => !text.split('\n').includes(line));
      expect(lines).toEqual(['- again']);
    }
  });

  it('should edit any property of the selected papers in a modal', async () => {
    const { page, read, settle } = await open();
    const before = await read(SCIBERT);
    await row(page, 'SciBERT').click({ button: 'right', position: { x: 600, y: 10 } });
    await page.locator('.menu').getByText('Edit property…').click();
    await page.locator('.modal').getByLabel('Property').fill('project');
    await page.locator('.modal').getByLabel('Value').fill('Thesis: chapter 2');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'Change “project”' }).waitFor();
    await settle();
    expect((await read(SCIBERT)).replace('project: "Thesis: chapter 2"\n', '')).toBe(before);
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await settle();
    expect(await read(SCIBERT)).toBe(before);
  });

  it('should refuse the status as a property like another, where it is typed', async () => {
    const { page } = await open();
    await cell(page, 'SciBERT', 'venue').click();
    await cell(page, 'Adam', 'venue').click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'Edit property…' }).click();
    await page.locator('.modal').getByLabel('Property').fill('status');
    await page.locator('.modal').getByRole('button', { name: 'Change' }).click();
    expect(await page.locator('.modal').getByRole('alert').innerText()).toContain('“status” is the status.');
    await page.keyboard.press('Escape');
  });

  it('should be worked by keyboard alone: select, edit, open', async () => {
    const { page, read, settle } = await open();
    await page.getByPlaceholder('Search papers').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await selected(page)).toEqual((await titles(page)).slice(0, 3));
    await page.keyboard.press('Shift+ArrowUp');
    expect(await selected(page)).toEqual((await titles(page)).slice(0, 2));
    await page.keyboard.press('Control+a');
    expect(await page.getByText('32 selected').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await selected(page)).toEqual([]);
    await page.getByPlaceholder('Search papers').fill('SciBERT');
    await page.keyboard.press('Escape');
    await page.getByPlaceholder('Search papers').fill('SciBERT pretrained');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
    expect(await page.locator('.paperweave-cell-editor input').getAttribute('aria-label')).toContain('Venue of SciBERT');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Somewhere');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'Change “venue”' }).waitFor();
    await settle();
    expect(await read(SCIBERT)).toContain('venue: Somewhere');
    expect(await page.locator(':focus .paperweave-title').innerText()).toContain('SciBERT');
    await page.keyboard.press('Enter');
    await settle();
    expect(await page.evaluate(() => window.host.activeFile)).toBe(SCIBERT);
  });

  it.each([
    ['the search box', (page: Page) => page.getByPlaceholder('Search papers')],
    ['another row', (page: Page) => cell(page, 'Adam', 'venue')],
  ])('should leave the focus on %s where clicking it ends the edit of a cell', async (_what, target) => {
    const { page, read, settle } = await open();
    await cell(page, 'SciBERT', 'venue').dblclick();
    await page.keyboard.type('Somewhere');
    await target(page).click();
    await settle();
    expect(await read(SCIBERT)).toContain('venue: Somewhere');
    const hasFocus = await target(page).evaluate((element) => element.contains(document.activeElement) || document.activeElement?.contains(element) === true);
    expect(hasFocus && (await page.locator(':focus').count()) === 1).toBe(true);
  });

  it('should select by Shift from the row with the focus on where the row that was selected is gone', async () => {
    const { page, settle } = await open();
    await page.getByRole('button', { name: /^To read/ }).first().click();
    const before = await titles(page);
    await rows(page).nth(5).locator('.mod-venue').click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settle();
    const after = await titles(page);
    expect(after).toEqual(before.filter((_title, index) => index !== 5));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await selected(page)).toEqual(after.slice(5, 7));
    await page.getByPlaceholder('Search papers').fill('language');
    const found = await titles(page);
    expect(found).not.toContain(after[5]);
    await rows(page).nth(2).locator('.mod-venue').click({ modifiers: ['Shift'] });
    expect(await selected(page)).toEqual(found.slice(2, 3));
    await page.keyboard.press('Escape');
    await rows(page).nth(1).locator('.mod-venue').click({ modifiers: ['Shift'] });
    expect(await selected(page)).toEqual(found.slice(1, 3));
  });

  it('should close groups with the arrow key that looks to their start from right to left', async () => {
    const { page } = await open({ query: 'rtl=1' });
    await groupBy(page, 'Status');
    const first = page.locator('.paperweave-row.mod-group').first();
    await first.focus();
    for (const [key, isOpen] of [['ArrowLeft', 'true'], ['ArrowRight', 'false'], ['ArrowLeft', 'true']] as const) {
      await page.keyboard.press(key);
      expect([key, await first.getAttribute('aria-expanded')]).toEqual([key, isOpen]);
    }
  });

  it('should hand over links to what is dragged', async () => {
    const { page } = await open();
    await cell(page, 'SciBERT', 'venue').click();
    await cell(page, 'Adam', 'venue').click({ modifiers: ['Control'] });
    const text = await row(page, 'Adam').evaluate((element) => {
      const data = new DataTransfer();
      element.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: data }));
      return data.getData('text/plain');
    });
    expect(text).toBe('[[adam-a-method-for-stochastic-optimization]]\n[[scibert-a-pretrained-language-model-for-scientific-text]]');
  });

  it('should change nothing by a double click beside a cell or by stray keys', async () => {
    const { page, read, settle } = await open();
    const files = exampleVault();
    await row(page, 'SciBERT').locator('.paperweave-title').dblclick();
    await settle();
    await opened.run('open-dashboard');
    await cell(page, 'SciBERT', 'references').dblclick();
    await row(page, 'SciBERT').focus();
    for (const key of ['a', 'Delete', 'Backspace', '1', 'x', 'F3']) await page.keyboard.press(key);
    await settle();
    for (const path of [SCIBERT, BERT, ADAM]) expect(await read(path)).toBe(files[path]);
  });

  it('should select by a finger on a phone', async () => {
    const { page } = await open({ width: 390, height: 800, query: 'platform=phone' });
    await page.getByRole('button', { name: 'Select papers' }).click();
    await page.locator('.paperweave-row.mod-card').nth(0).click();
    await page.locator('.paperweave-row.mod-card').nth(2).click();
    expect(await page.getByText('2 selected').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'Select papers' }).click();
    expect(await page.locator('.paperweave-selection').count()).toBe(0);
  });
});
