import type { App, TFile } from 'obsidian';
import { adoptHabits } from '../core/adopt-habits';
import type { Habits, NoteFacts } from '../core/adopt-habits';
import { findFrontMatter, propertiesFromRecord, readProperties } from '../core/front-matter';
import { isMarked, readPaper } from '../core/read-paper';
import { scanNote } from '../core/scan-note';
import type { Settings } from '../settings/settings';
import { findExcludedPaths } from './excluded-paths';
import { finishInSlices, slices } from './slices';

/** The YAML's own style is read from so many papers: more would cost a start and tell nothing new. */
const STYLE_SAMPLE = 40;

/**
 * Counts the habits of the vault's papers from the metadata cache, and from a sample of texts for the style of their YAML. Notes that the
 * cache has not read yet (the first start after an update of the app, say) are read here: a first run comes once only.
 */
export async function adoptVault(app: App, current: Settings): Promise<Habits> {
  const isExcluded = findExcludedPaths(app);
  const notes: NoteFacts[] = [];
  let sampled = 0;
  const breathe = slices();
  for (const file of app.vault.getMarkdownFiles()) {
    await breathe();
    if (isExcluded(file.path)) continue;
    const { properties, headings } = cachedFacts(app, file) ?? readFacts(await app.vault.cachedRead(file));
    // A template's title is a placeholder, which YAML reads as a map.
    if (readPaper({ path: file.path, firstHeading: null }, properties, current).kind === 'unreadable') continue;
    let yaml: string | null = null;
    if (properties && sampled < STYLE_SAMPLE && isMarked(file.path, properties, current)) {
      sampled++;
      const text = await app.vault.cachedRead(file);
      const found = findFrontMatter(text);
      if (found.kind === 'block') yaml = text.slice(found.block.from, found.block.to);
    }
    notes.push({ path: file.path, properties, headings, yaml });
  }
  return finishInSlices(adoptHabits(notes, current));
}

type Facts = Pick<NoteFacts, 'properties' | 'headings'>;

function cachedFacts(app: App, file: TFile): Facts | null {
  const cache = app.metadataCache.getFileCache(file);
  if (!cache) return null;
  return {
    properties: cache.frontmatter ? propertiesFromRecord(cache.frontmatter) : null,
    headings: (cache.headings ?? []).map(({ level, heading }) => ({ level, text: heading })),
  };
}

function readFacts(text: string): Facts {
  const properties = readProperties(text);
  return { properties: properties.ok ? properties.value : null, headings: scanNote(text).headings };
}
