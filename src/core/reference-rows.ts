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
