import { say } from '../../language/say';
import { findIdentifiers } from './find-identifiers';
import type { Properties } from '../front-matter/front-matter';
import { onlyValue } from '../front-matter/only-value';
import type { Paper } from './paper';
import type { PaperSchema } from './paper-schema';
import { isPlaceholder } from './placeholder';
import { propertyName, withNames } from '../front-matter/property-names';
import { readStatus } from './status-vocabulary';
import { titleKey } from '../titles/title-key';
import { titleOfHeading } from '../titles/title-of-heading';
import { baseNameOf, isInFolder } from '../text/vault-path';

/** What a note turned out to be: a paper, no paper, or one that is marked as a paper and cannot be read. */
export type ReadNote =
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable'; readonly property: string; readonly message: string };

/** What is known of a note without its properties. */
export interface NoteIdentity {
  readonly path: string;
  /** The first heading of level 1, which stands in for an absent title. */
  readonly firstHeading: string | null;
}

const OTHER: ReadNote = { kind: 'other' };

/**
 * Reads a note's properties as a paper. A note is one when it carries a paper tag (or one nested below it), has the key
 * property, or lies in a paper folder, and has all required properties. Forgiving: numbers are read as text, one author as
 * a list of one, lists without their nulls. A cite key stands in for an absent key, and is an alias with its `@`,
 * as a file name with one is, but makes no note a paper. A template, whose title is a
 * placeholder, is none. A title that is a map or a list of several values makes the note unreadable.
 */
export function readPaper(note: NoteIdentity, properties: Properties | null, schema: PaperSchema): ReadNote {
  const known = properties === null ? NO_PROPERTIES : withNames(properties, namesOf(schema));
  if (!isMarkedBy(note.path, known, schema)) return OTHER;
  for (const required of schema.requiredProperties) if (isEmpty(known.get(required))) return OTHER;
  const { fields } = schema;
  const titleValue = known.get(fields.title);
  if (!isEmpty(titleValue) && textOf(titleValue) === null) {
    return {
      kind: 'unreadable',
      property: fields.title,
      message: say('The property “{key}” is no text. Write the title as one line of text, in quotes if it holds a colon.', { key: fields.title }),
    };
  }
  const title = nonEmpty(textOf(titleValue)) ?? nonEmpty(titleOfHeading(note.firstHeading ?? '')) ?? baseNameOf(note.path);
  if (isPlaceholder(title)) return OTHER;
  const status = readStatus(schema.statuses, known.get(schema.statusProperty));
  const citeKey = citeKeyOf(known);
  const citedAs = citedAsOf(note.path, citeKey);
  const others = fields.urls === 'url' ? NOTHING : listOf(known.get('url'));
  const urls = others.length === 0 ? listOf(known.get(fields.urls)) : [...listOf(known.get(fields.urls)), ...others];
  return {
    kind: 'paper',
    paper: {
      path: note.path,
      title,
      titleKey: titleKey(title),
      authors: authorsOf(known, fields.authors, citedAs.length > 0),
      year: yearOf(known.get(fields.year)),
      venue: nonEmpty(textOf(known.get(fields.venue))),
      tags: tagsOf(known.get(fields.tags)),
      metaKey: nonEmpty(textOf(known.get(fields.metaKey))) ?? citeKey,
      aliases: withCiteKeys(aliasesOf(known, fields.aliases), citedAs),
      status: status.value,
      statusKind: status.kind,
      readDate: schema.readDateProperty === '' ? null : dayOf(known.get(schema.readDateProperty)),
      numCitedBy: numberOf(known.get(fields.numCitedBy)),
      pdf: nonEmpty(textOf(known.get(fields.pdf))),
      urls,
      ids: identifiersOf(known, urls),
    },
  };
}

/** The names that the schema asks for, by the same in lower case. */
function namesOf(schema: PaperSchema): ReadonlyMap<string, string> {
  const known = NAMES.get(schema);
  if (known) return known;
  const { statusProperty, readDateProperty, requiredProperties, fields } = schema;
  // Aliases are taken from properties of several names, all of them.
  const names = new Map([statusProperty, readDateProperty, ...requiredProperties, ...Object.values(fields)].filter((name) => name !== '' && name !== fields.aliases).map((name) => [name.toLowerCase(), name] as const));
  NAMES.set(schema, names);
  return names;
}

const NAMES = new WeakMap<PaperSchema, ReadonlyMap<string, string>>();

/** True where tag, key or folder mark the note as a paper, whether or not it can be read. */
export function isMarked(path: string, properties: Properties | null, schema: PaperSchema): boolean {
  return isMarkedBy(path, properties === null ? NO_PROPERTIES : withNames(properties, namesOf(schema)), schema);
}

function isMarkedBy(path: string, known: Properties, schema: PaperSchema): boolean {
  if (schema.paperFolders.some((folder) => isInFolder(path, folder))) return true;
  if (!isEmpty(known.get(schema.fields.metaKey))) return true;
  const tags = tagsOf(known.get(schema.fields.tags));
  return schema.paperTags.some((wanted) => {
    const lower = wanted.toLowerCase();
    return tags.some((tag) => tag.toLowerCase() === lower || tag.toLowerCase().startsWith(`${lower}/`));
  });
}

/** One empty list for all papers: most have no aliases, urls and identifiers. */
const NOTHING: readonly string[] = [];

const NO_PROPERTIES: Properties = new Map<string, unknown>();

/** Text of a scalar; a list of one scalar, nulls aside, counts as that scalar; null for anything else. */
function textOf(value: unknown): string | null {
  const only = onlyValue(value);
  if (typeof only === 'string') return only;
  if (typeof only === 'number' || typeof only === 'boolean') return String(only);
  return null;
}

