import { citedByShownLinks, citedPaper } from '../../../src/core/library/cited-papers';
import type { CitationLookup } from '../../../src/core/library/cited-papers';
import type { ResolvedReference } from '../../../src/core/library/library';
import { libraryOf, paperOf, type PaperSketch } from '../../support/small-library';

const PAPERS: readonly PaperSketch[] = [
  { path: 'papers/alpha.md', title: 'Alpha' },
  { path: 'papers/beta.md', title: 'Beta', status: 'read' },
  { path: 'papers/gamma ray.md', title: 'Gamma ray bursts' },
  { path: 'papers/100%25.md', title: 'All of it' },
];

/** A library in which Alpha's references lead to the given paths. */
function lookupOf(targets: readonly (string | null)[], otherFiles: readonly string[] = []): CitationLookup {
  const identities = libraryOf(PAPERS, otherFiles);
  const papers = new Map(PAPERS.map((sketch) => [sketch.path, paperOf(sketch)]));
  return {
    paper: (path) => papers.get(path) ?? null,
    references: (path) => (path === 'papers/alpha.md' ? targets.map((target) => ({ target }) as ResolvedReference) : null),
    resolve: (source, reference) => identities.resolve(source, reference),
  };
}

const ALL = PAPERS.map(({ path }) => path);
const shown = (lookup: CitationLookup, href: string, label = 'x', source = 'papers/alpha.md'): string | null => citedByShownLinks(lookup, source, [{ href, label }])[0]?.path ?? null;

describe('citedByShownLinks', () => {
  it.each([
    ['a path', './beta.md', 'x', 'papers/beta.md'],
    ['a name', 'beta', 'x', 'papers/beta.md'],
    ['a heading of a note', 'beta#Results', 'x', 'papers/beta.md'],
    ['a percent-encoded path', './gamma%20ray.md', 'x', 'papers/gamma ray.md'],
    ['a name that only looks encoded', '100%25', 'x', 'papers/100%25.md'],
    ['a broken escape', '100%', 'x', null],
    ['a link that leads nowhere, by its text', './gone.md', 'Gamma ray bursts', 'papers/gamma ray.md'],
    ['a heading of its own note', '#Alpha', 'Beta', null],
    ['its own note', './alpha.md', 'x', null],
    ['nothing known', './gone.md', 'Gone', null],
  ])('should know %s', (_, href, label, path) => {
    expect(shown(lookupOf(ALL), href, label)).toBe(path);
  });

  it('should know no paper that the library says is not cited there', () => {
    expect(shown(lookupOf(['papers/gamma ray.md', null]), './beta.md')).toBeNull();
  });

  it('should know nothing in a note that is no paper, nor of a note that is none', () => {
    const lookup = lookupOf([...ALL, 'other.md'], ['other.md', 'list.md']);
    expect(shown(lookup, 'beta', 'x', 'list.md')).toBeNull();
    expect(shown(lookup, 'other')).toBeNull();
  });

  it('should answer for each link in its place', () => {
    const links = ['beta', 'gone', 'gamma ray'].map((href) => ({ href, label: 'x' }));
    expect(citedByShownLinks(lookupOf(ALL), 'papers/alpha.md', links).map((paper) => paper?.title ?? null)).toEqual(['Beta', null, 'Gamma ray bursts']);
  });
});

describe('citedPaper', () => {
  const question = { label: 'Beta', linkpath: null, titles: ['Beta'], ids: [] };

  it('should be the paper that a reference means', () => {
    expect(citedPaper(lookupOf([]), 'papers/alpha.md', question)?.path).toBe('papers/beta.md');
  });

  it('should be none for the note itself, and for a source that is no paper', () => {
    expect(citedPaper(lookupOf([]), 'papers/beta.md', question)).toBeNull();
    expect(citedPaper(lookupOf([]), 'list.md', question)).toBeNull();
  });
});
