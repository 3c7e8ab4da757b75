import { loadFolder } from '../host/load-folder';
import { closeBrowser, exampleVault, openPage, untilAnswered, type OpenedPage } from './open-page';

jest.setTimeout(120_000);

let opened: OpenedPage;

const open = async (options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.run('open-dashboard');
  return opened;
};

/** Titles of the rows on screen, in order. */
const titles = async (page: OpenedPage['page']): Promise<string[]> => {
  await untilAnswered(page);
  return page.locator('.paperweave-row:not(.mod-head) .paperweave-cell.mod-title').allInnerTexts();
};

const row = (page: OpenedPage['page'], title: string) => page.locator('.paperweave-row:not(.mod-head)', { hasText: title }).first();

const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the dashboard in a browser', () => {
  it('should count, search and filter', async () => {
    const { page } = await open();
    expect(await page.getByText('of 32 read').isVisible()).toBe(true);
    expect(await page.locator('.paperweave-dashboard').getByRole('tab').allInnerTexts()).toEqual([expect.stringContaining('Table'), 'Board', expect.stringContaining('Missing'), 'Next', 'Progress', expect.stringContaining('Problems')]);
    await page.getByPlaceholder('Search papers').fill('language elmo peters');
    expect(await titles(page)).toEqual([]);
    await page.getByPlaceholder('Search papers').fill('contextualized PETERS 2018');
    expect(await titles(page)).toEqual(['Deep Contextualized Word Representations']);
    await page.getByPlaceholder('Search papers').fill('no such paper at all');
    await page.getByRole('button', { name: /clear/i }).first().click();
    expect((await titles(page)).length).toBeGreaterThan(10);
  });

  it('should understand properties in the search, offer them as one types, and mark what matched', async () => {
    const { page } = await open();
    const box = page.getByPlaceholder('Search papers');
    await box.fill('status:reading year:>2018 author:beltagy -tag:survey');
    expect(await titles(page)).toEqual(['SciBERT - A Pretrained Language Model for Scientific Text']);
    expect(await row(page, 'SciBERT').locator('mark').allInnerTexts()).toEqual(['Beltagy']);
    await box.fill('');
    await box.pressSequentially('sta');
    expect(await page.locator('.paperweave-offers').getByRole('option').allInnerTexts()).toEqual(['status:']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('status:');
    await box.pressSequentially('rep');
    expect((await page.locator('.paperweave-offers').getByRole('option').allInnerTexts()).map((offer) => offer.replace(/\s+/g, ' '))).toEqual(['to-replicate 1']);
    await page.locator('.paperweave-offers').getByRole('option').click();
    expect(await box.inputValue()).toBe('status:to-replicate ');
    expect(await titles(page)).toEqual(['Universal Language Model Fine-tuning for Text Classification']);
    await box.fill('tag:');
    await page.keyboard.press('Escape');
    expect(await page.locator('.paperweave-offers').getByRole('option').count()).toBe(0);
    expect(await box.inputValue()).toBe('tag:');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('');
  });

  it('should sort by a head, and back', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Cited here' }).click();
    const first = await titles(page);
    expect(first[0]).toBe('Deep Contextualized Word Representations');
    expect(await page.locator('[aria-sort="descending"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Cited here' }).click();
    expect(await titles(page)).not.toEqual(first);
  });

  it('should write a status chosen in the table, show it, and take it back', async () => {
    const { page, read, settle } = await open();
    await page.getByPlaceholder('Search papers').fill('SciBERT');
    const before = await read(SCIBERT);
    await row(page, 'SciBERT').getByRole('combobox').selectOption({ label: 'Skipped' });
    await page.locator('.notice', { hasText: 'Set the status' }).waitFor();
    await settle();
    expect(await read(SCIBERT)).toBe(before.replace(/^status: .*$/m, 'status: skipped'));
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await settle();
    expect(await read(SCIBERT)).toBe(before);
  });

  it('should follow a change from outside, and keep its state over a restart', async () => {
    const { page, read, writeOutside, settle } = await open();
    const text = await read(SCIBERT);
    await page.getByPlaceholder('Search papers').fill('SciBERT');
    await writeOutside(SCIBERT, text.replace(/^title: .*$/m, 'title: SciBERT by another name'));
    await page.getByText('SciBERT by another name').first().waitFor();
    await settle();
    await page.evaluate(() => window.reloadHost().then(() => undefined));
    await page.getByText('SciBERT by another name').first().waitFor();
    expect(await page.getByPlaceholder('Search papers').inputValue()).toBe('SciBERT');
  });

  it('should draw only what is on screen of 3,000 papers', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, n) => [`p/paper-${String(n)}.md`, `---\ntitle: Paper number ${String(n)}\ntags: [paper]\nstatus: todo\n---\n`]),
    );
    const { page } = await open({ files });
    expect(await page.getByText('3,000 papers').first().isVisible()).toBe(true);
    expect(await page.locator('.paperweave-row').count()).toBeLessThan(200);
    await page.locator('.paperweave-table').evaluate((table) => table.scrollTo(0, table.scrollHeight));
    await page.getByText('Paper number 2999').waitFor();
    expect(await page.locator('.paperweave-row').count()).toBeLessThan(200);
  });

  it('should show who cites a missing work, create its note after a preview, and link the citations', async () => {
    const { page, read, settle } = await open();
    await page.getByRole('tab', { name: /Missing/ }).click();
    const rows = page.locator('.paperweave-row.mod-work');
    expect(await rows.first().innerText()).toContain('SQuAD');
    await rows.first().click();
    await page.locator('.paperweave-row.mod-citing').nth(7).waitFor();
    expect(await page.locator('.paperweave-row.mod-citing').count()).toBe(8);
    await page.getByRole('spinbutton', { name: 'How many works to select' }).fill('2');
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await page.getByRole('button', { name: /Create 2 notes/ }).click();
    const preview = page.locator('.modal');
    await preview.getByText('Create 2 notes for missing works').waitFor();
    await preview.locator('button.mod-cta').click();
    await page.locator('.notice', { hasText: '2 notes created' }).waitFor();
    await settle();
    expect(await read('Papers/squad-100-000-questions-for-machine-comprehension-of-text.md')).toContain('status: todo');
    expect(await read('Papers/bert-pre-training-of-deep-bidirectional-transformers-for-language-understanding.md')).toContain('[[squad-100-000-questions-for-machine-comprehension-of-text|');
    expect(await rows.first().innerText()).not.toContain('SQuAD');
  });

  it('should hide a missing work and show it again', async () => {
    const { page } = await open();
    await page.getByRole('tab', { name: /Missing/ }).click();
    const first = page.locator('.paperweave-row.mod-work').first();
    expect(await first.innerText()).toContain('SQuAD');
    await first.getByRole('checkbox').check();
    await page.getByRole('button', { name: /^Hide/ }).first().click();
    await page.locator('.paperweave-row.mod-work', { hasText: 'SQuAD' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Hidden/ }).or(page.getByLabel(/^Hidden/)).first().click();
    await page.locator('.paperweave-row.mod-work', { hasText: 'SQuAD' }).waitFor();
  });

  it('should list problems with what can be done, and point citations at one of two duplicates', async () => {
    const { page, read, settle } = await open();
    await page.getByRole('tab', { name: /Problems/ }).click();
    expect(await page.getByText('The front matter is written in “js”.').isVisible()).toBe(true);
    await page.getByRole('button', { name: /Point citations here/ }).first().click();
    await page.locator('.modal button.mod-cta').click();
    await page.locator('.notice', { hasText: 'Point the citations' }).waitFor();
    await settle();
    expect(await read('Papers/2015-resnet.md')).toContain('[[1997-lstm|Long Short-Term Memory]]');
  });

  it('should be worked by keyboard alone', async () => {
    const { page, read, settle } = await open();
    await page.getByRole('tab', { name: /Table/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: /Missing/ }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByPlaceholder('Search papers').focus();
    await page.keyboard.type('SciBERT');
    const before = await read(SCIBERT);
    const select = row(page, 'SciBERT').getByRole('combobox');
    for (let presses = 0; presses < 40 && !(await select.evaluate((element) => element === document.activeElement)); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settle();
    expect(await read(SCIBERT)).not.toBe(before);
    await row(page, 'SciBERT').focus();
    await page.keyboard.press('Enter');
    await settle();
    expect(await page.evaluate(() => window.host.activeFile)).toBe(SCIBERT);
  });

  it('should say of one that it is one', async () => {
    const { page } = await open({ files: { 'a.md': '---\ntags: [paper]\ntitle: The only one\nstatus: todo\n---\n## References\n- A work that has no note of its own\n' } });
    const count = page.locator('.paperweave-count');
    await untilAnswered(page);
    expect(await count.innerText()).toBe('1 paper');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog', { name: 'Export 1 paper', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Board' }).click();
    await page.getByRole('region', { name: 'To read, 1 paper', exact: true }).waitFor();
    await page.getByRole('tab', { name: /Missing/ }).click();
    expect(await count.innerText()).toBe('1 work');
  });

  it('should say what to do in a vault without papers, and lead to the settings', async () => {
    const { page } = await open({ files: { 'a.md': '# A note\n' } });
    expect(await page.getByText('No paper notes yet').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Open settings' }).click();
    expect(await page.getByText('Paper tags').isVisible()).toBe(true);
  });

  if (process.env.PAPERWEAVE_VAULT) {
    it('should show the real library', async () => {
      const { page } = await open({ files: loadFolder(process.env.PAPERWEAVE_VAULT ?? '') });
      expect(await page.getByText('of 1,146 read').isVisible()).toBe(true);
      expect(await page.locator('.paperweave-row').count()).toBeLessThan(200);
      expect(await titles(page)).not.toEqual([]);
    });
  }

  it('should give the example vault as it is', async () => {
    const { read } = await open();
    expect(await read(SCIBERT)).toBe(exampleVault()[SCIBERT]);
  });
});