function nonEmpty(text: string | null): string | null {
  if (text === null) return null;
  const trimmed = /^\s|\s$|\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  return trimmed === '' ? null : trimmed;
}

function listOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return NOTHING;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.map((item) => nonEmpty(textOf(item)));
  return exact(texts.every((text) => text !== null) ? texts : texts.filter((text) => text !== null));
}

/** The same list without room for more: what is filtered comes with room for sixteen, of which nothing is used. */
const exact = <T>(list: readonly T[]): readonly T[] => list.slice();

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && onlyValue(value) === null);
}

function yearOf(value: unknown): number | null {
  const found = /\b(1[5-9]\d\d|2[01]\d\d)\b/.exec(textOf(value) ?? '');
  return found?.[1] === undefined ? null : Number(found[1]);
}

function numberOf(value: unknown): number | null {
  const text = textOf(value)?.replace(/[\s,_]/g, '') ?? '';
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  // So many digits that no number holds them: nothing could be reckoned with that.
  return number === Infinity ? null : number;
}

function dayOf(value: unknown): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(textOf(value)?.trim() ?? '')?.[0] ?? null;
}

/**
 * The items that a property shows where one text is all it holds: several tags, and the authors of a note with a cite key, are shown apart;
 * any other text is one item, whatever commas it holds.
 */
export function itemsOfText(text: string, key: string, path: string, properties: Properties, fields: PaperSchema['fields']): readonly string[] {
  if (key === fields.tags) return tagTexts(text).filter((tag) => tag !== '');
  return key === authorsKey(properties, fields.authors) && citedAsOf(path, citeKeyOf(properties)).length > 0 ? authorTexts(text) : [text];
}

/** Obsidian's tags hold neither commas nor spaces, so a text of several is several tags. */
const tagTexts = (text: string): string[] => text.split(/[,\s]+/);

function tagsOf(value: unknown): readonly string[] {
  return exact(listOf(value).flatMap(tagTexts).map((tag) => tag.replace(/^#/, '')).filter((tag) => tag !== ''));
}

function aliasesOf(properties: Properties, field: string): readonly string[] {
  const names = new Set([field, 'aliases', 'alias', 'Alias', 'Aliases']);
  const texts = [...names].flatMap((name) => listOf(properties.get(name)));
  return texts.length === 0 ? NOTHING : texts.flatMap((text) => [text, ...(text.includes(',') ? text.split(',') : [])]).map((alias) => alias.trim()).filter((alias) => alias !== '');
}

/** Names of the property with the key that a reference manager gives. */
const CITE_KEY_FIELDS = ['citekey', 'citeKey', 'Citekey', 'citation-key', 'citation_key', 'citationKey', 'citation key', 'bibtexkey', 'bibtex_key'];

/** Without its `@`; null where there is none, or where it is no key. */
function citeKeyOf(properties: Properties): string | null {
  for (const field of CITE_KEY_FIELDS) {
    const text = textOf(properties.get(field));
    const key = text === null ? undefined : /^@?([^\s@[\]{},]+)$/.exec(text.trim())?.[1];
    if (key !== undefined) return key;
  }
  return null;
}

/** How others cite the note by a key: `@key`. */
const citedAsOf = (path: string, citeKey: string | null): readonly string[] =>
  [citeKey === null ? '' : `@${citeKey}`, baseNameOf(path)].filter((name) => /^@\S+$/.test(name));

const withCiteKeys = (aliases: readonly string[], citedAs: readonly string[]): readonly string[] =>
  citedAs.length === 0 ? aliases : [...aliases, ...citedAs.filter((name) => !aliases.includes(name))];

/** The property that holds the authors: `author` where the one for them is not there or is empty. */
export function authorsKey(properties: Properties, field: string): string {
  const name = propertyName(properties, field);
  return listOf(properties.get(name)).length === 0 && listOf(properties.get('author')).length > 0 ? 'author' : name;
}

function authorsOf(properties: Properties, field: string, isCiteKeyed: boolean): string[] {
  const names = listOf(properties.get(authorsKey(properties, field))).map(withoutLinkBrackets);
  return isCiteKeyed && names.length === 1 ? authorTexts(names[0] ?? '') : names;
}

/**
 * Citations and Zotero Integration write all names into one text, given names first and with commas between them, or family names
 * first and with semicolons; in their notes a text whose parts all have several words is such a list, and so is one with semicolons.
 */
function authorTexts(text: string): string[] {
  const names = text.split('; ');
  if (names.length > 1) return names;
  const parts = text.split(', ');
  return parts.every((part) => /\S\s+\S/.test(part)) ? parts : [text];
}

const withoutLinkBrackets = (author: string): string => /^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$/.exec(author)?.[1] ?? author;

/** Properties that name a paper elsewhere, beside its urls. */
const DOI_FIELDS = ['doi', 'DOI'];
const ARXIV_FIELDS = ['arxiv', 'arxiv_id', 'arxivId', 'arXiv', 'eprint'];

function identifiersOf(properties: Properties, urls: readonly string[]): readonly string[] {
  const texts = [...urls];
  for (const field of DOI_FIELDS) texts.push(...listOf(properties.get(field)));
  for (const field of ARXIV_FIELDS) texts.push(...listOf(properties.get(field)).map((id) => (/^arxiv/i.test(id) ? id : `arXiv:${id}`)));
  return texts.length === 0 ? NOTHING : findIdentifiers(texts.join(' '));
}
