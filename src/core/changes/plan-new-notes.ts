import { say } from '../../language/say';
import { planPropertyEdits } from '../front-matter/edit-front-matter';
import type { PropertyEdit } from '../front-matter/edit-front-matter';
import { readProperties, writeFrontMatter } from '../front-matter/front-matter';
import type { YamlListStyle } from '../front-matter/front-matter';
import type { MissingWork } from '../library/library';
import { freeName, noteName } from '../titles/note-name';
import type { NoteNameStyle } from '../titles/note-name';
import { fillTemplate } from './note-template';
import type { TemplateValue } from './note-template';
import type { PaperSchema } from '../papers/paper-schema';
import { propertyName } from '../front-matter/property-names';
import { readPaper } from '../papers/read-paper';
import { scanNote } from '../markdown/scan-note';
import type { Skip } from './skip';
import { slug } from '../titles/slug';
import { firstOfKind } from '../papers/status-vocabulary';
import { applyEdits } from '../text/text-edits';
import { titleKey } from '../titles/title-key';
import { baseNameOf } from '../text/vault-path';
import { escapeMarkdown, writeLiteralText } from '../markdown/write-literal-text';

/** A missing work as far as its note needs it. */
export type WorkToCreate = Pick<MissingWork, 'key' | 'title' | 'citing'> & { readonly year?: number | null };

/** The settings that shape new notes. */
export interface NewNoteSettings extends PaperSchema {
  /** The first one becomes the heading of the empty references section. */
  readonly referenceHeadings: readonly string[];
  readonly newNoteName: NoteNameStyle['style'];
  readonly newNoteTags: readonly string[];
  readonly yamlListStyle: YamlListStyle;
}

/** What new notes have to know of the vault. */
export interface NewNoteContext<W extends WorkToCreate = WorkToCreate> {
  readonly settings: NewNoteSettings;
  /** The text of the user's template, or null for the built-in one. */
  readonly template: string | null;
  /** Local day, `yyyy-MM-dd`. */
  readonly today: string;
  /** The folder for its note, without slashes at the ends; empty for the root of the vault. */
  folderFor(work: W): string;
  /** True where a file has this path, letter case aside. */
  isTaken(path: string): boolean;
  /** True where a paper goes by this key (its `meta_key` or file name), letter case aside. */
  isKeyTaken(metaKey: string): boolean;
  /** The note that is this work already, where there is one: it is linked, and none is created. */
  existingNote?(work: W): string | null;
}

/** A note to be created for a missing work. */
export interface NewNote {
  /** Key of the missing work. */
  readonly key: string;
  readonly path: string;
  readonly text: string;
}

/** What is created, what is there already, and what is left out with the reason. */
export interface NewNotesPlan {
  readonly notes: readonly NewNote[];
  readonly existing: readonly { readonly key: string; readonly path: string }[];
  readonly skipped: readonly Skip[];
}

/**
 * Plans notes for missing works, in the order given: front matter by the schema with what is known and nothing else (title,
 * key, the queued status, the paper tag and the tags for new notes), the title as heading and an empty references section; or
 * the user's template, which gets what it lacks to be that paper. No path is used twice or taken from a file; a name that is
 * taken gets the year, then a number. Left out: a title that no file name can be made of or that holds code of a template plugin,
 * a template that YAML cannot read, and a note that would be no paper for lack of a required property: its work would be missing no
 * more, and nowhere to be found.
 */
export function planNewNotes<W extends WorkToCreate>(works: readonly W[], context: NewNoteContext<W>): NewNotesPlan {
  const notes: NewNote[] = [];
  const existing: { key: string; path: string }[] = [];
  const skipped: Skip[] = [];
  const paths = new Set<string>();
  const keys = new Set<string>();
  for (const work of works) {
    const found = context.existingNote?.(work) ?? null;
    if (found !== null) {
      existing.push({ key: work.key, path: found });
      continue;
    }
    if (work.title.includes(TEMPLATE_CODE)) {
      const message = say('“{title}” holds “{mark}”, which a template plugin could run as code in a new note. Create the note by hand, without it.', {
        title: work.title,
        mark: TEMPLATE_CODE,
      });
      skipped.push({ path: work.citing[0] ?? '', reason: 'name-unusable', message });
      continue;
    }
    const place = findPlace(work, context, paths, keys);
    if (!place) {
      const message = say('No file name can be made of “{title}” that is legal and free. Create the note by hand.', { title: work.title });
      skipped.push({ path: work.citing[0] ?? '', reason: 'name-unusable', message });
      continue;
    }
    const text = context.template === null ? builtInNote(work, place.metaKey, context) : noteFromTemplate(work, place, context.template, context);
    if (text === null) {
      const message = say('The template’s front matter cannot be read with “{title}” filled in. Correct the template.', { title: work.title });
      skipped.push({ path: place.path, reason: 'invalid-front-matter', message });
      continue;
    }
    const lacking = lackingProperties(place.path, text, context.settings);
    if (lacking.length > 0) {
      const message = say('“{title}” would be no paper without these required properties: {names}. Fill them in the template, or require fewer.', {
        title: work.title,
        names: lacking.join(', '),
      });
      skipped.push({ path: place.path, reason: 'not-a-paper', message });
      continue;
    }
    paths.add(place.path.normalize('NFC').toLowerCase());
    keys.add(place.metaKey.toLowerCase());
    notes.push({ key: work.key, path: place.path, text });
  }
  return { notes, existing, skipped };
}

/** Templater runs what follows it in every note that is created, where it is set to. */
const TEMPLATE_CODE = '<%';

interface NotePlace {
  readonly path: string;
  readonly metaKey: string;
}

