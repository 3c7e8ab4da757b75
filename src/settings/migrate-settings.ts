import { say } from '../language/say';

type Data = Readonly<Record<string, unknown>>;

/** Version of the stored form that this program writes. */
export const SETTINGS_VERSION = 1;

/** `MIGRATIONS[n]` turns data of version n into data of version n + 1, from unknown fields; version 0 is data without a version. */
const MIGRATIONS: readonly ((data: Data) => Data)[] = [(data) => data];

/** Stored data in today's form, the version it stands at, and what was odd about it, in words. */
export interface MigratedSettings {
  readonly data: Data;
  readonly version: number;
  readonly notes: readonly string[];
}

/**
 * Stored data brought to `SETTINGS_VERSION`, step by step; the fields are not checked here. Data of a newer version is left
 * alone and keeps its version: were it stamped as ours, the newer program would migrate it a second time.
 */
export function migrateSettings(data: Data): MigratedSettings {
  const stored = data.version;
  const isVersion = typeof stored === 'number' && Number.isSafeInteger(stored) && stored >= 0;
  const version = isVersion ? stored : 0;
  const migrated = MIGRATIONS.slice(version).reduce((form, migrate) => migrate(form), data);
  const notes: string[] = [];
  if (stored !== undefined && !isVersion) notes.push(say('Version: not a whole number; the settings are read as the oldest form.'));
  if (version > SETTINGS_VERSION) {
    notes.push(say('Version: written by a newer version of this plugin (form {version}); what this one does not know is kept as it is.', { version: String(version) }));
  }
  return { data: migrated, version: Math.max(version, SETTINGS_VERSION), notes };
}
