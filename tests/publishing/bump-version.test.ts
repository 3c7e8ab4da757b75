import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = process.cwd();
const FILES = ['package.json', 'package-lock.json', 'manifest.json', 'versions.json'];
const CHANGELOG = `# Changelog

## [Unreleased]

### Added
- A thing.

## [0.1.0] - 2026-01-02

The first one.
`;

let folder: string;
const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, encoding: 'utf8' });
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const json = (name: string): Record<string, unknown> => JSON.parse(read(name)) as Record<string, unknown>;
const edit = (name: string, change: (text: string) => string): void => writeFileSync(join(folder, name), change(read(name)));
const commit = (): string => git('commit', '--all', '--quiet', '--message', 'x');
const all = (): Record<string, string> => Object.fromEntries([...FILES, 'CHANGELOG.md'].map((name) => [name, read(name)]));
const node = (script: string, ...args: string[]): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', script), ...args], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
};
const bump = (...args: string[]): ReturnType<typeof node> => node('bump-version.mjs', ...args);
const check = (tag: string): ReturnType<typeof node> => node('check-release.mjs', tag);

/** The real files, at version 0.1.0, with a changelog of this test's own, committed. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperweave-bump-'));
  for (const name of FILES) cpSync(join(ROOT, name), join(folder, name));
  const { version } = json('manifest.json') as { version: string };
  for (const name of FILES) edit(name, (text) => text.replaceAll(`"${version}"`, '"0.1.0"'));
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
  git('init', '--quiet');
  git('add', '.');
  commit();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run bump', () => {
  it('should be that script', () => {
    expect((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts['bump']).toBe('node scripts/bump-version.mjs');
  });

  it('should set the version everywhere, and change nothing else', () => {
    const before = all();
    expect(bump('0.2.0')).toMatchObject({ status: 0, err: '' });
    for (const name of ['package.json', 'manifest.json']) expect(read(name)).toBe(before[name]?.replace('"version": "0.1.0"', '"version": "0.2.0"'));
    expect(json('package-lock.json')).toMatchObject({ version: '0.2.0', packages: { '': { version: '0.2.0' } } });
    expect(git('diff', '--numstat').split('\n').find((line) => line.endsWith('package-lock.json'))).toBe('2\t2\tpackage-lock.json');
    const minimum = json('manifest.json')['minAppVersion'];
    expect(json('versions.json')).toMatchObject({ '0.1.0': minimum, '0.2.0': minimum });
    expect(Object.keys(json('versions.json')).at(-1)).toBe('0.2.0');
  });

  it('should give what was unreleased the number and the day, below an empty section', () => {
    bump('0.2.0');
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    expect(read('CHANGELOG.md')).toBe(CHANGELOG.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [0.2.0] - ${day}\n`));
  });

  it('should leave a state that the check of a release accepts, with its notes', () => {
    bump('0.2.0');
    expect(check('0.2.0')).toEqual({ status: 0, err: '', out: '### Added\n- A thing.\n' });
  });

  it('should go on from 0.9.0 to 0.10.0, which is later by number and not by text', () => {
    bump('0.9.0');
    edit('CHANGELOG.md', (text) => text.replace('## [Unreleased]\n', '## [Unreleased]\n\n### Fixed\n- Another.\n'));
    commit();
    expect(bump('0.10.0').status).toBe(0);
    expect(Object.keys(json('versions.json')).slice(-2)).toEqual(['0.9.0', '0.10.0']);
  });

  it.each<[string, string[], RegExp]>([
    ['the same version', ['0.1.0'], /does not come after 0\.1\.0/],
    ['a lower version', ['0.0.9'], /does not come after 0\.1\.0/],
    ['a v', ['v0.2.0'], /is no version/],
    ['two numbers', ['0.2'], /is no version/],
    ['a pre-release', ['0.2.0-beta.1'], /is no version/],
    ['a leading zero', ['0.02.0'], /is no version/],
    ['a word', ['minor'], /is no version/],
    ['nothing', [], /Say which version/],
    ['two versions', ['0.2.0', '0.3.0'], /Say which version/],
  ])('should refuse %s and write nothing', (_name, args, reason) => {
    const before = all();
    const { status, err } = bump(...args);
    expect(status).toBe(1);
    expect(err).toMatch(reason);
    expect(all()).toEqual(before);
  });

  it.each<[string, (text: string) => string]>([
    ['an empty section', (text) => text.replace('### Added\n- A thing.\n', '')],
    ['headings alone', (text) => text.replace('- A thing.\n', '')],
    ['no such section', (text) => text.replace('## [Unreleased]\n', '')],
  ])('should refuse a changelog with %s of what is unreleased', (_name, change) => {
    edit('CHANGELOG.md', change);
    commit();
    const before = all();
    expect(bump('0.2.0')).toMatchObject({ status: 1, err: expect.stringMatching(/no change under “Unreleased”/) as string });
    expect(all()).toEqual(before);
  });

  it.each([...FILES, 'CHANGELOG.md'])('should refuse where %s has changes that are not committed', (name) => {
    edit(name, (text) => `${text}\n`);
    const before = all();
    expect(bump('0.2.0')).toMatchObject({ status: 1, err: expect.stringContaining(name) as string });
    expect(all()).toEqual(before);
  });

  it('should not mind changes of other files', () => {
    writeFileSync(join(folder, 'notes.txt'), 'x');
    expect(bump('0.2.0').status).toBe(0);
  });
});

describe('the check of a release', () => {
  beforeEach(() => {
    bump('0.2.0');
  });

  it.each<[string, string, (text: string) => string, RegExp]>([
    ['manifest.json', '0.2.0', (text) => text.replace('0.2.0', '0.2.1'), /manifest\.json says 0\.2\.1/],
    ['package.json', '0.2.0', (text) => text.replace('0.2.0', '0.2.1'), /package\.json says 0\.2\.1/],
    ['package-lock.json', '0.2.0', (text) => text.replace('0.2.0', '0.2.1'), /package-lock\.json says 0\.2\.1/],
    ['versions.json', '0.2.0', (text) => text.replace('0.2.0', '0.2.1'), /versions\.json does not lead 0\.2\.0/],
    ['CHANGELOG.md', '0.2.0', (text) => text.replace('[0.2.0]', '[0.2.1]'), /CHANGELOG\.md has no section/],
  ])('should fail where %s says something else', (name, tag, change, problem) => {
    edit(name, change);
    expect(check(tag)).toMatchObject({ status: 1, out: '', err: expect.stringMatching(problem) as string });
  });

  it.each(['v0.2.0', '0.1.0', '', '0.2.0)('])('should fail for the tag “%s”', (tag) => {
    expect(check(tag).status).toBe(1);
  });
});
