import type { Heading, Span } from './note-scan';
import {
  ASTERISK, BACKSLASH, BACKTICK, BRACKET_CLOSE, BRACKET_OPEN, CARET, COLON, DASH, DOLLAR, DOT, EQUALS, GREATER, HASH, LESS, NEWLINE, ONE,
  PAREN_CLOSE, PERCENT, PIPE, PLUS, RETURN, SPACE, TAB, TILDE, UNDERSCORE, findOrEnd, isBlank, isDigit, trimmedEnd,
} from './scan-characters';
import { BlockCursor, END } from './scan-cursor';
import { type HtmlBlockKind, endsHtmlBlock, findHtmlBlock, htmlBlockBodyFrom, opensTagLine } from './scan-html';
import { destinationAt, normalizeLabel, normalizedText, opensTitle, readDestination, skipLabel, skipSpace, skipTitle } from './scan-link-parts';
import { countDelimiterCells, countHeaderCells, findCells } from './scan-table';

/** What a reference link's label stands for. */
export interface LinkDefinition {
  readonly destination: string;
  readonly hasTitle: boolean;
}

/** A list item as the scan builds it. */
export interface OpenItem {
  from: number;
  contentFrom: number;
  contentTo: number;
  paragraphTo: number;
  line: number;
  parent: number;
  ordered: boolean;
  task: boolean;
}

/** Text in which links can stand: `count` pieces from the index `first` on, one a line, the first on line `line`. */
export interface InlineBlock {
  readonly first: number;
  readonly count: number;
  readonly line: number;
  /** Index of the innermost item, or -1. */
  readonly item: number;
  readonly inTable: boolean;
}

/** The structure of a note, before its links are looked for. */
export interface NoteBlocks {
  readonly headings: Heading[];
  readonly items: OpenItem[];
  readonly blocks: InlineBlock[];
  /** From, to, from, to, … of the blocks' pieces. */
  readonly pieces: number[];
  /** In document order. */
  readonly spans: Span[];
  /** By normalized label; the first definition wins. */
  readonly definitions: ReadonlyMap<string, LinkDefinition>;
  /** Normalized labels of the footnotes that are defined, without the caret. */
  readonly footnotes: ReadonlySet<string>;
}

const QUOTE_BLOCK = 1;
const ITEM = 2;
const FOOTNOTE = 3;

const NONE = 0;
const PARAGRAPH = 1;
const FENCE = 2;
const INDENTED = 3;
const HTML = 4;
const PAIR = 5;
const TABLE = 6;

/** Columns that make text indented code, and that a footnote's further lines are indented by. */
const INDENT = 4;

/**
 * Reads the structure of `text` from `bodyFrom` on (the start of line `firstLine`): CommonMark's blocks with tables,
 * footnotes, and Obsidian's `$$` and `%%` blocks. One walk over the lines; a line costs its own length, however deep
 * the containers are.
 */
export function scanBlocks(text: string, bodyFrom: number, firstLine: number): NoteBlocks {
  return new BlockScanner(text).scan(bodyFrom, firstLine);
}

class BlockScanner implements NoteBlocks {
  readonly headings: Heading[] = [];
  readonly items: OpenItem[] = [];
  readonly blocks: InlineBlock[] = [];
  readonly pieces: number[] = [];
  readonly spans: Span[] = [];
  readonly definitions = new Map<string, LinkDefinition>();
  readonly footnotes = new Set<string>();

  /** The open containers, outermost first: what they are, the columns their further lines are indented by, their innermost item. */
  private depth = 0;
  private readonly kinds: number[] = [];
  private readonly needs: number[] = [];
  private readonly innermost: number[] = [];
  /** Index of the innermost open item, or -1. */
  private item = -1;
  /** Positions of the quotes in the stack: a blank line passes every item up to the next quote, in one step. */
  private quoteCount = 0;
  private readonly quotes: number[] = [];
  /** Whether the innermost container is an item of which only the marker has been seen. */
  private bare = false;
  /** By item: whether a nested item has ended its own content. */
  private readonly ended: boolean[] = [];

  /** The open leaf block, where it began, and the end of its last line. */
  private leaf = NONE;
  private leafFrom = 0;
  private leafTo = 0;
  private fenceCode = 0;
  private fenceSize = 0;
  private htmlKind: HtmlBlockKind = 6;
  private pairTo = 0;

