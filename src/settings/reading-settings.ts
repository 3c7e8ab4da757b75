import type { Settings } from './settings';

/** The settings that decide what is a paper (the template for new notes is none), what its facts are and where its references stand, as one text: equal texts, equal readings. */
export function readingSettings(settings: Settings): string {
  const { statusProperty, readDateProperty, paperTags, paperFolders, requiredProperties, fields, referenceHeadings, newNoteTemplate } = settings;
  // What a status is called, and its colour, are no part of any paper.
  const statuses = settings.statuses.map(({ value, kind, aliases }) => ({ value, kind, aliases }));
  return JSON.stringify({ statusProperty, readDateProperty, statuses, paperTags, paperFolders, requiredProperties, fields, referenceHeadings, newNoteTemplate });
}
