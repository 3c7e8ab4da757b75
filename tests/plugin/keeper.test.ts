/** @jest-environment jsdom */
import fc from 'fast-check';
import type { LibraryIndex } from '../../src/core/library/library-index';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { DATA, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { answersOf, apiOf, noticesOf } from '../support/plugin-host';

jest.setTimeout(120_000);

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/alpha.md': paperNote('Alpha', { references: ['[Beta](./beta.md)', '[Delta and More](./delta-and-more.md)'] }),
  'papers/beta.md': paperNote('Beta', { references: [] }),
};

let host: Host;
const open = async (more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: FILES, ...more });
};

const paths = (): string[] => apiOf(host).papers().map((paper) => paper.path);
const fileOf = (path: string): never => host.app.vault.getAbstractFileByPath(path) as never;

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('the index', () => {
  it('should read notes past the vault, which would keep their texts in memory', async () => {
    await open({ layoutReady: false });
    const { vault } = host.app;
    const read = (['read', 'cachedRead'] as const).map((name) => jest.spyOn(vault, name));
    await host.fireLayoutReady();
    await host.settle();
    expect(paths()).toHaveLength(2);
    expect(read.map((spy) => spy.mock.calls)).toEqual([[], []]);
  });

  it('should follow notes that are created, changed inside and outside, and deleted', async () => {
    await open();
    const heard = new Set<string>();
    apiOf(host).on('change', (change) => {
      change.paths.forEach((path) => heard.add(path));
    });
    expect(apiOf(host).missing().map((work) => work.title)).toEqual(['Delta and More']);
    await host.app.vault.create('papers/delta-and-more.md', paperNote('Delta and More'));
    await host.settle();
    expect(apiOf(host).missing()).toEqual([]);
    expect(apiOf(host).citedBy('papers/delta-and-more.md')).toEqual(['papers/alpha.md']);
    expect(heard).toContain('papers/delta-and-more.md');
    expect(heard).toContain('papers/alpha.md');
    await host.app.vault.modify(fileOf('papers/beta.md'), paperNote('Beta', { status: 'reading', references: ['Alpha'] }));
    await host.settle();
    expect(apiOf(host).paper('papers/beta.md')).toMatchObject({ status: 'reading', references: { plain: 1 } });
    expect(apiOf(host).citedBy('papers/alpha.md')).toEqual(['papers/beta.md']);
    await host.writeOutside('papers/beta.md', paperNote('Beta', { status: 'read' }));
    await host.settle();
    expect(apiOf(host).paper('papers/beta.md')).toMatchObject({ status: 'read', references: null });
    await host.writeOutside('other/new.md', paperNote('New'));
    await host.settle();
    expect(paths()).toContain('other/new.md');
    await host.app.vault.delete(fileOf('papers/delta-and-more.md'));
    await host.deleteOutside('other/new.md');
    await host.settle();
    expect(paths()).toEqual(['papers/alpha.md', 'papers/beta.md']);
    expect(apiOf(host).missing().map((work) => work.title)).toEqual(['Delta and More']);
  });

  const indexOf = (): LibraryIndex => (Reflect.get(apiOf(host), 'deps') as { keeper: { libraryIndex: LibraryIndex } }).keeper.libraryIndex;

  it('should place what a whole library brings before it is asked for, and leave a few changes until then', async () => {
    const cited = Array.from({ length: 2000 }, (_, at) => `A work without a note number ${String(at)}`);
    await open({ files: { ...FILES, 'papers/survey.md': paperNote('Survey', { references: cited }) } });
    expect(indexOf().unarranged).toBeLessThanOrEqual(1000);
    apiOf(host).missing();
    apiOf(host).papers();
    expect(indexOf().unarranged).toBeLessThan(10);
    await apiOf(host).setStatus(['papers/alpha.md'], 'read');
    expect(indexOf().unarranged).toBeGreaterThan(0);
    expect(apiOf(host).missing()).toHaveLength(2001);
    expect(apiOf(host).missing()[0]).toMatchObject({ title: 'Delta and More' });
  });

  /** The paths of the notes whose references were entered, one for each time. */
  const watchEntering = (): readonly string[] => {
    const index = indexOf();
    const entered: string[] = [];
    const enter = index.setReferences.bind(index);
    index.setReferences = (path, references) => {
      entered.push(path);
      enter(path, references);
    };
    return entered;
  };

  it('should enter what it wrote itself once, though the app tells of it later', async () => {
    await open();
    const entered = watchEntering();
    // The app reads changed notes when it has time.
    const cache = host.app.metadataCache as unknown as { enqueue(file: unknown): void };
    const tell = cache.enqueue.bind(cache);
    cache.enqueue = () => undefined;
    await apiOf(host).setStatus(['papers/beta.md'], 'reading');
    expect(entered).toEqual(['papers/beta.md']);
    cache.enqueue = tell;
    tell(fileOf('papers/beta.md'));
    await host.settle();
    expect(entered).toEqual(['papers/beta.md']);
    await host.writeOutside('papers/beta.md', paperNote('Beta', { status: 'read' }));
    await host.settle();
    expect([entered.length, apiOf(host).paper('papers/beta.md')?.status]).toEqual([2, 'read']);
    await apiOf(host).setStatus(['papers/beta.md'], 'reading');
    await host.writeOutside('papers/beta.md', paperNote('Beta', { status: 'todo' }));
    await host.settle();
    expect(apiOf(host).paper('papers/beta.md')?.status).toBe('todo');
  });

  it('should answer for many changes in a row in few rounds, and for one at once', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `papers/p${String(at)}.md`);
    await open({ files: { ...FILES, ...Object.fromEntries(many.map((path) => [path, paperNote(path)])) } });
    let rounds = 0;
    apiOf(host).on('change', () => {
      rounds += 1;
    });
    for (const path of many) {
      await host.app.vault.modify(fileOf(path), paperNote('Other', { status: 'reading' }));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await host.settle();
    expect(many.every((path) => apiOf(host).paper(path)?.status === 'reading')).toBe(true);
    expect(rounds).toBeLessThan(many.length / 2);
    await apiOf(host).setStatus(many, 'read');
    expect(many.every((path) => apiOf(host).paper(path)?.status === 'read')).toBe(true);
  });

  it('should follow renames of notes and of folders', async () => {
    await open();
    await host.app.vault.rename(fileOf('papers/beta.md'), 'papers/delta-and-more.md');
    await host.settle();
    expect(paths()).toEqual(['papers/alpha.md', 'papers/delta-and-more.md']);
    expect(apiOf(host).references('papers/alpha.md')?.map(({ target }) => target)).toEqual(['papers/delta-and-more.md', 'papers/delta-and-more.md']);
    await host.app.vault.rename(fileOf('papers'), 'library');
    await host.settle();
    expect(paths()).toEqual(['library/alpha.md', 'library/delta-and-more.md']);
    expect(apiOf(host).citedBy('library/delta-and-more.md')).toEqual(['library/alpha.md']);
    await host.renameOutside('library/alpha.md', 'alpha.md');
    await host.settle();
    expect(paths()).toEqual(['alpha.md', 'library/delta-and-more.md']);
  });

  it('should say so where the new name of a folder of papers cannot be saved, and go by it all the same', async () => {
    await open({ files: { [DATA]: '{"version":1,"paperFolders":["Lit"]}', 'Lit/one.md': '# One\n' } });
    host.faults.failWrite((operation) => operation.path === DATA);
    await host.app.vault.rename(fileOf('Lit'), 'Literature');
    await host.settle();
    expect(noticesOf(host)).toEqual([expect.stringMatching(/^The settings could not be saved, so the change counts until Obsidian is closed: /)]);
    expect(paths()).toEqual(['Literature/one.md']);
    expect(host.errors).toEqual([]);
  });

  it('should keep papers that are papers by their folder when that is renamed', async () => {
    await open({ files: { [DATA]: '{"version":1,"paperFolders":["Lit"],"newNoteFolder":"Lit/new"}', 'Lit/a.md': '# A\n', 'Lit/b.md': '# B\n' } });
    await host.app.vault.rename(fileOf('Lit'), 'Literature');
    await host.settle();
    expect(paths()).toEqual(['Literature/a.md', 'Literature/b.md']);
    expect(JSON.parse(host.read(DATA))).toMatchObject({ paperFolders: ['Literature'], newNoteFolder: 'Literature/new' });
  });

  it('should take a note in and leave it out as its tag comes and goes', async () => {
    await open();
    await host.writeOutside('papers/beta.md', 'No paper any more.\n');
    await host.settle();
    expect(paths()).toEqual(['papers/alpha.md']);
    await host.writeOutside('papers/beta.md', FILES['papers/beta.md'] ?? '');
    await host.settle();
    expect(paths()).toEqual(['papers/alpha.md', 'papers/beta.md']);
  });

  it.each(['stored', 'cold'] as const)('should list a note of a paper folder whose front matter cannot be read, and not count it (metadata %s)', async (metadata) => {
    const files = { ...FILES, '.obsidian/plugins/paperweave/data.json': JSON.stringify({ paperFolders: ['library'] }), 'library/broken.md': '---\ntitle: One: Two\n---\n\n## References\n\n- Alpha\n' };
    await open({ files, metadata });
    await apiOf(host).ready;
    expect(paths()).toEqual(['papers/alpha.md', 'papers/beta.md']);
    expect(apiOf(host).problems()).toEqual([expect.objectContaining({ path: 'library/broken.md', code: 'invalid-yaml', line: 2 })]);
    await host.writeOutside('library/broken.md', '---\ntitle: "One: Two"\n---\n');
    await host.settle();
    expect(paths()).toEqual(['library/broken.md', 'papers/alpha.md', 'papers/beta.md']);
    expect(apiOf(host).problems()).toEqual([]);
  });

  it('should be the same after a cold start as after a warm one', async () => {
    await open();
    const warm = answersOf(host);
    await host.unload();
    await open({ metadata: 'cold' });
    await apiOf(host).ready;
    expect(answersOf(host)).toEqual(warm);
    expect(paths()).toHaveLength(2);
  });

  it('should leave out excluded files and template folders, and never write to them', async () => {
    const template = paperNote('{{title}}', { references: ['[Beta](./beta.md)'] });
    await open({
      files: {
        ...FILES,
        '.obsidian/app.json': JSON.stringify({ userIgnoreFilters: ['archive/', '/^old-.*\\.md$/'] }),
        '.obsidian/templates.json': JSON.stringify({ folder: 'templates' }),
        'templates/paper.md': template,
        'archive/one.md': paperNote('One'),
        'old-two.md': paperNote('Two'),
        'new-two.md': paperNote('New Two'),
      },
    });
    expect(paths()).toEqual(['new-two.md', 'papers/alpha.md', 'papers/beta.md']);
    expect(apiOf(host).problems()).toEqual([]);
    const report = await apiOf(host).setStatus(['archive/one.md', 'templates/paper.md', 'old-two.md'], 'read');
    expect(report.skipped.map((skip) => skip.reason)).toEqual(['not-a-paper', 'not-a-paper', 'not-a-paper']);
    await host.writeOutside('archive/one.md', paperNote('One', { status: 'read' }));
    await host.app.vault.rename(fileOf('new-two.md'), 'archive/two.md');
    await host.settle();
    expect(paths()).toEqual(['papers/alpha.md', 'papers/beta.md']);
    await host.app.vault.rename(fileOf('archive/two.md'), 'two.md');
    await host.settle();
    expect(paths()).toEqual(['papers/alpha.md', 'papers/beta.md', 'two.md']);
  });

  it('should leave out the template for new notes, and read anew when another note becomes it', async () => {
    const template = '---\ntitle: "{{title}}, a note"\nstatus: "{{status}}"\ntags: [paper]\n---\n';
    await open({ files: { ...FILES, [DATA]: '{"version":1,"newNoteTemplate":"meta/paper.md"}', 'meta/paper.md': template } });
    expect(paths()).toEqual(['papers/alpha.md', 'papers/beta.md']);
    const report = await apiOf(host).setStatus(['meta/paper.md'], 'read');
    expect(report.skipped.map((skip) => skip.reason)).toEqual(['not-a-paper']);
    expect(host.read('meta/paper.md')).toBe(template);
    await host.writeOutside(DATA, '{"version":1,"newNoteTemplate":"papers/beta.md"}');
    await host.settle();
    expect(paths()).toEqual(['meta/paper.md', 'papers/alpha.md']);
  });

  it.each(['{{title}}', '<% tp.file.title %>'])('should take no note for a paper whose title is %s and nothing else', async (title) => {
    await open({ files: { ...FILES, 'one.md': paperNote(title), 'two.md': `---\ntags: [paper]\n---\n# ${title}\n`, 'three.md': paperNote(`${title} and more`) } });
    expect(paths()).toEqual(['papers/alpha.md', 'papers/beta.md', 'three.md']);
    expect(apiOf(host).problems()).toEqual([]);
  });

  it('should enter a large vault in slices, and miss nothing that happens meanwhile', async () => {
    const many = Array.from({ length: 200 }, (_, at) => [`papers/${String(at)}.md`, paperNote(`Paper ${String(at)}`, { references: [`[Paper ${String((at + 1) % 200)}](./${String((at + 1) % 200)}.md)`] })]);
    host = await openVault({ files: { ...WITH_SETTINGS, ...(Object.fromEntries(many) as Record<string, string>) }, layoutReady: false, settle: false });
    // Every look at the clock finds the slice over.
    let time = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (time += 1000));
    const looks = jest.spyOn(host.app.metadataCache, 'getFileCache');
    try {
      const ready = host.fireLayoutReady();
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      const entered = looks.mock.calls.length;
      expect(entered).toBeGreaterThan(0);
      expect(entered).toBeLessThan(200);
      await host.app.vault.rename(fileOf('papers/199.md'), 'papers/last.md');
      await host.app.vault.delete(fileOf('papers/198.md'));
      await host.app.vault.modify(fileOf('papers/197.md'), paperNote('Another title'));
      await host.app.vault.create('papers/new.md', paperNote('New'));
      clock.mockRestore();
      await ready;
      await host.settle();
    } finally {
      clock.mockRestore();
      looks.mockRestore();
    }
    const answers = answersOf(host);
    expect(paths()).toHaveLength(200);
    expect(apiOf(host).paper('papers/197.md')?.title).toBe('Another title');
    host = await host.reload({ layoutReady: true, settle: true });
    expect(answersOf(host)).toEqual(answers);
  });

  it('should let what is written wait for the index that is built anew, and tell which papers are none any more', async () => {
    const between = Array.from({ length: 200 }, (_, at) => [`papers/m${String(at)}.md`, paperNote(`Paper ${String(at)}`)]);
    host = await openVault({
      files: {
        ...WITH_SETTINGS,
        'papers/a.md': paperNote('A', { references: ['Twice there indeed', 'A work that is missing'] }),
        'papers/b.md': paperNote('Twice there indeed'),
        ...(Object.fromEntries(between) as Record<string, string>),
        'papers/z.md': paperNote('Twice there indeed'),
        'papers/x.md': paperNote('X').replace('- paper', '- other'),
      },
    });
    const heard = new Set<string>();
    apiOf(host).on('change', ({ paths: changed }) => {
      changed.forEach((path) => heard.add(path));
    });
    const [work] = apiOf(host).missing();
    const change = async (settings: object): Promise<void> => {
      await host.plugin.saveData({ version: 1, ...settings });
      await host.plugin.onExternalSettingsChange?.();
    };
    let time = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (time += 1000));
    try {
      await change({ referenceHeadings: ['References', 'Sources'] });
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      expect(paths()).toHaveLength(203);
      const linking = apiOf(host).linkReferences(['papers/a.md']);
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      clock.mockRestore();
      expect(await linking).toMatchObject({ changed: [], skipped: [{ reason: 'ambiguous' }] });
      await change({});
      expect(await apiOf(host).createNotes([work?.key ?? ''])).toMatchObject({ created: ['papers/a-work-that-is-missing.md'], changed: ['papers/a.md'] });
    } finally {
      clock.mockRestore();
    }
    await host.settle();
    heard.clear();
    await change({ paperTags: ['other'] });
    await host.settle();
    expect(apiOf(host).paper('papers/a.md')).toBeNull();
    expect(heard).toContain('papers/a.md');
    expect(heard).toContain('papers/x.md');
  });

  it('should name a note that cannot be read', async () => {
    host = await openVault({ files: FILES, layoutReady: false });
    host.faults.failRead('papers/beta.md');
    await host.fireLayoutReady();
    expect(apiOf(host).problems()).toMatchObject([{ code: 'unreadable-note', path: 'papers/beta.md' }]);
    host.faults.clear();
    await host.writeOutside('papers/beta.md', paperNote('Beta', { status: 'read' }));
    await host.settle();
    expect(apiOf(host).problems()).toEqual([]);
  });

  it('should show the view that it is loading before it shows answers', async () => {
    await open();
    await host.runCommand('paperweave:open-dashboard');
    host = await host.reload({ layoutReady: false });
    const shown = (): string => document.querySelector('[data-type="paperweave-dashboard"]')?.textContent ?? '';
    expect(shown()).not.toContain('Alpha');
    await host.fireLayoutReady();
    expect(shown()).not.toBe('');
    expect(apiOf(host).papers()).toHaveLength(2);
  });
});

