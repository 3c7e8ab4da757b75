import fc from 'fast-check';
import matter from 'gray-matter';
import { findFrontMatter, propertiesFromRecord, readProperties, writeFrontMatter } from '../../../src/core/front-matter/front-matter';
import type { YamlListStyle } from '../../../src/core/front-matter/front-matter';
import { propertyRuns } from '../../support/property-runs';

const read = (block: string): unknown => {
  const result = readProperties(`---\n${block}\n---\n`);
  return result.ok ? (result.value === null ? null : Object.fromEntries(result.value)) : `refused at ${result.error.line}`;
};

describe('findFrontMatter', () => {
  it.each([
    ['LF', '---\na: 1\n---\nbody', 'a: 1\n', 'body'],
    ['CRLF', '---\r\na: 1\r\n---\r\nbody', 'a: 1\r\n', 'body'],
    ['a byte-order mark', '\ufeff---\na: 1\n---\nbody', 'a: 1\n', 'body'],
    ['white space behind the dashes', '---  \na: 1\n---\t \nbody', 'a: 1\n', 'body'],
    ['a closing line of dots', '---\na: 1\n...\nbody\n---\n', 'a: 1\n', 'body\n---\n'],
    ['an empty block', '---\n---\nbody', '', 'body'],
    ['no line break at the end', '---\na: 1\n---', 'a: 1\n', ''],
    ['dashes inside a line and at an indent', '---\na: ---\n ---\nb: x---\n---\nbody', 'a: ---\n ---\nb: x---\n', 'body'],
    ['a property that begins with dashes', '---\n---key: 1\n---\nbody', '---key: 1\n', 'body'],
    ['a line of four dashes', '---\na: 1\n----\n---\nbody', 'a: 1\n----\n', 'body'],
  ])('should find the block with %s', (_name, text, inside, behind) => {
    const found = findFrontMatter(text);
    expect(found.kind).toBe('block');
    if (found.kind !== 'block') return;
    expect(text.slice(found.block.from, found.block.to)).toBe(inside);
    expect(text.slice(found.block.end)).toBe(behind);
  });

  it.each([
    ['', 'none'],
    ['body', 'none'],
    ['\n---\na: 1\n---\n', 'none'],
    [' ---\na: 1\n---\n', 'none'],
    ['----\na: 1\n---\n', 'none'],
    ['---a sentence, then a rule\n\n---\n', 'none'],
    ['---js\n({})\n', 'none'],
    ['---\u00a0\na: 1\n---\n', 'none'],
    ['---x', 'none'],
    ['---', 'unclosed'],
    ['---\na: 1\n', 'unclosed'],
    ['---\na: 1\n ---\n', 'unclosed'],
    ['---\na: 1\n---x\n', 'unclosed'],
    ['\ufeff---\r\na: 1', 'unclosed'],
  ])('should see that %j has %s', (text, kind) => {
    expect(findFrontMatter(text)).toEqual({ kind });
  });

  it.each(['---js', '--- js', '---JS', '---javascript', '---toml', '---constructor', '---toString', '---yaml', '\ufeff--- json  '])(
    'should take %j with a closing line for a foreign block',
    (opening) => {
      expect(findFrontMatter(`${opening}\na\n---\n`)).toEqual({ kind: 'foreign', language: opening.replace(/[^A-Za-z]/g, '') });
    },
  );
});

