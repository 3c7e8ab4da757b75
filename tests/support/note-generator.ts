import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { PaperSketch } from './small-library';

/** A small library as the index of identities takes it, and the path of the note that cites. */
export interface GeneratedLibrary {
  readonly source: string;
  readonly papers: readonly PaperSketch[];
  readonly otherFiles: readonly string[];
}

/** A file of a generated vault. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Where generated papers lie: names that several folders share, and names that links have to encode or cannot hold. */
export const PAPER_PATHS = [
  'papers/graph-nets.md',
  'papers/deep-walks.md',
  'papers/twin.md',
  'archive/twin.md',
  'papers/below/twin.md',
  'papers/a b.md',
  'papers/f(x).md',
  'papers/g).md',
  'papers/Über 100% 中.md',
  'papers/50%25.md',
  'papers/Issue #1.md',
  'papers/[odd].md',
  'papers/name.md.md',
  'papers/name.md',
  'papers/same-one.md',
  'papers/same-two.md',
  'papers/R&amp;D.md',
  'papers/Graph-Nets 2.md',
  'other/far.md',
  'root.md',
  'twin.md',
] as const;

/** Files beside the papers: links lead to them, but no citation does. */
export const OTHER_FILES = ['papers/figure.pdf', 'papers/data.xyz', 'notes/plain note.md'] as const;

/** Titles of generated papers. One is shared by several of them, as happens. */
export const PAPER_TITLES = [
  'Graph nets',
  'Deep walks: a study',
  'The same title',
  'The same title',
  'Trees [of] thought again',
  '$& and $1 in titles',
  'Über Größe und Maß',
  '深度学习 综述',
  'C++ or C# for learning',
  'A title, with commas; and "quotes"',
  'Twin',
  '__proto__',
] as const;

/** Text that strangers may put into any place: markup, marks of this and other programs, odd characters. */
export const HOSTILE_TEXTS = [
  '<script>globalThis.harm = 1</script>',
  '<img src=x onerror="globalThis.harm = 1">',
  '{{title}}',
  '<% tp.file.title %>',
  '${harm}',
  '$& $1 $`',
  'javascript:globalThis.harm=1',
  '../../../etc/passwd',
  'C:\\Windows\\con',
  'Closing ]] here',
  'Opening [[ here',
  'a|b',
  'a\\|b',
  '%% hidden %%',
  '%%',
  '\u202egnirts a\u202c',
  '\u200f\u05d0\u05d1\u05d2',
  '\u0000',
  'bell \u0007 and \u001b[0m',
  '\ud800',
  'low \udfff half',
  'e\u0301\u0301\u0301',
  '\u00a0',
  '\ufeff',
  '\u2028line',
  '\u{1f600}',
  '中文 字',
  '__proto__',
  'constructor',
  '---',
  '+++',
  '```',
  '$$',
  '<!--',
  '-->',
  '&lt;b&gt;',
  '&#0;',
] as const;

/** Any hostile text. */
export const hostileText: Arbitrary<string> = fc.constantFrom(...HOSTILE_TEXTS);

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -3);
const BASE_NAMES = [...new Set(PAPER_PATHS.map(baseName))];
/** As `Restore relative links` writes it. */
const encoded = (name: string): string => name.replace(/[ %<>\\|]/g, encodeURIComponent).replace(/&(?=\w+;)/g, '%26');
const fullyEncoded = (name: string): string => encodeURIComponent(name).replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);

const markText = fc.string({ unit: fc.constantFrom(...'ab []()|\\*_$`%&<>!~=^#"\'中\u00a0'), minLength: 1, maxLength: 9 });

/** The text of a link: titles, spellings of marks, and anything. */
export const linkLabel: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PAPER_TITLES) },
  { weight: 2, arbitrary: fc.constantFrom(...BASE_NAMES) },
  { weight: 1, arbitrary: fc.constantFrom('Graph-nets', 'DEEP-WALKS', 'Name', 'Far', 'A B') },
  { weight: 4, arbitrary: fc.constantFrom('a [b] c', 'a \\[b', 'x|y', '*a*', 'a]]b', 'é 中', 'R&D', 'R&amp;D', 'C:\\d', 'a\\*b', '$k$-means', 'snake_case', '![i](i.png) in it', '`code`', 'over\nlines', '**Graph nets**', 'x^2^', '==lit==', '') },
  { weight: 1, arbitrary: hostileText },
  { weight: 2, arbitrary: markText },
);

