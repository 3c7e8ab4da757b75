import { TABLE_COLUMNS, type TableColumn } from '../../../src/core/dashboard/dashboard-state';
import { writeCsv, writeMarkdownTable, type ExportFacts, type ExportHeads } from '../../../src/core/dashboard/export-table';
import { findReferences } from '../../../src/core/references/find-references';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { aPaper } from '../../support/a-paper';

const heads = Object.fromEntries(TABLE_COLUMNS.map((column) => [column, column === 'references' ? ['Linked', 'Broken', 'Plain'] : [column]])) as unknown as ExportHeads;

const facts: ExportFacts = {
  citedByCount: (path) => (path === 'p/a.md' ? 3 : 0),
  counts: (path) => (path === 'p/a.md' ? { linked: 1, broken: 2, plain: 3, ambiguous: 0, reparable: 0 } : null),
  addedOn: (path) => (path === 'p/a.md' ? '2026-01-02' : null),
  statusLabel: (value) => value.toUpperCase(),
  linktext: (path) => path.slice(2, -3),
};

const full = aPaper({ path: 'p/a.md', title: 'On graphs', authors: ['Lovelace, Ada', 'Grace Hopper'], year: 2019, venue: 'ACL', tags: ['nlp', 'ml'], status: 'read', readDate: '2026-03-04', numCitedBy: 1200 });
const bare = aPaper({ path: 'p/b.md', title: 'Nothing', tags: [] });

const markdown = (title: string, columns: readonly TableColumn[] = ['title'], more = {}): string =>
  writeMarkdownTable([aPaper({ path: 'p/a.md', title, ...more })], columns, heads, facts).split('\n')[2] ?? '';

describe('writeMarkdownTable', () => {
  it('should write every column, and nothing for what a paper has not', () => {
    expect(writeMarkdownTable([full, bare], TABLE_COLUMNS, heads, facts)).toBe(
      [
        '| title | status | authors | year | venue | tags | citedBy | numCitedBy | Linked | Broken | Plain | readDate | added | folder |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        '| [[a\\|On graphs]] | READ | Lovelace, Ada; Grace Hopper | 2019 | ACL | nlp, ml | 3 | 1200 | 1 | 2 | 3 | 2026-03-04 | 2026-01-02 | p |',
        '| [[b\\|Nothing]] | TODO |  |  |  |  | 0 |  |  |  |  |  |  | p |',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['a pipe', 'a | b', '| [[a\\|a \\| b]] |'],
    ['what no wikilink holds', 'a ]] b', '| [[a]] |'],
    ['a line break', 'a\nb', '| [[a]] |'],
  ])('should link a title with %s', (_what, title, line) => {
    expect(markdown(title)).toBe(line);
  });

  it('should show the title as text where no wikilink can hold the name of the note', () => {
    const line = writeMarkdownTable([aPaper({ path: 'p/a.md', title: 'x | [[y]] <b>' })], ['title'], heads, { ...facts, linktext: () => 'a#b' }).split('\n')[2];
    expect(line).toBe('| x \\| \\[\\[y\\]\\] \\<b> |');
  });

  it('should let nothing in a cell become a link, a tag or code', () => {
    expect(markdown('t', ['venue'], { venue: '[x](y) `c` #tag <img src=x onerror=1> $m$ %%' })).toBe('| \\[x\\](y) \\`c\\` \\#tag \\<img src\\=x onerror\\=1> \\$m\\$ \\%\\% |');
  });

  it('should be read by the scanner as a table with the same links', () => {
    const text = `## References\n\n${writeMarkdownTable([full, bare], ['title', 'venue'], heads, facts)}`;
    expect(findReferences(text, scanNote(text), ['References']).sections).toHaveLength(1);
    expect(scanNote(text).links.map((link) => [link.destination, link.inTable])).toEqual([['a', true], ['b', true]]);
  });
});

describe('writeCsv', () => {
  it('should write every column and the path, lines ending in CRLF', () => {
    expect(writeCsv([full, bare], TABLE_COLUMNS, heads, 'Path', facts)).toBe(
      'title,status,authors,year,venue,tags,citedBy,numCitedBy,Linked,Broken,Plain,readDate,added,folder,Path\r\n' +
        'On graphs,READ,"Lovelace, Ada; Grace Hopper",2019,ACL,"nlp, ml",3,1200,1,2,3,2026-03-04,2026-01-02,p,p/a.md\r\n' +
        'Nothing,TODO,,,,,0,,,,,,,p,p/b.md\r\n',
    );
  });

  it.each([
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@cmd', "'@cmd"],
    ['-x, y', '"\'-x, y"'],
    ['a=b', 'a=b'],
  ])('should write %j as %j', (venue, cell) => {
    expect(writeCsv([aPaper({ path: 'p/a.md', venue })], ['venue'], heads, 'Path', facts)).toBe(`venue,Path\r\n${cell},p/a.md\r\n`);
  });
});
