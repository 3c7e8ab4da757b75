import { closeBrowser, openPage, untilAnswered, type OpenedPage } from './open-page';

jest.setTimeout(120_000);

let opened: OpenedPage;
type Page = OpenedPage['page'];

const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';
const GELUS = 'Papers/Gaussian Error Linear Units (GELUs).md';

const open = async (): Promise<OpenedPage> => {
  opened = await openPage({ width: 1500, height: 1300 });
  await opened.run('open-dashboard');
  await untilAnswered(opened.page);
  return opened;
};

const row = (page: Page, title: string) => page.locator('.paperweave-row[data-paperweave-row]', { hasText: title }).first();
const cell = (page: Page, title: string, column: string) => row(page, title).locator(`.paperweave-cell.mod-${column}`);
const field = (page: Page) => page.locator('.paperweave-cell-editor input');
const setStatus = (page: Page) => page.getByLabel('Set status');
const notes = (page: Page): Promise<[string, string][]> => page.evaluate(() => Object.entries(window.host.files()).filter(([path]) => path.endsWith('.md')));
const withStatus = (text: string, status: string): string => text.replace(/^status:.*$/m, `status: ${status}`);
const close = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const leaf of window.host.app.workspace.getLeavesOfType('paperweave-dashboard')) leaf.detach();
  });

/** Selects SciBERT, which is being read, and GELUs, which is to be read. */
async function selectTwo(page: Page): Promise<void> {
  await cell(page, 'SciBERT', 'venue').click();
  await cell(page, 'GELUs', 'venue').click({ modifiers: ['Control'] });
}

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the status of all selected', () => {
  it.each([
    ['arrow keys', ['ArrowDown', 'ArrowDown', 'ArrowDown'], 'read'],
    ['letters', ['s', 'k'], 'skipped'],
  ])('should not be set while one looks through the statuses by %s, but by Enter', async (_how, keys, status) => {
    const { page, read, settle } = await open();
    const before = await notes(page);
    await selectTwo(page);
    await setStatus(page).focus();
    for (const key of keys) {
      await page.keyboard.press(key);
      await settle();
      expect(await notes(page)).toEqual(before);
    }
    expect(await setStatus(page).inputValue()).toBe(status);
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: '2 notes changed' }).waitFor();
    await settle();
    for (const path of [SCIBERT, GELUS]) expect(await read(path)).toContain(`status: ${status}\n`);
    expect(await setStatus(page).inputValue()).toBe('');
  });

  it('should be left as they were by Escape, and by leaving', async () => {
    const { page, settle } = await open();
    const before = await notes(page);
    await selectTwo(page);
    await setStatus(page).focus();
    for (const leave of ['Escape', 'Tab', 'Shift+Tab']) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press(leave);
      await settle();
      expect([leave, await setStatus(page).inputValue()]).toEqual([leave, '']);
      await setStatus(page).focus();
    }
    await page.keyboard.press('ArrowDown');
    await page.getByPlaceholder('Search papers').click();
    await settle();
    expect(await notes(page)).toEqual(before);
    expect(await page.getByText('2 selected').isVisible()).toBe(true);
  });

  it('should be set at once where it is picked from the open list', async () => {
    const { page, read, settle } = await open();
    await selectTwo(page);
    await setStatus(page).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await setStatus(page).selectOption({ label: 'Skipped' });
    await settle();
    for (const path of [SCIBERT, GELUS]) expect(await read(path)).toContain('status: skipped\n');
    expect(await setStatus(page).inputValue()).toBe('');
  });

  it('should be left as they were where one leaves the status of one of their rows', async () => {
    const { page, settle } = await open();
    const before = await notes(page);
    await selectTwo(page);
    await row(page, 'GELUs').getByRole('combobox').focus();
    await page.keyboard.press('s');
    await page.keyboard.press('Shift+Tab');
    await settle();
    expect(await notes(page)).toEqual(before);
  });
});