  private paragraphFirst = 0;
  private paragraphLine = 0;
  private paragraphItemTo = 0;
  /** Whether the last line of the paragraph may be the header of a table. */
  private mayBeHeader = false;
  /** Whether the paragraph really begins with a task box, so that no definition can. */
  private afterTaskBox = false;
  private taskBoxFrom = 0;
  private inMath = false;
  private inComment = false;

  /** The line at hand: its end, its first character that is no space or tab with its column, and the column that containers reach to. */
  private line = 0;
  private end = 0;
  private next = 0;
  private at = 0;
  private atColumn = 0;
  private column = 0;

  /** Up to where no rule of this mark can begin: `- - - x` nests an item a mark, and asks at each. */
  private noRuleTo = 0;
  private ruleMark = 0;

  /** Cheap tests of the whole note, which spare most notes a closer look at each paragraph. */
  private readonly mayDefine: boolean;
  private readonly hasPairs: boolean;
  private readonly cursor: BlockCursor;

  constructor(private readonly text: string) {
    this.cursor = new BlockCursor(text, this.pieces);
    this.mayDefine = text.includes(']:');
    this.hasPairs = text.includes('$$') || text.includes('%%');
  }

  scan(bodyFrom: number, firstLine: number): NoteBlocks {
    const { text } = this;
    const { length } = text;
    let newline = -1;
    let carriage = -1;
    let start = bodyFrom;
    this.line = firstLine;
    while (start < length) {
      if (newline < start) newline = findOrEnd(text, '\n', start);
      if (carriage < start) carriage = findOrEnd(text, '\r', start);
      let end = newline;
      let next = newline < length ? newline + 1 : length;
      if (carriage < newline) {
        if (carriage + 1 < newline || newline === length) next = carriage + 1;
        end = carriage;
      }
      this.end = end;
      this.next = next;
      this.takeLine(start);
      this.line++;
      start = next;
    }
    this.closeLeaf();
    return this;
  }

  private takeLine(start: number): void {
    const { text, end, kinds, depth } = this;
    this.findText(start, 0);
    this.column = 0;
    let matched = 0;
    let quotesMatched = 0;
    while (matched < depth) {
      if (kinds[matched] === QUOTE_BLOCK) {
        if (this.at >= end || this.atColumn - this.column >= INDENT || text.charCodeAt(this.at) !== GREATER) break;
        this.passQuoteMark();
        quotesMatched++;
        matched++;
      } else if (this.at >= end) {
        matched = quotesMatched < this.quoteCount ? (this.quotes[quotesMatched] ?? depth) : depth;
        if (matched === depth && this.bare) matched--;
        break;
      } else {
        const need = this.needs[matched] ?? 0;
        if (this.atColumn - this.column < need) break;
        this.column += need;
        matched++;
      }
    }
    const allMatched = matched === depth;
    if (this.leaf !== PARAGRAPH) {
      if (this.leaf !== NONE && this.leaf !== TABLE) {
        if (allMatched && this.continueLeaf()) return;
        this.closeLeaf();
      }
      if (!allMatched) this.closeContainers(matched);
    } else if (this.at >= end) {
      this.closeContainers(matched);
      return;
    }
    this.takeContent(matched);
  }

  /** The line's text after the containers that go on: new containers, then a leaf. */
  private takeContent(matched: number): void {
    const { text, end, depth } = this;
    // While a paragraph is open, unmatched containers stay open too: the line may be a lazy continuation.
    for (;;) {
      if (this.at >= end) {
        this.closeLeaf();
        return;
      }
      const inParagraph = this.leaf === PARAGRAPH;
      if (this.atColumn - this.column >= INDENT) {
        if (inParagraph) break;
        this.closeLeaf();
        this.openLeaf(INDENTED, this.at);
        return;
      }
      const interrupting = inParagraph && matched === depth;
      const code = text.charCodeAt(this.at);
      if (code > TILDE || (code > 64 && code < BRACKET_OPEN) || (code > BACKTICK && code < PIPE)) break;
      if (code === GREATER) {
        this.closeContainers(matched);
        this.openContainer(QUOTE_BLOCK, 0);
        this.passQuoteMark();
      } else if (code === BRACKET_OPEN) {
        const after = this.footnoteLabelEnd();
        if (after < 0) break;
        this.closeContainers(matched);
        this.openContainer(FOOTNOTE, INDENT);
        const markEnd = this.atColumn + after - this.at;
        this.findText(after, markEnd);
        this.column = this.atColumn;
      } else {
        const size = this.listMarkerSize(code, interrupting);
        if (size === 0) {
          if (this.takeLeafStart(code, interrupting, matched)) return;
          break;
        }
        this.closeContainers(matched);
        if (this.openItem(size, code)) return;
      }
      matched = this.depth;
    }
    this.takeText(matched);
  }

