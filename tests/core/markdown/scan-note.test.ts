import fc from 'fast-check';
import { type NoteLink, type NoteScan, scanNote } from '../../../src/core/markdown/scan-note';

const at = (text: string, span: { readonly from: number; readonly to: number }): string => text.slice(span.from, span.to);

const linkFacts = (text: string): string[] =>
  scanNote(text).links.map((link) => `${link.kind}${link.image ? ' image' : ''} ${text.slice(link.labelFrom, link.labelTo)} -> ${link.destination}`);

const protectedTexts = (text: string): string[] => scanNote(text).protectedSpans.map((span) => at(text, span));

const itemTexts = (text: string): string[] => scanNote(text).items.map((item) => text.slice(item.contentFrom, item.contentTo));

const onlyLink = (text: string): NoteLink => {
  const [link, ...rest] = scanNote(text).links;
  if (link === undefined || rest.length > 0) throw new Error(`${rest.length + (link ? 1 : 0)} links in ${JSON.stringify(text)}`);
  return link;
};

describe('front matter', () => {
  test.each([
    ['a block', '---\ntitle: [a](b)\n---\n# H', '# H'],
    ['a block that ends with dots', '---\na: 1\n...\nx', 'x'],
    ['trailing spaces at the fences', '---  \na: 1\n--- \t\nx', 'x'],
    ['carriage returns', '---\r\na: 1\r\n---\r\nx', 'x'],
    ['a byte-order mark', '\ufeff---\na: 1\n---\nx', 'x'],
    ['an empty block', '---\n---\nx', 'x'],
    ['a block that ends the note', '---\na: 1\n---', ''],
    ['a line that only begins like a fence', '---\na: 1\n---- b\n---\nx', 'x'],
    ['a mark inside a value', '---\na: b --- c\n ---\n---\nx', 'x'],
  ])('should begin the body after %s', (_case, text, body) => {
    const scan = scanNote(text);
    expect(text.slice(scan.bodyFrom)).toBe(body);
    expect(scan.links).toEqual([]);
    expect(scan.protectedSpans[0]).toEqual({ from: text.startsWith('\ufeff') ? 1 : 0, to: scan.bodyFrom });
  });

  test.each([
    ['another language', '---js\na\n---\n[a](b)'],
    ['four dashes', '----\na\n---\n[a](b)'],
    ['a line before it', '\n---\na: 1\n---\n[a](b)'],
    ['no end', '---\ntitle: x\n\n[a](b)'],
    ['a space before the fence', ' ---\na: 1\n---\n[a](b)'],
  ])('should take no front matter with %s', (_case, text) => {
    const scan = scanNote(text);
    expect(scan.bodyFrom).toBe(0);
    expect(scan.links).toHaveLength(1);
  });

  it('should count the lines of the front matter', () => {
    const scan = scanNote('---\na: 1\n---\n\n# H\n- [a](b)');
    expect(scan.headings[0]?.line).toBe(4);
    expect(scan.items[0]?.line).toBe(5);
    expect(scan.links[0]?.line).toBe(5);
  });
});

describe('headings', () => {
  test.each([
    ['# One', ['1 One']],
    ['###### Six ##', ['6 Six']],
    ['####### seven', []],
    ['#tag', []],
    ['#', ['1 ']],
    ['## #', ['2 ']],
    ['## a #b', ['2 a #b']],
    ['## a \\#', ['2 a \\#']],
    ['   # three spaces', ['1 three spaces']],
    ['    # four spaces', []],
    ['One\n===', ['1 One']],
    ['One\nmore \n---', ['2 One more']],
    ['> One\n> two\n> ===', ['1 One two']],
    ['> One\n===', []],
    ['- # in an item', ['1 in an item']],
    ['> ## in a quote', ['2 in a quote']],
    ['[a]: b\n===', []],
    ['```\n# code\n```', []],
    ['## 参考文献 ##', ['2 参考文献']],
  ])('should be read from %j', (text, expected) => {
    expect(scanNote(text).headings.map((heading) => `${heading.level} ${heading.text}`)).toEqual(expected);
  });

  it('should say where they stand', () => {
    const text = 'a\n\n## Papers ##  \n\n  Two\n  lines\n---\n';
    expect(scanNote(text).headings.map((heading) => [at(text, heading), heading.line])).toEqual([
      ['## Papers ##', 2],
      ['Two\n  lines\n---', 4],
    ]);
  });
});

