// The figures of the benchmarks as Markdown.

/** A table: the heads, and rows of as many cells. Pipes in cells are escaped; numbers are aligned to the right. */
export function table(heads, rows) {
  for (const row of rows) if (row.length !== heads.length) throw new RangeError(`A row of ${String(row.length)} cells in a table of ${String(heads.length)} columns.`);
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const isNumeric = (column) => rows.length > 0 && rows.every((row) => /^[-–\d]/.test(String(row[column])));
  return [line(heads), `| ${heads.map((_, column) => (isNumeric(column) ? '---:' : '---')).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A number with three figures that count, and separators: `1,234`, `12.3`, `0.0123`. */
export function figure(number) {
  if (!Number.isFinite(number)) return '–';
  const size = Math.abs(number);
  if (size >= 100) return Math.round(number).toLocaleString('en');
  return number.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: true });
}

/** A median with its quartiles: `2.13 (2.08–2.2)`. */
export const withSpread = ({ median, low, high }) => `${figure(median)} (${figure(low)}–${figure(high)})`;
