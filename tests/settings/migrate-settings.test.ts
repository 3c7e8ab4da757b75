import { migrateSettings, SETTINGS_VERSION } from '../../src/settings/migrate-settings';

describe('migrateSettings', () => {
  it('should bring data without a version to the current one, its fields untouched', () => {
    expect(migrateSettings({ paperTags: 'x' })).toEqual({ data: { paperTags: 'x' }, version: SETTINGS_VERSION, notes: [] });
  });

  it('should leave data of the current version alone', () => {
    const data = { version: SETTINGS_VERSION, a: 1 };
    expect(migrateSettings(data)).toEqual({ data, version: SETTINGS_VERSION, notes: [] });
  });

  it('should leave data of a newer version alone and keep its version', () => {
    const migrated = migrateSettings({ version: SETTINGS_VERSION + 1, a: 1 });
    expect(migrated).toMatchObject({ data: { version: SETTINGS_VERSION + 1, a: 1 }, version: SETTINGS_VERSION + 1 });
    expect(migrated.notes).toHaveLength(1);
  });

  it.each([['1'], [1.5], [-1], [Number.NaN], [null], [1e300]])('should take the version %p for the oldest one and say so', (version) => {
    const migrated = migrateSettings({ version });
    expect(migrated.version).toBe(SETTINGS_VERSION);
    expect(migrated.notes).toEqual([expect.stringMatching(/^Version: not a whole number/)]);
  });
});
