import { findYamlEntries } from '../../../src/core/front-matter/find-yaml-entries';
import type { YamlEntry, YamlScalarSpan } from '../../../src/core/front-matter/find-yaml-entries';
import { findFrontMatter, readProperties } from '../../../src/core/front-matter/front-matter';

/**
 * A property as it was found: its key, its line, what stands up to the colon and behind it, and its value, taken apart. Quotes
 * are named, then the text as it stands is given. In the lines of an item, a bar marks the place behind the dash.
 */
type Described = readonly [key: string, line: number, head: string, rest: string, ...value: readonly string[]];

/** The properties of a note with that YAML, or the obstacle. The body has brackets and quotes that must not count. */
function find(yaml: string, lineBreak = '\n'): readonly Described[] | string {
  const text = `---\n${yaml}---\n]}"' # : x\n`.replace(/\n/g, lineBreak);
  const found = findFrontMatter(text);
  const read = readProperties(text);
  if (found.kind !== 'block' || !read.ok || !read.value) throw new Error(`no valid example: ${yaml}`);
  const entries = findYamlEntries(text, found.block, read.value);
  if (!entries.ok) return `${entries.error.line}: ${entries.error.message}`;
  return entries.value.entries.map((entry) => {
    expect(text.slice(entry.from, entry.keyLineTo)).toMatch(/^[^\n]*\n$/);
    return [entry.key, entry.line, text.slice(entry.from, entry.afterColon), text.slice(entry.afterColon, entry.to), ...describeValue(text, entry)];
  });
}

const span = (text: string, { quote, from, to }: YamlScalarSpan): string => `${quote} ${text.slice(from, to)}`;

function describeValue(text: string, { value }: YamlEntry): readonly string[] {
  switch (value.kind) {
    case 'empty':
      return ['empty'];
    case 'scalar':
      return [`${value.ownLine ? 'below, ' : ''}${span(text, value)}`];
    case 'flow-list':
      return [`${value.ownLine ? 'below, ' : ''}brackets ${text.slice(value.from, value.to)}`, ...value.items.map((item) => span(text, item))];
    case 'list':
      return value.items.flatMap(({ from, to, afterDash, content }) => [
        `${text.slice(from, afterDash)}|${text.slice(afterDash, to)}`,
        content.kind === 'scalar' ? span(text, content) : content.kind,
      ]);
    case 'uneditable':
      return [`it ${value.reason}`];
  }
}

const NO_NAME = 'this line is no plain `name: value`, so the properties around it cannot be told apart.';
const ANCHOR = 'it uses an anchor, an alias or a tag of YAML';
const BLOCK_TEXT = 'it is a block of text of its own (`|` or `>`)';
const MAP = 'it is a map on one line';
const RICH_LIST = 'it is a bracketed list with comments, lists or maps in it';
const OWN = 'it holds properties of its own';
const BEHIND_QUOTES = 'it holds properties of its own, or something behind its quotes';

/** A property below the example, to show that the example ends where it does. */
const below = (line: number): Described => ['z', line, 'z:', ' 9\n', 'plain 9'];

