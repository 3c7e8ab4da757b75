import type { Paper } from '../papers/paper';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import { sortInSteps } from '../collections/sort-in-steps';
import { forEachInSteps, type Steps } from '../collections/steps';
import { TextNumbers } from '../collections/text-numbers';
import type { TextOrder } from '../collections/text-order';
import { folderOf } from '../text/vault-path';
import type { GroupField } from './dashboard-state';
import { filterValues } from './filter-values';
import { NO_PLACE, TextRanks } from './text-ranks';

/** Papers that share a value: the empty text for those without one. Their order is the one given. */
export interface PaperGroup {
  readonly value: string;
  /** As the first of the notes spells it. */
  readonly label: string;
  readonly papers: readonly Paper[];
}

/** The groups that a paper is in: one for each of its tags or authors, and at least one. */
function groupLabels(paper: Paper, field: GroupField): readonly string[] {
  if (field === 'folder') return [folderOf(paper.path)];
  // The filter finds a tag under the tags above it too; a group of each of those would show the paper twice.
  if (field === 'tag') return paper.tags.length === 0 ? [''] : paper.tags;
  return filterValues(paper, field);
}

/**
 * The papers in groups: statuses in the vocabulary's order and then those outside it, years from the newest, the rest in a
 * reader's order; papers without a value come last. A paper with several tags or authors is in each of their groups. Tags
 * that differ in case alone are one, as in Obsidian.
 */
export function* groupPapers(papers: readonly Paper[], field: GroupField, statuses: StatusVocabulary, collator: TextOrder): Steps<readonly PaperGroup[]> {
  const values = new TextNumbers();
  const groups: { value: string; label: string; papers: Paper[]; place: number }[] = [];
  yield* forEachInSteps(papers, (paper) => {
    for (const label of groupLabels(paper, field)) {
      const value = field === 'tag' ? label.toLowerCase() : label;
      const number = values.give(value);
      const group = groups[number];
      if (group === undefined) groups.push({ value, label, papers: [paper], place: 0 });
      // A value that a paper has twice is one.
      else if (group.papers.at(-1) !== paper) group.papers.push(paper);
    }
  });
  const ranks = yield* new TextRanks<{ readonly value: string }>(collator, Object.is).place(groups, ({ value }) => value);
  const places = new Map(statuses.map((status, index) => [status.value, index]));
  const placeOf = (value: string, rank: number): number => {
    if (value === '') return Number.MAX_VALUE;
    if (field === 'status') return places.get(value) ?? statuses.length + rank;
    return field === 'year' ? -Number(value) : rank;
  };
  yield* forEachInSteps(groups, (group, at) => {
    group.place = placeOf(group.value, ranks[at] ?? NO_PLACE);
  });
  return yield* sortInSteps(groups, (a, b) => a.place - b.place || (a.value < b.value ? -1 : 1));
}
