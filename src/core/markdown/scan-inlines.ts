import type { NoteLink, Span } from './note-scan';
import { type InlineBlock, type LinkDefinition, type NoteBlocks, footnoteLabelClose } from './scan-blocks';
import {
  BACKSLASH, BACKTICK, BRACKET_CLOSE, BRACKET_OPEN, CARET, COLON, DELETE, DOLLAR, DOT, EXCLAMATION, LESS, PAREN_CLOSE, PAREN_OPEN, PERCENT, PIPE,
  SLASH, findOrEnd, isAlphanumeric, isBlank, isDigit, isLetter, isPunctuation, isSpace,
} from './scan-characters';
import { BlockCursor, END } from './scan-cursor';
import { type HtmlMark, findHtmlMark, skipAutolink, skipHtmlMark, skipTag } from './scan-html';
import { LABEL_MAX, destinationAt, normalizeLabel, normalizedText, opensTitle, readDestination, skipLabel, skipSpace, skipTitle } from './scan-link-parts';

/** What the inline walk found; links in document order. */
export interface NoteInlines {
  readonly links: NoteLink[];
  readonly spans: Span[];
}

/** The text of blocks, and what its links may refer to. */
export type InlineText = Pick<NoteBlocks, 'blocks' | 'pieces' | 'definitions' | 'footnotes'>;

/** Finds the links, code, math, HTML and comments in the text of all blocks. One walk over each block. */
export function scanInlines(text: string, structure: InlineText): NoteInlines {
  const scanner = new InlineScanner(text, structure);
  for (const block of structure.blocks) scanner.scan(block);
  return scanner.finish();
}

class InlineScanner {
  private readonly links: NoteLink[] = [];
  private readonly spans: Span[] = [];
  private readonly cursor: BlockCursor;
  private readonly definitions: ReadonlyMap<string, LinkDefinition>;
  private readonly footnotes: ReadonlySet<string>;
  private readonly place = { from: 0, to: 0, escaped: false };
  private lastFrom = 0;
  private unordered = false;
  /** Whether the text holds none of the other special characters: then the engine's own search finds the brackets, many times faster. */
  private readonly onlyBrackets: boolean;
  private nextOpen = -1;
  private nextClose = -1;
  /** The next brackets and the next pipe behind where a wikilink may begin, found in the same way. */
  private linkOpen = -1;
  private linkClose = -1;
  private linkPipe = -1;
  /** End of the reference that `takeReference` found last. */
  private lastTo = 0;

  /** The open brackets, outermost first: offset (of an image's `!`), offset and piece of the label, whether a bracket opened after. */
  private depth = 0;
  private readonly openFrom: number[] = [];
  private readonly openLabel: number[] = [];
  private readonly openPiece: number[] = [];
  private readonly openNested: boolean[] = [];
  /** Link brackets below this depth hold a link already, and links do not nest. */
  private inactive = 0;

  private block: InlineBlock = { first: 0, count: 0, line: 0, item: -1, inTable: false };
  /** Offset of a character that a backslash took the meaning from. */
  private escaped = -1;

  // What is known to be missing in the rest of the block, so that no search for it runs twice.
  // Offsets only grow, so what an earlier block left in `lastTicks` does no harm.
  private readonly lastTicks = new Map<number, number>();
  private ticksKnown = false;
  private noMathTo = -1;
  private noDisplayMath = false;
  private noComment = false;
  private readonly noMark = new Set<HtmlMark>();
  private urlCheckedTo = -1;
  private inUrl = false;
  /** No url that is still going on began before this: a link, code or HTML ended here, or a bracket that ends a url stood here. */
  private urlFloor = 0;

  constructor(
    private readonly text: string,
    structure: InlineText,
  ) {
    this.cursor = new BlockCursor(text, structure.pieces);
    this.definitions = structure.definitions;
    this.footnotes = structure.footnotes;
    this.onlyBrackets = !['`', '\\', '<', '$', '%%'].some((mark) => text.includes(mark));
  }

  finish(): NoteInlines {
    if (this.unordered) this.links.sort((a, b) => a.from - b.from);
    return { links: this.links, spans: this.spans };
  }

