import { findReferences } from '../../src/core/find-references';
import type { FoundReference } from '../../src/core/find-references';
import { scanNote } from '../../src/core/scan-note';

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

  test.each<[string, string | null, string]>([
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
    ['[A title](https://example.org/x.md)', null, ''],
    ['[A title](./x.pdf)', null, ''],
    ['A title', null, ''],
    ['**A** _title_', null, ''],
    ['A title \\[sic\\]'.replace(' \\[sic\\]', ''), null, ''],
  ])('should read %j as a reference to %j', (item, linkpath, subpath) => {
    expect(inSection(`- ${item}`)).toEqual([expect.objectContaining({ label: 'A title', linkpath, subpath, line: 5 })]);
  });

  test.each([
    ['bullets, numbers and tasks', '- one title\n* two title\n+ three title\n1. four title\n2) five title\n- [ ] six title\n- [x] seven title', ['one title', 'two title', 'three title', 'four title', 'five title', 'six title', 'seven title']],
    ['an item over lines', '- a title\n  over two lines\n- next title', ['a title over two lines', 'next title']],
    ['a lazy line', '- a title\nover two lines', ['a title over two lines']],
    ['two links in one item', '- [one](one.md) and [two](two.md)', ['one', 'two']],
    ['a comment below a reference', '- [one](one.md)\n  - very good\n    - indeed\n- next', ['one', 'next']],
    ['a nested link below a reference', '- [one](one.md)\n  - see also [two](two.md)', ['one', 'two']],
    ['an item that goes on behind a nested one', '- [one](one.md)\n  - [two](two.md)\n\n  [three](three.md)', ['one', 'two', 'three']],
    ['an item whose text is a heading', '- one\n- [two](two.md)\n  ===\n- three', ['one']],
    ['an item with a heading in it', '- one\n  # Other\n  two', ['one']],
    ['items in a quote', '> - [one](one.md)\n> - two', ['one', 'two']],
    ['code, comments and math', '- `[no](no.md)` title\n- <!-- [no](no.md) --> other title\n- $[no](no.md)$ third title', ['[no](no.md) title', '<!-- [no](no.md) --> other title', '$[no](no.md)$ third title']],
    ['an embed', '- ![[figure.png]]', []],
    ['an item without letters', '- …\n- ---', []],
    ['only the first paragraph', '- a title\n\n  and an abstract', ['a title']],
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

  it('should take an external link’s text as the label, unless it says nothing', () => {
    expect(inSection('- [A whole title](https://doi.org/10.1000/x), 2019')[0]).toMatchObject({ label: 'A whole title', ids: ['doi:10.1000/x'], linkable: false });
    expect(inSection('- A whole title [pdf](https://example.org/a.pdf)')[0]).toMatchObject({ label: 'A whole title pdf', linkable: false });
  });

  it('should keep exact offsets', () => {
    const text = '---\ntitle: x\n---\r\n# References\r\n\r\n- see [A title](./x.md), good\r\n-  plain one \r\n';
    expect(find(text).references.map(({ from, to }) => text.slice(from, to))).toEqual(['[A title](./x.md)', 'plain one']);
  });

  it('should tell links of the section outside lists, and links outside the section', () => {
    const found = find('See [a](a.md) and ![i](i.md).\n\n## References\n\n| t |\n| - |\n| [b](b.md) |\n\n[c](c.md)\n\n## Notes\n\n[d](https://example.org)\n[e](e.md)\n');
    expect(found.loose.map((reference) => reference.linkpath)).toEqual(['b.md', 'c.md']);
    expect(found.outside.map((reference) => reference.linkpath)).toEqual(['a.md', 'e.md']);
    expect(found.references).toEqual([]);
  });
});
