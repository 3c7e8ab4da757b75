import { firstPlace } from '../collections/first-place';
import type { MissingWork, ReaderTally } from '../library/library';
import { forEachInSteps, runSteps, type Steps } from '../collections/steps';
import { zeros } from '../collections/zeros';
import { factsOfWork, type ScoreFacts } from './score-facts';

/** Missing works that as many papers cite and have read: they stand beside each other in their ranking, from this place. */
interface Group {
  readonly from: number;
  size: number;
  /** By how many papers are reading them. */
  readonly shares: Map<number, Share>;
}

/** The works of a group that have one score. */
interface Share {
  readonly group: Group;
  /** Where among the works of that score they begin, and how many they are. */
  readonly from: number;
  size: number;
  /** Their places in the ranking; null where they are their whole group, and before one of them was asked for. */
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

/** Works after which the work may pause. */
const WORKS_A_STEP = 4096;

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
  private places: readonly number[] | null = null;

  private constructor(
    /** As the library ranks them: by citing papers, then by how many of those are read. */
    readonly works: readonly MissingWork[],
    private readonly levels: readonly Level[],
  ) {}

  /** The works as the library ranks them, and how many of them there are of each kind, likewise in order. */
  static *rank(works: readonly MissingWork[], tallies: readonly ReaderTally[], scoreOf: (facts: ScoreFacts) => number): Steps<RankedWorks> {
    const levels = new Map<number, Level>();
    let last: ReaderTally | null = null;
    let group: Group = { from: 0, size: 0, shares: new Map() };
    yield* forEachInSteps(tallies, (tally) => {
      if (last?.citedBy !== tally.citedBy || last.readBy !== tally.readBy) group = { from: group.from + group.size, size: 0, shares: new Map() };
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

  /**
   * The places, from 1, that papers have among all candidates, each before the works of its own score. `order` holds the places of their
   * scores, the highest first.
   */
  ranksOfPapers(scores: readonly number[], order: readonly number[]): readonly number[] {
    const ranks = zeros(order.length);
    let next = 0;
    for (let place = 0; place < order.length; place += 1) {
      const score = scores[order[place] ?? 0] ?? 0;
      while ((this.levels[next]?.score ?? NO_SCORE) > score) next += 1;
      ranks[place] = (this.levels[next]?.from ?? this.works.length) + place + 1;
    }
    return ranks;
  }

  /** Undefined where there is no such place. */
  at(place: number): RankedWork | undefined {
    const level = this.levels[lastFrom(this.levels, place)];
    const share = level?.shares[lastFrom(level.shares, place - level.from)];
    if (level === undefined || share === undefined) return undefined;
    const at = place - level.from - share.from;
    if (at >= share.size) return undefined;
    const places = runSteps(this.placesOf(share));
    const work = this.works[places === null ? share.group.from + at : (places[at] ?? this.works.length)];
    return work && { work, facts: factsOfWork(work), score: level.score };
  }

  /** Their places among `works`, in their order. That takes longer than to rank them, and is made for the first search. */
  *order(): Steps<readonly number[]> {
    if (this.places !== null) return this.places;
    const order: number[] = [];
    for (const level of this.levels) {
      for (const share of level.shares) {
        addPlaces(order, share, yield* this.placesOf(share));
        if (share.size > WORKS_A_STEP) yield;
      }
      yield;
    }
    this.places = order;
    return order;
  }

  /** Null for a share that is its whole group, which stands there as it is. */
  private *placesOf(share: Share): Steps<readonly number[] | null> {
    const { group, size } = share;
    if (size === group.size) return null;
    if (share.places === null) yield* this.split(group);
    return share.places;
  }

  private *split({ from, size, shares }: Group): Steps<void> {
    const places = new Map([...shares.values()].map((share) => [share, [] as number[]]));
    const put = (work: MissingWork, at: number): void => {
      const share = shares.get(work.activeBy);
      if (share !== undefined) places.get(share)?.push(from + at);
    };
    yield* forEachInSteps(this.works.slice(from, from + size), put);
    for (const [share, found] of places) share.places = found;
  }
}

function addShare(level: Level, group: Group, { activeBy, count }: ReaderTally): void {
  let share = level.shares.at(-1);
  if (share?.group !== group) {
    share = { group, from: level.size, size: 0, places: null };
    level.shares.push(share);
  }
  group.shares.set(activeBy, share);
  share.size += count;
  level.size += count;
}

function addPlaces(order: number[], { group, size }: Share, places: readonly number[] | null): void {
  for (let at = 0; at < size; at += 1) order.push(places === null ? group.from + at : (places[at] ?? 0));
}

/** The last of them that begins at a place or before it. */
const lastFrom = (spans: readonly { readonly from: number }[], place: number): number => firstPlace(spans.length, (at) => (spans[at]?.from ?? 0) > place) - 1;
