import type { Locator, Page } from 'playwright-core';
import { closeBrowser, openPage, scrollTo, untilAnswered, type OpenedPage, type PageOptions } from './open-page';

jest.setTimeout(180_000);

let opened: OpenedPage;

const PHONE = { width: 375, height: 667, query: 'platform=phone' };

/** They would lie over what is to be pressed. */
const putNoticesAway = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const notice of document.querySelectorAll<HTMLElement>('.notice')) notice.click();
  });

const open = async (options: PageOptions): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.run('open-dashboard');
  await untilAnswered(opened.page);
  await putNoticesAway(opened.page);
  return opened;
};

const edges = (element: Locator): Promise<{ top: number; bottom: number; left: number; right: number }> =>
  element.evaluate((found) => {
    const { top, bottom, left, right } = found.getBoundingClientRect();
    return { top, bottom, left, right };
  });

/** Whether the middle of an element is what one would hit there. */
const isOnTop = (element: Locator): Promise<boolean> =>
  element.evaluate((found) => {
    const { left, top, width, height } = found.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && found.contains(hit);
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

describe('a popover in a low pane', () => {
  const popover = () => opened.page.locator('.paperweave-popover');

  it.each([
    ['a phone', PHONE],
    ['a phone on its side', { width: 700, height: 360, query: 'platform=phone' }],
    ['a low pane', { width: 1200, height: 500 }],
  ])('should end within it, and let one reach all that is in it, in %s', async (_, options) => {
    const { page } = await open(options);
    const pane = await edges(page.locator('.paperweave-dashboard'));
    for (const name of ['Tags', 'Display']) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).last().click();
      await untilAnswered(page);
      const { top, bottom } = await edges(popover());
      expect([name, top >= pane.top, bottom <= pane.bottom]).toEqual([name, true, true]);
      const last = popover().locator('button, input').last();
      await last.scrollIntoViewIfNeeded();
      expect([name, await isOnTop(last), (await edges(last)).bottom <= pane.bottom]).toEqual([name, true, true]);
      if (name === 'Tags') expect(await isOnTop(popover().locator('.paperweave-option').nth(1))).toBe(true);
      await page.keyboard.press('Escape');
    }
  });

  it('should stand below its button also where that is of the saved views', async () => {
    const { page } = await open(PHONE);
    const button = page.getByRole('button', { name: /^Views/ });
    await button.click();
    expect((await edges(popover())).top - (await edges(button)).bottom).toBeLessThan(16);
  });

  it('should follow as the pane gets lower', async () => {
    const { page } = await open(PHONE);
    await page.getByRole('button', { name: /^Tags/ }).last().click();
    await untilAnswered(page);
    await page.setViewportSize({ width: 375, height: 420 });
    const done = popover().getByRole('button', { name: 'Done' });
    await page.waitForFunction(() => (document.querySelector('.paperweave-popover')?.getBoundingClientRect().bottom ?? 999) <= (document.querySelector('.paperweave-dashboard')?.getBoundingClientRect().bottom ?? 0));
    await done.scrollIntoViewIfNeeded();
    expect(await isOnTop(done)).toBe(true);
  });
});

describe('a column of the board in a side bar', () => {
  it('should be as wide as there is room', async () => {
    const { page } = await open({});
    await page.addStyleTag({ content: '.paperweave-dashboard { inline-size: 250px; }' });
    await page.locator('.paperweave-dashboard.mod-narrow').waitFor();
    await page.getByRole('tab', { name: 'Board' }).click();
    await untilAnswered(page);
    const board = await edges(page.locator('.paperweave-board'));
    const column = await edges(page.locator('.paperweave-board-column').first());
    expect(column.right).toBeLessThan(board.right);
    expect(column.left).toBeGreaterThan(board.left);
  });
});

describe('a missing work in a side bar', () => {
  it('should show who cites it within its card', async () => {
    const { page } = await open({});
    await page.addStyleTag({ content: '.paperweave-dashboard { inline-size: 250px; }' });
    await page.locator('.paperweave-dashboard.mod-narrow').waitFor();
    await page.getByRole('tab', { name: /Missing/ }).click();
    await untilAnswered(page);
    const works = page.locator('.paperweave-row.mod-work');
    for (const at of [0, 1, 2]) {
      const cited = await edges(works.nth(at).locator('.paperweave-cited'));
      const read = await edges(works.nth(at).locator('.paperweave-cited-read'));
      const card = await edges(works.nth(at));
      expect(await works.nth(at).locator('.paperweave-cited').evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);
      expect(read.left >= cited.right || read.top >= cited.bottom).toBe(true);
      expect(await works.nth(at).locator('.mod-cited').evaluate((cell) => cell.scrollWidth <= cell.clientWidth && cell.scrollHeight <= cell.clientHeight)).toBe(true);
      expect(read.right <= card.right && read.bottom <= card.bottom && cited.top >= card.top).toBe(true);
    }
  });
});

describe('the buttons of a dialog', () => {
  it.each([
    ['a preview', 'link-references-in-library', { width: 1200, height: 420 }],
    ['a choice of works', 'create-most-cited-notes', { width: 1200, height: 420 }],
  ])('should stay in sight below a list that takes the room, of %s', async (_, command, options) => {
    const { page, run } = await open(options);
    void run(command);
    const button = page.locator('.modal .modal-button-container button').first();
    await button.waitFor();
    await page.locator('.modal .paperweave-measured-list [role=listitem]').nth(1).waitFor();
    expect(await isOnTop(button)).toBe(true);
    expect((await edges(page.locator('.modal .paperweave-measured-list'))).bottom).toBeLessThanOrEqual((await edges(button)).top);
  });
});