describe('list items', () => {
  test.each([
    ['- a\n- b', ['a', 'b']],
    ['* a\n+ b\n1. c\n2) d', ['a', 'b', 'c', 'd']],
    ['- a\nlazy  \n- b', ['a\nlazy', 'b']],
    ['- a\n\n  second paragraph\n\n- b', ['a\n\n  second paragraph', 'b']],
    ['- a\n  - nested\n- b', ['a', 'nested', 'b']],
    ['- a\n  - nested\n\n  after', ['a', 'nested']],
    ['- - a', ['', 'a']],
    ['-\ta', ['a']],
    ['-\n  a', ['a']],
    ['-\n  > a', ['> a']],
    ['-\n  - a', ['', 'a']],
    ['-\n\n  a', ['']],
    ['- [ ] todo', ['todo']],
    ['- [x] done\n- [X] done\n- [y] no', ['done', 'done', '[y] no']],
    ['- [ ]', ['']],
    ['- [x](u)', ['[x](u)']],
    ['- - -', []],
    ['a\n2. b', []],
    ['a\n1. b', ['b']],
    ['a\n-', []],
    ['a\n- b', ['b']],
    ['1234567890. a', []],
    ['-a', []],
    ['    - code', []],
    ['> - a\n> - b', ['a', 'b']],
    ['> [!note] Title\n> - a', ['a']],
    ['- ```\n  - code\n  ```\n- b', ['```\n  - code\n  ```', 'b']],
    ['- a\n\n[a]: b', ['a']],
    ['- a\n\n  [a]: b\n- c', ['a', 'c']],
  ])('should be read from %j', (text, expected) => {
    expect(itemTexts(text)).toEqual(expected);
  });

  it('should know their parents, order and tasks', () => {
    const scan = scanNote('- a\n  1. b\n     - [x] c\n- d\n> - e');
    expect(scan.items.map((item) => [item.parent, item.ordered, item.task, item.line])).toEqual([
      [-1, false, false, 0],
      [0, true, false, 1],
      [1, false, true, 2],
      [-1, false, false, 3],
      [-1, false, false, 4],
    ]);
  });

  it('should hold links by the innermost item', () => {
    const scan = scanNote('[r](r)\n\n- [a](a)\n  - [b](b)\n\n    [c](c)\n\n  [d](d)\n\n[e](e)');
    expect(scan.links.map((link) => `${link.destination}${link.item}`)).toEqual(['r-1', 'a0', 'b1', 'c1', 'd0', 'e-1']);
  });
});

describe('inline links', () => {
  test.each([
    ['[a](b)', ['inline a -> b']],
    ['[a [b] c](u)', ['inline a [b] c -> u']],
    ['[a](b(c)d)', ['inline a -> b(c)d']],
    ['[a](<b c>)', ['inline a -> b c']],
    ['[a](b "t")', ['inline a -> b']],
    ["[a](b 't')", ['inline a -> b']],
    ['[a](b (t))', ['inline a -> b']],
    ['[a](b c)', []],
    ['[a]()', ['inline a -> ']],
    ['[a](<>)', ['inline a -> ']],
    ['[a] (b)', []],
    ['[a](b', []],
    ['[a\nb](c)', ['inline a\nb -> c']],
    ['[a](\nb\n"t")', ['inline a -> b']],
    ['> [a\n> b](c)', ['inline a\n> b -> c']],
    ['\\[a](b)', []],
    ['[a\\](b)', []],
    ['[a\\]](b)', ['inline a\\] -> b']],
    ['[a](b\\)c)', ['inline a -> b)c']],
    ['[a](b&amp;c&#35;d&copy)', ['inline a -> b&c#d&copy']],
    ['[a](b%20c.md#d)', ['inline a -> b%20c.md#d']],
    ['[a [b](c) d](e)', ['inline b -> c']],
    ['[a ![b](c) d](e)', ['inline a ![b](c) d -> e', 'inline image b -> c']],
    ['![a [b](c)](d)', ['inline image a [b](c) -> d', 'inline b -> c']],
    ['![a](b)', ['inline image a -> b']],
    ['\\![a](b)', ['inline a -> b']],
    ['[a](https://x.y/(z))', ['inline a -> https://x.y/(z)']],
    ['# [a](b)', ['inline a -> b']],
    ['<https://x.y/[a](b)>', []],
    ['https://x.y/[a](b)', []],
    ['(see https://x.y/a[1) [a](b)', ['inline a -> b']],
    ['<a href="[a](b)">[c](d)</a>', ['inline c -> d']],
    ['[*a* `]` b](c)', ['inline *a* `]` b -> c']],
    ['[a`](b)`](c)', ['inline a`](b)` -> c']],
    ['[^1](b)', ['inline ^1 -> b']],
    ['[^1](b)\n\n[^1]: note', []],
    ['[^1]: see [a](b)\n\n    and [c](d)', ['inline a -> b', 'inline c -> d']],
    ['[a](b)[c](d)', ['inline a -> b', 'inline c -> d']],
  ])('should be read from %j', (text, expected) => {
    expect(linkFacts(text)).toEqual(expected);
  });

  it('should tell a title attribute from none', () => {
    expect(['[a](b "t")', '[a](b)', '[a][c]\n\n[c]: d (t)', '[a][c]\n\n[c]: d'].map((text) => onlyLink(text).hasTitle)).toEqual([true, false, true, false]);
  });

  it('should say where they stand', () => {
    const text = 'x ![a\nb](c) y';
    const link = onlyLink(text);
    expect(at(text, link)).toBe('![a\nb](c)');
    expect(link.line).toBe(0);
  });

  it('should count the line of the opening bracket', () => {
    expect(scanNote('a\nb\nc [d](e)\r\nf [g\nh](i)\rj [k](l)').links.map((link) => link.line)).toEqual([2, 3, 5]);
  });
});

