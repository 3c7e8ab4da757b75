import { say } from '../../language/say';
import { onlyValue } from '../front-matter/only-value';

/** What a status means for the counts: waiting to be read, being read, read, or given up. */
export type StatusKind = 'queued' | 'active' | 'done' | 'dropped';

/** One status of the vocabulary. `value` is what is written into a note; `aliases` mean the same when read, case aside. */
export interface StatusDefinition {
  readonly value: string;
  readonly label: string;
  readonly kind: StatusKind;
  readonly aliases: readonly string[];
  /** A name of the theme's palette (`red`, `orange`, `yellow`, `green`, `cyan`, `blue`, `purple`, `pink`) or empty for none. */
  readonly color: string;
}

/** The statuses in their order, which is the order of columns, counts and of *Advance paper status*. */
export type StatusVocabulary = readonly StatusDefinition[];

/** The vocabulary of a vault that has no habits of its own; its labels are in the user's language. */
export const DEFAULT_STATUSES: StatusVocabulary = [
  { value: 'todo', label: say('To read'), kind: 'queued', aliases: ['tbd', 'unread', 'to-read'], color: '' },
  { value: 'reading', label: say('Reading'), kind: 'active', aliases: ['in-progress', 'doing'], color: 'blue' },
  { value: 'read', label: say('Read'), kind: 'done', aliases: ['done', 'finished', 'completed'], color: 'green' },
  { value: 'skipped', label: say('Skipped'), kind: 'dropped', aliases: ['abandoned', 'wont-read'], color: 'orange' },
];

/** The default labels by their English, which is what is stored: the same settings are shown in each user's language. */
const SAID_LABELS: ReadonlyMap<string, string> = new Map([
  ['To read', say('To read')],
  ['Reading', say('Reading')],
  ['Read', say('Read')],
  ['Skipped', say('Skipped')],
]);
const STORED_LABELS: ReadonlyMap<string, string> = new Map([...SAID_LABELS].map(([english, said]) => [said, english]));

/** A stored vocabulary with its default labels in the user's language; a label that the user wrote stays. */
export const withSaidLabels = (vocabulary: StatusVocabulary): StatusVocabulary => relabel(vocabulary, SAID_LABELS);

/** The vocabulary as it is stored, with its default labels in English, whatever language the user has. */
export const withStoredLabels = (vocabulary: StatusVocabulary): StatusVocabulary => relabel(vocabulary, STORED_LABELS);

function relabel(vocabulary: StatusVocabulary, labels: ReadonlyMap<string, string>): StatusVocabulary {
  return vocabulary.map((status) => ({ ...status, label: labels.get(status.label) ?? status.label }));
}

/** A paper's status as read: the vocabulary's value, or the note's own text with `kind` null where it is outside the vocabulary. */
export interface PaperStatus {
  readonly value: string;
  readonly kind: StatusKind | null;
}

/** The definition that `name` stands for (a value or an alias, case and surrounding space aside), or null. */
export function findStatus(vocabulary: StatusVocabulary, name: string): StatusDefinition | null {
  const wanted = name.trim().toLowerCase();
  return (
    vocabulary.find((status) => status.value.toLowerCase() === wanted) ??
    vocabulary.find((status) => status.aliases.some((alias) => alias.toLowerCase() === wanted)) ??
    null
  );
}

/** As `findStatus`; beyond that, the default names (`todo`, `reading`, `read`, `skipped`) mean the first status of their kind. */
export function findStatusByAnyName(vocabulary: StatusVocabulary, name: string): StatusDefinition | null {
  const standard = DEFAULT_STATUSES.find((status) => status.value === name.trim().toLowerCase());
  return findStatus(vocabulary, name) ?? (standard ? firstOfKind(vocabulary, standard.kind) : null);
}

/** The first status of a kind, or null where the vocabulary has none. */
export function firstOfKind(vocabulary: StatusVocabulary, kind: StatusKind): StatusDefinition | null {
  return vocabulary.find((status) => status.kind === kind) ?? null;
}

/**
 * The status that a property's value means; a list of one, nulls aside, means what that one does. Absent, null and empty count as the first queued status; a boolean `true` as
 * the first done one and `false` as the first queued one unless the vocabulary says otherwise; anything else that the
 * vocabulary does not know keeps its own text, with no kind.
 */
export function readStatus(vocabulary: StatusVocabulary, value: unknown): PaperStatus {
  const queued = firstOfKind(vocabulary, 'queued') ?? vocabulary[0];
  const fallback: PaperStatus = queued === undefined ? { value: '', kind: 'queued' } : queued;
  const only = onlyValue(value);
  if (only === undefined || only === null || (Array.isArray(only) && only.length === 0)) return { value: fallback.value, kind: fallback.kind };
  // Never spelled out: aliases of YAML can make a nested value endless.
  if (typeof only === 'object') return { value: Array.isArray(only) ? '[…]' : '{…}', kind: null };
  const text = typeof only === 'string' ? only.trim() : typeof only === 'number' || typeof only === 'boolean' ? String(only) : '';
  if (text === '') return { value: fallback.value, kind: fallback.kind };
  const known = findStatus(vocabulary, text) ?? (only === true ? firstOfKind(vocabulary, 'done') : only === false ? queued : null);
  return known ? { value: known.value, kind: known.kind } : { value: text, kind: null };
}

/**
 * The status that *Advance* leads to: from queued to active, from active to done, by the vocabulary's order; null where
 * there is nothing further (done, dropped). A value outside the vocabulary advances to the first active status.
 */
export function nextStatus(vocabulary: StatusVocabulary, current: PaperStatus): StatusDefinition | null {
  if (current.kind === 'done' || current.kind === 'dropped') return null;
  const at = vocabulary.findIndex((status) => status.value === current.value);
  const onward = vocabulary.slice(at + 1).find((status) => status.kind !== 'dropped');
  return at < 0 ? firstOfKind(vocabulary, 'active') : (onward ?? null);
}
