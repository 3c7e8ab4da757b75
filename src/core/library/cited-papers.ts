import type { Library } from './library';
import type { Paper } from '../papers/paper';
import type { ReferenceQuestion, ReferenceResolver } from './resolver';

/** What marks and menus at references ask of the library. */
export type CitationLookup = ReferenceResolver & Pick<Library, 'paper' | 'references'>;

/** A link as a reading view shows it: its destination as written, percent-encoded or not, and its text. */
export interface ShownLink {
  readonly href: string;
  readonly label: string;
}

/** The paper that a reference of the note at `source` cites. Null where that note is no paper, and where the reference means no other paper. */
export function citedPaper(lookup: CitationLookup, source: string, reference: ReferenceQuestion): Paper | null {
  if (!lookup.paper(source)) return null;
  const { target } = lookup.resolve(source, reference);
  return target === null || target === source ? null : lookup.paper(target);
}

/**
 * The same for links that are known by what is shown of them alone. The library must hold a reference of that note to the paper: a mark
 * never says more than the dashboard does.
 */
export function citedByShownLinks(lookup: CitationLookup, source: string, links: readonly ShownLink[]): readonly (Paper | null)[] {
  if (links.length === 0 || !lookup.paper(source)) return links.map(() => null);
  const targets = new Set(lookup.references(source)?.map((reference) => reference.target));
  return links.map(({ href, label }) => {
    for (const written of new Set([href, percentDecoded(href)])) {
      const hash = written.indexOf('#');
      const linkpath = hash < 0 ? written : written.slice(0, hash);
      // A bare `#heading` stays within its note.
      const paper = linkpath === '' ? null : citedPaper(lookup, source, { label, linkpath, titles: [label], ids: [] });
      if (paper && targets.has(paper.path)) return paper;
    }
    return null;
  });
}

function percentDecoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
