import { say } from '../../language/say';
import type { PropertyEdit, PropertyValue } from '../front-matter/edit-front-matter';
import { planEditsOfRead } from '../front-matter/edit-front-matter';
import { readProperties } from '../front-matter/front-matter';
import type { YamlListStyle } from '../front-matter/front-matter';
import { untouched } from './note-plan';
import type { NotePlan } from './note-plan';
import { onlyValue } from '../front-matter/only-value';
import type { PaperSchema } from '../papers/paper-schema';
import { propertyName } from '../front-matter/property-names';
import type { Skip } from './skip';
import { readStatus } from '../papers/status-vocabulary';
import type { StatusDefinition } from '../papers/status-vocabulary';

/** The part of the schema that says where status and reading day stand. */
export type StatusSchema = Pick<PaperSchema, 'statusProperty' | 'readDateProperty' | 'statuses'>;

/**
 * Plans the status of one paper: its status line, and its reading day beside it. Entering a done status writes `today`
 * (`yyyy-MM-dd`) where the day is absent or empty; leaving a done status removes the day only if it is today's; an empty name
 * of the property turns both off. A status that means the same already (an alias, other case, empty for the queued one) is
 * left as written; one that is absent is written. The values `true` and `false` are written as booleans, digits as a number
 * where one stands now; a list of one, nulls aside, stays a list. Left as it is, with the reason: front matter that cannot be read, or a
 * property that cannot be edited with certainty.
 */
export function planStatus(text: string, path: string, schema: StatusSchema, status: StatusDefinition, today: string, listStyle: YamlListStyle): NotePlan {
  const read = readProperties(text);
  if (!read.ok) {
    const message = say('The front matter of “{path}” cannot be read: {why}', { path, why: read.error.message });
    return untouched({ path, reason: 'invalid-front-matter', message, line: read.error.line });
  }
  const { statuses } = schema;
  const statusProperty = propertyName(read.value, schema.statusProperty);
  const readDateProperty = schema.readDateProperty === '' ? '' : propertyName(read.value, schema.readDateProperty);
  const current = read.value?.get(statusProperty);
  const before = readStatus(statuses, current);
  const isPresent = read.value?.has(statusProperty) === true;
  if (isPresent && before.kind !== null && before.value === status.value) return untouched(alreadySo(path, status));
  const value = writtenStatus(status, current);
  if (value === null) {
    const message = say('The property “{key}” of “{path}” holds more than one value. Leave one, then set the status again.', { key: statusProperty, path });
    return untouched({ path, reason: 'uneditable-front-matter', message });
  }
  const properties: PropertyEdit[] = [{ key: statusProperty, value }];
  const day = readDateProperty === '' ? undefined : read.value?.get(readDateProperty);
  if (readDateProperty !== '' && status.kind === 'done' && before.kind !== 'done' && isEmpty(day)) {
    properties.push({ key: readDateProperty, value: today, after: statusProperty });
  } else if (status.kind !== 'done' && before.kind === 'done' && typeof day === 'string' && day.trim() === today) {
    properties.push({ key: readDateProperty, value: undefined });
  }
  const planned = planEditsOfRead(text, read, properties, listStyle);
  if (!planned.ok) {
    const message = say('The status of “{path}” cannot be set: {why}', { path, why: planned.error.message });
    return untouched({ path, reason: 'uneditable-front-matter', message, line: planned.error.line });
  }
  const { edits, known } = planned.value;
  if (edits.length === 0) return untouched(alreadySo(path, status));
  return { edits, skipped: [], repairs: 0, restyles: 0, properties, known };
}

const alreadySo = (path: string, status: StatusDefinition): Skip => ({
  path,
  reason: 'already-so',
  message: say('“{path}” has the status “{status}” already.', { path, status: status.label }),
});

/** The value in the shape that the note has now; null where that shape holds more than one status. */
function writtenStatus({ value }: StatusDefinition, current: unknown): PropertyValue | null {
  const only = onlyValue(current);
  // Digits that a number would not keep (`03`) stay a text.
  const written = typeof only === 'number' && /^\d+$/.test(value) && String(Number(value)) === value ? Number(value) : value;
  if (Array.isArray(current)) return Array.isArray(only) ? null : [written];
  if (typeof current === 'object' && current !== null) return null;
  return value === 'true' ? true : value === 'false' ? false : written;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && onlyValue(value) === null);
