import { findViolations } from './find-violations';
import { closeBrowser, openPage, type OpenedPage } from './open-page';

jest.setTimeout(120_000);

let opened: OpenedPage;

const open = async (options: Parameters<typeof openPage>[0]): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.page.locator('.notice').click();
  await opened.page.evaluate(() => {
    window.host.openSettings();
  });
  await opened.settle();
  return opened;
};

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the settings in a browser', () => {
  it.each([
    ['light', { theme: 'light', width: 1200 }],
    ['dark', { theme: 'dark', width: 1200 }],
    ['on a phone', { width: 390, query: 'platform=phone' }],
  ] as const)('should be free of faults that axe finds on every page: %s', async (_, options) => {
    const { page, settle } = await open(options);
    const check = async (name: string): Promise<void> => {
      expect([name, await findViolations(opened, '.modal.mod-settings')]).toEqual([name, []]);
    };
    await check('first');
    for (const name of ['Field names', 'Status 1', 'Linking', 'New notes', 'What to read next']) {
      await page.locator('.setting-page-link', { hasText: name }).click();
      await settle();
      await check(name);
      await page.locator('.setting-page-back').click();
    }
  });

  it('should show a status as it is typed, without taking the field away', async () => {
    const { page } = await open({ width: 1200 });
    await page.locator('.setting-page-link', { hasText: 'Status 2' }).click();
    await page.getByLabel('Label', { exact: true }).fill('');
    await page.getByLabel('Label', { exact: true }).pressSequentially('Under way');
    expect(await page.getByLabel('Label', { exact: true }).inputValue()).toBe('Under way');
    expect(await page.locator('.paperweave-preview-chips .paperweave-board-name').allInnerTexts()).toEqual(['Under way']);
    await page.getByLabel('Colour').selectOption('pink');
    await page.locator('.paperweave-preview-chips .paperweave-dot.mod-pink').waitFor();
    await page.locator('.setting-page-back').click();
    await page.locator('.setting-page-link', { hasText: 'Under way (reading)' }).waitFor();
  });
});
