import { findCitationTitle } from './find-citation-title';
import { findIdentifiers } from '../papers/find-identifiers';
import { findNumberedEntries } from './find-numbered-entries';
import type { NumberedEntry } from './find-numbered-entries';
import { findSpan } from '../markdown/find-span';
import { markedTexts } from './find-title-parts';
import { firstPlace } from '../collections/first-place';
import { CARET, DASH, findOrEnd, isAlphanumeric, isBlank, trimmedEnd } from '../markdown/scan-characters';
import type { ListItem, NoteLink, NoteScan, Span } from '../markdown/scan-note';
import { titleKey } from '../titles/title-key';

/** A reference as it stands in a note's text, before it is resolved. */
export interface FoundReference {
  /** Range of the link, or of a plain item's content. UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  /** Line in the note, from 1. */
  readonly line: number;
  readonly text: string;
  /** What a reader sees, without formatting. */
  readonly label: string;
  /** The scanner's link; null for a plain reference. */
  readonly link: NoteLink | null;
  /** The link's path, percent-decoded, without subpath; null for a plain reference. */
  readonly linkpath: string | null;
  /** `#heading` or empty. */
  readonly subpath: string;
  /** Titles to try, in order: the label or whole text, then the quoted or italic part of a whole citation, then what stands where its style has the title. */
  readonly titles: readonly string[];
  /** `doi:…` and `arxiv:…` found in the item, lower case. */
  readonly ids: readonly string[];
  /** False where the item holds an external link only: it can have a target, but linking leaves it untouched. */
  readonly linkable: boolean;
}

/** What the references sections of a note hold, and the local links beside them. */
export interface FoundReferences {
  /** Ranges of the references sections; empty for a note without one. */
  readonly sections: readonly Span[];
  /** In document order. */
  readonly references: readonly FoundReference[];
  /** Local links of the sections that stand in no item (in a table, in a paragraph without a number): no references, but linked like them. */
  readonly loose: readonly FoundReference[];
  /** Local links outside the sections (no embeds): covered when the whole note is linked. */
  readonly outside: readonly FoundReference[];
}

/**
 * The references of a note: a local link in an item of a references section is one, and so is an item without a local link; entries
 * that begin with a number in brackets, and footnotes there, count as items.
 * `headings` are the names that start a section, case and a trailing colon aside; a section ends at the next heading of the
 * same or a higher level. A nested item without a link, below an item that is a reference, is a comment on it.
 */
export function findReferences(text: string, scan: NoteScan, headings: readonly string[]): FoundReferences {
  const sections = findSections(scan, text.length, headings);
  const references: FoundReference[] = [];
  const loose: FoundReference[] = [];
  const outside: FoundReference[] = [];
  const linksOfItem = new Map<number, NoteLink[]>();
  const entries = findNumberedEntries(text, scan, sections);
  const linksOfEntry = new Map<NumberedEntry, NoteLink[]>();
  for (const link of scan.links) {
    const place = spanAt(sections, link.from) !== null;
    if (place && link.item >= 0) {
      enter(linksOfItem, link.item, link);
      continue;
    }
    const entry = entries.length === 0 ? null : spanAt(entries, link.from);
    if (entry) enter(linksOfEntry, entry, link);
    else if (!link.image && isLocal(link)) {
      (place ? loose : outside).push(new LinkReference(text, link, null));
    }
  }
  if (sections.length > 0) collectItems(text, scan, sections, linksOfItem, references);
  for (const entry of entries) addReferences(references, text, scan, entry, entry.to, linksOfEntry.get(entry) ?? NO_LINKS, false);
  // An item may go on behind an item nested in it, and entries stand between items.
  if (references.some((reference, at) => reference.from < (references[at - 1]?.from ?? 0))) references.sort((a, b) => a.from - b.from);
  return { sections, references, loose, outside };
}

const NO_IDS: readonly string[] = [];
const NO_LINKS: readonly NoteLink[] = [];
const NO_SPANS: readonly Span[] = [];

/** Without four digits in a row there is no DOI and no arXiv id. */
const identifiersIn = (source: string): readonly string[] => (/\d{4}/.test(source) ? findIdentifiers(withoutEscapes(source)) : NO_IDS);

function findSections(scan: NoteScan, end: number, names: readonly string[]): Span[] {
  const wanted = new Set(names.map(headingName));
  const sections: Span[] = [];
  for (let at = 0; at < scan.headings.length; at++) {
    const heading = scan.headings[at];
    if (!heading || !wanted.has(headingName(heading.text))) continue;
    let next = at + 1;
    while ((scan.headings[next]?.level ?? 0) > heading.level) next++;
    sections.push({ from: heading.to, to: scan.headings[next]?.from ?? end });
    at = next - 1;
  }
  return sections;
}