const name = fc.constantFrom(...BASE_NAMES);
const subpath = fc.constantFrom('', '', '', '', '#sec', '#Main%20results', '#^block');

/** Where a Markdown link leads, in the forms that people and programs write. */
export const linkDestination: Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(name, subpath).map(([to, section]) => `./${encoded(to)}.md${section}`) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('', '../papers/', '/papers/', '../archive/', 'below/', '../', './below/../'), name, fc.constantFrom('.md', '', '.MD'), subpath).map((parts) => parts.map((part, at) => (at === 1 ? fullyEncoded(part) : part)).join('')) },
  { weight: 1, arbitrary: name.map((to) => `<./${to}.md>`) },
  { weight: 1, arbitrary: fc.tuple(name, fc.constantFrom('"t"', "'t t'", '(t)')).map(([to, title]) => `./${fullyEncoded(to)}.md ${title}`) },
  { weight: 2, arbitrary: fc.constantFrom('./nowhere.md', './old-key.md', './figure.pdf', './data.xyz', '../notes/plain%20note.md', 'https://example.org/a_(b)', 'HTTP://X.org', 'javascript:alert(1)', 'mailto:a@b.c', '#sec', '', '../../../etc/passwd.md', '%2e%2e/%2e%2e/x.md', './%zz.md', '//host/x.md', 'obsidian://open?vault=x') },
);

const inlineLink = fc.tuple(fc.constantFrom('', '', '', '', '', '!'), linkLabel, linkDestination).map(([mark, label, to]) => `${mark}[${label}](${to})`);
const definedLink = fc.tuple(linkLabel, fc.constantFrom('[k]', '[L]', '[]', '[none]', '')).map(([label, rest]) => `[${label}]${rest}`);
const shortcut = fc.constantFrom('[k]', '[k][]', '[l]', '[Graph nets][k]', '![k]');
const wikilink = fc
  .tuple(fc.constantFrom('', '', '', '', '!'), fc.constantFrom('', '', 'papers/', 'archive/', './', '../other/'), fc.constantFrom(...BASE_NAMES, 'nowhere', 'old-key', 'figure.pdf', 'graph-nets.md', 'GRAPH-NETS'), fc.constantFrom('', '', '#sec', '#^b'), fc.option(linkLabel))
  .map(([mark, folder, to, section, label]) => `${mark}[[${folder}${to}${section}${label === null ? '' : `|${label}`}]]`);

const code = fc.oneof(fc.constantFrom('`code`', '`[x](./graph-nets.md)`', '``a ` b``', '`[[graph-nets]]`'), inlineLink.map((link) => `\`${link}\``));
const html = fc.constantFrom('<b>', '</b>', '<a href="[x](./graph-nets.md)">', '<!-- [x](./graph-nets.md) -->', '<!-- unclosed', '<https://x.org/[a](b)>', '<br/>', '<?php [a](b) ?>');
const math = fc.constantFrom('$x_1$', '$[a](./graph-nets.md)$', '$$[[graph-nets]]$$', '$5 and $6', '\\$', '$k$');
const comment = fc.constantFrom('%% [x](./graph-nets.md) %%', '%%[[graph-nets]]%%', '%%', '100%');
const loneMark = fc.constantFrom('`', '$', '[[', ']]', '[', ']', '!', '*', '**', '_', '<', '"', '\\', ' and ', '|', '(', ')', '](', '~~', '==');
const citation = fc
  .tuple(fc.constantFrom('Doe, J. ', 'A. Author and B. Other, ', ''), fc.constantFrom('"', '*', '_', '“', '**'), fc.constantFrom(...PAPER_TITLES), fc.constantFrom('. *Venue*, 2019.', ', 2020', ' doi:10.1000/walks', '. arXiv:1706.03762v2', ''))
  .map(([authors, mark, title, rest]) => `${authors}${mark}${title}${mark === '“' ? '”' : mark}${rest}`);
const word = fc.constantFrom('word', 'Some Words of Text', '(2019)', 'https://example.org/a', 'www.example.org', '2.', '#tag', '^block', "it's", '&amp;', '\\[', '\\*', '\u{1f600}');

