import { bar } from './bars.mjs';
import { openBenchPage } from './bench-page.mjs';
import { figure, listTasks, table, withSpread } from './markdown.mjs';
import { spread } from './statistics.mjs';

const ROUNDS = 7;
/** Settings from before: this is no first run, on which the plugin would look for the vault's habits. */
const SETTINGS = { '.obsidian/plugins/paperweave/data.json': '{}' };

/** What a start costs with very many papers: the first with them, a later one with nothing changed, and the app without the plugin. */
export async function run({ papers }) {
  // What the app keeps on a device is not in the page's own storage here: without it each page would be another device.
  const localStorage = { 'paperweave-device': 'bench' };
  const { page, reload, leave, close } = await openBenchPage({ papers, files: SETTINGS, localStorage, layoutReady: false, settle: false });
  const first = [];
  const later = [];
  for (let round = 0; round < roundsFor(papers); round += 1) {
    if (round > 0) {
      await leave();
      await dropStores(page);
      await reload();
    }
    first.push(await start(page));
    await untilStored(page);
    await reload();
    later.push(await start(page));
  }
  await reload();
  const scripts = await timeOnload(page);
  await close();
  const times = (starts) => starts.map(({ took }) => took);
  const gain = spread(first.map(({ took }, round) => took / later[round].took));
  const most = (starts) => Math.max(...starts.map(({ reads }) => reads));
  const tasks = (starts) => starts.flatMap((each) => each.tasks);
  const longest = Math.max(0, ...tasks([...first, ...later]));
  const rows = [['first', first], ['later, nothing changed', later]].map(([what, starts]) => [
    what, withSpread(spread(times(starts))), most(starts).toLocaleString('en'), listTasks(tasks(starts)),
  ]);
  const at = `at ${papers.toLocaleString('en')} papers`;
  return {
    bars: [
      bar({ what: '`onload`, milliseconds', value: spread(scripts).median, most: 5, shown: withSpread(spread(scripts)) }),
      bar({ what: `A later start ${at}: times as fast as a first one`, value: gain.median, least: 2, shown: withSpread(gain) }),
      bar({ what: `Notes read by a later start ${at}`, value: most(later), most: 0 }),
      bar({ what: `The longest task of a start ${at}`, value: longest, most: 50, unit: ' ms', shown: longest === 0 ? 'under 50' : null }),
    ],
    body: `${String(first.length)} starts of each kind, in turns.\n\n${table(['start', 'whole after, ms', 'notes read', 'tasks over 50 ms, all starts'], rows)}\n\n\`onload\` took ${withSpread(spread(scripts))} ms, ${String(ROUNDS)} times in one page; the first of them ${figure(scripts[0])} ms.`,
  };
}

/** Making the notes of a page of 50,000 papers takes the stand-in app minutes: one start of each kind there. */
const roundsFor = (papers) => (papers > 10_000 ? 1 : ROUNDS);

/**
 * From layout ready until the library is whole. The garbage is collected before: what the page before this one left, which in the app would
 * have been another process, would be collected amid this start.
 */
async function start(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  await page.waitForTimeout(500);
  return page.evaluate(async () => {
    const { host } = window;
    const read = new Set();
    for (const [owner, names] of [[host.app.vault, ['read', 'cachedRead']], [host.app.vault.adapter, ['read']]]) {
      for (const name of names) {
        const own = owner[name].bind(owner);
        owner[name] = (...given) => {
          const path = typeof given[0] === 'string' ? given[0] : given[0].path;
          if (path.endsWith('.md')) read.add(path);
          return own(...given);
        };
      }
    }
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => Math.round(entry.duration))));
    observer.observe({ type: 'longtask' });
    // Not in this task, which began before there was anyone to observe it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = performance.now();
    await host.fireLayoutReady();
    await host.plugin.api.ready;
    const took = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return { took, reads: read.size, tasks };
  });
}

/** Waits until what the plugin keeps between starts has been written: the browser's own figure of it no longer grows. */
async function untilStored(page) {
  await page.evaluate(async () => {
    const used = async () => (await navigator.storage.estimate()).usage;
    for (let last = -1, quiet = 0; quiet < 6; ) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const now = await used();
      quiet = now === last ? quiet + 1 : 0;
      last = now;
    }
  });
}

/** Forgets what was kept; from a page in which nothing holds it open. */
const dropStores = (page) =>
  page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = request.onblocked = () => reject(new Error(`${name} could not be deleted.`));
      });
    }
  });

/** Milliseconds of loading the plugin, from its class to the end of `onload`, without reading its source. */
async function timeOnload(page) {
  return page.evaluate(async (rounds) => {
    const { host } = window;
    const times = [];
    const { prototype } = host.obsidian.Plugin;
    const own = prototype.load;
    prototype.load = async function load(...given) {
      const started = performance.now();
      await own.apply(this, given);
      times.push(performance.now() - started);
    };
    for (let round = 0; round < rounds; round += 1) {
      await host.disablePlugin();
      await host.enablePlugin();
    }
    prototype.load = own;
    return times;
  }, ROUNDS);
}
