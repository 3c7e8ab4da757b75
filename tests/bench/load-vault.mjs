import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The notes of the real vault, where PAPERWEAVE_VAULT names one, else of the example vault: `{ name, root, notes }`, notes as `[path, text]`. */
export function loadVault() {
  const root = process.env.PAPERWEAVE_VAULT ?? 'example-vault';
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md') && !path.split('/').some((part) => part.startsWith('.')));
  const notes = paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]);
  return { name: process.env.PAPERWEAVE_VAULT ? 'a real one' : 'the example vault', root, notes };
}
