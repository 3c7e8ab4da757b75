import { IdentityIndex } from '../../src/core/library/identity-index';
import type { Paper } from '../../src/core/papers/paper';
import type { LinkContext } from '../../src/core/changes/plan-links';
import { titleKey } from '../../src/core/titles/title-key';

export type PaperSketch = Partial<Paper> & Pick<Paper, 'path' | 'title'>;

export const paperOf = (sketch: PaperSketch): Paper => ({
  titleKey: titleKey(sketch.title),
  authors: [],
  year: null,
  venue: null,
  tags: ['paper'],
  metaKey: null,
  aliases: [],
  status: 'todo',
  statusKind: 'queued',
  readDate: null,
  numCitedBy: null,
  pdf: null,
  urls: [],
  ids: [],
  ...sketch,
});

/** An index of a few papers and other files, as linking asks for it. */
export function libraryOf(papers: readonly PaperSketch[], otherFiles: readonly string[] = []): IdentityIndex {
  const index = new IdentityIndex();
  for (const path of otherFiles) index.links.add(path);
  for (const paper of papers) {
    index.links.add(paper.path);
    index.addPaper(paperOf(paper));
  }
  return index;
}

export const linkContextOf = (index: IdentityIndex, changes: Partial<LinkContext> = {}): LinkContext => ({
  headings: ['References'],
  scope: 'section',
  resolver: index,
  isNote: (path) => path.endsWith('.md'),
  linktext: (target) => index.linktext(target),
  appTarget: (linkpath, source) => index.links.resolve(linkpath, source),
  ...changes,
});
