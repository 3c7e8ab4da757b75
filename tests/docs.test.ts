/** @jest-environment jsdom */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { SettingDefinitionControl, SettingDefinitionItem } from 'obsidian';
import ts from 'typescript';
import { DEFAULT_STATUSES } from '../src/core/papers/status-vocabulary';
import { DEFAULT_SETTINGS } from '../src/settings/default-settings';
import { SETTING_NAMES } from '../src/settings/parse-settings';
import { STATUS_COLORS, STATUS_KINDS } from '../src/settings/parse-statuses';
import { openVault, type Host } from './host/open-vault';
import { codeIn, readPage, type Row } from './support/markdown-page';
import { WITH_SETTINGS, paperNote } from './support/paper-notes';

const FILES: Record<string, string> = { ...WITH_SETTINGS, 'paper.md': paperNote('A Paper', { references: ['Another Work Without a Note', '[[other|Other]]'] }), 'other.md': paperNote('Other'), 'note.md': 'No paper.\n' };

let host: Host;

beforeAll(async () => {
  host = await openVault({ files: FILES });
});

afterAll(async () => {
  await host.unload();
});

const cell = (row: Row, name: string): string => {
  const text = row[name];
  if (text === undefined) throw new Error(`There is no column “${name}” in ${JSON.stringify(row)}.`);
  return text;
};

describe('docs/commands.md', () => {
  const rows = readPage('docs/commands.md').rows();
  const registered = (): Record<string, { name: string }> => Reflect.get(host.app, 'commands').commands as Record<string, { name: string }>;

  it('should list every command that the plugin registers, by id and name, in the order of the palette, and no other', () => {
    const own = Object.entries(registered()).filter(([id]) => id.startsWith('paperweave:'));
    expect(rows.map((row) => [codeIn(cell(row, 'id')), cell(row, 'name')])).toEqual(own.map(([id, { name }]) => [id.replace('paperweave:', ''), name.replace('Paperweave: ', '')]));
  });

  it('should say rightly which are always offered, and what each of them does', async () => {
    await host.openFile('note.md');
    for (const row of rows) {
      expect([row['id'], cell(row, 'offered')]).toEqual([row['id'], host.isOffered(`paperweave:${codeIn(cell(row, 'id'))}`) ? 'always' : expect.stringMatching(/^in a paper/)]);
      expect(cell(row, 'what it does')).toMatch(/^[A-Z].+\.$/);
    }
    await host.openFile('paper.md');
    for (const row of rows) expect([row['id'], host.isOffered(`paperweave:${codeIn(cell(row, 'id'))}`)]).toEqual([row['id'], true]);
  });

  it('should say rightly which need more than a paper', async () => {
    await host.openFile('other.md');
    expect(host.isOffered('paperweave:mark-read')).toBe(true);
    const needy = rows.filter((row) => !host.isOffered(`paperweave:${codeIn(cell(row, 'id'))}`)).map((row) => codeIn(cell(row, 'id')));
    expect(needy).toEqual(rows.filter((row) => /reference that has no note|that cites another/.test(cell(row, 'offered'))).map((row) => codeIn(cell(row, 'id'))));
    await host.runCommand('paperweave:mark-read');
    expect(host.isOffered('paperweave:advance-status')).toBe(false);
    expect(cell(rows.find((row) => row['id'] === '`advance-status`') ?? {}, 'offered')).toContain('neither read nor given up');
  });
});

