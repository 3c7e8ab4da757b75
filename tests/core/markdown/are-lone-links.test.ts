import { areLoneLinks } from '../../../src/core/markdown/are-lone-links';
import type { LinkEdit } from '../../../src/core/markdown/link-edit';
import { scanNote } from '../../../src/core/markdown/scan-note';

/** The edit that puts a link in place of a text's only `one`. */
const edit = (text: string, insert = '[[a|b]]', destination = 'a', old = 'one'): LinkEdit => {
  const from = text.indexOf(old);
  return { edit: { from, to: from + old.length, insert }, destination };
};
const isAlone = (text: string, ...planned: readonly LinkEdit[]): boolean => areLoneLinks(text, scanNote(text), planned);

describe('areLoneLinks', () => {
  it.each(['- one', '- one\n- two\n', '1. one\r\n\r\nText.', '- [ ] one\n', '> - one\n', '- two\n  - one\n  - three\n', '- - one\n', '-\n  one\n', '- one  \n---\n'])('should know it of a whole item: %j', (text) => {
    expect(isAlone(text, edit(text))).toBe(true);
    expect(isAlone(text, edit(text, '[b](./a.md)', './a.md'))).toBe(true);
  });

  it('should know it of the link that an item is, and of several', () => {
    const text = '- [A title](./a.md)\n- text\n- one\n';
    expect(isAlone(text, edit(text, '[[a|A title]]', 'a', '[A title](./a.md)'), edit(text))).toBe(true);
    expect(isAlone(text, edit(text), edit(text, '[[a|A title]]', 'a', '[A title](./a.md)'))).toBe(false);
    expect(isAlone(text, edit(text), edit(text))).toBe(false);
  });

  it.each([
    ['is a part of an item', '- one more\n'],
    ['is a part of an item from its start', '- more one\n'],
    ['stands in no item', 'one\n'],
    ['goes on with the next line', '- one\n  more\n'],
    ['goes on with a paragraph', '- one\n\n  --|--\n'],
    ['goes on lazily', '- one\nmore\n'],
    ['is or may become a table’s header', '- one\n  --|--\n'],
    ['is underlined', '- one\n  ---\n'],
    ['is a heading’s text', '- # one\n'],
    ['is a heading', '- # head\n', '# head'],
    ['is emphasised', '- *head*\n', '*head*'],
    ['is code', '-     one\n'],
    ['may be held by math or a comment', '- one\n\n$$\nx\n$$\n'],
    ['is held by a comment', '%%\n- one\n%%\n'],
    ['may be held by a comment', '- one\n\n%%\nx\n%%\n'],
    ['may be told by definitions', '- one\n\n[a]: b\n'],
  ])('should not say it of a place that %s', (_why, text, old = 'one') => {
    expect(isAlone(text, edit(text, '[[a|b]]', 'a', old))).toBe(false);
  });

  it.each([
    ['leads elsewhere', '[[a|b]]', 'b'],
    ['ends early', '[[a|b]]]]', 'a'],
    ['is none', '[[a|b]', 'a'],
    ['is followed by text', '[[a|b]] c', 'a'],
    ['follows text', 'c [[a|b]]', 'a'],
    ['is an embed', '![[a|b]]', 'a'],
    ['holds a link', '[![i](i.png)](./a.md)', './a.md'],
    ['runs over lines', '[a\nb](./a.md)', './a.md'],
    ['holds a carriage return', '[a\rb](./a.md)', './a.md'],
    ['may be a definition', '[[a|b]: c]]', 'a'],
    ['holds math', '[[a|$$b$$]]', 'a'],
  ])('should not say it of a link that %s', (_why, insert, destination) => {
    expect(isAlone('- one\n', edit('- one\n', insert, destination))).toBe(false);
  });
});