describe('readProperties', () => {
  it('should tell no front matter from an empty block', () => {
    expect(readProperties('body')).toEqual({ ok: true, value: null });
    expect(readProperties('---\n---\n')).toEqual({ ok: true, value: new Map() });
    expect(readProperties('---\n# only a comment\n\n---\n')).toEqual({ ok: true, value: new Map() });
    expect(readProperties('---\n#\n---\n')).toEqual({ ok: true, value: new Map() });
  });

  it.each<[string, unknown]>([
    ['2021-05-06', '2021-05-06'],
    ['2021-05-06T10:00:00', '2021-05-06T10:00:00'],
    ['010', 10],
    ['0o17', 15],
    ['0x1F', 31],
    ['0b11', '0b11'],
    ['12:30', '12:30'],
    ['1_000', '1_000'],
    ['yes', 'yes'],
    ['on', 'on'],
    ['True', true],
    ['~', null],
    ['', null],
    ['1e3', 1000],
    ['-.5', -0.5],
    ['.inf', Infinity],
    ['-.INF', -Infinity],
    ['.nan', NaN],
    ['a.inf', 'a.inf'],
    ['.infinite', '.infinite'],
    ['.nano', '.nano'],
    ['<<', '<<'],
    ['"Doll\\xE1r"', 'Dollár'],
    ["'it''s'", "it's"],
    ['one\n  two\n\n  three', 'one two\nthree'],
    ['[a, null, 3]', ['a', null, 3]],
    ['\n- a\n-\n- 2020', ['a', null, 2020]],
    ['{ a: 1 }', { a: 1 }],
  ])('should read %j by YAML 1.2', (source, value) => {
    expect(read(`key: ${source}`)).toEqual({ key: value });
  });

  it('should keep `__proto__` and `constructor` as ordinary keys', () => {
    const result = readProperties('---\n__proto__: { polluted: 1 }\nconstructor: a\ntoString: b\n---\n');
    expect(result.ok && [...(result.value ?? [])].map(([key]) => key)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('should not follow keys that gray-matter acts on', () => {
    expect(read('excerpt_separator: { toString: x }\ncontent: y\nlanguage: js')).toEqual({ excerpt_separator: { toString: 'x' }, content: 'y', language: 'js' });
  });

  it.each([
    ['a: 1\nb: 2\na: 3', 4],
    ['a: 1\nb: [', 3],
    ['a: 1\nb: "x', 3],
    ['a: b: c', 2],
    ['a: b # c\n  d', 3],
    ['a: b\n  # c\n  d', 4],
    ['a:\n- b # c\n  d', 4],
    ['a: 1\n\tb: 2', 3],
    ['- a\n- b', 2],
    ['just a text', 2],
    ['a: \ud800', 2],
    ['a: \u0000', 2],
    ['a: 1\n\u0000\nb: 2', 3],
    ['# x\r\na: "\u0000"', 3],
    ['a: &x 1\nb: *y', 3],
    ['a: !!js/function "x"', 2],
    ['\n'.repeat(5000) + 'a: 1', 2],
  ])('should refuse %j and name the line', (block, line) => {
    expect(read(block)).toBe(`refused at ${line}`);
  });

  it.each([
    ['a null character', 'a: 1\n\u0000\nb: 2', 'it holds a null character. Remove it.'],
    ['blank lines in a row', '\n'.repeat(5000) + 'a: 1', 'it holds hundreds of blank lines in a row. Remove them.'],
    ['a list as the block', '- a', 'it is no list of properties. Write each as `name: value` on a line of its own.'],
    ['a key that is there twice', 'a: 1\nb: 2\na: 3', 'line 4 names a property that is there already. Remove one of the two.'],
    ['an alias of nothing', 'a: 1\nb: *c', 'line 3: unidentified alias "c". Correct it, or put the value in quotes.'],
    ['nesting without end', `a: ${'['.repeat(20_000)}`, 'line 2: nesting exceeded maxDepth (100). Correct it, or put the value in quotes.'],
  ])('should say what is wrong with %s, and what can be done', (_name, block, message) => {
    expect(readProperties(`---\n${block}\n---\n`)).toMatchObject({ ok: false, error: { message } });
  });

  it('should refuse an unclosed block', () => {
    expect(readProperties('---\na: 1\n')).toMatchObject({ ok: false, error: { line: 1, message: expect.stringContaining('never closed') } });
  });

  it.each(['---js', '--- js', '---JS', '---javascript', '---coffee', '---constructor'])('should never run the code of a %s block', (opening) => {
    const text = `${opening}\n(globalThis.ranFrontMatter = true, { a: 1 })\n---\n`;
    expect(readProperties(text)).toMatchObject({ ok: false, error: { line: 1 } });
    expect(Reflect.get(globalThis, 'ranFrontMatter')).toBeUndefined();
  });

  it('should read nested aliases without copying what they stand for', () => {
    const levels = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level <= 10; level += 1) levels.push(`a${level}: &a${level} [${Array(10).fill(`*a${level - 1}`).join(', ')}]`);
    const result = readProperties(`---\n${levels.join('\n')}\n---\n`);
    const top = result.ok && result.value ? result.value.get('a10') : null;
    expect(Array.isArray(top) && top.length === 10 && top[0] === top[9]).toBe(true);
  });

  it('should give every reading data of its own', () => {
    const text = '---\na: [1]\n---\n';
    const [first, second] = [readProperties(text), readProperties(text)];
    expect(first).toEqual(second);
    expect(first.ok && first.value?.get('a')).not.toBe(second.ok && second.value?.get('a'));
  });
});

describe('propertiesFromRecord', () => {
  it('should take the properties and leave out the position of older caches', () => {
    const properties = propertiesFromRecord({ title: 'A', position: { start: {}, end: {} } });
    expect([...properties]).toEqual([['title', 'A']]);
  });

  it('should keep a property of the note that is called position', () => {
    for (const position of ['first', null, { start: 1 }, { end: 1 }]) expect(propertiesFromRecord({ position }).get('position')).toBe(position);
  });

  it('should keep a property of another name that has the form of a position', () => {
    expect(propertiesFromRecord({ span: { start: 1, end: 2 } }).get('span')).toEqual({ start: 1, end: 2 });
  });

  it.each([undefined, null, 'text', 3, ['a']])('should find no properties in %j', (record) => {
    expect(propertiesFromRecord(record).size).toBe(0);
  });
});

describe('writeFrontMatter', () => {
  const properties: [string, unknown][] = [
    ['title', 'A: B'],
    ['authors', ['Ada', '# one']],
    ['pdf', null],
    ['year', 2020],
    ['day', '2021-05-06'],
    ['tags', []],
  ];

  it.each<[YamlListStyle, string]>([
    ['block', 'authors:\n- Ada\n- "# one"\n'],
    ['indented', 'authors:\n  - Ada\n  - "# one"\n'],
    ['flow', 'authors: [Ada, "# one"]\n'],
  ])('should write lists in %s style', (style, authors) => {
    expect(writeFrontMatter(properties, style)).toBe(`---\ntitle: "A: B"\n${authors}pdf:\nyear: 2020\nday: 2021-05-06\ntags: []\n---\n`);
  });

  it.each([
    '', ' a', 'a ', 'a: b', 'a:', 'a #b', '#a', '- a', '-a', '? a', ':a', '@a', '`a', '%a', '&a', '*a', '!a', '|', '>', '"a', "'a", '[a]', '{a}', '[[a]]',
    'null', '~', 'true', 'False', 'yes', 'No', 'on', 'OFF', 'y', 'N', '=', '<<', '2020', '010', '-3', '+3', '1_000', '0b1', '0o7', '0x1F', '1.5', '.5', '1e3', '1.', '12:30',
    '1:30:20.5', '.inf', '-.Inf', '.nan', '2021-05-06 10:00:00', '2021-05-06T10:00', '2021-13-06', '2021-00-10', '2021-05-32', '2021-05-1', '- 2021-05-06', '...', '---', 'a\nb', 'a\tb', '\u0000', '\u0007', '\u0085', '\u2028', '\ufeff', '\ud800', '\u202eabc',
  ])('should quote %j', (text) => {
    const [, line = ''] = writeFrontMatter([['k', text]], 'block').split('\n');
    expect(line).toMatch(/^k: ".*"$/);
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e\ufeff]/u);
  });

  it.each(['a', 'todo', 'a-b', 'a:b', 'https://a.b/c?d=e', 'a#b', "it's", 'say "x"', 'a, b', 'a [b]', '2019 ACE', '3D vision', '1st', '2021-05-06', '2021-05-15', '2021-12-31', 'and so on...', 'née', '論文', 'نص', 'a\u00a0b', '🙂', 'e3', 'Nope'])(
    'should write %j bare',
    (text) => {
      expect(writeFrontMatter([['k', text]], 'block')).toBe(`---\nk: ${text}\n---\n`);
    },
  );

  it('should write awkward keys so that they read back', () => {
    const keys = ['a b', 'a: b', '#a', '2020', 'yes', '', '__proto__', '- a', "it's", 'a"b', 'née', '---', '...'];
    const result = readProperties(writeFrontMatter(keys.map((key) => [key, 1]), 'block'));
    expect(result.ok && [...(result.value ?? [])].map(([key]) => key).sort()).toEqual([...keys].sort());
  });

  it.each<[unknown, string]>([
    [NaN, '.nan'],
    [Infinity, '.inf'],
    [-Infinity, '-.inf'],
    [0, '0'],
    [-0, '-0'],
    [-1.5, '-1.5'],
    [1e21, '1.0e+21'],
    [-2e-7, '-2.0e-7'],
    [1.5e300, '1.5e+300'],
    [false, 'false'],
    ['\r', '"\\r"'],
    ['\n', '"\\n"'],
    ['a\tb', '"a\\tb"'],
    ['\u001f', '"\\x1F"'],
    ['\u0007', '"\\x07"'],
    ['\u007f', '"\\x7F"'],
    ['\u009f', '"\\x9F"'],
    ['\u2028', '"\\u2028"'],
    ['\u202e', '"\\u202E"'],
    ['\u2066', '"\\u2066"'],
    ['\u2069', '"\\u2069"'],
    ['\ud800', '"\\uD800"'],
    ['\udfff', '"\\uDFFF"'],
    ['\ufeff', '"\\uFEFF"'],
    ['\ufffe', '"\\uFFFE"'],
    ['\uffff', '"\\uFFFF"'],
    ['a\u00a0\u0100\u2027\u202f\u2065\u206a\ud7ff\ue000\ufefe\ufffd', 'a\u00a0\u0100\u2027\u202f\u2065\u206a\ud7ff\ue000\ufefe\ufffd'],
    [{ a: [null, 'b, c', { d: true }] }, '{"a": [null, "b, c", {"d": true}]}'],
  ])('should write %j as %s, and read it back', (value, written) => {
    const text = writeFrontMatter([['k', value]], 'block');
    expect(text).toBe(`---\nk: ${written}\n---\n`);
    expect(readProperties(text)).toEqual({ ok: true, value: new Map([['k', value]]) });
  });

  it('should write items that are null or undefined as empty ones, or as null between brackets', () => {
    const entries: [string, unknown][] = [['k', ['a', undefined, null]], ['l', undefined]];
    expect(writeFrontMatter(entries, 'block')).toBe('---\nk:\n- a\n-\n-\nl:\n---\n');
    expect(writeFrontMatter(entries, 'flow')).toBe('---\nk: [a, null, null]\nl:\n---\n');
  });

  it('should throw for a value that YAML has no form for', () => {
    expect(() => writeFrontMatter([['k', new Date(0)]], 'block')).toThrow(new TypeError('YAML has no form for a object of this kind.'));
    expect(() => writeFrontMatter([['k', () => 1]], 'block')).toThrow(new TypeError('YAML has no form for a function of this kind.'));
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...' \t\n\r-:#[]{},&*!|>\'"%@`?~.0123456789abeEnoxyz_+=<\\\u0085\u2028\u202e\ufeff\ud800\udc00'), maxLength: 8 }),
  );
  const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
  const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }), fc.dictionary(text, fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), { maxKeys: 3 }));

  it('should read back equal, whatever is written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(text, value), { selector: ([key]) => key, maxLength: 5 }), fc.constantFrom<YamlListStyle>('block', 'indented', 'flow'), (entries, style) => {
        const result = readProperties(writeFrontMatter(entries, style));
        const back = result.ok ? result.value ?? new Map() : new Map([['refused', result.error]]);
        expect(new Map([...back].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1))));
      }),
      propertyRuns(3000),
    );
  });

  it('should write texts that a reader of YAML 1.1 takes for texts too', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<YamlListStyle>('block', 'flow'), (written, style) => {
        const { data } = matter(writeFrontMatter([['k', [written]]], style), { language: 'yaml' });
        expect(data['k']).toEqual([/^\d{4}-\d\d-\d\d$/.test(written) ? expect.any(Date) : written]);
      }),
      propertyRuns(3000),
    );
  });
});
