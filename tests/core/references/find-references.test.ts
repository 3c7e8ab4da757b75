import { findReferences } from '../../../src/core/references/find-references';
import type { FoundReference } from '../../../src/core/references/find-references';
import { scanNote } from '../../../src/core/markdown/scan-note';

const HEADINGS = ['References', 'Paper References', 'Bibliography', 'Reference', '参考文献'];

const find = (text: string): ReturnType<typeof findReferences> => findReferences(text, scanNote(text), HEADINGS);

const inSection = (items: string): readonly FoundReference[] => find(`# T\n\n## References\n\n${items}\n`).references;

describe('findReferences', () => {
  describe('sections', () => {
    test.each([
      ['a heading of any level', '###### References\n- a title\n', 1],
      ['another case and a colon', '# REFERENCES:\n- a title\n', 1],
      ['a bold heading', '## **Bibliography**\n- a title\n', 1],
      ['another script', '## 参考文献：\n- a title\n', 1],
      ['a setext heading', 'References\n---\n- a title\n', 1],
      ['a bold heading with a colon and a space in it', '## **References: **\n- a title\n', 1],
      ['a space before the colon', '## *References* :\n- a title\n', 1],
      ['a colon within the name as another name', '## Paper: References\n- a title\n', 0],
      ['no section', '## Reference list\n- a title\n', 0],
      ['the end at a heading of the same level', '## References\n- a title\n## Notes\n- none\n', 1],
      ['the end at a higher heading', '## References\n- a title\n# Notes\n- none\n', 1],
      ['lower headings within', '## References\n- a title\n### More\n- another\n', 2],
      ['two sections', '## References\n- a title\n## Notes\n- none\n## Bibliography\n- another\n', 2],
      ['a heading in code', '```\n## References\n```\n- none\n', 0],
    ])('should know %s', (_, text, count) => {
      expect(find(text).references).toHaveLength(count);
    });

    it('should tell no section from an empty one', () => {
      expect(find('# T\n- x\n').sections).toHaveLength(0);
      expect(find('# References\n').sections).toHaveLength(1);
    });
  });

  test.each<[item: string, linkpath: string | null, subpath: string, label?: string]>([
    ['[A title](./x.md)', './x.md', ''],
    ['[A title](x.md)', 'x.md', ''],
    ['[A title](../y/x.md)', '../y/x.md', ''],
    ['[A title](/root/x.md)', '/root/x.md', ''],
    ['[A title](a%20b%281%29.md)', 'a b(1).md', ''],
    ['[A title](100%.md)', '100%.md', ''],
    ['[A title](<a b.md>)', 'a b.md', ''],
    ['[A title](x)', 'x', ''],
    ['[A title](x.md#part%20one)', 'x.md', '#part one'],
    ['[A title][k]\n\n[k]: ./x.md', './x.md', ''],
    ['[[x|A title]]', 'x', ''],
    ['[[x#part|A title]]', 'x', '#part'],
    ['[[a%20b|A title]]', 'a%20b', ''],
    ['[[part 2: x|A title]]', 'part 2: x', ''],
    ['[[arxiv:x|A title]]', 'arxiv:x', ''],
    ['[A title](./part:x.md)', './part:x.md', ''],
    ['[A title](x.md#)', 'x.md', '#'],
    ['[A title](x.md#see-a.pdf)', 'x.md', '#see-a.pdf'],
    ['[A title](./x.pdf#page=2)', null, ''],
    ['[A title](#part)', null, ''],
    ['[A title]()', null, ''],
    ['[A title](//example.org/x)', null, ''],
    ['[A title](https://example.org/x.md)', null, ''],
    ['[A title](./x.pdf)', null, ''],
    ['A title', null, ''],
    ['**A** _title_', null, ''],
    ['_A_ title', null, ''],
    ['__A__ title', null, ''],
    ['**`A`** title', null, ''],
    ['***`A`*** title', null, ''],
    ['~~A~~ ==title==', null, ''],
    ['<em class="x">A</em> title <br>', null, ''],
    ['A  title', null, ''],
    ['A&nbsp;title', null, ''],
    ['A title<br/>', null, ''],
    ['A \\[sic\\] title', null, '', 'A [sic] title'],
    ['R&amp;D \\& &#39;C&#39; &copy;', null, '', "R&D & 'C' &copy;"],
    ['snake\\_case \\*and\\* stars', null, '', 'snake_case *and* stars'],
  ])('should read %j as a reference to %j', (item, linkpath, subpath, label = 'A title') => {
    expect(inSection(`- ${item}`)).toEqual([expect.objectContaining({ label, linkpath, subpath, line: 5 })]);
  });

  test.each([
    ['bullets, numbers and tasks', '- one title\n* two title\n+ three title\n1. four title\n2) five title\n- [ ] six title\n- [x] seven title', ['one title', 'two title', 'three title', 'four title', 'five title', 'six title', 'seven title']],
    ['an item over lines', '- a title\n  over two lines\n- next title', ['a title over two lines', 'next title']],
    ['a lazy line', '- a title\nover two lines', ['a title over two lines']],
    ['two links in one item', '- [one](one.md) and [two](two.md)', ['one', 'two']],
    ['a comment below a reference', '- [one](one.md)\n  - very good\n    - indeed\n- next', ['one', 'next']],
    ['a comment below a plain reference', '- one title\n  - very good\n- next', ['one title', 'next']],
    ['a title below an item without letters', '- …\n  - a title', ['a title']],
    ['a section that begins in an item', '- none\n\n# Notes\n\n- none\n  # References\n  - a title', ['none', 'a title']],
    ['a section that begins in a comment', '- one\n  - # References\n    - two', ['one', 'two']],
    ['a nested link below a reference', '- [one](one.md)\n  - see also [two](two.md)', ['one', 'two']],
    ['an item that goes on behind a nested one', '- [one](one.md)\n  - [two](two.md)\n\n  [three](three.md)', ['one', 'two', 'three']],
    ['an item whose text is a heading', '- one\n- [two](two.md)\n  ===\n- three', ['one']],
    ['an item with a heading in it', '- one\n  # Other\n  two', ['one']],
    ['items in a quote', '> - [one](one.md)\n> - two', ['one', 'two']],
    ['code, comments and math', '- `[no](no.md)` title\n- <!-- [no](no.md) --> other title\n- $[no](no.md)$ third title', ['[no](no.md) title', 'other title', '$[no](no.md)$ third title']],
    ['a line that goes on in quotes', '> > - a title\n> >   over two lines', ['a title over two lines']],
    ['an embed', '- ![[figure.png]]', []],
    ['an item without letters', '- …\n- ---', []],
    ['only the first paragraph', '- a title\n\n  and an abstract', ['a title']],
    ['only what stands before a line of spaces', '- a title\n  \n  and an abstract', ['a title']],
    ['only the first paragraph in a quote', '> - a title\n>\n>   and an abstract', ['a title']],
    ['nothing of the quote, rule, heading, table or code below a title', '- one title\n  > a remark\n- two title\n  ***\n- three title\n  ###\n- four title\n  | a | b |\n  | - | - |\n- five title\n  ```\n  code\n  ```', ['one title', 'two title', 'three title', 'four title', 'five title']],
    ['a title below a marker', '-\n  a title\n  > a remark', ['a title']],
    ['tasks of any character', '- [/] one title\n- [-] two title\n- [?]  three title\n- [x]four title\n- [ab] five title', ['one title', 'two title', 'three title', '[x]four title', '[ab] five title']],
    ['no comments', '- %% one title %%\n- <!-- two title -->\n- %% [three](three.md) %%\n- four title', ['four title']],
    ['what stands around comments', '- one title %% seen %%\n- %% seen %% two title\n- three <!-- seen --> title\n- four title <!-- a --> %% b %%\n- <!-- a -->five title<!-- b -->', ['one title', 'two title', 'three title', 'four title', 'five title']],
    ['what looks like a comment in code', '- one `%%` title `%%` here', ['one %% title %% here']],
    ['no block ids', '- one title ^abc-12\n- two title ^abc %% seen %%\n- three title %% seen %% ^abc\n- E = mc^2\n- five title^six\n- ^seven', ['one title', 'two title', 'three title', 'E = mc^2', 'five title^six', '^seven']],
    ['a paragraph of three lines', '- a title\nover\nthree lines', ['a title over three lines']],
  ])('should read %s', (_, items, labels) => {
    expect(inSection(items).map((reference) => reference.label)).toEqual(labels);
  });

  it('should try the quoted or italic part of a whole citation as its title', () => {
    expect(inSection('- Vaswani et al. (2017). *Attention is all you need*. NeurIPS.')[0]?.titles).toEqual([
      'Vaswani et al. (2017). Attention is all you need. NeurIPS.',
      'Attention is all you need',
    ]);
    expect(inSection('- D. Kingma, “Adam: a method for stochastic optimization,” 2015. arXiv:1412.6980')[0]).toMatchObject({
      titles: [expect.any(String), 'Adam: a method for stochastic optimization'],
      ids: ['arxiv:1412.6980'],
    });
  });

  it.each([
    ['A title', []],
    ['Kingma, “Adam: a method for optimization” (2015)', ['Adam: a method for optimization']],
    ['Kingma, “Adam: a method for optimization.,” 2015', ['Adam: a method for optimization']],
    ['Doe «Un titre complet ; » 2019', ['Un titre complet']],
    ['Doe: „Ein ganzer Titel“, 2019', ['Ein ganzer Titel']],
    ['Doe: „Ein ganzer Titel”, 2019', ['Ein ganzer Titel']],
    ['某人：《一部很长的关于注意力的书》，2019', ['一部很长的关于注意力的书']],
    ['某人：「一部很长的关于注意力的書」，2019', ['一部很长的关于注意力的書']],
    ['**A first title** and what stands between **a second title**', ['A first title', 'a second title']],
    ['_A title at the start_, 2019', ['A title at the start']],
    ['Doe. _A title behind a space_, 2019', ['A title behind a space']],
    ['Doe (_A title in brackets_)', ['A title in brackets']],
    ['Doe. __A bold title__, 2019', ['A bold title']],
    ['Doe on snake_case and more_ here', []],
    ['Doe, *Nature*, 2019', []],
    ['Doe, *Backprop*, 1986', ['Backprop']],
    ['Doe, J. (2019). A title: with *emphasis*. Venue', ['emphasis', 'A title: with emphasis']],
    ['Doe J. Notes. J Tests. 2019;1:1', []],
  ])('should try for %j the parts %j too', (item, parts) => {
    expect(inSection(`- ${item}`)[0]?.titles.slice(1)).toEqual(parts);
  });

  it.each([
    ['of its own item', '- [one](one.md), doi:10.1000/one\n- [two](two.md), doi:10.1000/two', [['doi:10.1000/one'], ['doi:10.1000/two']]],
    ['not of an item with two links', '- [one](one.md) and [two](two.md), doi:10.1000/one', [[], []]],
    ['not of what follows the first paragraph', '- a title\n\n  It answers doi:10.1000/other', [[]]],
    ['not of what follows the paragraph of a link', '- [a](a.md)\n\n  It answers doi:10.1000/other\n- [b](b.md)\n  > It answers doi:10.1000/other\n- doi:10.1000/other\n\n  [c](c.md)', [[], [], []]],
    ['not of comments', '- [a](a.md) <!-- doi:10.1000/other -->\n- a title %% doi:10.1000/other %% doi:10.1000/own', [[], ['doi:10.1000/own']]],
    ['with their escapes resolved', '- A title. doi:10.1007/978-3-319-46448-0\\_2\n- [a](a.md), doi:10.1007/978-3-319-46448-0\\_2', [['doi:10.1007/978-3-319-46448-0_2'], ['doi:10.1007/978-3-319-46448-0_2']]],
  ])('should know the identifiers %s', (_, items, ids) => {
    expect(inSection(items).map((reference) => reference.ids)).toEqual(ids);
  });

  it.each([
    ['[Backprop](https://example.org), 1986', 'Backprop'],
    ['[Article](https://example.org), 1986', 'Article, 1986'],
    ['[One](https://example.org/1) and [two](https://example.org/2) titles', 'One and two titles'],
    ['A title ![figure](f.png) with a figure', 'A title with a figure'],
    ['A whole title [![pdf](pdf.png)](https://example.org/a.pdf)', 'A whole title'],
    ['A title ![by [one](https://example.org/1) of us](f.png) with a figure', 'A title with a figure'],
    ['[![icon](icon.png) A whole title](https://example.org)', 'A whole title'],
    ['A title [pdf](https://example.org/a.pdf)\n\n  More at [the site](https://example.org)', 'A title pdf'],
  ])('should label %j as %j', (item, label) => {
    expect(inSection(`- ${item}`)[0]?.label).toBe(label);
  });

  it('should take an external link’s text as the label, unless it says nothing', () => {
    expect(inSection('- [A whole title](https://doi.org/10.1000/x), 2019')[0]).toMatchObject({ label: 'A whole title', ids: ['doi:10.1000/x'], linkable: false });
    expect(inSection('- A whole title [pdf](https://example.org/a.pdf)')[0]).toMatchObject({ label: 'A whole title pdf', linkable: false });
  });

  it('should keep exact offsets', () => {
    const text = '---\ntitle: x\n---\r\n# References\r\n\r\n- see [A title](./x.md), good\r\n-  plain one \r\n- plain two \r\n\r\n  and more\r\n- [/] plain three %% seen %% ^id\r\n';
    expect(find(text).references.map(({ from, to }) => text.slice(from, to))).toEqual(['[A title](./x.md)', 'plain one', 'plain two', 'plain three']);
    expect(find(text).references.map((reference) => reference.text)).toEqual(['[A title](./x.md)', 'plain one', 'plain two', 'plain three']);
  });

  it('should read nothing of a rule that makes a heading of a title', () => {
    expect(find('# References\n\n- one title\n  ---\n- two title\n').references.map((reference) => reference.text)).toEqual(['one title', 'two title']);
  });

  it('should tell links of the section outside lists, and links outside the section', () => {
    const found = find('See [a](a.md) and ![i](i.md).\n\n## References\n\n| t |\n| - |\n| [b](b.md) |\n\n[c](c.md)\n\n## Notes\n\n[d](https://example.org)\n[e](e.md)\n');
    expect(found.loose.map((reference) => reference.linkpath)).toEqual(['b.md', 'c.md']);
    expect(found.outside.map((reference) => reference.linkpath)).toEqual(['a.md', 'e.md']);
    expect(found.references).toEqual([]);
  });
});
