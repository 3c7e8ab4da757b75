/** Texts of what is shown beside links in notes, in Simplified Chinese by their English. */
export const MARKS_IN_CHINESE: Readonly<Record<string, string>> = {};
