// Pages in Chromium for the benchmarks.
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { serveHost } from '../host/serve.mjs';

/** Long enough for 50,000 papers, which the stand-in app reads one by one while it starts. */
const PATIENCE_MS = 900_000;

export const chromiumPath = () => process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A new Chromium. What goes wrong in a page of it makes the benchmark fail. */
export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--js-flags=--max-old-space-size=4000'] });
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const newPage = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
    return page;
  };
  return { browser, page: await newPage(), newPage };
}

/** A module for a page, as a script that puts its exports under that global name. */
export async function bundleForPage(source, globalName) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    format: 'iife',
    globalName,
    target: 'chrome120',
    write: false,
  });
  return outputFiles[0].text;
}

/**
 * Opens the stand-in app in Chromium; `input` is what it starts with, `papers` how many papers are made in the page itself (text of 170 MB
 * is no source of a script). A restart gives the same notes of the same age.
 */
export async function openBenchPage({ papers = 0, files = {}, ...input }) {
  const { browser, page: firstPage, newPage } = await openBrowser();
  let page = firstPage;
  const library = await bundleForPage("export { makeLibrary } from './make-library.mjs';\nexport { packNotes } from './pack-notes.mjs';", 'library');
  const server = await serveHost({
    theme: 'light',
    files,
    writtenAt: Date.UTC(2024, 0, 1),
    prepare: `${library}\nfor (const [path, text] of library.packNotes(library.makeLibrary(${String(papers)}))) window.hostInput.files[path] = text;`,
    ...input,
  });
  /** In a page of its own, as the app starts in a process of its own. */
  const open = async (url) => {
    await page.close();
    page = await newPage();
    await page.goto(url, { timeout: PATIENCE_MS });
  };
  const restart = async () => {
    await open(server.url);
    await page.evaluate(() => window.hostReady.then(() => undefined));
  };
  await restart();
  /** Leaves the app for an empty page of the same origin. */
  const leave = () => open(`${server.url}nothing`);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page: () => page, restart, leave, close };
}
