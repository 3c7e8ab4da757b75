import { bar } from './bars.mjs';
import { openBenchPage } from './bench-page.mjs';
import { listLongTasks, watchTasks } from './long-tasks.mjs';
import { figure, table, withSpread } from './markdown.mjs';
import { spread } from './statistics.mjs';

const ROUNDS = 7;
/** Settings from before: this is no first run, on which the plugin would look for the vault's habits. */
const SETTINGS = { '.obsidian/plugins/paperweave/data.json': '{}' };

/** What a start costs with very many papers: the first with them, a later one with nothing changed, and the app without the plugin. */
export async function run({ papers }) {
  // What the app keeps on a device is not in the page's own storage here: without it each page would be another device.
  const localStorage = { 'paperweave-device': 'bench' };
  const host = await openBenchPage({ papers, files: SETTINGS, localStorage, layoutReady: false, settle: false });
  const first = [];
  const later = [];
  const alone = [await watch(host.page(), makeGarbage)];
  for (let round = 0; round < roundsFor(papers); round += 1) {
    await host.leave();
    await dropStores(host.page());
    await host.restart();
    first.push(await watch(host.page(), start));
    await untilStored(host.page());
    await host.restart();
    later.push(await watch(host.page(), start));
  }
  await host.restart();
  const scripts = await timeOnload(host.page());
  await host.close();
  const gain = spread(first.map(({ took }, round) => took / later[round].took));
  const most = (starts) => Math.max(...starts.map(({ reads }) => reads));
  const tasks = (starts) => starts.flatMap((each) => each.tasks);
  const longest = Math.max(0, ...tasks([...first, ...later]).map(({ ms }) => ms));
  const rows = [['first', first], ['later, nothing changed', later], ['floor: no start, only the garbage', alone]].map(([what, starts]) => [
    what, withSpread(spread(starts.map(({ took }) => took))), most(starts).toLocaleString('en'), listLongTasks(tasks(starts)),
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

/** Making the notes of a page of 50,000 papers takes the stand-in app half a minute. */
const roundsFor = (papers) => (papers > 10_000 ? 3 : ROUNDS);

/** What happens in the page, and the long tasks meanwhile. */
async function watch(page, happen) {
  await page.waitForTimeout(500);
  const stop = await watchTasks(page);
  const outcome = await happen(page);
  await page.waitForTimeout(200);
  return { ...outcome, tasks: await stop() };
}

/** From layout ready until the library is whole. */
const start = (page) =>
  page.evaluate(async () => {
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
    const started = performance.now();
    await host.fireLayoutReady();
    await host.plugin.api.ready;
    return { took: performance.now() - started, reads: read.size };
  });

/** What collecting garbage costs in the page as it is before any start: small objects in slices of 8 ms, a quarter of them kept, as much as a start makes. */
const makeGarbage = (page) =>
  page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    const kept = [];
    const started = performance.now();
    for (let made = 0; made < 6_000_000; ) {
      for (const end = performance.now() + 8; performance.now() < end; made += 1) {
        const object = [made, { made }, made + 1, made + 2];
        if (made % 4 === 0) kept.push(object);
      }
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(kept.length);
      });
    }
    return { took: performance.now() - started, reads: 0 };
  });

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