/** Parts of a line that Markdown alone knows. */
const markdownParts = [
  { weight: 8, arbitrary: inlineLink },
  { weight: 2, arbitrary: definedLink },
  { weight: 1, arbitrary: shortcut },
  { weight: 5, arbitrary: fc.constantFrom(...PAPER_TITLES) },
  { weight: 2, arbitrary: citation },
  { weight: 1, arbitrary: code },
  { weight: 1, arbitrary: html },
  { weight: 3, arbitrary: word },
];
const obsidianParts = [
  { weight: 4, arbitrary: wikilink },
  { weight: 1, arbitrary: math },
  { weight: 1, arbitrary: comment },
  { weight: 1, arbitrary: loneMark },
  { weight: 1, arbitrary: hostileText },
];

const joined = (part: Arbitrary<string>): Arbitrary<string> => fc.tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom(' ', ' ', '', ', ')).map(([parts, between]) => parts.join(between));

const ITEM_MARKS = ['- ', '- ', '- ', '- ', '* ', '+ ', '1. ', '2) ', '10. ', '- [ ] ', '- [x] ', '  - ', '    - ', '\t- ', '  1. ', '      * ', '> - ', '- - ', '-   ', '[1] ', '[2] ', '\\[3\\] ', '[^f]: '];
const TEXT_MARKS = ['', '  ', '    ', '> ', '\t'];
const BLOCKS = ['```\n[x](./graph-nets.md)\n- item\n```', '~~~\n[[graph-nets]]\n~~~', '```', '<div>\n[x](./graph-nets.md)\n</div>\n', '> [!note] Callout\n> - [Graph nets](./graph-nets.md)', '***', '    - indented [x](./graph-nets.md)'];
const OBSIDIAN_BLOCKS = ['$$\n[x](./graph-nets.md)\n$$', '%%\n- [Graph nets](./graph-nets.md)\n%%', '%%', '$$', '<!--', '-->'];
const HEADINGS = ['### Nested', '#### Deeper ###', '## Another section', 'Underlined\n---', 'Underlined too\n==='];
const TABLES = ['| a | b |\n| --- | --- |', 'a | b\n- | -'];

function linesOf(part: Arbitrary<string>, blocks: readonly string[]): Arbitrary<string[]> {
  const content = joined(part);
  const line = fc.oneof(
    { weight: 12, arbitrary: fc.tuple(fc.constantFrom(...ITEM_MARKS), content).map(([mark, text]) => mark + text) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...TEXT_MARKS), content).map(([mark, text]) => mark + text) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom(...blocks) },
    { weight: 1, arbitrary: fc.constantFrom(...HEADINGS) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...TABLES), content, content).map(([head, a, b]) => `\n${head}\n| ${a} | ${b} |`) },
    { weight: 1, arbitrary: fc.constantFrom('\n[k]: ./graph-nets.md\n', '\n[l]: <./a b.md> "t"\n', '\n[^1]: note\n') },
  );
  return fc.array(line, { maxLength: 7 });
}

const sectionHeading = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('## References', '# References', '### references:', '## Paper References', '## Bibliography', '## Reference', '## 参考文献', '## **References**', '## References ##', 'References\n----------') },
  { weight: 1, arbitrary: fc.constantFrom('## Related work', '## Notes', '') },
);

const lineEnds = fc.constantFrom<readonly string[]>(['\n'], ['\n'], ['\n'], ['\r\n'], ['\r\n', '\n'], ['\n', '\n', '\r\n']);

/** The lines with the line ends in turn. */
function withLineEnds(text: string, ends: readonly string[]): string {
  if (ends.length === 1) return ends[0] === '\n' ? text : text.replaceAll('\n', ends[0] ?? '\n');
  let at = 0;
  return text.replace(/\n/g, () => ends[at++ % ends.length] ?? '\n');
}

// Front matter

/** How the front matter of a paper is written. */
interface YamlStyle {
  readonly list: 'block' | 'indented' | 'flow';
  readonly quote: 'double' | 'single' | 'folded';
  readonly status: string;
  readonly date: string;
  readonly more: string;
}

