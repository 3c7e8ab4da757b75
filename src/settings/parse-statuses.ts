import type { StatusDefinition, StatusKind, StatusVocabulary } from '../core/papers/status-vocabulary';
import { say } from '../language/say';
import { isRecord, readLine, readOneOf, unreadable, type ReadSetting } from './read-setting';

/** The kinds, in the order of reading. */
export const STATUS_KINDS: readonly StatusKind[] = ['queued', 'active', 'done', 'dropped'];

/** The colours that a status may have, by the names of the theme's palette; the empty one is none. */
export const STATUS_COLORS: readonly string[] = ['', 'red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink'];

/**
 * The vocabulary from unknown data. An entry without a usable value or kind, or with the value of an earlier one, is left out;
 * an alias that is a value, or an alias of an earlier status, is left out too (case aside): a name must never mean two
 * things. Null where no queued or no done status remains.
 */
export function parseStatuses(data: unknown): ReadSetting<StatusVocabulary> {
  if (!Array.isArray(data)) return unreadable(say('not a list.'));
  const entries: readonly unknown[] = data;
  const problems: string[] = [];
  const drafts: StatusDefinition[] = [];
  const values = new Map<string, string>();
  entries.forEach((entry, index) => {
    const draft = readDraft(entry);
    problems.push(...draft.problems.map((problem) => inStatus(index, problem)));
    if (draft.value === null) return;
    const key = draft.value.value.toLowerCase();
    if (values.has(key)) problems.push(inStatus(index, say('“{value}” is there already.', { value: draft.value.value })));
    else {
      values.set(key, draft.value.label);
      drafts.push(draft.value);
    }
  });
  const aliasOwner = new Map<string, string>();
  const statuses = drafts.map((status): StatusDefinition => {
    const own: string[] = [];
    for (const alias of status.aliases) {
      const key = alias.toLowerCase();
      if (key === status.value.toLowerCase() || own.some((other) => other.toLowerCase() === key)) continue;
      const owner = values.get(key) ?? aliasOwner.get(key);
      if (owner !== undefined) {
        problems.push(say('“{alias}” of {status} is left out: it already stands for {owner}.', { alias, status: status.label, owner }));
        continue;
      }
      own.push(alias);
      aliasOwner.set(key, status.label);
    }
    return { ...status, aliases: own };
  });
  for (const [kind, problem] of NEEDED_KINDS) if (!statuses.some((status) => status.kind === kind)) return { value: null, problems: [...problems, problem] };
  return { value: statuses, problems };
}

const NEEDED_KINDS = [
  ['queued', say('at least one queued status is needed.')],
  ['done', say('at least one done status is needed.')],
] as const;

const inStatus = (index: number, problem: string): string => say('status {number}: {problem}', { number: String(index + 1), problem });

const inPart = (name: string, problems: readonly string[]): string => say('{name}: {problem}', { name, problem: problems.join(' ') });

function readDraft(data: unknown): ReadSetting<StatusDefinition> {
  if (!isRecord(data)) return unreadable(say('not a status.'));
  const value = readLine(data.value);
  if (value.value === null) return unreadable(inPart(say('value'), value.problems));
  if (value.value === '') return unreadable(say('value: a text is needed, it is what is written into notes.'));
  const kind = readOneOf(STATUS_KINDS, data.kind);
  if (kind.value === null) return unreadable(inPart(say('kind'), kind.problems));
  const problems: string[] = [];
  const label = data.label === undefined ? null : readLine(data.label);
  if (label?.value === null) problems.push(inPart(say('label'), label.problems));
  const color = readOneOf(STATUS_COLORS, data.color ?? '');
  if (color.value === null) problems.push(say('colour: unknown, none is used.'));
  const aliases: string[] = [];
  const given: readonly unknown[] | null = Array.isArray(data.aliases) ? data.aliases : data.aliases === undefined ? [] : null;
  if (given === null) problems.push(say('aliases: not a list.'));
  for (const entry of given ?? []) {
    const alias = readLine(entry);
    if (alias.value === null) problems.push(inPart(say('alias'), alias.problems));
    else if (alias.value !== '') aliases.push(alias.value);
  }
  return {
    value: {
      value: value.value,
      label: label?.value ? label.value : value.value,
      kind: kind.value,
      aliases,
      color: color.value ?? '',
    },
    problems,
  };
}
