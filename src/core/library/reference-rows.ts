/**
 * The references of one note in document order, three numbers each: the wording, the line (from 1) and the meaning. A library of
 * fifty thousand papers has two million references: as objects they would not fit into the memory of a phone.
 *
 * A list of small whole numbers and no `Int32Array`: V8 keeps the buffer of one outside of its heap, and while it marks garbage, each
 * new buffer may cost a step of marking of 5 ms (in a trace of a start, twelve of them in one task).
 */
export type ReferenceRows = readonly number[];

/** Places of a row's numbers, and how many there are. */
export const WORDING = 0;
export const LINE = 1;
export const MEANING = 2;
export const ROW = 3;

/** Meanings without a target. */
export const MEANS_NOTHING = 0;
export const MEANS_MISSING = -1;
export const MEANS_SEVERAL = -2;

const VIAS = ['path', 'key', 'title', 'id'] as const;

/** The meaning of a reference with a target: the target's number, the step that found it, and whether it counts as a citation. */
export const meansTarget = (target: number, via: (typeof VIAS)[number], isCitation: boolean): number => target * 8 + VIAS.indexOf(via) * 2 + (isCitation ? 1 : 0) + 1;

export const targetOf = (meaning: number): number | null => (meaning > 0 ? (meaning - 1) >> 3 : null);

export const viaOf = (meaning: number): (typeof VIAS)[number] | null => (meaning > 0 ? (VIAS[((meaning - 1) >> 1) & 3] ?? null) : null);

/** Number of the paper that the reference cites, or null. */
export const citedOf = (meaning: number): number | null => (meaning > 0 && ((meaning - 1) & 1) === 1 ? (meaning - 1) >> 3 : null);

const NO_NUMBERS: ReadonlySet<number> = new Set();

/** Whether a row fits. */
export function hasRow(rows: ReferenceRows, fits: (wording: number, meaning: number) => boolean): boolean {
  for (let at = 0; at < rows.length; at += ROW) if (fits(rows[at + WORDING] ?? 0, rows[at + MEANING] ?? 0)) return true;
  return false;
}

/** Numbers of the papers that the references cite, each once. */
export function citedIn(rows: ReferenceRows | null): ReadonlySet<number> {
  if (rows === null) return NO_NUMBERS;
  const cited = new Set<number>();
  for (let at = MEANING; at < rows.length; at += ROW) {
    const target = citedOf(rows[at] ?? 0);
    if (target !== null) cited.add(target);
  }
  return cited;
}

/** The wordings of the references without a target, each once. */
export function missingIn(rows: ReferenceRows | null): ReadonlySet<number> {
  if (rows === null) return NO_NUMBERS;
  const missing = new Set<number>();
  for (let at = 0; at < rows.length; at += ROW) if (rows[at + MEANING] === MEANS_MISSING) missing.add(rows[at + WORDING] ?? 0);
  return missing;
}

/** The wordings that none of the others has, each once. */
export function wordingsOnlyIn(rows: ReferenceRows | null, others: readonly (ReferenceRows | null)[]): ReadonlySet<number> {
  if (rows === null || others.some((other) => other !== null && sameWordings(rows, other))) return NO_NUMBERS;
  const wordings = new Set<number>();
  for (let at = WORDING; at < rows.length; at += ROW) wordings.add(rows[at] ?? 0);
  for (const other of others) for (let at = WORDING; other !== null && at < other.length; at += ROW) wordings.delete(other[at] ?? 0);
  return wordings;
}

function sameWordings(a: ReferenceRows, b: ReferenceRows): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = WORDING; at < a.length; at += ROW) if (a[at] !== b[at]) return false;
  return true;
}
