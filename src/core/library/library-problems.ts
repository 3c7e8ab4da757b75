import { say } from '../../language/say';
import { compareTexts } from '../text/compare-texts';
import type { Paper } from '../papers/paper';
import type { Problem } from '../papers/problem';
import { SharedKeys } from '../collections/shared-keys';

/** What has to be known of the library. */
interface LibraryFacts {
  paper(path: string): Paper | null;
  /** What is wrong with one note. */
  problemsAt(path: string): readonly Problem[];
}

/** What is wrong in the library: with its notes, and where several papers have one title or key. Costs what is wrong, not what is there. */
export class LibraryProblems {
  /** Paths of the notes with problems of their own. */
  private readonly troubled = new Set<string>();
  private readonly titles = new SharedKeys();
  private readonly metaKeys = new SharedKeys();
  private known: { readonly revision: number; readonly problems: readonly Problem[] } = { revision: 0, problems: [] };

  constructor(private readonly facts: LibraryFacts) {}

  addPaper({ path, titleKey, metaKey }: Paper): void {
    if (titleKey !== '') this.titles.add(titleKey, path);
    if (metaKey !== null) this.metaKeys.add(metaKey, path);
  }

  removePaper({ path, titleKey, metaKey }: Paper): void {
    if (titleKey !== '') this.titles.remove(titleKey, path);
    if (metaKey !== null) this.metaKeys.remove(metaKey, path);
  }

  /** Whether something is wrong with the note itself. */
  setTrouble(path: string, isTroubled: boolean): void {
    if (isTroubled) this.troubled.add(path);
    else this.troubled.delete(path);
  }

  /** All, by path and line. The same list as long as the library's revision is the same. */
  list(revision: number): readonly Problem[] {
    if (this.known.revision !== revision) {
      const problems = [...this.noteProblems(), ...this.duplicates()].sort((a, b) => compareTexts(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
      this.known = { revision, problems };
    }
    return this.known.problems;
  }

  private *noteProblems(): Generator<Problem> {
    for (const path of this.troubled) yield* this.facts.problemsAt(path);
  }

  private *duplicates(): Generator<Problem> {
    const papersAt = (paths: readonly string[]): Paper[] => paths.flatMap((path) => this.facts.paper(path) ?? []);
    for (const [, paths] of this.titles.groups()) {
      const papers = papersAt(paths);
      const [first, ...others] = papers;
      if (!first) continue;
      yield {
        code: 'duplicate-title',
        path: first.path,
        line: null,
        message: say('{count} papers have the title “{title}”. Point the citations at the one to keep.', { count: String(papers.length), title: first.title }),
        others: others.map((paper) => paper.path),
      };
    }
    for (const [key, paths] of this.metaKeys.groups()) {
      const papers = papersAt(paths);
      const [first, ...others] = papers;
      if (!first || papers.every((paper) => paper.titleKey === first.titleKey)) continue;
      yield {
        code: 'duplicate-key',
        path: first.path,
        line: null,
        message: say('{count} papers have the key “{key}”, so that a link by key could mean any of them. Give each its own.', { count: String(papers.length), key }),
        others: others.map((paper) => paper.path),
      };
    }
  }
}
