import { lookForPapers, looksLikePaper, type LookContext } from '../../../src/core/adoption/look-for-papers';
import type { NoteFacts } from '../../../src/core/papers/note-facts';
import { finishSteps } from '../../support/finish-steps';

type Facts = Partial<Omit<NoteFacts, 'headings'>> & { readonly record?: Record<string, unknown>; readonly headings?: readonly string[] };

const note = (path: string, { record, headings = [], ...facts }: Facts = {}): NoteFacts => ({
  path,
  properties: record ? new Map(Object.entries(record)) : null,
  headings: headings.map((text) => ({ level: 2, text })),
  yaml: null,
  ...facts,
});

/** A note whose references section lists links. */
const listing = (path: string, ...cites: string[]): NoteFacts => note(path, { headings: ['Summary', 'References:'], cites });

const CONTEXT: LookContext = { referenceHeadings: ['References'], tagsField: 'tags', marked: new Set(['p/seed.md']), hasPapers: true };
const likePapers = (notes: readonly NoteFacts[], context: Partial<LookContext> = {}): string[] =>
  finishSteps(lookForPapers(notes, { ...CONTEXT, ...context })).filter((look) => look.looksLikePaper).map((look) => look.path);

describe('lookForPapers: one note', () => {
  it.each<[string, NoteFacts, boolean]>([
    ['what Citations writes', note('Reading notes/@one2020.md', { record: { title: 'One', authors: 'A B, C D', year: 2020 } }), true],
    ['what templates of Zotero Integration share', note('one2020.md', { record: { citekey: 'one2020', aliases: ['@one2020'], title: 'One' } }), true],
    ['what those that keep the title in the body share', note('@one2020.md', { record: { category: 'literaturenote', tags: null, citekey: 'one2020', status: 'unread', dateread: null } }), true],
    ['an empty cite key', note('x.md', { record: { citekey: null, 'bibtex key': '' } }), false],
    ['the example of Zotero Integration', note('one2020.md', { headings: ['One', 'Formatted Bibliography', 'Abstract'] }), true],
    ['that example, not filled yet', note('t.md', { headings: ['{{title}}', 'Formatted Bibliography'] }), false],
    ['a template with quotes', note('t.md', { record: { citekey: '{{citekey}}', title: '{{title}}', authors: '{% for a in b %}' } }), false],
    ['a template without quotes', note('t.md', { record: { citekey: { '[object Object]': null }, title: { '[object Object]': null }, authors: ['<% tp.x %>'] } }), false],
    ['a note of the day', note('2020-01-01.md', { headings: ['Plan'] }), false],
    ['what the caller says', note('x.md', { looksLikePaper: true, headings: ['{{title}}'] }), true],
  ])('should judge %s', (_, facts, expected) => {
    expect(likePapers([facts])).toEqual(expected ? [facts.path] : []);
  });

  it('should tell marks and tags', () => {
    const looks = finishSteps(lookForPapers([note('p/seed.md', { record: { tags: '#paper, nlp' } }), note('x.md', { record: { tags: ['a', null, 3] } })], CONTEXT));
    expect(looks.map(({ isMarked, tags }) => [isMarked, tags])).toEqual([[true, ['paper', 'nlp']], [false, ['a']]]);
  });
});

describe('lookForPapers: folders where papers are written by hand', () => {
  const daily = note('hand/day.md');
  it.each<[string, NoteFacts[], string[]]>([
    ['notes that cite each other', [listing('hand/a.md', 'b'), listing('hand/b.md', './B.md', '../x/A.md'), listing('hand/c.md', 'seed')], ['hand/a.md', 'hand/b.md', 'hand/c.md']],
    ['long lists', [listing('hand/a.md', 'x', 'y', 'z'), listing('hand/b.md', 'x'), listing('hand/c.md', 'x'), daily], ['hand/a.md', 'hand/b.md', 'hand/c.md']],
    ['thoughts that end with their sources', [listing('zettel/a.md', 'seed'), listing('zettel/b.md', 'seed', 'x'), listing('zettel/c.md', 'x')], []],
    ['a note that cites itself', [listing('zettel/a.md', 'a')], []],
    ['one likely note among four', [listing('zettel/a.md', 'x', 'y', 'z'), ...['b', 'c', 'd'].map((name) => listing(`zettel/${name}.md`, 'x'))], []],
    ['a note without a link among those with one', [listing('hand/a.md', 'x', 'y', 'z'), listing('hand/b.md')], ['hand/a.md']],
    ['the folders apart', [listing('hand/a.md', 'b'), listing('hand/b.md', 'a'), listing('zettel/c.md', 'a')], ['hand/a.md', 'hand/b.md']],
    ['a template among them', [listing('hand/a.md', 'x', 'y', 'z'), note('hand/t.md', { headings: ['<% tp.file.title %>', 'References'], cites: ['x', 'y', 'z'] })], ['hand/a.md']],
  ])('should judge %s', (_, notes, expected) => {
    expect(likePapers(notes)).toEqual(expected);
  });

  it('should not matter where no papers are known: then a references section is enough', () => {
    expect(likePapers([listing('zettel/a.md', 'x')], { hasPapers: false })).toEqual(['zettel/a.md']);
  });
});

describe('looksLikePaper', () => {
  it.each([
    [['title', 'authors'], false, true],
    [['Title', 'Author'], false, true],
    [['citation-key', 'journal'], false, true],
    [['title', 'DOI'], false, true],
    [['标题', '作者'], false, true],
    [['标题', '年份'], false, false],
    [['title', 'year'], false, false],
    [['authors'], false, false],
    [['title'], true, true],
    [['created'], true, false],
    [[], true, false],
    [[], false, false],
  ])('should judge %p, references section: %p', (names, hasReferences, expected) => {
    expect(looksLikePaper(new Map(names.map((name) => [name, 1])), hasReferences, false)).toBe(expected);
  });

  it('should take a references section alone for a sign only where it suffices', () => {
    expect([looksLikePaper(null, true, true), looksLikePaper(null, true, false), looksLikePaper(null, false, true)]).toEqual([true, false, false]);
  });
});
