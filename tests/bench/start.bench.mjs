// What a start costs with very many papers: node tests/bench/start.bench.mjs [papers, 50,000 where not said]
// Opens the stand-in app in Chromium over notes of its own making, tells it that the layout is ready, and prints how long until the
// library is whole and the tasks that held up the page meanwhile (the browser reports those over 50 ms): with settings from before, on a
// first run, and for the floor without the plugin. To be run after `npm run build`.
import { makeNotes, openBenchPage } from './many-papers.mjs';

const count = Number(process.argv[2] ?? 50_000);
const notes = makeNotes(count);

async function start(what, input) {
  const { page, close } = await openBenchPage({ layoutReady: false, settle: false, ...input });
  await page.waitForTimeout(500);
  const { took, tasks } = await page.evaluate(async () => {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => Math.round(entry.duration))));
    observer.observe({ type: 'longtask' });
    // Not in this task, which began before there was anyone to observe it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = performance.now();
    await window.host.fireLayoutReady();
    await window.host.settle();
    const took = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return { took, tasks };
  });
  console.log(`| ${what} | ${Math.round(took).toLocaleString('en')} ms | ${tasks.length === 0 ? 'none' : tasks.map((task) => `${String(task)} ms`).join(', ')} |`);
  await close();
}

console.log(`${count.toLocaleString('en')} papers\n\n| start | at rest after | tasks over 50 ms |\n| --- | --- | --- |`);
await start('without the plugin', { files: notes, loadPlugin: false });
await start('with settings from before', { files: { ...notes, '.obsidian/plugins/paperweave/data.json': '{}' } });
await start('a first run', { files: notes });
