import { say } from '../../language/say';
import { readProperties } from './front-matter';
import type { FrontMatterBlock, Properties } from './front-matter';
import { fail, ok } from '../text/result';
import type { Result } from '../text/result';
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
  | { readonly kind: 'uneditable'; readonly reason: UneditableForm };

/** In which form of YAML a value is written that cannot be edited with certainty. */
export type UneditableForm =
  | 'uses an anchor, an alias or a tag of YAML'
  | 'is a block of text of its own (`|` or `>`)'
  | 'is a map on one line'
  | 'is a bracketed list with comments, lists or maps in it'
  | 'holds properties of its own, or something behind its quotes'
  | 'holds properties of its own';

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
  const first = nextContent(lines, 0);
  const { indent } = lineAt(lines, first);
  const entries: YamlEntry[] = [];
  for (let index = first; index < lines.length; ) {
    const line = lineAt(lines, index);
    const found = line.indent === indent ? findKey(text, line) : null;
    if (!found) {
      return fail({ message: say('this line is no plain `name: value`, so the properties around it cannot be told apart.'), line: index + 2 });
    }
    const { key, afterColon } = found;
    const { value, last } = findValue({ text, lines, indent, end: block.to }, index, afterColon, properties.get(key));
    // Written out, since spreading what was found took longer than all the finding.
    entries.push({ key, line: index + 2, from: line.from, afterColon, keyLineTo: line.to, to: lineAt(lines, last).to, value });
    index = nextContent(lines, last + 1);
  }
  const unknown = entries.find((entry) => !properties.has(entry.key));
  if (unknown) return fail({ message: say('the properties cannot be told apart with certainty here.'), line: unknown.line });
  if (entries.length !== properties.size) return fail({ message: say('the properties cannot be told apart with certainty.'), line: 2 });
  return ok({ indentation: ' '.repeat(indent), entries });
}

/** A line of the block: `to` is behind its line break, `end` before it; `indent` counts the spaces in front. */
interface Line {
  readonly from: number;
  readonly end: number;
  readonly to: number;
  readonly indent: number;
  readonly kind: 'blank' | 'comment' | 'content';
}

/** The lines of a block that ends at `end`, with the column its keys stand at. */
interface Source {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly indent: number;
  readonly end: number;
}

/** A value and the index of the last line it takes. */
interface FoundValue {
  readonly value: YamlEntryValue;
  readonly last: number;
}

function splitLines(text: string, block: FrontMatterBlock): Line[] {
  const lines: Line[] = [];
  let from = block.from;
  for (const line of text.slice(block.from, block.to).match(/[^\n]*\n/g) ?? []) {
    const to = from + line.length;
    const end = line.endsWith('\r\n') ? to - 2 : to - 1;
    const first = skipBlanks(text, from);
    const kind = first === end ? 'blank' : text.charAt(first) === '#' ? 'comment' : 'content';
    lines.push({ from, end, to, indent: line.search(/[^ ]/), kind });
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
  while (lineAt(lines, last).end < to) last += 1;
  return last;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charAt(at))) at += 1;
  return at;
}

/** Stays inside of the block, whose closing line begins with something else. */
function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charAt(at))) at += 1;
  return at;
}

/** Whether nothing but white space and a comment is left of the line. A comment needs white space in front. */
function isRestEmpty(text: string, from: number, end: number): boolean {
  const at = skipBlanks(text, from);
  return at === end || (text.charAt(at) === '#' && isBlank(text.charAt(at - 1)));
}

/** Whether a line begins with a dash that ends there as a token: white space or the line's end follows. */
const beginsItem = (text: string, line: Line): boolean => /^-(?:[ \t]|$)/.test(text.slice(line.from + line.indent, line.end));

