import { say } from '../../language/say';
import { findYamlEntries } from './find-yaml-entries';
import type { UneditableForm, YamlEntry, YamlEntryValue, YamlListItem, YamlScalarSpan } from './find-yaml-entries';
import { findFrontMatter, readProperties, writeProperty } from './front-matter';
import type { FrontMatterBlock, Properties, ReadProperties, YamlListStyle } from './front-matter';
import { fail, ok } from '../text/result';
import type { Result } from '../text/result';
import { applyEdits } from '../text/text-edits';
import type { TextEdit } from '../text/text-edits';
import { writeYamlScalar } from './yaml-scalar';
import type { QuoteStyle } from './yaml-scalar';

/** A value of one piece. */
export type PropertyScalar = string | number | boolean | null;

/** A value that a property can be set to. */
export type PropertyValue = PropertyScalar | readonly PropertyScalar[];

/**
 * One property to set, or to remove where the value is undefined. A key that is new goes on the line below the lines of
 * `after`, where the note has that property (or gets it by another edit), else to the end of the block.
 */
export interface PropertyEdit {
  readonly key: string;
  readonly value: PropertyValue | undefined;
  readonly after?: string;
}

/** Why a note's front matter is left as it is, and what can be done. `line` counts from 1, in the note. */
export interface EditRefusal {
  readonly message: string;
  readonly line: number;
}

/**
 * Plans edits of the properties of a note, on the lines of those properties alone: comments, quotes, order, list style, line
 * ends and every other byte stay. Empty where nothing differs. A note without front matter gets a block on top, with the
 * note's own line ends. A new list, or one put where no list was, is written in `newListStyle`.
 *
 * Refused as a whole, with the reason: front matter that is unclosed, foreign or cannot be read; a property to be edited whose
 * value is a block scalar, a map, a list of other things than scalars, a bracketed list with comments in it, or uses anchors,
 * aliases or tags; two edits of one key.
 * What is planned has passed `provePropertyEdits`.
 */
export function planPropertyEdits(
  text: string,
  edits: readonly PropertyEdit[],
  newListStyle: YamlListStyle,
): Result<readonly TextEdit[], EditRefusal> {
  const planned = planEditsOfRead(text, readProperties(text), edits, newListStyle);
  return planned.ok ? ok(planned.value.edits) : planned;
}

/** Planned edits with what was read to plan and to prove them: the text as it is, and as they leave it. */
export interface ProvedEdits {
  readonly edits: readonly TextEdit[];
  readonly known: readonly ReadProperties[];
}

/** The same as `planPropertyEdits`, where the properties were `read` already. */
export function planEditsOfRead(
  text: string,
  read: ReturnType<typeof readProperties>,
  edits: readonly PropertyEdit[],
  newListStyle: YamlListStyle,
): Result<ProvedEdits, EditRefusal> {
  const twice = edits.find((edit, at) => edits.some((other, otherAt) => otherAt < at && other.key === edit.key));
  if (twice) return fail({ message: say('“{key}” would be set twice at once. Set it once.', { key: twice.key }), line: 1 });
  if (!read.ok) return fail({ message: say('The front matter cannot be read: {why}', { why: read.error.message }), line: read.error.line });
  const before = { text, properties: read.value };
  const wanted = edits.filter((edit) => !isSo(read.value, edit));
  if (wanted.length === 0) return ok({ edits: [], known: [before] });
  const found = findFrontMatter(text);
  const planned = found.kind === 'block' ? planInBlock(text, found.block, read.value ?? NONE, wanted, newListStyle) : ok([planNewBlock(text, wanted, newListStyle)]);
  if (!planned.ok) return planned;
  const after = readAfter(applyEdits(text, planned.value));
  if (!after.ok) return uncertain(after.error);
  const doubt = findDoubt(before, after.value, wanted);
  return doubt === null ? ok({ edits: planned.value, known: [before, after.value] }) : uncertain(doubt);
}

