import type { EditorView } from '@codemirror/view';
import { DATA, paperNote } from '../support/paper-notes';
import type { LivePreview } from '../host/live-preview';
import { findViolations } from './find-violations';
import { closeBrowser, exampleVault, openPage, type OpenedPage } from './open-page';

declare global {
  interface Window {
    live: LivePreview;
  }
}

jest.setTimeout(120_000);

let opened: OpenedPage;

const NOTE = '.workspace-leaf-content[data-type="markdown"]';
const MARK = '.paperweave-mark[role="img"]';
const LONG = 400;

/** A paper with many references, before and behind a long text. */
const longFiles = (): Record<string, string> => ({
  [DATA]: '{"version":1,"markReferencesInEditor":true}',
  'long.md': paperNote('Long', { references: Array.from({ length: LONG }, (_, index) => `[Paper ${index}](./paper-${index}.md)`) }),
  ...Object.fromEntries(Array.from({ length: LONG }, (_, index) => [`paper-${index}.md`, paperNote(`Paper ${index}`, { status: index % 2 === 0 ? 'read' : 'reading' })])),
});

/** CodeMirror over a note, in an element of its own height. */
const openLive = async (path: string, files: Record<string, string>, options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
  opened = await openPage({ files, ...options });
  await opened.page.evaluate((note) => {
    const parent = document.body.createDiv({ cls: 'test-live' });
    parent.setCssStyles({ position: 'fixed', inset: '0', zIndex: '100', background: 'var(--background-primary)', padding: '16px' });
    window.live = window.host.openLivePreview(note, parent);
    window.live.view.dom.setCssStyles({ height: '100%' });
    window.live.view.scrollDOM.setCssStyles({ overflow: 'auto' });
  }, path);
  await opened.settle();
  return opened;
};

const docOf = (page: OpenedPage['page']): Promise<string> => page.evaluate(() => window.live.view.state.doc.toString());
const headOf = (page: OpenedPage['page']): Promise<number> => page.evaluate(() => window.live.view.state.selection.main.head);
const lineTexts = (page: OpenedPage['page']): Promise<string[]> =>
  page.evaluate((mark) => [...window.live.view.dom.querySelectorAll('.cm-line')].flatMap((line) => [...line.querySelectorAll(mark)].map((each) => `${line.textContent ?? ''} ${each.getAttribute('aria-label') ?? ''}`)), MARK);

/** How many marks are made, shown or not. */
const madeMarks = (page: OpenedPage['page']): Promise<number> =>
  page.evaluate(() => {
    const { view } = window.live;
    const { decorations } = view.constructor as typeof EditorView;
    return view.state.facet(decorations).reduce((sum, set) => sum + (typeof set === 'function' ? set(view) : set).size, 0);
  });

/** What stands in a paper's line, piece by piece; the mark has no text. */
const orderAt = (page: OpenedPage['page'], name: string): Promise<(string | null)[]> =>
  page.evaluate((within) => {
    const line = [...window.live.view.dom.querySelectorAll('.cm-line')].find((each) => each.textContent?.includes(within));
    // CodeMirror puts pictures without a size around widgets.
    return [...(line?.childNodes ?? [])].filter((node) => node.nodeName !== 'IMG').map((node) => node.textContent);
  }, name);

afterEach(() => opened.close());
afterAll(closeBrowser);

