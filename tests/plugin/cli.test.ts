/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliVerb } from '../../src/commands/cli/cli-verb';
import { reportAnswer } from '../../src/commands/cli/report-answer';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf, notesOf } from '../support/plugin-host';

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/alpha.md': paperNote('Alpha', {
    yaml: ['year: 2020', 'venue: Journal of Tests'],
    references: ['[Beta](./beta.md)', '[[gamma|Gamma]]', 'An Unwritten Work of Some Length', '[Another Missing Work](./another-missing-work.md)'],
  }),
  'papers/beta.md': paperNote('Beta', { yaml: ['year: 2018'], references: ['Gamma', 'An Unwritten Work of Some Length'] }),
  'papers/gamma.md': paperNote('Gamma', { status: 'reading', yaml: ['year: 2021'] }),
  'broken.md': '---\ntitle: [unclosed\ntags: [paper]\n---\n',
  'daily.md': 'A day without papers.\n',
};

const DOC = readFileSync(join(process.cwd(), 'docs/command-line.md'), 'utf8');

let host: Host;
const open = async (more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: FILES, ...more });
};

/** What Obsidian was told of. */
const registered = (): ReadonlyMap<string, Pick<CliVerb, 'description' | 'flags'>> =>
  (host.app as unknown as { cliHandlers: Map<string, Pick<CliVerb, 'description' | 'flags'>> }).cliHandlers;

/** Splits as a shell does, as far as the examples go. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}

/** Runs a line as it is typed, the way Obsidian hands its parameters over: a bare word is the flag `true`. */
async function type(line: string): Promise<string> {
  const [, command = '', ...rest] = words(line);
  const params = rest.map((word) => (word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word, 'true']));
  const text = await host.cli(command, Object.fromEntries(params) as Record<string, string>);
  await host.settle();
  return text;
}

/** Ids hold the time and the device. */
const withoutIds = (text: string): string => text.replace(/\d{17}-\d{3}-\w+/g, '<id>').replace(/read_date: \d{4}-\d\d-\d\d/g, 'read_date: <today>');

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('the documentation of the command line', () => {
  it('should name every command and parameter with its description, and no other', async () => {
    await open();
    const rows = [...DOC.matchAll(/^\| (`paperweave[^`]*`)? ?\| ?(?:`([^`]+)`( \(required\))?)? ?\| (.*) \|$/gm)];
    const documented = rows.map(([, command = '', parameter = '', required = '', text = '']) => [command, parameter, required.trim(), text].join(' | ').replace(/\\\|/g, '|'));
    const known = [...registered()].flatMap(([id, { description, flags }]) => [
      [`\`${id}\``, '', '', description],
      ...Object.entries(flags).map(([name, flag]) => ['', flag.value === undefined ? name : `${name}=${flag.value}`, flag.required === true ? '(required)' : '', flag.description]),
    ]).map((row) => row.join(' | '));
    expect(known.length).toBeGreaterThan(20);
    expect(documented).toEqual(known);
  });

  it('should give the exits that it tells of, and the verbs that it promises --json and --dry-run', async () => {
    await open();
    const type = readFileSync(join(process.cwd(), 'src/commands/cli/cli-verb.ts'), 'utf8');
    const known = [...(/type CliExit = ([^;]*);/.exec(type)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, exit]) => exit);
    expect([...DOC.matchAll(/^\| `(\w+)` \| [a-z]/gm)].map(([, exit]) => exit)).toEqual(known);
    for (const [id, { flags }] of registered()) {
      expect(Object.keys(flags)).toContain('json');
      expect(Object.keys(flags).includes('dry-run')).toBe(['paperweave:status', 'paperweave:link', 'paperweave:create', 'paperweave:undo'].includes(id));
    }
  });

  it('should show what the commands answer, word for word', async () => {
    await open();
    const examples = [...DOC.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.trimEnd().split(/\n\n(?=\$)/));
    expect(examples.length).toBeGreaterThan(8);
    const shown: string[] = [];
    for (const example of examples) {
      const line = example.split('\n')[0] ?? '';
      shown.push(`${line}\n${withoutIds(await type(line.slice(2)))}`);
    }
    expect(shown.join('\n\n')).toBe(examples.join('\n\n'));
  });
});

