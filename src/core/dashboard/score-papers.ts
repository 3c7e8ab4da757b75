import { forEachInSteps, type Steps } from '../steps';

/** What the score of a paper is made of, in the order in which it is explained. */
export const SCORE_PARTS = ['cited', 'read', 'active', 'recent', 'worldwide'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** How much each part counts beside the others: not negative; 0 leaves the part out. */
export type ScoreWeights = Readonly<Record<ScorePart, number>>;

/** What is known of a paper or a missing work, as far as it bears on the score; null where it is not known. */
export interface ScoreFacts {
  /** Papers of this library that cite it, and how many of those are read and being read. */
  readonly citedBy: number;
  readonly readBy: number;
  readonly activeBy: number;
  readonly year: number | null;
  /** Citations worldwide, as the note says. */
  readonly worldwide: number | null;
}

/** What facts are measured against: the same for all papers and works of a library, so that their scores can be compared. */
export interface ScoreScale {
  /** What the counts of citing papers are full marks from. */
  readonly mostCited: number;
  readonly mostRead: number;
  readonly mostActive: number;
  /** The latest year of a paper, later ones than the present left aside; null where no paper has a year. */
  readonly newestYear: number | null;
  /** Years counted for a paper whose own is not known: the age that queued papers have on average. */
  readonly usualAge: number;
  /** The most citations worldwide a year of age. */
  readonly mostPerYear: number;
  /** What counts where nothing is known: the average of the queued papers of which it is. */
  readonly usualRecent: number;
  readonly usualWorldwide: number;
}

/** What one part brings: `points` of 100, at most `most`. */
export interface ScoreShare {
  /** False where the average stands in for a value that is not known. */
  readonly isKnown: boolean;
  readonly points: number;
  readonly most: number;
}

/** A paper that is so many years older than another one is half as recent. */
const HALF_LIFE_YEARS = 5;

/** Counts are measured against the greatest one, and at least against this: where one paper is read, it does not decide everything. */
const LEAST_GREATEST = 4;

/** What counts for a part of which nothing is known for any paper: it moves none. */
const UNKNOWN_TO_ALL = 0.5;

/**
 * Measures a library of papers and works: `all` of them set the greatest values, the `queued` papers among them the averages. Years
 * after `thisYear` are mistakes, or not out yet, and measure nothing. Yields now and then, so that it can be done in slices.
 */
export function* measureScale(all: readonly ScoreFacts[], queued: readonly ScoreFacts[], thisYear: number): Steps<ScoreScale> {
  let mostCited = LEAST_GREATEST;
  let mostRead = LEAST_GREATEST;
  let mostActive = LEAST_GREATEST;
  let newestYear: number | null = null;
  yield* forEachInSteps(all, ({ citedBy, readBy, activeBy, year }) => {
    mostCited = Math.max(mostCited, citedBy);
    mostRead = Math.max(mostRead, readBy);
    mostActive = Math.max(mostActive, activeBy);
    if (year !== null && year <= thisYear && (newestYear === null || year > newestYear)) newestYear = year;
  });
  const ages = new Average();
  const recents = new Average();
  yield* forEachInSteps(queued, ({ year }) => {
    if (year === null) return;
    ages.add(ageIn(newestYear, year));
    recents.add(recentness(newestYear, year));
  });
  const usualAge = ages.value ?? 1;
  const ageScale = { newestYear, usualAge };
  let mostPerYear = 0;
  yield* forEachInSteps(all, (facts) => {
    mostPerYear = Math.max(mostPerYear, citationsPerYear(facts, ageScale) ?? 0);
  });
  const rates = new Average();
  yield* forEachInSteps(queued, (facts) => {
    const perYear = citationsPerYear(facts, ageScale);
    if (perYear !== null) rates.add(onLogScale(perYear, mostPerYear));
  });
  return {
    mostCited, mostRead, mostActive, newestYear, usualAge, mostPerYear,
    usualRecent: recents.value ?? UNKNOWN_TO_ALL,
    usualWorldwide: rates.value ?? UNKNOWN_TO_ALL,
  };
}

class Average {
  private sum = 0;
  private count = 0;

  add(value: number): void {
    this.sum += value;
    this.count += 1;
  }

  /** Null where nothing was added. */
  get value(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }
}

/** Years of a paper, the one it came out in counted whole, as if the newest paper were of today. */
function ageIn(newestYear: number | null, year: number): number {
  return Math.max(0, (newestYear ?? year) - year) + 1;
}

function recentness(newestYear: number | null, year: number): number {
  return 0.5 ** ((ageIn(newestYear, year) - 1) / HALF_LIFE_YEARS);
}

/**
 * Citations worldwide a year of age, which is fairer to recent papers than their sum; null where the sum is not known. Where only the
 * year is not, the usual age stands in.
 */
export function citationsPerYear({ worldwide, year }: ScoreFacts, scale: Pick<ScoreScale, 'newestYear' | 'usualAge'>): number | null {
  if (worldwide === null) return null;
  return Math.max(0, worldwide) / (year === null ? scale.usualAge : ageIn(scale.newestYear, year));
}

/** Counts differ by magnitudes: the step from 1 to 2 says more than the one from 101 to 102. */
function onLogScale(count: number, most: number): number {
  return most <= 0 ? 0 : Math.min(1, Math.log1p(count) / Math.log1p(most));
}

/** What a part has, from 0 to 1; null where it is not known. */
function measurePart(part: ScorePart, facts: ScoreFacts, scale: ScoreScale): number | null {
  switch (part) {
    case 'cited':
      return onLogScale(facts.citedBy, scale.mostCited);
    case 'read':
      return onLogScale(facts.readBy, scale.mostRead);
    case 'active':
      return onLogScale(facts.activeBy, scale.mostActive);
    case 'recent':
      return facts.year === null ? null : recentness(scale.newestYear, facts.year);
    case 'worldwide': {
      const perYear = citationsPerYear(facts, scale);
      return perYear === null ? null : onLogScale(perYear, scale.mostPerYear);
    }
  }
}

function usualOf(part: ScorePart, scale: ScoreScale): number {
  return part === 'recent' ? scale.usualRecent : scale.usualWorldwide;
}

/**
 * The score, from 0 to 1: the mean of the parts by their weights. What is not known counts as the average of the queued papers, so that it
 * neither lifts nor lowers. 0 where all weights are 0.
 */
export function scoreOf(facts: ScoreFacts, scale: ScoreScale, weights: ScoreWeights): number {
  let sum = 0;
  let total = 0;
  for (const part of SCORE_PARTS) {
    sum += weights[part] * (measurePart(part, facts, scale) ?? usualOf(part, scale));
    total += weights[part];
  }
  return total === 0 ? 0 : sum / total;
}

/** What one part brings to the score, in points of 100: together they are the score. Nothing for a part without a weight. */
export function shareOf(part: ScorePart, facts: ScoreFacts, scale: ScoreScale, weights: ScoreWeights): ScoreShare {
  const known = measurePart(part, facts, scale);
  const total = SCORE_PARTS.reduce((sum, other) => sum + weights[other], 0);
  const most = total === 0 ? 0 : (weights[part] / total) * 100;
  return { isKnown: known !== null, points: (known ?? usualOf(part, scale)) * most, most };
}

/** Whether a paper is so recent that it is a reason to read it: less than a half-life older than the newest. */
export function isRecent(year: number, scale: ScoreScale): boolean {
  return recentness(scale.newestYear, year) > 0.5;
}
