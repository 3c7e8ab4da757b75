import type { MissingWork } from '../library';
import { forEachInSteps, type Steps } from '../steps';
import { zeros } from '../zeros';
import type { ScoreFacts } from './score-papers';

/** Missing works placed between two places where the work may pause. */
const WORKS_A_STEP = 4096;

/** What is known of missing works, each thing once: there are hundreds of thousands of works, and few things known of them. */
export interface WorkFacts {
  readonly works: readonly MissingWork[];
  /** What is known of some work or other. */
  readonly known: readonly ScoreFacts[];
  /** Which of `known` that is, for each work. */
  readonly knownOf: readonly number[];
}

/** Works in an order, by their places among all of them, and with the score of each of their `known` facts. */
export interface RankedWorks extends WorkFacts {
  readonly order: readonly number[];
  readonly scores: readonly number[];
  /** Where in the order works of another score begin, and that score; the highest comes first. */
  readonly levels: readonly { readonly from: number; readonly score: number }[];
}

/** Works that as many papers cite and have read: which of the `known` facts are theirs, by how many are reading. */
interface Alike {
  readonly citedBy: number;
  readonly readBy: number;
  readonly byActive: number[];
}

/** Stands where nothing is known yet: with holes, or `undefined` between its numbers, a list is slower. */
const NOT_KNOWN = -1;

/** Gathers what is known of works now: who reads what cites them may change at any time. */
export function* gatherWorkFacts(works: readonly MissingWork[]): Steps<WorkFacts> {
  const known: ScoreFacts[] = [];
  const knownOf = zeros(works.length);
  const groups = new Map<string, Alike>();
  // Most works follow one that as many papers cite and have read.
  let group: Alike | null = null;
  yield* forEachInSteps(works, ({ citedBy, readBy, activeBy }, place) => {
    if (group?.citedBy !== citedBy || group.readBy !== readBy) {
      const name = `${String(citedBy)} ${String(readBy)}`;
      group = groups.get(name) ?? { citedBy, readBy, byActive: [] };
      groups.set(name, group);
    }
    const { byActive } = group;
    while (byActive.length <= activeBy) byActive.push(NOT_KNOWN);
    if (byActive[activeBy] === NOT_KNOWN) byActive[activeBy] = known.push({ citedBy, readBy, activeBy, year: null, worldwide: null }) - 1;
    knownOf[place] = byActive[activeBy] ?? 0;
  });
  return { works, known, knownOf };
}

/** Puts works in the order of their scores (one for each of the `known` facts), the highest first; those of one score stay as they were. */
export function* rankWorks(facts: WorkFacts, scores: readonly number[]): Steps<RankedWorks> {
  const { known, knownOf } = facts;
  const distinct = [...new Set(scores)].sort((a, b) => b - a);
  const levelOfScore = new Map(distinct.map((score, level) => [score, level]));
  const levelOf = known.map((_, at) => levelOfScore.get(scores[at] ?? 0) ?? 0);
  // As in a counting sort: where each level begins, and then each work into the next free place of its own.
  const next = zeros(distinct.length + 1);
  for (let place = 0; place < knownOf.length; place += 1) {
    const level = (levelOf[knownOf[place] ?? 0] ?? 0) + 1;
    next[level] = (next[level] ?? 0) + 1;
    if (place % WORKS_A_STEP === 0) yield;
  }
  for (let level = 1; level < next.length; level += 1) next[level] = (next[level] ?? 0) + (next[level - 1] ?? 0);
  const levels = distinct.map((score, level) => ({ from: next[level] ?? 0, score }));
  const order = zeros(knownOf.length);
  for (let place = 0; place < knownOf.length; place += 1) {
    const level = levelOf[knownOf[place] ?? 0] ?? 0;
    const at = next[level] ?? 0;
    order[at] = place;
    next[level] = at + 1;
    if (place % WORKS_A_STEP === 0) yield;
  }
  return { ...facts, scores, order, levels };
}
