import { findIdentifiers } from './find-identifiers';
import { findSpan } from './find-span';
import type { ListItem, NoteLink, NoteScan, Span } from './scan-note';
import { titleKey } from './title-key';

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
  /** Titles to try, in order: the label or whole text, then the quoted or italic part of a whole citation. */
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
  /** Local links of the sections that stand in no list item (a table, a paragraph): no references, but linked like them. */
  readonly loose: readonly FoundReference[];
  /** Local links outside the sections (no embeds): covered when the whole note is linked. */
  readonly outside: readonly FoundReference[];
}

/**
 * The references of a note: a local link in an item of a references section is one, and so is an item without a local link.
 * `headings` are the names that start a section, case and a trailing colon aside; a section ends at the next heading of the
 * same or a higher level. A nested item without a link, below an item that is a reference, is a comment on it.
 */
export function findReferences(text: string, scan: NoteScan, headings: readonly string[]): FoundReferences {
  const sections = findSections(scan, text.length, headings);
  const references: FoundReference[] = [];
  const loose: FoundReference[] = [];
  const outside: FoundReference[] = [];
  const linksOfItem = new Map<number, NoteLink[]>();
  for (const link of scan.links) {
    const place = spanAt(sections, link.from) !== null;
    if (place && link.item >= 0) {
      const others = linksOfItem.get(link.item);
      if (others) others.push(link);
      else linksOfItem.set(link.item, [link]);
    } else if (!link.image && isLocal(link)) {
      (place ? loose : outside).push(linkReference(text, link, lineOf(link), NO_IDS));
    }
  }
  if (sections.length > 0) collectItems(text, scan, sections, linksOfItem, references);
  // An item may go on behind an item nested in it.
  references.sort((a, b) => a.from - b.from);
  return { sections, references, loose, outside };
}

const NO_IDS: readonly string[] = [];
const lineOf = (link: NoteLink): number => link.line + 1;

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
  return text.replace(/[*_]/g, '').trim().replace(/[:：]$/, '').trim().toLowerCase();
}

function spanAt(spans: readonly Span[], offset: number): Span | null {
  const span = findSpan(spans, offset);
  return span !== null && span.from <= offset ? span : null;
}

function collectItems(text: string, scan: NoteScan, sections: readonly Span[], linksOfItem: ReadonlyMap<number, NoteLink[]>, references: FoundReference[]): void {
  const isReference = new Array<boolean>(scan.items.length).fill(false);
  for (let index = 0; index < scan.items.length; index++) {
    const item = scan.items[index];
    const section = item ? spanAt(sections, item.from) : null;
    // A heading within an item may end the section: what stands behind it is no reference any more.
    if (!item || !section || item.contentFrom >= section.to) continue;
    const contentTo = Math.min(item.contentTo, section.to);
    const links = linksOfItem.get(index) ?? [];
    const local = links.filter((link) => !link.image && isLocal(link));
    const belowReference = isReference[item.parent] ?? false;
    if (local.length > 0) {
      const ids = local.length === 1 ? findIdentifiers(text.slice(item.contentFrom, contentTo)) : NO_IDS;
      for (const link of local) references.push(linkReference(text, link, lineOf(link), ids));
      isReference[index] = true;
    } else {
      const found = belowReference ? null : plainReference(text, item, contentTo, links);
      if (found) references.push(found);
      // A comment on a comment is still a comment on the reference above.
      isReference[index] = belowReference || found !== null;
    }
  }
}

function linkReference(text: string, link: NoteLink, line: number, ids: readonly string[]): FoundReference {
  const written = link.kind === 'wikilink' ? link.destination : percentDecoded(link.destination);
  const hash = written.indexOf('#');
  const linkpath = hash < 0 ? written : written.slice(0, hash);
  const label = readableText(text.slice(link.labelFrom, link.labelTo));
  return {
    from: link.from,
    to: link.to,
    line,
    text: text.slice(link.from, link.to),
    label,
    link,
    linkpath,
    subpath: hash < 0 ? '' : written.slice(hash),
    titles: [label],
    ids,
    linkable: true,
  };
}