describe('wikilinks', () => {
  test.each([
    ['[[a]]', ['wikilink a -> a']],
    ['[[a#h|b]]', ['wikilink b -> a#h']],
    ['![[a.png]]', ['wikilink image a.png -> a.png']],
    ['[[ a ]]', ['wikilink a -> a']],
    ['[[a||b]]', ['wikilink |b -> a']],
    ['[[|x]]', ['wikilink |x -> |x']],
    ['[[Sq]uare]]', ['wikilink Sq]uare -> Sq]uare']],
    ['[[a|b [c] d]]', ['wikilink b [c] d -> a']],
    ['[[a [[b]] c]]', ['wikilink b -> b']],
    ['[[[a]]]', ['wikilink a -> a']],
    ['[[a\nb]]', []],
    ['[[]]', []],
    ['\\[[a]]', []],
    ['`[[a]]`', []],
    ['[[a](b)', ['inline a -> b']],
    ['[[1](a.md), [2](b.md)]', ['inline 1 -> a.md', 'inline 2 -> b.md']],
    ['[x [[a]] y](z)', ['wikilink a -> a']],
    ['[x ![[a.png]] y](z)', ['inline x ![[a.png]] y -> z', 'wikilink image a.png -> a.png']],
    ['[[a]](b)', ['wikilink a -> a']],
    ['| a | b |\n| - | - |\n| [[c\\|d]] | [e](f) |', ['wikilink d -> c', 'inline e -> f']],
  ])('should be read from %j', (text, expected) => {
    expect(linkFacts(text)).toEqual(expected);
  });
});

describe('reference links', () => {
  const definition = '\n\n[k]: ./d.md "t"\n[k]: ./second.md';
  test.each([
    ['[a][k]', ['reference a -> ./d.md']],
    ['[a][ K ]', ['reference a -> ./d.md']],
    ['[k][]', ['reference k -> ./d.md']],
    ['[k]', ['reference k -> ./d.md']],
    ['![k]', ['reference image k -> ./d.md']],
    ['[a][none]', []],
    ['[k](b c)', ['reference k -> ./d.md']],
    ['[a [k] b][k]', ['reference k -> ./d.md', 'reference k -> ./d.md']],
    ['- [ ] [k]', ['reference k -> ./d.md']],
    ['\\[k]', []],
  ])('should be read from %j', (text, expected) => {
    expect(linkFacts(text + definition)).toEqual(expected);
  });

  test.each([
    ['in a quote', '[a]\n\n> [a]: b', 'b'],
    ['with the destination on the next line', '[a]\n\n[a]:\nb', 'b'],
    ['in angle brackets', '[a]\n\n[a]: <b c>', 'b c'],
    ['with a title on the next line', '[a]\n\n[a]: b\n"t"', 'b'],
    ['whose label runs over lines', '[a b]\n\n[a\nb]: c', 'c'],
    ['before its use', '[a]: b\n[a]', 'b'],
  ])('should find a definition %s', (_case, text, destination) => {
    expect(onlyLink(text).destination).toBe(destination);
  });

  test.each([['text\n[a]: b\n\n[a]'], ['[a]: b c\n\n[a]'], ['    [a]: b\n\n[a]'], ['[a]\n\n[^a]: b']])('should find no definition in %j', (text) => {
    expect(scanNote(text).links).toEqual([]);
  });
});