describe('what is refused', () => {
  const REFUSED: readonly (readonly [line: string, says: string])[] = [
    ['obsidian paperweave:status path=papers/alpha.md', 'error: “set” is missing. Write set=<status>: A status of your list, one of its aliases, or todo, reading, read, skipped'],
    ['obsidian paperweave:status set=read', 'error: paperweave:status has to know what it is about. Write one of: path=<path>, tag=<tag>, search=<search>.'],
    ['obsidian paperweave:status set=read tag=paper search=beta', 'error: tag and search do not go together. Write one of: path=<path>, tag=<tag>, search=<search>.'],
    ['obsidian paperweave:status set=eaten path=papers/alpha.md', 'error: “eaten” is no status. Known are: todo, reading, read, skipped.'],
    ['obsidian paperweave:status set=eaten tag=none', 'error: “eaten” is no status. Known are: todo, reading, read, skipped.'],
    ['obsidian paperweave:status set=read path=papers/alhpa.md', 'error: There is no paper at “papers/alhpa.md”. Write its path from the root of the vault, such as path="papers/name.md".'],
    ['obsidian paperweave:status set=read path=daily.md', 'error: There is no paper at “daily.md”. Write its path from the root of the vault, such as path="papers/name.md".'],
    ['obsidian paperweave:status set=read path=../../outside.md', 'error: There is no paper at “../../outside.md”. Write its path from the root of the vault, such as path="papers/name.md".'],
    ['obsidian paperweave:status set=read search=year:', 'error: The search “year:” asks for nothing. Write one or more terms, such as search="status:todo year:>2019".'],
    ['obsidian paperweave:status set=read search="tag:paper year:2015-2018"', 'error: The search cannot be read at “year:2015-2018”. Years and numbers are written as 2018, >2018 or 2015..2018, days as 2024-03-05 or 2024-03.'],
    ['obsidian paperweave:status set=read search="status:todo year:>2O19"', 'error: The search cannot be read at “year:>2O19”. Years and numbers are written as 2018, >2018 or 2015..2018, days as 2024-03-05 or 2024-03.'],
    ['obsidian paperweave:status set=read search="status:todo read:yesterday -tag:"', 'error: The search cannot be read at “read:yesterday, -tag:”. Years and numbers are written as 2018, >2018 or 2015..2018, days as 2024-03-05 or 2024-03.'],
    ['obsidian paperweave:link search="tag:paper year:2015-2018"', 'error: The search cannot be read at “year:2015-2018”. Years and numbers are written as 2018, >2018 or 2015..2018, days as 2024-03-05 or 2024-03.'],
    ['obsidian paperweave:link search="status:todo year:>2O19"', 'error: The search cannot be read at “year:>2O19”. Years and numbers are written as 2018, >2018 or 2015..2018, days as 2024-03-05 or 2024-03.'],
    ['obsidian paperweave:link search="status:todo read:yesterday -tag:"', 'error: The search cannot be read at “read:yesterday, -tag:”. Years and numbers are written as 2018, >2018 or 2015..2018, days as 2024-03-05 or 2024-03.'],
    ['obsidian paperweave:status set=read tag="two words"', 'error: “two words” is no tag. Write one tag, with or without #, such as tag=nlp.'],
    ['obsidian paperweave:status set=read tag=#', 'error: “#” is no tag. Write one tag, with or without #, such as tag=nlp.'],
    ['obsidian paperweave:status set=read tga=nlp', 'error: paperweave:status has no parameter “tga”. It has: set, path, tag, search, dry-run, json.'],
    ['obsidian paperweave:status set= path=papers/alpha.md', 'error: “set” has no value. Write set=<status>.'],
    ['obsidian paperweave:status set=read path=papers/alpha.md dry-run=maybe', 'error: “dry-run” is a switch: write dry-run, without a value.'],
    ['obsidian paperweave:link', 'error: paperweave:link has to know what it is about. Write one of: path=<path>, tag=<tag>, search=<search>, all.'],
    ['obsidian paperweave:link all=false', 'error: paperweave:link has to know what it is about. Write one of: path=<path>, tag=<tag>, search=<search>, all.'],
    ['obsidian paperweave:link all only=everything', 'error: “only” has to be repairs or restyling, not “everything”. Leave it out for both.'],
    ['obsidian paperweave:create key=nothing', 'error: No missing work has the key “nothing”. paperweave:missing lists them; write a key with spaces in quotes.'],
    ['obsidian paperweave:create top=all', 'error: “top” has to be a whole number, not “all”. Write top=10.'],
    ['obsidian paperweave:missing limit=-1', 'error: “limit” has to be a whole number, not “-1”. Write limit=10.'],
  ];

  it.each(REFUSED)('should say of %s what was wrong and what to write', async (line, says) => {
    await open();
    const before = notesOf(host);
    expect(await type(line)).toBe(`${says}\nexit: error`);
    expect(JSON.parse(await type(`${line} --json`))).toEqual({ exit: 'error', error: { code: 'bad-argument', message: says.slice('error: '.length) } });
    expect(notesOf(host)).toEqual(before);
  });
});