/** A doubt that ends with why a block cannot be read ends as a sentence does. */
const uncertain = (doubt: string): Result<never, EditRefusal> =>
  fail({ message: say('The front matter cannot be edited with certainty: {doubt}. Edit it by hand.', { doubt: doubt.replace(/[.。]$/, '') }), line: 1 });

const isSo = (properties: Properties | null, edit: PropertyEdit): boolean => {
  if (edit.value === undefined) return !properties?.has(edit.key);
  return properties?.has(edit.key) === true && isEqual(properties.get(edit.key), edit.value);
};

function planNewBlock(text: string, edits: readonly PropertyEdit[], style: YamlListStyle): TextEdit {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const lineBreak = lineBreakAt(text, text.indexOf('\n'));
  const lines = inOrderOfPlace(edits, NONE).map((edit) => writeProperty(edit.key, edit.value, style, '', lineBreak));
  return { from: start, to: start, insert: `---${lineBreak}${lines.join('')}---${lineBreak}` };
}

const BYTE_ORDER_MARK = '\ufeff';

function planInBlock(
  text: string,
  block: FrontMatterBlock,
  properties: Properties,
  edits: readonly PropertyEdit[],
  style: YamlListStyle,
): Result<readonly TextEdit[], EditRefusal> {
  const source = text.slice(block.from, block.to);
  const loneReturn = source.search(/\r(?!\n)/);
  if (loneReturn >= 0) {
    const message = say('A line of the front matter ends in a bare carriage return. Give it the line ends of the other lines.');
    return fail({ message, line: source.slice(0, loneReturn).split('\n').length + 1 });
  }
  const entries = findYamlEntries(text, block, properties);
  if (!entries.ok) {
    const { message, line } = entries.error;
    return fail({ message: say('The front matter cannot be edited with certainty: {why} Edit it by hand.', { why: message }), line });
  }
  const byKey = new Map(entries.value.entries.map((entry) => [entry.key, entry]));
  const planned: TextEdit[] = [];
  for (const edit of edits) {
    const entry = byKey.get(edit.key);
    if (!entry) continue;
    const { value: shape } = entry;
    if (shape.kind === 'uneditable') {
      return fail({ message: notEdited(edit.key, shape.reason), line: entry.line });
    }
    const change = planEntry(text, entry, shape, properties.get(edit.key), edit.value, { style, indentation: entries.value.indentation });
    if (!change) return fail({ message: say('“{key}” has items that are lists or maps, which are not edited. Change it by hand.', { key: edit.key }), line: entry.line });
    planned.push(...change);
  }
  const places = new Map<string, number>();
  for (const edit of inOrderOfPlace(edits.filter((candidate) => !byKey.has(candidate.key)), byKey)) {
    const at = edit.after === undefined ? block.to : (places.get(edit.after) ?? byKey.get(edit.after)?.to ?? block.to);
    places.set(edit.key, at);
    planned.push({ from: at, to: at, insert: writeProperty(edit.key, edit.value, style, entries.value.indentation, lineBreakAt(text, at - 1)) });
  }
  return ok(planned);
}

function notEdited(key: string, form: UneditableForm): string {
  switch (form) {
    case 'uses an anchor, an alias or a tag of YAML':
      return say('“{key}” uses an anchor, an alias or a tag of YAML, which is not edited. Change it by hand.', { key });
    case 'is a block of text of its own (`|` or `>`)':
      return say('“{key}” is a block of text of its own (`|` or `>`), which is not edited. Change it by hand.', { key });
    case 'is a map on one line':
      return say('“{key}” is a map on one line, which is not edited. Change it by hand.', { key });
    case 'is a bracketed list with comments, lists or maps in it':
      return say('“{key}” is a bracketed list with comments, lists or maps in it, which is not edited. Change it by hand.', { key });
    case 'holds properties of its own, or something behind its quotes':
      return say('“{key}” holds properties of its own, or something behind its quotes, which is not edited. Change it by hand.', { key });
    case 'holds properties of its own':
      return say('“{key}” holds properties of its own, which is not edited. Change it by hand.', { key });
  }
}

