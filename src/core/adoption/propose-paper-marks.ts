import { meaningIn } from './adopt-statuses';
import type { NoteLook } from './look-for-papers';
import { DEFAULT_STATUSES } from '../papers/status-vocabulary';
import { filterInSteps, forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import { folderOf, isInFolder } from '../text/vault-path';

/** Marks that would make papers of the notes that look like papers; to be asked about, never taken over unasked. */
export interface ProposedMarks {
  readonly folders: readonly string[];
  readonly tags: readonly string[];
  /** Paths of the notes that would become papers, in the order given. */
  readonly paths: readonly string[];
  /** How many of these each folder and tag would make papers, each note counted once. */
  readonly counts: readonly { readonly mark: 'tag' | 'folder'; readonly name: string; readonly notes: number }[];
}

/** Fewer notes than this are no habit. */
const FEWEST = 3;

const LITERATURE_TAGS = new Set([
  'literature-note', 'literature_note', 'literaturenote', 'literature-notes', 'literature/note', 'literature', 'lit-note', 'litnote', 'paper-note',
  'papernote', 'papers', 'research-paper', 'academic-paper', 'scientific-paper', 'article', 'journal-article', 'publication', 'type/paper', 'source/paper',
  '论文', '文献', '文献笔记', '论文笔记', '論文', '文獻',
]);

const statusNamed = meaningIn(DEFAULT_STATUSES);

/** By a tag for its status, a paper would be none any more as soon as it is read. */
const isStatus = (tag: string): boolean => statusNamed(tag.slice(tag.lastIndexOf('/') + 1)) !== null;

/**
 * Tags are proposed that literature notes commonly go by and, where no note is marked at all, those that nearly only notes carry that
 * look like papers. Where others are marked already, a common tag may mean something else: half of its notes have to look like papers
 * then. No tag is proposed all of whose notes have another proposed one, and none that says a status. Folders are proposed for the notes
 * that look like papers and have neither mark nor proposed tag: the ones where these are at least three and more than half of all notes, as deep
 * as holds them together, never the root.
 */
export function* proposePaperMarks(notes: readonly NoteLook[]): Steps<ProposedMarks> {
  const unmarked = yield* filterInSteps(notes, (note) => !note.isMarked);
  const tags = yield* proposeTags(unmarked, unmarked.length < notes.length);
  const tagOf = (note: NoteLook): string | undefined => tags.find((wanted) => note.tags.some((tag) => isTagWithin(tag, wanted)));
  const root = yield* buildFolders(notes, (note) => note.looksLikePaper && !note.isMarked && tagOf(note) === undefined);
  const folders: string[] = [];
  for (const folder of root.children.values()) folders.push(...(yield* proposeFolders(folder)));
  folders.sort();
  const marks = [...tags.map((name) => ({ mark: 'tag' as const, name, notes: 0 })), ...folders.map((name) => ({ mark: 'folder' as const, name, notes: 0 }))];
  const proposed = yield* filterInSteps(unmarked, (note) => {
    const tag = tagOf(note);
    const place = marks.find(({ mark, name }) => (mark === 'tag' ? name === tag : note.looksLikePaper && isInFolder(note.path, name)));
    if (place) place.notes += 1;
    return place !== undefined;
  });
  const counts = marks.filter(({ notes: count }) => count > 0);
  const used = counts.filter(({ mark }) => mark === 'tag').map(({ name }) => name);
  return { folders, tags: used, paths: yield* mapInSteps(proposed, (note) => note.path), counts };
}

function* proposeTags(notes: readonly NoteLook[], hasMarked: boolean): Steps<readonly string[]> {
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
  const isHabitual = ([key, tally]: readonly [string, { notes: number; alike: number }]): boolean => {
    if (tally.notes < FEWEST) return false;
    const isLiterature = LITERATURE_TAGS.has(key);
    if (isStatus(key)) return false;
    if (hasMarked) return isLiterature && tally.alike * 2 >= tally.notes;
    return isLiterature || (tally.alike * 5 >= tally.notes * 4 && tally.alike * 2 >= alike);
  };
  const proposed = (yield* filterInSteps([...tallies], isHabitual))
    .map(([, tally]) => tally)
    .sort((a, b) => Number(LITERATURE_TAGS.has(b.tag.toLowerCase())) - Number(LITERATURE_TAGS.has(a.tag.toLowerCase())) || b.notes - a.notes || (a.tag < b.tag ? -1 : 1))
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
