import type { GivenReference } from './library-index';

/**
 * References as one text, to be kept between starts: plain ones, which are most, by line and text; of the others all that cannot be
 * made of the text alone. `readStoredReferences` gives the same back.
 */
export function writeStoredReferences(references: readonly GivenReference[]): string {
  return JSON.stringify(
    references.map((reference) => {
      const { line, text, label, linkpath, titles, ids } = reference;
      return isPlain(reference) ? [line, text] : [line, text, label, linkpath, titles, ids];
    }),
  );
}

/** Null for a text that `writeStoredReferences` cannot have written. */
export function readStoredReferences(stored: string): readonly GivenReference[] | null {
  let rows: unknown;
  try {
    rows = JSON.parse(stored);
  } catch {
    return null;
  }
  if (!Array.isArray(rows)) return null;
  const references: GivenReference[] = [];
  for (const row of rows as unknown[]) {
    const reference = readRow(row);
    if (reference === null) return null;
    references.push(reference);
  }
  return references;
}

function isPlain({ text, label, linkpath, titles, ids }: GivenReference): boolean {
  return linkpath === null && label === text && ids.length === 0 && titles.length === 1 && titles[0] === text;
}

function readRow(row: unknown): GivenReference | null {
  if (!Array.isArray(row)) return null;
  const [line, text, label, linkpath, titles, ids] = row as unknown[];
  if (typeof line !== 'number' || !Number.isInteger(line) || typeof text !== 'string') return null;
  if (row.length === 2) return { line, text, label: text, linkpath: null, titles: [text], ids: [] };
  if (typeof label !== 'string' || (linkpath !== null && typeof linkpath !== 'string') || !areTexts(titles) || !areTexts(ids)) return null;
  return { line, text, label, linkpath, titles, ids };
}

const areTexts = (values: unknown): values is string[] => Array.isArray(values) && values.every((value) => typeof value === 'string');