/**
 * New properties in the order they come to stand in: those below a property that is there, then the rest, and behind each
 * new one those that go below it.
 */
function inOrderOfPlace(edits: readonly PropertyEdit[], there: ReadonlyMap<string, unknown>): PropertyEdit[] {
  const hasPlace = ({ after }: PropertyEdit): boolean => after !== undefined && there.has(after);
  const withFollowers = (edit: PropertyEdit): PropertyEdit[] => [edit, ...edits.filter((other) => other.after === edit.key).flatMap(withFollowers)];
  const heads = edits.filter((edit) => !edits.some((other) => other.key === edit.after));
  const placed = [...heads.filter(hasPlace), ...heads.filter((edit) => !hasPlace(edit))].flatMap(withFollowers);
  // Those that are to follow each other in a circle have no place.
  return [...placed, ...edits.filter((edit) => !placed.includes(edit))];
}

/** The line break whose line feed stands at `at`; LF where there is none. */
const lineBreakAt = (text: string, at: number): string => (text.charAt(at - 1) === '\r' ? '\r\n' : '\n');

interface Habits {
  readonly style: YamlListStyle;
  readonly indentation: string;
}

type EditableValue = Exclude<YamlEntryValue, { kind: 'uneditable' }>;

/** A value on the line of its key, or none, or a scalar below it. */
type InlineValue = Exclude<EditableValue, { kind: 'list' }>;

/** The edits of one property; null where an item would have to be touched that is no scalar. */
function planEntry(
  text: string,
  entry: YamlEntry,
  shape: EditableValue,
  current: unknown,
  value: PropertyValue | undefined,
  habits: Habits,
): readonly TextEdit[] | null {
  if (value === undefined) return [{ from: entry.from, to: entry.to, insert: '' }];
  const list = isList(value) ? value : null;
  if (shape.kind === 'list') {
    if (list && list.length > 0) return planItems(text, shape.items, asList(current), list);
    if (shape.items.some((item) => item.content.kind === 'other')) return null;
    const cleared = shape.items.map((item) => ({ from: item.from, to: item.to, insert: '' }));
    return value === null ? cleared : [fill(text, entry.afterColon, writeInline(value, 'plain')), ...cleared];
  }
  if (list && list.length > 0) {
    if (shape.kind === 'flow-list' && shape.items.length > 0) return planFlowItems(text, shape.items, asList(current), list);
    if (habits.style !== 'flow') return planItemsBelow(text, entry, shape, list, habits);
  }
  if (shape.kind === 'empty') return [fill(text, entry.afterColon, writeInline(value, 'plain'))];
  if (value === null && !shape.ownLine) return [{ from: entry.afterColon, to: shape.to, insert: '' }];
  return [{ from: shape.from, to: shape.to, insert: writeInline(value, shape.kind === 'scalar' ? shape.quote : 'plain') }];
}

const isList = (value: PropertyValue): value is readonly PropertyScalar[] => Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function writeInline(value: PropertyValue, quote: QuoteStyle): string {
  if (!isList(value)) return writeYamlScalar(value, 'block', quote);
  return `[${value.map((item) => writeYamlScalar(item, 'flow', 'plain')).join(', ')}]`;
}

/** Puts a value behind a colon or a dash that has none. One blank that stands there already is used; a comment stays apart. */
function fill(text: string, after: number, value: string): TextEdit {
  const hasBlank = /^[ \t]+\r?\n/.test(text.slice(after, lineEndFrom(text, after)));
  return hasBlank ? { from: after + 1, to: after + 1, insert: value } : { from: after, to: after, insert: ` ${value}` };
}

/** Every line of a block has a line break: the closing line is below. */
const lineEndFrom = (text: string, from: number): number => text.indexOf('\n', from) + 1;

