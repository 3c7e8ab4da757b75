import { applyEdits, inTextOrder } from '../text/text-edits';
import type { TextEdit } from '../text/text-edits';

/** A text as an editor holds it: every line end is one line feed, and a byte-order mark is not shown. */
export const editorText = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

/**
 * The edits of a note's text as edits of what an open editor holds of it, so that cursor, folds and the editor's own undo stay. Null where
 * they cannot be told with certainty: the outcome has to be what the editor would hold of the edited text.
 */
export function editorEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] | null {
  let next = text.indexOf('\r\n');
  let dropped = text.startsWith('\ufeff') ? 1 : 0;
  const toEditor = (offset: number): number => {
    for (; next >= 0 && next < offset; next = text.indexOf('\r\n', next + 1)) dropped += 1;
    return Math.max(0, offset - dropped);
  };
  const shown = editorText(text);
  const changes = inTextOrder(edits).map(({ from, to, insert }) => ({ from: toEditor(from), to: toEditor(to), insert: editorText(insert) }));
  try {
    return applyEdits(shown, changes) === editorText(applyEdits(text, edits)) ? changes : null;
  } catch {
    return null;
  }
}