describe('marks in reading view, in a browser', () => {
  const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';
  const read = async (options: Parameters<typeof openPage>[0] = {}): Promise<OpenedPage> => {
    opened = await openPage(options);
    await opened.page.evaluate((path) => window.host.openReading(path), SCIBERT);
    await opened.page.locator(MARK).first().waitFor();
    return opened;
  };

  it.each(['light', 'dark'] as const)('should have nothing that axe objects to, %s', async (theme) => {
    const { page } = await read({ theme });
    // The links beside them have the theme's colour.
    expect(await findViolations(opened, MARK)).toEqual([]);
    expect(await page.locator(MARK).count()).toBeGreaterThan(2);
  });

  it('should be seen on the screen, in the line of their link, and be gone in print and in an export', async () => {
    const { page } = await read();
    const mark = page.locator(MARK).first();
    const [box, link] = await Promise.all([mark.boundingBox(), mark.locator('xpath=preceding-sibling::a[1]').boundingBox()]);
    expect(box?.width).toBeGreaterThan(7);
    expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - ((link?.y ?? 0) + (link?.height ?? 0) / 2))).toBeLessThan(5);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(MARK).evaluateAll((marks) => marks.filter((each) => each.getClientRects().length > 0).length)).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => document.querySelector('.markdown-reading-view')?.classList.add('print'));
    expect(await page.locator(MARK).evaluateAll((marks) => marks.filter((each) => each.getClientRects().length > 0).length)).toBe(0);
  });

  it('should tell each kind of status by its shape, without colour', async () => {
    const kinds = ['todo', 'reading', 'read', 'skipped', 'on hold'];
    const files = {
      [DATA]: '{"version":1}',
      [SCIBERT]: paperNote('All', { references: kinds.map((kind) => `[${kind}](./${kind.replace(' ', '-')}.md)`) }),
      ...Object.fromEntries(kinds.map((kind) => [`Papers/${kind.replace(' ', '-')}.md`, paperNote(kind, { status: kind })])),
    };
    const { page } = await read({ files });
    // One below the other on whole pixels, so that nothing but the shape can differ.
    await page.addStyleTag({
      content: `.markdown-reading-view li { display: flex; block-size: 40px; } .markdown-reading-view li a { display: none; }
        .paperweave-dot.paperweave-mark { --paperweave-status-color: black !important; inline-size: 12px; block-size: 12px; border-width: 2px; }`,
    });
    const pictures: string[] = [];
    for (const mark of await page.locator(MARK).all()) pictures.push((await mark.screenshot()).toString('base64'));
    expect(new Set(pictures).size).toBe(kinds.length);
  });

  it('should not be copied with the text', async () => {
    const { page } = await read();
    const text = await page.evaluate(() => {
      const list = document.querySelector('.markdown-reading-view ul:has(.paperweave-mark)');
      if (!list) throw new Error('There is no list.');
      window.getSelection()?.selectAllChildren(list);
      return window.getSelection()?.toString();
    });
    expect(text).not.toMatch(/Status/);
  });
});

