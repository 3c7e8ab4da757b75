import { findViolations } from './find-violations';
import { closeBrowser, openPage, type OpenedPage } from './open-page';

jest.setTimeout(180_000);

let opened: OpenedPage;

const DASHBOARD = '.workspace-leaf-content[data-type="paperweave-dashboard"]';
const CITATIONS = '.workspace-leaf-content[data-type="paperweave-citations"]';

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('everywhere', () => {
  it.each(['light', 'dark'] as const)('should have nothing that axe objects to, %s', async (theme) => {
    opened = await openPage({ theme });
    const { page, run } = opened;
    await run('open-dashboard');
    const found: Record<string, string[]> = {};
    for (const tab of ['Table', 'Board', 'Missing', 'Next', 'Progress', 'Problems']) {
      await page.locator(DASHBOARD).getByRole('tab', { name: new RegExp(tab) }).click();
      // What can be expanded is looked at expanded.
      const details = page.locator(DASHBOARD).locator('.paperweave-row.mod-work, .mod-expand > button').first();
      if ((await details.count()) > 0) await details.click();
      found[tab] = await findViolations(opened, DASHBOARD);
    }
    await page.locator(DASHBOARD).getByRole('tab', { name: 'Table' }).click();
    for (const notice of await page.locator('.notice').all()) await notice.click();
    const menu = async (name: string): Promise<void> => {
      await page.locator(DASHBOARD).getByRole('button', { name, exact: true }).click();
      found[name] = await findViolations(opened, DASHBOARD);
    };
    await menu('Display');
    await page.getByLabel('Group by').selectOption('tag');
    await menu('Export');
    await menu('Views');
    await page.getByLabel('Name of the view').fill('Mine');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const row = page.locator('.paperweave-row.mod-columns[data-paperweave-row]');
    await row.nth(0).locator('.mod-venue').click();
    await row.nth(2).locator('.mod-venue').click({ modifiers: ['Shift'] });
    await row.nth(1).locator('.mod-venue').dblclick();
    found['groups, selection and editor'] = await findViolations(opened, DASHBOARD);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Edit property…' }).click();
    found['property'] = await findViolations(opened, '.modal');
    await page.keyboard.press('Escape');
    await run('open-citations');
    await opened.openNote('Papers/2015-resnet.md');
    found['citations'] = await findViolations(opened, CITATIONS);
    await run('link-references-in-library');
    await page.locator('.modal button.mod-cta').waitFor();
    found['preview'] = await findViolations(opened, '.modal');
    await page.keyboard.press('Escape');
    await run('create-most-cited-notes');
    await page.locator('.modal button.mod-cta').waitFor();
    found['works'] = await findViolations(opened, '.modal');
    expect(found).toEqual({ Table: [], Board: [], Missing: [], Next: [], Progress: [], Problems: [], Display: [], Export: [], Views: [], 'groups, selection and editor': [], property: [], citations: [], preview: [], works: [] });
  });

  it.each([
    [390, 'platform=phone'],
    [320, 'platform=phone'],
    [700, ''],
    [390, 'platform=phone&rtl=1'],
  ])('should fit a width of %i (%s), with targets that a finger can hit on a phone', async (width, query) => {
    opened = await openPage({ width, height: 800, query });
    const { page, run } = opened;
    await run('open-dashboard');
    for (const tab of ['Table', 'Board', 'Missing', 'Next', 'Progress', 'Problems']) {
      await page.locator(DASHBOARD).getByRole('tab', { name: new RegExp(tab) }).click();
      const overflow = await page.locator(`${DASHBOARD} .view-content`).evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(overflow).toBeLessThanOrEqual(1);
      if (!query.includes('phone')) continue;
      const small = await page.locator(`${DASHBOARD} .view-content`).locator('button, select, input:not([type=checkbox]), [role=tab]').evaluateAll((elements) =>
        elements.map((element) => ({ text: `${element.tagName} ${element.className} ${element.textContent ?? ''}`.slice(0, 80), height: element.getBoundingClientRect().height })).filter(({ height }) => height > 0 && height < 44),
      );
      expect(small).toEqual([]);
    }
  });

  it('should have targets that a finger can hit in a preview, a notice and the citations, on a phone', async () => {
    opened = await openPage({ width: 390, height: 800, query: 'platform=phone' });
    const { page, run, openNote } = opened;
    const tooSmall = (within: string): Promise<string[]> =>
      page.locator(within).locator('button, select, input, [role=link]').evaluateAll((controls) =>
        controls.flatMap((control) => {
          const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
          return height > 0 && (height < 44 || width < 44) ? [`${control.getAttribute('aria-label') ?? control.textContent} ${String(width)} × ${String(height)}`] : [];
        }),
      );
    for (const notice of await page.locator('.notice').all()) await notice.click();
    await run('open-citations');
    await openNote('Papers/2015-resnet.md');
    await page.locator('.paperweave-cite').waitFor();
    expect(await tooSmall('.paperweave-cite')).toEqual([]);
    await run('link-references-in-library');
    await page.locator('.modal button.mod-cta').waitFor();
    expect(await tooSmall('.modal')).toEqual([]);
    await page.locator('.modal button.mod-cta').click();
    await page.locator('.notice button').first().waitFor();
    expect(await tooSmall('.notice')).toEqual([]);
  });

  it('should leave file names and counts in their order where the app runs from right to left', async () => {
    opened = await openPage({ query: 'rtl=1' });
    const { page, run, openNote } = opened;
    /** The first of these that begins with a number, if it ends to the left of its beginning. */
    const turned = (selector: string): Promise<string[]> =>
      page.locator(selector).evaluateAll((elements) => {
        const edge = (node: Node, at: number): number => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().left;
        };
        const element = elements.find(({ firstChild, textContent }) => firstChild instanceof Text && /^\d.*[a-z]$/.test(textContent));
        const text = element?.firstChild;
        if (!(text instanceof Text)) return ['none begins with a number'];
        return edge(text, 0) < edge(text, text.length - 1) ? [] : [text.data];
      });
    await run('link-references-in-library');
    await page.locator('.modal button.mod-cta').waitFor();
    for (const part of ['summary', 'name', 'facts']) expect([part, await turned(`.paperweave-preview-${part}`)]).toEqual([part, []]);
    await page.keyboard.press('Escape');
    await run('create-most-cited-notes');
    await page.locator('.modal button.mod-cta').waitFor();
    expect(await turned('.paperweave-works-selected')).toEqual([]);
    await page.keyboard.press('Escape');
    await run('open-citations');
    await openNote('Papers/2015-resnet.md');
    await page.locator('.paperweave-cite').waitFor();
    expect(await turned('.paperweave-cite-facts > span')).toEqual([]);
  });

  it('should list the notes of a preview as rows, not as the text of a note, which the settings show', async () => {
    opened = await openPage();
    const { page, run, settle } = opened;
    const looks = (selector: string): Promise<readonly [string, boolean]> =>
      page.locator(selector).first().evaluate((element) => {
        const { borderTopWidth, fontFamily } = getComputedStyle(element);
        return [borderTopWidth, fontFamily === getComputedStyle(document.body).fontFamily] as const;
      });
    await run('link-references-in-library');
    await page.locator('.modal button.mod-cta').waitFor();
    expect(await looks('.paperweave-preview-note')).toEqual(['0px', true]);
    await page.keyboard.press('Escape');
    for (const notice of await page.locator('.notice').all()) await notice.click();
    await page.evaluate(() => {
      window.host.openSettings();
    });
    await settle();
    await page.locator('.setting-page-link', { hasText: 'New notes' }).click();
    await settle();
    expect(await looks('.paperweave-setting-preview pre')).toEqual(['1px', false]);
  });

  it('should mark a paper as read and link the library from the palette, leave one note out, and undo', async () => {
    opened = await openPage();
    const { page, read, openNote, settle } = opened;
    const path = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';
    await openNote(path);
    const before = await read(path);
    const fromPalette = async (name: string): Promise<void> => {
      await page.keyboard.press('Control+p');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    };
    await fromPalette('Mark paper as read');
    await page.locator('.notice', { hasText: 'Set the status' }).waitFor();
    await settle();
    expect(await read(path)).toMatch(/^status: read\nread_date: \d{4}-\d\d-\d\d$/m);
    await fromPalette('Link references in all papers');
    await page.locator('.modal').getByText(/repairs/).first().waitFor();
    const left = 'Papers/2015-resnet.md';
    const unchanged = await read(left);
    await page.locator('.modal').getByRole('checkbox', { name: /2015-resnet/ }).uncheck();
    await page.locator('.modal button.mod-cta').click();
    await page.locator('.notice', { hasText: 'Link references in 32 papers' }).waitFor();
    await settle();
    expect(await read(left)).toBe(unchanged);
    expect(await read(path)).toContain('[[deep-contextualized-word-representations|');
    await page.locator('.notice', { hasText: 'Link references in 32 papers' }).getByRole('button', { name: 'Undo' }).click();
    await settle();
    await opened.run('undo-last-change');
    await settle();
    expect(await read(path)).toBe(before);
  });
});
