import { mkdir, open, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes handed to the file system at once: so few that a kill finds notes that are empty or cut short, some of them within a character. */
const PIECE = 251;

/** A folder that follows the host's disk as Node's own writing does it: the file is emptied first, then filled piece by piece. */
export function folderMirror(root) {
  const at = (path) => join(root, path);
  return {
    async follow({ kind, path, to }, data) {
      if (kind === 'write' || kind === 'append') {
        const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
        const file = await open(at(path), 'w');
        for (let from = 0; from < bytes.length; from += PIECE) await file.write(bytes.subarray(from, from + PIECE));
        await file.close();
      } else if (kind === 'mkdir') await mkdir(at(path), { recursive: true });
      else if (kind === 'remove') await unlink(at(path));
      else if (kind === 'rmdir') await rm(at(path), { recursive: true }).catch(() => rmdir(at(path)));
      else if (kind === 'rename') await rename(at(path), at(to));
    },
  };
}

/** Everything in a folder as the host takes it, each file as its bytes. */
export function readFolderBytes(root) {
  const files = {};
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name === '.git') continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        files[`${path}/`] = '';
        walk(path);
      } else if (entry.isFile()) files[path] = new Uint8Array(readFileSync(join(root, path)));
    }
  };
  walk('');
  return files;
}