describe('findYamlEntries', () => {
  it.each<[string, string, readonly Described[]]>([
    ['nothing', '', []],
    ['comments alone', '# a: 1\n\n  # b\n', []],
    ['a word', 'a: x\n', [['a', 2, 'a:', ' x\n', 'plain x']]],
    ['blank lines and comments between', '\n# c\na: x\n \t\n  # d\n\t# e\nb: y\n\n', [['a', 4, 'a:', ' x\n', 'plain x'], ['b', 8, 'b:', ' y\n', 'plain y']]],
    ['keys at an indent', '# c\n  a: x\n  b:\n    - y\n', [['a', 3, '  a:', ' x\n', 'plain x'], ['b', 4, '  b:', '\n    - y\n', '    -| y\n', 'plain y']]],

    ['a key in double quotes with a colon and an escape', '"a: \\"b" : x\n', [['a: "b', 2, '"a: \\"b" :', ' x\n', 'plain x']]],
    ['a key in double quotes that ends in a backslash', '"a\\\\": x\n', [['a\\', 2, '"a\\\\":', ' x\n', 'plain x']]],
    ['a key in single quotes with a colon, a quote and a backslash', "'a: ''b\\'\t: x\n", [["a: 'b\\", 2, "'a: ''b\\'\t:", ' x\n', 'plain x']]],
    ['keys with colons, number signs, quotes and blanks inside', 'a:b: x\nc#d: x\ne"f: x\ng h \t: x\n', [
      ['a:b', 2, 'a:b:', ' x\n', 'plain x'], ['c#d', 3, 'c#d:', ' x\n', 'plain x'], ['e"f', 4, 'e"f:', ' x\n', 'plain x'], ['g h', 5, 'g h \t:', ' x\n', 'plain x'],
    ]],
    ['a quoted key with what looks like a comment', '"a #b": x # c\n', [['a #b', 2, '"a #b":', ' x # c\n', 'plain x']]],
    ['keys that begin with a dash or a question mark', '-a: x\n?b: x\n:c: x\n', [['-a', 2, '-a:', ' x\n', 'plain x'], ['?b', 3, '?b:', ' x\n', 'plain x'], [':c', 4, ':c:', ' x\n', 'plain x']]],
    ['keys that are no texts, as the parser names them', '0x1F: x\nTrue: x\nNULL: x\n"False": x\ntruely: x\n', [
      ['31', 2, '0x1F:', ' x\n', 'plain x'], ['true', 3, 'True:', ' x\n', 'plain x'], ['null', 4, 'NULL:', ' x\n', 'plain x'], ['False', 5, '"False":', ' x\n', 'plain x'], ['truely', 6, 'truely:', ' x\n', 'plain x'],
    ]],

    ['no value', 'a:\nb: \t\nc: # x\nd:\t#\n', [['a', 2, 'a:', '\n', 'empty'], ['b', 3, 'b:', ' \t\n', 'empty'], ['c', 4, 'c:', ' # x\n', 'empty'], ['d', 5, 'd:', '\t#\n', 'empty']]],
    ['no value, comments and blank lines below', 'a:\n  # x\n\nz: 9\n', [['a', 2, 'a:', '\n', 'empty'], below(5)]],
    ['a bare text with blanks and a comment', 'a: \tx:y# \t # z #\nz: 9\n', [['a', 2, 'a:', ' \tx:y# \t # z #\n', 'plain x:y#'], below(3)]],
    ['a bare text of a letter', 'a: x #\n', [['a', 2, 'a:', ' x #\n', 'plain x']]],
    ['a bare text over lines', 'a: x\n  y\n\n    z \t# c\n\n# d\nz: 9\n', [['a', 2, 'a:', ' x\n  y\n\n    z \t# c\n', 'plain x\n  y\n\n    z'], below(8)]],
    ['a bare text below its key', 'a: # c\n  # d\n\n  x\n  y # e\nz: 9\n', [['a', 2, 'a:', ' # c\n  # d\n\n  x\n  y # e\n', 'below, plain x\n  y'], below(7)]],
    ['double quotes', 'a: "x\\"# \'"  # c\nb: "\\\\"\nc: ""\nz: 9\n', [['a', 2, 'a:', ' "x\\"# \'"  # c\n', 'double "x\\"# \'"'], ['b', 3, 'b:', ' "\\\\"\n', 'double "\\\\"'], ['c', 4, 'c:', ' ""\n', 'double ""'], below(5)]],
    ['single quotes', "a: 'x''# \"'\t#c\nb: '\\'\nc: ''\nz: 9\n", [['a', 2, 'a:', " 'x''# \"'\t#c\n", "single 'x''# \"'"], ['b', 3, 'b:', " '\\'\n", "single '\\'"], ['c', 4, 'c:', " ''\n", "single ''"], below(5)]],
    ['quotes over lines, at the margin too', 'a: "x\n\nb: y\n# z" # c\nz: 9\n', [['a', 2, 'a:', ' "x\n\nb: y\n# z" # c\n', 'double "x\n\nb: y\n# z"'], below(6)]],
    ['quotes below their key', "a:\n  'x\n  y'\nz: 9\n", [['a', 2, 'a:', "\n  'x\n  y'\n", "below, single 'x\n  y'"], below(5)]],

    ['items at the margin', 'a: # c\n- x # d\n# e\n\n- "y"\n- \'z\'\n# f\nz: 9\n', [['a', 2, 'a:', ' # c\n- x # d\n# e\n\n- "y"\n- \'z\'\n', '-| x # d\n', 'plain x', '-| "y"\n', 'double "y"', "-| 'z'\n", "single 'z'"], below(9)]],
    ['items at an indent', 'a:\n    - x\n    -   y\n    -\tz\nz: 9\n', [['a', 2, 'a:', '\n    - x\n    -   y\n    -\tz\n', '    -| x\n', 'plain x', '    -|   y\n', 'plain y', '    -|\tz\n', 'plain z'], below(6)]],
    ['items that are empty', 'a:\n-\n- \t\n- # x\nz: 9\n', [['a', 2, 'a:', '\n-\n- \t\n- # x\n', '-|\n', 'empty', '-| \t\n', 'empty', '-| # x\n', 'empty'], below(6)]],
    ['items over lines', 'a:\n- x\n  y # c\n- "z\n\n- w"\n-\n  v\nz: 9\n', [['a', 2, 'a:', '\n- x\n  y # c\n- "z\n\n- w"\n-\n  v\n', '-| x\n  y # c\n', 'plain x\n  y', '-| "z\n\n- w"\n', 'double "z\n\n- w"', '-|\n  v\n', 'other'], below(10)]],
    ['items that are no scalars', 'a:\n- b: 1 # c\n  # d\n  c: 2\n- - x\n  - y\n- [x,\ny]\n- {b: c}\n- |\n  x\n\n- w\nz: 9\n', [
      ['a', 2, 'a:', '\n- b: 1 # c\n  # d\n  c: 2\n- - x\n  - y\n- [x,\ny]\n- {b: c}\n- |\n  x\n\n- w\n',
        '-| b: 1 # c\n  # d\n  c: 2\n', 'other', '-| - x\n  - y\n', 'other', '-| [x,\ny]\n', 'other', '-| {b: c}\n', 'other', '-| |\n  x\n\n', 'other', '-| w\n', 'plain w'], below(15),
    ]],
    ['items with an anchor, an alias or a tag, and others below', 'a:\n- &i x\n- *i\n- !!str 3\n- y\nz: 9\n', [['a', 2, 'a:', '\n- &i x\n- *i\n- !!str 3\n- y\n', '-| &i x\n', 'other', '-| *i\n', 'other', '-| !!str 3\n', 'other', '-| y\n', 'plain y'], below(7)]],
    ['a key of one letter, and blanks behind it, below items', 'a:\n- x\nb : y\n', [['a', 2, 'a:', '\n- x\n', '-| x\n', 'plain x'], ['b', 4, 'b :', ' y\n', 'plain y']]],
    ['a list below an empty value', 'a:\nb:\n- x\n', [['a', 2, 'a:', '\n', 'empty'], ['b', 3, 'b:', '\n- x\n', '-| x\n', 'plain x']]],

    ['brackets', 'a: [x y , "]",\t\'[\',1] # c\nz: 9\n', [['a', 2, 'a:', ' [x y , "]",\t\'[\',1] # c\n', 'brackets [x y , "]",\t\'[\',1]', 'plain x y', 'double "]"', "single '['", 'plain 1'], below(3)]],
    ['brackets with nothing in them', 'a: []\nb: [ ]\nc: [\n]\nz: 9\n', [['a', 2, 'a:', ' []\n', 'brackets []'], ['b', 3, 'b:', ' [ ]\n', 'brackets [ ]'], ['c', 4, 'c:', ' [\n]\n', 'brackets [\n]'], below(6)]],
    ['brackets over lines, closed at the margin', 'a: [\n  x,\n\n  "y\n  z",\n  v#w,\n]\nz: 9\n', [['a', 2, 'a:', ' [\n  x,\n\n  "y\n  z",\n  v#w,\n]\n', 'brackets [\n  x,\n\n  "y\n  z",\n  v#w,\n]', 'plain x', 'double "y\n  z"', 'plain v#w'], below(9)]],
    ['brackets below their key', 'a: # c\n  [x,\n  y]\nz: 9\n', [['a', 2, 'a:', ' # c\n  [x,\n  y]\n', 'below, brackets [x,\n  y]', 'plain x', 'plain y'], below(5)]],
    ['brackets with a comment behind an item', 'a: [x # c ]\n]\nz: 9\n', [['a', 2, 'a:', ' [x # c ]\n]\n', RICH_LIST], below(4)]],
    ['brackets with a comment in front of the items', 'a: [ # it\'s "c ]\n"]", [ y ], \']\'\n]\nz: 9\n', [['a', 2, 'a:', ' [ # it\'s "c ]\n"]", [ y ], \']\'\n]\n', RICH_LIST], below(5)]],
    ['brackets with brackets, braces and anchors in them', 'a: [[x], y]\nb: [{c: d}]\nc: [&x y, *x]\nz: 9\n', [['a', 2, 'a:', ' [[x], y]\n', RICH_LIST], ['b', 3, 'b:', ' [{c: d}]\n', RICH_LIST], ['c', 4, 'c:', ' [&x y, *x]\n', RICH_LIST], below(5)]],
    ['brackets with a pair in them', 'a: [b: c]\nb: [x, "c": d]\nz: 9\n', [['a', 2, 'a:', ' [b: c]\n', OWN], ['b', 3, 'b:', ' [x, "c": d]\n', RICH_LIST], below(4)]],

    ['braces', 'a: {b: "}", \'{\': c} # d\nz: 9\n', [['a', 2, 'a:', ' {b: "}", \'{\': c} # d\n', MAP], below(3)]],
    ['braces closed at the margin', "a: {\n  b: c\n}\nz: 9\n", [['a', 2, 'a:', ' {\n  b: c\n}\n', MAP], below(5)]],
    ['braces with all that could close or open them in quotes and comments', 'a: {\n  b: { c: [ \'}\', d"e, "}\\"}", "f"  ] },\n# }}}\n  g: "{",h: "}}",\n  "i" : it\'s\n}\nz: 9\n', [
      ['a', 2, 'a:', ' {\n  b: { c: [ \'}\', d"e, "}\\"}", "f"  ] },\n# }}}\n  g: "{",h: "}}",\n  "i" : it\'s\n}\n', MAP], below(8),
    ]],
    ['braces with number signs in words', 'a: {b: c#d, e#: {f: g}\n}\nz: 9\n', [['a', 2, 'a:', ' {b: c#d, e#: {f: g}\n}\n', MAP], below(4)]],
    ['braces with a comment at their end', 'a: {b: c #}\n}\nz: 9\n', [['a', 2, 'a:', ' {b: c #}\n}\n', MAP], below(4)]],
    ['a block of text', 'a: |\n  b: c\n  # d\n\n  - e\nz: 9\n', [['a', 2, 'a:', ' |\n  b: c\n  # d\n\n  - e\n', BLOCK_TEXT], below(7)]],
    ['a folded block of text that keeps its blank lines, at the end', 'a: >+\n  b\n\n  # c\n\n', [['a', 2, 'a:', ' >+\n  b\n\n  # c\n\n', BLOCK_TEXT]]],
    ['anchors, aliases and tags', 'a: &x y\nb: *x\nc: !!str 1\nd: &l\n- e\n- f\ng: &m\n  h: 1 # c\n  i: 2\nz: 9\n', [
      ['a', 2, 'a:', ' &x y\n', ANCHOR], ['b', 3, 'b:', ' *x\n', ANCHOR], ['c', 4, 'c:', ' !!str 1\n', ANCHOR], ['d', 5, 'd:', ' &l\n- e\n- f\n', ANCHOR], ['g', 8, 'g:', ' &m\n  h: 1 # c\n  i: 2\n', ANCHOR], below(11),
    ]],
    ['properties of its own', 'a:\n  b: 1\n\n  c:\n  - d\nz: 9\n', [['a', 2, 'a:', '\n  b: 1\n\n  c:\n  - d\n', OWN], below(7)]],
    ['properties of its own with comments between', 'a:\n  b: 1 # x\n  # y\n# z\n  c: 2\nz: 9\n', [['a', 2, 'a:', '\n  b: 1 # x\n  # y\n# z\n  c: 2\n', OWN], below(7)]],
    ['properties of its own in quotes and brackets', 'a:\n  "b": 1\n  # y\n  c: 2\nb:\n  [d]: 1\n  e: 2\nz: 9\n', [['a', 2, 'a:', '\n  "b": 1\n  # y\n  c: 2\n', BEHIND_QUOTES], ['b', 6, 'b:', '\n  [d]: 1\n  e: 2\n', RICH_LIST], below(9)]],
    ['a nested value in quotes that run on, less deep than it', 'a:\n  - b: "x\n - y\n- c: z"\nz: 9\n', [['a', 2, 'a:', '\n  - b: "x\n - y\n- c: z"\n', '  -| b: "x\n', 'other'], below(6)]],
    ['something behind the quotes', 'a: "x"#y\nz: 9\n', [['a', 2, 'a:', ' "x"#y\n', BEHIND_QUOTES], below(3)]],
  ])('should find %s', (_name, yaml, entries) => {
    expect(find(yaml)).toEqual(entries);
    const crlf = (text: string): string => text.replace(/\n/g, '\r\n');
    expect(find(yaml, '\r\n')).toEqual(entries.map((entry) => entry.map((part) => (typeof part === 'string' ? crlf(part) : part))));
  });

  it.each(['a: 1\n', '  a: 1\n', '# c\n    a: 1\n', ''])('should name the column of the keys of %j', (yaml) => {
    const text = `---\n${yaml}---\n`;
    const found = findYamlEntries(text, { from: 4, to: 4 + yaml.length, end: text.length }, new Map(yaml === '' ? [] : [['a', 1]]));
    expect(found.ok && found.value.indentation).toBe(/( *)a|$/.exec(yaml)?.[1] ?? '');
  });

  it.each<[string, string, string]>([
    ['a complex key', 'a: 1\n? b\n: c\n', `3: ${NO_NAME}`],
    ['a complex key that is a map', '? b: c\n', `2: ${NO_NAME}`],
    ['a complex key below its mark', '?\n  b\n: c\n', `2: ${NO_NAME}`],
    ['a list as a key', '[a]: 1\n', `2: ${NO_NAME}`],
    ['a key with an anchor', '&x a: 1\nb: *x\n', `2: ${NO_NAME}`],
    ['a key with a tag', '!!str a: 1\n', `2: ${NO_NAME}`],
    ['braces around the whole', '{a: 1}\n', `2: ${NO_NAME}`],
    ['braces around the whole, over lines', '# c\n{\na: 1\n}\n', `3: ${NO_NAME}`],
    // The rows below have text in the quotes of a nested value that runs on at the margin.
    ['quoted text without a colon', 'x:\n  - a: "deep\ntext"\n', `4: ${NO_NAME}`],
    ['quoted text with a comment sign', 'x:\n  - a: "deep\ntext # b: c"\n', `4: ${NO_NAME}`],
    ['quoted text that begins with quotes of the other kind', 'x:\n  - a: "deep\n\'b: c"\n', `4: ${NO_NAME}`],
    ['quoted text less deep than the keys', '  x:\n    - a: "deep\nb: c"\n', `4: ${NO_NAME}`],
    ['quoted text that looks like a property', 'x:\n  - a: "deep\nb: c"\nd: 1\n', '4: the properties cannot be told apart with certainty here.'],
    ['quoted text that looks like a property that is there', 'x:\n  - a: "deep\nb: c"\nb: 1\n', '2: the properties cannot be told apart with certainty.'],
    ['quoted text that opens brackets', 'x:\n  - a: "deep\nb: [c"\nb: 1\n', '2: the properties cannot be told apart with certainty.'],
    ['quoted text that opens brackets and quotes in them', 'x:\n  - a: "deep\nb: [\'c"\nb: 1\n', '2: the properties cannot be told apart with certainty.'],
    ['quoted text that opens braces', 'x:\n  - a: "deep\nb: {c"\nb: 1\n', '2: the properties cannot be told apart with certainty.'],
    ['quoted text that opens braces and quotes in them', 'x:\n  - a: "deep\nb: {\'c"\nb: 1\n', '2: the properties cannot be told apart with certainty.'],
    ['quoted text that opens quotes', 'x:\n  - a: "deep\nb: \'c"\nb: 1\n', '2: the properties cannot be told apart with certainty.'],
  ])('should give no answer for %s', (_name, yaml, obstacle) => {
    expect(find(yaml)).toBe(obstacle);
    expect(find(yaml, '\r\n')).toBe(obstacle);
  });

  // In each, `y` is found in the quotes of the nested value, and the one that is there is taken for a part of the text of `z`.
  it.each<[string, string, string]>([
    ['no value', 'y:', '1'],
    ['no value, where the value is a list', 'y:', '[1]'],
    ['a text', 'y: b', '[1]'],
    ['a map', 'y: b', '{b: 1}'],
    ['a bracketed list', 'y: [b]', '1'],
    ['a bracketed list of another length', 'y: [b]', '[1, 2]'],
    ['a bracketed list of other things', 'y: [b]', '[[1]]'],
    ['a list', 'y:\n- b', '1'],
    ['a list, where the value is a text of as many characters', 'y:\n- b', 'c'],
    ['a list of another length', 'y:\n- b', '[1, 2]'],
  ])('should take nothing for %s that the parser did not see', (_name, seen, real) => {
    const found = find(`x:\n  - a: "deep\n${seen}\nz: 'c"\ny: ${real}\nz: d'\n`);
    expect(typeof found === 'string' ? found : found.find(([key]) => key === 'y')?.slice(4)).toEqual([OWN]);
  });

  it('should take an item for no scalar that the parser did not see as one', () => {
    const found = find('x:\n  - a: "deep\ny:\n- b\n- c\nz: \'c"\ny: [[1], 2]\nz: d\'\n');
    expect(typeof found === 'string' ? found : found.find(([key]) => key === 'y')?.slice(4)).toEqual(['-| b\n', 'other', '-| c\n', 'plain c']);
  });
});