/** The key and the file name are one where files are named by slugs, so they are chosen together. */
function findPlace(work: WorkToCreate, context: NewNoteContext, paths: ReadonlySet<string>, keys: ReadonlySet<string>): NotePlace | null {
  const year = work.year ?? null;
  const style = context.settings.newNoteName;
  const folder = context.folderFor(work);
  const pathOf = (name: string): string => (folder === '' ? `${name}.md` : `${folder}/${name}.md`);
  const isPathTaken = (name: string): boolean => paths.has(pathOf(name).normalize('NFC').toLowerCase()) || context.isTaken(pathOf(name));
  const isKeyTaken = (key: string): boolean => keys.has(key.toLowerCase()) || context.isKeyTaken(key);
  const base = noteName(work.title, { style, year });
  const keyBase = style === 'slug' ? base : noteName(slug(work.title), { style: 'slug', year });
  if (base === null || keyBase === null) return null;
  if (style === 'slug') {
    const name = freeName(base, year, (candidate) => isPathTaken(candidate) || isKeyTaken(candidate));
    return name === null ? null : { path: pathOf(name), metaKey: name };
  }
  const name = freeName(base, year, isPathTaken);
  const metaKey = freeName(keyBase, year, isKeyTaken);
  return name === null || metaKey === null ? null : { path: pathOf(name), metaKey };
}

/** The required properties that keep a new note from being a paper. */
function lackingProperties(path: string, text: string, { requiredProperties, ...schema }: NewNoteSettings): readonly string[] {
  if (requiredProperties.length === 0) return [];
  const read = readProperties(text);
  const properties = read.ok ? read.value : null;
  return requiredProperties.filter((name) => readPaper({ path, firstHeading: null }, properties, { ...schema, requiredProperties: [name] }).kind === 'other');
}

function propertiesOf(work: WorkToCreate, metaKey: string, { settings }: NewNoteContext): [string, string | boolean | number | string[]][] {
  const { fields, statuses, statusProperty } = settings;
  const status = (firstOfKind(statuses, 'queued') ?? statuses[0])?.value ?? '';
  const properties: [string, string | boolean | number | string[]][] = [
    [fields.title, work.title],
    [fields.metaKey, metaKey],
    [statusProperty, status === 'true' ? true : status === 'false' ? false : status],
    [fields.tags, tagsOf(settings)],
  ];
  if (typeof work.year === 'number') properties.push([fields.year, work.year]);
  return properties.filter(([, value]) => !Array.isArray(value) || value.length > 0);
}

const tagsOf = ({ paperTags, newNoteTags }: NewNoteSettings): string[] => [...new Set([...paperTags.slice(0, 1), ...newNoteTags])];

function builtInNote(work: WorkToCreate, metaKey: string, context: NewNoteContext): string {
  const heading = context.settings.referenceHeadings[0] ?? 'References';
  const frontMatter = writeFrontMatter(propertiesOf(work, metaKey, context), context.settings.yamlListStyle);
  return `${frontMatter}\n# ${writeHeading(work.title)}\n\n## ${heading}\n`;
}

/** A `#` at the start of a word would be a tag, or close the heading; dollars in pairs would be math, even with a bare word between. */
function writeHeading(title: string): string {
  const isMath = title.indexOf('$') !== title.lastIndexOf('$');
  return (isMath ? escapeMarkdown(title) : writeLiteralText(title)).replace(/(^|\s)#/g, '$1\\#');
}

function noteFromTemplate(work: WorkToCreate, place: NotePlace, template: string, context: NewNoteContext): string | null {
  const properties = propertiesOf(work, place.metaKey, context);
  const filled = fillTemplate(template, valuesFor(work, place.metaKey, context));
  const read = readProperties(filled);
  if (!read.ok) return null;
  // Without these the note would not be the paper that was missing, and its citations would go on missing it.
  const { settings } = context;
  const scan = scanNote(filled);
  const firstHeading = scan.headings.find((heading) => heading.level === 1)?.text ?? null;
  const note = readPaper({ path: place.path, firstHeading }, read.value, settings);
  if (note.kind === 'paper' && note.paper.titleKey === titleKey(work.title)) return filled;
  const wanted = note.kind === 'paper' ? [settings.fields.title] : [settings.fields.title, settings.fields.metaKey, settings.fields.tags, ...settings.requiredProperties];
  const edits: PropertyEdit[] = [];
  for (const [key, value] of properties) {
    if (!wanted.includes(key)) continue;
    const name = propertyName(read.value, key);
    const present = read.value?.get(name);
    const isAbsent = present === undefined || present === null || present === '' || (Array.isArray(present) && present.length === 0);
    if (key === settings.fields.title || isAbsent) edits.push({ key: name, value });
  }
  const planned = planPropertyEdits(filled, edits, settings.yamlListStyle);
  return planned.ok ? applyEdits(filled, planned.value) : null;
}

function valuesFor(work: WorkToCreate, metaKey: string, context: NewNoteContext): ReadonlyMap<string, TemplateValue> {
  const { settings } = context;
  const status = (firstOfKind(settings.statuses, 'queued') ?? settings.statuses[0])?.value ?? '';
  return new Map<string, TemplateValue>([
    ['title', work.title],
    ['meta_key', metaKey],
    ['status', status === 'true' ? true : status === 'false' ? false : status],
    ['tags', tagsOf(settings)],
    ['year', work.year ?? null],
    ['date', context.today],
    ['citing', work.citing.map((path) => `[[${baseNameOf(path)}]]`)],
    ['references_heading', settings.referenceHeadings[0] ?? 'References'],
  ]);
}
