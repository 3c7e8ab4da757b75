import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXT = new Set(['md', 'txt', 'json', 'css', 'csv', 'yaml', 'yml', 'canvas', 'base', 'bib', 'html', 'js', 'svg']);
const SKIPPED = new Set(['.git', 'node_modules', '.DS_Store']);

/** A folder on the disk as a files record: text as it is (a byte-order mark included), other files as empty placeholders, `.git` and `node_modules` left out. */
export function loadFolder(root: string): Record<string, string> {
  const files: Record<string, string> = {};
  const walk = (folder: string): void => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => !SKIPPED.has(entry.name));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = (folder === '' ? entry.name : `${folder}/${entry.name}`).normalize('NFC');
      if (entry.isDirectory()) walk(folder === '' ? entry.name : `${folder}/${entry.name}`);
      else if (entry.isFile()) files[path] = TEXT.has(extension(entry.name)) ? readFileSync(join(root, folder, entry.name), 'utf8') : '';
    }
  };
  walk('');
  return files;
}

function extension(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