/** An item without a local link, as far as `contentTo`; `links` are its external ones and images. Null where it holds no letters. */
function plainReference(text: string, item: ListItem, contentTo: number, links: readonly NoteLink[]): FoundReference | null {
  const external = links.find((link) => !link.image) ?? null;
  const to = endOfFirstParagraph(text, item.contentFrom, contentTo);
  const source = text.slice(item.contentFrom, to);
  const whole = readableText(withoutLinkSyntax(text, item.contentFrom, to, links));
  const linkLabel = external === null ? '' : readableText(withoutLinkSyntax(text, external.labelFrom, external.labelTo, links));
  // "pdf", "link" or a bare number is no title: the item's own text then is.
  const label = titleKey(linkLabel).length >= LEAST_TITLE_KEY ? linkLabel : whole;
  if (titleKey(label) === '') return null;
  return {
    from: item.contentFrom,
    to,
    line: item.line + 1,
    text: source,
    label,
    link: null,
    linkpath: null,
    subpath: '',
    titles: [...new Set([label, ...titleParts(source)])],
    ids: findIdentifiers(source),
    linkable: external === null,
  };
}

const LEAST_TITLE_KEY = 8;

/** Quoted and italic parts that are long enough to be a title. */
function titleParts(source: string): string[] {
  if (!/["“”„«*_]/.test(source)) return [];
  const parts: string[] = [];
  for (const match of source.matchAll(/["“„]([^"“”„]{4,400})["”]|«([^»]{4,400})»|\*{1,3}([^*]{4,400})\*{1,3}|(?:^|[\s(])_{1,3}([^_]{4,400})_{1,3}/g)) {
    const part = readableText(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').replace(/[.,;:]+$/, '').trim();
    if (titleKey(part).length >= LEAST_TITLE_KEY) parts.push(part);
  }
  return parts;
}

function endOfFirstParagraph(text: string, from: number, to: number): number {
  const blank = /\n[ \t>]*\r?\n/.exec(text.slice(from, to));
  return from + text.slice(from, blank ? from + blank.index : to).trimEnd().length;
}

/** The text of a range with each link replaced by its label, and without images, also those within a label (badges). */
function withoutLinkSyntax(text: string, from: number, to: number, links: readonly NoteLink[]): string {
  const cuts = links.flatMap((link) => (link.image ? [link] : [{ from: link.from, to: link.labelFrom }, { from: link.labelTo, to: link.to }]));
  cuts.sort((a, b) => a.from - b.from);
  let result = '';
  let at = from;
  for (const cut of cuts) {
    if (cut.from >= to) break;
    result += text.slice(at, cut.from);
    at = Math.max(at, cut.to);
  }
  return result + text.slice(at, to);
}

/** Formatting off, escapes resolved, white space and line breaks to one space. */
function readableText(source: string): string {
  if (!/[\\*_`~<&\n\r\t]|\s\s|^\s|\s$|==/.test(source)) return source;
  return source
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(^|[^\\\p{L}\p{N}])_{1,3}([^_]+)_{1,3}(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/(^|[^\\])(?:\*{1,3}|`+|~~|==)/g, '$1')
    .replace(/(^|[^\\])(?:\*{1,3}|`+|~~|==)/g, '$1')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
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
const NO_NOTE = /\.(?:pdf|png|jpe?g|gif|bmp|svg|webp|avif|mp3|wav|m4a|ogg|flac|3gp|webm|mp4|ogv|mov|mkv|canvas|base|epub|djvu|docx?|pptx?|xlsx?|html?|txt|tex|bib|zip|csv|json)$/i;

function isLocal(link: NoteLink): boolean {
  const { destination } = link;
  if (destination === '' || destination.startsWith('#') || destination.startsWith('//')) return false;
  if (link.kind !== 'wikilink' && /^[a-z][a-z0-9+.-]+:/i.test(destination)) return false;
  const hash = destination.indexOf('#');
  return !NO_NOTE.test(hash < 0 ? destination : destination.slice(0, hash));
}