  scan(block: InlineBlock): void {
    this.reset(block);
    const { text, cursor } = this;
    cursor.open(block.first, block.count);
    let { pos, end } = cursor;
    for (;;) {
      while (pos < end) {
        if (this.onlyBrackets) {
          pos = this.findBracket(pos);
          if (pos >= end) {
            pos = end;
            break;
          }
        }
        const code = text.charCodeAt(pos);
        if (code > BACKTICK || code < DOLLAR || (code < BRACKET_OPEN && code > PERCENT && code !== LESS)) {
          pos++;
          continue;
        }
        if (code > BRACKET_CLOSE && code < BACKTICK) {
          pos++;
          continue;
        }
        cursor.pos = pos;
        this.take(code);
        pos = cursor.pos;
        end = cursor.end;
      }
      if (cursor.piece >= cursor.last) return;
      cursor.pos = pos;
      cursor.seek(pos, cursor.piece);
      if (cursor.pos >= cursor.end) return;
      pos = cursor.pos;
      end = cursor.end;
    }
  }

  /** The first bracket at or after `pos`, or the text's end. Asked with growing offsets, so each part of the text is searched once. */
  private findBracket(pos: number): number {
    const { text } = this;
    if (this.nextOpen < pos) this.nextOpen = findOrEnd(text, '[', pos);
    if (this.nextClose < pos) this.nextClose = findOrEnd(text, ']', pos);
    return this.nextOpen < this.nextClose ? this.nextOpen : this.nextClose;
  }

  private reset(block: InlineBlock): void {
    this.block = block;
    this.depth = 0;
    this.inactive = 0;
    this.escaped = -1;
    this.ticksKnown = false;
    this.noMathTo = -1;
    this.noDisplayMath = false;
    this.noComment = false;
    if (this.noMark.size > 0) this.noMark.clear();
    this.urlCheckedTo = -1;
    this.inUrl = false;
  }

  /** Takes what begins with the special `code` at the cursor, and leaves the cursor after it. */
  private take(code: number): void {
    const { pos } = this.cursor;
    this.takeSpecial(code);
    if (this.cursor.pos > pos + 1 && code !== BACKSLASH) this.urlFloor = this.cursor.pos;
  }

  private takeSpecial(code: number): void {
    switch (code) {
      case BRACKET_OPEN:
        this.takeOpen();
        break;
      case BRACKET_CLOSE:
        this.takeClose();
        break;
      case BACKSLASH:
        this.takeEscape();
        break;
      case BACKTICK:
        this.takeCode();
        break;
      case LESS:
        this.takeHtml();
        break;
      case DOLLAR:
        this.takeMath();
        break;
      default:
        this.takeComment();
    }
  }

  private takeEscape(): void {
    const { cursor } = this;
    cursor.pos++;
    if (cursor.pos < cursor.end && isPunctuation(this.text.charCodeAt(cursor.pos))) {
      this.escaped = cursor.pos;
      cursor.pos++;
    }
  }

  private takeOpen(): void {
    const { text, cursor } = this;
    const { pos, end } = cursor;
    const next = pos + 1 < end ? text.charCodeAt(pos + 1) : END;
    const image = pos > 0 && this.escaped !== pos - 1 && text.charCodeAt(pos - 1) === EXCLAMATION && this.isInPiece(pos - 1);
    const from = image ? pos - 1 : pos;
    if (next === BRACKET_OPEN && this.takeWikilink(from, image)) return;
    cursor.pos = pos + 1;
    if (next === CARET && !image) {
      const close = footnoteLabelClose(text, pos + 2, end);
      if (close > 0 && this.footnotes.size > 0 && this.footnotes.has(normalizeLabel(text.slice(pos + 2, close)))) {
        this.markNested();
        cursor.pos = close + 1;
        return;
      }
    }
    if (this.depth === 0 && pos > 0 && !isSpace(text.charCodeAt(pos - 1)) && this.standsInUrl(pos)) return;
    this.markNested();
    this.openFrom[this.depth] = from;
    this.openLabel[this.depth] = pos + 1;
    this.openPiece[this.depth] = cursor.piece;
    this.openNested[this.depth] = false;
    this.depth++;
  }

  private isInPiece(pos: number): boolean {
    const { cursor } = this;
    return pos >= (cursor.pieces[2 * cursor.piece] ?? 0);
  }

  private markNested(): void {
    if (this.depth > 0) this.openNested[this.depth - 1] = true;
  }

