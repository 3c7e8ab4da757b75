import type { Paper } from '../paper';

/** The papers ordered by title, and the place of each, so that sorting compares numbers instead of texts. */
export interface TitleOrder {
  readonly order: readonly Paper[];
  readonly rank: ReadonlyMap<Paper, number>;
}

/**
 * Orders papers by title as a reader expects (`Part 2` before `Part 10`), equal titles by path. Given the order of an
 * earlier revision it only places what is new: comparing 50,000 titles takes longer than a frame, one changed note must not.
 */
export function orderTitles(papers: readonly Paper[], previous: TitleOrder | null, collator: Pick<Intl.Collator, 'compare'>): TitleOrder {
  const compare = (a: Paper, b: Paper): number => collator.compare(a.title, b.title) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  const fresh = previous === null ? papers : papers.filter((paper) => !previous.rank.has(paper));
  if (previous !== null && fresh.length === 0 && papers.length === previous.order.length) return previous;
  const present = new Set(papers);
  const kept = previous === null ? [] : previous.order.filter((paper) => present.has(paper));
  const order = merge(kept, [...fresh].sort(compare), compare);
  return { order, rank: new Map(order.map((paper, index) => [paper, index])) };
}

function merge(kept: readonly Paper[], fresh: readonly Paper[], compare: (a: Paper, b: Paper) => number): readonly Paper[] {
  if (kept.length === 0) return fresh;
  const merged: Paper[] = [];
  let from = 0;
  for (const paper of fresh) {
    const at = findPlace(kept, paper, from, compare);
    for (let index = from; index < at; index += 1) {
      const next = kept[index];
      if (next !== undefined) merged.push(next);
    }
    merged.push(paper);
    from = at;
  }
  return from === 0 && fresh.length === 0 ? kept : merged.concat(kept.slice(from));
}

function findPlace(kept: readonly Paper[], paper: Paper, from: number, compare: (a: Paper, b: Paper) => number): number {
  let low = from;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = kept[middle];
    if (other !== undefined && compare(other, paper) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
