// How the benchmarks fill an index: as the app does, with front matter that is parsed already.

/** A note as the index is fed with it. The record is what the app's metadata cache holds; it shares nothing with the text. */
export function cacheNote(core, [path, text]) {
  const read = core.readProperties(text);
  const heading = core.scanNote(text).headings.find(({ level }) => level === 1)?.text ?? null;
  return { path, text, ...JSON.parse(JSON.stringify({ record: read.ok && read.value !== null ? Object.fromEntries(read.value) : null, heading })) };
}

/** Enters a note: front matter from its record, references from its text. Gives what was found. */
export function enterNote(core, index, { path, text, record, heading }) {
  const settings = core.DEFAULT_SETTINGS;
  index.addFile(path);
  const note = core.readIndexedNote(path, record === null ? null : core.propertiesFromRecord(record), heading, settings, null);
  index.setNote(path, note);
  if (note.paper === null) return null;
  const found = core.findReferences(text, core.scanNote(text), settings.referenceHeadings);
  index.setReferences(path, found.sections.length > 0 ? found.references : null);
  return { note, found };
}

/** An index of all these notes, at rest. */
export function buildIndex(core, notes) {
  const index = new core.LibraryIndex();
  for (const note of notes) enterNote(core, index, note);
  index.settle();
  return index;
}

/** All references that the index holds. */
export const countReferences = (index) => index.papers().reduce((sum, { path }) => sum + (index.references(path)?.length ?? 0), 0);
