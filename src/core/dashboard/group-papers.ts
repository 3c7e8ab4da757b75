import type { Paper } from '../paper';
import type { StatusVocabulary } from '../status-vocabulary';
import { forEachInSteps, sortInSteps, type Steps } from '../steps';
import type { TextOrder } from '../text-order';
import { TextNumbers } from '../text-numbers';
import { folderOf } from '../vault-path';
import type { GroupField } from './dashboard-state';
import { filterValues } from './filter-values';

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
  /** By the number of their value. */
  const groups: { readonly label: string; readonly papers: Paper[] }[] = [];
  yield* forEachInSteps(papers, (paper) => {
    for (const label of groupLabels(paper, field)) {
      const value = field === 'tag' ? label.toLowerCase() : label;
      const number = values.give(value);
      const group = groups[number];
      if (!group) groups.push({ label, papers: [paper] });
      // Named twice, it is in the group already.
      else if (group.papers.at(-1) !== paper) group.papers.push(paper);
    }
  });
  const placed: PaperGroup[] = [];
  yield* forEachInSteps(yield* sortInSteps(values.list(), (a, b) => collator.compare(a, b) || (a < b ? -1 : 1)), (value) => {
    const group = groups[values.find(value)];
    if (group) placed.push({ value, label: group.label, papers: group.papers });
  });
  const places = new Map(statuses.map((status, index) => [status.value, index]));
  const placeOf = ({ value }: PaperGroup): number => {
    if (value === '') return Number.MAX_VALUE;
    if (field === 'status') return places.get(value) ?? statuses.length;
    return field === 'year' ? -Number(value) : 0;
  };
  return yield* sortInSteps(placed, (a, b) => placeOf(a) - placeOf(b));
}
