import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { QuoteStyle } from '../../src/core/front-matter/yaml-scalar';

/** What the value of a generated property is: something that can be edited, or a form that is refused. */
export type GeneratedKind = 'scalar' | 'list' | 'refused';

/** One property of a generated note: its own lines are the half-open range `[from, to)`. */
export interface GeneratedProperty {
  readonly key: string;
  readonly kind: GeneratedKind;
  readonly from: number;
  readonly to: number;
  /**
   * The quotes of a scalar on the line of its key that is written as the plugin itself would write it in these quotes; null for
   * all others. Such a scalar can be set to another one that stands in the same quotes, and set back.
   */
  readonly settled: QuoteStyle | null;
  /** Where the scalar itself stands, without white space and comments around it; null for lists, and where the value is empty. */
  readonly scalar: { readonly from: number; readonly to: number } | null;
}

/** A note with front matter, and where its parts stand in UTF-16 offsets: the YAML is `[yamlFrom, yamlTo)`. */
export interface GeneratedFrontMatter {
  readonly text: string;
  readonly yamlFrom: number;
  readonly yamlTo: number;
  readonly properties: readonly GeneratedProperty[];
}

/** The text behind a key's colon, its lines parted by LF, in three parts: what stands before a scalar, the scalar, and what is behind it. */
interface Value {
  readonly parts: readonly [string, string, string];
  readonly kind: GeneratedKind;
  readonly settled: QuoteStyle | null;
}

// Scalars

/** Texts that stand bare, and are written bare again. */
const BARE = ['todo', 'A b', 'née', '論文', 'a:b', 'a#b', "it's", 'say "x"', 'a, b', 'a [b]', 'https://a.b/c?d=e#f', '2021-05-06', '3D', 'e3', '🙂 x'];

/** Bare scalars that are no texts, or that are written otherwise than they stand. */
const ODD = ['null', '~', 'Null', 'NULL', 'true', 'False', '0', '-12', '+3', '010', '0o17', '0x1F', '1.50', '.5', '-.5', '1e3', '1.0e-7', '.inf', '-.INF', '.NaN', '1_000', '12:30', 'yes', 'Off', '<<', '=', '-x', '?x', ':x', '2021-05-06T10:00:00Z', '2021-13-40', '---x', '...x'];

/** What every kind of quotes can hold in one line. */
const quotable = fc.oneof(
  fc.constantFrom('', ' ', 'todo', '- z', '#c', 'a #c', 'x: y', '{}', '[a]', '*a', 'null', '2020', "it's", 'say "x"', '\\', 'c\\d', ']]', '---', '...', 'key: |'),
  fc.string({ unit: fc.constantFrom(...'ab é論🙂\u00a0\u200d\'"\\#:,-[]{}&*!|>%@`?~.019\t'), maxLength: 6 }),
);

const inSingle = (text: string): string => `'${text.replace(/'/g, "''")}'`;
const hasTab = (text: string): boolean => text.includes('\t');

const quotedScalar: Arbitrary<{ source: string; quote: QuoteStyle; settled: boolean }> = fc.oneof(
  quotable.map((text) => ({ source: inSingle(text), quote: 'single' as const, settled: !hasTab(text) })),
  quotable.map((text) => ({ source: JSON.stringify(text), quote: 'double' as const, settled: true })),
  fc.constantFrom('"\\x41"', '"\\u00e9\\/"', '"\\ta\\e"', '"\\U0001F642"', '"tab\there"').map((source) => ({ source, quote: 'double' as const, settled: false })),
);

const oneLine: Arbitrary<{ source: string; quote: QuoteStyle; settled: boolean }> = fc.oneof(
  fc.constantFrom(...BARE).map((source) => ({ source, quote: 'plain' as const, settled: true })),
  fc.constantFrom(...ODD).map((source) => ({ source, quote: 'plain' as const, settled: false })),
  quotedScalar,
);

/** How a line breaks inside of a scalar: white space before it, blank lines, an indentation of the next one. */
const fold = fc.tuple(fc.constantFrom('', '', ' ', '\t'), fc.constantFrom('\n', '\n', '\n\n', '\n  \n'), fc.constantFrom('    ', '      ', '    \t')).map((parts) => parts.join(''));

