import type { Settings } from './settings';

type PathSettings = Pick<Settings, 'paperFolders' | 'newNoteFolder' | 'newNoteTemplate'>;

/** What the settings become when a folder or a note that they name is renamed: the same place under its new path. Null where they name nothing of it. */
export function renameInSettings({ paperFolders, newNoteFolder, newNoteTemplate }: PathSettings, from: string, to: string): PathSettings | null {
  const renamed = (path: string): string => (path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path);
  const after = { paperFolders: paperFolders.map(renamed), newNoteFolder: renamed(newNoteFolder), newNoteTemplate: renamed(newNoteTemplate) };
  const isSame = after.newNoteFolder === newNoteFolder && after.newNoteTemplate === newNoteTemplate && after.paperFolders.every((folder, at) => folder === paperFolders[at]);
  return isSame ? null : after;
}
