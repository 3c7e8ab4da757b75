import { closeBrowser, openPage, type OpenedPage } from './open-page';

jest.setTimeout(120_000);

let opened: OpenedPage;

const open = async (options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
  opened = await openPage({ width: 1500, height: 1300, ...options });
  await opened.run('open-dashboard');
  await opened.page.locator('.notice').click();
  return opened;
};

const rows = (page: OpenedPage['page']) => page.locator('.paperweave-row[data-paperweave-row]');
const dashboard = (page: OpenedPage['page']) => page.locator('.paperweave-dashboard');

async function saveAs(page: OpenedPage['page'], name: string): Promise<void> {
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByLabel('Name of the view').fill(name);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('saved views in a browser', () => {
  it('should save what is shown, come back to it in one click, and show it first in a new dashboard', async () => {
    const { page, settle, run } = await open();
    await page.getByPlaceholder('Search papers').fill('year:>2018');
    await page.getByRole('columnheader', { name: 'Cited here' }).getByRole('button').click();
    await saveAs(page, 'Recent');
    const recent = await rows(page).allInnerTexts();
    await page.getByPlaceholder('Search papers').fill('');
    await page.getByRole('tab', { name: 'Board' }).click();
    await saveAs(page, 'All on the board');
    const chip = (name: string) => dashboard(page).getByRole('button', { name, exact: true });
    expect(await chip('All on the board').getAttribute('aria-pressed')).toBe('true');
    await chip('Recent').click();
    await rows(page).first().waitFor();
    expect(await rows(page).allInnerTexts()).toEqual(recent);
    expect(await chip('Recent').getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('button', { name: 'Show All on the board when the dashboard is opened' }).click();
    await page.keyboard.press('Escape');
    await settle();
    await page.evaluate(() => window.reloadHost().then(() => undefined));
    await chip('Recent').waitFor();
    expect(await chip('Recent').getAttribute('aria-pressed')).toBe('true');
    await page.locator('.workspace-tab-header', { hasText: 'Paperweave' }).getByRole('button').or(page.locator('.workspace-tab-header', { hasText: 'Paperweave' }).locator('.workspace-tab-header-inner-close-button')).first().click();
    await run('open-dashboard');
    await chip('All on the board').waitFor();
    expect(await chip('All on the board').getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('button', { name: 'Delete Recent' }).click();
    await page.keyboard.press('Escape');
    expect(await chip('Recent').count()).toBe(0);
  });

  it('should replace a view of the same name, and be worked by keyboard alone', async () => {
    const { page } = await open();
    await saveAs(page, 'Mine');
    await page.getByPlaceholder('Search papers').fill('graph');
    await page.getByRole('button', { name: 'Views', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Saved views' }).waitFor();
    for (let presses = 0; presses < 8 && !(await page.getByLabel('Name of the view').evaluate((element) => element === document.activeElement)); presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('mine');
    expect(await page.getByText('Replaces “Mine”.').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Views', exact: true }).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await dashboard(page).locator('.paperweave-view-chip').allInnerTexts()).toEqual(['mine']);
    await page.getByPlaceholder('Search papers').fill('');
    await page.keyboard.press('Tab');
    await dashboard(page).locator('.paperweave-view-chip').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByPlaceholder('Search papers').inputValue()).toBe('graph');
  });
});

describe('the export in a browser', () => {
  it('should save the rows that are shown as a note, never over another, and as CSV', async () => {
    const { page, read, settle } = await open();
    await page.getByPlaceholder('Search papers').fill('status:reading');
    for (const choice of ['Save as note', 'Save as CSV file']) {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('button', { name: choice }).click();
      await page.locator('.notice', { hasText: choice === 'Save as note' ? '.md' : '.csv' }).waitFor();
      await settle();
      await opened.run('open-dashboard');
    }
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    const note = await read(`Papers ${today}.md`);
    expect(note.split('\n')).toHaveLength(6);
    expect(note).toContain('[[scibert-a-pretrained-language-model-for-scientific-text\\|SciBERT - A Pretrained Language Model for Scientific Text]]');
    expect((await read(`Papers ${today}.csv`)).split('\r\n')).toHaveLength(5);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Save as note' }).click();
    await page.locator('.notice', { hasText: `Papers ${today} 1.md` }).waitFor();
    expect(await read(`Papers ${today}.md`)).toBe(note);
  });

  it('should copy the selected rows', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => Promise.resolve(Object.assign(window, { copied: text })) } });
    });
    await rows(page).nth(1).locator('.mod-venue').click();
    await rows(page).nth(2).locator('.mod-venue').click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Export' }).click();
    expect(await page.getByText('Export 2 papers').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Copy as Markdown table' }).click();
    await page.locator('.notice', { hasText: 'Copied.' }).waitFor();
    expect((await page.evaluate(() => (window as unknown as { copied: string }).copied)).split('\n')).toHaveLength(5);
  });
});
