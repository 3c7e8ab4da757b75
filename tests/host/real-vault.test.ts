/** @jest-environment jsdom */
import { loadFolder } from './load-folder';
import { openVault } from './open-vault';
import { parseNote } from './parse-note';

const folder = process.env.PAPERWEAVE_VAULT;

describe('the host over a vault', () => {
  it('should load a folder, dot-folders included and .git left out', () => {
    const files = loadFolder(__dirname);
    expect(Object.keys(files)).toContain('fixtures/small-plugin.cjs');
    expect(Object.keys(files).some((path) => path.startsWith('.git/'))).toBe(false);
  });

  if (folder !== undefined) {
    it('should index every note of PAPERWEAVE_VAULT with exact positions', async () => {
      const files = loadFolder(folder);
      const host = await openVault({ files, loadPlugin: false });
      let links = 0;
      for (const file of host.vault.getMarkdownFiles()) {
        const text = files[file.path] ?? '';
        const cache = host.app.metadataCache.getFileCache(file);
        for (const { position, original } of [...(cache?.links ?? []), ...(cache?.embeds ?? [])]) {
          links++;
          if (text.slice(position.start.offset, position.end.offset) !== original) throw new Error(`${file.path}: ${original}`);
        }
        expect(cache).toEqual(parseNote(text));
      }
      expect(links).toBeGreaterThan(0);
      await host.unload();
    }, 60_000);
  }
});
