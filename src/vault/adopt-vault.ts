import { getLinkpath } from 'obsidian';
import type { App, CachedMetadata, TFile } from 'obsidian';
import { adoptHabits } from '../core/adoption/adopt-habits';
import type { Habits } from '../core/adoption/adopt-habits';
import { findReferences } from '../core/references/find-references';
import { findFrontMatter, propertiesFromRecord, readProperties } from '../core/front-matter/front-matter';
import { headingKey } from '../core/markdown/heading-key';
import type { NoteFacts } from '../core/papers/note-facts';
import { isPlaceholder } from '../core/papers/placeholder';
import { isMarked, readPaper } from '../core/papers/read-paper';
import { scanNote } from '../core/markdown/scan-note';
import type { Settings } from '../settings/settings';
import { findExcludedPaths } from './excluded-paths';
import { finishInSlices, slices } from './slices';

/** The YAML's own style is read from so many papers: more would cost a start and tell nothing new. */
const STYLE_SAMPLE = 40;

/**
 * Counts the habits of the vault's papers from the metadata cache, and from a sample of texts for the style of their YAML. Notes that the
 * cache has not read yet (the first start after an update of the app, say) are read here: a first run comes once only. A note that cannot be
 * read is left out.
 */
export async function adoptVault(app: App, current: Settings): Promise<Habits> {
  const isExcluded = findExcludedPaths(app, current.newNoteTemplate);
  const notes: NoteFacts[] = [];
  let sampled = 0;
  const names = new Set(current.referenceHeadings.map(headingKey));
  const breathe = slices();
  for (const file of app.vault.getMarkdownFiles()) {
    await breathe();
    if (isExcluded(file.path)) continue;
    const facts = cachedFacts(app, file, names) ?? readFacts(await readText(app, file), current.referenceHeadings);
    if (!facts) continue;
    const { properties, headings, cites } = facts;
    // A template's title is a placeholder, which YAML reads as a map where no quotes are.
    const titles = [properties?.get(current.fields.title), headings.find(({ level }) => level === 1)?.text];
    if (titles.some((title) => typeof title === 'string' && isPlaceholder(title))) continue;
    if (readPaper({ path: file.path, firstHeading: null }, properties, current).kind === 'unreadable') continue;
    const hasMark = isMarked(file.path, properties, current);
    let yaml: string | null = null;
    if (hasMark && properties && sampled < STYLE_SAMPLE) {
      sampled++;
      const text = (await readText(app, file)) ?? '';
      const found = findFrontMatter(text);
      if (found.kind === 'block') yaml = text.slice(found.block.from, found.block.to);
    }
    notes.push({ path: file.path, properties, headings, yaml, ...(!hasMark && { cites: cites() }) });
  }
  return finishInSlices(adoptHabits(notes, current));
}

interface Facts extends Pick<NoteFacts, 'properties' | 'headings'> {
  /** Asked of notes without a mark only: it would cost a large library dear. */
  readonly cites: () => readonly string[];
}

function cachedFacts(app: App, file: TFile, names: ReadonlySet<string>): Facts | null {
  const cache = app.metadataCache.getFileCache(file);
  if (!cache) return null;
  return {
    properties: cache.frontmatter ? propertiesFromRecord(cache.frontmatter) : null,
    headings: (cache.headings ?? []).map(({ level, heading }) => ({ level, text: heading })),
    cites: () => linksBelow(cache, names),
  };
}

/** Paths of the links below the headings of these names, each up to the next heading of the same or a higher level. */
function linksBelow({ headings = [], links = [] }: CachedMetadata, names: ReadonlySet<string>): readonly string[] {
  const sections = headings.flatMap(({ heading, level, position }, at) => {
    if (!names.has(headingKey(heading))) return [];
    const next = headings.slice(at + 1).find((other) => other.level <= level);
    return [{ from: position.end.offset, to: next?.position.start.offset ?? Infinity }];
  });
  const below = links.filter(({ position: { start } }) => sections.some(({ from, to }) => start.offset >= from && start.offset < to));
  return below.map(({ link }) => getLinkpath(link)).filter((path) => path !== '');
}

const readText = (app: App, file: TFile): Promise<string | null> => app.vault.cachedRead(file).catch(() => null);

function readFacts(text: string | null, referenceHeadings: readonly string[]): Facts | null {
  if (text === null) return null;
  const properties = readProperties(text);
  const scan = scanNote(text);
  return {
    properties: properties.ok ? properties.value : null,
    headings: scan.headings,
    cites: () => findReferences(text, scan, referenceHeadings).references.map(({ linkpath }) => linkpath).filter((path) => path !== null),
  };
}
