import { say } from '../../language/say';
import type { Settings } from '../../settings/settings';
import { adoptStatuses, isDone, type StatusHabits, type UnknownStatus } from './adopt-statuses';
import { findYamlListStyle } from '../front-matter/find-yaml-list-style';
import type { Properties, YamlListStyle } from '../front-matter/front-matter';
import { headingKey } from '../markdown/heading-key';
import { joinList } from '../text/join-texts';
import { lookForPapers } from './look-for-papers';
import type { NoteFacts } from '../papers/note-facts';
import { nameKey } from '../front-matter/property-names';
import { proposePaperMarks, type ProposedMarks } from './propose-paper-marks';
import { isMarked } from '../papers/read-paper';
import { filterInSteps, forEachInSteps, type Steps } from '../collections/steps';
import { folderOf } from '../text/vault-path';

/** What a vault's papers do by habit. */
export interface Habits {
  /** Only what the notes speak for; where they say nothing, a setting is absent. */
  readonly settings: Partial<Settings>;
  /** One plain sentence each. */
  readonly findings: readonly string[];
  /** Folders and tags of notes that look like papers and are not marked. To be asked about; once accepted, adopt again with them in the settings. */
  readonly proposedFolders: readonly string[];
  readonly proposedTags: readonly string[];
  /** Notes that are papers by the current settings. */
  readonly papers: number;
  /** Statuses outside the vocabulary, the commonest first. */
  readonly unknownStatuses: readonly UnknownStatus[];
}

/**
 * The habits of the papers among `notes`, as settings that follow them. Papers are told by the marks in `current`; where
 * there are none, the notes that the proposals would make papers are looked at instead. Names of `current` are kept on a tie and remain
 * as aliases and further headings. Nothing is taken over here: whether it may be is the caller's to decide.
 */
export function* adoptHabits(notes: readonly NoteFacts[], current: Settings): Steps<Habits> {
  const markedPaths = new Set<string>();
  const marked = yield* filterInSteps(notes, (note) => {
    if (!isMarked(note.path, note.properties, current)) return false;
    markedPaths.add(note.path);
    return hasRequired(note, current);
  });
  const context = { referenceHeadings: current.referenceHeadings, tagsField: current.fields.tags, marked: markedPaths, hasPapers: marked.length > 0 };
  const proposed = yield* proposePaperMarks(yield* lookForPapers(notes, context));
  const papers = marked.length > 0 ? marked : yield* notesAt(proposed.paths, notes);
  const properties: Properties[] = [];
  yield* forEachInSteps(papers, (paper) => {
    if (paper.properties) properties.push(paper.properties);
  });

  const status = yield* adoptStatuses(properties, current.statusProperty, current.statuses);
  const readDate = status && current.readDateProperty !== '' ? yield* findReadDateProperty(properties, status, current.readDateProperty) : null;
  const headings = yield* rankHeadings(papers, current.referenceHeadings);
  const folder = yield* deepestMajorityFolder(papers);
  const listStyle = yield* commonListStyle(papers, current.yamlListStyle);
  const fields = yield* findFieldNames(properties, current.fields);

  const settings: Partial<Settings> = {
    ...(status && { statusProperty: status.property, statuses: status.statuses }),
    ...(readDate !== null && { readDateProperty: readDate }),
    ...(headings && { referenceHeadings: headings.names }),
    ...(folder !== '' && { newNoteFolder: folder }),
    ...(listStyle !== null && { yamlListStyle: listStyle }),
    ...(fields.length > 0 && { fields: { ...current.fields, ...Object.fromEntries(fields.map(({ field, name }) => [field, name])) } }),
  };
  const findings = [
    yield* describePapers(marked, current),
    ...(proposed.paths.length > 0 ? [describeProposal(proposed)] : []),
    ...(status ? describeStatus(status) : []),
    ...(readDate !== null ? [say('The day of reading is kept in {name}.', { name: readDate })] : []),
    ...(headings ? [describeHeadings(headings)] : []),
    ...(folder !== '' ? [say('New notes go to {folder}, where most papers are.', { folder })] : []),
    ...(listStyle !== null ? [LIST_STYLE_FINDINGS[listStyle]] : []),
    ...fields.map(({ finding, name }) => finding(name)),
  ];
  return {
    settings,
    findings,
    proposedFolders: proposed.folders,
    proposedTags: proposed.tags,
    papers: marked.length,
    unknownStatuses: status?.unknown ?? [],
  };
}

function* notesAt(paths: readonly string[], notes: readonly NoteFacts[]): Steps<readonly NoteFacts[]> {
  const wanted = new Set<string>();
  yield* forEachInSteps(paths, (path) => wanted.add(path));
  return yield* filterInSteps(notes, (note) => wanted.has(note.path));
}