describe('any series of events', () => {
  const NAMES = ['papers/alpha.md', 'papers/beta.md', 'papers/gamma.md', 'other/alpha.md', 'gamma.md', 'note.md'];
  const TITLES = ['Alpha', 'Beta', 'Gamma', 'A Longer Title of Note'];
  const REFERENCES = ['[Alpha](./alpha.md)', '[[beta|Beta]]', '[Gamma](../gamma.md)', 'Beta', 'A Longer Title of Note', '[A Longer Title of Note](./a-longer-title-of-note.md)', 'A Missing Work of Nobody', 'Gamma'];
  const text = fc.oneof(
    fc
      .record({
        title: fc.constantFrom(...TITLES),
        status: fc.constantFrom('todo', 'read', 'odd'),
        references: fc.option(fc.array(fc.constantFrom(...REFERENCES), { maxLength: 4 }), { nil: undefined }),
        yaml: fc.constantFrom<string[]>([], ['meta_key: beta'], ['aliases: [Gamma]']),
      })
      .map(({ title, references, ...parts }) => paperNote(title, { ...parts, ...(references && { references }) })),
    fc.constantFrom('plain text\n', '---\ntitle: [broken\ntags: [paper]\n---\n', '---js\nmodule.exports = {}\n---\n'),
  );
  const event = fc.oneof(
    fc.record({ kind: fc.constant('outside' as const), path: fc.constantFrom(...NAMES), text }),
    fc.record({ kind: fc.constant('inside' as const), path: fc.constantFrom(...NAMES), text }),
    fc.record({ kind: fc.constant('delete' as const), path: fc.constantFrom(...NAMES, 'papers') }),
    fc.record({ kind: fc.constant('rename' as const), which: fc.nat(20), note: fc.constantFrom(...NAMES), folder: fc.constantFrom('moved', 'papers', 'other') }),
    fc.constant({ kind: 'rest' as const }),
  );

  it('should lead to the index that a fresh start over the same files builds', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 10 }), async (events) => {
        host = await openVault({ files: FILES });
        for (const each of events) {
          if (each.kind === 'rest') await host.settle();
          else if (each.kind === 'outside') {
            const folder = each.path.split('/').slice(0, -1).join('/');
            if (folder === '' || host.app.vault.getFileByPath(folder) === null) await host.writeOutside(each.path, each.text);
          } else if (each.kind === 'rename') {
            const all = host.app.vault.getAllLoadedFiles().filter((file) => file.path !== '/');
            const file = all[each.which % all.length];
            const to = file?.path.endsWith('.md') === true ? each.note : each.folder;
            const parent = to.split('/').slice(0, -1).join('/');
            if (!file || host.app.vault.getAbstractFileByPath(to) !== null || (parent !== '' && host.app.vault.getFolderByPath(parent) === null)) continue;
            await host.app.vault.rename(file, to);
            moved++;
          } else {
            const file = host.app.vault.getAbstractFileByPath(each.path);
            if (file && each.kind === 'inside') await host.app.vault.modify(file as never, each.text);
            else if (file) await host.app.vault.delete(file, true);
          }
        }
        await host.settle();
        const kept = answersOf(host);
        const files = host.files();
        expect(host.errors).toEqual([]);
        await host.unload();
        host = await openVault({ files });
        expect(kept).toEqual(answersOf(host));
        await host.unload();
      }),
      { seed: 2024, numRuns: 40 },
    );
    expect(moved).toBeGreaterThan(5);
    host = await openVault({ files: FILES });
  });
});
