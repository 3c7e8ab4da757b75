import type { Paper } from './paper';
import { folderOf, joinPath } from './vault-path';

/** Web address of the paper itself: its first http(s) url, else its DOI, else arXiv; null where the note names none. */
export function sourceOf(paper: Paper): string | null {
  const url = paper.urls.find((candidate) => /^https?:\/\//i.test(candidate));
  if (url !== undefined) return url;
  const doi = paper.ids.find((id) => id.startsWith('doi:'));
  if (doi !== undefined) return `https://doi.org/${encodeURI(doi.slice(4))}`;
  const arxiv = paper.ids.find((id) => id.startsWith('arxiv:'));
  return arxiv === undefined ? null : `https://arxiv.org/abs/${encodeURI(arxiv.slice(6))}`;
}

/**
 * Vault paths where the paper's PDF may lie, likeliest first: as written from the vault's root, from the note's folder, and from
 * each folder above it, since generators write it relative to folders that a vault may be nested in. Empty for an outside url.
 */
export function pdfPathsOf(paper: Paper): readonly string[] {
  if (paper.pdf === null || /^[a-z][a-z0-9+.-]+:/i.test(paper.pdf)) return [];
  const written = paper.pdf.replace(/^\[\[|\]\]$/g, '').replace(/\|.*$/, '');
  const paths = new Set<string>();
  for (const name of [decoded(written), written]) {
    let folder = folderOf(paper.path);
    const fromRoot = joinPath('', name);
    if (fromRoot !== null) paths.add(fromRoot);
    for (;;) {
      const path = joinPath(folder, name);
      if (path !== null) paths.add(path);
      if (folder === '') break;
      folder = folderOf(folder);
    }
  }
  return [...paths];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
