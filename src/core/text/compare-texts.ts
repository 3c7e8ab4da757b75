/** By UTF-16 units: the same order everywhere, whatever the language of the system. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
