import { forEachInSteps, type Steps } from '../collections/steps';
import type { ScoreFactColumns, ScoreFacts } from './score-facts';

/** What the score of a paper is made of, in the order in which it is explained. */
export const SCORE_PARTS = ['cited', 'read', 'active', 'recent', 'worldwide'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** How much each part counts beside the others: not negative; 0 leaves the part out. */
export type ScoreWeights = Readonly<Record<ScorePart, number>>;

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
 * Measures a library of papers and works: all of them set the greatest values, the `queued` papers, by their places, the averages. Years
 * after `thisYear` are mistakes, or not out yet, and measure nothing. Yields now and then, so that it can be done in slices.
 */
export function* measureScale({ citedBy, readBy, activeBy, year, worldwide }: ScoreFactColumns, queued: readonly number[], thisYear: number): Steps<ScoreScale> {
  const newestYear = newest(year, thisYear);
  const ages = new Average();
  const recents = new Average();
  const recent = remember(recentness);
  yield* forEachInSteps(queued, (place) => {
    const known = year[place] ?? null;
    if (known === null) return;
    const age = ageIn(newestYear, known);
    ages.add(age);
    recents.add(recent(age));
  });
  const usualAge = ages.value ?? 1;
  const ageScale = { newestYear, usualAge };
  let mostPerYear = 0;
  yield* forEachInSteps(worldwide, (citations, place) => {
    mostPerYear = Math.max(mostPerYear, perYear(citations, year[place] ?? null, ageScale) ?? 0);
  });
  const rates = new Average();
  const onScale = logScale(mostPerYear);
  yield* forEachInSteps(queued, (place) => {
    const rate = perYear(worldwide[place] ?? null, year[place] ?? null, ageScale);
    if (rate !== null) rates.add(onScale(rate));
  });
  return {
    mostCited: greatest(citedBy),
    mostRead: greatest(readBy),
    mostActive: greatest(activeBy),
    newestYear,
    usualAge,
    mostPerYear,
    usualRecent: recents.value ?? UNKNOWN_TO_ALL,
    usualWorldwide: rates.value ?? UNKNOWN_TO_ALL,
  };
}

function greatest(counts: readonly number[]): number {
  let most = LEAST_GREATEST;
  for (const count of counts) if (count > most) most = count;
  return most;
}

function newest(years: readonly (number | null)[], thisYear: number): number | null {
  let last: number | null = null;
  for (const year of years) if (year !== null && year <= thisYear && (last === null || year > last)) last = year;
  return last;
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

/** By the age, as `ageIn` counts it. */
function recentness(age: number): number {
  return 0.5 ** ((age - 1) / HALF_LIFE_YEARS);
}

/**
 * Citations worldwide a year of age, which is fairer to recent papers than their sum; null where the sum is not known. Where only the
 * year is not, the usual age stands in.
 */
export function citationsPerYear({ worldwide, year }: Pick<ScoreFacts, 'worldwide' | 'year'>, scale: AgeScale): number | null {
  return perYear(worldwide, year, scale);
}

type AgeScale = Pick<ScoreScale, 'newestYear' | 'usualAge'>;

function perYear(worldwide: number | null, year: number | null, scale: AgeScale): number | null {
  if (worldwide === null) return null;
  return Math.max(0, worldwide) / (year === null ? scale.usualAge : ageIn(scale.newestYear, year));
}

/** Measures counts, from 0 to 1 for `most`. They differ by magnitudes: the step from 1 to 2 says more than the one from 101 to 102. */
function logScale(most: number): (count: number) => number {
  const whole = Math.log1p(most);
  return (count) => (most <= 0 ? 0 : Math.min(1, Math.log1p(count) / whole));
}

/** What a part of a paper has, from 0 to 1; null where it is not known. */
type Measure = (facts: ScoreFacts) => number | null;

/** Greater numbers than these are not remembered. */
const REMEMBERED = 4096;

/** Of tens of thousands of papers the same few counts and ages come again and again: what each is worth is worked out once. */
function remember(measure: (count: number) => number): (count: number) => number {
  const known: number[] = [];
  return (count) => {
    if (count >= REMEMBERED || !Number.isInteger(count)) return measure(count);
    while (known.length <= count) known.push(measure(known.length));
    return known[count] ?? 0;
  };
}

function measuresBy(scale: ScoreScale): Readonly<Record<ScorePart, Measure>> {
  const cited = remember(logScale(scale.mostCited));
  const read = remember(logScale(scale.mostRead));
  const active = remember(logScale(scale.mostActive));
  const recent = remember(recentness);
  const worldwide = logScale(scale.mostPerYear);
  return {
    cited: ({ citedBy }) => cited(citedBy),
    read: ({ readBy }) => read(readBy),
    active: ({ activeBy }) => active(activeBy),
    recent: ({ year }) => (year === null ? null : recent(ageIn(scale.newestYear, year))),
    worldwide: (facts) => {
      const perYear = citationsPerYear(facts, scale);
      return perYear === null ? null : worldwide(perYear);
    },
  };
}

function usualOf(part: ScorePart, scale: ScoreScale): number {
  return part === 'recent' ? scale.usualRecent : scale.usualWorldwide;
}

/**
 * Tells scores, from 0 to 1: the mean of the parts by their weights. What is not known counts as the average of the queued papers, so that it
 * neither lifts nor lowers. 0 where all weights are 0.
 */
export function scorer(scale: ScoreScale, weights: ScoreWeights): (facts: ScoreFacts) => number {
  const measures = measuresBy(scale);
  const parts = SCORE_PARTS.filter((part) => weights[part] > 0).map((part) => ({ measure: measures[part], weight: weights[part], usual: usualOf(part, scale) }));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return (facts) => {
    let sum = 0;
    for (const { measure, weight, usual } of parts) sum += weight * (measure(facts) ?? usual);
    return total === 0 ? 0 : sum / total;
  };
}

/** What one part brings to the score, in points of 100: together they are the score. Nothing for a part without a weight. */
export function shareOf(part: ScorePart, facts: ScoreFacts, scale: ScoreScale, weights: ScoreWeights): ScoreShare {
  const known = measuresBy(scale)[part](facts);
  const total = SCORE_PARTS.reduce((sum, other) => sum + weights[other], 0);
  const most = total === 0 ? 0 : (weights[part] / total) * 100;
  return { isKnown: known !== null, points: (known ?? usualOf(part, scale)) * most, most };
}

/** Whether a paper is so recent that it is a reason to read it: less than a half-life older than the newest. */
export function isRecent(year: number, scale: ScoreScale): boolean {
  return recentness(ageIn(scale.newestYear, year)) > 0.5;
}
