/** @jest-environment jsdom */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { loadFolder } from '../host/load-folder';
import { openVault, type Host } from '../host/open-vault';
import { readPage } from '../support/markdown-page';
import { DATA } from '../support/paper-notes';
import { apiOf, noticesOf, notesOf, pressButton } from '../support/plugin-host';

const PAGE = readPage('docs/neighbours.md');
const SCIBERT = 'Papers/scibert-a-pretrained-language-model-for-scientific-text.md';
const ATTENTION = 'Papers/attention-is-all-you-need.md';
const blocks = (info: string): string[] => PAGE.blocks.filter((block) => block.info === info).map(({ code }) => code);
/** The only block of that kind which holds the text. */
const block = (info: string, text: string): string => {
  const found = blocks(info).filter((code) => code.includes(text));
  if (found.length !== 1) throw new Error(`${found.length} blocks of ${info} hold “${text}”.`);
  return found[0] ?? '';
};

let host: Host;

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

const openExample = async (): Promise<void> => {
  host = await openVault({ files: { ...loadFolder(join(process.cwd(), 'example-vault')), '.obsidian/templates.json': '{"folder":"Templates"}' } });
};

describe('Dataview', () => {
  const links = (path: string, isEmbed?: boolean, name?: string): string => {
    if (isEmbed === true) throw new Error('An embed was not meant.');
    return name === undefined ? path : `${path}|${name}`;
  };

  /** Runs a block as Dataview does, in the note at `path`; gives what it showed. */
  async function run(code: string, path = SCIBERT): Promise<{ how: string; args: unknown[] }[]> {
    const shown: { how: string; args: unknown[] }[] = [];
    const show = (how: string) => (...args: unknown[]): void => void shown.push({ how, args });
    const dv = { table: show('table'), list: show('list'), paragraph: show('paragraph'), fileLink: links, current: () => ({ file: { path } }) };
    const evaluate = new Function('dv', 'app', `return (async () => {${code}})();`) as (...args: unknown[]) => Promise<void>;
    await evaluate(dv, host.app);
    return shown;
  }

  beforeEach(openExample);

  it('should have five examples of dataviewjs, each of which shows one thing and changes nothing', async () => {
    const before = notesOf(host);
    expect(blocks('dataviewjs')).toHaveLength(5);
    for (const code of blocks('dataviewjs')) {
      const shown = await run(code);
      expect(shown).toHaveLength(1);
      expect(JSON.stringify(shown[0]?.args).length).toBeGreaterThan(20);
    }
    expect(notesOf(host)).toEqual(before);
  });

  it('should show what waits, the most cited here first', async () => {
    const [shown] = await run(block('dataviewjs', "'queued'"));
    const [head, rows] = shown?.args as [string[], [string, number | null, number][]];
    expect(head).toEqual(['Paper', 'Year', 'Cited here']);
    expect(rows).toHaveLength(10);
    expect(rows.map((row) => row[2])).toEqual(rows.map((row) => row[2]).sort((a, b) => b - a));
    for (const [link] of rows) expect(apiOf(host).paper(link.split('|')[0] ?? '')).toMatchObject({ statusKind: 'queued' });
  });

  it('should show the missing works as the dashboard ranks them', async () => {
    const [shown] = await run(block('dataviewjs', 'api.missing()'));
    expect((shown?.args as [unknown, [string, number][]])[1][0]).toEqual([expect.stringMatching(/^SQuAD/), 8]);
  });

  it('should show who cites the paper, and what it cites and is not read', async () => {
    const [citing] = await run(block('dataviewjs', 'api.citedBy('), ATTENTION);
    expect(citing?.args[0]).toEqual(apiOf(host).citedBy(ATTENTION));
    expect(citing?.args[0]).toContain(SCIBERT);
    const [unread] = await run(block('dataviewjs', 'api.references('));
    const paths = (unread?.args[0] as string[]).map((link) => link.split('|')[0] ?? '');
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      expect(apiOf(host).paper(path)?.statusKind).not.toBe('done');
      expect(apiOf(host).citedBy(path)).toContain(SCIBERT);
    }
  });

  it('should count what is read', async () => {
    const [shown] = await run(block('dataviewjs', 'dv.paragraph'));
    expect(shown?.args).toEqual([`9 of ${apiOf(host).papers().length} papers read`]);
  });

  it('should query properties that papers have, in words that the query language has', () => {
    const words = new Set([
      ...['TABLE', 'WITHOUT', 'ID', 'FROM', 'WHERE', 'SORT', 'GROUP', 'BY', 'LIMIT', 'AND', 'OR', 'AS', 'ASC', 'DESC'],
      ...['date', 'today', 'dur', 'days', 'length', 'rows', 'file', 'inlinks'],
    ]);
    const properties = new Set(Object.entries(notesOf(host)).flatMap(([path, text]) => (path.startsWith('Papers/') ? [...text.matchAll(/^(\w+):/gm)].map((match) => match[1] ?? '') : [])));
    expect(blocks('dataview')).toHaveLength(4);
    for (const code of blocks('dataview')) {
      expect(code).toMatch(/^TABLE [\s\S]*\nFROM #paper/);
      const own = new Set([...code.matchAll(/\bAS (\w+)/g)].map((match) => match[1] ?? ''));
      const names = [...code.replace(/"[^"]*"|#\w+/g, '').matchAll(/[A-Za-z_]\w*/g)].map((match) => match[0]);
      expect(names.filter((name) => !words.has(name) && !properties.has(name) && !own.has(name))).toEqual([]);
    }
  });
});

describe('Templater', () => {
  type UserScript = (tp: unknown, ...args: unknown[]) => Promise<string>;

  /** A user script as Templater loads it. */
  const load = (code: string): UserScript => {
    const module = { exports: {} as unknown };
    (new Function('module', 'app', code) as (...args: unknown[]) => void)(module, host.app);
    return module.exports as UserScript;
  };
  const tp = (chosen: number | null = 0): { offered: string[]; file: unknown; system: unknown } => {
    const offered: string[] = [];
    return {
      offered,
      file: { path: (isRelative: boolean) => (isRelative ? host.activeFile : `/somewhere/${host.activeFile ?? ''}`) },
      system: {
        suggester: (textOf: (item: unknown) => string, items: unknown[]) => {
          offered.push(...items.map(textOf));
          return Promise.resolve(chosen === null ? null : items[chosen]);
        },
      },
    };
  };

  beforeEach(async () => {
    await openExample();
    await host.openFile(SCIBERT);
  });

  it('should have three user scripts', () => {
    expect(blocks('js user-script')).toHaveLength(3);
  });

  it('should set the status of the note, and say why where it cannot', async () => {
    const script = load(block('js user-script', 'setStatus'));
    expect(await script(tp(), 'read')).toBe('');
    expect(apiOf(host).paper(SCIBERT)).toMatchObject({ status: 'read', statusKind: 'done' });
    await host.openFile('Notes/Reading list.md');
    expect(await script(tp(), 'read')).toMatch(/\S/);
  });

  it('should make the note of the chosen work, link it, and give a link that leads there', async () => {
    const script = load(block('js user-script', 'createNotes'));
    const before = notesOf(host);
    const templater = tp();
    const link = await script(templater);
    expect(templater.offered[0]).toMatch(/^SQuAD .*\(cited by 8\)$/);
    const target = /^\[\[([^|\]]+)\|SQuAD[^\]]*\]\]$/.exec(link)?.[1] ?? '';
    expect(host.app.metadataCache.getFirstLinkpathDest(target, SCIBERT)?.path).toBe(`${target}.md`);
    expect(apiOf(host).citedBy(`${target}.md`)).toHaveLength(8);
    expect(await script(tp(null))).toBe('');
    await apiOf(host).undo();
    expect(notesOf(host)).toEqual(before);
  });

  it('should tell what linking would do, and write nothing', async () => {
    const before = notesOf(host);
    const said = await load(block('js user-script', 'dryRun'))(tp());
    expect(said).toMatch(/^[1-9]\d* lines in [1-9]\d* notes$/);
    expect(notesOf(host)).toEqual(before);
  });

  it('should name the placeholders that a template may hold', () => {
    const sentence = /fills in ([\s\S]+?), and leaves everything else/.exec(PAGE.text)?.[1] ?? '';
    const source = readFileSync(join(process.cwd(), 'src/core/changes/plan-new-notes.ts'), 'utf8').split('new Map<string, TemplateValue>')[1] ?? '';
    const known = [...(source.split(']);')[0] ?? '').matchAll(/^ {4}\['(\w+)'/gm)].map((match) => match[1] ?? '');
    expect([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()).toEqual(known.sort());
  });
});

describe('Zotero Integration', () => {
  const NOTE = block('markdown zotero', 'citekey');
  const note = (key: string, title: string, references: readonly string[] = [], change: (text: string) => string = (text) => text): string =>
    change(NOTE.replaceAll('Attention Is All You Need', title).replaceAll('vaswani2017', key).replace(/10\.48550\S+/, `10.1234/${key}`).replace('- [[@bahdanau2015]]\n', references.map((item) => `- ${item}\n`).join('')));
  const untagged = (text: string): string => text.replace('tags:\n  - literature-note\n', '');
  const THREE = (references: readonly string[] = [], change?: (text: string) => string): Record<string, string> => ({
    'Zotero/@vaswani2017.md': note('vaswani2017', 'Attention Is All You Need', references, change),
    'Zotero/@bahdanau2015.md': note('bahdanau2015', 'Neural Machine Translation', [], change),
    'Zotero/@devlin2019.md': note('devlin2019', 'Bidirectional Transformers', [], change),
  });
  const takeProposal = async (): Promise<void> => {
    const proposal = host.notices.find(({ message }) => message.includes('look like papers'));
    await pressButton(host, proposal?.el ?? document.body, 'Take them as papers');
  };

  it('should propose the tag, take it when asked, and read the note as the page says', async () => {
    host = await openVault({ files: THREE(['[[@bahdanau2015]]']) });
    expect(apiOf(host).papers()).toEqual([]);
    expect(noticesOf(host).join('\n')).toContain('#literature-note');
    await takeProposal();
    expect(apiOf(host).papers()).toHaveLength(3);
    expect(apiOf(host).paper('Zotero/@vaswani2017.md')).toMatchObject({ title: 'Attention Is All You Need', authors: ['Ashish Vaswani', 'Noam Shazeer'], year: 2017, venue: 'NeurIPS', metaKey: 'vaswani2017', statusKind: 'queued' });
    expect(apiOf(host).references('Zotero/@vaswani2017.md')).toMatchObject([{ state: 'linked', via: 'path', target: 'Zotero/@bahdanau2015.md' }]);
  });

  it('should propose the folder where there is no tag', async () => {
    host = await openVault({ files: { ...THREE([], untagged), 'diary.md': 'A day.\n' } });
    expect(noticesOf(host).join('\n')).toMatch(/look like papers: (?:the folder )?Zotero/);
    await takeProposal();
    expect(apiOf(host).papers()).toHaveLength(3);
  });

  it('should take over other names of fields', async () => {
    const renamed = (text: string): string => text.replace('authors:', 'author:').replace('venue:', 'journal:').replace('year:', 'publication_year:').replace('doi: ', 'url: https://doi.org/');
    host = await openVault({ files: THREE([], renamed) });
    await takeProposal();
    expect(JSON.parse(host.read(DATA))).toMatchObject({ fields: { authors: 'author', venue: 'journal', year: 'publication_year', urls: 'url' } });
    expect(apiOf(host).paper('Zotero/@vaswani2017.md')).toMatchObject({ authors: ['Ashish Vaswani', 'Noam Shazeer'], year: 2017, venue: 'NeurIPS' });
  });

  it.each(['@bahdanau2015', '[@bahdanau2015]', 'bahdanau2015'])('should know by its alias what “%s” means', async (text) => {
    host = await openVault({ files: { ...THREE([text]), [DATA]: '{"version":1,"paperTags":["literature-note"]}' } });
    expect(apiOf(host).references('Zotero/@vaswani2017.md')).toMatchObject([{ target: 'Zotero/@bahdanau2015.md', via: 'title' }]);
  });

  it('should know by its DOI what a citation means', async () => {
    host = await openVault({ files: { ...THREE(['Some citation. https://doi.org/10.1234/devlin2019']), [DATA]: '{"version":1,"paperTags":["literature-note"]}' } });
    expect(apiOf(host).references('Zotero/@vaswani2017.md')).toMatchObject([{ target: 'Zotero/@devlin2019.md', via: 'id' }]);
  });

  it('should take citekey as the key where it is set so: without tag and folder, whatever the file is called', async () => {
    const files = { 'a.md': note('vaswani2017', 'Attention', ['[Bahdanau](./bahdanau2015.md)', '[[devlin2019]]', 'A Work Without Any Note'], untagged), 'Neural.md': note('bahdanau2015', 'Neural Machine Translation', [], untagged), 'Bert.md': note('devlin2019', 'Bidirectional', [], untagged) };
    host = await openVault({ files: { ...files, [DATA]: '{"version":1,"fields":{"metaKey":"citekey"}}' } });
    expect(apiOf(host).paper('a.md')?.metaKey).toBe('vaswani2017');
    expect(apiOf(host).references('a.md')).toMatchObject([{ target: 'Neural.md', via: 'key' }, { target: 'Bert.md', via: 'key' }, { target: null }]);
    const { created } = await apiOf(host).createNotes(apiOf(host).missing().map((work) => work.key));
    expect(host.read(created[0] ?? '')).toMatch(/^citekey: /m);
  });

  it('should list a tagged note with an unquoted colon as a problem, and leave it alone', async () => {
    const files = { ...THREE(), 'Zotero/@x2020.md': note('x2020', 'X').replace('title: "X"', 'title: X: Y: Z'), [DATA]: '{"version":1,"paperTags":["literature-note"]}' };
    host = await openVault({ files });
    expect(apiOf(host).problems()).toMatchObject([{ code: 'invalid-yaml', path: 'Zotero/@x2020.md' }]);
    expect(await apiOf(host).setStatus(['Zotero/@x2020.md'], 'read')).toMatchObject({ changed: [], skipped: [{ reason: 'invalid-front-matter' }] });
  });
});

describe('Citations', () => {
  const NOTE = block('markdown citations', 'authors');
  const files = (key: string, title: string, body = ''): Record<string, string> => ({ [`Reading notes/@${key}.md`]: `${NOTE.replace('Attention Is All You Need', title)}\n${body}` });
  const THREE = { ...files('vaswani2017', 'Attention', '## References\n\n- [[@bahdanau2015]]\n- @bahdanau2015\n- [@devlin2019]\n'), ...files('bahdanau2015', 'Neural Machine Translation'), ...files('devlin2019', 'Bidirectional Transformers') };

  it('should propose the folder and read its notes as the page says', async () => {
    host = await openVault({ files: THREE });
    const proposal = host.notices.find(({ message }) => message.includes('look like papers'));
    expect(proposal?.message).toContain('Reading notes');
    await pressButton(host, proposal?.el ?? document.body, 'Take them as papers');
    expect(apiOf(host).paper('Reading notes/@vaswani2017.md')).toMatchObject({ title: 'Attention', authors: ['Ashish Vaswani', 'Noam Shazeer'], year: 2017 });
    expect(apiOf(host).references('Reading notes/@vaswani2017.md')).toMatchObject([{ state: 'linked', target: 'Reading notes/@bahdanau2015.md' }, { state: 'plain', target: 'Reading notes/@bahdanau2015.md' }, { state: 'plain', target: 'Reading notes/@devlin2019.md' }]);
  });

  it('should leave a note alone whose title breaks the front matter', async () => {
    const broken = files('x2020', 'Attention: All You Need');
    host = await openVault({ files: { ...THREE, ...broken, [DATA]: '{"version":1,"paperFolders":["Reading notes"]}' } });
    expect(await apiOf(host).setStatus(Object.keys(broken), 'read')).toMatchObject({ changed: [], skipped: [{ reason: 'invalid-front-matter' }] });
  });

  it('should find the plain keys with the alias that the page names', async () => {
    const withAliases = Object.fromEntries(Object.entries(THREE).map(([path, text]) => [path, text.replace('year: 2017\n', `year: 2017\naliases: ["${path.slice('Reading notes/'.length, -'.md'.length)}"]\n`)]));
    host = await openVault({ files: { ...withAliases, [DATA]: '{"version":1,"paperFolders":["Reading notes"]}' } });
    expect(apiOf(host).references('Reading notes/@vaswani2017.md')?.map(({ target }) => target)).toEqual(['Reading notes/@bahdanau2015.md', 'Reading notes/@bahdanau2015.md', 'Reading notes/@devlin2019.md']);
  });
});