/** Status lines as vaults hold them; the first are spelled as the default vocabulary spells them. */
export const STATUS_LINES = ['status: todo', 'status: reading', 'status: read', 'status: skipped', 'status: "todo"', "status: 'read'", 'status:   todo   # queue', 'status: [todo]', 'status:\n- reading', 'status:\n  - read # x', 'status: TBD', 'status: Done', 'status:', 'status: someday', 'status: ~', 'status: [todo, later]', 'status: &s todo', 'status: |\n  todo', ''] as const;

/** Lines of the day a paper was read on. */
export const DATE_LINES = ['', '', 'read_date: 2020-01-02', 'read_date: "2026-08-09"', 'read_date: 2026-08-09 # then', 'read_date:', 'read_date: ""'] as const;

const yamlStyle: Arbitrary<YamlStyle> = fc.record({
  list: fc.constantFrom('block', 'indented', 'flow'),
  quote: fc.constantFrom('double', 'single', 'folded'),
  status: fc.constantFrom(...STATUS_LINES),
  date: fc.constantFrom(...DATE_LINES),
  more: fc.constantFrom('', '# a comment', 'year: 2019', 'venue: >-\n  Folded over\n  lines', 'numCitedBy: 1018\nref_count: 32', 'pdf_relpath: null', 'fieldsOfStudy:\n- Computer Science', 'urls: ["https://doi.org/10.1000/walks"]', 'x: {a: 1, b: [2]}', 'empty:', '"quoted key": 1', '__proto__: 1', 'note: |\n  status: no\n  ---x'),
});

const listLines = (key: string, items: readonly string[], style: YamlStyle['list']): string[] =>
  style === 'flow' ? [`${key}: [${items.join(', ')}]`] : [`${key}:`, ...items.map((item) => `${style === 'indented' ? '  ' : ''}- ${item}`)];

/** Only what YAML can hold in a scalar of that style; anything else goes into double quotes, as JSON writes it. */
function yamlText(text: string, quote: YamlStyle['quote']): string {
  const isPlain = /^[\p{L}][\p{L}\p{N} ,.]*[\p{L}\p{N}]$/u.test(text);
  if (quote === 'folded' && isPlain) return `>-\n  ${text.replace(' ', '\n  ')}`;
  if (quote === 'single' && isPlain) return `'${text}'`;
  return JSON.stringify(text);
}

/** Front matter of a paper in some style. */
function frontMatterOf(paper: PaperSketch, style: YamlStyle): string {
  const lines = [
    `title: ${yamlText(paper.title, style.quote)}`,
    ...listLines('authors', ['Ada Lovelace', '"Grace Hopper"'], style.list),
    ...(paper.metaKey ? [`meta_key: ${paper.metaKey}`] : []),
    ...(paper.aliases && paper.aliases.length > 0 ? listLines('aliases', paper.aliases.map((alias) => JSON.stringify(alias)), style.list) : []),
    ...(paper.ids && paper.ids.length > 0 ? ['doi: 10.1000/walks'] : []),
    ...[style.status, style.date, style.more].filter((line) => line !== ''),
    ...listLines('tags', ['gen-from-ref', 'paper'], style.list),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

const oddFrontMatter = fc.constantFrom('', '---\n---\n', '---\ntitle: [\n---\n', '---\ntitle: never closed\n', '---js\nglobalThis.harm = 1\n---\n', '---json\n{"title": "x"}\n---\n', '+++\ntitle = "x"\n+++\n', '--- \ntitle: spaces\n... \n', '----\na: b\n----\n', '---\na: &a [x]\nb: *a\nstatus: *a\n---\n', '---\n- a list\n---\n', '---\n\ttab: 1\n---\n');

const sketchOf = (path: string): Arbitrary<PaperSketch> =>
  fc.record({
    path: fc.constant(path),
    title: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PAPER_TITLES) }, { weight: 1, arbitrary: hostileText }),
    metaKey: fc.constantFrom(null, null, 'old-key', 'graph-nets'),
    aliases: fc.constantFrom<readonly string[]>([], [], ['Walking deeply', 'GN'], ['Graph nets']),
    ids: fc.constantFrom<readonly string[]>([], [], [], [], [], ['doi:10.1000/walks']),
  });

/** Papers of a generated library: few enough that a title often means one of them. */
const MOST_PAPERS = 9;

