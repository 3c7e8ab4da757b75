import { BACKSLASH, COLON, DASH, PIPE, isBlank } from './scan-characters';

/** Calls `take` with the trimmed range of each cell of the row `text[from, to)` that is not empty. */
export function findCells(text: string, from: number, to: number, take: (from: number, to: number) => void): void {
  let cellFrom = from;
  for (let pos = from; pos <= to; pos++) {
    const code = pos < to ? text.charCodeAt(pos) : PIPE;
    if (code === BACKSLASH && pos + 1 < to) {
      const next = text.charCodeAt(pos + 1);
      if (next === BACKSLASH || next === PIPE) pos++;
      continue;
    }
    if (code !== PIPE) continue;
    let start = cellFrom;
    let end = pos;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (start < end) take(start, end);
    cellFrom = pos + 1;
  }
}

/** The number of cells of a header row, 0 where the line cannot be one. A pipe at either end opens no further cell. */
export function countHeaderCells(text: string, from: number, to: number): number {
  let cells = 0;
  let awaiting = true;
  let pipes = 0;
  for (let pos = from; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (isBlank(code)) continue;
    if (code === PIPE) {
      if (awaiting && pipes > 0) cells++;
      pipes++;
      awaiting = true;
      continue;
    }
    if (awaiting) cells++;
    awaiting = false;
    if (code === BACKSLASH && pos + 1 < to) {
      const next = text.charCodeAt(pos + 1);
      if (next === BACKSLASH || next === PIPE) pos++;
    }
  }
  return cells;
}

/** The number of cells of a delimiter row such as `| :-- | --: |`, 0 where the line is none. */
export function countDelimiterCells(text: string, from: number, to: number): number {
  let cells = 0;
  let marked = false;
  let pos = from;
  const skipBlanks = (): void => {
    while (pos < to && isBlank(text.charCodeAt(pos))) pos++;
  };
  if (text.charCodeAt(pos) === PIPE) {
    marked = true;
    pos++;
  }
  for (;;) {
    skipBlanks();
    if (pos >= to) break;
    if (text.charCodeAt(pos) === COLON) {
      marked = true;
      pos++;
    }
    const dashes = pos;
    while (pos < to && text.charCodeAt(pos) === DASH) pos++;
    if (pos === dashes) return 0;
    cells++;
    if (pos < to && text.charCodeAt(pos) === COLON) {
      marked = true;
      pos++;
    }
    skipBlanks();
    if (pos >= to) break;
    if (text.charCodeAt(pos) !== PIPE) return 0;
    marked = true;
    pos++;
  }
  return marked ? cells : 0;
}
