import { closeBrowser, openPage, type OpenedPage } from './open-page';

jest.setTimeout(120_000);

let opened: OpenedPage;

const RESNET = 'Papers/2015-resnet.md';
const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';

/** The citations view beside an open note. */
const open = async (note: string, options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.run('open-citations');
  await opened.openNote(note);
  await opened.page.locator('.paperweave-cite').first().waitFor();
  return opened;
};

const view = (page: OpenedPage['page']) => page.locator('.workspace-leaf-content[data-type="paperweave-citations"]');

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the citations view in a browser', () => {
  it('should follow the active note', async () => {
    const { page, openNote } = await open(SCIBERT);
    expect(await view(page).innerText()).toContain('SciBERT');
    await openNote('Papers/attention-is-all-you-need.md');
    await view(page).getByText('Attention is All you Need').first().waitFor();
    await openNote('Notes/Reading list.md');
    await page.waitForTimeout(300);
    expect(await view(page).innerText()).not.toContain('Attention is All you Need\n');
  });

  it('should open a reference on a click, in a new tab with the modifier, and preview it on hover', async () => {
    const { page, settle } = await open(SCIBERT);
    const reference = view(page).getByText('Deep Contextualized Word Representations').first();
    await reference.hover();
    expect(await page.evaluate(() => window.host.hovers.length)).toBeGreaterThan(0);
    const tabs = await page.evaluate(() => window.host.app.workspace.getLeavesOfType('markdown').length);
    await reference.click({ modifiers: ['Control'] });
    await settle();
    expect(await page.evaluate(() => window.host.app.workspace.getLeavesOfType('markdown').length)).toBe(tabs + 1);
    expect(await page.evaluate(() => window.host.activeFile)).toBe('Papers/deep-contextualized-word-representations.md');
  });

  it('should create the note of a missing reference at once, and link it', async () => {
    const { page, read, settle } = await open(SCIBERT);
    await view(page).getByRole('button', { name: /create/i }).first().click();
    await page.locator('.notice', { hasText: '1 note created' }).waitFor();
    await settle();
    const created = await page.evaluate(() => Object.keys(window.host.files()).filter((path) => !(path in (window.hostInput?.files ?? {})) && !path.startsWith('.obsidian/')));
    expect(created).toHaveLength(1);
    expect(await read(SCIBERT)).toContain(`[[${(created[0] ?? '').replace(/^Papers\/|\.md$/g, '')}|`);
  });

  it('should let the user choose among the candidates of an ambiguous reference', async () => {
    const { page, read, settle } = await open(RESNET);
    await view(page).getByRole('button', { name: /^Choose .*1997-lstm/ }).first().click();
    await page.locator('.notice', { hasText: 'Link a reference' }).waitFor();
    await settle();
    expect(await read(RESNET)).toContain('[[1997-lstm|Long Short-Term Memory]]');
  });

  it('should tell a paper without a references section from one that cites nothing', async () => {
    const files = {
      'none.md': '---\ntags: [paper]\ntitle: Without a section\n---\n',
      'empty.md': '---\ntags: [paper]\ntitle: Citing nothing\n---\n## References\n',
    };
    const { page, openNote } = await open('none.md', { files });
    const without = await view(page).innerText();
    await openNote('empty.md');
    await view(page).getByText('Citing nothing').first().waitFor();
    const nothing = await view(page).innerText();
    expect(without.replace('Without a section', '')).not.toBe(nothing.replace('Citing nothing', ''));
    expect(without).toMatch(/no references section/i);
  });
});
