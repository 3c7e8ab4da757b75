import { say } from '../../language/say';
import { dayNumber } from '../dashboard/day-number';
import type { PropertyChange } from './plan-property';
import { fail, ok } from '../text/result';
import type { Result } from '../text/result';

/** How a property is typed in: as one text, a year, a day, or as a list, its items apart by commas (tags) or semicolons (names). */
export type PropertyInput = 'text' | 'year' | 'day' | 'tags' | 'list';

export const isListInput = (input: PropertyInput): input is 'tags' | 'list' => input === 'tags' || input === 'list';

/** A list as it is typed in. An item that a semicolon would part, as an HTML entity does, stands in quotes. */
export const writeItems = (items: readonly string[], input: 'tags' | 'list'): string =>
  input === 'tags' ? items.join(', ') : items.map((item) => (/^"|;/.test(item) ? `"${item.replace(/"/g, '""')}"` : item)).join('; ');

/**
 * The items of a list as typed in, each once: tags apart by commas or blanks, without `#`; others by semicolons, since names
 * hold commas, or whole in quotes. Refused: a tag that Obsidian would not take for one.
 */
export function readItems(text: string, input: 'tags' | 'list'): Result<readonly string[], string> {
  const items = (input === 'tags' ? text.split(/[\s,;]+/) : partsOf(text))
    .map((item) => item.replace(/\s+/g, ' ').trim())
    .map((item) => (input === 'tags' ? item.replace(/^#/, '') : item))
    .filter((item) => item !== '');
  const unfit = input === 'tags' ? items.find((item) => !TAG.test(item) || /^\d+$/.test(item)) : undefined;
  if (unfit !== undefined) return fail(say('“{tag}” is no tag: letters, numbers, and the signs _ - / make one, and not numbers alone.', { tag: unfit }));
  return ok([...new Set(items)]);
}

/** Quotes that hold a whole item, with doubled ones for those within, or what stands before the next semicolon. */
const partsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\s*"((?:[^"]|"")*)"\s*(?:;|$)|([^;]*)(?:;|$)/g)].map(([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain ?? '');

/** What Obsidian takes for a tag: letters, marks, numbers and symbols of any script, and three signs. */
const TAG = /^[\p{L}\p{M}\p{N}\p{S}_/-]+$/u;

/** The change that a typed text asks for; a text of blanks empties the property. Refused, with what can be done: a year, a day or a tag that is none. */
export function readPropertyInput(key: string, input: PropertyInput, text: string): Result<PropertyChange, string> {
  if (isListInput(input)) {
    const items = readItems(text, input);
    return items.ok ? ok({ key, kind: 'list', items: items.value }) : items;
  }
  const value = text.replace(/\s+/g, ' ').trim();
  if (value === '') return ok({ key, kind: input, value: null });
  if (input === 'year' && !/^(1[5-9]|2[01])\d\d$/.test(value)) return fail(say('Write the year with four digits, from 1500 to 2199.'));
  if (input === 'day' && dayNumber(value) === null) return fail(say('Write the day as 2026-01-31.'));
  return ok({ key, kind: input, value });
}

/** The same change for papers that each have a list of their own: what was added to the one list and taken from it. */
export function asItemChange(change: PropertyChange, before: readonly string[]): PropertyChange {
  if (change.kind !== 'list') return change;
  const { key, items } = change;
  return { key, kind: 'items', add: items.filter((item) => !before.includes(item)), remove: before.filter((item) => !items.includes(item)) };
}
