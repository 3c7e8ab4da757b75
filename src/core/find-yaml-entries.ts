import { readProperties } from './front-matter';
import type { FrontMatterBlock, Properties } from './front-matter';
import { fail, ok } from './result';
import type { Result } from './result';
import type { QuoteStyle } from './yaml-scalar';

/** A scalar's text, quotes included: the half-open range `[from, to)` of UTF-16 offsets. It may run over lines. */
export interface YamlScalarSpan {
  readonly quote: QuoteStyle;
  readonly from: number;
  readonly to: number;
}

/** One item of a block list: whole lines from `from` to `to`, the place behind its dash, and its scalar where it has one. */
export interface YamlListItem {
  readonly from: number;
  readonly to: number;
  readonly afterDash: number;
  readonly content: { readonly kind: 'empty' } | ({ readonly kind: 'scalar' } & YamlScalarSpan) | { readonly kind: 'other' };
}

/** The value of a property, as it stands in the text. `ownLine` says that it begins on a line below its key. */
export type YamlEntryValue =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'scalar'; readonly ownLine: boolean } & YamlScalarSpan)
  | { readonly kind: 'flow-list'; readonly ownLine: boolean; readonly from: number; readonly to: number; readonly items: readonly YamlScalarSpan[] }
  | { readonly kind: 'list'; readonly items: readonly YamlListItem[] }
  | { readonly kind: 'uneditable'; readonly reason: string };

/**
 * One property in the text of its note: whole lines from `from` to `to`; `afterColon` is the offset behind the colon,
 * `keyLineTo` the offset behind the line break of the key's line. `line` counts from 1, in the note.
 */
export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  readonly from: number;
  readonly afterColon: number;
  readonly keyLineTo: number;
  readonly to: number;
  readonly value: YamlEntryValue;
}

/** The properties in the order of the text, with the column their keys stand at. */
export interface FoundYamlEntries {
  readonly indentation: string;
  readonly entries: readonly YamlEntry[];
}

/** A place that cannot be taken apart with certainty. `line` counts from 1, in the note. */
export interface YamlObstacle {
  readonly message: string;
  readonly line: number;
}

/**
 * Takes a block of YAML apart into the lines of its properties, comments and blank lines between them left out. What is found
 * is checked against the properties that the parser read: the same keys, and under each a value of the same shape. Where that
 * fails (complex keys, a flow map as the whole block) there is no answer but the obstacle. A value in a form that cannot be
 * edited is found with the reason.
 */
export function findYamlEntries(text: string, block: FrontMatterBlock, properties: Properties): Result<FoundYamlEntries, YamlObstacle> {
  const lines = splitLines(text, block);
  const entries: YamlEntry[] = [];
  let indent = -1;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line) break;
    if (line.kind !== 'content') {
      index += 1;
      continue;
    }
    if (indent < 0) indent = line.indent;
    const key = line.indent === indent ? findKey(text, line) : null;
    if (!key) {
      return fail({ message: 'this line is no plain `name: value`, so the properties around it cannot be told apart.', line: index + 2 });
    }
    const value = findValue({ text, lines, indent }, index, key.afterColon, properties.get(key.key));
    const { to } = lineAt(lines, value.last);
    entries.push({ ...key, line: index + 2, from: line.from, keyLineTo: line.to, to, value: value.value });
    index = value.last + 1;
  }
  const unknown = entries.find((entry) => !properties.has(entry.key));
  if (unknown) return fail({ message: 'the properties cannot be told apart with certainty here.', line: unknown.line });
  if (entries.length !== properties.size) return fail({ message: 'the properties cannot be told apart with certainty.', line: 2 });
  return ok({ indentation: ' '.repeat(Math.max(indent, 0)), entries });
}

/** A line of the block: `to` is behind its line break, `end` before it; `indent` counts the spaces in front. */
interface Line {
  readonly from: number;
  readonly end: number;
  readonly to: number;
  readonly indent: number;
  readonly kind: 'blank' | 'comment' | 'content';
}

interface Source {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly indent: number;
}

/** A value and the index of the last line it takes. */
interface FoundValue {
  readonly value: YamlEntryValue;
  readonly last: number;
}

