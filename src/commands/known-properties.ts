import type { App } from 'obsidian';
import type { PropertyInput } from '../core/changes/read-property-input';
import type { Settings } from '../settings/settings';
import type { KnownProperty } from '../views/modals/property-form';

/**
 * The properties that some of these papers have, and those of the schema, in the order of their names. One with a list in any of
 * the papers is a list. Without the status, which has its own ways to be set, and without maps, which are not edited.
 */
export function knownProperties(app: App, paths: readonly string[], settings: Settings): readonly KnownProperty[] {
  const { fields, readDateProperty, statusProperty } = settings;
  const known = new Map<string, PropertyInput>([
    [fields.title, 'text'],
    [fields.authors, 'list'],
    [fields.year, 'year'],
    [fields.venue, 'text'],
    [fields.tags, 'tags'],
    [fields.aliases, 'list'],
  ]);
  if (readDateProperty !== '') known.set(readDateProperty, 'day');
  for (const path of paths) {
    const file = app.vault.getFileByPath(path);
    const properties = (file && app.metadataCache.getFileCache(file)?.frontmatter) ?? {};
    for (const [key, value] of Object.entries(properties) as [string, unknown][]) {
      const input = known.get(key);
      if (Array.isArray(value)) {
        if (input === undefined || input === 'text') known.set(key, 'list');
      } else if (typeof value === 'object' && value !== null) known.delete(key);
      else if (input === undefined) known.set(key, 'text');
    }
  }
  known.delete(statusProperty);
  return [...known].map(([key, input]) => ({ key, input })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
