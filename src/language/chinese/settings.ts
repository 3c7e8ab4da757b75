/** Texts of the settings tab, in Simplified Chinese by their English. */
export const SETTINGS_IN_CHINESE: Readonly<Record<string, string>> = {};
