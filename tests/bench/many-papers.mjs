import { openBenchPage } from './bench-page.mjs';
import { listLongTasks, watchTasks } from './long-tasks.mjs';
import { table } from './markdown.mjs';

/** What is worked out, or, where nothing of it can be shown yet, said to be. */
const BUSY = '[aria-busy=true], .paperweave-panel > .paperweave-state[role=status]';
/** What lists are made of, and the figures of the progress. */
const DRAWN = '.paperweave-row, .paperweave-card, .paperweave-problem, .paperweave-share [role=row], .modal [role=listitem]';

/**
 * Opens a page over that many papers (and the notes of `files`), and measures what an action on it costs. All that the start does is over by
 * then: the index and its store, and the garbage that starting leaves, that of the stand-in app with it. Garbage of the actions counts.
 */
export async function openManyPapers(papers, files = {}) {
  const { page: openPage, close } = await openBenchPage({ papers, files, settle: false });
  const page = openPage();
  await page.evaluate(async () => {
    await window.host.plugin.api.ready;
    await window.host.settle();
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  const rows = [];
  const allTasks = [];
  const pause = () => page.waitForTimeout(500);

  /** Notes how long until what was asked for is shown, the tasks over 50 ms meanwhile, and what is drawn. */
  async function measure(what, act) {
    await pause();
    const stop = await watchTasks(page);
    const started = Date.now();
    await act();
    await page.evaluate(async (busy) => {
      do await new Promise((resolve) => setTimeout(resolve, 20));
      while (document.querySelector(busy) !== null);
    }, BUSY);
    const shownAfter = Date.now() - started;
    await pause();
    const tasks = await stop();
    const drawn = await page.evaluate((selector) => document.querySelectorAll(selector).length, DRAWN);
    if (drawn === 0) throw new Error(`Nothing is shown after: ${what}.`);
    allTasks.push(...tasks.map((task) => ({ what, ...task })));
    rows.push([what, `${String(shownAfter)} ms`, listLongTasks(tasks), String(drawn)]);
  }

  return {
    page,
    measure,
    close,
    /** What was measured so far. */
    results: () => table(['what', 'shown after', 'tasks over 50 ms', 'rows, cards and entries'], rows),
    /** Every task over 50 ms so far: `{ what, ms, collecting }`. */
    tasks: () => allTasks,
  };
}
