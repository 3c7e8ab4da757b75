/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { DATA, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, notesOf } from '../support/plugin-host';

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/alpha.md': paperNote('Alpha', {
    yaml: ['authors:', '  - Ada One', '  - Ben Two', 'year: 2020', 'venue: Journal of Tests', 'meta_key: alpha', 'numCitedBy: 12'],
    references: ['[Beta](./beta.md)', 'Gamma', '[Another Missing Work](./another-missing-work.md)', 'Twice There'],
  }),
  'papers/beta.md': paperNote('Beta', { status: 'TBD', references: [] }),
  'papers/gamma.md': paperNote('Gamma', { status: 'someday' }),
  'papers/twice-a.md': paperNote('Twice There', { status: 'done', yaml: ['read_date: 2024-05-06'] }),
  'papers/twice-b.md': paperNote('Twice There'),
  'broken.md': '---\ntitle: [unclosed\ntags: [paper]\n---\n',
};

let host: Host;
const open = async (more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: FILES, ...more });
};

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('questions', () => {
  it('should throw a typed error before ready, and answer at once after', async () => {
    await open({ layoutReady: false });
    const api = apiOf(host);
    const questions = [() => api.papers(), () => api.paper('papers/alpha.md'), () => api.references('papers/alpha.md'), () => api.citedBy('papers/alpha.md'), () => api.missing(), () => api.problems()];
    for (const ask of questions) expect(ask).toThrow(expect.objectContaining({ name: 'PaperweaveError', code: 'not-ready' }) as Error);
    const writing = api.setStatus(['papers/alpha.md'], 'read');
    await host.fireLayoutReady();
    await api.ready;
    for (const ask of questions) expect(ask).not.toThrow();
    expect((await writing).changed).toEqual(['papers/alpha.md']);
  });

  it('should have the documented shapes', async () => {
    await open();
    const api = apiOf(host);
    expect(api.version).toBe((JSON.parse(readFileSync(join(process.cwd(), 'manifest.json'), 'utf8')) as { version: string }).version);
    expect(api.papers().map((paper) => paper.path)).toEqual(['papers/alpha.md', 'papers/beta.md', 'papers/gamma.md', 'papers/twice-a.md', 'papers/twice-b.md']);
    expect(api.paper('papers/alpha.md')).toEqual({
      path: 'papers/alpha.md',
      title: 'Alpha',
      authors: ['Ada One', 'Ben Two'],
      year: 2020,
      venue: 'Journal of Tests',
      tags: ['paper'],
      metaKey: 'alpha',
      status: 'todo',
      statusKind: 'queued',
      readDate: null,
      numCitedBy: 12,
      citedBy: 0,
      references: { linked: 1, broken: 1, plain: 1, ambiguous: 1 },
    });
    expect(api.paper('papers/beta.md')).toMatchObject({ status: 'todo', statusKind: 'queued', citedBy: 1 });
    expect(api.paper('papers/gamma.md')).toMatchObject({ status: 'someday', statusKind: null, citedBy: 1, references: null });
    expect(api.paper('papers/twice-a.md')).toMatchObject({ status: 'read', statusKind: 'done', readDate: '2024-05-06', year: null, venue: null, metaKey: null });
    expect(api.paper('nowhere.md')).toBeNull();
    const line = (FILES['papers/alpha.md'] ?? '').split('\n').indexOf('- [Beta](./beta.md)') + 1;
    expect(api.references('papers/alpha.md')).toEqual([
      { state: 'linked', text: '[Beta](./beta.md)', label: 'Beta', line, target: 'papers/beta.md', via: 'path' },
      { state: 'plain', text: 'Gamma', label: 'Gamma', line: line + 1, target: 'papers/gamma.md', via: expect.stringMatching(/^(?:title|key)$/) as string },
      { state: 'broken', text: '[Another Missing Work](./another-missing-work.md)', label: 'Another Missing Work', line: line + 2, target: null, via: null },
      { state: 'ambiguous', text: 'Twice There', label: 'Twice There', line: line + 3, target: null, via: null },
    ]);
    expect(api.references('papers/gamma.md')).toBeNull();
    expect(api.citedBy('papers/beta.md')).toEqual(['papers/alpha.md']);
    expect(api.missing()).toEqual([{ key: expect.any(String) as string, title: 'Another Missing Work', citedBy: 1 }]);
    expect(api.problems().map(({ code, path }) => [code, path])).toEqual(expect.arrayContaining([['invalid-yaml', 'broken.md'], ['duplicate-title', 'papers/twice-a.md'], ['ambiguous-references', 'papers/alpha.md']]));
  });

  it('should hand out plain copies', async () => {
    await open();
    const paper = apiOf(host).paper('papers/alpha.md');
    paper?.authors.push('Someone');
    apiOf(host).citedBy('papers/beta.md').push('x.md');
    expect(apiOf(host).paper('papers/alpha.md')?.authors).toHaveLength(2);
    expect(apiOf(host).citedBy('papers/beta.md')).toHaveLength(1);
    for (const answer of [apiOf(host).papers(), apiOf(host).missing(), apiOf(host).problems(), apiOf(host).references('papers/alpha.md')]) expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

describe('writing', () => {
  beforeEach(() => open());

  it.each<[string, (api: Record<string, (...args: unknown[]) => Promise<unknown>>) => Promise<unknown> | undefined]>([
    ['no list of paths', (api) => api['setStatus']?.('papers/alpha.md', 'read')],
    ['a path that is no text', (api) => api['setStatus']?.([1], 'read')],
    ['an empty path', (api) => api['linkReferences']?.([''])],
    ['an unknown status', (api) => api['setStatus']?.(['papers/alpha.md'], 'nonsense')],
    ['no status', (api) => api['setStatus']?.(['papers/alpha.md'])],
    ['an unknown option', (api) => api['linkReferences']?.(undefined, { dry: true })],
    ['options that are none', (api) => api['restoreRelativeLinks']?.(undefined, null)],
    ['an unknown kind', (api) => api['linkReferences']?.(undefined, { only: 'all' })],
    ['no keys', (api) => api['createNotes']?.()],
    ['an id that is no text', (api) => api['undo']?.(7)],
    ['a dry run that is no yes or no', (api) => api['setStatus']?.(['papers/alpha.md'], 'read', { dryRun: 'yes' })],
    ['a dry run that is a number', (api) => api['linkReferences']?.(undefined, { dryRun: 1 })],
    ['a list of options', (api) => api['undo']?.(undefined, [])],
  ])('should reject %s before anything is written', async (_name, call) => {
    await expect(call(apiOf(host) as never)).rejects.toMatchObject({ name: 'PaperweaveError', code: 'bad-argument' });
    expect(host.faults.log).toEqual([]);
  });

  it('should write nothing on dry runs, and list the lines', async () => {
    const api = apiOf(host);
    const before = notesOf(host);
    const linking = await api.linkReferences(undefined, { dryRun: true });
    expect(linking).toMatchObject({ id: null, changed: ['papers/alpha.md'], created: [] });
    expect(linking.edits?.map(({ path, before: was, after }) => [path, was, after])).toEqual([['papers/alpha.md', '- [Beta](./beta.md)\n- Gamma', '- [[beta|Beta]]\n- [[gamma|Gamma]]']]);
    const making = await api.createNotes(api.missing().map((work) => work.key), { dryRun: true });
    expect(making).toMatchObject({ id: null, changed: ['papers/alpha.md'], created: ['papers/another-missing-work.md'] });
    expect((await api.restoreRelativeLinks(undefined, { dryRun: true })).edits).toEqual([]);
    expect(notesOf(host)).toEqual(before);
    expect(host.faults.log).toEqual([]);
    expect((await api.linkReferences()).edits).toBeUndefined();
  });

  it('should tell repairs from restyling', async () => {
    const afters = async (only: 'repairs' | 'restyling'): Promise<string[]> => ((await apiOf(host).linkReferences(undefined, { dryRun: true, only })).edits ?? []).map((edit) => edit.after);
    expect(await afters('repairs')).toEqual(['- [[gamma|Gamma]]']);
    expect(await afters('restyling')).toEqual(['- [[beta|Beta]]']);
  });

  it.each([
    ['read', 'read'],
    ['finished', 'read'],
    ['IN-PROGRESS', 'reading'],
    ['skipped', 'skipped'],
  ])('should take the status %s', async (given, written) => {
    await apiOf(host).setStatus(['papers/alpha.md'], given);
    expect(host.read('papers/alpha.md')).toContain(`status: ${written}\n`);
  });

  it('should answer by what was written from the moment a writing call resolves', async () => {
    await open();
    const api = apiOf(host);
    const { id } = await api.setStatus(['papers/alpha.md', 'papers/gamma.md'], 'read');
    expect([api.paper('papers/alpha.md')?.statusKind, api.paper('papers/gamma.md')?.statusKind]).toEqual(['done', 'done']);
    await api.undo(id ?? '');
    expect(api.paper('papers/gamma.md')?.status).toBe('someday');
  });

  it('should name what is left alone, each with a documented reason', async () => {
    const report = await apiOf(host).setStatus(['papers/beta.md', 'broken.md', 'nowhere.md', 'papers/gamma.md'], 'todo');
    expect(report.changed).toEqual(['papers/gamma.md']);
    expect(report.skipped.map(({ path, reason }) => [path, reason])).toEqual([
      ['broken.md', 'invalid-front-matter'],
      ['nowhere.md', 'not-a-paper'],
      ['papers/beta.md', 'already-so'],
    ]);
    expect((await apiOf(host).createNotes(['no-such-key'])).skipped).toMatchObject([{ path: 'no-such-key', reason: 'unresolved' }]);
  });

  it('should undo by id, once', async () => {
    const before = notesOf(host);
    const { id } = await apiOf(host).setStatus(['papers/alpha.md'], 'read');
    await apiOf(host).setStatus(['papers/gamma.md'], 'read');
    expect(await apiOf(host).undo(id ?? '')).toMatchObject({ id, changed: ['papers/alpha.md'] });
    expect(await apiOf(host).undo(id ?? '')).toMatchObject({ id: null, changed: [], created: [], skipped: [{ path: id, reason: 'no-such-change' }] });
    expect(await apiOf(host).undo()).toMatchObject({ changed: ['papers/gamma.md'] });
    expect(notesOf(host)).toEqual(before);
  });

  it('should tell the others, and resolve, where one that listens fails', async () => {
    const failures = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const heard: string[][] = [];
    try {
      apiOf(host).on('change', () => {
        throw new Error('Not mine.');
      });
      apiOf(host).on('change', ({ paths }) => heard.push(paths));
      expect(await apiOf(host).setStatus(['papers/alpha.md'], 'read')).toMatchObject({ changed: ['papers/alpha.md'] });
      expect(await apiOf(host).linkReferences()).toMatchObject({ changed: ['papers/alpha.md'] });
      expect(heard.flat()).toContain('papers/alpha.md');
      expect(failures).toHaveBeenCalledWith(expect.stringContaining('Paperweave'), expect.objectContaining({ message: 'Not mine.' }));
    } finally {
      failures.mockRestore();
    }
  });

  it('should tell of changes until it is turned off', async () => {
    const heard: string[][] = [];
    const off = apiOf(host).on('change', ({ paths }) => heard.push(paths));
    await apiOf(host).linkReferences(['papers/alpha.md'], { only: 'repairs' });
    await host.settle();
    expect(heard.flat()).toContain('papers/alpha.md');
    heard.length = 0;
    off();
    await apiOf(host).undo();
    await host.settle();
    expect(heard).toEqual([]);
    expect(() => apiOf(host).on('other' as never, () => undefined)).toThrow(expect.objectContaining({ code: 'bad-argument' }) as Error);
  });
});

describe('names of statuses', () => {
  it('should take the default names in a vault with words of its own', async () => {
    const statuses = [
      { value: 'TBD', label: 'TBD', kind: 'queued', aliases: [], color: '' },
      { value: 'NOW', label: 'Now', kind: 'active', aliases: [], color: '' },
      { value: 'DONE', label: 'Done', kind: 'done', aliases: ['finished'], color: '' },
    ];
    await open({ files: { ...FILES, [DATA]: JSON.stringify({ version: 1, statuses }) } });
    for (const [given, written] of [['read', 'DONE'], ['reading', 'NOW'], ['todo', 'TBD'], ['Finished', 'DONE'], ['now', 'NOW']] as const) {
      await apiOf(host).setStatus(['papers/alpha.md'], given);
      expect(host.read('papers/alpha.md')).toContain(`status: ${written}\n`);
    }
    await expect(apiOf(host).setStatus(['papers/alpha.md'], 'skipped')).rejects.toMatchObject({ code: 'bad-argument' });
  });
});

describe('the documentation', () => {
  it('should list every reason, and no other', async () => {
    await open();
    const source = readFileSync(join(process.cwd(), 'src/core/changes/skip.ts'), 'utf8');
    const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map((match) => match[1]);
    const table = readFileSync(join(process.cwd(), 'docs/api.md'), 'utf8').split('## Reasons')[1] ?? '';
    const documented = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
    expect(codes.length).toBeGreaterThan(10);
    expect(documented).toEqual(codes);
  });
});
