import '../support/speak-chinese';
import { adoptHabits } from '../../src/core/adoption/adopt-habits';
import { planPropertyEdits, provePropertyEdits } from '../../src/core/front-matter/edit-front-matter';
import { LibraryIndex } from '../../src/core/library/library-index';
import type { NoteFacts } from '../../src/core/papers/note-facts';
import type { NotePlan } from '../../src/core/changes/note-plan';
import { DEFAULT_FIELDS } from '../../src/core/papers/paper-schema';
import { planLinks, type LinkContext, type LinkOptions } from '../../src/core/changes/plan-links';
import { planNewNotes } from '../../src/core/changes/plan-new-notes';
import { planProperty, type PropertyChange } from '../../src/core/changes/plan-property';
import { planReading } from '../../src/core/changes/plan-reading';
import { planRestore } from '../../src/core/changes/plan-restore';
import { planStatus } from '../../src/core/changes/plan-status';
import { provePlan } from '../../src/core/changes/prove-plan';
import { readNoteText } from '../../src/core/library/read-note';
import { readPropertyInput } from '../../src/core/changes/read-property-input';
import { readUri } from '../../src/core/read-uri';
import { DEFAULT_STATUSES, type StatusDefinition } from '../../src/core/papers/status-vocabulary';
import { say } from '../../src/language/say';
import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import { finishSteps } from '../support/finish-steps';
import { libraryOf, linkContextOf, paperOf } from '../support/small-library';

/** Words that the Chinese texts have too. */
const SAME_IN_CHINESE = /front matter|\b(?:Obsidian|YAML|HTML|PDF|Wiki|title)\b/g;

