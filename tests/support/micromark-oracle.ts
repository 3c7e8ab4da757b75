import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { scanNote } from '../../src/core/markdown/scan-note';
import type { NoteScan } from '../../src/core/markdown/scan-note';

/** What both parsers can say of a note, in a form that can be compared. */
export interface MarkdownFacts {
  /** `from-to destination`, by offset. */
  readonly links: readonly string[];
  /** `from: level`. */
  readonly headings: readonly string[];
  /** Offsets of the markers. */
  readonly items: readonly number[];
}

/** The Markdown links, headings and items that micromark with GFM finds in `text`, which has no front matter; offsets grow by `shift`. */
export function readWithMicromark(text: string, shift = 0): MarkdownFacts {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const base = shift + bom;
  const parser = parse({ extensions: [gfm()] });
  const tokenizer = parser.document();
  const events = postprocess(tokenizer.write(preprocess()(text, undefined, true)));
  const definitions = new Map<string, string>();
  let label = '';
  for (const [kind, token, context] of events) {
    if (kind !== 'enter') continue;
    if (token.type === 'definitionLabelString') label = normalize(context.sliceSerialize(token));
    if (token.type === 'definition') label = '';
    if (token.type === 'definitionDestination' && !definitions.has(label)) definitions.set(label, '');
    if (token.type === 'definitionDestinationString' && definitions.get(label) === '') definitions.set(label, decode(context.sliceSerialize(token)));
  }
  const links: { from: number; text: string }[] = [];
  const headings: { from: number; level: number }[] = [];
  const items: number[] = [];
  const open: { from: number; destination: string | null; label: string; reference: string | null }[] = [];
  for (const [kind, token, context] of events) {
    const top = open[open.length - 1];
    if (kind === 'enter') {
      if (token.type === 'link' || token.type === 'image') open.push({ from: token.start.offset, destination: null, label: '', reference: null });
      else if (token.type === 'labelText' && top) top.label = context.sliceSerialize(token);
      else if (token.type === 'resource' && top) top.destination = '';
      else if (token.type === 'resourceDestinationString' && top) top.destination = decode(context.sliceSerialize(token));
      else if (token.type === 'referenceString' && top) top.reference = context.sliceSerialize(token);
      else if (token.type === 'listItemPrefix') items.push(token.start.offset + base);
      else if (token.type === 'atxHeading' || token.type === 'setextHeading') headings.push({ from: token.start.offset + base, level: 0 });
      else if (token.type === 'atxHeadingSequence') setLevel(headings, token.end.offset - token.start.offset);
      else if (token.type === 'setextHeadingLineSequence') setLevel(headings, context.sliceSerialize(token).startsWith('=') ? 1 : 2);
    } else if (token.type === 'link' || token.type === 'image') {
      const link = open.pop();
      if (!link) continue;
      const destination = link.destination ?? definitions.get(normalize(link.reference ?? link.label)) ?? 'undefined';
      links.push({ from: link.from, text: `${link.from + base}-${token.end.offset + base} ${destination}` });
    }
  }
  links.sort((a, b) => a.from - b.from);
  return { links: links.map((link) => link.text), headings: headings.map((heading) => `${heading.from}: ${heading.level}`), items };
}

/** The same facts from a scan. Wikilinks are left out, since micromark knows none. */
export function factsOf(scan: NoteScan): MarkdownFacts {
  return {
    links: scan.links.filter((link) => link.kind !== 'wikilink').map((link) => `${link.from}-${link.to} ${link.destination}`),
    headings: scan.headings.map((heading) => `${heading.from}: ${heading.level}`),
    items: scan.items.map((item) => item.from),
  };
}

/** Both readings of a text without Obsidian's own syntax: the scanner's and micromark's. */
export const readBoth = (text: string): { ours: MarkdownFacts; oracle: MarkdownFacts } => {
  const scan = scanNote(text);
  return { ours: factsOf(scan), oracle: readWithMicromark(text.slice(scan.bodyFrom), scan.bodyFrom) };
};

/** Only the first sequence of a heading tells its level: the second one closes it. */
function setLevel(headings: { from: number; level: number }[], level: number): void {
  const heading = headings[headings.length - 1];
  if (heading && heading.level === 0) heading.level = level;
}

const normalize = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();

/** The named references that the tests use. */
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

const decode = (raw: string): string =>
  raw.replace(/\\([!-/:-@[-`{-~])|&(#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/gi, (whole, escaped: string | undefined, name: string | undefined) => {
    if (escaped !== undefined) return escaped;
    if (name === undefined) return whole;
    if (!name.startsWith('#')) return NAMED.get(name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