describe('what was begun in a row that goes away', () => {
  const showQueued = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: /^To read/ }).first().click();
    await untilAnswered(page);
  };

  it('should leave the status that came from outside', async () => {
    const { page, read, writeOutside, settle } = await open();
    await showQueued(page);
    const before = await read(GELUS);
    await row(page, 'GELUs').getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    await writeOutside(GELUS, withStatus(before, 'skipped'));
    await settle();
    await untilAnswered(page);
    expect(await row(page, 'GELUs').count()).toBe(0);
    expect(await read(GELUS)).toBe(withStatus(before, 'skipped'));
  });

  it('should leave the status that came from outside to a row that stays', async () => {
    const { page, read, writeOutside, settle } = await open();
    const before = await read(GELUS);
    const select = row(page, 'GELUs').getByRole('combobox');
    await select.focus();
    await page.keyboard.press('ArrowDown');
    await writeOutside(GELUS, withStatus(before, 'skipped'));
    await settle();
    await untilAnswered(page);
    expect(await select.inputValue()).toBe('skipped');
    await page.getByPlaceholder('Search papers').click();
    await settle();
    expect(await read(GELUS)).toBe(withStatus(before, 'skipped'));
  });

  it('should leave the cell as it was, and not go on with it where the row comes back', async () => {
    const { page, read, writeOutside, settle } = await open();
    await showQueued(page);
    const before = await read(GELUS);
    await cell(page, 'GELUs', 'venue').dblclick();
    await page.keyboard.type('Inter');
    await writeOutside(GELUS, withStatus(before, 'read'));
    await settle();
    await untilAnswered(page);
    expect(await row(page, 'GELUs').count()).toBe(0);
    expect(await read(GELUS)).toBe(withStatus(before, 'read'));
    await writeOutside(GELUS, before);
    await settle();
    await untilAnswered(page);
    expect(await row(page, 'GELUs').count()).toBe(1);
    expect(await field(page).count()).toBe(0);
  });

  it('should not be written by closing the dashboard', async () => {
    const { page, run, settle } = await open();
    const before = await notes(page);
    await row(page, 'GELUs').getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    await close(page);
    await settle();
    expect(await notes(page)).toEqual(before);
    await run('open-dashboard');
    await untilAnswered(page);
    await cell(page, 'GELUs', 'venue').dblclick();
    await page.keyboard.type('Hal');
    await close(page);
    await settle();
    expect(await notes(page)).toEqual(before);
  });
});

describe('a property of all selected', () => {
  const openForm = async (page: Page): Promise<void> => {
    await selectTwo(page);
    await page.getByRole('button', { name: 'Edit property…' }).click();
    await page.locator('.modal').waitFor();
  };
  const error = (page: Page): Promise<string> => page.locator('.modal').getByRole('alert').innerText();

  it.each([
    ['year', '2019-2020', 'Write the year with four digits, from 1500 to 2199.'],
    ['read_date', '1130', 'Write the day as 2026-01-31.'],
  ])('should not be emptied by a %s that is none', async (property, typed, said) => {
    const { page, settle } = await open();
    const before = await notes(page);
    await openForm(page);
    await page.keyboard.type(property);
    await page.keyboard.press('Tab');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await settle();
    expect(await error(page)).toBe(said);
    expect(await notes(page)).toEqual(before);
  });

  it('should not be emptied by Enter where it is named: that goes on to its value', async () => {
    const { page, settle } = await open();
    const before = await notes(page);
    await openForm(page);
    await page.keyboard.type('venue');
    await page.keyboard.press('Enter');
    await settle();
    expect(await notes(page)).toEqual(before);
    expect(await page.getByLabel('Value').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('combobox', { name: 'Property' }).fill('not there yet');
    await page.getByLabel('Kind').focus();
    await page.keyboard.press('Enter');
    await settle();
    expect(await page.getByLabel('Value').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('combobox', { name: 'Property' }).fill('venue');
    await page.getByLabel('Value').focus();
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: '2 notes changed' }).waitFor();
  });

  it('should not be emptied by a day that is not whole in its cell', async () => {
    const { page, settle } = await open();
    const before = await notes(page);
    await row(page, 'Attention is All you Need').locator('.mod-day').first().dblclick();
    expect(await field(page).inputValue()).not.toBe('');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await settle();
    expect(await page.getByRole('alert').innerText()).toBe('Write the day as 2026-01-31.');
    await page.getByPlaceholder('Search papers').click();
    await settle();
    expect(await notes(page)).toEqual(before);
  });
});
