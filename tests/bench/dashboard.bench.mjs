// Whether the dashboard stays quick with very many papers: node tests/bench/dashboard.bench.mjs [papers, 50,000 where not said]
// Opens the built plugin in Chromium over notes of its own making and prints for each thing a user does: how long until it is
// shown, the longest task that held up the page meanwhile (the browser reports those over 50 ms), and the rows and cards in the
// document. To be run after `npm run build`.
import { chromium } from 'playwright-core';
import { serveHost } from '../host/serve.mjs';

const count = Number(process.argv[2] ?? 50_000);

/** Numbers that are the same in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor(state / 65_536) % below;
  };
}

function makeNotes() {
  const upTo = numbers(7);
  const words = 'deep neural graph attention transformer language model learning representation sparse robust efficient large small vision speech bayesian causal optimal transport kernel random forest survey analysis'.split(' ');
  const some = (length) => Array.from({ length }, () => words[upTo(words.length)]).join(' ');
  const statuses = ['todo', 'todo', 'todo', 'reading', 'read', 'skipped'];
  const note = (at) => {
    const status = statuses[upTo(statuses.length)];
    const day = status === 'read' ? `read_date: 20${String(10 + upTo(16))}-0${String(1 + upTo(9))}-1${String(upTo(10))}\n` : '';
    const references = Array.from({ length: 4 }, () => (upTo(3) === 0 ? `- A missing work, number ${String(upTo(5000))}` : `- [Paper](./paper-${String(upTo(count))}.md)`));
    return `---\ntitle: "${some(4 + upTo(6))} ${String(at)}"\nauthors: [Author ${String(upTo(20_000))}, Author ${String(upTo(20_000))}]\nyear: ${String(1990 + upTo(35))}\nvenue: Venue ${String(upTo(400))}\ntags: [paper, topic-${String(upTo(300))}]\nstatus: ${status}\n${day}---\n\n## References\n\n${references.join('\n')}\n`;
  };
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`papers/paper-${String(at)}.md`, note(at)]));
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const server = await serveHost({ files: makeNotes(), theme: 'light' });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(600_000);
page.on('pageerror', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
await page.goto(server.url, { timeout: 600_000 });
await page.evaluate(() => window.hostReady.then(() => undefined));
await page.evaluate(() => window.host.settle());
await page.evaluate(() => {
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
});

console.log(`${count.toLocaleString('en')} papers\n`);
console.log('| what | shown after | tasks over 50 ms | rows and cards |\n| --- | --- | --- | --- |');
const pause = () => page.waitForTimeout(500);

async function measure(what, act) {
  await pause();
  await page.evaluate(() => void (window.longTasks.length = 0));
  const started = Date.now();
  await act();
  await page.evaluate(async () => {
    const isBusy = () => document.querySelector('[aria-busy=true]') !== null;
    do await new Promise((resolve) => setTimeout(resolve, 20));
    while (isBusy());
  });
  const shownAfter = Date.now() - started;
  await pause();
  const { tasks, drawn } = await page.evaluate(() => ({ tasks: window.longTasks, drawn: document.querySelectorAll('.paperweave-row, .paperweave-card').length }));
  console.log(`| ${what} | ${String(shownAfter)} ms | ${tasks.length === 0 ? 'none' : tasks.map((task) => `${String(task)} ms`).join(', ')} | ${String(drawn)} |`);
}

/** Done in the page, so that finding the element is no part of what is measured. */
const click = (selector, text) =>
  page.evaluate(([wanted, part]) => [...document.querySelectorAll(wanted)].find((element) => element.textContent.includes(part))?.click(), [selector, text]);

async function groupBy(field) {
  await page.getByRole('button', { name: 'Display' }).click();
  await measure(field === '' ? 'no longer group' : `group by ${field}`, () => page.getByLabel('Group by').selectOption(field));
  await page.keyboard.press('Escape');
}

await measure('open the dashboard', () => page.evaluate(() => window.host.runCommand('paperweave:open-dashboard').then(() => undefined)));
for (const column of ['Year', 'Authors', 'Venue', 'Cited here', 'Linked', 'Title']) await measure(`sort by ${column}`, () => click('.paperweave-head-button', column));
for (const field of ['status', 'venue', 'tag', 'author', '']) await groupBy(field);
for (const search of ['d', 'deep gra', 'status:reading year:>2010', '']) await measure(`search “${search}”`, () => page.getByPlaceholder('Search papers').fill(search));
for (const menu of ['Status', 'Tags', 'Authors']) {
  await measure(`open the filter ${menu}`, () => click('.paperweave-filter-button', menu));
  await page.keyboard.press('Escape');
}
for (const tab of (await page.locator('.paperweave-tab').allInnerTexts()).map((text) => text.split('\n')[0])) await measure(`open the tab ${tab}`, () => click('.paperweave-tab', tab));
await measure('open the tab Board again', () => click('.paperweave-tab', 'Board'));
await page.locator('.paperweave-card').first().focus();
await measure('move a card', () => page.keyboard.press('Shift+ArrowRight'));
await browser.close();
await server.close();