function splitLines(text: string, block: FrontMatterBlock): Line[] {
  const lines: Line[] = [];
  for (let from = block.from; from < block.to; ) {
    const lineBreak = text.indexOf('\n', from);
    const to = lineBreak < 0 || lineBreak >= block.to ? block.to : lineBreak + 1;
    const end = lineBreak < 0 || lineBreak >= block.to ? to : text.charAt(lineBreak - 1) === '\r' && lineBreak > from ? lineBreak - 1 : lineBreak;
    let first = from;
    while (first < end && text.charAt(first) === ' ') first += 1;
    const indent = first - from;
    while (first < end && isBlank(text.charAt(first))) first += 1;
    lines.push({ from, end, to, indent, kind: first === end ? 'blank' : text.charAt(first) === '#' ? 'comment' : 'content' });
    from = to;
  }
  return lines;
}

const NO_LINE: Line = { from: 0, end: 0, to: 0, indent: 0, kind: 'blank' };
const lineAt = (lines: readonly Line[], index: number): Line => lines[index] ?? NO_LINE;
const isBlank = (character: string): boolean => character === ' ' || character === '\t';
const isSpace = (character: string): boolean => isBlank(character) || character === '\n' || character === '\r';

/** The line, `index` or one below it, that holds the last character before `to`. */
function lineOf(lines: readonly Line[], index: number, to: number): number {
  let last = index;
  while (lineAt(lines, last).to < to) last += 1;
  return last;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charAt(at))) at += 1;
  return at;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charAt(at))) at += 1;
  return at;
}

/** Whether nothing but white space and a comment is left of the line. A comment needs white space in front. */
function isRestEmpty(text: string, from: number, end: number): boolean {
  const at = skipBlanks(text, from, end);
  return at === end || (text.charAt(at) === '#' && isBlank(text.charAt(at - 1)));
}

/** Whether the character at `at` (a dash, a colon) ends there as a token: white space or the line's end follows. */
const isAlone = (text: string, at: number, end: number): boolean => at + 1 >= end || isBlank(text.charAt(at + 1));

