import { parseNote } from './parse-note';

const links = (text: string): [string, string | undefined, string][] => (parseNote(text).links ?? []).map((each) => [each.link, each.displayText, each.original]);

describe('links', () => {
  it.each<[string, string, [string, string][]]>([
    ['a wikilink', 'see [[Note]] here', [['Note', 'Note']]],
    ['an alias', '[[Note|shown]]', [['Note', 'shown']]],
    ['a heading in the display text', '[[note#heading]]', [['note#heading', 'note > heading']]],
    ['a heading of the same note', '[[#heading]]', [['#heading', 'heading']]],
    ['a block', '[[#^block]]', [['#^block', '^block']]],
    ['two bars', '[[a||b]]', [['a', '|b']]],
    ['a leading bar', '[[|x]]', [['|x', '|x']]],
    ['a single bracket inside', '[[Sq]uare]]', [['Sq]uare', 'Sq]uare']]],
    ['the inner one of nested brackets', '[[a [[b]] c]]', [['b', 'b']]],
    ['a Markdown link, decoded', '[x](Test%20Data/x.md#a%20b)', [['Test Data/x.md#a b', 'x']]],
    ['angle brackets', '[x](<Name With Space.md>)', [['Name With Space.md', 'x']]],
    ['balanced parentheses', '[x](a_(b).md)', [['a_(b).md', 'x']]],
    ['a title attribute', '[x](./a.md "t")', [['./a.md', 'x']]],
    ['a heading destination', '[x](#heading)', [['#heading', 'x']]],
    ['brackets in the label', '[a [b] c](d.md)', [['d.md', 'a [b] c']]],
    ['malformed percent signs as they are', '[x](100%.md)', [['100%.md', 'x']]],
    ['a label over two lines', '[a\nb](c.md)', [['c.md', 'a\nb']]],
    ['both kinds in document order', '[x](b.md) [[a]] [y](c.md)', [['b.md', 'x'], ['a', 'a'], ['c.md', 'y']]],
    ['links in comments', '%% [[a]] %%', [['a', 'a']]],
    ['an escaped bar in a table', '| a |\n|---|\n| [[x\\|y]] |', [['x', 'y']]],
    ['links in lists, quotes and headings', '# [[a]]\n- [[b]]\n  - [c](c.md)\n> [[d]]', [['a', 'a'], ['b', 'b'], ['c.md', 'c'], ['d', 'd']]],
  ])('should hold %s', (_name, text, expected) => {
    expect(links(text).map(([link, display]) => [link, display])).toEqual(expected);
    for (const { position, original } of parseNote(text).links ?? []) {
      expect(text.slice(position.start.offset, position.end.offset)).toBe(original);
      const before = text.slice(0, position.start.offset).split('\n');
      expect([position.start.line, position.start.col]).toEqual([before.length - 1, before[before.length - 1]?.length]);
    }
  });

  it.each([
    ['external links', '[x](https://a.b) [y](mailto:a@b.c)'],
    ['spaces in a destination', '[x](Name With Space.md)'],
    ['empty ones', '[]() [[]] [x]()'],
    ['code spans', '`[[a]]` ``[x](y.md)``'],
    ['code blocks', '```\n[[a]]\n```\n\n    [[b]]'],
    ['fences in lists', '- a\n  ```\n  [[a]]\n  ```'],
    ['HTML comments', '<!-- [[a]] -->\n\ntext <!-- [x](y.md) --> more'],
    ['math', '$[[a]]$ and\n\n$$\n[[b]]\n$$'],
    ['wikilinks over two lines', '[[a\nb]]'],
    ['escaped brackets', '\\[x](y.md)'],
  ])('should hold no link for %s', (_name, text) => {
    expect(links(text)).toEqual([]);
  });

  it('should keep embeds apart', () => {
    const cache = parseNote('![[a.png]] ![x](b.png) [[c]]');
    expect(cache.embeds?.map((each) => [each.link, each.original])).toEqual([['a.png', '![[a.png]]'], ['b.png', '![x](b.png)']]);
    expect(cache.links?.map((each) => each.link)).toEqual(['c']);
  });
});