/** `**References:**` and `references` name the same section. */
function headingName(text: string): string {
  if (!/[*_:：]|^\s|\s$/.test(text)) return text.toLowerCase();
  return text.replace(/[*_]/g, '').trim().replace(/[:：]$/, '').trim().toLowerCase();
}

function enter<K>(lists: Map<K, NoteLink[]>, key: K, link: NoteLink): void {
  const others = lists.get(key);
  if (others) others.push(link);
  else lists.set(key, [link]);
}

function spanAt<T extends Span>(spans: readonly T[], offset: number): T | null {
  const span = findSpan(spans, offset);
  return span !== null && span.from <= offset ? span : null;
}

function collectItems(text: string, scan: NoteScan, sections: readonly Span[], linksOfItem: ReadonlyMap<number, NoteLink[]>, references: FoundReference[]): void {
  const isReference = new Uint8Array(scan.items.length);
  for (const [index, item] of scan.items.entries()) {
    const section = spanAt(sections, item.from);
    // A heading within an item may end the section: what stands behind it is no reference any more.
    if (!section || item.contentFrom >= section.to) continue;
    const contentTo = Math.min(item.contentTo, section.to);
    const links = linksOfItem.get(index) ?? NO_LINKS;
    const belowReference = item.parent >= 0 && isReference[item.parent] === 1;
    // A comment on a comment is still a comment on the reference above.
    if (addReferences(references, text, scan, item, contentTo, links, belowReference) || belowReference) isReference[index] = 1;
  }
}

/** Adds what an item refers to: its local links, or, unless it is a comment then, itself. False where that is nothing. */
function addReferences(
  references: FoundReference[],
  text: string,
  scan: NoteScan,
  item: ListItem,
  contentTo: number,
  links: readonly NoteLink[],
  isComment: boolean,
): boolean {
  const local = links.length === 0 ? NO_LINKS : links.filter((link) => !link.image && isLocal(link));
  const [only] = local;
  if (only) {
    const context = local.length === 1 ? identifyingText(text, scan, item, contentTo, only) : null;
    for (const link of local) references.push(new LinkReference(text, link, context));
    return true;
  }
  const plain = isComment ? null : plainReference(text, scan, item, contentTo, links);
  if (plain !== null) references.push(plain);
  return plain !== null;
}

/**
 * A local link. What is made of its text is made when it is asked for: whoever keeps references by their text, asks only for those
 * that are new.
 */
class LinkReference implements FoundReference {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly text: string;
  readonly linkpath: string;
  readonly subpath: string;
  readonly linkable = true;

  /** `context` is where identifiers are looked for. */
  constructor(
    private readonly note: string,
    readonly link: NoteLink,
    private readonly context: IdentifyingText | null,
  ) {
    this.from = link.from;
    this.to = link.to;
    this.line = link.line + 1;
    this.text = note.slice(link.from, link.to);
    const written = link.kind === 'wikilink' ? link.destination : percentDecoded(link.destination);
    const hash = written.indexOf('#');
    this.linkpath = hash < 0 ? written : written.slice(0, hash);
    this.subpath = hash < 0 ? '' : written.slice(hash);
  }

  get label(): string {
    return readableText(this.note.slice(this.link.labelFrom, this.link.labelTo));
  }

  get titles(): readonly string[] {
    return [this.label];
  }

  get ids(): readonly string[] {
    const { context } = this;
    return context === null ? NO_IDS : identifiersIn(withoutSpans(this.note, context.from, context.to, context.comments));
  }
}

/** A range of a note, but for the comments in it. */
interface IdentifyingText extends Span {
  readonly comments: readonly Span[];
}

/** What tells about the one local link of an item: the paragraph that holds it, where that is the item's first. What follows is a remark. */
function identifyingText(text: string, scan: NoteScan, item: ListItem, contentTo: number, link: NoteLink): IdentifyingText | null {
  const from = item.contentFrom;
  const to = endOfFirstParagraph(text, item, contentTo);
  return link.to > to ? null : { from, to, comments: commentsIn(text, scan, from, to) };
}

/** An item without a link, and surely with a title: it begins with a letter or digit. Its label, too, is made when asked for. */
class PlainItem implements FoundReference {
  readonly line: number;
  readonly text: string;
  readonly link = null;
  readonly linkpath = null;
  readonly subpath = '';
  readonly linkable = true;

