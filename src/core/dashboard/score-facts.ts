import type { Readers } from '../library/library';
import { zeros } from '../collections/zeros';

/** What is known of a paper or a missing work, as far as it bears on the score; null where it is not known. */
export interface ScoreFacts extends Readers {
  readonly year: number | null;
  /** Citations worldwide, as the note says. */
  readonly worldwide: number | null;
}

/** What is known of a missing work: who cites it. */
export const factsOfWork = ({ citedBy, readBy, activeBy }: Readers): ScoreFacts => ({ citedBy, readBy, activeBy, year: null, worldwide: null });

/** The facts of many papers and works, in columns: tens of thousands of objects would have to be made, and kept while all of them are looked at. */
export class ScoreFactColumns {
  readonly citedBy: number[];
  readonly readBy: number[];
  readonly activeBy: number[];
  readonly year: (number | null)[];
  readonly worldwide: (number | null)[];

  /** Of so many papers and works. */
  constructor(count: number) {
    this.citedBy = zeros(count);
    this.readBy = zeros(count);
    this.activeBy = zeros(count);
    this.year = zeros(count);
    this.worldwide = zeros(count);
  }

  set(place: number, { citedBy, readBy, activeBy }: Readers, year: number | null, worldwide: number | null): void {
    this.citedBy[place] = citedBy;
    this.readBy[place] = readBy;
    this.activeBy[place] = activeBy;
    this.year[place] = year;
    this.worldwide[place] = worldwide;
  }

  at(place: number): ScoreFacts {
    return {
      citedBy: this.citedBy[place] ?? 0,
      readBy: this.readBy[place] ?? 0,
      activeBy: this.activeBy[place] ?? 0,
      year: this.year[place] ?? null,
      worldwide: this.worldwide[place] ?? null,
    };
  }
}