const LIST_STYLE_FINDINGS: Readonly<Record<YamlListStyle, string>> = {
  block: say('Lists in the front matter are written one item a line, at the margin.'),
  indented: say('Lists in the front matter are written one item a line, indented.'),
  flow: say('Lists in the front matter are written in brackets, on one line.'),
};

function hasRequired(note: NoteFacts, current: Settings): boolean {
  return current.requiredProperties.every((name) => !isEmpty(note.properties?.get(name)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Names that a read-date property goes by, the likeliest first. */
const READ_DATE_PROPERTIES = [
  'read_date', 'date_read', 'readDate', 'dateRead', 'read_on', 'readOn', 'finished', 'date_finished', 'dateFinished', 'finished_date', 'finishDate', 'finished_on',
  'completed', 'date_completed', 'dateCompleted', 'completed_date', 'completion_date', 'completed_on', '阅读日期', '读完日期', '閱讀日期',
];

/** Those that can mean nothing else, by `nameKey`: a template that leaves one empty until the paper is read says enough. */
const SURE_READ_DATES = new Set(['readdate', 'dateread', '阅读日期', '读完日期', '閱讀日期']);

function* findReadDateProperty(papers: readonly Properties[], status: StatusHabits, currentName: string): Steps<string | null> {
  const read = yield* filterInSteps(papers, (properties) => isDone(properties, status.property, status.statuses));
  const ranks = new Map([...new Set([currentName, ...READ_DATE_PROPERTIES].map(nameKey))].map((key, index) => [key, index]));
  const tallies = new Map<string, { name: string; rank: number; papers: number; filled: number; days: number }>();
  yield* forEachInSteps(read, (properties) => {
    for (const [name, value] of properties) {
      const rank = ranks.get(nameKey(name));
      if (rank === undefined) continue;
      const tally = tallies.get(name) ?? { name, rank, papers: 0, filled: 0, days: 0 };
      tally.papers += 1;
      if (!isEmpty(value)) tally.filled += 1;
      if (typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:$|[T ])/.test(value.trim())) tally.days += 1;
      tallies.set(name, tally);
    }
  });
  const usable = [...tallies.values()].filter((tally) => tally.papers * 2 > read.length && tally.days * 2 > tally.filled);
  usable.sort((a, b) => b.days - a.days || a.rank - b.rank || (a.name < b.name ? -1 : 1));
  return usable[0]?.name ?? (read.length === 0 ? yield* findEmptyReadDate(papers) : null);
}

/** The property that waits for a day in more than half of the papers, of which none is read. */
function* findEmptyReadDate(papers: readonly Properties[]): Steps<string | null> {
  const counts = new Map<string, number>();
  yield* forEachInSteps(papers, (properties) => {
    for (const [name, value] of properties) if (SURE_READ_DATES.has(nameKey(name)) && isEmpty(value)) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  const name = commonest(counts, '');
  return (counts.get(name) ?? 0) * 2 > papers.length ? name : null;
}

/** What else a references section is headed with, by `bareKey`. Not what may head other lists: sources, citations. */
const OTHER_HEADINGS = new Set(
  (
    'works cited|literature cited|cited works|cited papers|literature|list of references|' +
    'literatur|literaturverzeichnis|références|bibliographie|referencias|bibliografía|referências|bibliografia|參考文獻|参考资料|引用文献|文献|참고문헌'
  ).split('|'),
);

/** A heading's key without a picture before it or a mark behind it. */
const bareKey = (text: string): string => headingKey(text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

interface HeadingUse {
  readonly name: string;
  papers: number;
  readonly spellings: Map<string, number>;
}

/**
 * The configured names, and others that at least three papers without one of these use, those that papers use first and as they write
 * them; null where no paper has such a heading.
 */
function* rankHeadings(papers: readonly NoteFacts[], names: readonly string[]): Steps<{ names: readonly string[]; papers: number } | null> {
  const useOf = (name: string): HeadingUse => ({ name, papers: 0, spellings: new Map<string, number>() });
  const uses = new Map(names.map((name) => [headingKey(name), useOf(name)]));
  const others = new Map<string, HeadingUse>();
  yield* forEachInSteps(papers, ({ headings }) => {
    const isOther = ({ text }: { readonly text: string }): boolean => OTHER_HEADINGS.has(bareKey(text)) || uses.has(bareKey(text));
    const first = headings.find(({ text }) => uses.has(headingKey(text))) ?? headings.find(isOther);
    if (!first) return;
    const spelling = first.text.replace(/[\s:：]+$/u, '').trim();
    const use = uses.get(headingKey(first.text)) ?? others.get(headingKey(first.text)) ?? useOf(spelling);
    if (!uses.has(headingKey(first.text))) others.set(headingKey(first.text), use);
    use.papers += 1;
    use.spellings.set(spelling, (use.spellings.get(spelling) ?? 0) + 1);
  });
  const habitual = [...others.values()].filter((use) => use.papers >= 3);
  const ranked = [...uses.values(), ...habitual].sort((a, b) => b.papers - a.papers);
  const most = ranked[0]?.papers ?? 0;
  return most === 0 ? null : { names: ranked.map((use) => commonest(use.spellings, use.name)), papers: most };
}

function commonest<T>(counts: ReadonlyMap<T, number>, preferred: T): T {
  let best = preferred;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The deepest folder that holds more than half of the papers, itself or below it; empty for the root or where there are none. */
function* deepestMajorityFolder(papers: readonly NoteFacts[]): Steps<string> {
  const counts = new Map<string, number>();
  yield* forEachInSteps(papers, (paper) => {
    for (let folder = folderOf(paper.path); folder !== ''; folder = folderOf(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  });
  let deepest = '';
  yield* forEachInSteps([...counts], ([folder, count]) => {
    if (count * 2 > papers.length && folder.length > deepest.length) deepest = folder;
  });
  return deepest;
}

function* commonListStyle(papers: readonly NoteFacts[], current: YamlListStyle): Steps<YamlListStyle | null> {
  const counts = new Map<YamlListStyle, number>();
  for (const { yaml } of yield* filterInSteps(papers, (paper) => paper.yaml !== null)) {
    const style = yaml === null ? null : findYamlListStyle(yaml);
    if (style !== null) counts.set(style, (counts.get(style) ?? 0) + 1);
    // Reading YAML costs as much as all else that is done for a hundred notes.
    yield;
  }
  return counts.size === 0 ? null : commonest(counts, current);
}

type Field = keyof Settings['fields'];

const isWhole = (value: unknown): boolean => (typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string' && /^\d+$/.test(value.trim()));
const isYear = (value: unknown): boolean => isWhole(value) || (typeof value === 'string' && /^\d{4}-\d{2}(?:-\d{2})?(?:$|T)/.test(value.trim()));
const isText = (value: unknown): boolean => typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/**
 * Other names of fields. The key property is not among them, because having it makes a note a paper; nor are tags and aliases,
 * whose names the app itself knows.
 */
const FIELD_NAMES: readonly { readonly field: Field; readonly finding: (name: string) => string; readonly fits: (value: unknown) => boolean; readonly names: readonly string[] }[] = [
  { field: 'title', finding: (name) => say('Titles are kept in {name}.', { name }), fits: isText, names: ['paper_title', 'full_title', '标题', '题名', '论文标题', '標題'] },
  { field: 'authors', finding: (name) => say('Authors are kept in {name}.', { name }), fits: isText, names: ['author', 'creators', 'creator', '作者'] },
  { field: 'year', finding: (name) => say('Years are kept in {name}.', { name }), fits: isYear, names: ['publication_year', 'pub_year', 'published_year', 'year_published', 'published', 'date_published', 'publication_date', '年份', '发表年份', '出版年'] },
  { field: 'venue', finding: (name) => say('Venues are kept in {name}.', { name }), fits: isText, names: ['journal', 'booktitle', 'container_title', 'publication_title', 'conference', 'publication', '期刊', '会议'] },
  {
    field: 'numCitedBy',
    finding: (name) => say('Citation counts are kept in {name}.', { name }),
    fits: isWhole,
    names: ['citation_count', 'citations', 'num_citations', 'cited_by_count', 'cited_by', 'times_cited', 'n_citations'],
  },
  { field: 'pdf', finding: (name) => say('PDFs are kept in {name}.', { name }), fits: isText, names: ['pdf', 'pdf_path', 'pdf_file', 'pdf_link'] },
  { field: 'urls', finding: (name) => say('Sources are kept in {name}.', { name }), fits: isText, names: ['url', 'link', 'links', 'source_url'] },
];

interface FieldHabit {
  readonly field: Field;
  readonly finding: (name: string) => string;
  readonly name: string;
}

/** Fields whose current name no paper has, while more than half of at least three papers have another with fitting values. */
function* findFieldNames(papers: readonly Properties[], current: Settings['fields']): Steps<readonly FieldHabit[]> {
  if (papers.length < 3) return [];
  const taken = new Set(Object.values(current));
  const candidates = FIELD_NAMES.map((known) => ({ ...known, keys: new Set(known.names.map(nameKey)), isUsed: false, counts: new Map<string, number>() }));
  yield* forEachInSteps(papers, (properties) => {
    const named = [...properties].map(([name, value]) => ({ name, value, key: nameKey(name) }));
    for (const candidate of candidates) {
      candidate.isUsed ||= properties.has(current[candidate.field]);
      if (candidate.isUsed) continue;
      for (const { name, value, key } of named) {
        if (candidate.keys.has(key) && !taken.has(name) && candidate.fits(value)) candidate.counts.set(name, (candidate.counts.get(name) ?? 0) + 1);
      }
    }
  });
  return candidates.flatMap(({ field, finding, isUsed, counts }) => {
    if (isUsed) return [];
    const name = commonest(counts, '');
    return name !== '' && (counts.get(name) ?? 0) * 2 > papers.length ? [{ field, finding, name }] : [];
  });
}

const numberOf = (count: number): string => count.toLocaleString('en-US');

const describeHeadings = ({ names, papers }: { readonly names: readonly string[]; readonly papers: number }): string =>
  say(papers === 1 ? 'References stand under {heading}, in {count} paper.' : 'References stand under {heading}, in {count} papers.', {
    heading: names[0] ?? '',
    count: numberOf(papers),
  });

/** What makes a note a paper. */
interface Mark {
  readonly kind: 'tag' | 'folder' | 'property';
  readonly name: string;
}

function* describePapers(papers: readonly NoteFacts[], current: Settings): Steps<string> {
  if (papers.length === 0) return say('No note is marked as a paper.');
  const alone = { ...current, paperTags: [], paperFolders: [], fields: { ...current.fields, metaKey: '' } };
  const candidates: readonly { readonly mark: Mark; readonly schema: Settings }[] = [
    ...current.paperTags.map((tag) => ({ mark: { kind: 'tag', name: tag } as const, schema: { ...alone, paperTags: [tag] } })),
    ...current.paperFolders.map((folder) => ({ mark: { kind: 'folder', name: folder } as const, schema: { ...alone, paperFolders: [folder] } })),
  ];
  const byKey: Mark = { kind: 'property', name: current.fields.metaKey };
  const marks = new Map<Mark, number>();
  yield* forEachInSteps(papers, (paper) => {
    const mark = candidates.find(({ schema }) => isMarked(paper.path, paper.properties, schema))?.mark ?? byKey;
    marks.set(mark, (marks.get(mark) ?? 0) + 1);
  });
  const parts = [...marks].sort((a, b) => b[1] - a[1]);
  const [only] = parts;
  if (only && parts.length === 1) return describeAllBy(only[0], papers.length);
  return say('{count} papers: {parts}.', { count: numberOf(papers.length), parts: joinList(parts.map(([mark, count]) => describePartBy(mark, count))) });
}

/** All papers are told by one mark. */
function describeAllBy({ kind, name }: Mark, papers: number): string {
  const values = { count: numberOf(papers), name };
  const isOne = papers === 1;
  switch (kind) {
    case 'tag':
      return say(isOne ? '{count} paper, by the tag {name}.' : '{count} papers, by the tag {name}.', values);
    case 'folder':
      return say(isOne ? '{count} paper, by the folder {name}.' : '{count} papers, by the folder {name}.', values);
    case 'property':
      return say(isOne ? '{count} paper, by the property {name}.' : '{count} papers, by the property {name}.', values);
  }
}

/** One item of an enumeration of marks. */
function describePartBy({ kind, name }: Mark, papers: number): string {
  const values = { count: numberOf(papers), name };
  switch (kind) {
    case 'tag':
      return say('{count} by the tag {name}', values);
    case 'folder':
      return say('{count} by the folder {name}', values);
    case 'property':
      return say('{count} by the property {name}', values);
  }
}

function describeProposal({ paths, counts }: ProposedMarks): string {
  const count = numberOf(paths.length);
  const isOne = paths.length === 1;
  const [only] = counts;
  if (only && counts.length === 1) {
    const values = { count, name: only.name };
    return only.mark === 'tag'
      ? say(isOne ? '{count} note without a mark looks like papers: the tag {name}.' : '{count} notes without a mark look like papers: the tag {name}.', values)
      : say(isOne ? '{count} note without a mark looks like papers: the folder {name}.' : '{count} notes without a mark look like papers: the folder {name}.', values);
  }
  const parts = joinList(counts.map(({ mark, name, notes }) => describePartBy({ kind: mark, name }, notes)));
  return say(isOne ? '{count} note without a mark looks like papers: {parts}.' : '{count} notes without a mark look like papers: {parts}.', { count, parts });
}

function describeStatus(status: StatusHabits): string[] {
  const values = { name: status.property, values: joinList(status.used) };
  const kept = status.used.length > 0 ? say('Status is kept in {name}: {values}.', values) : say('Status is kept in {name}.', values);
  const strange = status.unknown.slice(0, 5).map(({ value, papers }) => say('{value} ({count})', { value, count: numberOf(papers) }));
  const shown = status.unknown.length > 5 ? [...strange, say('{count} more', { count: String(status.unknown.length - 5) })] : strange;
  return [kept, ...(shown.length > 0 ? [say('Kept as they are, outside the vocabulary: {values}.', { values: joinList(shown) })] : [])];
}
