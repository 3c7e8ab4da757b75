import { firstPlace } from '../first-place';
import type { MissingWork, ReaderTally } from '../library';
import { forEachInSteps, sortInSteps, type Steps } from '../steps';
import { factsOfWork, type ScoreFacts } from './score-facts';

/** Missing works that as many papers cite and have read: they stand beside each other in their ranking, from this place. */
interface Group {
  readonly from: number;
  size: number;
}

/** The works of a group that have one score: those that so many papers are reading. */
interface Share {
  readonly group: Group;
  readonly activeBy: Set<number>;
  /** Where among the works of that score they begin, and how many they are. */
  readonly from: number;
  size: number;
  /** Their places in the ranking; null before one of them was asked for. */
  places: readonly number[] | null;
}

/** All works of one score. */
interface Level {
  readonly score: number;
  /** How many works have a higher one. */
  from: number;
  size: number;
  readonly shares: Share[];
}

/** Lower than any score. */
const NO_SCORE = -1;

/** A missing work in its place by score. */
export interface RankedWork {
  readonly work: MissingWork;
  readonly facts: ScoreFacts;
  readonly score: number;
}

/**
 * Missing works in the order of their scores, the highest first; those of one score as they rank among themselves. Works that as many papers
 * cite, have read and are reading have one score, so that hundreds of thousands are put in order by a few thousand counts of them, and no
 * work is looked at before it is asked for. The library should stay the same until then.
 */
export class RankedWorks {
  private constructor(
    /** By citing papers, then by how many of those are read. */
    private readonly works: readonly MissingWork[],
    private readonly levels: readonly Level[],
  ) {}

  /** The works as the library ranks them, and how many of them there are of each kind. */
  static *rank(works: readonly MissingWork[], tallies: readonly ReaderTally[], scoreOf: (facts: ScoreFacts) => number): Steps<RankedWorks> {
    const levels = new Map<number, Level>();
    let last: ReaderTally | null = null;
    let group: Group = { from: 0, size: 0 };
    yield* forEachInSteps(yield* sortInSteps(tallies, (a, b) => b.citedBy - a.citedBy || b.readBy - a.readBy), (tally) => {
      if (last?.citedBy !== tally.citedBy || last.readBy !== tally.readBy) group = { from: group.from + group.size, size: 0 };
      last = tally;
      group.size += tally.count;
      const score = scoreOf(factsOfWork(tally));
      const level = levels.get(score) ?? { score, from: 0, size: 0, shares: [] };
      levels.set(score, level);
      addShare(level, group, tally);
    });
    const ordered = [...levels.values()].sort((a, b) => b.score - a.score);
    let from = 0;
    for (const level of ordered) {
      level.from = from;
      from += level.size;
    }
    return new RankedWorks(works, ordered);
  }

  /** How many works have a higher score than each of these, of which none is higher than the one before it. */
  countAbove(scores: readonly number[]): readonly number[] {
    let next = 0;
    return scores.map((score) => {
      while ((this.levels[next]?.score ?? NO_SCORE) > score) next += 1;
      return this.levels[next]?.from ?? this.works.length;
    });
  }

  /** Undefined where there is no such place. */
  at(place: number): RankedWork | undefined {
    const level = this.levels[lastFrom(this.levels, place)];
    const share = level?.shares[lastFrom(level.shares, place - level.from)];
    if (level === undefined || share === undefined) return undefined;
    const work = this.workIn(share, place - level.from - share.from);
    return work && { work, facts: factsOfWork(work), score: level.score };
  }

  private workIn(share: Share, at: number): MissingWork | undefined {
    const { group, activeBy, size } = share;
    if (at >= size) return undefined;
    if (size === group.size) return this.works[group.from + at];
    share.places ??= placesIn(group).filter((place) => activeBy.has(this.works[place]?.activeBy ?? 0));
    return this.works[share.places[at] ?? this.works.length];
  }
}

function addShare(level: Level, group: Group, { activeBy, count }: ReaderTally): void {
  const last = level.shares.at(-1);
  if (last?.group === group) {
    last.activeBy.add(activeBy);
    last.size += count;
  } else level.shares.push({ group, activeBy: new Set([activeBy]), from: level.size, size: count, places: null });
  level.size += count;
}

const placesIn = ({ from, size }: Group): number[] => Array.from({ length: size }, (_, at) => from + at);

/** The last of them that begins at a place or before it. */
const lastFrom = (spans: readonly { readonly from: number }[], place: number): number => firstPlace(spans.length, (at) => (spans[at]?.from ?? 0) > place) - 1;
