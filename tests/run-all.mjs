// `npm test`: lint, types and build, then the unit, host and browser tests. Ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'paperweave-tests-'));
const results = join(scratch, 'jest.json');
const run = (title, command, args) => {
  console.log(`\n# ${title}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};

let passed = 0;
let failed = 0;
for (const [title, script] of [['Lint', 'lint'], ['Types and build', 'build']]) {
  if (run(title, 'npm', ['run', '--silent', script])) passed++;
  else failed++;
}
if (!process.env.PAPERWEAVE_VAULT) console.log('\nPAPERWEAVE_VAULT is not set: the tests over a real vault are left out.');
const jestIsGreen = run('Unit, host and browser tests', 'npx', ['jest', '--json', `--outputFile=${results}`, '--silent=false', ...process.argv.slice(2)]);
try {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
} catch {
  console.error('The tests did not run to their end.');
}
if (!jestIsGreen && failed === 0) failed++;
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
