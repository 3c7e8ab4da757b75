import { ListBefore } from '../markdown/list-before';
import { isSamePaper } from '../papers/paper';
import type { Paper } from '../papers/paper';
import { zeros } from '../collections/zeros';

interface Numbered {
  readonly papers: readonly Paper[];
  /** By place, one more than the number; 0 for one that was not asked for yet. */
  readonly numbers: number[];
}

/**
 * The numbers of all papers by their places, each looked for when it is first asked for: for all at once that takes longer than a frame. They are
 * taken over from one list of papers to the next, where most stay as they were.
 */
export class PaperNumbers {
  private now: Numbered = { papers: [], numbers: [] };
  private before = this.now;
  private stood = new ListBefore(this.before.papers, isSamePaper);

  /** `numberOf` gives a path its number, 0 or more. */
  constructor(private readonly numberOf: (path: string) => number) {}

  /** The number of the paper at a place among all papers; null where there is none. */
  at(papers: readonly Paper[], place: number): number | null {
    if (papers !== this.now.papers) {
      this.before = this.now;
      this.now = { papers, numbers: zeros(papers.length) };
      this.stood = new ListBefore(this.before.papers, isSamePaper);
    }
    const { numbers } = this.now;
    const known = numbers[place] ?? 0;
    if (known > 0) return known - 1;
    const paper = papers[place];
    if (paper === undefined) return null;
    const number = this.takeOver(paper) ?? this.numberOf(paper.path);
    numbers[place] = number + 1;
    return number;
  }

  private takeOver(paper: Paper): number | null {
    const at = this.stood.find(paper);
    const known = at === null ? 0 : (this.before.numbers[at] ?? 0);
    return known === 0 ? null : known - 1;
  }
}