  constructor(
    note: string,
    readonly from: number,
    readonly to: number,
    line: number,
  ) {
    this.line = line + 1;
    this.text = note.slice(from, to);
  }

  get label(): string {
    return readableText(this.text);
  }

  get titles(): readonly string[] {
    return titlesOf(this.label, this.text);
  }

  get ids(): readonly string[] {
    return identifiersIn(this.text);
  }
}

/** An item without a local link, as far as `contentTo`; `links` are its external ones and images. Null where it holds no letters. */
function plainReference(text: string, scan: NoteScan, item: ListItem, contentTo: number, links: readonly NoteLink[]): FoundReference | null {
  const begin = item.contentFrom + taskBoxSize(text, item, links);
  const end = endOfFirstParagraph(text, item, contentTo);
  const comments = commentsIn(text, scan, begin, end);
  const { from, to } = withoutEnds(text, { from: begin, to: end }, comments);
  if (links.length === 0 && comments.length === 0 && isAlphanumeric(text.charCodeAt(from))) return new PlainItem(text, from, to, item.line);
  const external = links.find((link) => !link.image) ?? null;
  const source = withoutSpans(text, from, to, comments);
  const whole = readableText(withoutSpans(text, from, to, [...linkSyntax(links), ...comments]));
  const linkLabel = external === null ? '' : readableText(withoutSpans(text, external.labelFrom, external.labelTo, linkSyntax(links)));
  // "pdf", "link" or a bare number is no title: the item's own text then is.
  const label = titleKey(linkLabel).length >= LEAST_TITLE_KEY ? linkLabel : whole;
  if (titleKey(label) === '') return null;
  return {
    from,
    to,
    line: item.line + 1,
    text: text.slice(from, to),
    label,
    link: null,
    linkpath: null,
    subpath: '',
    titles: titlesOf(label, source),
    ids: identifiersIn(source),
    linkable: external === null,
  };
}

function titlesOf(label: string, source: string): readonly string[] {
  const parts = titleParts(source);
  const cited = findCitationTitle(source);
  if (cited) parts.push(...[readableTitle(source.slice(cited.from, cited.to))].filter(isLongEnough));
  return parts.length === 0 ? [label] : [...new Set([label, ...parts])];
}

const LEAST_TITLE_KEY = 8;

/** Quoted and italic parts that are long enough to be a title. */
const titleParts = (source: string): string[] => markedTexts(source).map(readableTitle).filter(isLongEnough);

const readableTitle = (part: string): string => readableText(part).replace(/[.,;:]+$/, '').trim();

const isLongEnough = (title: string): boolean => titleKey(title).length >= LEAST_TITLE_KEY;

function endOfFirstParagraph(text: string, item: ListItem, to: number): number {
  if (item.paragraphTo >= 0) return Math.min(item.paragraphTo, to);
  const from = item.contentFrom;
  const blank = /\n[ \t>]*\r?\n/.exec(text.slice(from, to));
  return from + text.slice(from, blank ? from + blank.index : to).trimEnd().length;
}

/** Any one character makes a task of an item in Obsidian (`ListItemCache.task` in its API); the scanner knows those of GitHub. */
function taskBoxSize(text: string, item: ListItem, links: readonly NoteLink[]): number {
  const at = item.contentFrom;
  if (text[at] !== '[' || links[0]?.from === at) return 0;
  return /^\[[^\r\n]\][ \t]+/u.exec(text.slice(at, at + LONGEST_TASK_BOX))?.[0].length ?? 0;
}

/** More white space than that is no task box of anybody's. */
const LONGEST_TASK_BOX = 20;

/** Comments that lie in a range, of HTML and of Obsidian. */
function commentsIn(text: string, scan: NoteScan, from: number, to: number): readonly Span[] {
  const spans = scan.protectedSpans;
  let place = firstPlace(spans.length, (at) => (spans[at]?.from ?? 0) >= from);
  if ((spans[place]?.from ?? to) >= to) return NO_SPANS;
  const comments: Span[] = [];
  for (let span = spans[place]; span && span.to <= to; span = spans[++place]) {
    if (text.startsWith('%%', span.from)) comments.push(span);
    // A line that begins with a comment is HTML as a whole; what stands behind a comment is shown all the same.
    const html = text.startsWith('<!--', span.from) ? text.slice(span.from, span.to) : '';
    for (let at = html.indexOf('<!--'); at >= 0; ) {
      const end = Math.min(findOrEnd(html, '-->', at) + '-->'.length, html.length);
      comments.push({ from: span.from + at, to: span.from + end });
      at = html.indexOf('<!--', end);
    }
  }
  return comments;
}