function findKey(text: string, line: Line): { key: string; afterColon: number } | null {
  const from = line.from + line.indent;
  const source = text.slice(from, line.end);
  if (/^(?:[[\]{}&*!|>%@`,\t]|\?[ \t])/.test(source)) return null;
  // Where the quotes are not closed, what stands up to a colon is no key, as its reading shows.
  const behindQuotes = /^["']/.test(source) ? Math.max(findQuoteEnd(source, 0, source.length), 0) : 0;
  const colon = behindQuotes + source.slice(behindQuotes).search(/:(?:[ \t]|$)/);
  if (source.charAt(colon) !== ':') return null;
  const key = readKey(source.slice(0, colon));
  return key === null ? null : { key, afterColon: from + colon + 1 };
}

/** What a key is called once it is read: escapes undone, `010` and `~` as the parser names them; null for what is no key. */
function readKey(source: string): string | null {
  // Most keys are plain words: they need no parser.
  if (/^[A-Za-z_][\w-]*$/.test(source) && !/^(true|false|null)$/i.test(source)) return source;
  const read = readProperties(`---\n${source}:\n---\n`);
  const [key] = read.ok && read.value ? read.value.keys() : [];
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

/** The value of the key on line `index`. All lines below that are deeper than the key, or items at its column, are of the value. */
function findValue(source: Source, index: number, afterColon: number, parsed: unknown): FoundValue {
  const found = findBehindKey(source, index, afterColon);
  return checkShape({ value: found.value, last: Math.max(found.last, lastDeeper(source, index, source.indent, true)) }, parsed);
}

function findBehindKey(source: Source, index: number, afterColon: number): FoundValue {
  const { text, lines, indent } = source;
  if (!isRestEmpty(text, afterColon, lineAt(lines, index).end)) return findNode(source, index, skipBlanks(text, afterColon), indent, false);
  const below = nextContent(lines, index + 1);
  const next = lineAt(lines, below);
  if (beginsItem(text, next)) return findList(source, below);
  if (next.indent <= indent) return { value: { kind: 'empty' }, last: index };
  return findNode(source, below, next.from + next.indent, indent, true);
}

function nextContent(lines: readonly Line[], from: number): number {
  let index = from;
  while (index < lines.length && lineAt(lines, index).kind !== 'content') index += 1;
  return index;
}

/** The last of the lines from `index` on that are indented deeper than `indent`, or, with `orItems`, begin an item. */
function lastDeeper(source: Source, index: number, indent: number, orItems: boolean): number {
  let last = index;
  for (let next = nextContent(source.lines, index + 1); next < source.lines.length; next = nextContent(source.lines, next + 1)) {
    const line = lineAt(source.lines, next);
    if (line.indent <= indent && !(orItems && beginsItem(source.text, line))) break;
    last = next;
  }
  return last;
}

/** The value that begins at `from`. Its last line is known only where it is no deeper than `indent`: the deeper ones go without saying. */
function findNode(source: Source, index: number, from: number, indent: number, ownLine: boolean): FoundValue {
  const { text, lines } = source;
  const first = text.charAt(from);
  const uneditable = (reason: UneditableForm, last = index): FoundValue => ({ value: { kind: 'uneditable', reason }, last });
  if (first === '&' || first === '*' || first === '!') return uneditable('uses an anchor, an alias or a tag of YAML');
  if (first === '|' || first === '>') return uneditable('is a block of text of its own (`|` or `>`)', lastOfBlockScalar(lines, index, indent));
  if (first === '{') return uneditable('is a map on one line', lastOfFlow(source, index, from));
  if (first === '[') {
    const found = findFlowItems(text, from, source.end);
    const last = found ? lineOf(lines, index, found.to) : index;
    if (!found || !isRestEmpty(text, found.to, lineAt(lines, last).end)) {
      return uneditable('is a bracketed list with comments, lists or maps in it', lastOfFlow(source, index, from));
    }
    return { value: { kind: 'flow-list', ownLine, from, to: found.to, items: found.items }, last };
  }
  if (first !== '"' && first !== "'") return { value: { kind: 'scalar', ownLine, ...findPlain(source, index, from, indent) }, last: index };
  const to = findQuoteEnd(text, from, source.end);
  const last = lineOf(lines, index, to);
  if (!isRestEmpty(text, to, lineAt(lines, last).end)) return uneditable('holds properties of its own, or something behind its quotes', last);
  return { value: { kind: 'scalar', ownLine, quote: first === '"' ? 'double' : 'single', from, to }, last };
}

/** A plain scalar takes all lines that are deeper, if the value is one at all. */
function findPlain(source: Source, index: number, from: number, indent: number): YamlScalarSpan {
  const { text, lines } = source;
  const last = lineAt(lines, lastDeeper(source, index, indent, false));
  const start = Math.max(from, last.from);
  const comment = text.slice(start, last.end).search(/[ \t]#/);
  let to = comment < 0 ? last.end : start + comment;
  while (isBlank(text.charAt(to - 1))) to -= 1;
  return { quote: 'plain', from, to };
}

/** The blank lines below belong to a block scalar: with `|+` they are part of its text. */
function lastOfBlockScalar(lines: readonly Line[], index: number, indent: number): number {
  let last = index;
  while (last + 1 < lines.length && (lineAt(lines, last + 1).kind === 'blank' || lineAt(lines, last + 1).indent > indent)) last += 1;
  return last;
}

/** The line that holds the bracket which closes the one at `from`. Brackets in quotes and in comments do not count. */
function lastOfFlow(source: Source, index: number, from: number): number {
  const { text, lines, end } = source;
  let depth = 0;
  let opensToken = true;
  for (let at = from; at < end; at += 1) {
    const character = text.charAt(at);
    if ((character === '"' || character === "'") && opensToken) {
      const to = findQuoteEnd(text, at, end);
      if (to < 0) break;
      at = to - 1;
    } else if (character === '#' && isSpace(text.charAt(at - 1))) {
      at = text.indexOf('\n', at);
    } else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') {
      depth -= 1;
      if (depth === 0) return lineOf(lines, index, at + 1);
    }
    if (!isSpace(text.charAt(at))) opensToken = /[[{,:]/.test(character);
  }
  return index;
}

/** The scalars of a bracketed list that opens at `from` and closes before `limit`, on that line or below; null for anything richer. */
function findFlowItems(text: string, from: number, limit: number): { items: YamlScalarSpan[]; to: number } | null {
  const items: YamlScalarSpan[] = [];
  let at = skipSpace(text, from + 1);
  while (text.charAt(at) !== ']') {
    const item = findFlowItem(text, at, limit);
    if (!item) return null;
    items.push(item);
    at = skipSpace(text, item.to);
    if (text.charAt(at) === ',') at = skipSpace(text, at + 1);
    else if (text.charAt(at) !== ']') return null;
  }
  return { items, to: at + 1 };
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
    if (line.indent !== indent || !beginsItem(text, line)) break;
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
  const node = findNode(source, index, skipBlanks(text, dash + 1), indent, false);
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
