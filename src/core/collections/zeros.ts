/**
 * So many zeros, as a list for small whole numbers. No typed array: V8 keeps the buffer of one outside of its heap, and while it marks garbage,
 * each such buffer that comes costs a step of marking, 5 to 10 ms, so that a slice with several of them takes longer than a frame.
 */
export const zeros = (count: number): number[] => new Array<number>(count).fill(0);
