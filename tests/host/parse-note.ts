import type { CachedMetadata, FrontmatterLinkCache, HeadingCache, LinkCache, ListItemCache, Loc, Pos, SectionCache, TagCache } from 'obsidian';
import { parseYaml } from './parse-yaml';

/**
 * The host's own reading of a note into what the metadata cache holds: line based for blocks, one pass for what is inside them.
 * It shares nothing with the plugin on purpose, so that a mistake of the one is not confirmed by the other.
 */
export function parseNote(text: string): CachedMetadata {
  return new NoteParser(text).parse();
}

interface Line {
  readonly start: number;
  /** Offset after the last character, line break excluded. */
  readonly end: number;
}

interface OpenItem {
  readonly indent: number;
  readonly content: number;
  readonly line: number;
}

interface Opener {
  readonly at: number;
  readonly image: boolean;
  dead: boolean;
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:([ \t]+)(.*)|[ \t]*)$/;
const HTML_OPEN = /^ {0,3}<(?:[a-zA-Z][\w-]*(?:[\s/>]|$)|\/[a-zA-Z]|!--|[?!])/;
const HTML_PARAGRAPH_END = /^ {0,3}<(?:\/?(?:address|article|aside|blockquote|body|center|col|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul|script|pre|style|textarea)(?:[\s/>]|$)|!--|[?!])/i;
const TABLE_DELIMITER = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const FOOTNOTE = /^ {0,3}\[\^([^\]\s]+)\]:/;
const REFERENCE = /^ {0,3}\[((?:[^\]\\]|\\.)+)\]:[ \t]*(?:<([^>]*)>|(\S+))/;
const TAG = /#([\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-]+)/uy;
const SCHEME = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;
const AUTOLINK = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/y;
const HTML_TAG = /<(?:\/[a-zA-Z][\w-]*\s*|[a-zA-Z][\w-]*(?:\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?)>/y;
const BLOCK_ID = /(?:^|[ \t])\^([a-zA-Z0-9-]+)[ \t]*$/;

class NoteParser {
  private readonly lines: Line[] = [];
  private readonly links: LinkCache[] = [];
  private readonly embeds: LinkCache[] = [];
  private readonly tags: TagCache[] = [];
  private readonly headings: HeadingCache[] = [];
  private readonly sections: SectionCache[] = [];
  private readonly items: ListItemCache[] = [];
  private readonly references: { id: string; link: string; position: Pos }[] = [];
  private readonly footnotes: { id: string; position: Pos }[] = [];
  private readonly footnoteRefs: { id: string; position: Pos }[] = [];
  private readonly blocks: Record<string, { id: string; position: Pos }> = {};
  private lineHint = 0;

  constructor(private readonly text: string) {
    let start = 0;
    for (;;) {
      const at = text.indexOf('\n', start);
      if (at < 0) break;
      this.lines.push({ start, end: text.charCodeAt(at - 1) === 13 && at > start ? at - 1 : at });
      start = at + 1;
    }
    this.lines.push({ start, end: text.length });
  }

  parse(): CachedMetadata {
    const cache: CachedMetadata = {};
    let first = 0;
    const close = this.frontMatterEnd();
    if (close > 0) {
      const last = this.line(close);
      const position = this.position(0, last.start + 3);
      this.sections.push({ type: 'yaml', position });
      const source = this.text.slice(this.line(1).start, last.start);
      const values = readFrontMatter(source);
      if (values !== null) {
        cache.frontmatter = values;
        cache.frontmatterPosition = position;
        const found: FrontmatterLinkCache[] = [];
        if (source.includes('[')) findFrontMatterLinks(values, '', found);
        if (found.length > 0) cache.frontmatterLinks = found;
      }
      first = close + 1;
    }
    this.blocksOf(first, this.lines.length);
    const byOffset = (a: { position: Pos }, b: { position: Pos }): number => a.position.start.offset - b.position.start.offset;
    if (this.links.length > 0) cache.links = this.links.sort(byOffset);
    if (this.embeds.length > 0) cache.embeds = this.embeds.sort(byOffset);
    if (this.tags.length > 0) cache.tags = this.tags;
    if (this.headings.length > 0) cache.headings = this.headings;
    if (this.sections.length > 0) cache.sections = this.sections;
    if (this.items.length > 0) cache.listItems = this.items;
    if (this.references.length > 0) cache.referenceLinks = this.references;
    if (this.footnotes.length > 0) cache.footnotes = this.footnotes;
    if (this.footnoteRefs.length > 0) cache.footnoteRefs = this.footnoteRefs;
    if (Object.keys(this.blocks).length > 0) cache.blocks = this.blocks;
    return cache;
  }

  private line(index: number): Line {
    return this.lines[index] ?? { start: this.text.length, end: this.text.length };
  }

  private at(index: number): string {
    const { start, end } = this.line(index);
    return this.text.slice(start, end);
  }

  private frontMatterEnd(): number {
    if (!this.text.startsWith('---') || !/^---[ \t]*$/.test(this.at(0))) return -1;
    for (let i = 1; i < this.lines.length; i++) {
      const { start } = this.line(i);
      if (this.text.startsWith('---', start) && /^---[ \t]*$/.test(this.at(i))) return i;
    }
    return -1;
  }

  private loc(offset: number): Loc {
    let i = this.lineHint;
    if (this.line(i).start > offset) {
      let low = 0;
      let high = i;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.line(middle).start <= offset) low = middle;
        else high = middle - 1;
      }
      i = low;
    }
    while (i + 1 < this.lines.length && this.line(i + 1).start <= offset) i++;
    this.lineHint = i;
    return { line: i, col: offset - this.line(i).start, offset };
  }

  private position(start: number, end: number): Pos {
    return { start: this.loc(start), end: this.loc(end) };
  }

  private section(type: string, first: number, last: number): SectionCache {
    let start = this.line(first).start;
    while (type !== 'code' && (this.text[start] === ' ' || this.text[start] === '\t')) start++;
    const section: SectionCache = { type, position: this.position(start, this.line(last).end) };
    this.sections.push(section);
    return section;
  }

  /** Root blocks between two lines. */
  private blocksOf(from: number, to: number): void {
    let i = from;
    while (i < to) {
      const line = this.at(i);
      if (line.trim() === '') {
        i++;
        continue;
      }
      i = this.block(i, to, line);
    }
  }

  private block(i: number, to: number, line: string): number {
    const fence = FENCE.exec(line);
    if (fence) {
      const last = this.fenceEnd(i, to, fence[1] ?? '```');
      this.section('code', i, last);
      return last + 1;
    }
    if (/^ {0,3}\$\$/.test(line)) {
      let last = i;
      if (!/\$\$.*\$\$/.test(line)) {
        last = i + 1;
        while (last < to && !this.at(last).includes('$$')) last++;
        last = Math.min(last, to - 1);
      }
      this.section('math', i, last);
      return last + 1;
    }
    if (/^ {0,3}%%/.test(line) && !/%%.*%%/.test(line)) {
      let last = i + 1;
      while (last < to && !this.at(last).includes('%%')) last++;
      last = Math.min(last, to - 1);
      this.section('comment', i, last);
      for (let j = i; j <= last; j++) this.inline(this.line(j).start, this.line(j).end, false);
      return last + 1;
    }
    if (/^(?: {4}|\t)/.test(line)) {
      let last = i;
      for (let j = i + 1; j < to && (/^(?: {4}|\t)/.test(this.at(j)) || this.at(j).trim() === ''); j++) if (this.at(j).trim() !== '') last = j;
      this.section('code', i, last);
      return last + 1;
    }
    const atx = ATX.exec(line);
    if (atx) {
      const section = this.section('heading', i, i);
      this.headings.push({ heading: (atx[2] ?? '').trim(), level: (atx[1] ?? '#').length, position: section.position });
      this.inline(section.position.start.offset + (atx[1] ?? '#').length, this.line(i).end, false);
      return i + 1;
    }
    if (RULE.test(line)) {
      this.section('thematicBreak', i, i);
      return i + 1;
    }
    if (/^ {0,3}>/.test(line)) return this.quote(i, to);
    if (ITEM.test(line)) return this.list(i, to);
    if (HTML_OPEN.test(line) && this.isHtmlBlock(line)) return this.html(i, to, line);
    const footnote = FOOTNOTE.exec(line);
    if (footnote) {
      let last = i;
      for (let j = i + 1; j < to && this.at(j).trim() !== '' && !this.endsParagraph(this.at(j)); j++) last = j;
      const section = this.section('footnoteDefinition', i, last);
      this.footnotes.push({ id: footnote[1] ?? '', position: section.position });
      this.inline(this.line(i).start + footnote[0].length, this.line(last).end, false);
      return last + 1;
    }
    const reference = REFERENCE.exec(line);
    if (reference) {
      const section = this.section('definition', i, i);
      this.references.push({ id: reference[1] ?? '', link: decoded(reference[2] ?? reference[3] ?? ''), position: section.position });
      return i + 1;
    }
    if (line.includes('|') && i + 1 < to && TABLE_DELIMITER.test(this.at(i + 1)) && this.at(i + 1).includes('-')) return this.table(i, to);
    return this.paragraph(i, to);
  }

  private isHtmlBlock(line: string): boolean {
    if (HTML_PARAGRAPH_END.test(line)) return true;
    HTML_TAG.lastIndex = line.length - line.trimStart().length;
    const tag = HTML_TAG.exec(line);
    return tag !== null && line.slice(HTML_TAG.lastIndex).trim() === '';
  }

  private html(i: number, to: number, line: string): number {
    let last = i;
    if (/^ {0,3}<!--/.test(line)) {
      const from = line.indexOf('<!--') + 4;
      if (!line.includes('-->', from)) {
        last = i + 1;
        while (last < to && !this.at(last).includes('-->')) last++;
        last = Math.min(last, to - 1);
      }
    } else {
      while (last + 1 < to && this.at(last + 1).trim() !== '') last++;
    }
    this.section('html', i, last);
    return last + 1;
  }

  private fenceEnd(i: number, to: number, mark: string): number {
    const close = new RegExp(`^[ \\t>]*${mark[0] === '`' ? '`' : '~'}{${mark.length},}[ \\t]*$`);
    for (let j = i + 1; j < to; j++) if (close.test(this.at(j))) return j;
    return to - 1;
  }

  private endsParagraph(line: string): boolean {
    return (
      FENCE.test(line) || ATX.test(line) || RULE.test(line) || /^ {0,3}>/.test(line) || HTML_PARAGRAPH_END.test(line) ||
      /^ {0,3}(?:[-*+]|1[.)])[ \t]+\S/.test(line)
    );
  }

  private paragraph(i: number, to: number): number {
    let last = i;
    for (let j = i + 1; j < to; j++) {
      const line = this.at(j);
      if (line.trim() === '') break;
      const setext = /^ {0,3}(=+|-+)[ \t]*$/.exec(line);
      if (setext) {
        const section = this.section('heading', i, j);
        const heading = this.text.slice(section.position.start.offset, this.line(j - 1).end).trim();
        this.headings.push({ heading, level: setext[1]?.startsWith('=') ? 1 : 2, position: section.position });
        this.inline(section.position.start.offset, this.line(j - 1).end, false);
        return j + 1;
      }
      if (this.endsParagraph(line)) break;
      last = j;
    }
    const section = this.section('paragraph', i, last);
    this.inline(section.position.start.offset, section.position.end.offset, false);
    this.blockId(section, last);
    return last + 1;
  }

  private blockId(section: SectionCache | ListItemCache, last: number): void {
    const id = BLOCK_ID.exec(this.at(last))?.[1];
    if (id === undefined) return;
    section.id = id;
    this.blocks[id.toLowerCase()] = { id, position: section.position };
  }

  private table(i: number, to: number): number {
    let last = i + 1;
    while (last + 1 < to && this.at(last + 1).trim() !== '' && !this.endsParagraph(this.at(last + 1))) last++;
    const section = this.section('table', i, last);
    for (let j = i; j <= last; j++) this.inline(this.line(j).start, this.line(j).end, true);
    this.blockId(section, last);
    return last + 1;
  }

  private quote(i: number, to: number): number {
    let last = i;
    for (let j = i + 1; j < to; j++) {
      const line = this.at(j);
      if (/^ {0,3}>/.test(line)) last = j;
      else if (line.trim() === '' || this.endsParagraph(line) || ITEM.test(line)) break;
      else last = j;
    }
    const callout = /^ {0,3}>[ \t]*\[![^\]]+\]/.test(this.at(i));
    this.section(callout ? 'callout' : 'blockquote', i, last);
    this.nested(i, last, /^ {0,3}(?:>[ \t]?)+/);
    return last + 1;
  }

  /** What is inside a quote: code fences are left out, the rest is read by runs of lines between blank ones. */
  private nested(first: number, last: number, prefix: RegExp): void {
    let fence: RegExp | null = null;
    for (let j = first; j <= last; j++) {
      const line = this.at(j);
      const inner = line.replace(prefix, '');
      if (fence) {
        if (fence.test(inner)) fence = null;
        continue;
      }
      const open = FENCE.exec(inner);
      if (open) {
        fence = new RegExp(`^[ \\t]*${open[1]?.startsWith('`') ? '`' : '~'}{${(open[1] ?? '').length},}[ \\t]*$`);
        continue;
      }
      this.inline(this.line(j).end - inner.length, this.line(j).end, inner.trimStart().startsWith('|'));
    }
  }

  private list(i: number, to: number): number {
    const stack: OpenItem[] = [];
    let last = i;
    let blank = false;
    let j = i;
    const root = i === 0 ? -1 : -i;
    while (j < to) {
      const line = this.at(j);
      if (line.trim() === '') {
        blank = true;
        j++;
        continue;
      }
      const item = RULE.test(line) ? null : ITEM.exec(line);
      const indent = width(line);
      const own = stack[0];
      if (item && (own === undefined || indent < own.content + 4 || stack.some((open) => indent >= open.content))) {
        while (stack.length > 0 && indent < (stack[stack.length - 1]?.content ?? 0)) stack.pop();
        const mark = (item[1] ?? '').length + (item[2] ?? '').length;
        const gap = width(`${item[3] ?? ' '}x`);
        const content = indent + (item[2] ?? '').length + (gap > 4 ? 1 : gap);
        const parent = stack[stack.length - 1];
        const end = this.itemEnd(j, to, content);
        const start = this.line(j).start + (item[1] ?? '').length;
        const cache: ListItemCache = { parent: parent ? parent.line : root, position: this.position(start, this.line(end).end) };
        const task = /^\[(.)\](?:[ \t]|$)/.exec(item[4] ?? '');
        if (task) cache.task = task[1] ?? ' ';
        this.items.push(cache);
        stack.push({ indent, content, line: j });
        const from = this.line(j).start + mark + (item[3] ?? '').length;
        this.itemText(j, end, task ? from + 3 : from, to);
        this.blockId(cache, end);
        last = end;
        j = end + 1;
        blank = false;
        continue;
      }
      if (indent < (own?.content ?? 2) && (blank || item !== null || this.endsParagraph(line))) break;
      const fence = FENCE.exec(line.trimStart());
      if (fence) {
        last = this.fenceEnd(j, to, fence[1] ?? '```');
        j = last + 1;
        blank = false;
        continue;
      }
      const deepest = stack[stack.length - 1];
      if (deepest && blank && indent >= deepest.content + 4) {
        last = j++;
        continue;
      }
      let end = j;
      while (end + 1 < to && this.at(end + 1).trim() !== '' && !ITEM.test(this.at(end + 1)) && !this.endsParagraph(this.at(end + 1).trimStart())) end++;
      const from = this.line(j).start + (line.length - line.trimStart().length);
      this.inline(from, this.line(end).end, false);
      last = end;
      j = end + 1;
      blank = false;
    }
    this.section('list', i, last);
    return last + 1;
  }

  private itemText(first: number, end: number, from: number, to: number): void {
    const head = this.text.slice(from, this.line(first).end);
    const fence = FENCE.exec(head);
    if (fence) return;
    void to;
    this.inline(from, this.line(end).end, false);
  }

  /** Last line of an item's own paragraph: lazy lines belong to it, a blank line, an item or another block ends it. */
  private itemEnd(j: number, to: number, content: number): number {
    let end = j;
    const head = this.at(j);
    if (ITEM.exec(head)?.[4]?.trim() === '' || !ITEM.exec(head)?.[4]) return j;
    const fence = FENCE.exec(head.replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/, ''));
    if (fence) return this.fenceEnd(j, to, fence[1] ?? '```');
    for (let k = j + 1; k < to; k++) {
      const line = this.at(k);
      if (line.trim() === '' || ITEM.test(line)) break;
      const inner = width(line) >= content ? line.trimStart() : line;
      if (this.endsParagraph(inner)) break;
      end = k;
    }
    return end;
  }

  /** Links, embeds, tags and footnote references between two offsets of one block of text. */
  private inline(from: number, to: number, table: boolean): void {
    const { text } = this;
    const openers: Opener[] = [];
    const noClosing = new Set<number>();
    let i = from;
    while (i < to) {
      const code = text.charCodeAt(i);
      switch (code) {
        case 92: // backslash
          i += 2;
          break;
        case 96: { // backtick
          let run = i;
          while (text.charCodeAt(run) === 96) run++;
          const size = run - i;
          const close = noClosing.has(size) ? -1 : this.closingBackticks(run, to, size);
          if (close < 0) noClosing.add(size);
          i = close < 0 ? run : close + size;
          break;
        }
        case 36: { // dollar
          i = this.math(i, to);
          break;
        }
        case 60: // <
          i = this.angle(i, to);
          break;
        case 91: { // [
          const after = text.charCodeAt(i + 1) === 91 ? this.wikilink(i, to, table) : 0;
          if (after > 0) {
            i = after;
            break;
          }
          openers.push({ at: i, image: i > from && text.charCodeAt(i - 1) === 33 && text.charCodeAt(i - 2) !== 92, dead: false });
          i++;
          break;
        }
        case 93: { // ]
          const opener = openers.pop();
          i++;
          if (!opener) break;
          if (text.charCodeAt(i) === 40) {
            const end = opener.dead ? 0 : this.markdownLink(opener, i, to);
            if (end > 0) {
              i = end;
              if (!opener.image) for (const each of openers) if (!each.image) each.dead = true;
              break;
            }
          }
          if (text.charCodeAt(opener.at + 1) === 94 && i - opener.at > 3) {
            this.footnoteRefs.push({ id: text.slice(opener.at + 2, i - 1), position: this.position(opener.at, i) });
          }
          break;
        }
        case 35: // #
          i = this.tag(i, from);
          break;
        default:
          i++;
      }
    }
  }

  private closingBackticks(from: number, to: number, size: number): number {
    for (let i = this.text.indexOf('`', from); i >= 0 && i < to; i = this.text.indexOf('`', i)) {
      let run = i;
      while (this.text.charCodeAt(run) === 96) run++;
      if (run - i === size) return i;
      i = run;
    }
    return -1;
  }

  private math(i: number, to: number): number {
    const { text } = this;
    const size = text.charCodeAt(i + 1) === 36 ? 2 : 1;
    const mark = '$'.repeat(size);
    if (size === 1 && /\s/.test(text[i + 1] ?? ' ')) return i + 1;
    let close = text.indexOf(mark, i + size);
    while (close > 0 && close < to && (text[close - 1] === '\\' || (size === 1 && (/\s/.test(text[close - 1] ?? '') || /\d/.test(text[close + 1] ?? ''))))) {
      close = text.indexOf(mark, close + 1);
    }
    if (close < 0 || close >= to) return i + size;
    const inner = text.slice(i + size, close);
    if (size === 1 && /\n[ \t]*\r?\n/.test(inner)) return i + size;
    return close + size;
  }

  private angle(i: number, to: number): number {
    const { text } = this;
    if (text.startsWith('<!--', i)) {
      const close = text.indexOf('-->', i + 4);
      return close >= 0 && close < to ? close + 3 : i + 1;
    }
    for (const pattern of [AUTOLINK, HTML_TAG]) {
      pattern.lastIndex = i;
      if (pattern.test(text) && pattern.lastIndex <= to) return pattern.lastIndex;
    }
    return i + 1;
  }

  private wikilink(i: number, to: number, table: boolean): number {
    const { text } = this;
    let lineEnd = text.indexOf('\n', i);
    if (lineEnd < 0 || lineEnd > to) lineEnd = to;
    const close = text.indexOf(']]', i + 2);
    if (close < 0 || close >= lineEnd) return 0;
    const again = text.indexOf('[[', i + 2);
    if (again >= 0 && again < close) return 0;
    const inner = text.slice(i + 2, close);
    if (inner.trim() === '') return 0;
    const image = text.charCodeAt(i - 1) === 33;
    const start = image ? i - 1 : i;
    const split = inner.indexOf('|', 1);
    let link = split < 0 ? inner : inner.slice(0, split);
    if (table && split > 0 && link.endsWith('\\')) link = link.slice(0, -1);
    link = link.trim();
    const display = split < 0 ? shownLink(link) : inner.slice(split + 1).trim();
    (image ? this.embeds : this.links).push({
      position: this.position(start, close + 2),
      link,
      original: text.slice(start, close + 2),
      displayText: display,
    });
    return close + 2;
  }

  private markdownLink(opener: Opener, paren: number, to: number): number {
    const { text } = this;
    let i = paren + 1;
    const skip = (): void => {
      while (i < to && /\s/.test(text[i] ?? '')) i++;
    };
    skip();
    let destination = '';
    if (text.charCodeAt(i) === 60) {
      let end = i + 1;
      while (end < to && text.charCodeAt(end) !== 62 && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 60) end += text.charCodeAt(end) === 92 ? 2 : 1;
      if (text.charCodeAt(end) !== 62) return 0;
      destination = text.slice(i + 1, end);
      i = end + 1;
    } else {
      let depth = 0;
      let end = i;
      for (; end < to; end++) {
        const code = text.charCodeAt(end);
        if (code === 92) end++;
        else if (code === 40) depth++;
        else if (code === 41) {
          if (depth === 0) break;
          depth--;
        } else if (code <= 32) break;
      }
      if (depth > 0) return 0;
      destination = text.slice(i, end);
      i = end;
    }
    const gap = i;
    skip();
    const quote = text[i] ?? '';
    if (i > gap && i < to && (quote === '"' || quote === "'" || quote === '(')) {
      const mark = quote === '(' ? ')' : quote;
      let end = i + 1;
      while (end < to && text[end] !== mark) end += text.charCodeAt(end) === 92 ? 2 : 1;
      if (end >= to) return 0;
      i = end + 1;
      skip();
    }
    if (i >= to || text.charCodeAt(i) !== 41) return 0;
    const end = i + 1;
    const link = decoded(destination.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
    if (link === '' || SCHEME.test(destination) || destination.startsWith('//')) return end;
    const start = opener.image ? opener.at - 1 : opener.at;
    (opener.image ? this.embeds : this.links).push({
      position: this.position(start, end),
      link,
      original: text.slice(start, end),
      displayText: text.slice(opener.at + 1, paren - 1),
    });
    return end;
  }

  private tag(i: number, from: number): number {
    const { text } = this;
    const before = text[i - 1];
    if (i > from && before !== undefined && !/[\s(]/.test(before)) return i + 1;
    TAG.lastIndex = i;
    const found = TAG.exec(text);
    const name = found?.[1];
    if (name === undefined || /^[\d/]+$/.test(name)) return i + 1;
    this.tags.push({ tag: `#${name}`, position: this.position(i, i + 1 + name.length) });
    return i + 1 + name.length;
  }
}

function width(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

function decoded(destination: string): string {
  if (!destination.includes('%')) return destination;
  try {
    return decodeURIComponent(destination);
  } catch {
    return destination;
  }
}

function shownLink(link: string): string {
  return link.split('#').filter((part) => part !== '').join(' > ');
}

function readFrontMatter(source: string): Record<string, unknown> | null {
  if (source.trim() === '') return null;
  try {
    const values = parseYaml(source);
    return typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function findFrontMatterLinks(value: unknown, key: string, found: FrontmatterLinkCache[]): void {
  if (typeof value === 'string') {
    const wiki = /^!?\[\[([^[\]]+?)\]\]$/.exec(value.trim());
    if (wiki) {
      const inner = wiki[1] ?? '';
      const split = inner.indexOf('|', 1);
      const link = (split < 0 ? inner : inner.slice(0, split)).trim();
      found.push({ key, link, original: value, displayText: split < 0 ? shownLink(link) : inner.slice(split + 1) });
      return;
    }
    const markdown = /^\[([^\]]*)\]\(<?([^)\s>]+(?: [^)>]+)?)>?\)$/.exec(value.trim());
    const destination = markdown?.[2] ?? '';
    if (markdown && destination !== '' && !SCHEME.test(destination)) {
      found.push({ key, link: decoded(destination), original: value, displayText: markdown[1] ?? '' });
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) findFrontMatterLinks(inner, key === '' ? name : `${key}.${name}`, found);
}
