// `npm run bench`: every part in a process of its own, one after the other, and a table of what is promised at the end.
//   --only scan,index   only these parts
//   --without start     all but these
//   --papers 1000       the largest library, 50,000 where not said
//   --report            writes docs/performance.md from this run and, of parts that it leaves out, from the last run of each
// To be run after `npm run build`. PAPERWEAVE_VAULT is the folder of a real vault; the example vault stands in for it.
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { PARTS } from './parts.mjs';
import { barsTable, partSection, writeReport } from './report.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string' }, without: { type: 'string' }, papers: { type: 'string', default: '50000' }, report: { type: 'boolean', default: false } },
});
const listed = (text) => (text === undefined ? [] : text.split(','));
for (const name of [...listed(values.only), ...listed(values.without)]) if (!(name in PARTS)) fail(`There is no part ${name}. There are: ${Object.keys(PARTS).join(', ')}`);
const papers = Number(values.papers);
if (!Number.isInteger(papers) || papers < 100) fail('--papers is a whole number from 100.');
const wanted = Object.keys(PARTS).filter((name) => (values.only === undefined || listed(values.only).includes(name)) && !listed(values.without).includes(name));
if (!existsSync('main.js')) fail('There is no main.js. Run `npm run build` first.');

/** What each part found last: a run of everything takes an hour, and a part can be run again alone. */
const KEPT = '.cache/bench';
const keptFile = (name) => `${KEPT}/${name}.json`;

const results = [];
for (const name of wanted) {
  console.log(`\n## ${PARTS[name].title}\n`);
  const started = Date.now();
  const result = await runPart(name, { papers });
  console.log(`${partSection(result)}\n\n(${String(Math.round((Date.now() - started) / 1000))} s)`);
  results.push({ name, ...PARTS[name], ...result });
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(keptFile(name), JSON.stringify(result));
}
console.log(`\n## The bars\n\n${barsTable(results)}`);
if (values.report) {
  const missing = Object.keys(PARTS).filter((name) => !existsSync(keptFile(name)));
  if (missing.length > 0) fail(`A report needs a run of these parts, too: ${missing.join(', ')}.`);
  const all = Object.keys(PARTS).map((name) => ({ name, ...PARTS[name], ...JSON.parse(readFileSync(keptFile(name), 'utf8')) }));
  writeFileSync('docs/performance.md', writeReport(all, { papers }));
}

/** The part's bars and text. A part that fails ends the run: half a report says less than none. */
function runPart(name, options) {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('run-part.mjs', import.meta.url));
    const child = fork(script, [name, JSON.stringify(options)], { execArgv: ['--expose-gc', '--max-old-space-size=12000'] });
    let found = null;
    child.on('message', (message) => {
      found = message;
    });
    child.on('exit', (code) => {
      if (code === 0 && found !== null) resolve(found);
      else reject(new Error(`The part ${name} ended with code ${String(code)}.`));
    });
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
