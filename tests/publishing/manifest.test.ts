import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = (name: string): string => readFileSync(join(process.cwd(), name), 'utf8');
const json = (name: string): Record<string, unknown> => JSON.parse(text(name)) as Record<string, unknown>;
const manifest = json('manifest.json') as Record<'id' | 'name' | 'description' | 'author' | 'version' | 'minAppVersion', string> & { isDesktopOnly: boolean; authorUrl?: unknown; fundingUrl?: unknown };

/** What Obsidian's own review of a submission refuses in a manifest. */
describe('the manifest', () => {
  it('should have the required keys, and no unknown one', () => {
    const required = ['id', 'name', 'author', 'version', 'minAppVersion', 'description', 'isDesktopOnly'];
    expect(Object.keys(manifest)).toEqual(expect.arrayContaining(required));
    expect(Object.keys(manifest).filter((key) => ![...required, 'authorUrl', 'fundingUrl'].includes(key))).toEqual([]);
    expect(typeof manifest.isDesktopOnly).toBe('boolean');
    expect(manifest.author.trim()).not.toBe('');
    for (const url of [manifest.authorUrl, manifest.fundingUrl]) if (url !== undefined) expect(url).toMatch(/^https:\/\/\S+$/);
  });

  it('should have an id and a name that the list takes', () => {
    expect(manifest.id).toBe('paperweave');
    expect(manifest.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(manifest.id).not.toMatch(/obsidian|plugin$/);
    expect(manifest.name).toMatch(/^[A-Za-z0-9 +()-]+$/);
    expect(manifest.name).not.toMatch(/obsidian|plugin|obsi-|-sidian/i);
  });

  it('should describe itself in a sentence that the list takes', () => {
    const { description } = manifest;
    expect(description.length).toBeGreaterThanOrEqual(10);
    expect(description.length).toBeLessThanOrEqual(250);
    expect(description).toMatch(/^[A-Z][A-Za-z0-9 .,!?'"-]*\.$/);
    expect(description).not.toMatch(/obsidian|plugin/i);
  });

  it('should agree with package.json, the lock file and versions.json on the version, and on the Obsidian that it needs', () => {
    const { version, minAppVersion } = manifest;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(minAppVersion).toBe('1.13.0');
    expect(json('package.json')['version']).toBe(version);
    expect(json('package-lock.json')).toMatchObject({ version, packages: { '': { version } } });
    const versions = json('versions.json');
    expect(versions[version]).toBe(minAppVersion);
    for (const [own, app] of Object.entries(versions)) expect([own, app]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+$/), expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
    expect(Object.keys(versions).at(-1)).toBe(version);
  });
});

describe('what the review looks for beside it', () => {
  it('should have a licence of its own holder', () => {
    expect(text('LICENSE')).toMatch(/^Copyright \(C\) 20\d\d by (?!Dynalist)\S.*$/m);
    expect(json('package.json')['license']).toBe('MIT');
    expect(text('LICENSE')).toContain('MIT License');
  });

  it('should commit the lock file and not the bundle, and build by the script that the review runs', () => {
    expect(existsSync(join(process.cwd(), 'package-lock.json'))).toBe(true);
    expect(text('.gitignore').split('\n')).toEqual(expect.arrayContaining(['main.js', 'node_modules']));
    expect(json('package.json')['scripts']).toHaveProperty('build');
  });

  it('should disclose in the README what the policies ask for', () => {
    const disclosures = text('README.md').split(/^## What it touches$/m)[1]?.split(/^## /m)[0] ?? '';
    for (const asked of [/network/i, /account/i, /payment/i, /\bads\b|advertis/i, /telemetry/i, /outside (?:of )?the vault/i, /source/i, /clipboard/i]) expect(disclosures).toMatch(asked);
  });
});

describe('the changelog', () => {
  const headings = [...text('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');

  it('should have what is unreleased first, then each version with its day, the newest first', () => {
    expect(headings[0]).toBe('[Unreleased]');
    for (const heading of headings.slice(1)) expect(heading).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/);
    expect(headings[1]).toContain(`[${manifest.version}]`);
    const days = headings.slice(1).map((heading) => heading.slice(-10));
    expect(days).toEqual([...days].sort().reverse());
  });

  it('should sort changes under the headings of Keep a Changelog, none of them twice in a version', () => {
    for (const section of text('CHANGELOG.md').split(/^## /m).slice(1)) {
      const kinds = [...section.matchAll(/^### (.+)$/gm)].map((match) => match[1] ?? '');
      expect(kinds.filter((kind) => !['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'].includes(kind))).toEqual([]);
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });
});
