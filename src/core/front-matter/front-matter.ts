import { say } from '../../language/say';
import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, Type, types, YAMLException } from 'yaml-reader';
import { messageOf } from '../text/message-of';
import { fail, ok } from '../text/result';
import type { Result } from '../text/result';
import { yamlFault } from './yaml-fault';
import { writeYamlScalar, writeYamlText } from './yaml-scalar';

/** The properties of a note. A Map, so that `__proto__` is a key like any other; values are as YAML 1.2 types them. */
export type Properties = ReadonlyMap<string, unknown>;

/** What was read of a text, to be handed to the next step, which need not read the same text again. */
export interface ReadProperties {
  readonly text: string;
  readonly properties: Properties | null;
}

/**
 * Where front matter stands, in UTF-16 offsets: `from` is the first offset behind the opening line, `to` the offset of the
 * closing line, `end` the offset behind the closing line's line break, or the end of the text.
 */
export interface FrontMatterBlock {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** What a note begins with: nothing of the kind, a block of YAML, a block that is never closed, or one in another language. */
export type FoundFrontMatter =
  | { readonly kind: 'none' }
  | { readonly kind: 'block'; readonly block: FrontMatterBlock }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'foreign'; readonly language: string };

/** Why front matter cannot be read. `line` counts from 1, in the note. */
export interface FrontMatterError {
  readonly message: string;
  readonly line: number;
}

/** How lists are written: items at the column of their key, items indented by two, or `[a, b]` on one line. */
export type YamlListStyle = 'block' | 'indented' | 'flow';

/**
 * Finds the front matter at the very start of a note. A byte-order mark, CRLF and white space behind the dashes are allowed,
 * `...` closes as `---` does. Delimiters count only at the start of a line. A language behind the dashes (`---js`) makes the
 * block foreign where a closing line follows; four dashes are no front matter.
 */
export function findFrontMatter(text: string): FoundFrontMatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start)) return { kind: 'none' };
  const lineEnd = text.indexOf('\n', start);
  const rest = /^[ \t]*(?:([A-Za-z][\w.+-]*)[ \t]*)?\r?$/.exec(text.slice(start + 3, lineEnd < 0 ? text.length : lineEnd));
  if (!rest) return { kind: 'none' };
  const language = rest[1];
  const closing = lineEnd < 0 ? null : findClosingLine(text, lineEnd + 1);
  if (language === undefined) return closing ? { kind: 'block', block: { from: lineEnd + 1, ...closing } } : { kind: 'unclosed' };
  return closing ? { kind: 'foreign', language } : { kind: 'none' };
}

function findClosingLine(text: string, from: number): { to: number; end: number } | null {
  for (let to = from; to < text.length; ) {
    const lineBreak = text.indexOf('\n', to);
    const end = lineBreak < 0 ? text.length : lineBreak + 1;
    if ((text.startsWith('---', to) || text.startsWith('...', to)) && /^[ \t]*\r?\n?$/.test(text.slice(to + 3, end))) return { to, end };
    to = end;
  }
  return null;
}

/**
 * Reads the properties of a note; null where it has no front matter, an empty Map where the block is empty. Refuses, with
 * the line: invalid YAML, duplicate keys, a block whose top level is no map, a block that is unclosed or in another language
 * than YAML. Nothing in a note is ever run. Values may share parts (YAML aliases): walk them with a memory of what was seen.
 */
export function readProperties(text: string): Result<Properties | null, FrontMatterError> {
  const found = findFrontMatter(text);
  switch (found.kind) {
    case 'none':
      return ok(null);
    case 'unclosed':
      return fail({ message: say('the block that line 1 opens is never closed. Put a line of three dashes behind its last property.'), line: 1 });
    case 'foreign':
      return fail({ message: say('it is written in “{language}”. Only YAML between two lines of three dashes is read.', { language: found.language }), line: 1 });
    case 'block':
      return readYaml(text.slice(found.block.from, found.block.to));
  }
}

function readYaml(source: string): Result<Properties, FrontMatterError> {
  if (source.includes('\u0000')) {
    return fail({ message: say('it holds a null character. Remove it.'), line: source.slice(0, source.indexOf('\u0000')).split('\n').length + 1 });
  }
  if (HOSTILE_GAP.test(source)) {
    return fail({ message: say('it holds hundreds of blank lines in a row. Remove them.'), line: 2 });
  }
  try {
    const { data } = matter(`---\n${source}${CLOSING}`, OPTIONS);
    const document: unknown = data['document'];
    if (document === undefined || document === null) return ok(new Map());
    if (typeof document !== 'object' || Array.isArray(document)) {
      return fail({ message: say('it is no list of properties. Write each as `name: value` on a line of its own.'), line: 2 });
    }
    return ok(new Map<string, unknown>(Object.entries(document)));
  } catch (error) {
    return fail(explain(error, source.split('\n').length));
  }
}

// gray-matter takes any line that begins with three dashes for the closing one, YAML does not (`---key: 1` is a property).
// The end of the block is known here, so it is marked by a character that YAML forbids.
const CLOSING = '\n\u0000';

