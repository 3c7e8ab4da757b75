/**
 * What a bundled package asks for and the plugin never reaches: gray-matter's `fs`, for reading files by itself, and its
 * `section-matter`, for front matter in the middle of a note.
 */
export {};
