// node scripts/check-release.mjs <tag>: fails where the tag is not the version that all files name; prints what the changelog says of it.
import { readFileSync } from 'node:fs';
import { notesOf } from './changelog.mjs';
import { readVersion } from './version-number.mjs';

const json = (name) => JSON.parse(readFileSync(name, 'utf8'));
const tag = process.argv[2] ?? '';
const manifest = json('manifest.json');
const lock = json('package-lock.json');
const isVersion = readVersion(tag) !== null;
const notes = isVersion ? notesOf(readFileSync('CHANGELOG.md', 'utf8'), tag) : null;

const problems = [
  [isVersion, `The tag “${tag}” is no version: three numbers are needed, without v.`],
  [manifest.version === tag, `manifest.json says ${manifest.version}.`],
  [json('package.json').version === tag, `package.json says ${json('package.json').version}.`],
  [lock.version === tag && lock.packages[''].version === tag, `package-lock.json says ${lock.version} and ${lock.packages[''].version}.`],
  [json('versions.json')[tag] === manifest.minAppVersion, `versions.json does not lead ${tag} to ${manifest.minAppVersion}.`],
  [notes !== null && notes !== '', `CHANGELOG.md has no section “[${tag}] - yyyy-MM-dd” with a text.`],
].flatMap(([holds, problem]) => (holds ? [] : [problem]));

if (problems.length > 0) {
  console.error(`The release ${tag} does not fit:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  process.exitCode = 1;
} else {
  console.log(notes);
}
