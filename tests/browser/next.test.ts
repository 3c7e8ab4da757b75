import { loadFolder } from '../host/load-folder';
import { closeBrowser, openPage, scrollTo, untilAnswered, type OpenedPage } from './open-page';

jest.setTimeout(180_000);

let opened: OpenedPage;

const GPT = 'Papers/improving-language-understanding-by-generative-pre-training.md';
const BERT = 'Papers/bert-pre-training-of-deep-bidirectional-transformers-for-language-understanding.md';

const openNext = async (options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.run('open-dashboard');
  await opened.page.getByRole('tab', { name: 'Next' }).click();
  await opened.page.locator('.paperweave-next').waitFor();
  return opened;
};

const row = (page: OpenedPage['page'], title: string) => page.locator('.paperweave-row.mod-next', { hasText: title }).first();
const titles = async (page: OpenedPage['page']): Promise<string[]> => {
  await untilAnswered(page);
  return page.locator('.paperweave-row.mod-next .paperweave-title').allInnerTexts();
};
const focused = (page: OpenedPage['page']): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
const settingsOf = (settings: object): Record<string, string> => ({ '.obsidian/plugins/paperweave/data.json': JSON.stringify({ version: 1, ...settings }) });

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('what to read next in a browser', () => {
  it('should rank by what cites a paper and what of that is read, and say so in words', async () => {
    const { page } = await openNext();
    expect((await titles(page))[0]).toBe('SQuAD - 100,000+ Questions for Machine Comprehension of Text');
    expect((await page.locator('.mod-rank').allInnerTexts()).slice(0, 3)).toEqual(['1', '2', '3']);
    expect(await row(page, 'Improving Language').locator('.mod-about').innerText()).toContain('Cited by 7 papers here, 1 of them read, 3 being read · recent · citations worldwide not known');
    expect(await row(page, 'Sequence to Sequence').innerText()).toContain('20,000 citations worldwide');
    expect(await row(page, 'SQuAD').innerText()).toContain('No note yet');
    const scores = (await page.locator('.mod-score').allInnerTexts()).map(Number);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('should start a paper by one click as one change that is taken back by one undo', async () => {
    const { page, read, settle } = await openNext();
    const before = await read(GPT);
    await row(page, 'Improving Language').getByRole('button', { name: /^Start reading/ }).click();
    await row(page, 'Improving Language').waitFor({ state: 'detached' });
    await settle();
    expect(await read(GPT)).toBe(before.replace(/^status: .*$/m, 'status: reading'));
    expect(await page.evaluate(() => window.host.activeFile)).not.toBe(GPT);
    await opened.run('undo-last-change');
    await row(page, 'Improving Language').waitFor();
    await settle();
    expect(await read(GPT)).toBe(before);
    await row(page, 'Improving Language').getByRole('combobox').selectOption({ label: 'Skipped' });
    await row(page, 'Improving Language').waitFor({ state: 'detached' });
    await settle();
    expect(await read(GPT)).toBe(before.replace(/^status: .*$/m, 'status: skipped'));
  });

  it('should create the note of a missing work, which is a paper to read from then on', async () => {
    const { page, read, settle } = await openNext();
    await row(page, 'SQuAD').getByRole('button', { name: /^Create note/ }).click();
    await page.locator('.notice', { hasText: '1 note created' }).waitFor();
    await settle();
    expect(await read('Papers/squad-100-000-questions-for-machine-comprehension-of-text.md')).toContain('status: todo');
    expect(await row(page, 'SQuAD').getByRole('button', { name: /^Start reading/ }).isVisible()).toBe(true);
    expect(await row(page, 'SQuAD').innerText()).not.toContain('No note yet');
  });

  it('should show on demand how a score adds up and who cites it, and open a citing paper where it does', async () => {
    const { page, settle } = await openNext();
    await row(page, 'SQuAD').getByRole('button', { name: /adds up/ }).click();
    expect((await page.locator('.mod-share').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^Cited by 8 papers here \d/), expect.stringMatching(/^2 of them read/), expect.stringMatching(/^1 of them being read/),
      expect.stringMatching(/^No year: counts as the average/), expect.stringMatching(/^Citations worldwide not known: counts as the average/),
    ]);
    const citing = page.locator('.mod-citing', { hasText: 'BERT - Pre-training' });
    const line = Number(/Line (\d+)/.exec(await citing.innerText())?.[1]);
    await citing.click();
    await settle();
    expect(await page.evaluate(() => window.host.activeFile)).toBe(BERT);
    expect((await opened.read(BERT)).split('\n')[line - 1]).toContain('SQuAD');
  });

  it('should be worked by keyboard alone, and keep the focus in the list', async () => {
    const { page, read, settle } = await openNext();
    await page.getByRole('button', { name: 'Missing works' }).focus();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Search papers').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('Improving Language');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('Cited by 7 papers here');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toContain('Improving Language');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.mod-share').count()).toBe(0);
    const before = await read(GPT);
    // No key of the row itself changes a note.
    for (const key of [' ', 'Delete', 'Backspace', 's', 'x', 'r', 'Shift+ArrowRight', 'Control+ArrowRight', 'Escape']) await page.keyboard.press(key);
    await settle();
    expect(await read(GPT)).toBe(before);
    await row(page, 'Improving Language').focus();
    const start = row(page, 'Improving Language').getByRole('button', { name: /^Start reading/ });
    for (let presses = 0; presses < 5 && !(await start.evaluate((element) => element === document.activeElement)); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await row(page, 'Improving Language').waitFor({ state: 'detached' });
    await settle();
    expect(await read(GPT)).toContain('status: reading');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-paperweave-row'))).toBe('0');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-paperweave-row'))).toBe('0');
  });

  it('should take its weights from the settings, at once', async () => {
    const { page, settle } = await openNext();
    await page.getByRole('button', { name: 'Change what counts' }).click();
    await page.locator('.setting-page-link', { hasText: 'What to read next' }).click();
    for (const name of ['Cited here', 'Cited by what you have read', 'Cited by what you are reading', 'Cited worldwide']) {
      await page.getByRole('slider', { name, exact: true }).fill('0');
    }
    await settle();
    await page.keyboard.press('Escape');
    await page.locator('.paperweave-next').waitFor();
    expect((await titles(page))[0]).toBe('A Primer in BERTology - What we know about how BERT works');
  });

  it('should say how it is ordered where nothing counts', async () => {
    const files = { ...loadFolder('example-vault'), ...settingsOf({ nextWeights: { cited: 0, read: 0, active: 0, recent: 0, worldwide: 0 } }) };
    const { page } = await openNext({ files });
    expect(await page.getByText('All weights are 0, so these are in the order of their titles.').isVisible()).toBe(true);
    const shown = await titles(page);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown).toEqual([...shown].sort(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare));
  });

  it('should keep over a restart where it was scrolled to, and that missing works are not wanted', async () => {
    const { page, settle } = await openNext();
    await page.getByRole('button', { name: 'Missing works' }).click();
    expect(await page.getByText('No note yet').count()).toBe(0);
    await scrollTo(page.locator('.paperweave-next'), 300);
    await settle();
    await page.evaluate(() => window.reloadHost().then(() => undefined));
    await page.locator('.paperweave-next').waitFor();
    await settle();
    expect(await page.locator('.paperweave-next').evaluate((list) => list.scrollTop)).toBe(300);
    expect(await page.getByRole('button', { name: 'Missing works' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('should draw few of 4,000 papers and their missing works, to the last one', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 4000 }, (_, at) => [
        `p/paper-${String(at)}.md`,
        `---\ntitle: Paper number ${String(at)}\ntags: [paper]\nstatus: ${at % 8 === 0 ? 'read' : 'todo'}\nyear: ${String(1990 + (at % 30))}\n---\n\n# References\n\n- [[paper-${String((at * 7) % 90)}]]\n- Some missing work with the number ${String(at % 900)}\n`,
      ]),
    );
    const { page } = await openNext({ files });
    expect(await page.getByText('3,500 papers').isVisible()).toBe(true);
    expect(await page.locator('.paperweave-row').count()).toBeLessThan(200);
    await page.locator('.mod-next .mod-expand button').nth(3).click();
    await page.locator('.mod-citing').first().waitFor();
    expect(await page.locator('.paperweave-row').count()).toBeLessThan(200);
    const list = page.locator('.paperweave-next');
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.locator(`[aria-rowindex="${(await list.getAttribute('aria-rowcount')) ?? ''}"]`).waitFor();
    expect(await page.locator('.paperweave-row').count()).toBeLessThan(200);
    const end = await page.locator('.paperweave-row').last().boundingBox();
    const box = await list.boundingBox();
    expect(Math.round((end?.y ?? 0) + (end?.height ?? 0))).toBe(Math.round((box?.y ?? 0) + (box?.height ?? 0)));
  });
});
