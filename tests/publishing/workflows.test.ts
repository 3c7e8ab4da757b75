import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly name?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly needs?: string;
  readonly container?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, { readonly tags?: readonly string[]; readonly branches?: readonly string[] } | null>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const GITHUB = join(process.cwd(), '.github');
const text = (path: string): string => readFileSync(join(GITHUB, path), 'utf8');
const workflow = (name: string): Workflow => parse(text(`workflows/${name}`)) as Workflow;
const NAMES = readdirSync(join(GITHUB, 'workflows')).sort();
const RELEASE_FILES = ['main.js', 'manifest.json', 'styles.css'];

const scriptsOf = (job: Job | undefined): string => (job?.steps ?? []).map((step) => step.run ?? '').join('\n');
const linesOf = (value: unknown): string[] => String(value).split('\n').map((line) => line.trim()).filter((line) => line !== '');
const stepWith = (job: Job | undefined, action: string): Step | undefined => job?.steps.find((step) => step.uses?.startsWith(`${action}@`));

describe('all workflows', () => {
  it('should be those that are known here', () => {
    expect(NAMES).toEqual(['ci.yml', 'release.yml']);
  });

  it.each(NAMES)('should grant nothing in %s that a job does not ask for, and limit its time', (name) => {
    const { permissions, jobs } = workflow(name);
    expect(Object.values(permissions ?? { everything: 'write' }).filter((access) => access !== 'read')).toEqual([]);
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  it.each(NAMES)('should use no secret in %s, no text of strangers in a script, and actions of GitHub itself only', (name) => {
    expect(text(`workflows/${name}`)).not.toMatch(/\bsecrets\b|pull_request_target|workflow_run/);
    const steps = Object.values(workflow(name).jobs).flatMap((job) => job.steps);
    // What `${{ … }}` gives is put into a script as text; names come through the environment instead.
    expect(steps.filter((step) => step.run?.includes('${{'))).toEqual([]);
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@(?:v\d+|[0-9a-f]{40})$/);
  });

  it.each(NAMES)('should call in %s only what is there: scripts, npm scripts, files', (name) => {
    const { scripts } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const run = Object.values(workflow(name).jobs).map(scriptsOf).join('\n');
    for (const match of run.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty([match[1] ?? '']);
    for (const match of run.matchAll(/\b(?:node|bash) (\S+)/g)) expect([match[1], existsSync(join(process.cwd(), match[1] ?? ''))]).toEqual([match[1], true]);
  });
});

describe('ci.yml', () => {
  it('should run on every push and pull request what the checkout itself runs', () => {
    const { on, jobs } = workflow('ci.yml');
    expect(Object.keys(on).sort()).toEqual(['pull_request', 'push']);
    expect(scriptsOf(jobs['test'])).toContain('bash .ci/run');
    expect(jobs['test']?.container).toMatch(/^node:20-/);
  });
});

describe('release.yml', () => {
  const { on, permissions, jobs } = workflow('release.yml');
  const { build, draft } = jobs;

  it('should run on tags that are versions, without v, and on nothing else', () => {
    expect(on).toEqual({ push: { tags: ['[0-9]+.[0-9]+.[0-9]+'] } });
  });

  it('should check the versions, then install by the lock file, test and build', () => {
    const script = scriptsOf(build);
    const order = ['check-release.mjs "$GITHUB_REF_NAME"', 'install -y --no-install-recommends chromium', 'npm ci', 'npm test', 'npm run build'].map((part) => script.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(build?.container).toMatch(/^node:20-/);
  });

  it('should hand on, attest and release the three files that Obsidian downloads', () => {
    const handed = stepWith(build, 'actions/upload-artifact')?.with;
    expect(linesOf(handed?.['path'])).toEqual([...RELEASE_FILES, 'release-notes.md']);
    expect(handed?.['if-no-files-found']).toBe('error');
    expect(stepWith(draft, 'actions/download-artifact')?.with?.['name']).toBe(handed?.['name']);
    expect(linesOf(stepWith(draft, 'actions/attest-build-provenance')?.with?.['subject-path'])).toEqual(RELEASE_FILES);
    const create = /gh release create "\$GITHUB_REF_NAME" ([^\\]+)\\\n\s*(.+)/.exec(scriptsOf(draft));
    expect(create?.[1]?.trim().split(' ')).toEqual(RELEASE_FILES);
    expect(create?.[2]).toContain('--draft');
    expect(create?.[2]).toContain('--verify-tag');
    expect(create?.[2]).not.toContain('--prerelease');
  });

  it('should let only the job write that runs no code of this repository or its dependencies', () => {
    expect(permissions).toEqual({});
    expect(build?.permissions).toEqual({ contents: 'read' });
    expect(draft?.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' });
    expect(draft?.needs).toBe('build');
    expect(stepWith(draft, 'actions/checkout')).toBeUndefined();
    expect(scriptsOf(draft)).not.toMatch(/\b(?:npm|npx|node|bash)\b/);
    expect(stepWith(build, 'actions/checkout')?.with?.['persist-credentials']).toBe(false);
  });
});

describe('the forms for issues', () => {
  it.each(['bug.yml', 'feature.yml'])('should have in %s what a form needs', (name) => {
    const form = parse(text(`ISSUE_TEMPLATE/${name}`)) as { name: string; description: string; body: { type: string; id?: string; attributes: { label?: string; value?: string } }[] };
    expect(form.name).not.toBe('');
    expect(form.description).not.toBe('');
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']).toContain(type);
      if (type === 'markdown') expect(attributes.value).toEqual(expect.any(String));
      else expect([id, attributes.label]).toEqual([expect.stringMatching(/^[\w-]+$/), expect.stringMatching(/\S/)]);
    }
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('should ask for the versions, and for nothing private', () => {
    const bug = text('ISSUE_TEMPLATE/bug.yml');
    expect(bug).toMatch(/id: paperweave[\s\S]+required: true[\s\S]+id: obsidian[\s\S]+required: true/);
    expect(bug).toContain('never your own text');
  });
});