describe('a report of many notes', () => {
  it('should look at each edit once, and not for every note again', async () => {
    await open();
    let looks = 0;
    const paths = Array.from({ length: 400 }, (_, at) => `papers/${String(at).padStart(3, '0')}.md`);
    const edits = paths.flatMap((path) =>
      [3, 4].map((line) => ({
        get path() {
          looks += 1;
          return path;
        },
        line,
        before: '',
        after: `line: ${String(line)}`,
      })),
    );
    const { lines } = reportAnswer({ id: null, changed: paths.slice(200), created: paths.slice(0, 200), skipped: [], edits }, true);
    expect(lines.slice(0, 4)).toEqual(['200 notes would be created, 200 notes would be changed.', '+ papers/000.md', '    3 + line: 3', '    4 + line: 4']);
    expect(lines.slice(-3)).toEqual(['~ papers/399.md', '    3 + line: 3', '    4 + line: 4']);
    expect(lines.length).toBe(1 + 3 * paths.length);
    expect(looks).toBeLessThanOrEqual(2 * edits.length);
  });
});

describe('the command line', () => {
  it('should wait for the first full index', async () => {
    await open({ layoutReady: false });
    let text = '';
    const asked = host.cli('paperweave').then((answer) => (text = answer));
    await Promise.resolve();
    expect(text).toBe('');
    await host.fireLayoutReady();
    await asked;
    expect(text).toContain('papers: 3');
  });

  it('should write nothing on a dry run, and what it showed without', async () => {
    for (const command of ['paperweave:status set=read search="status:todo"', 'paperweave:link all', 'paperweave:create top=1']) {
      await open();
      const before = notesOf(host);
      const { report: planned } = JSON.parse(await type(`obsidian ${command} --dry-run --json`)) as { report: { changed: string[]; created: string[]; edits: unknown[] } };
      expect(notesOf(host)).toEqual(before);
      const { exit, report } = JSON.parse(await type(`obsidian ${command} --json`)) as { exit: string; report: { id: string; changed: string[]; created: string[] } };
      expect({ exit, changed: report.changed, created: report.created }).toEqual({ exit: 'ok', changed: planned.changed, created: planned.created });
      expect(planned.edits.length).toBeGreaterThan(0);
      expect(notesOf(host)).not.toEqual(before);
      const after = notesOf(host);
      const undo = JSON.parse(await type('obsidian paperweave:undo --dry-run --json')) as { report: { id: null; changed: string[] } };
      expect(notesOf(host)).toEqual(after);
      expect(undo.report.changed).toEqual([...report.changed, ...report.created].sort());
      await type(`obsidian paperweave:undo id=${report.id}`);
      expect(notesOf(host)).toEqual(before);
      if (command !== 'paperweave:create top=1') await host.unload();
    }
  });

  it('should say on a dry run of undo which notes would be left alone, as undo itself does', async () => {
    await open();
    await type('obsidian paperweave:status set=read tag=paper');
    await host.writeOutside('papers/beta.md', `${host.read('papers/beta.md')}More.\n`);
    await host.settle();
    const planned = await type('obsidian paperweave:undo dry-run');
    const done = await type('obsidian paperweave:undo');
    expect(planned).toContain('2 notes would be changed.');
    expect(planned).toContain('! papers/beta.md left alone (changed-meanwhile)');
    expect(done).toContain('2 notes changed.');
    expect(done).toContain('! papers/beta.md left alone (changed-meanwhile)');
    expect([planned, done].map((text) => text.split('\n').pop())).toEqual(['exit: partial', 'exit: partial']);
    expect(await type('obsidian paperweave:undo id=1')).toBe('Nothing to change.\n! 1 left alone (no-such-change): There is no such change (any more).\nexit: refused');
    expect(await type('obsidian paperweave:undo id=1 dry-run')).toBe('Nothing to change.\n! 1 left alone (no-such-change): There is no such change (any more).\nexit: refused');
  });

  it.each([
    ['か', ['か']],
    ['が', ['が']],
    ['か\u3099', ['が']],
    ['#resume', ['resume/ml']],
    ['R\u00c9SUM\u00c9', ['r\u00e9sum\u00e9']],
    ['Resume/ML', ['resume/ml']],
  ])('should mean by tag=%s the papers with that tag and those below it, no other', async (tag, tags) => {
    const notes = ['か', 'が', 'résumé', 'resume/ml'].map((own) => [`papers/${own.replace('/', '-')}.md`, paperNote(own, { yaml: [] }).replace('  - paper', `  - paper\n  - ${own}`)]);
    await open({ files: { ...WITH_SETTINGS, ...(Object.fromEntries(notes) as Record<string, string>) } });
    const { report } = JSON.parse(await type(`obsidian paperweave:status set=read tag=${tag} --json`)) as { report: { changed: string[] } };
    expect(report.changed).toEqual(tags.map((own) => `papers/${own.replace('/', '-')}.md`));
  });

  it.each(['papers/cafe\u0301.md', './papers/cafe\u0301', 'papers/caf\u00e9.md'])('should find a paper whose letters a shell takes apart, at %j', async (path) => {
    await open({ files: { ...FILES, 'papers/caf\u00e9.md': paperNote('Caf\u00e9') } });
    expect(await type(`obsidian paperweave:status set=read path=${path}`)).toContain('~ papers/caf\u00e9.md\n');
  });

  it('should keep what a note says from moving the cursor of a terminal or passing for a line of its own', async () => {
    await open({ files: { ...FILES, 'papers/beta.md': paperNote('Beta', { references: ['A \u001b[2JTitle\u202e of Some Length That Is Missing'] }) } });
    expect(await type('obsidian paperweave:missing')).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  it('should be gone with the plugin, and give the API the same dry runs', async () => {
    await open();
    expect((await apiOf(host).setStatus(['papers/alpha.md'], 'read', { dryRun: true })).edits?.length).toBe(1);
    expect((await apiOf(host).undo(undefined, { dryRun: true })).changed).toEqual([]);
    await host.disablePlugin();
    expect(registered().size).toBe(0);
    await host.enablePlugin();
  });
});

describe('the command line in Chinese', () => {
  /** Words that the Chinese texts have too: commands, parameters and their values, reasons, names of what the notes hold. */
  const SAME = /paperweave(?::[a-z]+)?|\b(?:json|JSON|status|year|bert|todo|reading|read|skipped|repairs|restyling|path|tag|search|set|limit|all|only|nlp|front matter)\b|[\w/-]+\.md|\b[a-z]+(?:-[a-z]+)+\b|“[^”]*”/g;
  const englishIn = (text: string): readonly string[] => text.replace(SAME, ' ').match(/[A-Za-z]{2,}/g) ?? [];

  beforeEach(() => open({ language: 'zh' }));

  it('should have its help in Chinese, under the same names', () => {
    const texts = [...registered().values()].flatMap(({ description, flags }) => [description, ...Object.values(flags ?? {}).flatMap((flag) => [flag.description, flag.value ?? ''])]);
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.flatMap(englishIn)).toEqual([]);
    expect([...registered().keys()].every((id) => DOC.includes(`\`${id}\``))).toBe(true);
  });

  it('should answer in Chinese, and say in the same words how it went', async () => {
    expect(await type('obsidian paperweave')).toBe(
      ['文献：3', '  todo：2', '  reading：1', '  read：0', '  skipped：0', '参考文献：2 条已链接、1 条断链、3 条纯文本、0 条有歧义', '缺失文献：2', '问题：1', 'exit: ok'].join('\n'),
    );
    expect(withoutIds(await type('obsidian paperweave:status set=read search="year:<2020"'))).toBe('已更改 1 篇笔记。\n~ papers/beta.md\n更改：<id>\nexit: ok');
    expect(await type('obsidian paperweave:status set=read path=papers/beta.md')).toBe('无需更改。\nexit: nothing');
    await host.writeOutside('papers/beta.md', `${host.read('papers/beta.md')}More.\n`);
    await host.settle();
    expect(await type('obsidian paperweave:undo')).toMatch(/^无需更改。\n! papers\/beta\.md 保持不变（changed-meanwhile）：此笔记.*。\nexit: refused$/);
  });

  it.each([
    'paperweave:status set=reed path=papers/beta.md',
    'paperweave:status path=papers/beta.md',
    'paperweave:status set=read',
    'paperweave:status set=read path=papers/beta.md tag=nlp',
    'paperweave:status set=read path=nowhere.md',
    'paperweave:status set=read path=broken.md',
    'paperweave:status set=read tag="a b"',
    'paperweave:status set=read search="bert year:2015-2018"',
    'paperweave:status set= path=papers/beta.md',
    'paperweave:missing limit=few',
    'paperweave:link all=yes',
    'paperweave:missing more=1',
    'paperweave:link all only=some',
    'paperweave:create key=nothing',
    'paperweave:problems',
  ])('should say what is wrong with %s in Chinese', async (line) => {
    const answer = await type(`obsidian ${line}`);
    const [text = '', exit] = [answer.slice(0, answer.lastIndexOf('\n')), answer.split('\n').pop()];
    expect([text, exit]).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/), line === 'paperweave:problems' ? 'exit: ok' : 'exit: error']);
    expect(englishIn(text)).toEqual([]);
  });

  it('should give scripts the same data, messages apart', async () => {
    const parse = async (): Promise<unknown> => JSON.parse((await type('obsidian paperweave:link all --dry-run --json')).replace(/"message": ".*"/g, '"message": ""'));
    const chinese = await parse();
    await host.unload();
    await open();
    expect(await parse()).toEqual(chinese);
  });
});
