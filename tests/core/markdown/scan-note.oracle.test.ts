import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { readBoth } from '../../support/micromark-oracle';

/**
 * Where the scanner and micromark differ, and why it stays so. Each entry is a least text on which they do; the
 * properties over generated notes leave these forms out.
 */
const KNOWN_DIFFERENCES: readonly (readonly [string, string])[] = [
  // micromark keeps the limits of "interrupting a paragraph" for containers nested in the one that interrupted it; the
  // specification speaks of the paragraph's own container. Likewise after indented code, which is no paragraph.
  ['an empty item first in a quote that interrupts a paragraph', 'a\n> -'],
  ['a number other than 1 first in a quote that interrupts a paragraph', 'a\n> 2. b'],
  ['an empty item below indented code', '\ta\n*'],
  ['a number other than 1 below indented code', '\ta\n10. b'],
  ['a number other than 1 first in an item that interrupts a paragraph', '- a\n  1. 2. b'],
  // A shortcut is "not followed by [] or a link label"; `[b [` is no label.
  ['a shortcut before a bracket that begins no label', '[a][b [\n\n[a]: c'],
  // micromark lets an underlined heading begin at the definitions above its text.
  ['an underlined heading below a definition', '[a]: b\nc\n==='],
  // An HTML block of one foreign tag cannot interrupt a paragraph; micromark lets it where the line is lazy.
  ['a lone tag as lazy line', '> a\n<b>\n[c]: d\n\n[c]'],
  // Titles in parentheses hold a parenthesis only behind a backslash; allowing them costs quadratic time.
  ['a bare parenthesis in a title in parentheses', '[a](b (c(d))'],
  // Unquoted attribute values may hold a slash.
  ['a slash in an unquoted attribute value', 'a <b c=d/e[f](g)>'],
  // A bare url is only looked for before a bracket, not walked through with all its rules.
  ['a bracket after an underscore in the last part of a domain', 'http://a_[b](c)'],
  ['a backtick in a bare url', 'http://a.b/``[c](d)'],
  // `]]]>` ends CDATA as `]]>` does.
  ['CDATA that ends in three brackets', '<![CDATA[\n]]]>\n[a](b)'],
];

describe('known differences from micromark', () => {
  it.each(KNOWN_DIFFERENCES)('should be real: %s', (_reason, text) => {
    const { ours, oracle } = readBoth(text);
    expect(ours).not.toEqual(oracle);
  });
});