describe('docs/settings.md', () => {
  const page = readPage('docs/settings.md');
  const rows = page.rows().filter((row) => 'key' in row);
  const byKey = new Map(rows.map((row) => [codeIn(cell(row, 'key')), row]));
  const controls = (): SettingDefinitionControl[] => {
    const tabs = Reflect.get(Reflect.get(host.app, 'setting') as object, 'pluginTabs') as { id: string; getSettingDefinitions(): SettingDefinitionItem[] }[];
    const found: SettingDefinitionControl[] = [];
    const walk = (items: readonly SettingDefinitionItem[]): void => {
      for (const item of items) {
        if ('type' in item) walk(item.items ?? []);
        else if (item.control) found.push(item);
      }
    };
    walk(tabs.find((tab) => tab.id === 'paperweave')?.getSettingDefinitions() ?? []);
    return found;
  };
  /** The default at a key such as `fields.title`. */
  const defaultAt = (key: string): unknown => key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], DEFAULT_SETTINGS);

  it('should list every setting that is kept, and no other', () => {
    const tops = [...byKey.keys()].map((key) => key.split('.')[0]);
    expect([...new Set(tops)].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
    expect(byKey.size).toBe(rows.length);
    for (const part of ['fields', 'nextWeights'] as const) {
      expect([...byKey.keys()].filter((key) => key.startsWith(`${part}.`))).toEqual(Object.keys(DEFAULT_SETTINGS[part]).map((key) => `${part}.${key}`));
    }
  });

  it('should list every control of the settings tab, by its name there, and no other', () => {
    const shown = controls().map(({ name, control }) => [control.key, name] as const).filter(([key]) => !/^(?:statuses|paperFolders)\./.test(key));
    const documented = rows.filter((row) => 'allowed' in row && !['fields', 'statuses', 'paperFolders'].includes(codeIn(cell(row, 'key')))).map((row) => [codeIn(cell(row, 'key')), cell(row, 'name')]);
    expect(documented.sort()).toEqual([...shown].sort());
  });

  it('should call by the same name what the tab and its messages call it', () => {
    for (const [key, row] of byKey) if (!key.includes('.')) expect([key, cell(row, 'name')]).toEqual([key, SETTING_NAMES[key as keyof typeof SETTING_NAMES]]);
  });

  it('should give the defaults as they are', () => {
    for (const [key, row] of byKey) {
      const given = cell(row, 'default');
      if (given.startsWith('[below]')) continue;
      expect([key, JSON.parse(codeIn(given))]).toEqual([key, defaultAt(key)]);
    }
    expect(rows.filter((row) => cell(row, 'default').startsWith('[below]')).map((row) => codeIn(cell(row, 'key')))).toEqual(['fields', 'statuses']);
  });

  it('should give the options of every dropdown and the bounds of every number', () => {
    let checked = 0;
    for (const { control } of controls()) {
      if (control.key.startsWith('statuses.')) continue;
      const allowed = cell(byKey.get(control.key) ?? {}, 'allowed');
      if (control.type === 'dropdown') {
        expect([...allowed.matchAll(/`([^`]+)` \(([^)]+)\)/g)].map((match) => [match[1], match[2]])).toEqual(Object.entries(control.options));
        checked += 1;
      }
      if (control.type === 'number' || control.type === 'slider') {
        expect([control.key, (allowed.match(/\d+/g) ?? []).map(Number)]).toEqual([control.key, [control.min, control.max]]);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThanOrEqual(9);
  });

  it('should give the vocabulary as it is', () => {
    const statuses = page.rows('Statuses').filter((row) => 'value' in row).map((row) => ({
      value: codeIn(cell(row, 'value')),
      label: cell(row, 'label'),
      kind: cell(row, 'kind'),
      aliases: [...cell(row, 'aliases').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
      color: cell(row, 'colour') === 'none' ? '' : cell(row, 'colour'),
    }));
    expect(statuses).toEqual(DEFAULT_STATUSES);
    for (const name of [...STATUS_KINDS.map((kind) => `\`${kind}\``), ...STATUS_COLORS]) expect(page.text).toContain(name);
  });
});

