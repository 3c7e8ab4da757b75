import type { Paper } from '../papers/paper';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import { sortInSteps } from '../collections/sort-in-steps';
import { forEachInSteps, mapInSteps, type Steps } from '../collections/steps';
import type { BreakdownField } from './dashboard-state';
import { filterValues, tagValues } from './filter-values';
import { doneFirst, statusLooks, type StatusLook } from './status-look';

/** Papers of a row with one status; those with a status outside the vocabulary are one part, `look` null. */
export interface BreakdownPart {
  readonly look: StatusLook | null;
  readonly statuses: readonly string[];
  readonly count: number;
}

/** Papers that share a year, a venue or a tag. `value` is what a filter finds them under, '' for papers without one. */
export interface BreakdownRow {
  readonly value: string;
  /** As the notes spell it; '' for papers without one. */
  readonly label: string;
  readonly count: number;
  /** Papers with a status of kind done, and their whole percentage: 100 only when all are read. */
  readonly read: number;
  readonly percent: number;
  /** What is done first; only parts with papers. */
  readonly parts: readonly BreakdownPart[];
}

/**
 * Papers by status for each year (the newest first), venue or tag (the most frequent first), in one pass; those without one stand
 * last. A paper counts under each of its tags and the tags above them, as filters find it.
 */
export function* breakDownStatuses(papers: readonly Paper[], field: BreakdownField, vocabulary: StatusVocabulary): Steps<readonly BreakdownRow[]> {
  const looks = doneFirst(statusLooks(vocabulary));
  const places = new Map(looks.map((look, place) => [look.value, place]));
  const tallies = new Map<string, Tally>();
  const tallyOf = (value: string): Tally => {
    let tally = tallies.get(value);
    if (tally === undefined) tallies.set(value, (tally = { value, label: null, counts: new Array<number>(looks.length + 1).fill(0), outside: new Set(), last: null }));
    return tally;
  };
  // Papers are many and tags few, so each is taken apart once.
  const talliesOfTags = new Map<string, readonly Tally[]>();
  const talliesOf = (tag: string): readonly Tally[] => {
    let found = talliesOfTags.get(tag);
    if (found === undefined) talliesOfTags.set(tag, (found = layOutTag(tag, tallyOf)));
    return found;
  };
  yield* forEachInSteps(papers, (paper) => {
    const place = places.get(paper.status) ?? looks.length;
    if (field === 'tag' && paper.tags.length > 0) for (const tag of paper.tags) for (const tally of talliesOf(tag)) countPaper(tally, paper, place);
    else for (const value of filterValues(paper, field)) countPaper(tallyOf(value), paper, place);
  });
  const rows = yield* mapInSteps([...tallies.values()], (tally) => layOutRow(tally, looks));
  return yield* sortInSteps(rows, field === 'year' ? byYear : byCount);
}

/** What is counted of one row, by the place of the status. */
interface Tally {
  readonly value: string;
  /** Null for what is spelled as the value. */
  label: string | null;
  readonly counts: number[];
  /** The statuses outside the vocabulary that were met. */
  readonly outside: Set<string>;
  /** The paper that was counted last: two tags below one count it once there. */
  last: Paper | null;
}

function countPaper(tally: Tally, paper: Paper, place: number): void {
  if (tally.last === paper) return;
  tally.last = paper;
  tally.counts[place] = (tally.counts[place] ?? 0) + 1;
  if (place === tally.counts.length - 1) tally.outside.add(paper.status);
}

/** The tallies that a paper with this tag counts for; its own is named as the tag is spelled where it is met first. */
function layOutTag(tag: string, tallyOf: (value: string) => Tally): readonly Tally[] {
  const tallies = tagValues(tag).map(tallyOf);
  const own = tallies[tallies.length - 1];
  if (own !== undefined) own.label ??= tag;
  return tallies;
}

function layOutRow({ value, label, counts, outside }: Tally, looks: readonly StatusLook[]): BreakdownRow {
  const parts: BreakdownPart[] = [];
  let total = 0;
  let read = 0;
  counts.forEach((count, place) => {
    if (count === 0) return;
    const look = looks[place] ?? null;
    parts.push({ look, statuses: look === null ? [...outside].sort() : [look.value], count });
    total += count;
    if (look?.kind === 'done') read += count;
  });
  return { value, label: label ?? value, count: total, read, percent: Math.floor((read / total) * 100), parts };
}

const withoutLast = (a: BreakdownRow, b: BreakdownRow): number => (a.value === '' ? 1 : 0) - (b.value === '' ? 1 : 0);

function byYear(a: BreakdownRow, b: BreakdownRow): number {
  return withoutLast(a, b) || Number(b.value) - Number(a.value);
}

function byCount(a: BreakdownRow, b: BreakdownRow): number {
  return withoutLast(a, b) || b.count - a.count || (a.label < b.label ? -1 : 1);
}
