import { DEFAULT_SETTINGS } from '../../src/settings/default-settings';
import { readingSettings } from '../../src/settings/reading-settings';
import type { Settings } from '../../src/settings/settings';

const withFirstStatus = (change: Partial<Settings['statuses'][number]>): Settings => ({
  ...DEFAULT_SETTINGS,
  statuses: DEFAULT_SETTINGS.statuses.map((status, at) => (at === 0 ? { ...status, ...change } : status)),
});

describe('readingSettings', () => {
  it.each<[string, Settings]>([
    ['another name of a status', withFirstStatus({ label: 'Someday' })],
    ['another colour', withFirstStatus({ color: 'pink' })],
    ['another limit', { ...DEFAULT_SETTINGS, activeLimit: 9 }],
  ])('should be the same with %s, so that nothing is read again', (_, settings) => {
    expect(readingSettings(settings)).toBe(readingSettings(DEFAULT_SETTINGS));
  });

  it.each<[string, Settings]>([
    ['another value of a status', withFirstStatus({ value: 'someday' })],
    ['another kind', withFirstStatus({ kind: 'dropped' })],
    ['another alias', withFirstStatus({ aliases: ['later'] })],
    ['another status property', { ...DEFAULT_SETTINGS, statusProperty: 'state' }],
    ['another template for new notes', { ...DEFAULT_SETTINGS, newNoteTemplate: 'meta/paper.md' }],
    ['other headings', { ...DEFAULT_SETTINGS, referenceHeadings: ['Sources'] }],
  ])('should be others with %s', (_, settings) => {
    expect(readingSettings(settings)).not.toBe(readingSettings(DEFAULT_SETTINGS));
  });
});
