import type { Properties } from '../front-matter/front-matter';
import { headingKey } from '../markdown/heading-key';
import { LinkResolver } from '../library/link-resolver';
import type { NoteFacts } from '../papers/note-facts';
import { nameKey } from '../front-matter/property-names';
import { filterInSteps, forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import { folderOf } from '../text/vault-path';

/** A note as far as proposals need it. */
export interface NoteLook {
  readonly path: string;
  /** By the current settings. */
  readonly isMarked: boolean;
  readonly looksLikePaper: boolean;
  /** Front matter tags without `#`. */
  readonly tags: readonly string[];
}

/** By which settings notes are looked at. */
export interface LookContext {
  /** Names of headings that start a references section. */
  readonly referenceHeadings: readonly string[];
  /** Name of the tags property. */
  readonly tagsField: string;
  /** Paths of the notes that carry a paper's mark. */
  readonly marked: ReadonlySet<string>;
  /** Whether papers are known by their marks, so that others need more than a references section to look like one. */
  readonly hasPapers: boolean;
}

/** Fewer than this are no habit. */
const FEWEST = 3;

/**
 * Tells which notes look like papers, by their properties, their references sections, and the traces of the plugins that make notes
 * from a reference manager:
 * - Citations writes `@citekey.md` with `title`, `authors` and `year` (its defaults: hans/obsidian-citation-plugin, src/settings.ts).
 * - Zotero Integration brings no template. New import formats write `{{citekey}}.md` (mgmeyers/obsidian-zotero-integration,
 *   src/settings/settings.tsx), the example of its docs/Templating.md has no front matter and the heading “Formatted Bibliography”, and
 *   the templates that its users share have `citekey`, `@citekey` among the aliases, `title`, `authors`, `year` and tags such as `literature-note`.
 */
export function* lookForPapers(notes: readonly NoteFacts[], context: LookContext): Steps<readonly NoteLook[]> {
  const names = new Set(context.referenceHeadings.map(headingKey));
  const hasReferences = (note: NoteFacts): boolean => note.headings.some((heading) => names.has(headingKey(heading.text)));
  const isListing = (note: NoteFacts): boolean => context.hasPapers && !context.marked.has(note.path) && note.cites !== undefined && hasReferences(note);
  const handMade = yield* findHandMade(yield* filterInSteps(notes, isListing));
  return yield* mapInSteps(notes, (note): NoteLook => ({
    path: note.path,
    isMarked: context.marked.has(note.path),
    looksLikePaper: note.looksLikePaper ?? (!isTemplate(note) && (isImported(note) || handMade.has(note) || looksLikePaper(note.properties, hasReferences(note), !context.hasPapers))),
    tags: tagsOf(note.properties?.get(context.tagsField)),
  }));
}

function tagsOf(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items
    .flatMap((item) => (typeof item === 'string' ? item.split(/[,\s]+/) : []))
    .map((tag) => tag.replace(/^#/, ''))
    .filter((tag) => tag !== '');
}

/** The heading above the one citation that Zotero Integration's own example template writes. */
const isImported = (note: NoteFacts): boolean => note.headings.some((heading) => headingKey(heading.text) === 'formatted bibliography');

/** Nunjucks, Handlebars or Templater has not filled this yet. */
const PLACEHOLDER = /\{\{|\{%|<%/;

const isTemplate = (note: NoteFacts): boolean => note.headings.some((heading) => PLACEHOLDER.test(heading.text));

/**
 * The notes of folders where papers are written by hand, without any property: their references sections are lists of links. So may
 * the sources be at the end of any other note; but these are few, and such a note is no source itself. Where at least a third of a
 * folder's notes with a references section are cited in another's, or cite three notes or more, all of them look like papers.
 */
function* findHandMade(notes: readonly NoteFacts[]): Steps<ReadonlySet<NoteFacts>> {
  const citing = new Map<string, Set<string>>();
  yield* forEachInSteps(notes, ({ path, cites = [] }) => {
    for (const link of cites) {
      const name = LinkResolver.nameOf(link);
      citing.set(name, (citing.get(name) ?? new Set<string>()).add(path));
    }
  });
  const isCited = ({ path }: NoteFacts): boolean => {
    const sources = citing.get(LinkResolver.nameOf(path));
    return sources !== undefined && (sources.size > 1 || !sources.has(path));
  };
  const folders = new Map<string, { notes: number; likely: number }>();
  yield* forEachInSteps(notes, (note) => {
    const folder = folders.get(folderOf(note.path)) ?? { notes: 0, likely: 0 };
    folder.notes += 1;
    if ((note.cites?.length ?? 0) >= FEWEST || isCited(note)) folder.likely += 1;
    folders.set(folderOf(note.path), folder);
  });
  const found = new Set<NoteFacts>();
  yield* forEachInSteps(notes, (note) => {
    const folder = folders.get(folderOf(note.path));
    if (folder && note.cites?.length !== 0 && folder.likely * 3 >= folder.notes) found.add(note);
  });
  return found;
}

const EVIDENCE: readonly (readonly [kind: string, names: readonly string[]])[] = [
  ['title', ['title', '标题', '题名', '论文标题', '標題']],
  ['authors', ['authors', 'author', '作者']],
  ['year', ['year', 'publicationyear', 'pubyear', 'publishedyear', 'yearpublished', '年份', '发表年份', '出版年']],
  ['identifier', ['doi', 'arxiv', 'arxivid', 'eprint', 'citekey', 'citationkey', 'bibtexkey', 'bibtex', 'metakey', 'pmid', 'zoterolink', 'zoterokey']],
  ['venue', ['venue', 'journal', 'booktitle', 'containertitle', 'publicationtitle', 'conference', 'proceedings', '期刊', '会议']],
];
const EVIDENCE_KINDS = new Map(EVIDENCE.flatMap(([kind, names]) => names.map((name): [string, string] => [name, kind])));

/** What only reference managers give. */
const CITE_KEY = /^(?:cite|citation|bibtex)key$/;

/**
 * True where a note's properties are those of a paper: a cite key, or at least two of title, authors, year, an identifier and a venue, one of
 * them authors or an identifier. A references section counts as one more where there is a title, a year or a venue; by itself only where
 * `sectionSuffices`, because notes of any sort may end with their sources. What a template leaves open is no property.
 */
export function looksLikePaper(properties: Properties | null, hasReferences: boolean, sectionSuffices: boolean): boolean {
  const kinds = new Set<string>();
  for (const [name, value] of properties ?? []) {
    const key = nameKey(name);
    const kind = EVIDENCE_KINDS.get(key);
    if (kind === undefined || isPlaceholder(value)) continue;
    if (CITE_KEY.test(key) && value !== null && value !== '') return true;
    kinds.add(kind);
  }
  if (hasReferences && (sectionSuffices || kinds.size > 0)) return true;
  return kinds.size >= 2 && (kinds.has('authors') || kinds.has('identifier'));
}

/** `{{title}}` is a map to YAML, and text where it stands in quotes. */
function isPlaceholder(value: unknown): boolean {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof only === 'string' ? PLACEHOLDER.test(only) : typeof only === 'object' && only !== null && !Array.isArray(only);
}