  private takeText(matched: number): void {
    if (this.leaf === PARAGRAPH) {
      const lazy = matched < this.depth;
      this.addParagraphLine(this.at, !lazy && this.atColumn - this.column < INDENT);
    } else if (this.leaf === TABLE) {
      this.addRow(this.at, this.end, this.line);
      this.extendItem();
    } else {
      this.openParagraph(this.at);
    }
  }

  /** Heading, fence, HTML, rule, table or a pair of `$$` or `%%`: true where the line begins one. */
  private takeLeafStart(code: number, interrupting: boolean, matched: number): boolean {
    switch (code) {
      case HASH:
        return this.takeHeading(matched);
      case BACKTICK:
      case TILDE:
        return this.takeFence(code, matched);
      case LESS:
        return this.takeHtml(matched);
      case EQUALS:
        return interrupting && this.takeUnderline(code);
      case DASH:
      case ASTERISK:
      case UNDERSCORE:
        if (code === DASH && interrupting && this.takeUnderline(code)) return true;
        if (this.isRule(code)) {
          this.closeContainers(matched);
          this.extendItem();
          return true;
        }
        return code === DASH && interrupting && this.takeTable();
      case PIPE:
      case COLON:
        return interrupting && this.takeTable();
      case DOLLAR:
      case PERCENT:
        return this.takePair(code, matched);
      default:
        return false;
    }
  }

  // Containers

