import type { Paper } from './paper';

/** The numbers of all papers in their order. Kept from one list of them to the next: most papers stay where they were, and need not be looked for. */
export class PaperNumbers {
  private papers: readonly Paper[] = [];
  private numbers = new Int32Array(0);

  constructor(private readonly numberOf: (path: string) => number) {}

  /** One number for each of the papers, which are in the order of their paths. */
  of(papers: readonly Paper[]): Int32Array {
    const before = this.papers;
    if (papers === before) return this.numbers;
    const numbers = new Int32Array(papers.length);
    let from = 0;
    for (const [place, paper] of papers.entries()) {
      // Of what went away since, one at a time is passed over; after more than that papers are looked for again.
      if (!isSame(before[from], paper) && isSame(before[from + 1], paper)) from += 1;
      const isKnown = isSame(before[from], paper);
      numbers[place] = isKnown ? (this.numbers[from] ?? 0) : this.numberOf(paper.path);
      if (isKnown) from += 1;
    }
    this.papers = papers;
    this.numbers = numbers;
    return numbers;
  }
}

const isSame = (known: Paper | undefined, paper: Paper): boolean => known === paper || known?.path === paper.path;