describe('protected text', () => {
  test.each([
    ['```\n[a](b)\n```', ['```\n[a](b)\n```']],
    ['~~~js\n[a](b)\n~~~~\n[c](d)', ['~~~js\n[a](b)\n~~~~']],
    ['```\n[a](b)', ['```\n[a](b)']],
    ['> ```\n> [a](b)\nc', ['```\n> [a](b)']],
    ['    [a](b)\n\n    c\n\nd', ['[a](b)\n\n    c']],
    ['a `[b](c)` d', ['`[b](c)`']],
    ['`` a ` [b](c)``', ['`` a ` [b](c)``']],
    ['$[a](b)$', ['$[a](b)$']],
    ['$$\n[a](b)\n\n[c](d)\n$$', ['$$\n[a](b)\n\n[c](d)\n$$']],
    ['a $$[b](c)$$ d', ['$$[b](c)$$']],
    ['<!-- [a](b) -->', ['<!-- [a](b) -->']],
    ['a <!-- [b](c)\nd --> e', ['<!-- [b](c)\nd -->']],
    ['<div>\n[a](b)\n</div>', ['<div>\n[a](b)\n</div>']],
    ['a <b c="[d](e)"> f', ['<b c="[d](e)">']],
    ['%% [a](b) %%', ['%% [a](b) %%']],
    ['%%\n[a](b)\n\n- [c](d)\n%%', ['%%\n[a](b)\n\n- [c](d)\n%%']],
    ['a %% [b](c)\n%% d', ['%% [b](c)\n%%']],
    ['a\n%%\n[b](c)\n\n%%', ['%%\n[b](c)\n\n%%']],
    ['[a]: b "t"', ['[a]: b "t"']],
  ])('should hold no links in %j', (text, expected) => {
    expect(protectedTexts(text)).toEqual(expected);
    expect(scanNote(text).links.map((link) => link.destination).filter((destination) => destination !== 'd')).toEqual([]);
  });

  test.each([
    ['prices', 'from $5 to $10 [a](b) and $ 3 $'],
    ['an escaped dollar', '\\$x [a](b) x$'],
    ['a lone backtick', 'a ` [a](b)'],
    ['backticks of different lengths', '`` [a](b) `'],
    ['math that never ends', '$$\n\n[a](b)'],
    ['a comment that never ends', '%%\n\n[a](b)'],
    ['one percent sign', '5 % [a](b) 6 %'],
    ['HTML that is none', 'a < b [a](b) > c'],
    ['text after a comment that ends', '%%\nc\n%% [a](b)'],
    ['text below an HTML block', '<div>\n</div>\n\n[a](b)'],
    ['a line that begins with the end of a comment', 'x %% c\n%% [a](b)\n\ny %% z'],
    ['a line that begins with the end of math', 'x $$ c\n$$ [a](b)\n\ny $$ z'],
    ['dollars on two lines', 'US$x\n[a](b)\n$'],
  ])('should not be found in %s', (_case, text) => {
    expect(onlyLink(text).destination).toBe('b');
  });
});