  /** Whether the bracket at `pos` belongs to a bare url, which runs on to the next white space or `<`. */
  private standsInUrl(pos: number): boolean {
    const { text, cursor } = this;
    const lineFrom = cursor.pieces[2 * cursor.piece] ?? 0;
    const floor = Math.max(lineFrom, this.urlCheckedTo, this.urlFloor);
    let at = pos;
    let found = false;
    for (; at > floor && !found; at--) {
      const code = text.charCodeAt(at - 1);
      if (isSpace(code) || code === LESS) break;
      if (code === COLON) found = opensUrl(text, at - 1);
      else if (code === DOT) found = opensWww(text, at - 1, floor, lineFrom);
    }
    this.inUrl = found || (at === floor && at === this.urlCheckedTo && this.inUrl);
    this.urlCheckedTo = pos;
    return this.inUrl;
  }

  /** Takes `[[target|alias]]`, which ends on its line and holds no `[[`; the target holds no bracket that opens. */
  private takeWikilink(from: number, image: boolean): boolean {
    const { text, cursor } = this;
    const { end } = cursor;
    const start = cursor.pos + 2;
    if (this.onlyBrackets) {
      if (this.linkClose < start) this.linkClose = findOrEnd(text, ']', start);
      if (this.linkOpen < start) this.linkOpen = findOrEnd(text, '[', start);
      const close = this.linkClose;
      // Nearly all wikilinks. A line break can only be the last of what ends at `end`.
      if (close + 1 < end && close < this.linkOpen && text.charCodeAt(close + 1) === BRACKET_CLOSE) {
        if (this.linkPipe <= start) this.linkPipe = findOrEnd(text, '|', start + 1);
        return this.addWikilink(from, image, start, this.linkPipe < close ? this.linkPipe : -1, close);
      }
    }
    let pipe = -1;
    for (let pos = start; pos + 1 < end; pos++) {
      const code = text.charCodeAt(pos);
      if (code === BRACKET_CLOSE && text.charCodeAt(pos + 1) === BRACKET_CLOSE) {
        return this.addWikilink(from, image, start, pipe, pos);
      }
      if (code === BRACKET_OPEN && (pipe < 0 || text.charCodeAt(pos + 1) === BRACKET_OPEN)) return false;
      if (code === 10 || code === 13) return false;
      if (code === PIPE && pipe < 0 && pos > start) pipe = pos;
    }
    return false;
  }

  private addWikilink(from: number, image: boolean, start: number, pipe: number, close: number): boolean {
    const { text } = this;
    let targetTo = pipe < 0 ? close : pipe;
    if (pipe >= 0 && text.charCodeAt(pipe - 1) === BACKSLASH) targetTo--;
    const destination = text.slice(start, targetTo).trim();
    if (destination === '') return false;
    let labelFrom = pipe < 0 ? start : pipe + 1;
    let labelTo = close;
    while (labelFrom < labelTo && isBlank(text.charCodeAt(labelFrom))) labelFrom++;
    while (labelTo > labelFrom && isBlank(text.charCodeAt(labelTo - 1))) labelTo--;
    this.markNested();
    this.addLink('wikilink', image, from, close + 2, labelFrom, labelTo, destination, false, this.cursor.piece);
    if (!image) this.inactive = this.depth;
    this.cursor.seek(close + 2, this.cursor.piece);
    return true;
  }

  private takeClose(): void {
    const { text, cursor } = this;
    const { pos, piece } = cursor;
    cursor.pos = pos + 1;
    const next = pos + 1 < cursor.end ? text.charCodeAt(pos + 1) : END;
    if (this.depth > 0 || next === PAREN_OPEN || next === BRACKET_OPEN) this.urlFloor = pos + 1;
    if (this.depth === 0) return;
    const depth = --this.depth;
    const from = this.openFrom[depth] ?? 0;
    const label = this.openLabel[depth] ?? 0;
    const labelPiece = this.openPiece[depth] ?? 0;
    const nested = this.openNested[depth] ?? false;
    const image = from < label - 1;
    const inactive = depth < this.inactive;
    if (this.inactive > depth) this.inactive = depth;
    if (inactive && !image) return;
    if (next === PAREN_OPEN) {
      if (this.takeResource(from, image, label, pos, labelPiece)) return;
      cursor.seek(pos + 1, piece);
    }
    if (this.definitions.size === 0 || (image && this.isFootnoteCall(label, pos, labelPiece, piece))) return;
    const definition = this.takeReference(label, labelPiece, pos, piece, nested);
    if (definition === undefined) {
      cursor.seek(pos + 1, piece);
      return;
    }
    this.addLink('reference', image, from, this.lastTo, label, pos, definition.destination, definition.hasTitle, labelPiece);
    if (!image) this.inactive = depth;
  }

