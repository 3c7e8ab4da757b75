import type { LineHunk } from './planned-change';
import { applyEdits } from '../text/text-edits';
import type { TextEdit } from '../text/text-edits';

/**
 * The whole lines that edits touch, before and after, without their line ends, in the order of the text. Edits on one line or
 * on adjoining ones make one hunk; lines that a hunk has in common at its start and end are left out, so a line that is only
 * added has no `before`, and `line` is then the line it is put in front of. Reads nothing but the lines touched.
 * Edits as `applyEdits` takes them; edits that change nothing but a line end give no hunk.
 */
export function lineHunks(before: string, edits: readonly TextEdit[]): LineHunk[] {
  const hunks: LineHunk[] = [];
  let line = 1;
  let counted = 0;
  for (const group of adjoiningEdits(before, edits)) {
    line += countLineFeeds(before, counted, group.from);
    counted = group.from;
    const old = before.slice(group.from, group.to);
    const local = group.edits.map(({ from, to, insert }) => ({ from: from - group.from, to: to - group.from, insert }));
    const hunk = withoutCommonLines(line, linesOf(old), linesOf(applyEdits(old, local)));
    if (hunk.before.length > 0 || hunk.after.length > 0) hunks.push(hunk);
  }
  return hunks;
}

/** Edits of lines that touch, and the range of those whole lines, the last line end left out. */
interface EditGroup {
  readonly from: number;
  to: number;
  readonly edits: TextEdit[];
}

function adjoiningEdits(text: string, edits: readonly TextEdit[]): EditGroup[] {
  const groups: EditGroup[] = [];
  let last: EditGroup | null = null;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = edit.from === 0 ? 0 : text.lastIndexOf('\n', edit.from - 1) + 1;
    const lineFeed = text.indexOf('\n', edit.to);
    const to = lineFeed < 0 ? text.length : lineFeed;
    if (last !== null && from <= last.to + 1) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else {
      last = { from, to, edits: [edit] };
      groups.push(last);
    }
  }
  return groups;
}

function countLineFeeds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));

function withoutCommonLines(line: number, before: readonly string[], after: readonly string[]): LineHunk {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { line: line + head, before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) };
}
