import type { Library, ResolvedReference } from '../library/library';

/**
 * The lines, from 1, on which the paper at `path` cites another, in document order. What is cited is the path of a paper or the key of a
 * missing work. Empty where it does not cite it.
 */
export function findCitingLines(library: Library, path: string, cited: { readonly path: string } | { readonly key: string }): readonly number[] {
  const isMeant = (reference: ResolvedReference): boolean => ('path' in cited ? reference.target === cited.path : reference.missingKey === cited.key);
  return (library.references(path) ?? []).filter(isMeant).map((reference) => reference.line);
}
