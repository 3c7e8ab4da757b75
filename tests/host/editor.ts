export interface EditorPosition {
  line: number;
  ch: number;
}

interface Change {
  text: string;
  from: EditorPosition;
  to?: EditorPosition;
}

/** The app's editor over a text area: one selection, undo by whole states. */
export class Editor {
  private readonly undone: string[] = [];
  private readonly done: string[] = [];

  constructor(readonly inputEl: HTMLTextAreaElement, private readonly changed: () => void) {
    inputEl.addEventListener('input', () => {
      this.changed();
    });
  }

  getDoc(): this {
    return this;
  }

  refresh(): void {
    return undefined;
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(content: string): void {
    this.put(content);
  }

  getLine(line: number): string {
    return this.lines()[line] ?? '';
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.lines().length;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    return this.getValue().slice(this.inputEl.selectionStart, this.inputEl.selectionEnd);
  }

  somethingSelected(): boolean {
    return this.inputEl.selectionStart !== this.inputEl.selectionEnd;
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.getValue().slice(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string): void {
    this.replaceRange(replacement, this.getCursor('from'), this.getCursor('to'));
  }

  replaceRange(text: string, from: EditorPosition, to: EditorPosition = from): void {
    this.transaction({ changes: [{ text, from, to }] });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    const { selectionStart, selectionEnd } = this.inputEl;
    return this.offsetToPos(side === 'from' || side === 'anchor' ? selectionStart : selectionEnd);
  }

  listSelections(): { anchor: EditorPosition; head: EditorPosition }[] {
    return [{ anchor: this.getCursor('anchor'), head: this.getCursor('head') }];
  }

  setCursor(position: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof position === 'number' ? { line: position, ch } : position);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    const a = this.posToOffset(anchor);
    const b = this.posToOffset(head);
    this.inputEl.setSelectionRange(Math.min(a, b), Math.max(a, b));
  }

  setSelections(ranges: { anchor: EditorPosition; head?: EditorPosition }[], main = 0): void {
    const range = ranges[main];
    if (range) this.setSelection(range.anchor, range.head);
  }

  focus(): void {
    this.inputEl.focus();
  }

  blur(): void {
    this.inputEl.blur();
  }

  hasFocus(): boolean {
    return this.inputEl.ownerDocument.activeElement === this.inputEl;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.inputEl.scrollTop, left: this.inputEl.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    this.inputEl.scrollLeft = x ?? this.inputEl.scrollLeft;
    this.inputEl.scrollTop = y ?? this.inputEl.scrollTop;
  }

  scrollIntoView(): void {
    return undefined;
  }

  undo(): void {
    const before = this.done.pop();
    if (before === undefined) return;
    this.undone.push(this.getValue());
    this.show(before);
    this.changed();
  }

  redo(): void {
    const after = this.undone.pop();
    if (after === undefined) return;
    this.done.push(this.getValue());
    this.show(after);
    this.changed();
  }

  exec(): void {
    return undefined;
  }

  /** All changes refer to the text before the first of them. */
  transaction(tx: { replaceSelection?: string; changes?: Change[]; selection?: { from: EditorPosition; to?: EditorPosition }; selections?: { from: EditorPosition; to?: EditorPosition }[] }): void {
    const before = this.getValue();
    const changes = (tx.changes ?? []).map((each) => ({ from: this.posToOffset(each.from), to: this.posToOffset(each.to ?? each.from), text: each.text }));
    if (tx.replaceSelection !== undefined) changes.push({ from: this.inputEl.selectionStart, to: this.inputEl.selectionEnd, text: tx.replaceSelection });
    changes.sort((a, b) => b.from - a.from);
    let after = before;
    let cursor = this.inputEl.selectionEnd;
    for (const { from, to, text } of changes) {
      after = after.slice(0, from) + text + after.slice(to);
      if (cursor >= to) cursor += text.length - (to - from);
    }
    this.put(after, cursor);
    const selection = tx.selection ?? tx.selections?.[0];
    if (selection) this.setSelection(selection.from, selection.to);
  }

  wordAt(position: EditorPosition): { from: EditorPosition; to: EditorPosition } | null {
    const line = this.getLine(position.line);
    for (const match of line.matchAll(/[\p{L}\p{N}_]+/gu)) {
      const end = match.index + match[0].length;
      if (match.index <= position.ch && position.ch <= end) return { from: { line: position.line, ch: match.index }, to: { line: position.line, ch: end } };
    }
    return null;
  }

  posToOffset({ line, ch }: EditorPosition): number {
    const lines = this.lines();
    let offset = 0;
    for (let i = 0; i < Math.min(line, lines.length); i++) offset += (lines[i] ?? '').length + 1;
    return Math.min(offset + Math.min(ch, this.getLine(line).length), this.getValue().length);
  }

  offsetToPos(offset: number): EditorPosition {
    const before = this.getValue().slice(0, offset).split('\n');
    return { line: before.length - 1, ch: (before[before.length - 1] ?? '').length };
  }

  /** Internal: new text without history and without an edit. */
  show(content: string): void {
    const { selectionStart, selectionEnd } = this.inputEl;
    this.inputEl.value = content;
    this.inputEl.setSelectionRange(Math.min(selectionStart, content.length), Math.min(selectionEnd, content.length));
  }

  private put(content: string, cursor: number | null = null): void {
    const before = this.getValue();
    if (before === content) return;
    this.done.push(before);
    this.undone.length = 0;
    this.show(content);
    if (cursor !== null) this.inputEl.setSelectionRange(cursor, cursor);
    this.changed();
  }

  private lines(): string[] {
    return this.getValue().split('\n');
  }
}