  /** Reads `(destination "title")` at the cursor and adds the link. False where there is none: the cursor is then anywhere. */
  private takeResource(from: number, image: boolean, label: number, labelTo: number, labelPiece: number): boolean {
    const { cursor, place, text } = this;
    let hasTitle = false;
    cursor.step();
    skipSpace(cursor);
    place.from = cursor.pos;
    place.to = cursor.pos;
    place.escaped = false;
    if (cursor.code() !== PAREN_CLOSE) {
      if (!readDestination(cursor, place)) return false;
      if (skipSpace(cursor) && opensTitle(cursor.code())) {
        if (!skipTitle(cursor)) return false;
        hasTitle = true;
        skipSpace(cursor);
      }
      if (cursor.code() !== PAREN_CLOSE) return false;
    }
    const to = cursor.pos + 1;
    cursor.step();
    this.addLink('inline', image, from, to, label, labelTo, destinationAt(text, place), hasTitle, labelPiece);
    if (!image) this.inactive = this.depth;
    return true;
  }

  /** The definition that `[label][other]`, `[label][]` or `[label]` refers to; `lastTo` is then the link's end, the cursor after it. */
  private takeReference(label: number, labelPiece: number, pos: number, piece: number, nested: boolean): LinkDefinition | undefined {
    const { cursor, text } = this;
    const collapsed = pos + 2 < cursor.end && text.charCodeAt(pos + 1) === BRACKET_OPEN && text.charCodeAt(pos + 2) === BRACKET_CLOSE;
    if (!collapsed && pos + 1 < cursor.end && text.charCodeAt(pos + 1) === BRACKET_OPEN) {
      const from = cursor.pos + 1;
      const { piece: fromPiece } = cursor;
      if (skipLabel(cursor)) {
        this.lastTo = cursor.pos;
        return this.definitions.get(normalizedText(cursor, from, fromPiece, cursor.pos - 1, cursor.piece));
      }
      cursor.seek(pos + 1, piece);
    }
    if (nested) return undefined;
    const definition = this.definitions.get(normalizedText(cursor, label, labelPiece, pos, piece));
    if (definition === undefined) return undefined;
    this.lastTo = collapsed ? pos + 3 : pos + 1;
    cursor.seek(this.lastTo, piece);
    return definition;
  }

  private isFootnoteCall(label: number, pos: number, labelPiece: number, piece: number): boolean {
    if (this.footnotes.size === 0 || this.text.charCodeAt(label) !== CARET || pos - label > LABEL_MAX) return false;
    return this.footnotes.has(normalizedText(this.cursor, label, labelPiece, pos, piece).slice(1));
  }

  private addLink(
    kind: NoteLink['kind'],
    image: boolean,
    from: number,
    to: number,
    labelFrom: number,
    labelTo: number,
    destination: string,
    hasTitle: boolean,
    piece: number,
  ): void {
    const { block, links } = this;
    if (from < this.lastFrom) this.unordered = true;
    else this.lastFrom = from;
    const line = block.line + piece - block.first;
    links.push({ kind, image, from, to, labelFrom, labelTo, destination, hasTitle, line, item: block.item, inTable: block.inTable });
  }

  private takeCode(): void {
    const { text, cursor } = this;
    const from = cursor.pos;
    let pos = from;
    while (pos < cursor.end && text.charCodeAt(pos) === BACKTICK) pos++;
    const size = pos - from;
    if (!this.ticksKnown || (this.lastTicks.get(size) ?? -1) > from) {
      const { piece } = cursor;
      cursor.seek(pos, piece);
      for (let code = cursor.code(); code !== END; code = cursor.code()) {
        if (code !== BACKTICK) {
          cursor.step();
          continue;
        }
        const run = cursor.pos;
        const { end } = cursor;
        let runEnd = run;
        while (runEnd < end && text.charCodeAt(runEnd) === BACKTICK) runEnd++;
        cursor.seek(runEnd, cursor.piece);
        if (runEnd - run !== size) {
          this.lastTicks.set(runEnd - run, run);
          continue;
        }
        this.spans.push({ from, to: runEnd });
        return;
      }
      this.ticksKnown = true;
      cursor.seek(pos, piece);
      return;
    }
    cursor.pos = pos;
  }

