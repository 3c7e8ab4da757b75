import type { App } from 'obsidian';
import { adoptHabits } from '../core/adopt-habits';
import type { Habits, NoteFacts } from '../core/adopt-habits';
import { findFrontMatter, propertiesFromRecord } from '../core/front-matter';
import { isMarked, readPaper } from '../core/read-paper';
import type { Settings } from '../settings/settings';
import { findExcludedPaths } from './excluded-paths';

/** The YAML's own style is read from so many papers: more would cost a start and tell nothing new. */
const STYLE_SAMPLE = 40;

/** Counts the habits of the vault's papers from the metadata cache, and from a sample of texts for the style of their YAML. */
export async function adoptVault(app: App, current: Settings): Promise<Habits> {
  const isExcluded = findExcludedPaths(app);
  const notes: NoteFacts[] = [];
  let sampled = 0;
  for (const file of app.vault.getMarkdownFiles()) {
    if (isExcluded(file.path)) continue;
    const cache = app.metadataCache.getFileCache(file);
    const properties = cache?.frontmatter ? propertiesFromRecord(cache.frontmatter) : null;
    // A template's title is a placeholder, which YAML reads as a map.
    if (readPaper({ path: file.path, firstHeading: null }, properties, current).kind === 'unreadable') continue;
    let yaml: string | null = null;
    if (properties && sampled < STYLE_SAMPLE && isMarked(file.path, properties, current)) {
      sampled++;
      const text = await app.vault.cachedRead(file);
      const found = findFrontMatter(text);
      if (found.kind === 'block') yaml = text.slice(found.block.from, found.block.to);
    }
    notes.push({
      path: file.path,
      properties,
      headings: (cache?.headings ?? []).map(({ level, heading }) => ({ level, text: heading })),
      yaml,
    });
  }
  return adoptHabits(notes, current);
}
