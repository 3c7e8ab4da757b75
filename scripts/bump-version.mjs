// npm run bump -- 0.2.0: sets the version everywhere and gives what is unreleased in the changelog its number and date. Writes nothing unless all of it can be
// written, and commits nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { releaseUnreleased, unreleasedNotes } from './changelog.mjs';
import { isLater, readVersion } from './version-number.mjs';

const FILES = ['package.json', 'package-lock.json', 'manifest.json', 'versions.json', 'CHANGELOG.md'];

class Refusal extends Error {}

const refuseUnless = (holds, reason) => {
  if (!holds) throw new Refusal(reason);
};

/** The new texts of the files, by name. */
function plan(wanted, texts, day) {
  const json = (name) => JSON.parse(texts[name]);
  const next = readVersion(wanted);
  refuseUnless(next, `“${wanted}” is no version: three numbers are needed, as in 0.2.0, without v.`);
  const manifest = json('manifest.json');
  const { version } = manifest;
  const now = readVersion(version);
  refuseUnless(now, `The version in manifest.json, “${version}”, is none.`);
  refuseUnless(isLater(next, now), `${wanted} does not come after ${version}.`);
  refuseUnless(unreleasedNotes(texts['CHANGELOG.md']) !== null, 'CHANGELOG.md names no change under “Unreleased”.');
  const lock = json('package-lock.json');
  const written = (value) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'package.json': written({ ...json('package.json'), version: wanted }),
    'package-lock.json': written({ ...lock, version: wanted, packages: { ...lock.packages, '': { ...lock.packages[''], version: wanted } } }),
    'manifest.json': written({ ...manifest, version: wanted }),
    'versions.json': written({ ...json('versions.json'), [wanted]: manifest.minAppVersion }),
    'CHANGELOG.md': releaseUnreleased(texts['CHANGELOG.md'], wanted, day),
  };
}

function localDay() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

try {
  const wanted = process.argv[2];
  refuseUnless(wanted !== undefined && process.argv.length === 3, 'Say which version, and nothing else: npm run bump -- 0.2.0');
  const changed = execFileSync('git', ['status', '--porcelain', '--', ...FILES], { encoding: 'utf8' }).trim();
  refuseUnless(changed === '', `Commit or put aside these first:\n${changed}`);
  const texts = Object.fromEntries(FILES.map((name) => [name, readFileSync(name, 'utf8')]));
  for (const [name, text] of Object.entries(plan(wanted, texts, localDay()))) writeFileSync(name, text);
  console.log(`The version is ${wanted}. Look at the changelog, commit these files, then tag the commit ${wanted}:\n  ${FILES.join('\n  ')}`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