describe('front matter', () => {
  it('should end right after the closing dashes and keep YAML 1.2 values', () => {
    const text = '---\nday: 2021-05-06\nflag: yes\nnumber: 012\ntime: 12:30\nempty:\nlist: [a, ]\nKey: x\n---\nbody';
    const cache = parseNote(text);
    expect(cache.frontmatter).toEqual({ day: '2021-05-06', flag: 'yes', number: 12, time: '12:30', empty: null, list: ['a'], Key: 'x' });
    expect(cache.frontmatterPosition?.end).toEqual({ line: 8, col: 3, offset: text.indexOf('\nbody') });
    expect(cache.sections?.map((each) => each.type)).toEqual(['yaml', 'paragraph']);
  });

  it.each([
    ['invalid YAML', '---\na: [\n---\n# Head'],
    ['a duplicate key', '---\na: 1\na: 2\n---\n# Head'],
    ['a list', '---\n- a\n---\n# Head'],
    ['an empty block', '---\n---\n# Head'],
  ])('should have no front matter but the rest for %s', (_name, text) => {
    const cache = parseNote(text);
    expect(cache.frontmatter).toBeUndefined();
    expect(cache.frontmatterPosition).toBeUndefined();
    expect(cache.headings?.map((each) => each.heading)).toEqual(['Head']);
    expect(cache.sections?.[0]?.type).toBe('yaml');
  });

  it('should take nothing for front matter that is not on the first line or not closed', () => {
    expect(parseNote('\n---\na: 1\n---').frontmatter).toBeUndefined();
    expect(parseNote('---\na: 1').frontmatter).toBeUndefined();
  });

  it('should read CRLF', () => {
    const text = '---\r\na: b\r\n---\r\n# Head\r\n\r\n- [[x]]\r\n';
    const cache = parseNote(text);
    expect(cache.frontmatter).toEqual({ a: 'b' });
    expect(cache.headings?.[0]?.heading).toBe('Head');
    expect(cache.links?.[0]?.position.start).toEqual({ line: 5, col: 2, offset: text.indexOf('[[') });
  });

  it('should list links of properties with their keys', () => {
    expect(parseNote('---\nup: "[[a]]"\nlist:\n  - "[[b|c]]"\n  - "[d](e%20f.md)"\n  - text [[no]]\n---').frontmatterLinks).toEqual([
      { key: 'up', link: 'a', original: '[[a]]', displayText: 'a' },
      { key: 'list.0', link: 'b', original: '[[b|c]]', displayText: 'c' },
      { key: 'list.1', link: 'e f.md', original: '[d](e%20f.md)', displayText: 'd' },
    ]);
  });
});

describe('blocks', () => {
  it('should name the sections', () => {
    const text = '# A\n\npara\nmore\n\n- a\n- b\n\n```\ncode\n```\n\n> q\n\n> [!note] c\n\n| a |\n|---|\n| b |\n\n---\n\n%%\nc\n%%\n\n<div>\nx\n</div>\n\n[^1]: note\n\nB\n===\n';
    expect(parseNote(text).sections?.map((each) => each.type)).toEqual([
      'heading', 'paragraph', 'list', 'code', 'blockquote', 'callout', 'table', 'thematicBreak', 'comment', 'html', 'footnoteDefinition', 'heading',
    ]);
    expect(parseNote(text).headings?.map((each) => [each.heading, each.level])).toEqual([['A', 1], ['B', 1]]);
  });

  it('should know parents and tasks of list items', () => {
    const text = 'x\n\n- a\n  - b\n    more\n- [x] c\n\n  para\n  1. d\n';
    expect(parseNote(text).listItems?.map((each) => [each.parent, each.task, each.position.start.line, text.slice(each.position.start.offset, each.position.end.offset)])).toEqual([
      [-2, undefined, 2, '- a'],
      [2, undefined, 3, '- b\n    more'],
      [-2, 'x', 5, '- [x] c'],
      [5, undefined, 8, '1. d'],
    ]);
  });

  it('should find tags of any script, not numbers, not in code or words', () => {
    expect(parseNote('#a #b/c #тег #12 x#y `#z` (#w) #v-1').tags?.map((each) => each.tag)).toEqual(['#a', '#b/c', '#тег', '#w', '#v-1']);
  });
});