describe('tables', () => {
  it('should mark the links in their cells', () => {
    const scan = scanNote('[x](x)\n\n| [a](a) | b |\n| - | :-: |\n| c | [d](d) |\n[e](e)\n\n[f](f)');
    expect(scan.links.map((link) => `${link.destination} ${link.inTable} ${link.line}`)).toEqual(['x false 0', 'a true 2', 'd true 4', 'e true 5', 'f false 7']);
  });

  test.each([['| [a](b) |\n| - | - |'], ['a [a](b)\n---'], ['| [a](b) |\n\n| - |'], ['> | [a](b) |\n| - |'], ['c\n    | [a](b) |\n| - |']])('should not be seen in %j', (text) => {
    expect(onlyLink(text).inTable).toBe(false);
  });

  it('should end a cell at a bare pipe, inside brackets too', () => {
    expect(scanNote('| a | b |\n| - | - |\n| [x | y](z) |').links).toEqual([]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom('a', ' ', '\n', '\t', '- ', '1. ', '> ', '#', '[', ']', '(', ')', '[[', ']]', '|', '`', '$', '%%', '<', '>', '\\', '!', '---', '\r', '^', ':', '"', '\ufeff', '\u{1f600}');
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
  const length = (span: { readonly from: number; readonly to: number }): number => span.to - span.from;

  const checkOffsets = (text: string, scan: NoteScan): void => {
    for (const span of [...scan.headings, ...scan.links, ...scan.protectedSpans]) {
      expect(span.from).toBeGreaterThanOrEqual(0);
      expect(length(span)).toBeGreaterThan(0);
      expect(span.to).toBeLessThanOrEqual(text.length);
    }
    for (const link of scan.links) {
      expect(link.from).toBeLessThan(link.labelFrom);
      expect(link.labelFrom).toBeLessThanOrEqual(link.labelTo);
      expect(link.labelTo).toBeLessThan(link.to);
      expect(link.line).toBe(text.slice(0, link.from).split(/\r\n|\r|\n/).length - 1);
      for (const span of scan.protectedSpans) expect(link.from >= span.from && link.from < span.to).toBe(false);
    }
    scan.items.forEach((item, index) => {
      expect(item.from).toBeLessThan(item.contentFrom);
      expect(item.contentFrom).toBeLessThanOrEqual(item.contentTo);
      expect(item.parent).toBeLessThan(index);
    });
  };

  it('should give offsets that lie within it and fit each other', () => {
    fc.assert(fc.property(texts, (text) => checkOffsets(text, scanNote(text))), { seed: 20, numRuns: 5000 });
  });

  it('should hold the same links when other marks follow, which the scanner takes another way through', () => {
    const bracketTexts = fc.array(fc.constantFrom('a', ' ', '\n', '- ', '> ', '[', ']', '(', ')', '[[', ']]', '|', '!', '[a](b)', '](u)'), { maxLength: 30 });
    fc.assert(
      fc.property(bracketTexts, (parts) => {
        const text = parts.join('');
        expect(scanNote(`${text}\n\n$`).links).toEqual(scanNote(`${text}\n\nx`).links);
      }),
      { seed: 22, numRuns: 5000 },
    );
  });

  it('should be read in document order', () => {
    const inOrder = (starts: number[]): boolean => starts.every((from, index) => index === 0 || (starts[index - 1] ?? 0) <= from);
    fc.assert(
      fc.property(texts, (text) => {
        const scan = scanNote(text);
        return [scan.headings, scan.items, scan.links, scan.protectedSpans].every((list) => inOrder(list.map((entry) => entry.from)));
      }),
      { seed: 21, numRuns: 5000 },
    );
  });
});

/**
 * What a scan costs, in characters that it reads: each `charCodeAt`, and the distance that each search and copy covers.
 * Counted on the string methods themselves, so that the clock plays no part.
 */
function countSteps(text: string): number {
  const { charCodeAt, indexOf, slice } = String.prototype;
  let steps = 0;
  try {
    String.prototype.charCodeAt = function (this: string, index: number): number {
      steps++;
      return charCodeAt.call(this, index);
    };
    String.prototype.indexOf = function (this: string, wanted: string, from = 0): number {
      const found = indexOf.call(this, wanted, from);
      steps += (found < 0 ? this.length : found) - from + 1;
      return found;
    };
    String.prototype.slice = function (this: string, from?: number, to?: number): string {
      const copy = slice.call(this, from, to);
      steps += copy.length;
      return copy;
    };
    scanNote(text);
  } finally {
    Object.assign(String.prototype, { charCodeAt, indexOf, slice });
  }
  return steps;
}

describe('hostile text', () => {
  const growingBackticks = (count: number): string => {
    let text = '';
    for (let size = 1; text.length < count; size++) text += `${'`'.repeat(size)} `;
    return text;
  };
  const cases: readonly (readonly [string, (count: number) => string])[] = [
    ['opening brackets', (count) => '['.repeat(count)],
    ['opening brackets and one link end', (count) => `${'['.repeat(count)}](u)`],
    ['opening brackets before a link', (count) => `${'['.repeat(count)}[x](u)`],
    ['nested links', (count) => '[a '.repeat(count) + '](u)'.repeat(count)],
    ['links without an end', (count) => '[a]('.repeat(count)],
    ['titles without an end', (count) => '[a](b "'.repeat(count)],
    ['titles in parentheses without an end', (count) => '[a](b ('.repeat(count)],
    ['angle brackets without an end', (count) => '[a](<b'.repeat(count)],
    ['parentheses without an end', (count) => '[a](b('.repeat(count)],
    ['image starts', (count) => '!['.repeat(count)],
    ['wikilink starts', (count) => '[[a|['.repeat(count)],
    ['lone backticks, one a paragraph', (count) => 'a ` b\n\n'.repeat(count)],
    ['runs of growing backticks', (count) => growingBackticks(4 * count)],
    ['comments in a paragraph', (count) => 'a <!-- '.repeat(count)],
    ['comments, one a paragraph', (count) => '<!-- a\n\n'.repeat(count)],
    ['comments, one a quote', (count) => '> <!-- a\n\n'.repeat(count)],
    ['CDATA, instructions and declarations', (count) => 'a <![CDATA[ <? <!A '.repeat(count)],
    ['tags without an end', (count) => '<a x="'.repeat(count)],
    ['autolinks without an end', (count) => '<http://a <a@b'.repeat(count)],
    ['dollars', (count) => '$a '.repeat(count)],
    ['math blocks without an end, in quotes', (count) => '> $$ a\n\n'.repeat(count)],
    ['math in quotes with an end outside', (count) => `${'> $$ a\n\n'.repeat(count)}$$`],
    ['Obsidian comments', (count) => '%% a '.repeat(count)],
    ['bullets nested on one line', (count) => `${'- '.repeat(count)}x`],
    ['bullets of two kinds nested on one line', (count) => `${'* - '.repeat(count)}x`],
    ['numbers nested on one line', (count) => '1. '.repeat(count)],
    ['quotes nested on one line', (count) => '> '.repeat(count)],
    ['deep items, then blank lines', (count) => `${'- '.repeat(count)}x\n${'\n'.repeat(count)}`],
    ['deep quotes, then lazy lines', (count) => `${'> '.repeat(count)}x\n${'y\n'.repeat(count)}`],
    ['one deeply indented line below deep items', (count) => `${'- '.repeat(count)}x\n${' '.repeat(2 * count)}y`],
    ['plain titles', (count) => '- A plain title of a paper\n'.repeat(count)],
    ['asterisks', (count) => '***'.repeat(count)],
    ['one long line', (count) => 'a'.repeat(count)],
    ['a fence without an end', (count) => `\`\`\`\n${'a\n'.repeat(count)}`],
    ['backslashes', (count) => '\\'.repeat(count)],
    ['definitions', (count) => '[a]: b\n'.repeat(count)],
    ['definitions whose title does not end', (count) => '[a]: b "\n'.repeat(count)],
    ['references after a definition', (count) => `[a]: b\n\n${'[a]['.repeat(count)}`],
    ['nested brackets after a definition', (count) => `[a]: b\n\n${'[ '.repeat(count)}c${' ]'.repeat(count)}`],
    ['brackets in one word', (count) => 'a['.repeat(count)],
    ['brackets in a url', (count) => `http://a.b/${'['.repeat(count)}`],
    ['carriage returns', (count) => 'a\r'.repeat(count)],
    ['front matter without an end', (count) => `---\n${'a\n'.repeat(count)}`],
    ['table rows', (count) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(count)}`],
    ['delimiter rows', (count) => '|-\n'.repeat(count)],
    ['footnote labels', (count) => '[^a'.repeat(count)],
    ['images of footnotes nested in each other', (count) => `[^a]: b\n\n[c]: d\n\n${'![^'.repeat(count)}${']'.repeat(count)}`],
    ['footnotes nested on one line', (count) => '[^a]:'.repeat(count)],
    ['underlines', (count) => 'a\n=\n'.repeat(count)],
    ['white space between marks', (count) => `-${' '.repeat(count)}x`],
  ];

  test.each(cases)('should be read in time that grows with its length: %s', (_case, build) => {
    const once = countSteps(build(2_000));
    expect(countSteps(build(8_000))).toBeLessThan(4.4 * once);
  });

  it('should keep every level of 10,000 bullets or quotes on one line', () => {
    expect(scanNote(`${'- '.repeat(10_000)}[a](b)`)).toMatchObject({ items: { length: 10_000 }, links: [{ item: 9_999 }] });
    expect(scanNote(`${'> '.repeat(10_000)}[a](b)`).links).toHaveLength(1);
    expect(scanNote(`${'['.repeat(10_000)}[a](b)${']'.repeat(10_000)}`).links).toHaveLength(1);
  });
});
