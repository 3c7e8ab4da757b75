import type { Paper } from '../papers/paper';
import { sumTallies } from './counts-model';
import type { StatusLook } from './status-look';
import { StatusTallies } from '../library/status-tallies';
import type { StatusVocabulary } from '../papers/status-vocabulary';
import { forEachInSteps, type Steps } from '../collections/steps';

/** What the board shows as a card; `status` is the value of the column that it stands in. */
export interface BoardItem {
  readonly path: string;
  readonly title: string;
  readonly status: string;
}

/** One status and the papers to show in its column. */
export interface BoardColumn<Item extends BoardItem = Paper> {
  readonly look: StatusLook;
  readonly papers: readonly Item[];
  /** Papers of this status in the whole library, whatever search and filters leave of them. */
  readonly total: number;
  /** Whether cards can be moved here: a value outside the vocabulary is kept, and never written. */
  readonly takesCards: boolean;
}

/**
 * The columns of the board: every status of the vocabulary in its order, also without papers, then one for each value
 * outside it that a paper of the library has, the most frequent first. Search and filters (`shown`) empty columns and
 * remove none, so that columns stay where they are. The papers keep the order of `shown`.
 */
export function* layOutBoard<Item extends BoardItem & Pick<Paper, 'statusKind'>>(
  shown: readonly Item[],
  all: readonly Item[],
  vocabulary: StatusVocabulary,
): Steps<readonly BoardColumn<Item>[]> {
  const tallies = new StatusTallies();
  yield* forEachInSteps(all, (paper) => {
    tallies.add(paper);
  });
  const { statuses } = sumTallies(tallies.list(), vocabulary);
  const byStatus = new Map<string, Item[]>(statuses.map(({ value }) => [value, []]));
  yield* forEachInSteps(shown, (paper) => byStatus.get(paper.status)?.push(paper));
  return statuses.map(({ value, label, kind, color, count }) => ({
    look: { value, label, kind, color },
    papers: byStatus.get(value) ?? [],
    total: count,
    takesCards: kind !== null,
  }));
}

/** The next column in that direction that has papers; -1 where there is none. */
export function nextFilledColumn(columns: readonly BoardColumn<BoardItem>[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < columns.length; at += step) if ((columns[at]?.papers.length ?? 0) > 0) return at;
  return -1;
}

/** The next column in that direction that takes cards; -1 where there is none. */
export function nextTakingColumn(columns: readonly BoardColumn<BoardItem>[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < columns.length; at += step) if (columns[at]?.takesCards === true) return at;
  return -1;
}
