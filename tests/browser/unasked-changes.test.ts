import { closeBrowser, openPage, untilAnswered, type OpenedPage } from './open-page';

jest.setTimeout(120_000);

let opened: OpenedPage;
type Page = OpenedPage['page'];

const open = async (): Promise<OpenedPage> => {
  opened = await openPage({ width: 1500, height: 1300 });
  await opened.run('open-dashboard');
  await untilAnswered(opened.page);
  return opened;
};

const row = (page: Page, title: string) => page.locator('.paperweave-row[data-paperweave-row]', { hasText: title }).first();
const cell = (page: Page, title: string, column: string) => row(page, title).locator(`.paperweave-cell.mod-${column}`);
const field = (page: Page) => page.locator('.paperweave-cell-editor input');
const notes = (page: Page): Promise<[string, string][]> => page.evaluate(() => Object.entries(window.host.files()).filter(([path]) => path.endsWith('.md')));

/** Selects SciBERT, which is being read, and GELUs, which is to be read. */
async function selectTwo(page: Page): Promise<void> {
  await cell(page, 'SciBERT', 'venue').click();
  await cell(page, 'GELUs', 'venue').click({ modifiers: ['Control'] });
}

afterEach(() => opened.close());
afterAll(closeBrowser);

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
