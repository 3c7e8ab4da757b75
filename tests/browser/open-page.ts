import { existsSync } from 'node:fs';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { loadFolder } from '../host/load-folder';
import { serveHost } from '../host/serve.mjs';

/** Debian's Chromium, or the one that CHROMIUM names. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export interface OpenedPage {
  readonly page: Page;
  /** Text of a note on the host's disk. */
  read(path: string): Promise<string>;
  /** Runs a command by id, as the palette would. */
  run(command: string): Promise<void>;
  /** A change from outside, as Sync brings it. */
  writeOutside(path: string, text: string): Promise<void>;
  openNote(path: string): Promise<void>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly files?: Record<string, string>;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** `platform=phone`, `rtl=1`. */
  readonly query?: string;
}

let browser: Promise<Browser> | null = null;

/** The example vault, freshly read. */
export const exampleVault = (): Record<string, string> => loadFolder('example-vault');

/** The built plugin over files in the host's page. Errors of the page fail the test at `close`. */
export async function openPage({ files = exampleVault(), theme = 'light', width = 1400, height = 900, query = '' }: PageOptions = {}): Promise<OpenedPage> {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no Chromium at ${CHROMIUM}. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.`);
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const server = await serveHost({ files, theme });
  const page = await (await browser).newPage({ viewport: { width, height } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${server.url}?theme=${theme}&${query}`);
  // Not by polling on frames: that would keep the host from coming to rest.
  await page.evaluate(() => window.hostReady.then(() => undefined));
  const settle = (): Promise<void> => page.evaluate(() => window.host.settle());
  await settle();
  return {
    page,
    settle,
    read: (path) => page.evaluate((name) => window.host.read(name), path),
    run: async (command) => {
      await page.evaluate((id) => window.host.runCommand(id).then(() => undefined), `paperweave:${command}`);
    },
    writeOutside: (path, text) => page.evaluate(([name, data]) => window.host.writeOutside(name, data), [path, text] as const),
    openNote: (path) => page.evaluate((name) => window.host.openFile(name), path),
    close: async () => {
      const hostErrors = await page.evaluate(() => window.host.errors.map(String));
      await page.close();
      await server.close();
      expect([...errors, ...hostErrors]).toEqual([]);
    },
  };
}

/** Scrolls a list, and waits until the page has heard of it: the event comes only with the next frame. */
export async function scrollTo(list: Locator, top: number): Promise<void> {
  await list.evaluate(
    (element, to) =>
      new Promise((resolve) => {
        element.addEventListener('scroll', resolve, { once: true });
        element.scrollTo(0, to);
      }),
    top,
  );
}

/** Waits until nothing is being worked out: on a busy machine also a short answer may take more than the first slice. */
export async function untilAnswered(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}

/** To be called once a file, after its last test. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}
