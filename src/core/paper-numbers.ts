import type { Paper } from './paper';
import { zeros } from './zeros';

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
  /** Where in the list before the paper stood that comes next, when all are asked for in their order. */
  private next = 0;

  /** `numberOf` gives a path its number, 0 or more. */
  constructor(private readonly numberOf: (path: string) => number) {}

  /** The number of the paper at a place among all papers; null where there is none. */
  at(papers: readonly Paper[], place: number): number | null {
    if (papers !== this.now.papers) {
      this.before = this.now;
      this.now = { papers, numbers: zeros(papers.length) };
      this.next = 0;
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

  /** Of what went away since, one paper is passed over; after more than that papers are looked for again. */
  private takeOver(paper: Paper): number | null {
    const { papers, numbers } = this.before;
    const at = isSame(papers[this.next], paper) ? this.next : this.next + 1;
    if (!isSame(papers[at], paper)) return null;
    this.next = at + 1;
    const known = numbers[at] ?? 0;
    return known === 0 ? null : known - 1;
  }
}

const isSame = (known: Paper | undefined, paper: Paper): boolean => known === paper || known?.path === paper.path;