const folded: Arbitrary<string> = fc
  .tuple(fc.constantFrom('', "'", '"'), fc.array(fc.tuple(fold, fc.constantFrom('two', 'a:b', "won't", '3')), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([quote, more, isEscaped]) => {
    const text = `one${more.map((parts) => parts.join('')).join('')}`;
    if (quote === "'") return inSingle(`${text}\n    # no: comment`);
    // A backslash at the end of a line takes the line break away.
    return quote === '"' ? `"${isEscaped ? 'none \\\n    ' : ''}${text}\\t\n    # no: comment"` : text;
  });

/** What follows a value on its line. */
const beside = fc.constantFrom('', '', '', ' # beside', '  ', '\t', ' \t# tab', ' #', ' # it\'s "x: [y', '  # - {');

const comment = fc.constantFrom('# between', '    # deep', '#', '# x: "y', '\t# tabbed');

// Values

const blanks = fc.constantFrom(' ', ' ', ' ', '  ', '\t', ' \t ');

const scalarValue: Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(blanks, oneLine, beside).map(([gap, { source, quote, settled }, rest]): Value => ({ parts: [gap, source, rest], kind: 'scalar', settled: settled ? quote : null })) },
  { weight: 2, arbitrary: fc.tuple(blanks, folded, beside).map(([gap, source, rest]): Value => ({ parts: [gap, source, rest], kind: 'scalar', settled: null })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(beside, fc.constantFrom('\n', '\n\n', '\n  # below\n'), fc.constantFrom('  ', '    '), fc.oneof(oneLine.map(({ source }) => source), folded), beside)
      .map(([first, lineBreak, margin, source, rest]): Value => ({ parts: [first + lineBreak + margin, source, rest], kind: 'scalar', settled: null })),
  },
  { weight: 1, arbitrary: beside.map((rest): Value => ({ parts: ['', '', rest], kind: 'scalar', settled: null })) },
);

const flowText = fc.oneof(
  fc.constantFrom('a', 'b c', 'née', '3', '1.5', 'null', '~', 'true', "it's", 'a:b', 'a#b', '2021-05-06', 'x\n    y'),
  quotedScalar.map(({ source }) => source),
  fc.constantFrom("'one\n    two'", '"one\n\n    two"', '"]"', "'[,'", '"#"'),
);
const comma = fc.constantFrom(',', ', ', ', ', ' , ', ',\n    ', '\n    , ', ',\n\n  ');
const flowPad = fc.constantFrom('', '', ' ', '\n  ', '\t');

const flowValue: Arbitrary<Value> = fc
  .tuple(fc.constantFrom(' ', '\t', '\n  ', ' # x\n    '), flowPad, fc.array(fc.tuple(flowText, comma), { maxLength: 4 }), fc.boolean(), flowPad, beside)
  .map(([gap, open, items, trails, close, rest]): Value => {
    const last = items.length - 1;
    const inside = items.map(([item, separator], at) => item + (at < last ? separator : trails ? ',' : '')).join('');
    return { parts: [gap, `[${open}${inside}${close}]`, rest], kind: 'list', settled: null };
  });

const item = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('- ', '- ', '-   ', '-\t'), oneLine, beside).map(([dash, { source }, rest]) => dash + source + rest) },
  { weight: 1, arbitrary: folded.map((source) => `- ${source.replace(/\n/g, '\n    ')}`) },
  { weight: 1, arbitrary: fc.constantFrom('-', '- ', '- # nothing') },
);

const blockValue: Arbitrary<Value> = fc
  .tuple(beside, fc.constantFrom('', '  ', '    '), fc.array(fc.tuple(item, fc.option(fc.oneof(comment, fc.constant(''), fc.constant('   ')), { nil: null })), { minLength: 1, maxLength: 4 }))
  .map(([first, margin, items]): Value => {
    const last = items.length - 1;
    const lines = items.map(([source, between], at) => `\n${margin}${source}${between === null || at === last ? '' : `\n${between}`}`);
    return { parts: [first, lines.join(''), ''], kind: 'list', settled: null };
  });

const refusedValue: Arbitrary<Value> = fc
  .constantFrom(' |\n  status: todo\n\n  # text', ' >-\n  a\n  b', ' |+\n  a\n\n', ' |2-\n    a', ' {a: 1, b: [c]}', ' {\n  a: "}"\n  }', ' [a, # no\n  b]', ' [[a]]', ' [a, {b: c}]', '\n  a: 1\n  b:\n  - c', '\n  a: 1 # x\n  # y\n  b: 2', '\n  [a]: 1\n  b: 2', ' {\n  a: b\n}', ' &anchor x', ' &list\n- a', ' !!str 3', '\n- a: 1\n  b: 2\n- c', '\n- - a\n  - b', '\n- |\n  a\n- b', '\n- &i x', '\n- &i x\n- y')
  .map((source): Value => ({ parts: ['', source, ''], kind: 'refused', settled: null }));

const editableValue = fc.oneof({ weight: 5, arbitrary: scalarValue }, { weight: 2, arbitrary: flowValue }, { weight: 2, arbitrary: blockValue });

// Notes

/** Keys as they stand, and as they are read. */
const KEYS: readonly (readonly [string, string])[] = [
  ['status', 'status'], ['"tags"', 'tags'], ['Status', 'Status'], ['title', 'title'], ["'my key'", 'my key'], ['our key', 'our key'], ['a:b', 'a:b'], ['__proto__', '__proto__'],
  ['2020', '2020'], ["'it''s'", "it's"], ['"\\x78"', 'x'], ['ключ', 'ключ'], ['-y', '-y'], ['a#b', 'a#b'],
];

