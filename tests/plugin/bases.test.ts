/** @jest-environment jsdom */
import { parse } from 'yaml';
import type { PapersBase } from '../../src/core/changes/papers-base';
import type { OpenBase } from '../host/bases';
import { openVault, type Host, type HostOptions } from '../host/open-vault';
import { DATA, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { confirmModal, modalEl, noticesOf, notesOf, pressButton } from '../support/plugin-host';

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/alpha.md': paperNote('Alpha', { yaml: ['authors:', '  - Ada One', '  - Ben Two', 'year: 2020', 'venue: ACL'] }),
  'papers/beta.md': paperNote('Beta', { status: 'TBD', yaml: ['year: 2018', 'venue: EMNLP'] }),
  'papers/gamma.md': paperNote('Gamma', { status: 'someday', yaml: ['venue: ACL', 'review: todo'] }),
  'papers/delta.md': paperNote('Delta', { status: 'done' }),
  'notes/loose.md': '---\nstatus: reading\n---\nNo paper.\n',
};
const PATHS = ['papers/gamma.md', 'papers/alpha.md', 'papers/delta.md', 'papers/beta.md', 'notes/loose.md'];

let host: Host;
let base: OpenBase;
const open = async (query: Partial<Parameters<Host['openBase']>[1]> = {}, more: Partial<HostOptions> = {}): Promise<void> => {
  host = await openVault({ files: FILES, ...more });
  base = await host.openBase('paperweave-board', { paths: PATHS, ...query });
};
/** `Label: title, title` a column. */
const columns = (): string[] =>
  [...base.containerEl.querySelectorAll('.paperweave-board-column')].map((column) => {
    const label = column.querySelector('.paperweave-board-name')?.textContent ?? '';
    return `${label}: ${[...column.querySelectorAll('.paperweave-card-title')].map((title) => title.textContent).join(', ')}`;
  });
const card = (title: string): HTMLElement => {
  const found = [...base.containerEl.querySelectorAll<HTMLElement>('.paperweave-card')].find((each) => each.querySelector('.paperweave-card-title')?.textContent === title);
  if (!found) throw new Error(`There is no card “${title}” in: ${columns().join('; ')}`);
  return found;
};
const fieldsOf = (title: string): string[] => [...card(title).querySelectorAll('.paperweave-card-field')].map((field) => field.textContent);
const key = async (on: HTMLElement, name: string, shiftKey = false): Promise<void> => {
  on.focus();
  on.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true, cancelable: true }));
  await host.settle();
};
const said = (): string => base.containerEl.querySelector('[role=status]')?.textContent ?? '';

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

