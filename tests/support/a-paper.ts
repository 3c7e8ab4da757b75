import type { Paper } from '../../src/core/papers/paper';
import { DEFAULT_STATUSES, readStatus } from '../../src/core/papers/status-vocabulary';

/** A paper for tests: a title is enough, the rest follows from it unless given. */
export function aPaper(given: Partial<Paper> = {}): Paper {
  const title = given.title ?? 'Untitled';
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const status = readStatus(DEFAULT_STATUSES, given.status);
  return {
    path: `papers/${slug}.md`,
    title,
    titleKey: slug.replace(/-/g, ''),
    authors: [],
    year: null,
    venue: null,
    tags: ['paper'],
    metaKey: slug,
    aliases: [],
    readDate: null,
    numCitedBy: null,
    pdf: null,
    urls: [],
    ids: [],
    ...given,
    status: status.value,
    statusKind: status.kind,
  };
}