/** English words of a message, without what it quotes and without data that it does not quote. */
function englishLeft(message: string, data: readonly string[] = []): readonly string[] {
  const unquoted = data.reduce((rest, known) => rest.replaceAll(known, ' '), message.replace(/“[^”]*”|`[^`]*`/g, ' '));
  return unquoted.replace(SAME_IN_CHINESE, ' ').match(/[A-Za-z]{2,}/g) ?? [];
}

const CITING = 'papers/citing.md';
const context = linkContextOf(
  libraryOf([
    { path: CITING, title: 'Citing' },
    { path: 'papers/graph-nets.md', title: 'Graph nets' },
    { path: 'papers/walks.md', title: 'Walks', ids: ['doi:10.1000/walks'] },
    { path: 'papers/Issue #1.md', title: 'Numbered issues' },
    { path: 'papers/same-one.md', title: 'The same title' },
    { path: 'papers/same-two.md', title: 'The same title' },
    { path: 'other/far.md', title: 'Far away' },
  ]),
);
const SECTION = '## References\n\n';
const linking = (lines: string, changes: Partial<LinkContext> = {}, options?: LinkOptions): NotePlan => planLinks(SECTION + lines, CITING, { ...context, ...changes }, options);
const restoring = (lines: string, changes: Partial<LinkContext> = {}): NotePlan => planRestore(SECTION + lines, CITING, { ...context, ...changes });
const choose = { line: 3, text: 'x', target: 'papers/graph-nets.md' };

const [todo, reading] = DEFAULT_STATUSES as readonly [StatusDefinition, StatusDefinition];
const STATUS_SCHEMA = { statusProperty: 'status', readDateProperty: 'read_date', statuses: DEFAULT_STATUSES };
const note = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n`;
const status = (text: string, wanted = reading): NotePlan => planStatus(text, 'a.md', STATUS_SCHEMA, wanted, '2026-08-09', 'block');
const property = (text: string, change: PropertyChange): NotePlan => planProperty(text, 'a.md', change, 'block');
const TEXT: PropertyChange = { key: 'venue', kind: 'text', value: 'ACL' };

const work = (title: string, template: string | null = null): { skipped: readonly { message: string }[] } =>
  planNewNotes([{ key: 'k', title, citing: [] }], {
    settings: { ...DEFAULT_SETTINGS, fields: DEFAULT_FIELDS },
    template,
    today: '2026-08-09',
    folderFor: () => '',
    isTaken: () => false,
    isKeyTaken: () => false,
  });

/** What planners say of the places and notes that they leave as they are. */
const PLANS: readonly [what: string, plan: { readonly skipped: readonly { readonly message: string }[] }, data?: readonly string[]][] = [
  ['a label that ends a link', linking('- [half %% a comment](./graph-nets.md)')],
  ['a label that ends in a bracket', linking('- [ends [x\\]](./graph-nets.md)')],
  ['a name that breaks links', linking('- Numbered issues')],
  ['a heading that breaks links', linking('- [A](<./graph-nets.md#a|b>)')],
  ['needless escapes', linking('- [needless \\[escapes\\] here](./graph-nets.md)')],
  ['a title attribute', linking('- [A](./graph-nets.md "t")')],
  ['an empty label', linking('- [ ](./graph-nets.md)')],
  ['a bracket beside a link', linking('- [[A](./graph-nets.md)]')],
  ['a dollar before a link', linking('- $5 [for\\$ x](graph-nets.md)')],
  ['no title to be seen', linking('- Doe, J. Something else. doi:10.1000/walks')],
  ['a link that leads nowhere', linking('- [Nobody](./nowhere.md)')],
  ['several candidates', linking('- The same title'), ['papers/same-one.md', 'papers/same-two.md']],
  ['another target of the app', linking('- [A](./graph-nets.md)', { appTarget: () => 'other/far.md' })],
  ['another target of the wikilink', linking('- [A](./graph-nets.md)', { linktext: () => 'far' })],
  ['a choice that is so already', linking('- [[graph-nets]]', {}, { choose: { ...choose, text: '[[graph-nets]]' } })],
  ['a choice that is gone', linking('- y', {}, { choose })],
  ['a choice with a link elsewhere', linking('- [A](https://example.org) x', {}, { choose: { ...choose, text: '[A](https://example.org) x' } })],
  ...['`c`', '*e*', '~~s~~', '==h==', '$x^2$', '<b>b</b>', '&amp;', '![i](p.png)', '[^1]'].map((label) => [`the label ${label}`, linking(`- [${label}](./graph-nets.md)`)] as [string, NotePlan]),
  ['a link to another folder', restoring('- [[far|Far away]]')],
  ['a restored link that would not be one', restoring('- [k][[graph-nets|A]]\n\n[k]: ./graph-nets.md\n')],
  ['another target of the app, restoring', restoring('- [[graph-nets]]', { appTarget: () => 'other/far.md' })],
  ['invalid YAML', status(note('title: ['))],
  ['a block that is never closed', status('---\ntitle: A\n')],
  ['a block in another language', status('---js\nstatus: todo\n---\n')],
  ['a block that is a list', status(note('- a'))],
  ['a null character', status(note('a: \u0000'))],
  ['hundreds of blank lines', status(`---\n${'\n'.repeat(500)}---\n`)],
  ['a key twice', status(note('a: 1', 'a: 2'))],
  ['a bad indentation', status(note('a: 1', '  b: 2'))],
  ['a missing comma', status(note('a: [b', 'c: [d]'))],
  ['quotes that are never closed', status(note('a: "b'))],
  ['a tab', status(note('a:', '\tb: 1'))],
  ['an item too deep', status(note('a:', '- b', '   - c: 1', '  d: 2'))],
  ['several statuses', status(note('status: [todo, later]'))],
  ['a status that is so', status(note('status: todo'), todo)],
  ['an anchor', status(note('status: &x todo'))],
  ['a block of text', status(note('status: |', '  todo'))],
  ['a complex key', status(note('a: 1', '? b', ': c', 'status: todo'))],
  ['a bare carriage return', status('---\na: 1\rb: 2\nstatus: todo\n---\n')],
  ['a day that is no longer lost', planReading(note('status: reading'), { path: 'a.md', status: 'read', day: null }, STATUS_SCHEMA, 'block')],
  ['a property that is so', property(note('venue: ACL'), TEXT)],
  ['a property of several values', property(note('venue: [a, b]'), TEXT)],
  ['a property that is a map', property(note('venue:', '  a: b'), TEXT)],
  ['a list that is a map', property(note('venue:', '  a: b'), { key: 'venue', kind: 'list', items: ['x'] })],
  ['more than a year', property(note('year: 2019-05'), { key: 'year', kind: 'year', value: '2020' })],
  ['more than a day', property(note('day: 2019-05-01T10:00'), { key: 'day', kind: 'day', value: '2020-01-01' })],
  ['an unreadable note', property(note('venue: ['), TEXT)],
  ['a property with an anchor', property(note('venue: &x a'), TEXT)],
  ['code of a template plugin', work('A <% b %>')],
  ['a title without a name', work('???')],
  ['a template that cannot be read', work('A', '---\na: [\n---\n{{title}}')],
];

describe('what the core says in Chinese', () => {
  it('should be found to hold English where it does', () => {
    expect(englishLeft('第 3 行的“Some title”：its text is empty。`name: value`')).toEqual(['its', 'text', 'is', 'empty']);
    expect(englishLeft('有 2 篇文献：a/b.md', ['a/b.md'])).toEqual([]);
  });

  it.each(PLANS)('should hold no English of %s', (_what, { skipped }, data = []) => {
    const messages = skipped.map(({ message }) => message);
    expect(messages).not.toEqual([]);
    expect(messages.flatMap((message) => englishLeft(message, data))).toEqual([]);
    expect(messages.filter((message) => !/[\u4e00-\u9fff].*。$/.test(message) || /[。：，][.。：，]/.test(message))).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a map on one line', note('a: {b: c}'), 'a'],
    ['a list with a comment', note('a: [b, # c', '  d]'), 'a'],
    ['properties of its own', note('a:', '  b: c'), 'a'],
    ['something behind quotes', note('a: "b"#c'), 'a'],
    ['items that are lists', note('a:', '- - b'), 'a'],
    ['a key named twice', note('a: 1'), 'twice'],
    ['what only the proof shows', '---\nx:\n  - a: "deep\ny: \'z"\ny: q\'\n---\n', 'y'],
  ])('should hold no English of front matter that is not edited: %s', (_what, text, key) => {
    const edits = key === 'twice' ? [{ key: 'a', value: 2 }, { key: 'a', value: 3 }] : [{ key, value: key === 'a' ? ['x'] : 'r' }];
    const planned = planPropertyEdits(text, edits, 'block');
    const message = planned.ok ? '' : planned.error.message;
    expect(message).toMatch(/。$/);
    expect([englishLeft(message), /。。/.test(message)]).toEqual([[], false]);
  });

  it.each([
    [note('a: 2'), []],
    ['body', []],
    [note('a: ['), []],
    [note('b: 1', 'a: 1'), []],
    [note('a: 1', 'b: 1', 'c: 1'), []],
    [note('a: 1', 'b: 1').replace(/$/, 'body'), []],
    [note('a: 1', 'b: 1').replace('---', '---  '), []],
    [note('a: 1', 'b: 1'), [{ key: 'a', value: 2 }]],
  ])('should hold no English of a change to %j that is not proved', (after, edits) => {
    expect(englishLeft(provePropertyEdits(note('a: 1', 'b: 1'), after, edits) ?? 'No doubt')).toEqual([]);
  });

  it('should hold no English of an edit that is not where it is meant', () => {
    const before = `${note('a: 1')}body`;
    expect(englishLeft(provePlan(before, before, [{ from: 1, to: 1, insert: 'x' }], []) ?? 'No doubt')).toEqual([]);
    expect(englishLeft(provePlan(before, `x${before}`, [], []) ?? 'No doubt')).toEqual([]);
  });

  it.each([
    note('tags: [paper]', 'title: ['),
    '---\ntags: [paper]\n',
    '---toml\ntags = "paper"\n---\n',
    note('tags: [paper]', 'title:', '  a: b'),
  ])('should hold no English of the problem with %j', (text) => {
    const { problems } = readNoteText('a.md', text, DEFAULT_SETTINGS, ['References']).note;
    expect(problems).toHaveLength(1);
    expect(problems.flatMap(({ message }) => englishLeft(message))).toEqual([]);
  });

  it('should hold no English of the problems of a library', () => {
    const index = new LibraryIndex();
    const papers = ['a.md', 'b.md', 'c.md', 'd.md'].map((path, at) => paperOf({ path, title: at < 2 ? 'The same title' : path, metaKey: at > 1 ? 'key' : null }));
    for (const { path } of papers) index.addFile(path);
    for (const paper of papers) index.setNote(paper.path, { paper, problems: [] });
    const twin = { text: 'The same title', label: 'The same title', linkpath: null, titles: ['The same title'], ids: [] };
    index.setReferences('c.md', [{ ...twin, line: 1 }]);
    index.setReferences('d.md', [{ ...twin, line: 1 }, { ...twin, text: 'The same title.', line: 2 }]);
    index.settle();
    const problems = index.problems();
    expect(problems.map(({ code }) => code).sort()).toEqual(['ambiguous-references', 'ambiguous-references', 'duplicate-key', 'duplicate-title']);
    expect(problems.flatMap(({ message }) => englishLeft(message))).toEqual([]);
  });

  it.each<Record<string, string>>([{ what: 'x' }, { view: '' }, {}, { status: 'read' }, { view: 'board', paper: 'x' }, { view: 'x' }, { view: 'citations', search: 'x' }, { saved: 'x'.repeat(2000) }])(
    'should hold no English of the link %j',
    (params) => {
      const read = readUri(params);
      const names = ['dashboard', 'citations', 'table', 'board', 'missing', 'next', 'progress', 'problems', 'view', 'saved', 'search', 'paper', 'status'];
      expect(englishLeft(read.ok ? 'No fault' : read.error, names)).toEqual([]);
    },
  );

  it.each([['year', '19'], ['day', '1.2.2024'], ['tags', 'a&b']] as const)('should hold no English of a %s that is none', (input, text) => {
    const read = readPropertyInput('key', input, text);
    expect(englishLeft(read.ok ? 'No fault' : read.error)).toEqual([]);
  });

  it('should hold no English of the habits of vaults', () => {
    const facts = (path: string, record: Record<string, unknown>, more: Partial<NoteFacts> = {}): NoteFacts => ({ path, properties: new Map(Object.entries(record)), headings: [], yaml: null, ...more });
    const paper = (at: number, mark: Record<string, unknown>): NoteFacts =>
      facts(`Papers/${String(at)}.md`, { ...mark, State: at % 2 ? 'read' : `x${String(at)}`, date_read: '2024-01-01', paper_title: 'A', creator: 'B', pub_year: 2020, journal: 'C', citations: 3, pdf: 'p', link: 'l' }, {
        headings: [{ level: 2, text: 'References' }],
        yaml: at % 2 ? 'tags:\n  - a\n  - b\n' : 'tags: [a, b]\n',
      });
    const marked = Array.from({ length: 16 }, (_, at) => paper(at, at < 12 ? { tags: ['paper'] } : { meta_key: 'k' }));
    const unmarked = Array.from({ length: 4 }, (_, at) => facts(`Other/${String(at)}.md`, { title: 'A', authors: ['B'], year: 2020, venue: 'C', tags: ['literature-note'] }));
    const data = ['Papers', 'References', 'State', 'date_read', 'paper_title', 'creator', 'pub_year', 'journal', 'citations', 'pdf', 'link', 'meta_key', 'literature-note', 'Other', 'paper', 'read'];
    for (const notes of [[], marked, marked.slice(0, 1), unmarked, [...marked, ...unmarked]]) {
      const { findings } = finishSteps(adoptHabits(notes, DEFAULT_SETTINGS));
      expect(findings).not.toEqual([]);
      expect(findings.flatMap((finding) => englishLeft(finding, data))).toEqual([]);
    }
  });

  it('should be what the files that were loaded first speak as well', () => {
    expect(say('a wikilink cannot hold code in its text')).toMatch(/^Wiki/);
  });
});
