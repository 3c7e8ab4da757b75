import type { Properties } from './front-matter';
import { filterInSteps, forEachInSteps, mapInSteps, type Steps } from './steps';
import { folderOf, isInFolder } from './vault-path';

/** A note without a paper's mark, or with it, as far as proposals need it. */
export interface NoteLook {
  readonly path: string;
  readonly isMarked: boolean;
  readonly looksLikePaper: boolean;
  /** Front matter tags without `#`. */
  readonly tags: readonly string[];
}

/** Marks that would make papers of the notes that look like papers; to be asked about, never taken over unasked. */
export interface ProposedMarks {
  readonly folders: readonly string[];
  readonly tags: readonly string[];
  /** Paths of the notes that would become papers, in the order given. */
  readonly paths: readonly string[];
}

/** Fewer notes than this are no habit. */
const FEWEST = 3;

const LITERATURE_TAGS = new Set([
  'literature-note', 'literature_note', 'literaturenote', 'literature-notes', 'literature/note', 'literature', 'lit-note', 'litnote', 'paper-note',
  'papernote', 'papers', 'research-paper', 'academic-paper', 'scientific-paper', 'article', 'journal-article', 'publication', 'type/paper', 'source/paper',
]);

/**
 * Tags are proposed where no note is marked at all: those that literature notes commonly go by, and those that nearly only notes
 * carry that look like papers. Folders are proposed for the notes that look like papers and have neither mark nor
 * proposed tag: the ones where these are at least three and more than half of all notes, as deep as holds them together, never the root.
 */
export function* proposePaperMarks(notes: readonly NoteLook[]): Steps<ProposedMarks> {
  const tags = notes.some((note) => note.isMarked) ? [] : yield* proposeTags(notes);
  const isTagged = (note: NoteLook): boolean => note.tags.some((tag) => tags.some((wanted) => isTagWithin(tag, wanted)));
  const root = yield* buildFolders(notes, (note) => note.looksLikePaper && !note.isMarked && !isTagged(note));
  const folders: string[] = [];
  for (const folder of root.children.values()) folders.push(...(yield* proposeFolders(folder)));
  folders.sort();
  const isInProposed = (note: NoteLook): boolean => note.looksLikePaper && folders.some((folder) => isInFolder(note.path, folder));
  const proposed = yield* filterInSteps(notes, (note) => !note.isMarked && (isTagged(note) || isInProposed(note)));
  return { folders, tags, paths: yield* mapInSteps(proposed, (note) => note.path) };
}

function* proposeTags(notes: readonly NoteLook[]): Steps<readonly string[]> {
  let alike = 0;
  const tallies = new Map<string, { tag: string; notes: number; alike: number }>();
  yield* forEachInSteps(notes, (note) => {
    if (note.looksLikePaper) alike += 1;
    for (const tag of new Set(note.tags)) {
      const tally = tallies.get(tag.toLowerCase()) ?? { tag, notes: 0, alike: 0 };
      tally.notes += 1;
      if (note.looksLikePaper) tally.alike += 1;
      tallies.set(tag.toLowerCase(), tally);
    }
  });
  const isHabitual = ([key, tally]: readonly [string, { notes: number; alike: number }]): boolean =>
    tally.notes >= FEWEST && (LITERATURE_TAGS.has(key) || (tally.alike * 5 >= tally.notes * 4 && tally.alike * 2 >= alike));
  const proposed = (yield* filterInSteps([...tallies], isHabitual))
    .map(([, tally]) => tally)
    .sort((a, b) => b.notes - a.notes || (a.tag < b.tag ? -1 : 1))
    .map((tally) => tally.tag);
  return proposed.filter((tag) => !proposed.some((other) => other !== tag && isTagWithin(tag, other)));
}

function isTagWithin(tag: string, wanted: string): boolean {
  return tag.toLowerCase() === wanted.toLowerCase() || tag.toLowerCase().startsWith(`${wanted.toLowerCase()}/`);
}

interface Folder {
  readonly path: string;
  readonly children: Map<string, Folder>;
  /** Notes in it and below, and how many of them look like papers without a mark. */
  notes: number;
  alike: number;
}

function* buildFolders(notes: readonly NoteLook[], isAlike: (note: NoteLook) => boolean): Steps<Folder> {
  const root: Folder = { path: '', children: new Map(), notes: 0, alike: 0 };
  yield* forEachInSteps(notes, (note) => {
    const alike = isAlike(note) ? 1 : 0;
    let folder = root;
    for (const name of folderOf(note.path).split('/').filter((part) => part !== '')) {
      const child = folder.children.get(name) ?? { path: folder.path === '' ? name : `${folder.path}/${name}`, children: new Map(), notes: 0, alike: 0 };
      folder.children.set(name, child);
      child.notes += 1;
      child.alike += alike;
      folder = child;
    }
  });
  return root;
}

const isHabit = (counts: { notes: number; alike: number }): boolean => counts.alike >= FEWEST && counts.alike * 2 > counts.notes;

function* proposeFolders(folder: Folder): Steps<readonly string[]> {
  if (folder.alike < FEWEST) return [];
  yield;
  const below: string[] = [];
  const rest = { notes: folder.notes, alike: folder.alike };
  let habits = 0;
  for (const child of folder.children.values()) {
    below.push(...(yield* proposeFolders(child)));
    if (!isHabit(child)) continue;
    habits += 1;
    rest.notes -= child.notes;
    rest.alike -= child.alike;
  }
  // What lies outside the folders below decides: papers there, or several folders full of papers and nothing else, want the folder whole.
  const wantsWhole = isHabit(folder) && (rest.notes === 0 ? habits !== 1 : rest.alike * 2 > rest.notes);
  return wantsWhole ? [folder.path] : below;
}

const EVIDENCE: readonly (readonly [kind: string, names: readonly string[]])[] = [
  ['title', ['title']],
  ['authors', ['authors', 'author']],
  ['year', ['year', 'publicationyear', 'pubyear', 'publishedyear', 'yearpublished']],
  ['identifier', ['doi', 'arxiv', 'arxivid', 'eprint', 'citekey', 'citationkey', 'bibtexkey', 'bibtex', 'metakey', 'pmid', 'zoterolink', 'zoterokey']],
  ['venue', ['venue', 'journal', 'booktitle', 'containertitle', 'publicationtitle', 'conference', 'proceedings']],
];
const EVIDENCE_KINDS = new Map(EVIDENCE.flatMap(([kind, names]) => names.map((name): [string, string] => [name, kind])));

/**
 * True where a note's properties are those of a paper: at least two of title, authors, year, an identifier and a venue, one of
 * them authors or an identifier. A references section counts as one more where there is a title, a year or a venue; by itself only where
 * `sectionSuffices`, because notes of any sort may end with their sources.
 */
export function looksLikePaper(properties: Properties | null, hasReferences: boolean, sectionSuffices: boolean): boolean {
  const kinds = new Set<string>();
  for (const name of properties?.keys() ?? []) {
    const kind = EVIDENCE_KINDS.get(name.toLowerCase().replace(/[-_ ]/g, ''));
    if (kind !== undefined) kinds.add(kind);
  }
  if (hasReferences && (sectionSuffices || kinds.size > 0)) return true;
  return kinds.size >= 2 && (kinds.has('authors') || kinds.has('identifier'));
}
