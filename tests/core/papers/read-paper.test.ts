import { DEFAULT_FIELDS } from '../../../src/core/papers/paper-schema';
import type { PaperSchema } from '../../../src/core/papers/paper-schema';
import { readNoteText } from '../../../src/core/library/read-note';
import { readPaper } from '../../../src/core/papers/read-paper';
import { DEFAULT_STATUSES } from '../../../src/core/papers/status-vocabulary';

const SCHEMA: PaperSchema = {
  statusProperty: 'status', readDateProperty: 'read_date', statuses: DEFAULT_STATUSES, paperTags: ['paper'], paperFolders: [], requiredProperties: [], fields: DEFAULT_FIELDS,
};

const read = (properties: Record<string, unknown> | null, schema: Partial<PaperSchema> = {}, path = 'lit/a-note.md', firstHeading: string | null = null) =>
  readPaper({ path, firstHeading }, properties && new Map(Object.entries(properties)), { ...SCHEMA, ...schema });

describe('readPaper', () => {
  test.each<[string, Record<string, unknown> | null, Partial<PaperSchema>, boolean]>([
    ['the paper tag', { tags: ['x', 'paper'] }, {}, true],
    ['a nested paper tag, in another case', { tags: ['Paper/nlp'] }, {}, true],
    ['a tag as text', { tags: 'nlp, #paper' }, {}, true],
    ['a tag that only begins alike', { tags: ['papers'] }, {}, false],
    ['the paper tag under a name in another case', { Tags: ['paper'] }, {}, true],
    ['a required property in another case', { tags: ['paper'], Year: 2020 }, { requiredProperties: ['year'] }, true],
    ['a key', { meta_key: 'k' }, {}, true],
    ['an empty key', { meta_key: null }, {}, false],
    ['a cite key', { citekey: 'doe2019' }, {}, false],
    ['a paper folder', null, { paperFolders: ['lit'] }, true],
    ['a folder that only begins alike', null, { paperFolders: ['li'] }, false],
    ['nothing', { title: 'x' }, {}, false],
    ['a tag without a required property', { tags: ['paper'] }, { requiredProperties: ['year'] }, false],
    ['a key that is a list of nulls', { meta_key: [null] }, {}, false],
    ['a tag with a required property of nulls', { tags: ['paper'], year: [null] }, { requiredProperties: ['year'] }, false],
    ['a tag with a required property beside a null', { tags: ['paper'], year: [null, 2020] }, { requiredProperties: ['year'] }, true],
    ['a tag with a required property', { tags: ['paper'], year: 2020 }, { requiredProperties: ['year'] }, true],
  ])('should take a note with %s for what it is', (_, properties, schema, isPaper) => {
    expect(read(properties, schema).kind).toBe(isPaper ? 'paper' : 'other');
  });

  test.each<[Record<string, unknown>, object]>([
    [{ title: 1984 }, { title: '1984' }],
    [{ title: ' Folded\n  title ' }, { title: 'Folded title' }],
    [{ title: null }, { title: 'a-note' }],
    [{ authors: 'One Author' }, { authors: ['One Author'] }],
    [{ authors: ['A', null, '', 7, { a: 1 }] }, { authors: ['A', '7'] }],
    [{ authors: ['[[people/B C|B. C]]'] }, { authors: ['B. C'] }],
    [{ year: '2019-05-01' }, { year: 2019 }],
    [{ year: 'soon' }, { year: null }],
    [{ numCitedBy: '1,018' }, { numCitedBy: 1018 }],
    [{ numCitedBy: '9'.repeat(400) }, { numCitedBy: null }],
    [{ status: 'DONE', read_date: '2026-03-04T10:00' }, { status: 'read', statusKind: 'done', readDate: '2026-03-04' }],
    [{ read_date: 'yesterday' }, { readDate: null }],
    [{ Status: 'done', Read_Date: '2026-03-04', Title: 'A', NUMCITEDBY: 7 }, { status: 'read', statusKind: 'done', readDate: '2026-03-04', title: 'A', numCitedBy: 7 }],
    [{ Aliases: ['A'], alias: 'B' }, { aliases: ['B', 'A'] }],
    [{ status: 'odd one' }, { status: 'odd one', statusKind: null }],
    [{ Alias: 'BERT, Bidirectional transformers' }, { aliases: ['BERT, Bidirectional transformers', 'BERT', 'Bidirectional transformers'] }],
    [{ urls: ['https://arxiv.org/abs/1810.04805v2', null], doi: '10.1000/X' }, { ids: ['doi:10.1000/x', 'arxiv:1810.04805'] }],
    [{ citekey: 'doe2019', aliases: ['@doe2019'] }, { metaKey: 'doe2019', aliases: ['@doe2019'] }],
    [{ 'citation-key': '@doe2019', meta_key: 'a-title' }, { metaKey: 'a-title', aliases: ['@doe2019'] }],
    [{ citekey: 'see below' }, { metaKey: null, aliases: [] }],
    [{ author: 'One Author' }, { authors: ['One Author'] }],
    [{ authors: ['A'], author: 'B' }, { authors: ['A'] }],
    [{ citekey: 'doe2019', authors: 'Ada van One, Ben Two' }, { authors: ['Ada van One', 'Ben Two'] }],
    [{ citekey: 'doe2019', authors: 'One, Ada' }, { authors: ['One, Ada'] }],
    [{ citekey: 'doe2019', authors: 'One, Ada; Two, Ben; Group of Three' }, { authors: ['One, Ada', 'Two, Ben', 'Group of Three'] }],
    [{ authors: 'One, Ada; Two, Ben' }, { authors: ['One, Ada; Two, Ben'] }],
    [{ authors: 'One Two, Ada Three' }, { authors: ['One Two, Ada Three'] }],
    [{ title: '{{BERT: Pre-training of Deep Transformers}}' }, { title: '{{BERT: Pre-training of Deep Transformers}}' }],
    [{ title: 'On <% and %> in Templates' }, { title: 'On <% and %> in Templates' }],
    [{ title: [null, 'Real title'] }, { title: 'Real title' }],
    [{ title: [null] }, { title: 'a-note' }],
    [{ title: [] }, { title: 'a-note' }],
    [{ year: [null, 2019], venue: ['ACL', null], numCitedBy: [7, null] }, { year: 2019, venue: 'ACL', numCitedBy: 7 }],
    [{ status: [null, 'DONE'], read_date: [null, '2026-03-04'] }, { status: 'read', statusKind: 'done', readDate: '2026-03-04' }],
    [{ citekey: [null, 'doe2019'] }, { metaKey: 'doe2019' }],
    [{ eprint: '1810.04805' }, { ids: ['arxiv:1810.04805'] }],
  ])('should read %j forgivingly', (properties, expected) => {
    expect(read({ tags: ['paper'], ...properties })).toMatchObject({ kind: 'paper', paper: expected });
  });

  it('should take the authors of a note that is named by a cite key apart', () => {
    expect(read({ tags: ['paper'], authors: 'Ada One, Ben Two' }, {}, 'Reading notes/@one2020.md')).toMatchObject({
      paper: { authors: ['Ada One', 'Ben Two'], metaKey: null, aliases: ['@one2020'] },
    });
  });

  test.each(['{{title}}', '{{ title }}', '{{VALUE:Title of the paper}}', '{{title | dump}}', '{{entry.title}}', '<% tp.file.title %>', '<%- tp.file.title %> '])('should take no note for a paper whose title is the placeholder %s', (title) => {
    expect(read({ tags: ['paper'], title }).kind).toBe('other');
    expect(read({ tags: ['paper'] }, {}, 'a.md', title).kind).toBe('other');
  });

  it.each([
    ['[A Title (of Mine)](zotero://select/library/items/X)', 'A Title (of Mine)'],
    ['📄 [[@doe2019|A Title]]', '📄 A Title'],
    ['A* Search [for short]', 'A* Search [for short]'],
    ['Notes', 'a-note'],
    ['📝 Annotations', 'a-note'],
    ['我的[笔记](x.md)', '我的笔记'],
    ['笔记', 'a-note'],
    ['Notes on Complexity', 'Notes on Complexity'],
  ])('should take the heading %s for the title %s', (heading, title) => {
    expect(read({ tags: ['paper'] }, {}, 'lit/a-note.md', heading)).toMatchObject({ paper: { title } });
  });

  it('should take a template for none whose title is a link of placeholders', () => {
    expect(read({ tags: ['paper'] }, {}, 'a.md', '[{{title}}]({{desktopURI}})').kind).toBe('other');
  });

  it('should take the first heading for an absent title', () => {
    expect(read({ tags: ['paper'] }, {}, 'a.md', 'From the heading')).toMatchObject({ paper: { title: 'From the heading' } });
  });

  test.each([[{ a: 1 }], [['a', 'b']]])('should call a paper with the title %j unreadable', (title) => {
    expect(read({ tags: ['paper'], title })).toMatchObject({ kind: 'unreadable', property: 'title' });
  });
});

