// npm run screenshots: pictures of the plugin over the example vault, for the README and docs/ (docs/images/). Chromium takes
// them; CHROMIUM names another one. Titles in other scripts need a font for them (Debian: fonts-noto-cjk).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { loadHost } from '../tests/host/bundle-host.mjs';
import { serveHost } from '../tests/host/serve.mjs';
import { buildPlugin, ROOT } from './build-plugin.mjs';

const DESKTOP = { width: 1200, height: 760 };
const PHONE = { width: 390, height: 780, query: 'platform=phone' };
const tab = (name) => (page) => page.locator('.paperweave-dashboard').getByRole('tab', { name }).click();

/** Name of the file, size of the window, and what is done before. */
const PICTURES = [
  { name: 'table', ...DESKTOP, show: tab('Table') },
  { name: 'board', ...DESKTOP, show: tab('Board') },
  {
    name: 'missing',
    ...DESKTOP,
    show: async (page) => {
      await tab(/Missing/)(page);
      await page.locator('.paperweave-row.mod-work').first().click();
    },
  },
  { name: 'next', ...DESKTOP, show: tab('Next') },
  { name: 'progress', ...DESKTOP, show: tab('Progress') },
  { name: 'problems', ...DESKTOP, show: tab(/Problems/) },
  { name: 'table-phone', ...PHONE, show: tab('Table') },
  { name: 'progress-phone', ...PHONE, show: tab('Progress') },
  { name: 'board-phone', ...PHONE, show: tab('Board') },
  {
    name: 'citations',
    ...DESKTOP,
    show: async (page) => {
      await page.evaluate(() => window.host.runCommand('paperweave:open-citations').then(() => undefined));
      await page.evaluate(() => window.host.openFile('Papers/scibert-a-pretrained-language-model-for-scientific-text.md'));
    },
  },
  {
    name: 'preview',
    ...DESKTOP,
    show: async (page) => {
      await page.evaluate(() => window.host.runCommand('paperweave:link-references-in-library').then(() => undefined));
      await page.locator('.modal button.mod-cta').waitFor();
    },
  },
];

process.chdir(ROOT);
buildPlugin();
const { loadFolder } = await loadHost();
const folder = join(ROOT, 'docs/images');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const theme of ['light', 'dark']) {
  const server = await serveHost({ files: loadFolder(join(ROOT, 'example-vault')), theme });
  for (const { name, width, height, query = '', show } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(`${server.url}?theme=${theme}&${query}`);
    await page.evaluate(() => window.hostReady.then(() => window.host.settle()));
    for (const notice of await page.locator('.notice').all()) await notice.click();
    await page.evaluate(() => window.host.runCommand('paperweave:open-dashboard').then(() => undefined));
    await show(page);
    await page.evaluate(() => window.host.settle());
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    console.log(`docs/images/${name}-${theme}.png`);
    await page.close();
  }
  await server.close();
}
await browser.close();
process.exit(0);