describe('docs/api.md', () => {
  const page = readPage('docs/api.md');
  const source = ts.createSourceFile('api.ts', readFileSync(join(process.cwd(), 'src/api.ts'), 'utf8'), ts.ScriptTarget.Latest, true);
  /** Names of the parameters, those of an object as `{ a, b }`. */
  const membersOf = (name: string): { name: string; isMethod: boolean; parameters: number }[] => {
    const found: { name: string; isMethod: boolean; parameters: number }[] = [];
    source.forEachChild((node) => {
      if (!(ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) || node.name?.text !== name) return;
      for (const member of node.members) {
        const isPrivate = ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.PrivateKeyword);
        if (isPrivate || member.name === undefined) continue;
        const isMethod = ts.isMethodDeclaration(member);
        found.push({ name: member.name.getText(source), isMethod, parameters: isMethod ? member.parameters.length : 0 });
      }
    });
    if (found.length === 0) throw new Error(`src/api.ts has no ${name}.`);
    return found;
  };
  /** The names in the first `{ a, b }` after some words. */
  const fieldsAfter = (words: string): string[] => {
    const list = /\{ ([^}]+) \}/.exec(page.text.slice(page.text.indexOf(words)))?.[1] ?? '';
    return list.split(',').map((field) => field.trim().replace(/\?$/, ''));
  };
  const calls = page.rows().flatMap((row) => ('call' in row ? [codeIn(cell(row, 'call'))] : []));

  it('should list every method and property of the API, and no other', () => {
    expect(calls.map((call) => call.replace(/\(.*/, '')).sort()).toEqual(membersOf('PaperweaveApi').map(({ name }) => name).sort());
  });

  it('should give each call as many arguments as it takes', () => {
    for (const { name, isMethod, parameters } of membersOf('PaperweaveApi')) {
      const call = calls.find((each) => each === name || each.startsWith(`${name}(`)) ?? '';
      expect([name, call.includes('(')]).toEqual([name, isMethod]);
      const list = /\((.*)\)/.exec(call.replace(/\{[^}]*\}|\(\{[^}]*\}\) => …/g, 'object'))?.[1] ?? '';
      expect([name, list === '' ? 0 : list.split(',').length]).toEqual([name, parameters]);
    }
  });

  it('should be what the running plugin has', () => {
    const api = Reflect.get(host.plugin, 'api') as object;
    for (const call of calls) expect([call, typeof Reflect.get(api, call.replace(/\(.*/, ''))]).toEqual([call, call.includes('(') ? 'function' : call === 'version' ? 'string' : 'object']);
  });

  it.each([
    ['ApiPaper', 'A paper: '],
    ['ApiReference', 'A reference: '],
    ['ApiMissingWork', 'missing works, ranked'],
    ['ApiProblem', '`problems()`'],
  ])('should name the fields of %s, and no others', (name, words) => {
    expect(page.text).toContain(words);
    expect(fieldsAfter(words)).toEqual(membersOf(name).map((member) => member.name));
  });

  it('should name the fields of a report, and no others', () => {
    const block = page.blocks.find(({ info }) => info === 'ts')?.code ?? '';
    expect([...block.matchAll(/^ {2}(\w+)\??:/gm)].map((match) => match[1])).toEqual(membersOf('Report').map((member) => member.name));
  });
});

describe('links', () => {
  const PAGES = [
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'src/README.md', 'tests/host/README.md', 'example-vault/README.md'],
    ...readdirSync(join(process.cwd(), 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ];
  const withoutCode = (prose: string): string => prose.replace(/`[^`\n]*`/g, '');
  const targetsIn = (prose: string): string[] => [
    ...[...withoutCode(prose).matchAll(/\]\((<[^>]+>|(?:[^()\s]|\([^()]*\))+)\)/g)].map((match) => (match[1] ?? '').replace(/^<|>$/g, '')),
    ...[...prose.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)].map((match) => match[1] ?? ''),
  ];
  const isOutside = (target: string): boolean => /^[a-z]+:/i.test(target);

  it.each(PAGES)('should lead somewhere in %s, to the very heading', (path) => {
    for (const target of targetsIn(readPage(path).prose)) {
      if (isOutside(target)) continue;
      const [file = '', anchor] = decodeURIComponent(target).split('#');
      const to = file === '' ? path : posix.join(posix.dirname(path), file);
      expect([target, existsSync(join(process.cwd(), to)) && (anchor === undefined || readPage(to).anchors.has(anchor))]).toEqual([target, true]);
    }
  });

  it('should be met by the pattern that looks for them', () => {
    expect(PAGES.map((path) => targetsIn(readPage(path).prose).length).reduce((sum, count) => sum + count)).toBeGreaterThan(60);
    expect(readPage('docs/dashboard.md').anchors).toContain('how-the-score-adds-up');
    expect(readPage('docs/undo-journal.md').anchors).toContain('what-undo-does-and-does-not');
  });

  it('should lead from the README to every page, by way of the guide at most', () => {
    const from = (path: string): string[] => targetsIn(readPage(path).prose).filter((target) => !isOutside(target)).map((target) => posix.join(posix.dirname(path), target.split('#')[0] ?? ''));
    const reached = new Set([...from('README.md'), ...from('docs/user-guide.md')]);
    expect(PAGES.filter((path) => path !== 'README.md' && !reached.has(path) && path !== 'tests/host/README.md')).toEqual([]);
  });

  it('should show every picture that is there', () => {
    const shown = new Set(PAGES.flatMap((path) => targetsIn(readPage(path).prose).map((target) => posix.join(posix.dirname(path), target))));
    const pictures = readdirSync(join(process.cwd(), 'docs/images')).map((name) => `docs/images/${name}`);
    for (const picture of pictures) expect(statSync(join(process.cwd(), picture)).size).toBeGreaterThan(1000);
    expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
  });
});