describe('the board over a base', () => {
  it('should have a column a status, read as everywhere, the cards in the order of the base', async () => {
    await open();
    expect(columns()).toEqual(['To read: Alpha, Beta', 'Reading: loose', 'Read: Delta', 'Skipped: ', 'someday: Gamma']);
    base.update({ paths: ['papers/beta.md', 'papers/alpha.md'] });
    expect(columns()).toEqual(['To read: Beta, Alpha', 'Reading: ', 'Read: ', 'Skipped: ']);
  });

  it('should have a column a group where the base groups, with the status on the cards, and move none of them', async () => {
    await open({ groupBy: 'note.venue' });
    const before = notesOf(host);
    expect(columns()).toEqual(['ACL: Gamma, Alpha', 'EMNLP: Beta', 'None: Delta, loose']);
    expect(fieldsOf('Alpha')).toEqual(['To read']);
    await key(card('Alpha'), 'ArrowRight', true);
    expect(said()).toBe('Alpha stays: the base groups by another property than the status.');
    expect(notesOf(host)).toEqual(before);
  });

  it('should have its columns by status also where the base groups by it', async () => {
    await open({ groupBy: 'note.status' });
    expect(columns()).toEqual(['To read: Beta, Alpha', 'Reading: loose', 'Read: Delta', 'Skipped: ', 'someday: Gamma'].map((text) => (text.startsWith('To read') ? expect.stringMatching(/^To read: (Alpha, Beta|Beta, Alpha)$/) : text)) as string[]);
    await key(card('Alpha'), 'ArrowRight', true);
    expect(host.read('papers/alpha.md')).toContain('status: reading');
  });

  it('should show the properties of the base on cards, or those of its own option, each under its name for a screen reader', async () => {
    await open({ order: ['note.title', 'note.status', 'note.authors', 'note.year', 'file.folder', 'formula.none'], displayNames: { 'note.year': 'Published' } });
    expect(fieldsOf('Alpha')).toEqual(['authors: Ada One, Ben Two', 'Published: 2020', 'folder: papers']);
    expect(fieldsOf('Delta')).toEqual(['folder: papers']);
    base.update({ options: { cardFields: ['venue', 'note.year', '', 3] } });
    expect(fieldsOf('Alpha')).toEqual(['venue: ACL', 'Published: 2020']);
  });

  it('should offer options for the status property and the card fields, by the name of the settings', async () => {
    await open({}, { files: { ...FILES, [DATA]: '{"version":1,"statusProperty":"reading_status"}' } });
    expect(base.options()).toMatchObject([
      { type: 'property', key: 'statusProperty', default: 'note.reading_status' },
      { type: 'multitext', key: 'cardFields', default: [] },
    ]);
  });

  it('should move a card by keyboard as one change, with the read date, taken back by one undo, and say so', async () => {
    await open();
    const before = notesOf(host);
    await key(card('Alpha'), 'ArrowRight', true);
    await key(card('Alpha'), 'ArrowRight', true);
    expect(columns()).toEqual(['To read: Beta', 'Reading: loose', 'Read: Alpha, Delta', 'Skipped: ', 'someday: Gamma']);
    expect(said()).toBe('Alpha moved to Read.');
    expect(host.read('papers/alpha.md')).toMatch(/^status: read\nread_date: \d{4}-\d\d-\d\d$/m);
    expect(document.activeElement).toBe(card('Alpha'));
    await host.runCommand('paperweave:undo-last-change');
    await host.runCommand('paperweave:undo-last-change');
    expect(notesOf(host)).toEqual(before);
    expect(columns()[0]).toBe('To read: Alpha, Beta');
  });

  it('should leave alone what is no paper, and say why', async () => {
    await open();
    const before = notesOf(host);
    await key(card('loose'), 'ArrowRight', true);
    expect(said()).toBe('loose stays: it is no paper, so its status is not written.');
    expect(card('loose').getAttribute('aria-describedby')).toBeNull();
    expect(notesOf(host)).toEqual(before);
  });

  it('should set another property where that is the status of the board, and no read date', async () => {
    await open({ options: { statusProperty: 'note.review' } });
    expect(columns()[0]).toBe('To read: Gamma, Alpha, Delta, Beta, loose');
    await key(card('Gamma'), 'ArrowRight', true);
    expect(host.read('papers/gamma.md')).toBe((FILES['papers/gamma.md'] ?? '').replace('review: todo', 'review: reading'));
    expect(columns()[1]).toBe('Reading: Gamma');
  });

  it('should open a note by click, middle click and Enter, and preview it', async () => {
    await open();
    const leaves = (): number => host.app.workspace.getLeavesOfType('markdown').length;
    card('Beta').querySelector('.paperweave-card-title')?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(host.hovers).toMatchObject([{ linktext: 'papers/beta.md', source: 'paperweave' }]);
    card('Beta').dispatchEvent(new MouseEvent('auxclick', { bubbles: true, button: 1 }));
    await host.settle();
    expect(leaves()).toBe(1);
    await key(card('Alpha'), 'Enter');
    expect(host.activeFile).toBe('papers/alpha.md');
  });

  it('should follow a change of the vocabulary and a note that is changed elsewhere, and draw nothing once it is closed', async () => {
    await open();
    await host.writeOutside('papers/delta.md', paperNote('Delta', { status: 'skipped' }));
    await host.settle();
    expect(columns()).toEqual(['To read: Alpha, Beta', 'Reading: loose', 'Read: ', 'Skipped: Delta', 'someday: Gamma']);
    await host.writeOutside(DATA, JSON.stringify({ version: 1, statuses: [{ value: 'someday', label: 'Some day', kind: 'queued' }, { value: 'done', label: 'Done', kind: 'done' }] }));
    await host.settle();
    expect(columns().slice(0, 2)).toEqual(['Some day: Gamma', 'Done: ']);
    base.close();
    expect(base.containerEl.childElementCount).toBe(0);
  });

  it('should say how many groups it does not show, and that nothing is left', async () => {
    const files = { ...WITH_SETTINGS, ...Object.fromEntries(Array.from({ length: 130 }, (_, at) => [`p/${String(at)}.md`, paperNote(`P ${String(at)}`, { yaml: [`n: ${String(at)}`] })])) };
    await open({ paths: Object.keys(files), groupBy: 'note.n' }, { files });
    expect(columns().length).toBe(100);
    expect(base.containerEl.textContent).toContain('30 more groups are not shown.');
    base.update({ paths: [] });
    expect(base.containerEl.textContent).toContain('No notes');
  });

  it('should be quiet where Bases is turned off', async () => {
    host = await openVault({ files: FILES, corePluginsOff: ['bases'] });
    expect(noticesOf(host)).toEqual([]);
    await expect(host.openBase('paperweave-board', { paths: [] })).rejects.toThrow('There is no Bases view');
  });
});

