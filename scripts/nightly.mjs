// `npm run nightly`: every property with 100,000 cases from a random seed, on over failures, with a summary at the end. Those
// that drive the whole plugin take a vault and many writes a case, about a tenth of a second, and get a fiftieth of that.
//   npm run nightly -- --seed 7         the seed of a run that failed
//   npm run nightly -- --runs 1000000   another number of cases
//   npm run nightly -- linking          only test files whose path holds the word
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' }, runs: { type: 'string', default: '100000' } }, allowPositionals: true });
const seed = values.seed ?? String(randomInt(2 ** 31 - 1));
const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('tests', path))
  .filter((path) => readFileSync(path, 'utf8').includes('support/property-runs') && positionals.every((word) => path.includes(word)))
  .sort();

const scratch = mkdtempSync(join(tmpdir(), 'paperweave-nightly-'));
const lines = [];
let failed = 0;
const drivesPlugin = (file) => readFileSync(file, 'utf8').includes('host/open-vault');
const runsOf = (file) => String(drivesPlugin(file) ? Math.ceil(Number(values.runs) / 50) : Number(values.runs));
console.log(`${String(files.length)} files, ${values.runs} cases a property, seed ${seed}`);
for (const [at, file] of files.entries()) {
  const results = join(scratch, `${String(at)}.json`);
  const started = Date.now();
  // Hours, since the number of cases is the caller's: a property that hangs is seen by what was printed last.
  const args = ['jest', '--runTestsByPath', file, '--maxWorkers=1', '--testTimeout=86400000', '--verbose', '--json', `--outputFile=${results}`];
  spawnSync('npx', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, PROPERTY_RUNS: runsOf(file), PROPERTY_SEED: seed } });
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  try {
    const report = JSON.parse(readFileSync(results, 'utf8'));
    lines.push(`${file} (${runsOf(file)} cases each, ${seconds} s)`);
    for (const { assertionResults } of report.testResults) {
      for (const { status, fullName, duration } of assertionResults) lines.push(`  ${status === 'passed' ? 'passed' : 'FAILED'} ${String(Math.round((duration ?? 0) / 1000)).padStart(6)} s  ${fullName}`);
    }
    failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  } catch {
    lines.push(`${file} did not run to its end`);
    failed++;
  }
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${lines.join('\n')}\n\n${String(failed)} failed; seed ${seed}${failed > 0 ? `, again by: npm run nightly -- --seed ${seed} --runs ${values.runs}` : ''}`);
process.exitCode = failed === 0 && files.length > 0 ? 0 : 1;