/** Items on lines of their own, put in place of a value that was no block list. */
function planItemsBelow(text: string, entry: YamlEntry, shape: InlineValue, list: readonly PropertyScalar[], habits: Habits): readonly TextEdit[] {
  const written = list.map((item) => `- ${writeInline(item, 'plain')}`);
  const below = (at: number): TextEdit => {
    const margin = habits.indentation + (habits.style === 'indented' ? '  ' : '');
    const lineBreak = lineBreakAt(text, at - 1);
    return { from: at, to: at, insert: written.map((item) => margin + item + lineBreak).join('') };
  };
  if (shape.kind === 'empty') return [below(entry.keyLineTo)];
  if (!shape.ownLine) return [{ from: entry.afterColon, to: shape.to, insert: '' }, below(lineEndFrom(text, shape.to))];
  const lineStart = text.lastIndexOf('\n', shape.from) + 1;
  const lineBreak = lineBreakAt(text, lineStart - 1);
  return [{ from: shape.from, to: shape.to, insert: written.join(lineBreak + text.slice(lineStart, shape.from)) }];
}

/** What the old and the new list share at both ends, so that only the items between are touched. */
function findShared(old: readonly unknown[], list: readonly PropertyScalar[]): { head: number; tail: number } {
  const most = Math.min(old.length, list.length);
  let head = 0;
  while (head < most && isEqual(old[head], list[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isEqual(old[old.length - 1 - tail], list[list.length - 1 - tail])) tail += 1;
  return { head, tail };
}

function planItems(text: string, items: readonly YamlListItem[], old: readonly unknown[], list: readonly PropertyScalar[]): readonly TextEdit[] | null {
  const { head, tail } = findShared(old, list);
  const touched = items.slice(head, items.length - tail);
  const wanted = list.slice(head, list.length - tail);
  const planned: TextEdit[] = [];
  for (const [at, item] of touched.entries()) {
    const value = wanted[at];
    if (item.content.kind === 'other') return null;
    if (value === undefined) planned.push({ from: item.from, to: item.to, insert: '' });
    else if (isEqual(old[head + at], value)) continue;
    else if (item.content.kind === 'empty') planned.push(fill(text, item.afterDash, writeInline(value, 'plain')));
    else planned.push({ from: item.content.from, to: item.content.to, insert: writeInline(value, item.content.quote) });
  }
  const added = wanted.slice(touched.length);
  const before = items[head + touched.length - 1];
  const model = before ?? items[0];
  if (added.length > 0 && model) {
    const at = before ? before.to : model.from;
    const lineBreak = lineBreakAt(text, model.to - 1);
    const gap = model.content.kind === 'scalar' ? text.slice(model.afterDash, model.content.from) : ' ';
    const margin = text.slice(model.from, model.afterDash) + gap;
    planned.push({ from: at, to: at, insert: added.map((item) => margin + writeInline(item, 'plain') + lineBreak).join('') });
  }
  return planned;
}

/** The items of a bracketed list between those that stay: replaced in their own quotes, then taken out or put in with a comma. */
function planFlowItems(text: string, items: readonly YamlScalarSpan[], old: readonly unknown[], list: readonly PropertyScalar[]): readonly TextEdit[] {
  const { head, tail } = findShared(old, list);
  const touched = items.slice(head, items.length - tail);
  const wanted = list.slice(head, list.length - tail);
  const planned: TextEdit[] = [];
  for (const [at, { from, to, quote }] of touched.entries()) {
    const value = wanted[at];
    if (value !== undefined && !isEqual(old[head + at], value)) planned.push({ from, to, insert: writeYamlScalar(value, 'flow', quote) });
  }
  const before = items[head + Math.min(touched.length, wanted.length) - 1];
  const lastTouched = touched[touched.length - 1];
  const [first, second] = items;
  if (touched.length > wanted.length && lastTouched) {
    const next = items[touched.length];
    if (before) planned.push({ from: before.to, to: lastTouched.to, insert: '' });
    else if (first && next) planned.push({ from: first.from, to: next.from, insert: '' });
  }
  const added = wanted.slice(touched.length).map((value) => writeYamlScalar(value, 'flow', 'plain'));
  if (added.length > 0 && first) {
    const comma = second ? text.slice(first.to, second.from) : ', ';
    if (before) planned.push({ from: before.to, to: before.to, insert: added.map((item) => comma + item).join('') });
    else planned.push({ from: first.from, to: first.from, insert: added.map((item) => item + comma).join('') });
  }
  return planned;
}

/**
 * Proves that a note was edited as wanted and not otherwise: the properties of both texts are parsed and equal but for the
 * edited keys, which have the wanted values or are gone; the keys kept their order; everything before the block and from its
 * closing line on is the same to the byte. Null when proved, else the reason. A text that is among the `known` ones is not parsed again.
 */
export function provePropertyEdits(before: string, after: string, edits: readonly PropertyEdit[], known: readonly ReadProperties[] = []): string | null {
  const knownBefore = known.find(({ text }) => text === before);
  const old = knownBefore ? ok(knownBefore.properties) : readProperties(before);
  if (!old.ok) return say('the front matter could not be read before: {why}', { why: old.error.message });
  const knownAfter = known.find(({ text }) => text === after);
  const next = knownAfter ? ok(knownAfter) : readAfter(after);
  return next.ok ? findDoubt({ text: before, properties: old.value }, next.value, edits) : next.error;
}

function readAfter(text: string): Result<ReadProperties, string> {
  const read = readProperties(text);
  return read.ok ? ok({ text, properties: read.value }) : fail(say('the front matter could not be read afterwards: {why}', { why: read.error.message }));
}

const findDoubt = (before: ReadProperties, after: ReadProperties, edits: readonly PropertyEdit[]): string | null =>
  findDifference(before.properties ?? NONE, after.properties ?? NONE, edits) ?? findOtherChange(before.text, after.text);

const NONE: Properties = new Map<string, unknown>();

function findDifference(old: Properties, next: Properties, edits: readonly PropertyEdit[]): string | null {
  const edited = new Set(edits.map((edit) => edit.key));
  for (const { key, value } of edits) {
    if (value === undefined ? next.has(key) : !next.has(key) || !isEqual(next.get(key), value)) return say('“{key}” would not get the wanted value', { key });
  }
  for (const [key, value] of old) {
    if (!edited.has(key) && (!next.has(key) || !isEqual(next.get(key), value))) return say('“{key}” would change too', { key });
  }
  for (const key of next.keys()) if (!edited.has(key) && !old.has(key)) return say('“{key}” would appear', { key });
  const kept = [...old.keys()].filter((key) => next.has(key));
  const now = [...next.keys()].filter((key) => old.has(key));
  return kept.every((key, at) => key === now[at]) ? null : say('the order of the properties would change');
}

function findOtherChange(before: string, after: string): string | null {
  const old = findFrontMatter(before);
  const next = findFrontMatter(after);
  if (old.kind === 'block') {
    if (next.kind !== 'block') return say('the front matter would no longer be found');
    if (before.slice(0, old.block.from) !== after.slice(0, next.block.from)) return say('the opening line would change');
    return before.slice(old.block.to) === after.slice(next.block.to) ? null : say('the text below the front matter would change');
  }
  if (next.kind !== 'block') return before === after ? null : say('the text would change');
  const mark = before.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const isOnTop = after.startsWith(`${mark}---`) && after.slice(next.block.end) === before.slice(mark.length);
  return isOnTop ? null : say('the text below the front matter would change');
}

/** Equality of parsed values. Pairs that were met are not walked again: aliases share nodes, and may even hold themselves. */
function isEqual(one: unknown, other: unknown, met = new Map<object, object>()): boolean {
  if (one === other || (Number.isNaN(one) && Number.isNaN(other))) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (met.get(one) === other) return true;
  met.set(one, other);
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    const others: readonly unknown[] = other;
    return one.every((item: unknown, at) => isEqual(item, others[at], met));
  }
  const entries: [string, unknown][] = Object.entries(one);
  const others = new Map<string, unknown>(Object.entries(other));
  return entries.length === others.size && entries.every(([key, value]) => others.has(key) && isEqual(value, others.get(key), met));
}
