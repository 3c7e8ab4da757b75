/** @jest-environment jsdom */
import { openVault, type Host } from './open-vault';

let host: Host;
const open = async (files: Record<string, string>, more: object = {}): Promise<Host> => (host = await openVault({ files, loadPlugin: false, ...more }));
const found = (link: string, source: string): string | null => host.app.metadataCache.getFirstLinkpathDest(link, source)?.path ?? null;
const file = (path: string): NonNullable<ReturnType<typeof host.vault.getFileByPath>> => {
  const known = host.vault.getFileByPath(path);
  if (!known) throw new Error(`no ${path}`);
  return known;
};

afterEach(async () => {
  await host.unload();
});

describe('a link', () => {
  const files = { 'a/Note.md': '', 'a/b/Other.md': '', 'x/Note.md': '', 'x/y/Note.md': '', 'Root.md': '', 'a/pic.png': '', 'x/v1.2.md': '', 'My Note.md': '' };

  it.each<[string, string, string | null]>([
    ['', 'Root.md', 'Root.md'],
    ['a/Note', 'Root.md', 'a/Note.md'],
    ['A/nOTE.md', 'Root.md', 'a/Note.md'],
    ['root', 'a/b/Other.md', 'Root.md'],
    ['Note', 'x/y/Note.md', 'x/y/Note.md'],
    ['Note', 'x/v1.2.md', 'x/Note.md'],
    ['y/Note', 'Root.md', 'x/y/Note.md'],
    ['./Note.md', 'a/Note.md', 'a/Note.md'],
    ['./Other', 'a/Note.md', null],
    ['../Note', 'a/b/Other.md', 'a/Note.md'],
    ['../../Root.md', 'a/b/Other.md', 'Root.md'],
    ['../../../Root.md', 'a/b/Other.md', null],
    ['/Root', 'a/b/Other.md', 'Root.md'],
    ['/Note', 'a/b/Other.md', null],
    ['pic.png', 'x/Note.md', 'a/pic.png'],
    ['v1.2', 'Root.md', 'x/v1.2.md'],
    ['My%20Note', 'Root.md', null],
    ['Nowhere', 'Root.md', null],
  ])('should resolve %p from %s to %p', async (link, source, expected) => {
    await open(files);
    expect(found(link, source)).toBe(expected);
  });

  it('should take the shortest path where nothing else decides', async () => {
    await open({ 'long/Note.md': '', 'x/Note.md': '', 'Root.md': '' });
    expect(found('Note', 'Root.md')).toBe('x/Note.md');
  });

  it('should never resolve an alias', async () => {
    await open({ 'a.md': '---\naliases: [Other]\n---', 'b.md': '[[Other]]' });
    expect(found('Other', 'b.md')).toBeNull();
    expect(host.app.metadataCache.unresolvedLinks['b.md']).toEqual({ Other: 1 });
  });

  it('should search a failed ./ link by name only when told so', async () => {
    await open({ 'a/x.md': '', 'b/y.md': '' }, { failedRelativeFallsBack: true });
    expect(found('./x.md', 'b/y.md')).toBe('a/x.md');
  });
});

describe('the link maps', () => {
  it('should count links, embeds and properties, and know every note', async () => {
    await open({ 'a.md': '---\nup: "[[b]]"\n---\n[[b]] ![[b]] [x](./b.md) [[#h]] [[None#x]] [y](gone.md)', 'b.md': '' });
    expect(host.app.metadataCache.resolvedLinks).toEqual({ 'a.md': { 'b.md': 4, 'a.md': 1 }, 'b.md': {} });
    expect(host.app.metadataCache.unresolvedLinks).toEqual({ 'a.md': { None: 1, gone: 1 }, 'b.md': {} });
  });

  it('should follow creation, deletion and renaming of targets', async () => {
    await open({ 'a.md': '[[b]] [[c]]', 'c.md': '' });
    const { resolvedLinks } = host.app.metadataCache;
    await host.vault.create('b.md', '');
    await host.settle();
    expect(resolvedLinks['a.md']).toEqual({ 'b.md': 1, 'c.md': 1 });
    await host.vault.delete(file('c.md'));
    await host.settle();
    expect(resolvedLinks['a.md']).toEqual({ 'b.md': 1 });
    await host.vault.rename(file('b.md'), 'd.md');
    await host.settle();
    expect(resolvedLinks['a.md']).toEqual({});
    expect(resolvedLinks['d.md']).toEqual({});
    expect(resolvedLinks['b.md']).toBeUndefined();
    await host.vault.rename(file('a.md'), 'e.md');
    expect(host.app.metadataCache.getCache('a.md')).toBeNull();
    expect(host.app.metadataCache.getCache('e.md')?.links).toHaveLength(2);
  });
});

