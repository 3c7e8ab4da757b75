import type { Locator } from 'playwright-core';
import { closeBrowser, openPage, scrollTo, untilAnswered, type OpenedPage, type PageOptions } from './open-page';

jest.setTimeout(180_000);

let opened: OpenedPage;

const PHONE = { width: 375, height: 667, query: 'platform=phone' };

const open = async (options: PageOptions): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.run('open-dashboard');
  await untilAnswered(opened.page);
  return opened;
};

const edges = (element: Locator): Promise<{ top: number; bottom: number; left: number; right: number }> =>
  element.evaluate((found) => {
    const { top, bottom, left, right } = found.getBoundingClientRect();
    return { top, bottom, left, right };
  });

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the bar of what is selected', () => {
  const bar = () => opened.page.locator('.paperweave-selection');
  const list = () => opened.page.locator('.paperweave-table');

  it.each([['a wide pane', { width: 1400, height: 900 }], ['a phone', PHONE]])('should leave the last row in sight, in %s', async (_, options) => {
    const { page } = await open(options);
    if (options === PHONE) await page.getByRole('button', { name: 'Select papers' }).click();
    const at = options === PHONE ? '.paperweave-title' : '.mod-venue';
    await page.locator(`[data-paperweave-row="0"] ${at}`).click();
    await page.locator(`[data-paperweave-row="1"] ${at}`).click({ modifiers: options === PHONE ? [] : ['Control'] });
    await bar().waitFor();
    await scrollTo(list(), 100_000);
    const last = page.locator('[data-paperweave-row="31"]');
    await last.waitFor();
    expect((await edges(last)).bottom).toBeLessThanOrEqual((await edges(bar())).top);
    expect((await edges(bar())).bottom).toBeLessThanOrEqual(options.height);
  });

  it('should not come before the row that has the focus', async () => {
    const { page } = await open({ width: 1400, height: 700 });
    const end = (await edges(list())).bottom;
    const rows = page.locator('.paperweave-row[data-paperweave-row]');
    const tops = await rows.evaluateAll((found) => found.map((row) => row.getBoundingClientRect().bottom));
    const whole = tops.filter((bottom) => bottom <= end).length;
    await rows.nth(whole - 2).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await bar().waitFor();
    const focused = page.locator('.paperweave-row:focus');
    expect(await focused.getAttribute('data-paperweave-row')).toBe(String(whole - 1));
    expect((await edges(focused)).bottom).toBeLessThanOrEqual((await edges(bar())).top);
  });
});
