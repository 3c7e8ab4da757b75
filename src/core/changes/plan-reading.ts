import { say } from '../../language/say';
import { readProperties } from '../front-matter/front-matter';
import type { YamlListStyle } from '../front-matter/front-matter';
import { untouched } from './note-plan';
import type { NotePlan } from './note-plan';
import { planStatus } from './plan-status';
import type { StatusSchema } from './plan-status';
import { propertyName } from '../front-matter/property-names';
import type { Reading } from '../papers/reading-memory';
import { findStatus, firstOfKind, readStatus } from '../papers/status-vocabulary';

/**
 * Plans a lost reading back into its note: the done status it had, and the day where it had one and none stands there now. A paper that
 * does not wait to be read any more is left as it is: somebody has decided otherwise meanwhile.
 */
export function planReading(text: string, reading: Reading, schema: StatusSchema, listStyle: YamlListStyle): NotePlan {
  const { path, day } = reading;
  const properties = readProperties(text);
  const status = findStatus(schema.statuses, reading.status) ?? firstOfKind(schema.statuses, 'done');
  const isQueued = !properties.ok || readStatus(schema.statuses, properties.value?.get(propertyName(properties.value, schema.statusProperty))).kind === 'queued';
  if (!status || !isQueued) return untouched({ path, reason: 'already-so', message: say('“{path}” does not wait to be read any more.', { path }) });
  return planStatus(text, path, day === null ? { ...schema, readDateProperty: '' } : schema, status, day ?? '', listStyle);
}