describe('marks in live preview, on npm’s CodeMirror', () => {
  it('should be made for what is on screen, and follow the scrolling', async () => {
    const { page, settle } = await openLive('long.md', longFiles());
    const first = await lineTexts(page);
    expect(first.length).toBeGreaterThan(10);
    expect([first.length, await madeMarks(page)].every((count) => count < LONG / 2)).toBe(true);
    expect(first[0]).toBe('- [Paper 0](./paper-0.md) Status: Read');
    await page.evaluate(() => {
      window.live.view.scrollDOM.scrollTop = window.live.view.scrollDOM.scrollHeight;
    });
    await page.getByText('[Paper 399]').waitFor();
    await settle();
    const last = await lineTexts(page);
    expect(last[last.length - 1]).toBe('- [Paper 399](./paper-399.md) Status: Reading');
    expect(last.length).toBeLessThan(LONG / 2);
  });

  it('should have nothing that axe objects to', async () => {
    await openLive('long.md', longFiles());
    expect(await findViolations(opened, '.test-live .cm-content .cm-line')).toEqual([]);
  });

  it('should leave text and cursor alone, and let both be moved as ever', async () => {
    const { page, settle } = await openLive('long.md', longFiles());
    const text = await docOf(page);
    const end = text.indexOf('(./paper-3.md)') + '(./paper-3.md)'.length;
    await page.evaluate((at) => {
      window.live.view.dispatch({ selection: { anchor: at } });
      window.live.view.focus();
    }, end);
    await page.evaluate(() => {
      const api = (window.host.plugin as unknown as { api: { setStatus(paths: string[], status: string): Promise<unknown> } }).api;
      return api.setStatus(['paper-3.md'], 'skipped').then(() => undefined);
    });
    await settle();
    expect((await lineTexts(page)).find((line) => line.includes('paper-3.md'))).toBe('- [Paper 3](./paper-3.md) Status: Skipped');
    expect([await docOf(page), await headOf(page)]).toEqual([text, end]);
    await page.keyboard.type(' (read it)');
    expect(await orderAt(page, 'paper-3.md')).toEqual(['- [Paper 3](./paper-3.md)', '', ' (read it)']);
    expect(await orderAt(page, 'paper-4.md')).toEqual(['- [Paper 4](./paper-4.md)', '']);
    await settle();
    expect(await docOf(page)).toBe(`${text.slice(0, end)} (read it)${text.slice(end)}`);
    expect((await lineTexts(page)).find((line) => line.includes('paper-3.md'))).toBe('- [Paper 3](./paper-3.md) (read it) Status: Skipped');
    expect(await orderAt(page, 'paper-3.md')).toEqual(['- [Paper 3](./paper-3.md)', '', ' (read it)']);
    // The browser moves the cursor by itself, and tells the editor afterwards.
    const headComesTo = (at: number): Promise<unknown> => page.waitForFunction((wanted) => window.live.view.state.selection.main.head === wanted, at);
    await page.keyboard.press('Home');
    await headComesTo(text.indexOf('- [Paper 3]'));
    await page.keyboard.press('End');
    await headComesTo(end + ' (read it)'.length);
  });

  it('should mark a link that is being written when its author rests, and unmark one that is taken apart', async () => {
    const { page, settle } = await openLive('long.md', longFiles());
    const text = await docOf(page);
    const at = text.indexOf('- [Paper 0]');
    await page.evaluate((anchor) => {
      window.live.view.dispatch({ selection: { anchor } });
      window.live.view.focus();
    }, at);
    await page.keyboard.type('- [[paper-8]]\n');
    await settle();
    expect((await lineTexts(page)).slice(0, 2)).toEqual(['- [[paper-8]] Status: Read', '- [Paper 0](./paper-0.md) Status: Read']);
    await page.evaluate((anchor) => window.live.view.dispatch({ changes: { from: anchor, to: anchor + 4 } }), at);
    await settle();
    expect((await lineTexts(page))[0]).toBe('- [Paper 0](./paper-0.md) Status: Read');
  });

  it('should wait while text is being composed', async () => {
    const { page, settle } = await openLive('long.md', longFiles());
    const text = await docOf(page);
    const end = text.indexOf('(./paper-3.md)') + '(./paper-3.md)'.length;
    await page.evaluate((anchor) => {
      window.live.view.dispatch({ selection: { anchor } });
      window.live.view.focus();
    }, end);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 });
    const node = await page.evaluate(() => {
      (window as unknown as { composed: unknown }).composed = window.getSelection()?.focusNode;
      return window.live.view.composing;
    });
    expect(node).toBe(true);
    await page.evaluate(() => {
      const api = (window.host.plugin as unknown as { api: { setStatus(paths: string[], status: string): Promise<unknown> } }).api;
      return api.setStatus(['paper-3.md'], 'skipped').then(() => undefined);
    });
    await page.waitForTimeout(700);
    expect((await lineTexts(page)).find((line) => line.includes('paper-3.md'))).toContain('Status: Reading');
    await devtools.send('Input.imeSetComposition', { text: 'zhongwen', selectionStart: 8, selectionEnd: 8 });
    expect(await page.evaluate(() => window.live.view.composing && (window as unknown as { composed: Node }).composed.isConnected)).toBe(true);
    await devtools.send('Input.insertText', { text: '中文' });
    await page.waitForTimeout(700);
    await settle();
    expect(await docOf(page)).toBe(`${text.slice(0, end)}中文${text.slice(end)}`);
    expect((await lineTexts(page)).find((line) => line.includes('paper-3.md'))).toContain('Status: Skipped');
  });

  it('should be gone in source mode, and come back', async () => {
    const { page } = await openLive('long.md', longFiles());
    await page.evaluate(() => window.live.setLivePreview(false));
    expect(await lineTexts(page)).toEqual([]);
    await page.evaluate(() => window.live.setLivePreview(true));
    expect((await lineTexts(page)).length).toBeGreaterThan(10);
  });
});

describe('the header of a note, in a browser', () => {
  const PATH = 'Papers/2015-resnet.md';

  it.each([
    ['light', 1400, ''],
    ['dark', 1400, ''],
    ['light', 390, 'platform=phone'],
  ] as const)('should show the status without anything that axe objects to, %s, %i wide', async (theme, width, query) => {
    opened = await openPage({ theme, width, query });
    await opened.openNote(PATH);
    const button = opened.page.getByRole('button', { name: /^Status: / });
    expect(await button.count()).toBe(1);
    expect(await findViolations(opened, `${NOTE} .view-header`)).toEqual([]);
    const overflow = await opened.page.locator(`${NOTE} .view-header`).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('should set a status by the keyboard alone', async () => {
    opened = await openPage({ files: exampleVault() });
    const { page, settle, read } = opened;
    await opened.openNote(PATH);
    const button = page.getByRole('button', { name: /^Status: / });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.menu').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settle();
    expect(await read(PATH)).toMatch(/^status: reading$/m);
    expect(await button.textContent()).toBe('Reading');
  });
});