describe('readNoteText', () => {
  const readText = (text: string) => readNoteText('n.md', text, SCHEMA, ['References']).note;

  test.each([
    ['invalid-yaml', 3, '---\ntags: [paper]\ntitle: "open\nyear: 2\n---\n'],
    ['foreign-front-matter', 1, '---js\n{ tags: ["paper"], a: globalThis.ran = true }\n---\n'],
    ['unclosed-front-matter', 1, '---\ntags: [paper]\ntitle: x\n'],
    ['unreadable-property', 3, '---\ntags: [paper]\ntitle: {a: 1}\n---\n'],
    ['invalid-yaml', 4, '---\ntags: [paper]\nyear: 1\nyear: 2\n---\n'],
  ])('should report %s at line %i', (code, line, text) => {
    const note = readText(text);
    expect(note.paper).toBeNull();
    expect(note.problems).toEqual([expect.objectContaining({ code, path: 'n.md' })]);
    expect(Math.abs((note.problems[0]?.line ?? -9) - line)).toBeLessThanOrEqual(2);
    expect('ran' in globalThis).toBe(false);
  });

  test.each([
    ['two braces in its body', 'invalid-yaml', '---\ntags: [paper]\ntitle: "open\n---\n\n@article{d, title={{BERT}}, year={{2019}} }\n'],
    ['two braces in its body, and front matter that is never closed', 'unclosed-front-matter', '---\ntags: [paper]\ntitle: x\n\n@article{d, title={{BERT}} }\n'],
    ['code in its body', 'invalid-yaml', '---\ntags: [paper]\ntitle: "open\n---\nWrite `<% tp.x %>`.\n'],
    ['two braces in its body, and a title that is a map', 'unreadable-property', '---\ntags: [paper]\ntitle: {a: 1}\n---\n@article{d, title={{BERT}} }\n'],
    ['a placeholder in another property, and a title that is a map', 'unreadable-property', '---\ntags: [paper]\nbibtex: "{{BERT}}"\ntitle: {a: 1}\n---\n'],
    ['the braces of BibTeX about its title', 'unreadable-property', '---\ntags: [paper]\ntitle: {{BERT: Pre-training of Deep Transformers}}\n---\n'],
  ])('should report a paper that cannot be read and has %s', (_, code, text) => {
    expect(readText(text).problems).toEqual([expect.objectContaining({ code })]);
  });

  test.each([
    ['a title without quotes', '---\ntags: [paper]\ntitle: {{title}}\n---\n'],
    ['a title on the next line', '---\ntags: [paper]\ntitle:\n  {{title}}\nyear: 1\n---\n'],
    ['properties that are no YAML', '---\ntags: [paper]\ntitle: "{{title}}\nyear: {{date | format("YYYY")}}\n---\n'],
    ['code', '---\ntags: [paper]\ntitle: "open\nday: <% tp.date.now() %>\n---\n'],
    ['front matter that is never closed', '---\ntags: [paper]\ntitle: {{title}}\n'],
  ])('should take a template with %s for no broken paper', (_, text) => {
    expect(readText(text)).toEqual({ paper: null, problems: [] });
  });

  it('should not nag about the broken front matter of a note that is no paper', () => {
    expect(readText('---\ntags: [diary]\nmood: "open\n---\n')).toEqual({ paper: null, problems: [] });
  });

  it('should read a paper named __proto__', () => {
    expect(readText('---\ntitle: __proto__\n__proto__: x\ntags: [paper]\n---\n').paper?.title).toBe('__proto__');
  });
});
