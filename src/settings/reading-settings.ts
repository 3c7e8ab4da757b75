import type { Settings } from './settings';

/** The settings that decide what is a paper, what its facts are and where its references stand, as one text: equal texts, equal readings. */
export function readingSettings(settings: Settings): string {
  const { statusProperty, readDateProperty, statuses, paperTags, paperFolders, requiredProperties, fields, referenceHeadings } = settings;
  return JSON.stringify({ statusProperty, readDateProperty, statuses, paperTags, paperFolders, requiredProperties, fields, referenceHeadings });
}
