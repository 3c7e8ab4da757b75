import type { Library } from '../core/library/library';
import type { Paper } from '../core/papers/paper';

/** Paths that a written one may mean: with or without `.md` and a slash before, and with letters that some shells and systems take apart. */
export function pathsMeant(written: string): readonly string[] {
  const path = written.trim().replace(/^\.?\/+/, '');
  const composed = path.normalize('NFC');
  return [path, `${path}.md`, composed, `${composed}.md`];
}

/** The paper at a path that somebody wrote; null where there is none. */
export function paperAt(written: string, library: Pick<Library, 'paper'>): Paper | null {
  for (const path of pathsMeant(written)) {
    const paper = library.paper(path);
    if (paper) return paper;
  }
  return null;
}