function findKey(text: string, line: Line): { key: string; afterColon: number } | null {
  const from = line.from + line.indent;
  const first = text.charAt(from);
  let colon: number;
  let to: number;
  if (first === '"' || first === "'") {
    to = findQuoteEnd(text, from, line.end);
    if (to < 0) return null;
    colon = skipBlanks(text, to, line.end);
    if (text.charAt(colon) !== ':' || !isAlone(text, colon, line.end)) return null;
  } else {
    if (/[[\]{}&*!|>%@`,\t]/.test(first) || ((first === '-' || first === '?') && isAlone(text, from, line.end))) return null;
    colon = from;
    while (colon < line.end && !(text.charAt(colon) === ':' && isAlone(text, colon, line.end))) {
      if (text.charAt(colon) === '#' && isBlank(text.charAt(colon - 1))) return null;
      colon += 1;
    }
    if (colon >= line.end) return null;
    to = colon;
    while (to > from && isBlank(text.charAt(to - 1))) to -= 1;
  }
  const key = readKey(text.slice(from, to));
  return key === null ? null : { key, afterColon: colon + 1 };
}

/** What a key is called once it is read: escapes undone, `010` and `~` as the parser names them. */
function readKey(source: string): string | null {
  if (/^[A-Za-z_][\w-]*$/.test(source) && !/^(true|false|null)$/i.test(source)) return source;
  const read = readProperties(`---\n${source}:\n---\n`);
  if (!read.ok || !read.value || read.value.size !== 1) return null;
  const [key] = read.value.keys();
  return key ?? null;
}

/** The offset behind the closing quote of the scalar that begins at `from`, or -1 where it is not closed before `limit`. */
function findQuoteEnd(text: string, from: number, limit: number): number {
  const quote = text.charAt(from);
  for (let at = from + 1; at < limit; at += 1) {
    const character = text.charAt(at);
    if (quote === '"' && character === '\\') at += 1;
    else if (character === quote) {
      if (quote === '"' || text.charAt(at + 1) !== "'") return at + 1;
      at += 1;
    }
  }
  return -1;
}

function findValue(source: Source, index: number, afterColon: number, parsed: unknown): FoundValue {
  const { text, lines, indent } = source;
  const line = lineAt(lines, index);
  if (!isRestEmpty(text, afterColon, line.end)) {
    return checkShape(findNode(source, index, skipBlanks(text, afterColon, line.end), indent, false), parsed);
  }
  const below = nextContent(lines, index + 1);
  const next = lines[below];
  if (!next) return checkShape({ value: { kind: 'empty' }, last: index }, parsed);
  const first = next.from + next.indent;
  if (next.indent >= indent && text.charAt(first) === '-' && isAlone(text, first, next.end)) return checkShape(findList(source, below), parsed);
  if (next.indent <= indent) return checkShape({ value: { kind: 'empty' }, last: index }, parsed);
  return checkShape(findNode(source, below, first, indent, true), parsed);
}

function nextContent(lines: readonly Line[], from: number): number {
  let index = from;
  while (index < lines.length && lineAt(lines, index).kind !== 'content') index += 1;
  return index;
}

/** The last of the lines from `index` on that are indented deeper than `indent`, or, with `orItems`, begin an item at that column. */
function lastDeeper(source: Source, index: number, indent: number, orItems: boolean): number {
  let last = index;
  for (let next = nextContent(source.lines, index + 1); next < source.lines.length; next = nextContent(source.lines, next + 1)) {
    const line = lineAt(source.lines, next);
    const first = line.from + line.indent;
    const isItem = orItems && line.indent === indent && source.text.charAt(first) === '-' && isAlone(source.text, first, line.end);
    if (line.indent <= indent && !isItem) break;
    last = next;
  }
  return last;
}

function findNode(source: Source, index: number, from: number, indent: number, ownLine: boolean): FoundValue {
  const { text, lines } = source;
  const first = text.charAt(from);
  const uneditable = (reason: string, last = lastDeeper(source, index, indent, false)): FoundValue => ({ value: { kind: 'uneditable', reason }, last });
  if (first === '&' || first === '*' || first === '!') {
    return uneditable('uses an anchor, an alias or a tag of YAML', lastDeeper(source, index, indent, true));
  }
  if (first === '|' || first === '>') return uneditable('is a block of text of its own (`|` or `>`)', lastOfBlockScalar(lines, index, indent));
  if (first === '{') return uneditable('is a map on one line', lastOfFlow(source, index, from, indent));
  if (first === '[') {
    const found = findFlowItems(text, from, lineAt(lines, lines.length - 1).end);
    const last = found ? lineOf(lines, index, found.to) : index;
    if (!found || !isRestEmpty(text, found.to, lineAt(lines, last).end)) {
      return uneditable('is a bracketed list with comments, lists or maps in it', lastOfFlow(source, index, from, indent));
    }
    return { value: { kind: 'flow-list', ownLine, from, to: found.to, items: found.items }, last };
  }
  const scalar = findScalar(source, index, from, indent);
  if (!scalar) return uneditable('holds properties of its own, or something behind its quotes');
  return { value: { kind: 'scalar', ownLine, ...scalar.span }, last: scalar.last };
}

/** A scalar, plain or in quotes, over as many lines as it takes; null where something else follows on its last line. */
function findScalar(source: Source, index: number, from: number, indent: number): { span: YamlScalarSpan; last: number } | null {
  const { text, lines } = source;
  const first = text.charAt(from);
  if (first !== '"' && first !== "'") return findPlain(source, index, from, indent);
  const to = findQuoteEnd(text, from, lineAt(lines, lines.length - 1).end);
  if (to < 0) return null;
  const last = lineOf(lines, index, to);
  if (!isRestEmpty(text, to, lineAt(lines, last).end)) return null;
  return { span: { quote: first === '"' ? 'double' : 'single', from, to }, last };
}

function findPlain(source: Source, index: number, from: number, indent: number): { span: YamlScalarSpan; last: number } {
  const { text, lines } = source;
  let last = index;
  let { to, commented } = findPlainEnd(text, from, lineAt(lines, index).end);
  for (let next = index + 1; !commented && next < lines.length; next += 1) {
    const line = lineAt(lines, next);
    if (line.kind === 'blank') continue;
    if (line.kind === 'comment' || line.indent <= indent) break;
    ({ to, commented } = findPlainEnd(text, line.from + line.indent, line.end));
    last = next;
  }
  return { span: { quote: 'plain', from, to }, last };
}

function findPlainEnd(text: string, from: number, end: number): { to: number; commented: boolean } {
  let to = end;
  let commented = false;
  for (let at = from + 1; at < end; at += 1) {
    if (text.charAt(at) === '#' && isBlank(text.charAt(at - 1))) {
      to = at;
      commented = true;
      break;
    }
  }
  while (to > from && isBlank(text.charAt(to - 1))) to -= 1;
  return { to, commented };
}

/** The blank lines below belong to a block scalar: with `|+` they are part of its text. */
function lastOfBlockScalar(lines: readonly Line[], index: number, indent: number): number {
  let last = index;
  while (last + 1 < lines.length && (lineAt(lines, last + 1).kind === 'blank' || lineAt(lines, last + 1).indent > indent)) last += 1;
  return last;
}

function lastOfFlow(source: Source, index: number, from: number, indent: number): number {
  const { text, lines } = source;
  const limit = lineAt(lines, lines.length - 1).end;
  let depth = 0;
  let opensToken = true;
  for (let at = from; at < limit; at += 1) {
    const character = text.charAt(at);
    if ((character === '"' || character === "'") && opensToken) {
      const to = findQuoteEnd(text, at, limit);
      if (to < 0) break;
      at = to - 1;
    } else if (character === '#' && /\s/.test(text.charAt(at - 1))) {
      const lineBreak = text.indexOf('\n', at);
      if (lineBreak < 0) break;
      at = lineBreak;
    } else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') {
      depth -= 1;
      if (depth === 0) {
        return lineOf(lines, index, at + 1);
      }
    }
    if (!/\s/.test(character)) opensToken = /[[{,:]/.test(character);
  }
  return lastDeeper(source, index, indent, false);
}

/** The scalars of a bracketed list that opens at `from` and closes before `limit`, on that line or below; null for anything richer. */
function findFlowItems(text: string, from: number, limit: number): { items: YamlScalarSpan[]; to: number } | null {
  const items: YamlScalarSpan[] = [];
  let at = skipSpace(text, from + 1, limit);
  while (at < limit && text.charAt(at) !== ']') {
    const item = findFlowItem(text, at, limit);
    if (!item) return null;
    items.push(item);
    at = skipSpace(text, item.to, limit);
    if (text.charAt(at) === ',') at = skipSpace(text, at + 1, limit);
    else if (text.charAt(at) !== ']') return null;
  }
  return at < limit ? { items, to: at + 1 } : null;
}

function findFlowItem(text: string, from: number, limit: number): YamlScalarSpan | null {
  const first = text.charAt(from);
  if (/[[{}&*!|>%@`,#]/.test(first)) return null;
  if (first === '"' || first === "'") {
    const to = findQuoteEnd(text, from, limit);
    return to < 0 ? null : { quote: first === '"' ? 'double' : 'single', from, to };
  }
  let to = from;
  for (let at = from; at < limit && !/[,[\]{}]/.test(text.charAt(at)); at += 1) {
    if (isSpace(text.charAt(at))) continue;
    if (text.charAt(at) === '#' && at > to) return null;
    to = at + 1;
  }
  return { quote: 'plain', from, to };
}

function findList(source: Source, index: number): FoundValue {
  const { text, lines } = source;
  const { indent } = lineAt(lines, index);
  const items: YamlListItem[] = [];
  let last = index;
  for (let at = index; at < lines.length; at = nextContent(lines, last + 1)) {
    const line = lineAt(lines, at);
    const dash = line.from + line.indent;
    if (line.indent !== indent || text.charAt(dash) !== '-' || !isAlone(text, dash, line.end)) break;
    const item = findItem(source, at, dash, indent);
    last = item.last;
    items.push({ from: line.from, to: lineAt(lines, last).to, afterDash: dash + 1, content: item.content });
  }
  return { value: { kind: 'list', items }, last };
}

function findItem(source: Source, index: number, dash: number, indent: number): { content: YamlListItem['content']; last: number } {
  const { text, lines } = source;
  const line = lineAt(lines, index);
  const deeper = lastDeeper(source, index, indent, false);
  if (isRestEmpty(text, dash + 1, line.end)) return { content: { kind: deeper === index ? 'empty' : 'other' }, last: deeper };
  const node = findNode(source, index, skipBlanks(text, dash + 1, line.end), indent, false);
  return { content: node.value.kind === 'scalar' ? node.value : { kind: 'other' }, last: Math.max(node.last, deeper) };
}

/** What was found, where the parser saw the same shape; else as uneditable. */
function checkShape(found: FoundValue, parsed: unknown): FoundValue {
  const { value } = found;
  switch (value.kind) {
    case 'uneditable':
      return found;
    case 'empty':
      return parsed === null ? found : mistaken(found);
    case 'scalar':
      return isScalar(parsed) ? found : mistaken(found);
    case 'flow-list':
      return Array.isArray(parsed) && parsed.length === value.items.length && parsed.every(isScalar) ? found : mistaken(found);
    case 'list': {
      if (!Array.isArray(parsed) || parsed.length !== value.items.length) return mistaken(found);
      const shapes: readonly unknown[] = parsed;
      const items = value.items.map((item, at) => (isScalar(shapes[at]) ? item : { ...item, content: { kind: 'other' } as const }));
      return { value: { kind: 'list', items }, last: found.last };
    }
  }
}

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

const mistaken = (found: FoundValue): FoundValue => ({ value: { kind: 'uneditable', reason: 'holds properties of its own' }, last: found.last });