const bodyOf = (lines: Arbitrary<string[]>): Arbitrary<string> =>
  fc
    .tuple(fc.array(lines, { maxLength: 1 }), sectionHeading, lines, fc.constantFrom('\n', '\n## After\n\n', '\n# After\n', ''), fc.array(lines, { maxLength: 1 }))
    .map(([before, heading, section, after, rest]) => `\n# A heading\n\n${before.flat().join('\n')}\n\n${heading}\n\n${section.join('\n')}${after}${rest.flat().join('\n')}`);

const OBSIDIAN_LINES = linesOf(fc.oneof(...markdownParts, ...obsidianParts), [...BLOCKS, ...OBSIDIAN_BLOCKS]);
const MARKDOWN_LINES = linesOf(fc.oneof(...markdownParts), BLOCKS);

const anyFrontMatter = fc.oneof({ weight: 4, arbitrary: fc.tuple(sketchOf('papers/x.md'), yamlStyle).map(([paper, style]) => frontMatterOf(paper, style)) }, { weight: 1, arbitrary: oddFrontMatter });

const noteOf = (frontMatter: Arbitrary<string>, body: Arbitrary<string>): Arbitrary<string> =>
  fc.tuple(fc.constantFrom('', '', '', '\ufeff'), frontMatter, body, lineEnds).map(([mark, head, rest, ends]) => mark + withLineEnds(head + rest, ends));

/** A whole note: any front matter, text, a references section in some spelling, text behind it; any line ends. */
export const wholeNote: Arbitrary<string> = noteOf(anyFrontMatter, bodyOf(OBSIDIAN_LINES));

/** A whole note without wikilinks, math and `%%`, which other readers of Markdown do not know. */
export const markdownNote: Arbitrary<string> = noteOf(anyFrontMatter, bodyOf(MARKDOWN_LINES));

/** A paper note whose front matter is YAML in some style. */
export const paperNoteText: Arbitrary<string> = noteOf(
  fc.tuple(sketchOf('papers/x.md'), yamlStyle).map(([paper, style]) => frontMatterOf(paper, style)),
  fc.constantFrom('', '\n# A\n', '# A\n\nstatus: todo\n---\n'),
);

const workingLink = fc.tuple(linkLabel, name, fc.constantFrom('', '', '', '#sec')).map(([label, to, section]) => `[${label}](./${encoded(to)}.md${section})`);

/** A note whose links are in the form that restoring writes, among text: most of them can be linked and restored. */
export const restorableNote: Arbitrary<string> = noteOf(
  anyFrontMatter,
  fc
    .array(fc.tuple(fc.constantFrom('- ', '1. ', '- [ ] ', '  - ', '> - ', '[4] '), fc.oneof({ weight: 5, arbitrary: workingLink }, { weight: 1, arbitrary: linkLabel.map((label) => `z${label}`) }), fc.constantFrom('', ' 2019', ' `x`')), { minLength: 1, maxLength: 6 })
    .map((items) => `# A\n\n## References\n\n${items.map((parts) => parts.join('')).join('\n')}\n`),
);

/** A small library: some of the papers and files, each with some title, key, alias or identifier; the source is one of them. */
export const smallLibrary: Arbitrary<GeneratedLibrary> = fc
  .tuple(
    fc.constantFrom('papers/citing.md', 'papers/citing.md', 'papers/graph-nets.md', 'citing.md', 'papers/below/citing.md'),
    fc.shuffledSubarray([...PAPER_PATHS], { minLength: 5, maxLength: MOST_PAPERS }),
    fc.shuffledSubarray([...PAPER_TITLES], { minLength: MOST_PAPERS, maxLength: MOST_PAPERS }),
    fc.array(sketchOf(''), { minLength: MOST_PAPERS, maxLength: MOST_PAPERS }),
    fc.subarray([...OTHER_FILES]),
  )
  .map(([source, paths, titles, sketches, otherFiles]) => {
    const known: readonly string[] = paths;
    const papers = (known.includes(source) ? known : [source, ...known.slice(1)]).map((path, at) => ({ ...sketches[at], path, title: titles[at] ?? path }));
    return { source, papers, otherFiles };
  });

/** The text of some paper of a library, or of a note that is none. */
export const libraryNoteText: Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: noteOf(fc.tuple(sketchOf(''), yamlStyle).map(([paper, style]) => frontMatterOf(paper, style)), bodyOf(OBSIDIAN_LINES)) },
  { weight: 1, arbitrary: wholeNote },
);
