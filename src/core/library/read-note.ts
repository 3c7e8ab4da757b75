import { say } from '../../language/say';
import { findReferences } from '../references/find-references';
import type { FoundReferences } from '../references/find-references';
import { findFrontMatter, readProperties } from '../front-matter/front-matter';
import type { FoundFrontMatter, FrontMatterError, Properties } from '../front-matter/front-matter';
import type { IndexedNote } from './library-index';
import type { PaperSchema } from '../papers/paper-schema';
import { holdsPlaceholder } from '../papers/placeholder';
import type { Problem, ProblemCode } from '../papers/problem';
import { readPaper } from '../papers/read-paper';
import { ok } from '../text/result';
import { scanNote } from '../markdown/scan-note';
import { isInFolder } from '../text/vault-path';

/** A note with its properties known: a paper, no paper, or a problem. `text`, where known, gives problems their line. */
export function readIndexedNote(path: string, properties: Properties | null, firstHeading: string | null, schema: PaperSchema, text: string | null): IndexedNote {
  const read = readPaper({ path, firstHeading }, properties, schema);
  if (read.kind === 'paper') return { paper: read.paper, problems: NONE };
  const place = read.kind === 'other' || text === null ? null : placeOfProperty(text, read.property);
  // To YAML, a placeholder without quotes is a map.
  if (read.kind === 'other' || (place && holdsPlaceholder(place.lines))) return { paper: null, problems: NONE };
  return { paper: null, problems: [problem('unreadable-property', path, place?.line ?? null, read.message)] };
}

/** What a note's text says: the note as the index takes it, and its references section. */
export interface ReadText {
  readonly note: IndexedNote;
  readonly references: FoundReferences;
}

/**
 * Reads a note from its text alone. Front matter that cannot be read makes a problem where the note looks like a paper (its
 * block names a paper tag or the key property): another note's broken front matter is not this plugin's to nag about.
 *
 * @param known what `readProperties` read of this very text, where it was asked already
 */
export function readNoteText(path: string, text: string, schema: PaperSchema, headings: readonly string[], known?: Properties | null): ReadText {
  const scan = scanNote(text);
  const references = findReferences(text, scan, headings);
  const properties = known === undefined ? readProperties(text) : ok(known);
  const fault = properties.ok ? null : frontMatterFault(path, text, properties.error, schema);
  if (fault) return { note: { paper: null, problems: fault.isPaper ? [fault.problem] : NONE }, references };
  const firstHeading = scan.headings.find((heading) => heading.level === 1)?.text ?? null;
  return { note: readIndexedNote(path, properties.ok ? properties.value : null, firstHeading, schema, text), references };
}

const NONE: readonly Problem[] = [];

/** Placeholders in the front matter: a template that lies outside the template folders is no broken paper. The body may hold anything. */
function isTemplate(text: string, found: FoundFrontMatter): boolean {
  // Where nothing closes the block, it is taken to end with a blank line.
  return holdsPlaceholder(found.kind === 'block' ? text.slice(found.block.from, found.block.to) : (text.slice(0, 4000).split(/\n[ \t]*\r?\n/, 1)[0] ?? ''));
}

function frontMatterFault(path: string, text: string, { message, line }: FrontMatterError, schema: PaperSchema): { problem: Problem; isPaper: boolean } | null {
  const found = findFrontMatter(text);
  if (found.kind === 'none' || isTemplate(text, found)) return null;
  // Where the folder makes a paper of a note, its front matter need not say so.
  const isInPaperFolder = schema.paperFolders.some((folder) => isInFolder(path, folder));
  if (found.kind === 'block') {
    return {
      problem: problem('invalid-yaml', path, line, say('The front matter cannot be read: {why} Until it is mended, the note is left as it is.', { why: message })),
      isPaper: isInPaperFolder || looksLikePaper(text.slice(found.block.from, found.block.to), schema),
    };
  }
  const beginning = text.slice(0, 2000);
  if (found.kind === 'unclosed') {
    return {
      problem: problem('unclosed-front-matter', path, 1, say('The front matter is never closed. Put a line of three dashes behind its last property.')),
      isPaper: isInPaperFolder || looksLikePaper(beginning, schema),
    };
  }
  const foreign = say('The front matter is written in “{language}”. Only YAML is read, and nothing in it is ever run. Write it between two lines of three dashes.', {
    language: found.language,
  });
  return {
    problem: problem('foreign-front-matter', path, 1, foreign),
    isPaper: isInPaperFolder || looksLikePaper(beginning, schema),
  };
}

function looksLikePaper(block: string, schema: PaperSchema): boolean {
  const lower = block.toLowerCase();
  return lower.includes(schema.fields.metaKey.toLowerCase()) || schema.paperTags.some((tag) => new RegExp(`(^|[^\\p{L}\\p{N}])${tag.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '.')}([^\\p{L}\\p{N}]|$)`, 'mu').test(lower));
}

/** The line of a property, from 1, and its text with the lines that go on with it. */
function placeOfProperty(text: string, property: string): { readonly line: number; readonly lines: string } | null {
  const lines = text.split('\n', 500);
  const at = lines.findIndex((line) => line.startsWith(`${property}:`) || line.startsWith(`"${property}":`));
  if (at < 0) return null;
  const next = lines.findIndex((line, index) => index > at && /^\S/.test(line));
  return { line: at + 1, lines: lines.slice(at, next < 0 ? undefined : next).join('\n') };
}

const problem = (code: ProblemCode, path: string, line: number | null, message: string): Problem => ({ code, path, line, message, others: [] });