const above = fc.constantFrom('', '', '', '# above\n', '\n', '    # deep\n', '   \n', '# a: b\n\n');

const drawnProperty = fc.tuple(above, fc.constantFrom(...KEYS), fc.constantFrom(':', ':', ':', ' :', '\t:'), fc.oneof({ weight: 7, arbitrary: editableValue }, { weight: 1, arbitrary: refusedValue }));

const body = fc.oneof(
  fc.constantFrom('', '', '\n', '\nbody', '\n\n# A\n\nbody\n', '\nstatus: todo\n---\nx\n', '\n...\n', '\n\ufeff', '\na\rb\n', '\n\u0000\ud800'),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => `\n${text}`),
);

/** How the lines end: all alike, or mixed. */
const lineEnds = fc.oneof(fc.constant<readonly string[]>(['\n']), fc.constant<readonly string[]>(['\r\n']), fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 2, maxLength: 5 }));

/**
 * A note whose front matter holds up to six properties in the styles that YAML has for them: bare, in quotes, folded, below
 * their key, bracketed and block lists, at the margin and indented, with comments and blank lines before, after and beside, null
 * in each spelling, numbers, days, tabs and trailing blanks, line ends of either kind or of both, a byte-order mark, either closing
 * line, with a body or without, and forms that are refused among them.
 */
export const frontMatterNote: Arbitrary<GeneratedFrontMatter> = fc
  .record({
    mark: fc.constantFrom('', '', '', '\ufeff'),
    opening: fc.constantFrom('---', '---', '---  ', '---\t'),
    margin: fc.constantFrom('', '', '', '', '  '),
    properties: fc.uniqueArray(drawnProperty, { selector: ([, [, key]]) => key, maxLength: 6 }),
    last: fc.constantFrom('', '', '# last\n', '\n', '\n  # last\n'),
    closing: fc.constantFrom('---', '---', '---', '--- ', '...'),
    body,
    ends: lineEnds,
  })
  .map(({ mark, opening, margin, properties, last, closing, body: behind, ends }) => {
    let text = '';
    let line = 0;
    const write = (source: string): void => {
      text += source.replace(/\n/g, () => ends[line++ % ends.length] ?? '\n');
    };
    write(`${mark}${opening}\n`);
    const yamlFrom = text.length;
    const written: GeneratedProperty[] = [];
    // Below a block of text, a blank or an indented line becomes part of it once the property between is gone. That is refused.
    const hasBlockText = properties.some(([, , , { parts }]) => /^ [|>]/.test(parts[1]));
    const around = (lines: string): string => (hasBlockText ? lines.trimStart() : lines);
    for (const [before, [name, key], colon, { parts, kind, settled }] of properties) {
      write(around(before));
      const from = text.length;
      const [head, value, tail] = parts.map((part) => part.replace(/\n(?=[^\n])/g, `\n${margin}`));
      write(`${margin}${name}${colon}${head}`);
      const scalar = { from: text.length, to: text.length };
      write(value ?? '');
      scalar.to = text.length;
      write(`${tail}\n`);
      written.push({ key, kind, from, to: text.length, settled, scalar: kind === 'scalar' && value !== '' ? scalar : null });
    }
    write(around(last));
    const yamlTo = text.length;
    write(closing + behind);
    return { text, yamlFrom, yamlTo, properties: written };
  });

// What is set

const anyText = fc.oneof(quotable, fc.constantFrom(...BARE, ...ODD), fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('a\nb', '\r', '\u0085', '\u2028', '\ufeff', '\ud800', '\u202eb'));

/** A value of one piece that a property can be set to. A zero without a sign: the two are one number. */
export const anyScalar: Arbitrary<string | number | boolean | null> = fc.oneof({ weight: 4, arbitrary: anyText }, { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double().map((value) => value + 0), fc.boolean(), fc.constant(null)) });

/** Any value that a property can be set to. */
export const anyValue = fc.oneof({ weight: 3, arbitrary: anyScalar }, { weight: 1, arbitrary: fc.array(anyScalar, { maxLength: 4 }) });

/** A text that is written in those quotes where the property has them. */
export const textFor = (quote: QuoteStyle): Arbitrary<string> => {
  if (quote === 'plain') return fc.constantFrom(...BARE);
  return quote === 'single' ? quotable.filter((text) => !hasTab(text)) : anyText;
};

/** A key for a new property, which may be there already. */
export const anyKey = fc.oneof(fc.constantFrom(...KEYS.map(([, key]) => key), 'read_date', 'z'), fc.constantFrom('', 'a: b', '- a', '# a', 'yes', 'null', '~', '010', '---', '...', 'a\nb', ' a '), fc.string({ unit: 'binary', maxLength: 4 }));
