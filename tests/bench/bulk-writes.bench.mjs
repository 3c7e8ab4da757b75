import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadHost } from '../host/bundle-host.mjs';
import { bar } from './bars.mjs';
import { LIBRARY_FOLDER, makeLibrary } from './make-library.mjs';
import { figure, table, withSpread } from './markdown.mjs';
import { spread } from './statistics.mjs';

/** More notes than these are seldom changed at once. */
const MOST_PAPERS = 10_000;
const ROUNDS = 7;
/** An app of its own over ten thousand notes takes half a minute to set up. */
const roundsFor = (count) => (count > 2_000 ? 3 : ROUNDS);

/** How fast the plugin changes very many notes, against the host that reads and writes them without any work. */
export async function run({ papers }) {
  const count = Math.min(papers, MOST_PAPERS);
  const { openVault } = await loadHost();
  const files = Object.fromEntries(makeLibrary(count));
  const rows = [];
  const bars = [];
  for (const [where, isOnDisk] of [['files on the disk', true], ['files in memory', false]]) {
    const times = { host: [], status: [], link: [] };
    for (let round = 0; round < roundsFor(count); round += 1) {
      for (const [name, took] of Object.entries(await changeAll(openVault, files, isOnDisk))) times[name].push(took);
    }
    for (const [name, shown] of Object.entries(NAMES)) {
      const rates = spread(times.host.map((host, round) => host / times[name][round]));
      rows.push([where, shown, withSpread(spread(times[name].map((took) => took / count))), withSpread(rates)]);
      if (isOnDisk && name !== 'host') bars.push(bar({ what: `${shown} over ${count.toLocaleString('en')} papers: rate against the host's own reading and writing`, value: rates.median, least: 0.5, shown: withSpread(rates) }));
    }
  }
  return { bars, body: `${figure(count)} papers; medians of ${String(roundsFor(count))} runs, each in an app of its own.\n\n${table(['where', 'what', 'ms a note', 'rate against the host'], rows)}` };
}

const NAMES = { host: 'the host reads and writes', status: 'Setting a status', link: 'Linking references' };

/** Milliseconds by kind of change, over the same notes, one after the other. */
async function changeAll(openVault, files, isOnDisk) {
  const folder = isOnDisk ? mkdtempSync(join(tmpdir(), 'paperweave-bench-')) : null;
  if (folder !== null) mkdirSync(join(folder, LIBRARY_FOLDER));
  const host = await openVault({ files: { ...files, '.obsidian/plugins/paperweave/data.json': '{}' }, settle: false, ...(folder === null ? {} : { mirror: mirrorTo(folder) }) });
  const { api } = host.plugin;
  await api.ready;
  // The real app reads changed notes in a worker; here it would be counted as somebody's work.
  host.app.metadataCache.enqueue = () => undefined;
  const paths = api.papers().map(({ path }) => path);
  const timed = async (change) => {
    const started = performance.now();
    await change();
    return performance.now() - started;
  };
  const reported = async (change) => {
    const { changed } = await change;
    if (changed.length < paths.length / 2) throw new Error(`Only ${String(changed.length)} of ${String(paths.length)} notes were changed.`);
  };
  const { vault } = host.app;
  const times = {
    host: await timed(async () => {
      for (const path of paths) {
        const file = vault.getFileByPath(path);
        const text = await vault.read(file);
        await vault.process(file, () => `${text}\n`);
      }
    }),
    status: await timed(() => reported(api.setStatus(paths, 'read'))),
    link: await timed(() => reported(api.linkReferences(paths))),
  };
  await host.unload();
  if (folder !== null) rmSync(folder, { recursive: true });
  return times;
}

/** A folder that follows the host's disk. Only what is written is written: nothing lies in it at first. */
function mirrorTo(root) {
  const at = (path) => join(root, path);
  const parents = new Set();
  const ensureParent = async (path) => {
    if (parents.has(dirname(path))) return;
    await mkdir(dirname(at(path)), { recursive: true });
    parents.add(dirname(path));
  };
  return {
    async follow({ kind, path, to, bytes }, data) {
      await ensureParent(path);
      if (kind === 'write') await writeFile(at(path), data);
      else if (kind === 'append') await appendFile(at(path), Buffer.from(data).subarray(-bytes));
      else if (kind === 'mkdir') await mkdir(at(path), { recursive: true });
      else if (kind === 'rename') await rename(at(path), at(to));
      else await rm(at(path), { recursive: true, force: true });
    },
  };
}
