import type { App } from 'obsidian';
import { isInFolder, withoutNoteExtension } from '../core/text/vault-path';

/**
 * Tells the paths that Paperweave leaves alone: the template for its own new notes, the folders of templates (the core plugin's and
 * Templater's), the templates of Zotero Integration's import formats, and what the user excluded in Obsidian's settings. None of the app's
 * is in the public API, so each is read from unknown and an app without it simply excludes less.
 */
export function findExcludedPaths(app: App, newNoteTemplate: string): (path: string) => boolean {
  const folders = templateFolders(app);
  const templates = new Set([...zoteroTemplates(app), withoutNoteExtension(newNoteTemplate)]);
  const filters = ignoreFilters(app);
  return (path) => templates.has(withoutNoteExtension(path)) || folders.some((folder) => isInFolder(path, folder)) || filters.some((isIgnored) => isIgnored(path));
}

/** The folders of templates: the core plugin's and Templater's. */
export function templateFolders(app: App): readonly string[] {
  return [...new Set([templateFolder(app), templaterFolder(app)])].filter((folder) => folder !== '');
}

function templateFolder(app: App): string {
  const plugin = call(get(app, 'internalPlugins'), 'getPluginById', 'templates');
  return get(plugin, 'enabled') === false ? '' : trimmedPath(get(get(get(plugin, 'instance'), 'options'), 'folder'));
}

function templaterFolder(app: App): string {
  return trimmedPath(get(get(get(get(get(app, 'plugins'), 'plugins'), 'templater-obsidian'), 'settings'), 'templates_folder'));
}

/** The notes that Zotero Integration fills, which may lie anywhere; without `.md`. */
function zoteroTemplates(app: App): string[] {
  const formats = get(get(get(get(get(app, 'plugins'), 'plugins'), 'obsidian-zotero-desktop-connector'), 'settings'), 'exportFormats');
  if (!Array.isArray(formats)) return [];
  const fields = ['templatePath', 'headerTemplatePath', 'annotationTemplatePath', 'footerTemplatePath'];
  const paths = (formats as readonly unknown[]).flatMap((format) => fields.map((field) => trimmedPath(get(format, field))));
  return paths.filter((path) => path !== '').map(withoutNoteExtension);
}

/** Obsidian keeps each as a path's beginning, or as a regular expression between slashes. */
function ignoreFilters(app: App): ((path: string) => boolean)[] {
  const filters = call(app.vault, 'getConfig', 'userIgnoreFilters');
  if (!Array.isArray(filters)) return [];
  return (filters as readonly unknown[]).flatMap((filter) => {
    if (typeof filter !== 'string' || filter === '') return [];
    const pattern = /^\/(.+)\/$/.exec(filter)?.[1];
    if (pattern === undefined) return [(path: string): boolean => path.toLowerCase().startsWith(filter.toLowerCase())];
    try {
      const expression = new RegExp(pattern, 'i');
      return [(path: string): boolean => expression.test(path)];
    } catch {
      return [];
    }
  });
}

function trimmedPath(value: unknown): string {
  return typeof value === 'string' ? value.replace(/^\/+|\/+$/g, '') : '';
}

function get(value: unknown, key: string): unknown {
  try {
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  } catch {
    return undefined;
  }
}

function call(value: unknown, method: string, argument: string): unknown {
  const found = get(value, method);
  return typeof found === 'function' ? (found as (this: unknown, argument: string) => unknown).call(value, argument) : undefined;
}
