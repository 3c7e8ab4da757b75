import { closeBrowser, openPage, type OpenedPage } from './open-page';

jest.setTimeout(180_000);

let opened: OpenedPage;

const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';

const openBoard = async (options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
  opened = await openPage(options);
  await opened.run('open-dashboard');
  await opened.page.getByRole('tab', { name: 'Board' }).click();
  await opened.page.locator('.paperweave-board').waitFor();
  return opened;
};

const column = (page: OpenedPage['page'], name: string) => page.locator('.paperweave-board-column', { has: page.locator('.paperweave-board-name', { hasText: new RegExp(`^${name}$`) }) });
const card = (page: OpenedPage['page'], title: string) => page.locator('.paperweave-board .paperweave-card', { hasText: title });
const middle = async (locator: ReturnType<typeof card>): Promise<{ x: number; y: number }> => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const heads = (page: OpenedPage['page']): Promise<string[]> => page.locator('.paperweave-board-head').allInnerTexts();
const papersOf = (count: number, status: (at: number) => string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`p/paper-${String(at)}.md`, `---\ntitle: Paper number ${String(at)}\ntags: [paper]\nstatus: ${status(at)}\n---\n`]));

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('the board in a browser', () => {
  it('should have a column a status in the order of the vocabulary, the empty ones and other values among them, with counts', async () => {
    const files = { ...papersOf(3, (at) => (at === 2 ? 'elsewhere' : 'todo')) };
    const { page } = await openBoard({ files });
    expect((await heads(page)).map((head) => head.replace(/\s+/g, ' ').trim())).toEqual(['To read 2', 'Reading 0', 'Read 0', 'Skipped 0', 'elsewhere 1']);
    expect(await card(page, 'Paper number 0').innerText()).toContain('Cited here 0');
  });

  it('should move a card by mouse as one change that is taken back by one undo, and open no note by it', async () => {
    const { page, read, settle } = await openBoard();
    const before = await read(SCIBERT);
    const from = await middle(card(page, 'SciBERT'));
    const to = await middle(column(page, 'Skipped'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 10, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 5 });
    expect(await column(page, 'Skipped').getAttribute('class')).toContain('is-target');
    expect(await page.locator('.paperweave-carried').isVisible()).toBe(true);
    await page.mouse.up();
    await column(page, 'Skipped').locator('.paperweave-card', { hasText: 'SciBERT' }).waitFor();
    await settle();
    expect(await read(SCIBERT)).toBe(before.replace(/^status: .*$/m, 'status: skipped'));
    expect(await page.evaluate(() => window.host.activeFile)).not.toBe(SCIBERT);
    expect(await page.locator('.paperweave-carried').count()).toBe(0);
    await opened.run('undo-last-change');
    await settle();
    expect(await read(SCIBERT)).toBe(before);
    await card(page, 'SciBERT').click();
    await settle();
    expect(await page.evaluate(() => window.host.activeFile)).toBe(SCIBERT);
  });

  it('should write nothing when a move is called off, ends where it began, or outside of the columns', async () => {
    const { page, read, settle } = await openBoard();
    const before = await read(SCIBERT);
    const from = await middle(card(page, 'SciBERT'));
    const over = await middle(column(page, 'Read'));
    for (const [x, y, key] of [[over.x, over.y, 'Escape'], [from.x + 20, from.y + 60, null], [over.x, 20, null]] as const) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 5 });
      if (key !== null) await page.keyboard.press(key);
      await page.mouse.up();
      await settle();
      expect(await read(SCIBERT)).toBe(before);
      expect(await page.locator('.paperweave-carried').count()).toBe(0);
    }
  });

  it('should move a card by finger after it rested on it, and scroll by a swipe', async () => {
    const { page, read, settle } = await openBoard({ width: 900, height: 800, query: 'platform=tablet' });
    await page.getByPlaceholder('Search papers').fill('SciBERT');
    const before = await read(SCIBERT);
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<unknown> =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    const from = await middle(card(page, 'SciBERT'));
    const to = await middle(column(page, 'To read'));
    // A swipe: at once on its way.
    await touch('touchStart', from.x, from.y);
    await touch('touchMove', from.x - 40, from.y);
    await touch('touchMove', to.x, to.y);
    await touch('touchEnd');
    await settle();
    expect(await read(SCIBERT)).toBe(before);
    const scrolled = (): Promise<number> => page.locator('.paperweave-board').evaluate((board) => board.scrollLeft);
    expect(await scrolled()).toBeGreaterThan(0);
    // It coasts for a while.
    for (let last = -1; last !== (await scrolled()); ) {
      last = await scrolled();
      await page.waitForTimeout(200);
    }
    await page.locator('.paperweave-board').evaluate((board) => board.scrollTo(0, 0));
    const again = await middle(card(page, 'SciBERT'));
    const target = await middle(column(page, 'To read'));
    await touch('touchStart', again.x, again.y);
    await page.locator('.paperweave-carried').waitFor();
    await touch('touchMove', again.x - 60, again.y + 5);
    await touch('touchMove', target.x, target.y);
    await touch('touchEnd');
    await column(page, 'To read').locator('.paperweave-card', { hasText: 'SciBERT' }).waitFor();
    await settle();
    expect(await read(SCIBERT)).toBe(before.replace(/^status: .*$/m, 'status: todo'));
  });

  it('should be worked by keyboard alone, tell a screen reader, and keep the focus on the card that was moved', async () => {
    const { page, read, settle } = await openBoard();
    const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
    await page.getByPlaceholder('Search papers').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('A Primer in BERTology');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain('Language Models are Unsupervised');
    await page.keyboard.press('End');
    expect(await focused()).toContain('SciBERT');
    await page.keyboard.press('Shift+ArrowRight');
    await column(page, 'Read').locator('.paperweave-card', { hasText: 'SciBERT' }).waitFor();
    await settle();
    expect(await read(SCIBERT)).toMatch(/^status: read\nread_date: \d{4}-\d\d-\d\d$/m);
    await page.locator('.paperweave-card:focus', { hasText: 'SciBERT' }).waitFor({ timeout: 5000 });
    await page.locator('.paperweave-dashboard [role=status]', { hasText: 'moved to Read.' }).waitFor({ state: 'attached', timeout: 5000 });
    expect(await page.locator('.paperweave-dashboard [role=status].paperweave-visually-hidden').innerText()).toMatch(/^SciBERT.* moved to Read\.$/);
    await page.keyboard.press('Shift+ArrowRight');
    await column(page, 'Skipped').locator('.paperweave-card', { hasText: 'SciBERT' }).waitFor();
    await settle();
    await page.keyboard.press('Shift+ArrowRight');
    await settle();
    expect(await read(SCIBERT)).toMatch(/^status: skipped$/m);
    expect(await page.locator('.paperweave-dashboard [role=status].paperweave-visually-hidden').innerText()).toContain('stays');
    await page.keyboard.press('Enter');
    await settle();
    expect(await page.evaluate(() => window.host.activeFile)).toBe(SCIBERT);
  });

  it('should let cards out of a column of another value, and none in', async () => {
    const files = papersOf(2, (at) => (at === 0 ? 'elsewhere' : 'todo'));
    const { page, read, settle } = await openBoard({ files, width: 1900 });
    const drag = async (title: string, to: string): Promise<void> => {
      const from = await middle(card(page, title));
      const target = await middle(column(page, to));
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(target.x, target.y, { steps: 5 });
      await page.mouse.up();
      await settle();
    };
    await drag('Paper number 1', 'elsewhere');
    expect(await read('p/paper-1.md')).toContain('status: todo');
    await drag('Paper number 0', 'Reading');
    expect(await read('p/paper-0.md')).toContain('status: reading');
  });

  it('should say when more are being read than is meant, and hold nothing back', async () => {
    const files = { ...papersOf(4, () => 'reading'), '.obsidian/plugins/paperweave/data.json': JSON.stringify({ version: 1, activeLimit: 3 }) };
    const { page } = await openBoard({ files });
    const count = column(page, 'Reading').locator('.paperweave-board-count');
    expect(await count.innerText()).toBe('4, at most 3 meant');
    expect(await count.getAttribute('class')).toContain('is-over');
  });

  it('should not take the focus along with a move that was refused', async () => {
    const { page, read, settle } = await openBoard({
      files: { 'p/one.md': '---\ntitle: One\ntags: [paper]\nstatus: &anchor todo\n---\n', 'p/two.md': '---\ntitle: Two\ntags: [paper]\nstatus: todo\n---\n' },
    });
    await card(page, 'One').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator('.notice', { hasText: 'left as it was' }).or(page.locator('.notice', { hasText: 'skipped' })).or(page.locator('.notice', { hasText: 'cannot' })).first().waitFor();
    await settle();
    await card(page, 'Two').focus();
    await opened.writeOutside('p/one.md', (await read('p/one.md')).replace('&anchor todo', 'reading'));
    await settle();
    await column(page, 'Reading').locator('.paperweave-card').first().waitFor();
    expect(await page.locator(':focus').innerText()).toContain('Two');
    expect(await page.getByText('One moved to Reading.').count()).toBe(0);
  });

  it('should draw few of the cards of a long column, reach its end, and keep where it was scrolled to over a restart', async () => {
    const { page, settle } = await openBoard({ files: papersOf(4000, (at) => (at < 3600 ? 'todo' : `other-${String(at % 20)}`)) });
    expect(await page.locator('.paperweave-card').count()).toBeLessThan(200);
    const cards = column(page, 'To read').locator('.paperweave-board-cards');
    await cards.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await card(page, 'Paper number 3599').waitFor();
    expect(await page.locator('.paperweave-card').count()).toBeLessThan(200);
    await page.locator('.paperweave-board').evaluate((board) => board.scrollTo(board.scrollWidth, 0));
    await column(page, 'other-9').locator('.paperweave-card').first().waitFor();
    expect(await page.locator('.paperweave-card').count()).toBeLessThan(200);
    const scrolled = await page.locator('.paperweave-board').evaluate((board) => board.scrollLeft);
    await settle();
    await page.evaluate(() => window.reloadHost().then(() => undefined));
    await page.locator('.paperweave-board').waitFor();
    expect(await page.locator('.paperweave-board').evaluate((board) => board.scrollLeft)).toBe(scrolled);
  });
});
