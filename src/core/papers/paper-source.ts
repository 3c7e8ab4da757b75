import type { Paper } from './paper';
import { folderOf, joinPath } from '../text/vault-path';

/** Web address of the paper itself: its first http(s) url, else its DOI, else arXiv; null where the note names none. */
export function sourceOf(paper: Paper): string | null {
  const url = paper.urls.find((candidate) => /^https?:\/\//i.test(candidate));
  if (url !== undefined) return url;
  const doi = paper.ids.find((id) => id.startsWith('doi:'));
  if (doi !== undefined) return `https://doi.org/${encodeURI(doi.slice(4))}`;
  const arxiv = paper.ids.find((id) => id.startsWith('arxiv:'));
  return arxiv === undefined ? null : `https://arxiv.org/abs/${encodeURI(arxiv.slice(6))}`;
}

/** What a property that holds a link leads to: `a.pdf#page=2` for that text itself, `[[a.pdf#page=2|A]]` and `[A](a.pdf#page=2)`. */
export function linkTarget(text: string): string {
  const [, inline] = /^!?\[[^\]]*\]\((.*)\)$/.exec(text) ?? [];
  if (inline !== undefined) return inline.replace(/^<(.*)>$/, '$1');
  const [, wiki] = /^!?\[\[(.*)\]\]$/.exec(text) ?? [];
  return wiki === undefined ? text : wiki.replace(/\|.*$/, '');
}

/** A path as a link writes it, and the place in the file (`#page=2`), empty where it names none. */
export interface FileLink {
  readonly path: string;
  readonly subpath: string;
}

/** What a link's target may mean, likeliest first: percent codes may be letters of the name, and so may what follows a `#`. */
export function fileLinksOf(target: string): readonly FileLink[] {
  const hash = target.indexOf('#');
  const [path, subpath] = hash < 0 ? [target, ''] : [target.slice(0, hash), target.slice(hash)];
  const links = [{ path: decoded(target), subpath: '' }, { path: target, subpath: '' }, { path: decoded(path), subpath }, { path, subpath }];
  return links.filter((link) => !/(?:^|\/)$/.test(link.path));
}

/**
 * Vault paths where a file that `notePath` names may lie, likeliest first: as written from the vault's root, from the note's folder, and from
 * each folder above it, since generators write it relative to folders that a vault may be nested in. Empty for an outside url.
 */
export function filePathsOf(written: string, notePath: string): readonly string[] {
  if (/^[a-z][a-z0-9+.-]+:/i.test(written)) return [];
  const paths = new Set<string>();
  let folder = folderOf(notePath);
  const fromRoot = joinPath('', written);
  if (fromRoot !== null) paths.add(fromRoot);
  for (;;) {
    const path = joinPath(folder, written);
    if (path !== null) paths.add(path);
    if (folder === '') break;
    folder = folderOf(folder);
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
