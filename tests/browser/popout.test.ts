import type { Page } from 'playwright-core';
import { closeBrowser, openPage, untilAnswered, type OpenedPage } from './open-page';

jest.setTimeout(120_000);

let opened: OpenedPage;

/** The dashboard, moved from the main window into one of its own, as wide as it was; with the additions to the DOM that the app makes there too. */
const openInItsOwnWindow = async (width: number): Promise<Page> => {
  opened = await openPage({ width });
  const { page, run } = opened;
  await page.evaluate(() => {
    HTMLElement.prototype.onWindowMigrated = function (this: HTMLElement, listener) {
      this.addEventListener('moved', () => {
        listener(window);
      });
      return () => undefined;
    };
  });
  await run('open-dashboard');
  await untilAnswered(page);
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => {
    const own = window.open('about:blank', '', 'popup');
    const leaf = document.querySelector<HTMLElement>('.workspace-leaf-content[data-type="paperweave-dashboard"]');
    if (own === null || leaf === null) throw new Error('There is nothing to move, or nowhere.');
    const { width } = leaf.getBoundingClientRect();
    for (const style of document.querySelectorAll('style, link[rel=stylesheet]')) own.document.head.append(own.document.importNode(style, true));
    for (const name of ['EventTarget', 'Node', 'Element', 'HTMLElement', 'UIEvent'] as const) {
      const [from, to] = [window, own].map((win) => (Reflect.get(win, name) as typeof Node).prototype) as [object, object];
      Object.defineProperties(to, Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(from)).filter(([key]) => !(key in to))));
    }
    own.document.body.className = document.body.className;
    const pane = own.document.createElement('div');
    pane.style.cssText = `display: flex; flex-direction: column; position: fixed; inset-block: 0; inline-size: ${String(width)}px`;
    pane.id = 'pane';
    pane.append(leaf);
    own.document.body.append(pane);
    for (const element of leaf.querySelectorAll('*')) element.dispatchEvent(new Event('moved'));
  });
  return opening;
};

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('a dashboard in a window of its own', () => {
  it('should follow the size of its window while the main window draws nothing', async () => {
    const own = await openInItsOwnWindow(1400);
    const dashboard = own.locator('.paperweave-dashboard');
    const resize = async (width: number): Promise<void> => {
      await own.locator('#pane').evaluate((pane, to) => {
        pane.style.inlineSize = `${String(to)}px`;
      }, width);
      // What comes of it takes a frame or two.
      await own.waitForTimeout(500);
    };
    for (const [width, isNarrow] of [[400, true], [900, false], [400, true]] as const) {
      await resize(width);
      expect([width, await dashboard.evaluate((element) => element.classList.contains('mod-narrow'))]).toEqual([width, isNarrow]);
    }
  });

  it('should go from number to number of the statuses by arrow key', async () => {
    const own = await openInItsOwnWindow(1400);
    await own.getByRole('tab', { name: 'Progress' }).click();
    const numbers = own.locator('.paperweave-share-row').first().getByRole('button');
    await numbers.first().focus();
    await numbers.first().press('ArrowRight');
    expect(await numbers.nth(1).evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await numbers.nth(1).press('ArrowLeft');
    expect(await numbers.first().evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });
});