describe('what the app writes', () => {
  const files = { 'a/Note.md': '', 'b/Note.md': '', 'b/My own.md': '', 'a/c/Deep.md': '' };

  it.each<[Record<string, unknown>, string, string, string, string, string]>([
    [{}, 'b/My own.md', 'a/Note.md', '', '', '[[My own]]'],
    [{}, 'b/My own.md', 'a/Note.md', '#h', 'x', '[[My own#h|x]]'],
    [{}, 'b/My own.md', 'a/Note.md', '', 'My own', '[[My own]]'],
    [{}, 'b/Note.md', 'a/Note.md', '', '', '[[b/Note]]'],
    [{ newLinkFormat: 'absolute' }, 'a/c/Deep.md', 'a/Note.md', '', '', '[[a/c/Deep]]'],
    [{ newLinkFormat: 'relative' }, 'a/c/Deep.md', 'a/Note.md', '', '', '[[c/Deep]]'],
    [{ newLinkFormat: 'relative' }, 'b/My own.md', 'a/c/Deep.md', '', '', '[[../../b/My own]]'],
    [{ useMarkdownLinks: true }, 'b/My own.md', 'a/Note.md', '#h', '', '[My own](My%20own.md#h)'],
    [{ useMarkdownLinks: true, newLinkFormat: 'relative' }, 'b/My own.md', 'a/Note.md', '', 'x (y)', '[x (y)](../b/My%20own.md)'],
  ])('should be, with %j, for %s from %s %s%s: %s', async (config, target, source, subpath, alias, expected) => {
    await open(files, { config });
    expect(host.app.fileManager.generateMarkdownLink(file(target), source, subpath, alias)).toBe(expected);
  });

  it('should rewrite front matter as the app does', async () => {
    const body = '\n# T\r\nline\r\n';
    await open({ 'a.md': `---\r\n# comment\r\ntitle: 'x'\r\ntags: [a, b]\r\n---\r\n${body}`, 'none.md': 'text', 'bad.md': '---\na: [\n---\n' });
    const change = (path: string, fn: (values: Record<string, unknown>) => void): Promise<void> => host.app.fileManager.processFrontMatter(file(path), fn);
    await change('a.md', (values) => {
      Object.assign(values, { link: '[[Note]]', colon: 'A: B', year: '2020', flag: 'true', day: '2021-05-06', long: 'word '.repeat(40).trim(), none: [], nil: null });
    });
    expect(host.read('a.md')).toBe(
      `---\ntitle: x\ntags:\n  - a\n  - b\nlink: "[[Note]]"\ncolon: "A: B"\nyear: "2020"\nflag: "true"\nday: 2021-05-06\nlong: ${'word '.repeat(40).trim()}\nnone: []\nnil:\n---\n${body}`,
    );
    await change('none.md', (values) => {
      values.a = 1;
    });
    expect(host.read('none.md')).toBe('---\na: 1\n---\ntext');
    await expect(change('bad.md', () => undefined)).rejects.toThrow();
    await expect(change('none.md', () => {
      throw new Error('stop');
    })).rejects.toThrow('stop');
    expect(host.read('bad.md')).toBe('---\na: [\n---\n');
  });
});
