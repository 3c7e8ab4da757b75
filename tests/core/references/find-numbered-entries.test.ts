import { findReferences } from '../../../src/core/references/find-references';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { applyEdits } from '../../../src/core/text/text-edits';
import { planLinks } from '../../../src/core/changes/plan-links';
import { planRestore } from '../../../src/core/changes/plan-restore';
import { libraryOf, linkContextOf } from '../../support/small-library';

const HEAD = '# T\n\n## References\n\n';
const find = (lines: string, head = HEAD): ReturnType<typeof findReferences> => {
  const text = head + lines;
  return findReferences(text, scanNote(text), ['References']);
};
/** Text, line and link of each reference. */
const read = (lines: string, head = HEAD): unknown[] => find(lines, head).references.map(({ text, line, linkpath }) => [text, line, linkpath]);

describe('findNumberedEntries', () => {
  it.each<[what: string, lines: string, references: [text: string, line: number, linkpath: string | null][]]>([
    ['paragraphs', '[1] Graph nets\n\n[2] Deep walks\n', [['Graph nets', 5, null], ['Deep walks', 7, null]]],
    ['lines of one paragraph', '[1] Graph nets\n[2] Deep walks\n', [['Graph nets', 5, null], ['Deep walks', 6, null]]],
    ['the last line without an end', '[1] Graph nets\n[12]  Deep walks', [['Graph nets', 5, null], ['Deep walks', 6, null]]],
    ['Windows line ends', '[1] Graph nets\r\n[2] Deep walks\r\n', [['Graph nets', 5, null], ['Deep walks', 6, null]]],
    ['numbers as they are pasted', '\\[1\\] Graph nets\n\n\\[2] Deep walks\n', [['Graph nets', 5, null], ['Deep walks', 7, null]]],
    ['footnotes', '[^1]: Graph nets\n[^doe-2019]: Deep walks\n', [['Graph nets', 5, null], ['Deep walks', 6, null]]],
    ['an entry over lines', '[1] J. Doe,\nGraph nets,\n  2019.\n\nNo entry.\n', [['J. Doe,\nGraph nets,\n  2019.', 5, null]]],
    ['the end at a heading', '[1] Graph nets\n### Deep walks\nNo entry.\n', [['Graph nets', 5, null]]],
    ['the end at an item', '[1] Graph nets\n- Deep walks\n', [['Graph nets', 5, null], ['Deep walks', 6, null]]],
    ['entries between lists', '- Graph nets\n\nText.\n\n[1] Deep walks\n\n- Slow walks\n', [['Graph nets', 5, null], ['Deep walks', 9, null], ['Slow walks', 11, null]]],
    ['a link', '[1] J. Doe, [Graph nets](./graph-nets.md), 2019.\n', [['[Graph nets](./graph-nets.md)', 5, './graph-nets.md']]],
    ['a wikilink and its neighbour', '[1] [[graph-nets]]\n[2] Deep walks\n', [['[[graph-nets]]', 5, 'graph-nets'], ['Deep walks', 6, null]]],
    ['no line of an item', '- Graph nets\n[1] goes on\n', [['Graph nets\n[1] goes on', 5, null]]],
    ['no definition of a link', '[1]: ./graph-nets.md\n', []],
    ['no number that is a link', '[1] Deep walks\n\n[1]: ./graph-nets.md\n', []],
    ['no code', '```\n[1] Graph nets\n```\n', []],
    ['no heading', '[1] Graph nets\n---\n\nDeep walks\n[2] goes on\n===\n', []],
    ['no comment', '%%\n[1] Graph nets\n%%\n', []],
    ['no task', '[x] Graph nets\n', []],
    ['no name in brackets', '[Doe] Graph nets\n', []],
    ['no number without a text', '[1]\n\n[2] \n', []],
    ['no number without a space', '[1]Graph nets\n', []],
  ])('should read %s', (_what, lines, references) => {
    expect(read(lines)).toEqual(references);
  });

  it('should read none outside of the sections', () => {
    expect(read('[1] Graph nets\n', '# T\n\n')).toEqual([]);
    expect(read('[1] Graph nets\n\n## Notes\n\n[2] Deep walks\n')).toEqual([['Graph nets', 5, null]]);
    expect(read('[1] Graph nets\n\n# Notes\n\n[2] Deep walks\n\n# References\n\n[3] Slow walks\n')).toEqual([['Graph nets', 5, null], ['Slow walks', 13, null]]);
  });

  it('should take links in paragraphs without a number for what they were', () => {
    expect(find('See [Graph nets](./graph-nets.md).\n\n[1] Deep walks\n').loose.map(({ text }) => text)).toEqual(['[Graph nets](./graph-nets.md)']);
  });

  it('should be linked where they stand, and restored to the last byte', () => {
    const source = 'papers/citing.md';
    const library = libraryOf([{ path: source, title: 'Citing' }, { path: 'papers/graph-nets.md', title: 'Graph nets' }, { path: 'papers/deep-walks.md', title: 'Deep walks' }]);
    const context = linkContextOf(library);
    const text = `${HEAD}[1] J. Doe, “Graph nets,” J. Nets, 2019.\r\n[2] Roe, R. (2020). Deep walks. Walks.\n[3] [Graph nets](./graph-nets.md)\n\n[^a]: Deep walks\n`;
    const linked = applyEdits(text, planLinks(text, source, context).edits);
    expect(linked).toBe(`${HEAD}[1] J. Doe, “[[graph-nets|Graph nets]],” J. Nets, 2019.\r\n[2] Roe, R. (2020). [[deep-walks|Deep walks]]. Walks.\n[3] [[graph-nets|Graph nets]]\n\n[^a]: [[deep-walks|Deep walks]]\n`);
    const links = `${HEAD}[1] [Graph nets](./graph-nets.md)\n[2] [Deep walks](./deep-walks.md)\n`;
    const turned = applyEdits(links, planLinks(links, source, context).edits);
    expect(applyEdits(turned, planRestore(turned, source, context).edits)).toBe(links);
  });

  it('should be found in a time that grows with the text', () => {
    const many = 100_000;
    expect(find('[1] a title\n'.repeat(many)).references).toHaveLength(many);
    expect(find(`[1] ${' '.repeat(many)}\n\\[ `.repeat(10)).references).toHaveLength(0);
    expect(find('', '# References\n- a title\n'.repeat(many)).references).toHaveLength(many);
    expect(find('', '# References\n[1] a title\n'.repeat(many)).references).toHaveLength(many);
  });
});
