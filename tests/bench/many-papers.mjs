import { openBenchPage } from './bench-page.mjs';
import { listTasks, table } from './markdown.mjs';

/** Opens a page over that many papers, with the index at rest, and measures what an action on it costs. */
export async function openManyPapers(papers) {
  const { page, close } = await openBenchPage({ papers, settle: false });
  await page.evaluate(async () => {
    await window.host.plugin.api.ready;
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
  });
  const rows = [];
  const allTasks = [];
  const pause = () => page.waitForTimeout(500);

  /** Notes how long until what was asked for is shown, the tasks over 50 ms meanwhile, and the rows drawn. */
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
    allTasks.push(...tasks.map((task) => ({ what, task })));
    rows.push([what, `${String(shownAfter)} ms`, listTasks(tasks), String(drawn)]);
  }

  return {
    page,
    measure,
    close,
    /** What was measured so far. */
    results: () => table(['what', 'shown after', 'tasks over 50 ms', 'rows and cards'], rows),
    /** Every task over 50 ms so far: `{ what, task }`. */
    tasks: () => allTasks,
  };
}