// gray-matter looks for comments with a pattern whose time grows with the square of the blank lines in a row.
const HOSTILE_GAP = /(?:[\n\r\u2028\u2029][^\S\n\r\u2028\u2029]*){401}/;

/** The document goes into a wrapper, since gray-matter itself acts on some keys of the data (`excerpt_separator`). */
const parseYaml = (source: string): { document: unknown } => ({
  // js-yaml takes three dashes at the very start for a document's beginning, whatever follows them: it is given its own.
  document: load(`---${source}`, { schema: SCHEMA }),
});

const refuseToRun = (): never => {
  throw new Error('JavaScript in front matter is never run');
};

/** One object for all notes: gray-matter's completion of it is kept (see shims). */
const OPTIONS = { language: 'yaml', delimiters: ['---', CLOSING.slice(1)] as [string, string], engines: { yaml: parseYaml, javascript: refuseToRun } };

// The core schema of YAML 1.2, with its numbers to the letter: js-yaml would add binary ones and miss `-.5`.
const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const NAMED_FLOATS: ReadonlyMap<string, number> = new Map([
  ['.inf', Infinity],
  ['+.inf', Infinity],
  ['-.inf', -Infinity],
  ['.nan', NaN],
]);

const SCHEMA = FAILSAFE_SCHEMA.extend({
  implicit: [
    types.null,
    types.bool,
    new Type('tag:yaml.org,2002:int', {
      kind: 'scalar',
      resolve: (text: unknown) => typeof text === 'string' && INTEGER.test(text),
      construct: Number,
    }),
    new Type('tag:yaml.org,2002:float', {
      kind: 'scalar',
      resolve: (text: unknown) => typeof text === 'string' && (FLOAT.test(text) || /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text)),
      construct: (text: string) => NAMED_FLOATS.get(text.toLowerCase()) ?? Number(text),
    }),
  ],
});

function explain(error: unknown, lastLine: number): FrontMatterError {
  if (!(error instanceof YAMLException)) return { message: say('{error}. Correct the block.', { error: messageOf(error) }), line: 2 };
  // The text that gray-matter hands on begins with the rest of the opening line. What is never closed is noticed behind the end.
  const line = Math.max(2, Math.min(lineOf(error.mark) + 1, lastLine));
  const place = String(line);
  if (error.reason === 'duplicated mapping key') return { message: say('line {line} names a property that is there already. Remove one of the two.', { line: place }), line };
  return { message: say('line {line}: {reason}. Correct it, or put the value in quotes.', { line: place, reason: yamlFault(error.reason) }), line };
}

/** js-yaml's own type does not say that a fault of the whole document has no place. */
const lineOf = (mark: { readonly line: number } | undefined): number => mark?.line ?? 0;

/**
 * Properties from the app's metadata cache, which holds them as a plain object. The `position` that older caches put among
 * them is left out; anything but a plain object has no properties.
 */
export function propertiesFromRecord(record: unknown): Properties {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return new Map();
  return new Map<string, unknown>(Object.entries(record).filter(([key, value]) => key !== 'position' || !isPosition(value)));
}

const isPosition = (value: unknown): boolean => typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

/**
 * Front matter for a new note, both delimiter lines included, with LF. Quotes stand only where YAML needs them, null and
 * undefined become an empty value, lists follow the style, maps are written in flow. Reads back equal. Throws a TypeError
 * for a value that YAML has no form for (a function, a Date).
 */
export function writeFrontMatter(properties: Iterable<readonly [string, unknown]>, style: YamlListStyle): string {
  let lines = '';
  for (const [key, value] of properties) lines += writeProperty(key, value, style, '', '\n');
  return `---\n${lines}---\n`;
}

/** The line of one property, or its lines, each with the indentation in front and the line break behind. See `writeFrontMatter`. */
export function writeProperty(key: string, value: unknown, style: YamlListStyle, indentation: string, lineBreak: string): string {
  const name = `${indentation}${writeYamlText(key, 'block', 'plain')}:`;
  if (value === null || value === undefined) return name + lineBreak;
  if (!Array.isArray(value) || value.length === 0 || style === 'flow') return `${name} ${writeValue(value, 'block')}${lineBreak}`;
  const dash = `${indentation}${style === 'indented' ? '  ' : ''}-`;
  const items: readonly unknown[] = value;
  const written = items.map((item) => (item === null || item === undefined ? dash : `${dash} ${writeValue(item, 'block')}`));
  return [name, ...written].map((line) => line + lineBreak).join('');
}

function writeValue(value: unknown, place: 'block' | 'flow'): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return writeYamlScalar(value, place, 'plain');
  if (Array.isArray(value)) return `[${value.map((item: unknown) => writeValue(item, 'flow')).join(', ')}]`;
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new TypeError(`YAML has no form for a ${typeof value} of this kind.`);
  const entries: [string, unknown][] = Object.entries(value);
  return `{${entries.map(([key, item]) => `${writeYamlText(key, 'flow', 'double')}: ${writeValue(item, 'flow')}`).join(', ')}}`;
}