  /** Finds the first character at or after `pos` that is no space or tab, and its column where `pos` is at `column`. */
  private findText(pos: number, column: number): void {
    const { text, end } = this;
    let at = pos;
    let atColumn = column;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) atColumn++;
      else if (code === TAB) atColumn += 4 - (atColumn % 4);
      else break;
    }
    this.at = at;
    this.atColumn = atColumn;
  }

  /** Steps over the `>` at hand and the one column of white space that belongs to it. */
  private passQuoteMark(): void {
    const after = this.at + 1;
    const column = this.atColumn + 1;
    this.findText(after, column);
    this.column = after < this.end && isBlank(this.text.charCodeAt(after)) ? column + 1 : column;
    if (this.atColumn < this.column) this.column = this.atColumn;
  }

  private openContainer(kind: number, need: number): void {
    if (this.bare) this.beginContent(this.at);
    if (kind === QUOTE_BLOCK) this.quotes[this.quoteCount++] = this.depth;
    else if (kind === ITEM) this.item = this.items.length;
    this.kinds[this.depth] = kind;
    this.needs[this.depth] = need;
    this.innermost[this.depth] = this.item;
    this.depth++;
    this.bare = false;
  }

  /** Closes the open leaf and the containers from `keep` on. */
  private closeContainers(keep: number): void {
    this.closeLeaf();
    if (keep >= this.depth) return;
    this.depth = keep;
    this.item = keep > 0 ? (this.innermost[keep - 1] ?? -1) : -1;
    while (this.quoteCount > 0 && (this.quotes[this.quoteCount - 1] ?? 0) >= keep) this.quoteCount--;
    this.bare = false;
  }

  /** Length of the list marker at hand, 0 where there is none (or where it may not interrupt the paragraph). */
  private listMarkerSize(code: number, interrupting: boolean): number {
    const { text, end, at } = this;
    let after = at + 1;
    if (isDigit(code)) {
      while (after < end && after - at < 10 && isDigit(text.charCodeAt(after))) after++;
      const mark = after < end ? text.charCodeAt(after) : END;
      if (after - at > 9 || (mark !== DOT && mark !== PAREN_CLOSE)) return 0;
      if (interrupting && (after - at > 1 || code !== ONE)) return 0;
      after++;
    } else if (code !== DASH && code !== ASTERISK && code !== PLUS) {
      return 0;
    }
    if (after < end && !isBlank(text.charCodeAt(after))) return 0;
    if (interrupting && this.isBlankFrom(after)) return 0;
    return (code === DASH || code === ASTERISK) && this.isRule(code) ? 0 : after - at;
  }

  private isBlankFrom(pos: number): boolean {
    for (let at = pos; at < this.end; at++) if (!isBlank(this.text.charCodeAt(at))) return false;
    return true;
  }

  /** Opens the item whose marker is at hand. True where the item's line is used up: a task, which is a paragraph at once. */
  private openItem(size: number, code: number): boolean {
    const { text, end } = this;
    const from = this.at;
    const indent = this.atColumn - this.column;
    const markEnd = this.atColumn + size;
    this.findText(from + size, markEnd);
    const blank = this.at >= end;
    const spaces = this.atColumn - markEnd;
    const need = indent + size + (blank || spaces > INDENT ? 1 : spaces);
    const parent = this.item;
    if (parent >= 0) this.ended[parent] = true;
    this.openContainer(ITEM, need);
    this.bare = blank;
    this.column += need;
    const contentFrom = blank ? from + size : this.at;
    const item: OpenItem = { from, contentFrom, contentTo: contentFrom, paragraphTo: -1, line: this.line, parent, ordered: isDigit(code), task: false };
    this.items.push(item);
    this.ended.push(false);
    if (blank || text.charCodeAt(this.at) !== BRACKET_OPEN || this.atColumn - this.column >= INDENT || !this.hasTaskBox()) return false;
    this.taskBoxFrom = this.at;
    this.findText(this.at + 3, 0);
    item.task = true;
    item.contentFrom = this.at;
    item.contentTo = this.at;
    this.openParagraph(this.at);
    this.afterTaskBox = true;
    return true;
  }

  private hasTaskBox(): boolean {
    const { text, at, end } = this;
    if (at + 2 >= end || text.charCodeAt(at + 2) !== BRACKET_CLOSE) return false;
    const mark = text.charCodeAt(at + 1);
    if (mark !== SPACE && mark !== TAB && mark !== 120 && mark !== 88) return false;
    return at + 3 >= end || isBlank(text.charCodeAt(at + 3));
  }

  /** The end of `[^label]:` at hand, whose label is then noted as defined, or -1. */
  private footnoteLabelEnd(): number {
    const { text, at, end } = this;
    if (at + 1 >= end || text.charCodeAt(at + 1) !== CARET) return -1;
    const close = footnoteLabelClose(text, at + 2, end);
    if (close < 0 || close + 1 >= end || text.charCodeAt(close + 1) !== COLON) return -1;
    this.footnotes.add(normalizeLabel(text.slice(at + 2, close)));
    return close + 2;
  }

  /** Lets the innermost item's own content reach to the end of this line. */
  private extendItem(): void {
    if (this.bare) this.beginContent(this.at);
    if (this.item < 0 || this.ended[this.item] === true) return;
    const item = this.items[this.item];
    if (item !== undefined) item.contentTo = trimmedEnd(this.text, item.contentFrom, this.end);
  }

  /** Notes where the content of an item begins whose marker stood alone on its line. */
  private beginContent(from: number): void {
    this.bare = false;
    const item = this.item < 0 ? undefined : this.items[this.item];
    if (item === undefined) return;
    item.contentFrom = from;
    item.contentTo = from;
  }

  // Leaves

  private openLeaf(leaf: number, from: number): void {
    this.leaf = leaf;
    this.leafFrom = from;
    this.leafTo = this.end;
    this.extendItem();
  }

  /** Whether the open code, HTML, math or comment takes this line too. */
  private continueLeaf(): boolean {
    const blank = this.at >= this.end;
    const indent = this.atColumn - this.column;
    if (this.leaf === INDENTED) {
      if (blank) return true;
      if (indent < INDENT) return false;
    } else if (this.leaf === HTML) {
      if (this.htmlKind >= 6 && blank) return false;
    }
    if (!blank) this.extendItem();
    if (this.leaf === FENCE && !blank && indent < INDENT && this.closesFence()) {
      this.leafTo = this.end;
      this.closeLeaf();
    } else if (this.leaf === HTML && this.htmlKind < 6 && endsHtmlBlock(this.htmlKind, this.text, this.at, this.end)) {
      this.leafTo = this.end;
      this.closeLeaf();
    } else if (this.leaf === PAIR && this.pairTo <= this.end) {
      this.leafTo = this.pairTo;
      this.closeLeaf();
      this.findText(this.pairTo, 0);
      if (this.at < this.end) this.openParagraph(this.at);
    } else if (this.leaf !== INDENTED || !blank) {
      this.leafTo = this.end;
    }
    return true;
  }

  private closeLeaf(): void {
    const { leaf } = this;
    if (leaf === NONE) return;
    this.leaf = NONE;
    if (leaf === PARAGRAPH) this.closeParagraph();
    else if (leaf !== TABLE) this.spans.push({ from: this.leafFrom, to: this.leafTo });
  }

  private takeHeading(matched: number): boolean {
    const { text, end, at } = this;
    let pos = at;
    while (pos < end && text.charCodeAt(pos) === HASH) pos++;
    const level = pos - at;
    if (level > 6 || (pos < end && !isBlank(text.charCodeAt(pos)))) return false;
    this.closeContainers(matched);
    while (pos < end && isBlank(text.charCodeAt(pos))) pos++;
    const to = trimmedEnd(text, at, end);
    let textTo = Math.max(to, pos);
    let hashes = textTo;
    while (hashes > pos && text.charCodeAt(hashes - 1) === HASH) hashes--;
    if (hashes === pos || isBlank(text.charCodeAt(hashes - 1))) textTo = trimmedEnd(text, pos, hashes);
    this.headings.push({ level, text: text.slice(pos, textTo), from: at, to, line: this.line });
    this.extendItem();
    this.addInline(pos, textTo, this.line, false);
    return true;
  }

  private takeFence(code: number, matched: number): boolean {
    const { text, end, at } = this;
    let pos = at;
    while (pos < end && text.charCodeAt(pos) === code) pos++;
    const size = pos - at;
    if (size < 3) return false;
    if (code === BACKTICK) for (; pos < end; pos++) if (text.charCodeAt(pos) === BACKTICK) return false;
    this.closeContainers(matched);
    this.fenceCode = code;
    this.fenceSize = size;
    this.openLeaf(FENCE, at);
    return true;
  }

  private closesFence(): boolean {
    const { text, end, at } = this;
    let pos = at;
    while (pos < end && text.charCodeAt(pos) === this.fenceCode) pos++;
    return pos - at >= this.fenceSize && this.isBlankFrom(pos);
  }

  private takeHtml(matched: number): boolean {
    const { text, end, at } = this;
    const kind = findHtmlBlock(text, at, end) ?? (this.leaf !== PARAGRAPH && this.isTagLine() ? 7 : null);
    if (kind === null) return false;
    this.closeContainers(matched);
    this.htmlKind = kind;
    this.openLeaf(HTML, at);
    if (kind < 6 && endsHtmlBlock(kind, text, htmlBlockBodyFrom(kind, at), end)) this.closeLeaf();
    return true;
  }

  private isTagLine(): boolean {
    const cursor = new BlockCursor(this.text, [this.at, this.end]);
    cursor.open(0, 1);
    return opensTagLine(cursor);
  }

  /** A rule: three or more of the mark at hand with nothing but white space between them. */
  private isRule(mark: number): boolean {
    const { text, end } = this;
    if (mark === this.ruleMark && this.at < this.noRuleTo) return false;
    let count = 0;
    for (let pos = this.at; pos < end; pos++) {
      const code = text.charCodeAt(pos);
      if (code === mark) {
        count++;
      } else if (!isBlank(code)) {
        this.ruleMark = mark;
        this.noRuleTo = pos;
        return false;
      }
    }
    return count >= 3;
  }

  private isUnderline(mark: number): boolean {
    const { text, end } = this;
    let pos = this.at;
    while (pos < end && text.charCodeAt(pos) === mark) pos++;
    return this.isBlankFrom(pos);
  }

  /** Makes the open paragraph a heading, if an underline is at hand and the paragraph is more than definitions. */
  private takeUnderline(mark: number): boolean {
    if (!this.isUnderline(mark)) return false;
    const { text, end } = this;
    const last = this.pieces.length - 1;
    this.pieces[last] = trimmedEnd(text, this.pieces[last - 1] ?? 0, this.pieces[last] ?? 0);
    const first = this.takeDefinitions();
    this.leaf = NONE;
    const count = this.pieces.length / 2 - first;
    if (count === 0) return false;
    let title = '';
    for (let piece = first; piece < first + count; piece++) {
      const from = this.pieces[2 * piece] ?? 0;
      const line = text.slice(from, trimmedEnd(text, from, this.pieces[2 * piece + 1] ?? 0));
      title = title === '' ? line : `${title} ${line}`;
    }
    const line = this.line - count;
    const from = this.afterTaskBox ? this.taskBoxFrom : (this.pieces[2 * first] ?? 0);
    this.headings.push({ level: mark === EQUALS ? 1 : 2, text: title, from, to: trimmedEnd(text, this.at, end), line });
    this.blocks.push({ first, count, line, item: this.item, inTable: false });
    this.endFirstParagraph(first);
    this.extendItem();
    return true;
  }

  /** Begins a block of `$$` math or of a `%%` comment that runs over lines. What ends on its own line, or never, is text. */
  private takePair(code: number, matched: number): boolean {
    const { text, end, at } = this;
    if (at + 1 >= end || text.charCodeAt(at + 1) !== code) return false;
    if (this.leaf === PARAGRAPH && (code === DOLLAR ? this.inMath : this.inComment)) return false;
    const close = text.indexOf(code === DOLLAR ? '$$' : '%%', at + 2);
    if (close < end) return false;
    this.closeContainers(matched);
    this.pairTo = close + 2;
    this.openLeaf(PAIR, at);
    return true;
  }

  // Paragraphs

  private openParagraph(from: number): void {
    this.closeLeaf();
    this.leaf = PARAGRAPH;
    this.paragraphFirst = this.pieces.length / 2;
    this.paragraphLine = this.line;
    this.inMath = false;
    this.inComment = false;
    this.afterTaskBox = false;
    const item = this.item < 0 ? undefined : this.items[this.item];
    this.paragraphItemTo = item === undefined ? 0 : item.contentTo;
    this.addParagraphLine(from, true);
  }

  private addParagraphLine(from: number, mayBeHeader: boolean): void {
    this.mayBeHeader = mayBeHeader;
    if (this.hasPairs) this.countPairs(from);
    this.pieces.push(from, this.next);
    this.extendItem();
  }

  /** Keeps account of whether the paragraph's text so far ends inside `$$` or `%%`: then a mark at a line's start closes. */
  private countPairs(from: number): void {
    const { text, end } = this;
    for (let pos = from; pos + 1 < end; pos++) {
      const code = text.charCodeAt(pos);
      if ((code !== DOLLAR && code !== PERCENT) || text.charCodeAt(pos + 1) !== code) continue;
      if (code === DOLLAR) this.inMath = !this.inMath;
      else this.inComment = !this.inComment;
      pos++;
    }
  }

  private closeParagraph(): void {
    const last = this.pieces.length - 1;
    this.pieces[last] = trimmedEnd(this.text, this.pieces[last - 1] ?? 0, this.pieces[last] ?? 0);
    const total = this.pieces.length / 2 - this.paragraphFirst;
    const first = this.takeDefinitions();
    const count = this.pieces.length / 2 - first;
    if (count === 0) return;
    this.blocks.push({ first, count, line: this.paragraphLine + total - count, item: this.item, inTable: false });
    this.endFirstParagraph(first);
  }

  /** Notes where the paragraph from that piece on ends, if an item begins with it. */
  private endFirstParagraph(first: number): void {
    const item = this.item < 0 ? undefined : this.items[this.item];
    if (item !== undefined && item.contentFrom === this.pieces[2 * first]) item.paragraphTo = this.pieces[this.pieces.length - 1] ?? -1;
  }

  /** Takes the definitions off the start of the paragraph. Returns its first piece after them, which may be past its last. */
  private takeDefinitions(): number {
    const { cursor, pieces, text } = this;
    let first = this.paragraphFirst;
    if (!this.mayDefine || this.afterTaskBox) return first;
    const begin = pieces[2 * first] ?? 0;
    for (;;) {
      const count = pieces.length / 2 - first;
      if (count === 0 || text.charCodeAt(pieces[2 * first] ?? 0) !== BRACKET_OPEN) break;
      cursor.open(first, count);
      const from = cursor.pos;
      const to = this.readDefinition();
      if (to < 0) break;
      this.spans.push({ from, to });
      const past = cursor.code() === END;
      first = past ? pieces.length / 2 : cursor.piece;
    }
    const item = this.item < 0 ? undefined : this.items[this.item];
    if (first === this.paragraphFirst || item === undefined || item.contentTo < begin) return first;
    if (first === pieces.length / 2) item.contentTo = this.paragraphItemTo;
    else if (item.contentFrom === begin) item.contentFrom = pieces[2 * first] ?? begin;
    return first;
  }

  /** Reads the definition at the cursor and leaves the cursor on the line after it. Returns its end, or -1. */
  private readDefinition(): number {
    const { cursor, text } = this;
    const place = { from: 0, to: 0, escaped: false };
    const labelFrom = cursor.pos + 1;
    const labelPiece = cursor.piece;
    if (!skipLabel(cursor) || cursor.code() !== COLON) return -1;
    const label = normalizedText(cursor, labelFrom, labelPiece, cursor.pos - 1, cursor.piece);
    cursor.step();
    skipSpace(cursor);
    if (!readDestination(cursor, place, Infinity)) return -1;
    let { pos, piece } = cursor;
    let to = pos;
    let hasTitle = false;
    if (skipSpace(cursor) && opensTitle(cursor.code()) && skipTitle(cursor)) {
      const titleTo = cursor.pos;
      if (this.endsLine()) {
        hasTitle = true;
        to = titleTo;
        ({ pos, piece } = cursor);
      }
    }
    cursor.seek(pos, piece);
    if (!hasTitle && !this.endsLine()) return -1;
    if (!this.definitions.has(label)) {
      this.definitions.set(label, { destination: destinationAt(text, place), hasTitle });
    }
    return to;
  }

  /** Whether only white space is left of the cursor's line; the cursor is then on the next. */
  private endsLine(): boolean {
    const { cursor } = this;
    while (isBlank(cursor.code())) cursor.step();
    const code = cursor.code();
    if (code === END) return true;
    if (code !== NEWLINE && code !== RETURN) return false;
    const { piece } = cursor;
    while (cursor.piece === piece && cursor.code() !== END) cursor.step();
    return true;
  }

  // Tables

  /** Turns the paragraph's last line into a table's header, if this line is the delimiter row to it. */
  private takeTable(): boolean {
    if (this.leaf !== PARAGRAPH || !this.mayBeHeader) return false;
    const { text, pieces } = this;
    const cells = countDelimiterCells(text, this.at, this.end);
    if (cells === 0) return false;
    const from = pieces[pieces.length - 2] ?? 0;
    const to = trimmedEnd(text, from, pieces[pieces.length - 1] ?? 0);
    if (countHeaderCells(text, from, to) !== cells) return false;
    pieces.length -= 2;
    if (pieces.length / 2 > this.paragraphFirst) this.closeLeaf();
    this.leaf = TABLE;
    this.addRow(from, to, this.line - 1);
    this.extendItem();
    return true;
  }

  private addRow(from: number, to: number, line: number): void {
    findCells(this.text, from, to, (cellFrom, cellTo) => {
      this.addInline(cellFrom, cellTo, line, true);
    });
  }

  private addInline(from: number, to: number, line: number, inTable: boolean): void {
    if (from >= to) return;
    this.blocks.push({ first: this.pieces.length / 2, count: 1, line, item: this.item, inTable });
    this.pieces.push(from, to);
  }
}

/** The `]` that ends the footnote label beginning at `from`, or -1: it is empty, too long, or holds white space or `[`. */
export function footnoteLabelClose(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + 1000);
  for (let pos = from; pos < limit; pos++) {
    const code = text.charCodeAt(pos);
    if (code === BRACKET_CLOSE) return pos === from ? -1 : pos;
    if (code <= SPACE || code === BRACKET_OPEN) return -1;
    if (code === BACKSLASH && pos + 1 < limit) {
      const next = text.charCodeAt(pos + 1);
      if (next === BRACKET_OPEN || next === BRACKET_CLOSE || next === BACKSLASH) pos++;
    }
  }
  return -1;
}
