import { closeBrowser, exampleVault, openPage, type OpenedPage } from './open-page';
import { findViolations } from './find-violations';

jest.setTimeout(180_000);

let opened: OpenedPage;

const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';
const ORDER = ['note.authors', 'note.year', 'note.venue'];

/** Where to keep pictures of the board, for someone who looks at them. */
const PICTURES = process.env.PAPERWEAVE_PICTURES;

const openBase = async (options: Parameters<typeof openPage>[0] = {}, query: { paths?: readonly string[]; groupBy?: string } = {}): Promise<OpenedPage> => {
  const files = { ...(options.files ?? exampleVault()), '.obsidian/plugins/paperweave/data.json': '{"version":1}' };
  opened = await openPage({ ...options, files });
  const paths = query.paths ?? Object.keys(files).filter((path) => path.startsWith('Papers/') && path.endsWith('.md'));
  await opened.page.evaluate((asked) => window.host.openBase('paperweave-board', asked).then(() => undefined), { order: ORDER, ...query, paths });
  await opened.page.locator('.paperweave-board').waitFor();
  return opened;
};
const column = (page: OpenedPage['page'], name: string) => page.locator('.paperweave-board-column', { has: page.locator('.paperweave-board-name', { hasText: new RegExp(`^${name}$`) }) });
const card = (page: OpenedPage['page'], title: string) => page.locator('.paperweave-board .paperweave-card', { hasText: title });
const picture = async (page: OpenedPage['page'], name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/base-board-${name}.png` });
};

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the board over a base in a browser', () => {
  it.each([
    ['light', 1400, ''],
    ['dark', 1400, ''],
    ['light', 420, 'platform=phone'],
  ] as const)('should show its cards whole, in a theme that is %s, %i pixels wide', async (theme, width, query) => {
    const { page } = await openBase({ theme, width, query });
    expect(await page.locator('.paperweave-card').count()).toBeGreaterThan(5);
    const cut = await page.locator('.paperweave-card').evaluateAll((cards) => cards.filter((each) => each.scrollHeight > each.clientHeight + 1).length);
    expect(cut).toBe(0);
    await picture(page, `${theme}-${String(width)}`);
    expect(await findViolations(opened, '.mod-base')).toEqual([]);
  });

  it('should move a card by mouse as one change, and open no note by it', async () => {
    const { page, read, settle } = await openBase();
    const before = await read(SCIBERT);
    const from = await card(page, 'SciBERT').boundingBox();
    const to = await column(page, 'Skipped').boundingBox();
    if (!from || !to) throw new Error('It is not on the screen.');
    await page.mouse.move(from.x + 40, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 120, { steps: 6 });
    expect(await page.locator('.paperweave-carried').isVisible()).toBe(true);
    await page.mouse.up();
    await column(page, 'Skipped').locator('.paperweave-card', { hasText: 'SciBERT' }).waitFor();
    await settle();
    expect(await read(SCIBERT)).toBe(before.replace(/^status: .*$/m, 'status: skipped'));
    expect(await page.evaluate(() => window.host.activeFile)).not.toBe(SCIBERT);
    await opened.run('undo-last-change');
    expect(await read(SCIBERT)).toBe(before);
  });

  it('should not drag a card while the base groups by another property', async () => {
    const { page } = await openBase({}, { groupBy: 'note.venue' });
    const from = await page.locator('.paperweave-card').first().boundingBox();
    if (!from) throw new Error('It is not on the screen.');
    await page.mouse.move(from.x + 40, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 300, from.y + 40, { steps: 4 });
    expect(await page.locator('.paperweave-carried').count()).toBe(0);
    await page.mouse.up();
    await picture(page, 'by-venue');
  });

  it('should keep the focus, where the last card of a column goes from under it', async () => {
    const note = (title: string, status: string): string => `---\ntitle: ${title}\ntags: [paper]\nstatus: ${status}\n---\n`;
    const files = { 'a.md': note('One', 'todo'), 'b.md': note('Two', 'reading') };
    const { page, writeOutside, settle } = await openBase({ files }, { paths: Object.keys(files) });
    await card(page, 'Two').focus();
    await writeOutside('b.md', note('Two', 'read'));
    await settle();
    await column(page, 'Read').locator('.paperweave-card').waitFor();
    expect(await page.locator('.paperweave-board :focus').count()).toBe(1);
  });

  it('should draw the last of many columns in a side bar', async () => {
    const files = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`${String(at)}.md`, `---\ntitle: Paper of ${String(1900 + at)}\ntags: [paper]\nyear: ${String(1900 + at)}\n---\n`]));
    const { page } = await openBase({ files }, { paths: Object.keys(files), groupBy: 'note.year' });
    await page.addStyleTag({ content: '.mod-base { inline-size: 250px; }' });
    await page.locator('.mod-base.mod-narrow').waitFor();
    await page.locator('.paperweave-board').evaluate((board) => board.scrollTo(board.scrollWidth, 0));
    await card(page, 'Paper of 1989').waitFor();
  });

  it('should draw few of the cards of a large base, and reach its end', async () => {
    const files = Object.fromEntries(Array.from({ length: 4000 }, (_, at) => [`p/${String(at)}.md`, `---\ntitle: Paper number ${String(at)}\ntags: [paper]\nstatus: todo\nyear: 2000\n---\n`]));
    const { page } = await openBase({ files }, { paths: Object.keys(files) });
    expect(await page.locator('.paperweave-card').count()).toBeLessThan(100);
    const cards = column(page, 'To read').locator('.paperweave-board-cards');
    await cards.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await card(page, 'Paper number 3999').waitFor();
    expect(await page.locator('.paperweave-card').count()).toBeLessThan(100);
  });
});