/** A range without the comments at its ends, and without the `^id` by which Obsidian links to a block. */
function withoutEnds(text: string, { from, to }: Span, comments: readonly Span[]): Span {
  let begin = from;
  let end = to;
  let first = 0;
  let last = comments.length - 1;
  for (let comment = comments[first]; comment?.from === begin; comment = comments[++first]) {
    begin = comment.to;
    while (begin < end && isBlank(text.charCodeAt(begin))) begin++;
  }
  for (;;) {
    const comment = first <= last ? comments[last] : undefined;
    const cut = comment?.to === end ? comment.from : blockIdFrom(text, begin, end);
    if (cut === end) return { from: begin, to: end };
    if (comment?.to === end) last--;
    end = trimmedEnd(text, begin, cut);
  }
}

/** Where the block id at the end of a range begins; its end where there is none. */
function blockIdFrom(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (isAlphanumeric(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === DASH)) at--;
  return at < to && at - 2 >= from && text.charCodeAt(at - 1) === CARET && isBlank(text.charCodeAt(at - 2)) ? at - 1 : to;
}

/** What of links is no text, images altogether, also those within a label (badges). */
const linkSyntax = (links: readonly NoteLink[]): readonly Span[] =>
  links.flatMap((link) => (link.image ? [link] : [{ from: link.from, to: link.labelFrom }, { from: link.labelTo, to: link.to }]));

/** The text of a range without some spans, which may overlap. */
function withoutSpans(text: string, from: number, to: number, spans: readonly Span[]): string {
  if (spans.length === 0) return text.slice(from, to);
  let result = '';
  let at = from;
  for (const cut of [...spans].sort((a, b) => a.from - b.from)) {
    if (cut.from >= to) break;
    result += text.slice(at, cut.from);
    at = Math.max(at, cut.to);
  }
  return result + text.slice(at, to);
}

/** Backslashes before punctuation. */
const ESCAPES = /\\([!-/:-@[-`{-~])/g;

const withoutEscapes = (source: string): string => (source.includes('\\') ? source.replace(ESCAPES, '$1') : source);

/** Formatting off, escapes resolved, white space and line breaks to one space. */
function readableText(source: string): string {
  if (!/[^ !"#$%'()+,\-./0-9:;?@A-Z[\]^a-z{|}\u00c0-\u024f\u2010-\u2027]| {2}|^ | $/.test(source)) return source;
  return source
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(^|[^\\\p{L}\p{N}])_{1,3}([^_]+)_{1,3}(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/(^|[^\\])(?:\*{1,3}|`+|~~|==)/g, '$1')
    .replace(/(^|[^\\])(?:\*{1,3}|`+|~~|==)/g, '$1')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(ESCAPES, '$1')
    .replace(/[\r\n]+[ \t>]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

/** A malformed escape is text: `100%.md` is a file like any other. */
function percentDecoded(destination: string): string {
  if (!destination.includes('%')) return destination;
  try {
    return decodeURIComponent(destination);
  } catch {
    return destination;
  }
}

/** File types that Obsidian shows or that lie beside papers: a link to one is like an external link. */
const NO_NOTE = /\.(?:pdf|png|jpe?g|gif|bmp|svg|webp|avif|mp3|wav|m4a|ogg|flac|3gp|webm|mp4|ogv|mov|mkv|canvas|base|epub|djvu|docx?|pptx?|xlsx?|html?|txt|tex|bib|zip|csv|tsv|json|xml|ya?ml|ipynb|py|rtf|odt|tiff?|heic|gz|7z|rar|mobi)$/i;

/** Whether a link's path, without subpath, is taken for one to a file that is no note, by its ending. */
export const looksLikeNoNote = (linkpath: string): boolean => NO_NOTE.test(linkpath);

function isLocal(link: NoteLink): boolean {
  const { destination } = link;
  if (destination.startsWith('./') && destination.endsWith('.md') && !destination.includes(':') && !destination.includes('#')) return true;
  if (destination === '' || destination.startsWith('#') || destination.startsWith('//')) return false;
  if (link.kind !== 'wikilink' && /^[a-z][a-z0-9+.-]+:/i.test(destination)) return false;
  const hash = destination.indexOf('#');
  return !looksLikeNoNote(hash < 0 ? destination : destination.slice(0, hash));
}
