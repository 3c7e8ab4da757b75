import { say } from '../../language/say';
import { planEditsOfRead } from '../front-matter/edit-front-matter';
import type { PropertyScalar, PropertyValue } from '../front-matter/edit-front-matter';
import { readProperties } from '../front-matter/front-matter';
import type { YamlListStyle } from '../front-matter/front-matter';
import { untouched } from './note-plan';
import type { NotePlan } from './note-plan';
import { DEFAULT_FIELDS } from '../papers/paper-schema';
import type { PaperSchema } from '../papers/paper-schema';
import { propertyName } from '../front-matter/property-names';
import { authorsKey, itemsOfText } from '../papers/read-paper';
import { fail, ok } from '../text/result';
import type { Result } from '../text/result';
import type { Skip } from './skip';

/** What is to become of one property of a paper. Lists are lists of texts, as a reader sees them: tags without `#`. */
export type PropertyChange =
  /** One text, number or day; null empties it. A year is only put where a year alone stands, a day where a day does. */
  | { readonly key: string; readonly kind: 'text' | 'year' | 'day'; readonly value: string | null }
  /** The whole list, in this order. Items that stay keep the way they are written. */
  | { readonly key: string; readonly kind: 'list'; readonly items: readonly string[] }
  /** Some items more, some fewer, whatever else each list holds. */
  | { readonly key: string; readonly kind: 'items'; readonly add: readonly string[]; readonly remove: readonly string[] };

/**
 * Plans the change of one property of one note, on its own lines alone. A value keeps the shape that it has: a list of one stays
 * a list, a number that is written as text stays text, a text becomes a list only to hold several items, and is several items itself
 * only where the paper shows it so. Left as it is, with the reason: front matter that cannot be read, a value of another shape than the change is meant for, and what cannot be edited
 * with certainty.
 */
export function planProperty(text: string, path: string, change: PropertyChange, listStyle: YamlListStyle, fields: PaperSchema['fields'] = DEFAULT_FIELDS): NotePlan {
  const read = readProperties(text);
  const properties = (read.ok && read.value) || new Map<string, unknown>();
  // A list of authors beside the `author` that the paper shows would hide it.
  const key = change.key === fields.authors ? authorsKey(properties, fields.authors) : propertyName(properties, change.key);
  if (!read.ok) {
    const message = say('The front matter of “{path}” cannot be read: {why}', { path, why: read.error.message });
    return untouched({ path, reason: 'invalid-front-matter', message, line: read.error.line });
  }
  const current = read.value?.get(key);
  const written = writtenValue(change, current, (only) => itemsOfText(only, key, path, properties, fields));
  if (!written.ok) {
    const message = say('“{key}” of “{path}” is left as it is: {why}.', { key, path, why: written.error });
    return untouched({ path, reason: 'uneditable-front-matter', message });
  }
  const { value } = written;
  const isThere = read.value?.has(key) === true;
  const wanted = value === undefined || (!isThere && isEmpty(value)) ? [] : [{ key, value }];
  const planned = planEditsOfRead(text, read, wanted, listStyle);
  if (!planned.ok) {
    const message = say('“{key}” of “{path}” cannot be set: {why}', { key, path, why: planned.error.message });
    return untouched({ path, reason: 'uneditable-front-matter', message, line: planned.error.line });
  }
  const { edits, known } = planned.value;
  if (edits.length === 0) return untouched(alreadySo(path, key));
  return { edits, skipped: [], repairs: 0, restyles: 0, properties: wanted, known };
}

const alreadySo = (path: string, key: string): Skip => ({ path, reason: 'already-so', message: say('“{key}” of “{path}” is so already.', { key, path }) });

const isEmpty = (value: PropertyValue): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** The value in the shape that the note has now; undefined where nothing is to be changed; an error in words. */
function writtenValue(change: PropertyChange, current: unknown, itemsIn: ItemsIn): Result<PropertyValue | undefined, string> {
  switch (change.kind) {
    case 'list':
      return writtenList(current, itemsIn, (raw) => pickItems(raw, change.items));
    case 'items':
      return writtenList(current, itemsIn, (raw) => {
        const removed = new Set(change.remove.map(itemKey));
        const kept = raw.filter((item) => !removed.has(itemKey(item)));
        const known = new Set(kept.map(itemKey));
        return [...kept, ...change.add.filter((item) => !known.has(itemKey(item)))];
      });
    default:
      return writtenScalar(change.kind, change.value, current);
  }
}

function writtenScalar(kind: 'text' | 'year' | 'day', value: string | null, current: unknown): Result<PropertyValue, string> {
  const list: readonly unknown[] | null = Array.isArray(current) ? current : null;
  if (list && list.length > 1) return fail(say('it holds more than one value. Leave one, then set it again'));
  const only = list ? list[0] : current;
  if (only !== undefined && !isScalar(only)) return fail(say('it holds a list or a map, which are not edited. Change it by hand'));
  const shown = String(only ?? '').trim();
  const form = FORMS[kind];
  if (form && shown !== '' && !form.test(shown)) {
    return fail(say(kind === 'year' ? '“{text}” holds more than a year. Change it by hand' : '“{text}” holds more than a day. Change it by hand', { text: shown }));
  }
  const typed: PropertyScalar = kind === 'year' && value !== null && typeof only !== 'string' ? Number(value) : value;
  return ok(list ? (typed === null ? [] : [typed]) : typed);
}

const FORMS: Readonly<Record<'text' | 'year' | 'day', RegExp | null>> = { text: null, year: /^\d{4}$/, day: /^\d{4}-\d{2}-\d{2}$/ };

function writtenList(current: unknown, itemsIn: ItemsIn, change: (raw: readonly PropertyScalar[]) => readonly PropertyScalar[]): Result<PropertyValue | undefined, string> {
  const raw = itemsOf(current, itemsIn);
  if (raw === null) return fail(say('it holds a list or a map within, which are not edited. Change it by hand'));
  const wanted = change(raw);
  if (wanted.length === raw.length && wanted.every((item, at) => item === raw[at])) return ok(undefined);
  const [only = null] = wanted;
  const isList = Array.isArray(current) || current === undefined || current === null;
  return ok(isList || wanted.length > 1 ? wanted : only);
}

/** The items that one text alone is. */
type ItemsIn = (only: string) => readonly string[];

/** The items as they are written. Null for what is no list of scalars. */
function itemsOf(current: unknown, itemsIn: ItemsIn): readonly PropertyScalar[] | null {
  if (current === undefined || current === null || current === '') return [];
  const items: readonly unknown[] = Array.isArray(current) ? current : [current];
  if (!items.every(isScalar)) return null;
  const [only] = items;
  return items.length === 1 && typeof only === 'string' ? itemsIn(only) : items;
}

const isScalar = (value: unknown): value is PropertyScalar => value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Items that are there already as they are written, each once; the others as given. */
function pickItems(raw: readonly PropertyScalar[], items: readonly string[]): readonly PropertyScalar[] {
  const left = [...raw];
  return items.map((item) => {
    const at = left.findIndex((other) => shownItem(other) === shownItem(item));
    return at < 0 ? item : (left.splice(at, 1)[0] ?? item);
  });
}

/** An item as a reader sees it: without needless blanks, a tag's `#`, and the brackets of a link to an author's note. */
const shownItem = (item: PropertyScalar): string =>
  String(item ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#/, '')
    .replace(/^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$/, '$1');

/** By which an item is added once and removed wherever it is: case aside, as Obsidian has tags. */
const itemKey = (item: PropertyScalar): string => shownItem(item).toLowerCase();
