/** Folders whose texts are not said in the user's language yet. */
export const NOT_YET: readonly string[] = ['src/commands', 'src/core', 'src/settings', 'src/vault'];
