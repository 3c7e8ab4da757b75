import { TFile } from 'obsidian';

/**
 * Paths of the files that a search view lists. The view is no part of Obsidian's public API: what is found there is only taken where it
 * is what plugins have found there for years, and anything else gives no path.
 */
export function filesOfSearch(view: unknown): readonly string[] {
  const results = own(own(own(view, 'dom'), 'vChildren'), 'children');
  if (!Array.isArray(results)) return [];
  return results.flatMap((result: unknown) => {
    const file = own(result, 'file');
    return file instanceof TFile ? [file.path] : [];
  });
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined;
}