describe('written examples', () => {
  it.each([
    ['[a](b) ![c](d "e") <https://x.y> https://x.y/(z) [f](<g h> (i))'],
    ['[link [foo [bar]]](/uri) [link] bar](/uri) [link [bar](/uri) \\[bar](/uri)'],
    ['[![moon](moon.jpg)](/uri) [foo *[bar [baz](/uri)](/uri)*](/uri) ![[a](b)](c)'],
    ['*[foo*](/uri) [foo *bar](baz*) [foo <bar attr="](baz)"> [foo`](/uri)` [foo<https://e.x/?s=](uri)>'],
    ['[a](</b\\>c>) [a](foo\\)\\:) [a](<foo>x) [a](<b\nc>) [a]( b  "t" ) [a](b"t") [a](b\u00a0"t")'],
    ['[foo][bar] [foo][BaR] [foo] [foo][] [bar][] ![foo] [foo] []\n\n[foo]: /u1 "t"\n[bar]:\n  <u 2>\n  \'title\n over\'\n[foo]: /later'],
    ['[foo][bar][baz]\n\n[baz]: /u1\n[bar]: /u2'],
    ['[foo]: /url "title" ok\n\n[foo]\n\n    [bar]: /url\n\n[bar]\n\nFoo\n[qux]: /url\n\n[qux]'],
    ['> [a]: b\n\n[a]\n\n- [c]: d\n  [e]\n\n[c] [e]\n\n[e]: f\n[g]: h\n"t\nt"\n[g]'],
    ['- a\n\n  b\n - c\n\n   d\n  - e\n    f\n\n        g\n1. h\n1) i\n*   j\n\n      k'],
    ['-\tfoo\n\n\t\tbar\n- [ ] [a](b)\n- [x] c\n-\n  d\n-\n\n  e\n- - 1. f\n10) g\n    h'],
    ['> > > a\nb\n> c\n>\td\n>\t\te\n>     f\n\n>- g\n>- h\ni'],
    ['# a\n##### b ####\n#c\n   ## d\n    # e\nf\n=\ng\nh\n---\n> i\n---\n- j\n---\nk\n- - -\n***'],
    ['```\n[a](b)\n~~~\n```\n~~~ x `y`\n[c](d)\n~~~~\n``` a`b\n[e](f)\n- ```\n  [g](h)\n[i](j)'],
    ['    [a](b)\n\n\n    [c](d)\n e\n    f\n\n\t[g](h)\n- i\n\n      [j](k)'],
    ['<div>\n[a](b)\n\n[c](d)\n<!-- [e](f)\n\n--> [g](h)\n[i](j)\n<pre>\n\n</pre>[k](l)\n<x>\n[m](n)\n\no\n<x>\n[p](q)'],
    ['<?\n\n?>\n[a](b)\n\n<!X\n>\n[c](d)\n\n<a b=\'c\' d>\n[e](f)\n\n</x >\n[g](h)\n\n<x/>y\n[i](j)'],
    ['| [a](b) | c \\| d |\n|:-|-:|\n| `e|f` | [g|h](i) |\n[j](k)\n\nl | m\n- | -\nn\n\no\n| p |\n| - |\n| q | r |\n> s'],
    ['[^1] [^1](a) ![^1] [^2](b) [^ 3](c)\n\n[^1]: d\n    [e](f)\n\n    g\n- [^4]: - h\n[^ 3]: x'],
    ['\\[www.a.b[c](d) (www.a.b[e](f) xwww.a.b[g](h) [i](j)www.a.b[k](l) `m`www.a.b[n](o) [p]www.a.b[q](r)\nwww.a.b[s](t)\n\n| a |\n| - |\n|www.a.b[c](d)|'],
    ['a\\\n[b\\](c) \\\\[d](e) `\\`[f](g)` \\`[h](i)` ``[j](k)` ![\\!](l) \\![m](n)'],
    ['a\r\n- b\r\n\r\n  [c](d)\r- e\r\r[f\r\ng](h)\r\n===\r\n'],
  ])('should be read like micromark reads %j', (text) => {
    const { ours, oracle } = readBoth(text);
    expect(ours).toEqual(oracle);
  });
});

const vault = process.env.PAPERWEAVE_VAULT;
if (vault !== undefined && vault !== '') {
  const notes = readdirSync(vault, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));

  /** Math and Obsidian's own syntax blanked out, which micromark does not know. */
  const masked = (text: string): string => {
    const scan = scanNote(text);
    const chars = text.split('');
    for (const link of scan.links) if (link.kind === 'wikilink') chars.fill('x', link.from, link.to);
    for (const span of scan.protectedSpans) {
      if (/^(?:\$|%%)/.test(text.slice(span.from, span.to))) for (let at = span.from; at < span.to; at++) if (chars[at] !== '\n' && chars[at] !== '\r') chars[at] = 'x';
    }
    return chars.join('');
  };

  describe('notes of a real vault', () => {
    it('should be read like micromark reads them', () => {
      expect(notes.length).toBeGreaterThan(0);
      const different = notes.filter((path) => {
        const { ours, oracle } = readBoth(masked(readFileSync(join(vault, path), 'utf8')));
        return JSON.stringify(ours) !== JSON.stringify(oracle);
      });
      expect(different).toEqual([]);
    }, 600_000);
  });
}
