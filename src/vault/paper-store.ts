import { MarkdownView, TFile } from 'obsidian';
import type { App, Editor } from 'obsidian';
import { byteLength } from '../core/text/byte-length';
import { editorEdits, editorText } from '../core/changes/editor-edits';
import { isBeginning } from '../core/text/is-beginning';
import { applyEdits, inverseEdits } from '../core/text/text-edits';
import type { TextEdit } from '../core/text/text-edits';

const BYTE_ORDER_MARK = '\ufeff';

/** The outcome of trying to replace a text that was read before. */
export type Replaced = { readonly done: true } | { readonly done: false; readonly current: string | null };

/**
 * The one place that writes notes. A note is only ever replaced where it still holds the very text that the new one was
 * planned on; what the user typed meanwhile always wins.
 */
export class PaperStore {
  constructor(private readonly app: App) {}

  /** The note's text as on disk, with what an open editor holds saved first; null where there is no such note. */
  async read(path: string): Promise<string | null> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return null;
    await this.saveEditors(file);
    return this.app.vault.read(file);
  }

  /**
   * Edits the note's text if it is `before`, atomically; otherwise says what it is now. An open editor is edited in the same moment, by the
   * same edits, instead of being loaded anew from the disk: cursor, folds and its own undo stay. A byte-order mark stays; of a torn note, which may have
   * lost it, `hadMark` says that there was one.
   */
  async replace(path: string, before: string, edits: readonly TextEdit[], hadMark = false): Promise<Replaced> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return { done: false, current: null };
    await this.saveEditors(file);
    const after = applyEdits(before, edits);
    const mark = hadMark || (await this.hasHiddenByteOrderMark(file, before)) ? BYTE_ORDER_MARK : '';
    let found = before;
    const writing = { isBegun: false };
    let takeBack: () => void = () => undefined;
    try {
      await this.app.vault.process(file, (current) => {
        found = current;
        if (current !== before) return current;
        writing.isBegun = true;
        takeBack = this.editOpenEditors(file, before, edits);
        return mark + after;
      });
    } catch (error) {
      // A disk may say that it failed when all is written.
      if (writing.isBegun && (await this.holds(path, after))) return { done: true };
      takeBack();
      throw error;
    }
    return found === before ? { done: true } : { done: false, current: found };
  }

  /** Whether the file holds this text, on the disk; false where that cannot be told. */
  async holds(path: string, text: string): Promise<boolean> {
    try {
      const found = await this.app.vault.adapter.read(path);
      return found === text || found === BYTE_ORDER_MARK + text;
    } catch {
      return false;
    }
  }

  /** Whether the note begins with a byte-order mark that is no part of its text as it was read. */
  async hasByteOrderMark(path: string, text: string): Promise<boolean> {
    const file = this.app.vault.getFileByPath(path);
    return file !== null && this.hasHiddenByteOrderMark(file, text);
  }

  /**
   * Whether the note's bytes are UTF-8, given its text as it was read. Obsidian reads other bytes as U+FFFD, and would write that character in their
   * place; a note that itself holds U+FFFD is told from one by its bytes.
   */
  async isUtf8(path: string, text: string): Promise<boolean> {
    const file = text.includes('\ufffd') ? this.app.vault.getFileByPath(path) : null;
    if (!file) return true;
    const bytes = await this.app.vault.readBinary(file);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  }

  /** Creates the note and the folders it needs. Rejects where a file of that name exists, in any case. */
  async create(path: string, text: string): Promise<void> {
    await this.ensureFolder(path.split('/').slice(0, -1));
    await this.app.vault.create(path, text);
  }

  /**
   * Takes away what a creation that failed half-way has left: a file that holds a beginning of the text. Anything else is somebody's and
   * stays. Rejects where that cannot be done.
   */
  async dropPart(path: string, text: string): Promise<void> {
    // The vault may not know of the file yet, so the disk is asked.
    const { adapter } = this.app.vault;
    if ((await adapter.exists(path)) && isBeginning(await adapter.read(path), text)) await adapter.remove(path);
  }

  /** Creates a file under that name, or that name with the first free number. Returns its path. */
  async createBeside(folder: string, name: string, extension: string, text: string): Promise<string> {
    const base = folder === '' ? name : `${folder}/${name}`;
    for (let number = 0; ; number++) {
      const path = `${base}${number === 0 ? '' : ` ${String(number)}`}.${extension}`;
      if (await this.isTaken(path)) continue;
      await this.create(path, text);
      return path;
    }
  }

  /** To where the user wants deleted files. */
  async trash(path: string): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (file) await this.app.fileManager.trashFile(file);
  }

  /** True where a file or folder has that path, whatever its case. */
  async isTaken(path: string): Promise<boolean> {
    return this.app.vault.getAbstractFileByPath(path) !== null || this.app.vault.adapter.exists(path);
  }

  /**
   * Obsidian takes the byte-order mark off when it reads, and would write the note back without it. The file's size tells: only
   * one that is larger than its text by the mark's three bytes is looked at.
   */
  private async hasHiddenByteOrderMark(file: TFile, text: string): Promise<boolean> {
    // A text has as many bytes as UTF-16 units at least: of most notes they need not be counted.
    if (file.stat.size < text.length + 3 || file.stat.size !== byteLength(text) + 3) return false;
    const [first, second, third] = new Uint8Array(await this.app.vault.readBinary(file));
    return first === 0xef && second === 0xbb && third === 0xbf;
  }

  private async ensureFolder(parts: readonly string[]): Promise<void> {
    let path = '';
    for (const part of parts) {
      path = path === '' ? part : `${path}/${part}`;
      if (!(await this.isTaken(path))) await this.app.vault.createFolder(path);
    }
  }

  /** Edits the editors that show just this text; one in which someone typed is left to the app. Returns what takes that back. */
  private editOpenEditors(file: TFile, text: string, edits: readonly TextEdit[]): () => void {
    const views = this.openViews(file).filter((view) => view.getMode() === 'source');
    const changes = views.length > 0 ? editorEdits(text, edits) : null;
    if (!changes) return () => undefined;
    const shown = editorText(text);
    const editors = views.map((view) => view.editor).filter((editor) => editor.getValue() === shown);
    for (const editor of editors) applyToEditor(editor, changes);
    const edited = applyEdits(shown, changes);
    return () => {
      for (const editor of editors) if (editor.getValue() === edited) applyToEditor(editor, inverseEdits(shown, changes));
    };
  }

  /** Typing reaches the disk about two seconds late: an open editor is asked to save, so that nothing is planned on old text. */
  private async saveEditors(file: TFile): Promise<void> {
    for (const view of this.openViews(file)) await view.save();
  }

  private openViews(file: TFile): MarkdownView[] {
    const views: MarkdownView[] = [];
    this.app.workspace.iterateAllLeaves((leaf) => {
      if (leaf.view instanceof MarkdownView && leaf.view.file?.path === file.path) views.push(leaf.view);
    });
    return views;
  }
}

function applyToEditor(editor: Editor, edits: readonly TextEdit[]): void {
  editor.transaction({ changes: edits.map(({ from, to, insert }) => ({ from: editor.offsetToPos(from), to: editor.offsetToPos(to), text: insert })) });
}
