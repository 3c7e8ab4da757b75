/** Texts of the dashboard, the citations view, the board of a base, windows and the status bar, in Simplified Chinese by their English. */
export const VIEWS_IN_CHINESE: Readonly<Record<string, string>> = {};
