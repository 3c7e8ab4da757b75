import { say } from '../language/say';

/** A setting as read: `value` is null where nothing could be made of it; `problems` say in words what was refused or left out. */
export interface ReadSetting<T> {
  readonly value: T | null;
  readonly problems: readonly string[];
}

/** A value read without trouble. */
export const readable = <T>(value: T): ReadSetting<T> => ({ value, problems: [] });

/** Nothing read, and why. */
export const unreadable = (problem: string): ReadSetting<never> => ({ value: null, problems: [problem] });

/** True for what JSON calls an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line of text, trimmed, possibly empty. Numbers and truth values are read as text; line breaks and control characters are refused. */
export function readLine(value: unknown): ReadSetting<string> {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return unreadable(say('not a text.'));
  const text = String(value).trim();
  return /[\p{Cc}\u2028\u2029]/u.test(text) ? unreadable(say('a line break or control character is not possible.')) : readable(text);
}

/** The name of a property: a line that is not empty and holds no colon. */
export function readPropertyName(value: unknown): ReadSetting<string> {
  const line = readLine(value);
  if (line.value === null) return line;
  if (line.value === '') return unreadable(say('a property name is needed.'));
  return line.value.includes(':') ? unreadable(say('“{name}” holds a colon, which a property name cannot.', { name: line.value })) : line;
}

/** A tag without `#`, possibly nested. */
export function readTag(value: unknown): ReadSetting<string> {
  const line = readLine(value);
  if (line.value === null) return line;
  const tag = line.value.replace(/^#+/, '').replace(/^\/+/, '').replace(/\/+$/, '').trim();
  if (tag === '') return unreadable(say('a tag without a name is not possible.'));
  return /[\s,#]/u.test(tag) ? unreadable(say('“{tag}” is no tag: a space, a comma or # is not possible in it.', { tag })) : readable(tag);
}

/** A path inside the vault, as the app writes it: `/`, none at the ends, composed characters. Empty where empty is given. */
export function readVaultPath(value: unknown): ReadSetting<string> {
  const line = readLine(value);
  if (line.value === null) return line;
  const parts = line.value.normalize('NFC').replace(/[\u00A0\u202F]/g, ' ').split(/[\\/]/).map((part) => part.trim()).filter((part) => part !== '');
  const hidden = parts.find((part) => part.startsWith('.'));
  return hidden === undefined ? readable(parts.join('/')) : unreadable(say('“{name}” is hidden from the vault or leads out of it.', { name: hidden }));
}

/** A folder of the vault, but not the whole of it. */
export function readFolder(value: unknown): ReadSetting<string> {
  const path = readVaultPath(value);
  return path.value === '' ? unreadable(say('the whole vault cannot be a paper folder; use a tag instead.')) : path;
}

/** The text of a heading, without `#` before it and without a colon after it. */
export function readHeading(value: unknown): ReadSetting<string> {
  const line = readLine(value);
  if (line.value === null) return line;
  const text = line.value.replace(/^#+\s+/, '').replace(/[\s:：]+$/u, '');
  return text === '' ? unreadable(say('a heading without text is not possible.')) : readable(text);
}

/** One of the names in `options`. */
export function readOneOf<T extends string>(options: readonly T[], value: unknown): ReadSetting<T> {
  const option = options.find((name) => name === value);
  return option === undefined ? unreadable(say('one of {options} is needed.', { options: options.join(', ') })) : readable(option);
}

/**
 * A list whose items are read one by one; what cannot be read is left out and named by its place, a repeated item (`keyOf`
 * says when two are the same) is left out in silence. A single text is a list of one; nulls are passed over. Nothing is read where
 * none of the items can be.
 */
export function readList(value: unknown, readItem: (item: unknown) => ReadSetting<string>, keyOf: (item: string) => string): ReadSetting<readonly string[]> {
  const given: readonly unknown[] | null = Array.isArray(value) ? value : typeof value === 'string' ? [value] : null;
  if (given === null) return unreadable(say('not a list.'));
  const items = new Map<string, string>();
  const problems: string[] = [];
  given.forEach((entry, index) => {
    if (entry === null) return;
    const item = readItem(entry);
    problems.push(...item.problems.map((problem) => say('entry {number}: {problem}', { number: String(index + 1), problem })));
    if (item.value !== null && !items.has(keyOf(item.value))) items.set(keyOf(item.value), item.value);
  });
  return { value: items.size === 0 && problems.length > 0 ? null : [...items.values()], problems };
}
