// CHANGELOG.md in the form of Keep a Changelog: sections `## [version] - yyyy-MM-dd`, the newest first, above them `## [Unreleased]`.

const UNRELEASED = /^## \[Unreleased\][ \t]*\r?$/m;
const NEXT_SECTION = /^## /m;

/** Where the text below a section's heading begins and ends; null where there is no such section. */
function spanBelow(text, heading) {
  const found = heading.exec(text);
  if (!found) return null;
  const from = found.index + found[0].length;
  const next = NEXT_SECTION.exec(text.slice(from));
  return { from, to: next ? from + next.index : text.length };
}

/** True where a section names at least one change. */
const namesChanges = (section) => /^[-*] \S/m.test(section);

/** What is said of a version that has a date, or null where the changelog has no such section. */
export function notesOf(text, version) {
  const span = spanBelow(text, new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}[ \\t]*\\r?$`, 'm'));
  return span === null ? null : text.slice(span.from, span.to).trim();
}

/** What is not released yet; null where there is no such section, or it names no change. */
export function unreleasedNotes(text) {
  const span = spanBelow(text, UNRELEASED);
  const section = span === null ? '' : text.slice(span.from, span.to);
  return namesChanges(section) ? section.trim() : null;
}

/** The changelog with what was unreleased as the section of that version, below an empty *Unreleased*. */
export function releaseUnreleased(text, version, day) {
  return text.replace(UNRELEASED, (heading) => `${heading.trimEnd()}\n\n## [${version}] - ${day}`);
}
