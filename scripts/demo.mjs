// npm run demo: the main job over a copy of a vault, in the stand-in for Obsidian that the tests use.
//   npm run demo                        over example-vault
//   npm run demo -- --vault <folder>    over a copy of any vault; the original is only read
//   npm run demo -- --serve [--port n]  opens the copy as a page to click through
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadHost } from '../tests/host/bundle-host.mjs';
import { serveHost } from '../tests/host/serve.mjs';
import { buildPlugin, ROOT } from './build-plugin.mjs';

const { values } = parseArgs({ options: { vault: { type: 'string' }, serve: { type: 'boolean' }, port: { type: 'string' } } });
const folder = values.vault === undefined ? join(ROOT, 'example-vault') : resolve(values.vault);
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}.`);
  process.exit(1);
}
process.chdir(ROOT);
console.log('Building the plugin …');
buildPlugin();
const { openVault, loadFolder } = await loadHost();
const files = loadFolder(folder);

if (values.serve) {
  const { url } = await serveHost({ files, port: Number(values.port ?? 0) });
  console.log(`${folder} (a copy, in memory) is open at ${url}\nCtrl+C ends it; nothing is kept.`);
} else {
  await mainJob();
  process.exit(0);
}

async function mainJob() {
  const title = (text) => console.log(`\n── ${text}`);
  title('Opening a copy of the vault');
  const host = await openVault({ files });
  const { api } = host.plugin;
  await api.ready;
  console.log(`${Object.keys(files).filter((path) => path.endsWith('.md')).length} notes, ${api.papers().length} of them papers.`);

  title('Adopting its habits');
  for (const notice of host.notices) console.log(notice.message);

  title('Counting');
  const papers = api.papers();
  const statuses = new Map();
  for (const paper of papers) statuses.set(paper.status, (statuses.get(paper.status) ?? 0) + 1);
  console.log([...statuses].map(([status, count]) => `${status} ${count}`).join(', '));
  const counted = papers.flatMap((paper) => paper.references ?? []);
  const sum = (state) => counted.reduce((total, references) => total + references[state], 0);
  console.log(`References: ${sum('linked')} linked, ${sum('broken')} broken, ${sum('plain')} plain, ${sum('ambiguous')} ambiguous.`);
  const [most] = api.missing();
  console.log(`${api.missing().length} missing works; the most cited is “${most?.title}”, cited by ${most?.citedBy} papers here.`);
  for (const problem of api.problems()) console.log(`Problem: ${problem.path}${problem.line === null ? '' : `:${problem.line}`}: ${problem.message}`);

  title('Linking the references of all papers');
  const linked = await api.linkReferences();
  console.log(`${linked.changed.length} notes changed, ${linked.skipped.length} places left as they are.`);
  const sample = linked.changed.find((path) => /scibert/.test(path)) ?? linked.changed[0];
  if (sample) showLines(sample, files[sample], host.read(sample));
  for (const [reason, count] of countBy(linked.skipped, (skip) => skip.reason)) console.log(`  left: ${reason} ${count}`);

  title('Creating a note for the most cited missing work');
  if (most) {
    const created = await api.createNotes([most.key]);
    await host.settle();
    console.log(`${created.created.join(', ')} created, ${created.changed.length} citing notes linked to it.`);
    for (const path of created.created) console.log(indented(host.read(path)));
    const citing = created.changed.find((path) => host.app.metadataCache.resolvedLinks[path]?.[created.created[0]]);
    console.log(`Obsidian's own metadata counts the citation: ${citing ? 'yes' : 'no'}.`);
  }

  title('Marking a paper as read');
  const unread = papers.find((paper) => paper.path === sample && paper.statusKind !== 'done') ?? papers.find((paper) => paper.statusKind !== 'done');
  if (unread) {
    const before = host.read(unread.path);
    await host.openFile(unread.path);
    await host.runCommand('paperweave:mark-read');
    showLines(unread.path, before, host.read(unread.path));

    title('Undoing the last change');
    await host.runCommand('paperweave:undo-last-change');
    console.log(host.read(unread.path) === before ? 'Every byte is back.' : 'The note is not as it was!');
  }

  title('Undoing the rest');
  while ((await api.undo()).id !== null);
  await host.settle();
  const changed = Object.keys(files).filter((path) => !path.startsWith('.obsidian/') && host.read(path) !== files[path]);
  console.log(changed.length === 0 ? `All ${Object.keys(files).length} files are as they were, byte for byte.` : `Not as they were: ${changed.join(', ')}`);
  if (changed.length > 0 || host.errors.length > 0) {
    console.error(...host.errors);
    process.exit(1);
  }
}

/** The first lines that differ, as they were and as they are. */
function showLines(path, before, after) {
  console.log(path);
  const removed = before.split('\n').filter((line) => !after.split('\n').includes(line));
  const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
  for (const line of removed.slice(0, 4)) console.log(`  - ${line.trimEnd()}`);
  for (const line of added.slice(0, 4)) console.log(`  + ${line.trimEnd()}`);
  if (added.length > 4) console.log(`  … ${added.length} lines in all`);
}

function countBy(list, key) {
  const counts = new Map();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function indented(text) {
  return text.trimEnd().split('\n').map((line) => `  ${line}`).join('\n');
}