describe('Create a base of papers', () => {
  const read = (): PapersBase => parse(host.read('Papers.base')) as PapersBase;
  const create = async (settings: Record<string, unknown> = {}, files: Record<string, string> = {}): Promise<void> => {
    host = await openVault({ files: { 'papers/alpha.md': FILES['papers/alpha.md'] ?? '', ...files, [DATA]: JSON.stringify({ version: 1, ...settings }) } });
    await host.runCommand('paperweave:create-papers-base');
  };

  it('should write a base with its views, and open it', async () => {
    await create();
    expect(read()).toEqual({
      filters: { and: ['file.ext == "md"', { or: ['file.hasTag("paper")', '!note["meta_key"].isEmpty()'] }] },
      properties: {
        'note.status': { displayName: 'Status' },
        'note.title': { displayName: 'Title' },
        'note.authors': { displayName: 'Authors' },
        'note.year': { displayName: 'Year' },
        'note.venue': { displayName: 'Venue' },
        'note.numCitedBy': { displayName: 'Cited worldwide' },
        'note.read_date': { displayName: 'Read on' },
      },
      views: [
        { type: 'table', name: 'By status', groupBy: { property: 'note.status', direction: 'ASC' }, order: ['file.name', 'note.title', 'note.authors', 'note.year', 'note.venue', 'note.numCitedBy'], sort: [{ property: 'note.year', direction: 'DESC' }] },
        { type: 'paperweave-board', name: 'Board', order: ['note.authors', 'note.year', 'note.venue'], sort: [{ property: 'note.year', direction: 'DESC' }] },
        { type: 'table', name: 'Read this month', filters: { and: ['note["read_date"].toString().startsWith(today().format("YYYY-MM"))'] }, order: ['file.name', 'note.title', 'note.authors', 'note.year', 'note.venue', 'note.read_date'], sort: [{ property: 'note.read_date', direction: 'DESC' }] },
        { type: 'table', name: 'By venue', groupBy: { property: 'note.venue', direction: 'ASC' }, order: ['file.name', 'note.title', 'note.authors', 'note.year', 'note.status'], sort: [{ property: 'note.year', direction: 'DESC' }] },
      ],
    });
    expect(host.activeFile).toBe('Papers.base');
    expect(noticesOf(host)[0]).toContain('Created Papers.base');
    await host.runCommand('paperweave:undo-last-change');
    expect(host.exists('Papers.base')).toBe(true);
  });

  it('should go by the settings: names, tags, folders, required properties, no day of reading', async () => {
    const settings = { statusProperty: 'reading_status', readDateProperty: '', paperTags: ['paper', 'lit/"odd"'], paperFolders: ['Lit "x"', 'B'], requiredProperties: ['my title'], fields: { year: 'published' } };
    await create(settings);
    const { filters, views } = read();
    const text = JSON.stringify({ filters, views });
    expect(filters).toMatchObject({ and: ['file.ext == "md"', { or: [expect.stringMatching(/^file\.hasTag\("paper"/), `file.inFolder('Lit "x"')`, 'file.inFolder("B")', '!note["meta_key"].isEmpty()'] }, '!note["my title"].isEmpty()'] });
    expect(views.map((view) => view.name)).toEqual(['By status', 'Board', 'By venue']);
    expect(text).toContain('note.reading_status');
    expect(text).toContain('note.published');
    expect(text).not.toContain('note.status');
  });

  it('should look for the tags where the settings have them, as they are read there', async () => {
    await create({ paperTags: ['paper', 'lit/c++'], fields: { tags: 'topics' } });
    const text = JSON.stringify(read().filters);
    expect(text).not.toContain('hasTag');
    const [, pattern = ''] = /^\/(.*)\/i\.matches\(list\(note\["topics"\]\)\.join\(","\)\)$/.exec(anyOf(read())[0] ?? '') ?? [];
    expect(pattern).not.toContain('/');
    const isMarked = (...tags: string[]): boolean => new RegExp(pattern, 'i').test(tags.join(','));
    for (const tags of [['paper'], ['a', '#Paper'], ['a paper b'], ['paper/nlp'], ['a', 'lit/c++', 'b'], ['LIT/C++/x']]) expect([tags, isMarked(...tags)]).toEqual([tags, true]);
    for (const tags of [[], ['papers'], ['newspaper'], ['a/paper'], ['lit', 'c++'], ['lit/c'], ['litxc++'], ['##paper']]) expect([tags, isMarked(...tags)]).toEqual([tags, false]);
  });

  it('should leave out the folders of templates, as the plugin does', async () => {
    await create({}, { '.obsidian/templates.json': '{"folder":"meta/Templates/"}' });
    expect(read().filters).toMatchObject({ and: ['file.ext == "md"', { or: ['file.hasTag("paper")', '!note["meta_key"].isEmpty()'] }, '!file.inFolder("meta/Templates")'] });
  });

  it('should use nothing but the documented syntax of Bases', async () => {
    await create({ paperFolders: ['Lit "x"', "Don't"], requiredProperties: ['my title'] });
    expect(statementsOf(read()).length).toBe(7);
    await host.unload();
    await create({ paperFolders: ['Lit "x"', "Don't"], paperTags: ['paper', 'lit/x'], requiredProperties: ['my title'], fields: { tags: 'my tags' } }, { '.obsidian/templates.json': '{"folder":"Templates"}' });
    const base = read();
    const statements = statementsOf(base);
    expect(statements.length).toBe(8);
    for (const statement of statements) expect([statement, syntaxFault(statement)]).toEqual([statement, null]);
    const ids = [...Object.keys(base.properties), ...base.views.flatMap(({ order, groupBy, sort = [] }) => [...order, ...(groupBy ? [groupBy.property] : []), ...sort.map(({ property }) => property)])];
    for (const id of ids) expect(id).toMatch(/^(?:note\..+|file\.name)$/);
    // What Obsidian documents of a view, and `sort`, which it writes itself.
    for (const view of base.views) expect(['type', 'name', 'filters', 'groupBy', 'order', 'sort']).toEqual(expect.arrayContaining(Object.keys(view)));
  });

  it('should never write over a file, say so, and open it when asked to', async () => {
    await create({}, { 'Papers.base': 'views: []\n' });
    expect(modalEl(host).textContent).toContain('There is a file Papers.base already');
    await pressButton(host, modalEl(host), 'Cancel');
    expect(host.activeFile).toBeNull();
    await host.runCommand('paperweave:create-papers-base');
    await confirmModal(host);
    expect(host.activeFile).toBe('Papers.base');
    expect(host.read('Papers.base')).toBe('views: []\n');
  });
});

/** What makes a note a paper, by the base's own filter. */
function anyOf({ filters }: PapersBase): readonly string[] {
  const parts = typeof filters !== 'string' && 'and' in filters ? filters.and : [];
  return parts.flatMap((part) => (typeof part !== 'string' && 'or' in part ? part.or.filter((each) => typeof each === 'string') : []));
}

function statementsOf(base: PapersBase): readonly string[] {
  const statements: string[] = [];
  const walk = (filter: PapersBase['filters'] | undefined): void => {
    if (filter === undefined) return;
    if (typeof filter === 'string') statements.push(filter);
    else {
      expect(Object.keys(filter)).toEqual([expect.stringMatching(/^(?:and|or|not)$/)]);
      for (const part of 'and' in filter ? filter.and : filter.or) walk(part);
    }
  };
  walk(base.filters);
  for (const view of base.views) walk(view.filters);
  return statements;
}

/** Functions and fields as Obsidian's help documents them, by what they are asked of. */
const DOCUMENTED: Readonly<Record<string, readonly string[]>> = {
  global: ['today()', 'list()'],
  file: ['ext', 'hasTag()', 'inFolder()'],
  value: ['isEmpty()', 'toString()', 'startsWith()', 'format()', 'join()'],
  pattern: ['matches()'],
};

/** What is wrong with a statement: it is a chain of documented calls and fields over `note["…"]`, `file`, a pattern or a global function, negated or compared with a text. */
function syntaxFault(statement: string): string | null {
  const tokens = statement.match(/\/(?:[^/\\]|\\.)+\/[gi]*|"(?:[^"\\]|\\.)*"|'[^']*'|==|&&|\|\||[A-Za-z_]\w*|[^\s]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && ++at > 0;
  const isText = (): boolean => /^["']/.test(tokens[at] ?? '') && ++at > 0;
  const call = (name: string, allowed: readonly string[]): string | null => {
    if (!take('(')) return allowed.includes(name) ? null : `field ${name}`;
    if (!allowed.includes(`${name}()`)) return `function ${name}`;
    if (take(')')) return null;
    do {
      const fault = operand();
      if (fault !== null) return fault;
    } while (take(','));
    return take(')') ? null : `no end of ${name}(`;
  };
  const operand = (): string | null => {
    if (isText()) return null;
    const root = tokens[at++] ?? '';
    let fault: string | null = null;
    if (root === 'note') fault = take('[') && isText() && take(']') ? null : 'note without a name';
    else if (root !== 'file' && !root.startsWith('/')) fault = call(root, DOCUMENTED.global ?? []);
    let kind = root === 'file' ? 'file' : root.startsWith('/') ? 'pattern' : 'value';
    while (fault === null && take('.')) {
      fault = call(tokens[at++] ?? '', DOCUMENTED[kind] ?? []);
      kind = 'value';
    }
    return fault;
  };
  take('!');
  const fault = operand() ?? (take('==') ? operand() : null);
  return fault ?? (at === tokens.length ? null : `rest at ${tokens[at] ?? ''}`);
}