  private takeHtml(): void {
    const { text, cursor } = this;
    const { pos, piece } = cursor;
    if (skipAutolink(cursor)) return;
    cursor.seek(pos, piece);
    const mark = findHtmlMark(text, pos, cursor.end);
    if (mark === null ? skipTag(cursor) : !this.noMark.has(mark) && skipHtmlMark(cursor, mark)) {
      this.spans.push({ from: pos, to: cursor.pos });
      return;
    }
    if (mark !== null) this.noMark.add(mark);
    cursor.seek(pos, piece);
    cursor.pos = pos + 1;
  }

  /**
   * Takes `$…$` on one line, `$$…$$` over lines too. As in Obsidian, the opening `$` stands before a character, the closing one
   * behind a character and not before a digit, so prices are text.
   */
  private takeMath(): void {
    const { text, cursor } = this;
    const { pos, end } = cursor;
    const next = pos + 1 < end ? text.charCodeAt(pos + 1) : END;
    if (next === DOLLAR) {
      this.noDisplayMath = !this.takePair(DOLLAR, this.noDisplayMath);
      return;
    }
    cursor.pos = pos + 1;
    if (next === END || isSpace(next) || pos < this.noMathTo) return;
    for (let at = pos + 1; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === DOLLAR && !isSpace(text.charCodeAt(at - 1)) && !(at + 1 < end && isDigit(text.charCodeAt(at + 1)))) {
        this.spans.push({ from: pos, to: at + 1 });
        cursor.seek(at + 1, cursor.piece);
        return;
      }
    }
    this.noMathTo = end;
  }

  private takeComment(): void {
    const { text, cursor } = this;
    if (cursor.pos + 1 < cursor.end && text.charCodeAt(cursor.pos + 1) === PERCENT) this.noComment = !this.takePair(PERCENT, this.noComment);
    else cursor.pos++;
  }

  /** Takes what stands between two doubled marks, standing on the first. False where there is no second one in the block. */
  private takePair(mark: number, missing: boolean): boolean {
    const { text, cursor } = this;
    const { pos, piece } = cursor;
    cursor.seek(pos + 2, piece);
    if (missing) return false;
    for (let code = cursor.code(); code !== END; code = cursor.code()) {
      const at = cursor.pos;
      if (code === mark && at + 1 < cursor.end && text.charCodeAt(at + 1) === mark) {
        cursor.seek(at + 2, cursor.piece);
        this.spans.push({ from: pos, to: at + 2 });
        return true;
      }
      cursor.step();
    }
    cursor.seek(pos + 2, piece);
    return false;
  }
}

/** Whether the colon at `pos` stands in `http://` or `https://` that no letter precedes and a domain follows. */
function opensUrl(text: string, pos: number): boolean {
  if (text.charCodeAt(pos + 1) !== SLASH || text.charCodeAt(pos + 2) !== SLASH || !opensDomain(text.charCodeAt(pos + 3))) return false;
  for (const scheme of ['http', 'https']) {
    const from = pos - scheme.length;
    if (from < 0 || text.slice(from, pos).toLowerCase() !== scheme) continue;
    return from === 0 || !isLetter(text.charCodeAt(from - 1));
  }
  return false;
}

const opensDomain = (code: number): boolean => isAlphanumeric(code) || code > DELETE;

/** Whether the dot at `pos` ends a `www.` that begins a word, at `floor` or later, on a line that begins at `lineFrom`. */
function opensWww(text: string, pos: number, floor: number, lineFrom: number): boolean {
  const from = pos - 3;
  if (from < floor || !opensDomain(text.charCodeAt(pos + 1)) || text.slice(from, pos).toLowerCase() !== 'www') return false;
  if (from === lineFrom) return true;
  const before = text.charCodeAt(from - 1);
  return isSpace(before) || before === PAREN_OPEN || before === 42 || before === 95 || before === BRACKET_OPEN || before === BRACKET_CLOSE || before === 126;
}
