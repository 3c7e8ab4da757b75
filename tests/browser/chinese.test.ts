import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { findViolations } from './find-violations';
import { closeBrowser, openPage, type OpenedPage } from './open-page';

jest.setTimeout(180_000);

const DASHBOARD = '.workspace-leaf-content[data-type="paperweave-dashboard"]';
const CITATIONS = '.workspace-leaf-content[data-type="paperweave-citations"]';
/** Where pictures of what was tested are put, for those who want to look; none where it is not said. */
const PICTURES = process.env.PICTURES ?? '';

let opened: OpenedPage;

afterEach(() => opened.close());
afterAll(closeBrowser);

async function picture(name: string): Promise<void> {
  if (PICTURES === '') return;
  mkdirSync(PICTURES, { recursive: true });
  await opened.page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Texts that reach out of a button, a tab or their pane. */
const overflowing = (root: Locator): Promise<string[]> =>
  root.evaluate((element) => {
    const wide = element.scrollWidth - element.clientWidth > 1 ? ['the whole'] : [];
    const cut = [...element.querySelectorAll<HTMLElement>('button, [role=tab], select, label, h3, h4')].filter((part) => part.clientWidth > 0 && part.scrollWidth - part.clientWidth > 1 && getComputedStyle(part).overflowX !== 'hidden');
    return [...wide, ...cut.map((part) => `${part.className}: ${part.textContent}`)];
  });

describe('in Chinese', () => {
  it.each([
    [420, '&platform=phone'],
    // The dashboard has 420 of them.
    [740, ''],
    [1400, ''],
  ])('should fit a width of %i (%s), and have nothing that axe objects to', async (width, query) => {
    opened = await openPage({ width, height: 800, query: `language=zh${query}` });
    const { page, run, openNote } = opened;
    const dashboard = page.locator(`${DASHBOARD} .view-content`);
    const found: Record<string, string[]> = {};
    const look = async (name: string, selector: string, pane: Locator): Promise<void> => {
      found[name] = [...(await findViolations(opened, selector)), ...(await overflowing(pane))];
      await picture(`${String(width)}-${name}`);
    };
    await run('open-dashboard');
    for (const tab of ['表格', '看板', '缺失', '下一篇', '进度', '问题']) {
      await dashboard.getByRole('tab', { name: new RegExp(tab) }).click();
      const details = dashboard.locator('.paperweave-row.mod-work, .mod-expand > button').first();
      if ((await details.count()) > 0) await details.click();
      await look(tab, DASHBOARD, dashboard);
      if (tab !== '进度') continue;
      await dashboard.locator('.paperweave-read').evaluate((element) => {
        element.scrollTop = element.scrollHeight;
      });
      await look('进度的末尾', DASHBOARD, dashboard);
    }
    await dashboard.getByRole('tab', { name: /表格/ }).click();
    for (const notice of await page.locator('.notice').all()) await notice.click();
    for (const menu of ['显示', '导出', '视图', '期刊/会议']) {
      await dashboard.locator('.paperweave-filter-button', { hasText: menu }).first().click();
      await look(menu.replace('/', ''), DASHBOARD, dashboard.locator('.paperweave-popover'));
      await page.keyboard.press('Escape');
    }
    if (width > 1000) {
      for (const at of [1, 2]) await dashboard.locator('.paperweave-row-check').nth(at).check();
      await look('选中', DASHBOARD, dashboard);
      await page.getByRole('button', { name: '编辑属性…' }).click();
      await look('属性', '.modal', page.locator('.modal-content'));
      await page.keyboard.press('Escape');
    }
    if (query === '') {
      await run('open-citations');
      await openNote('Papers/2015-resnet.md');
      await look('引用', CITATIONS, page.locator(`${CITATIONS} .view-content`));
    }
    await run('link-references-in-library');
    await page.locator('.modal button.mod-cta').waitFor();
    await look('预览', '.modal', page.locator('.modal-content'));
    await page.keyboard.press('Escape');
    await run('create-most-cited-notes');
    await page.locator('.modal button.mod-cta').waitFor();
    await look('缺失文献', '.modal', page.locator('.modal-content'));
    expect(Object.entries(found).filter(([, what]) => what.length > 0)).toEqual([]);
  });
});
