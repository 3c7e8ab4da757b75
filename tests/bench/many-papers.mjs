// A page of the built plugin over very many notes, and what an action on it costs; for the benchmarks that drive Chromium.
import { chromium } from 'playwright-core';
import { serveHost } from '../host/serve.mjs';

/** Numbers that are the same in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor(state / 65_536) % below;
  };
}

/** Notes by path: papers with four references each, of which a third are missing works. */
export function makeNotes(count) {
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

/** Opens the stand-in app in Chromium; `input` is what it starts with. What goes wrong in the page makes the benchmark fail. */
export async function openBenchPage(input) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const server = await serveHost({ theme: 'light', ...input });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(600_000);
  page.on('pageerror', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  await page.goto(server.url, { timeout: 600_000 });
  await page.evaluate(() => window.hostReady.then(() => undefined));
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, close };
}

/** Opens a page over that many papers, with the index at rest. */
export async function openManyPapers(count) {
  const { page, close } = await openBenchPage({ files: makeNotes(count) });
  await page.evaluate(() => window.host.settle());
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
  });

  const pause = () => page.waitForTimeout(500);
  /** Prints a row of a table: how long until what was asked for is shown, the tasks over 50 ms meanwhile, and the rows drawn. */
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
    const { tasks, drawn } = await page.evaluate(() => ({ tasks: window.longTasks, drawn: document.querySelectorAll('.paperweave-row, .paperweave-card, .modal [role=listitem]').length }));
    console.log(`| ${what} | ${String(shownAfter)} ms | ${tasks.length === 0 ? 'none' : tasks.map((task) => `${String(task)} ms`).join(', ')} | ${String(drawn)} |`);
  }
  console.log(`${count.toLocaleString('en')} papers\n\n| what | shown after | tasks over 50 ms | rows and cards |\n| --- | --- | --- | --- |`);
  return { page, measure, close };
}
