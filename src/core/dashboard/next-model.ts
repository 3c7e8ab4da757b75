import type { Library } from '../library';
import type { StatusVocabulary } from '../status-vocabulary';
import { filterInSteps, type Steps } from '../steps';
import type { TableFilters } from './dashboard-state';
import { paperFilter } from './filter-values';
import { paperMatcher } from './paper-search';
import { readWorkCandidateKey, type NextCandidate } from './rank-next';
import { SCORE_PARTS, type ScorePart, type ScoreWeights } from './score-papers';
import type { SearchTexts } from './search-text';

/** A row of what to read next as drawn: a candidate, or, below one that is expanded, a part of its score or a paper citing it. */
export type NextRow = { readonly candidate: NextCandidate } & (
  | { readonly kind: 'candidate'; readonly expanded: boolean }
  | { readonly kind: 'share'; readonly part: ScorePart; readonly parent: number }
  | { readonly kind: 'citing'; readonly path: string; readonly parent: number }
);

/** The rows, each made when it is asked for: with 50,000 of them, laying them all out would take longer than a frame. */
export interface NextRows {
  readonly count: number;
  /** Undefined where there is no such row. The `parent` of a row is the one of the candidate above it. */
  rowAt(index: number): NextRow | undefined;
  /** The places of the rows that are no candidates, in ascending order. */
  readonly details: readonly number[];
}

/** What narrows the candidates. */
export interface CandidateQuery {
  readonly search: string;
  readonly filters: TableFilters;
  readonly statuses: StatusVocabulary;
  readonly texts: SearchTexts;
}

/** The candidates that search and filters let through. Of a missing work only its title and who cites it can be asked for. */
export function* filterCandidates(candidates: readonly NextCandidate[], { search, filters, statuses, texts }: CandidateQuery): Steps<readonly NextCandidate[]> {
  let citedBy = 0;
  const passes = paperFilter({ matches: paperMatcher(search, { texts, statuses, citedByCount: () => citedBy }), filters });
  if (passes === null) return candidates;
  return yield* filterInSteps(candidates, ({ facts, paper }) => {
    citedBy = facts.citedBy;
    return passes(paper);
  });
}

/**
 * Lays out candidates, and below the expanded ones (by their keys) the parts that have a weight, which the score is the sum of, and the
 * citing papers, those that are read first.
 */
export function layOutNext(candidates: readonly NextCandidate[], expanded: ReadonlySet<string>, weights: ScoreWeights, library: Library): NextRows {
  const blocks = expanded.size === 0 ? [] : findBlocks(candidates, expanded, weights, library);
  return {
    count: blocks.reduce((sum, block) => sum + block.below.length, candidates.length),
    details: blocks.flatMap((block) => block.below.map((_, at) => block.row + 1 + at)),
    rowAt(index) {
      const block = findLast(blocks, index);
      const below = block?.below[index - block.row - 1];
      if (below !== undefined) return below;
      const candidate = candidates[block === undefined ? index : block.place + index - block.row - (index > block.row ? block.below.length : 0)];
      return candidate && { kind: 'candidate', candidate, expanded: block?.row === index };
    },
  };
}

/** An expanded candidate: its place among the candidates, its row, and the rows below it. */
interface Block {
  readonly place: number;
  readonly row: number;
  readonly below: readonly NextRow[];
}

function findBlocks(candidates: readonly NextCandidate[], expanded: ReadonlySet<string>, weights: ScoreWeights, library: Library): readonly Block[] {
  const parts = SCORE_PARTS.filter((part) => weights[part] > 0);
  // A work's key costs something to tell, and hardly any work has such a title.
  const titles = new Set([...expanded].map((key) => library.missingWork(readWorkCandidateKey(key) ?? '')?.title));
  const blocks: Block[] = [];
  let above = 0;
  candidates.forEach((candidate, place) => {
    if (candidate.work !== null && !titles.has(candidate.work.title)) return;
    if (!expanded.has(candidate.key)) return;
    const parent = place + above;
    const below: readonly NextRow[] = [
      ...parts.map((part) => ({ kind: 'share', candidate, part, parent }) as const),
      ...citingPapers(candidate, library).map((path) => ({ kind: 'citing', candidate, path, parent }) as const),
    ];
    blocks.push({ place, row: parent, below });
    above += below.length;
  });
  return blocks;
}

/** The last block that begins at this row or above it. */
function findLast(blocks: readonly Block[], row: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.row ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

function citingPapers({ work, paper }: NextCandidate, library: Library): readonly string[] {
  const citing = work === null ? library.citing(paper.path) : work.citing;
  const place = (path: string): number => {
    const kind = library.paper(path)?.statusKind ?? null;
    return kind === 'done' ? 0 : kind === 'active' ? 1 : 2;
  };
  return [...citing].sort((a, b) => place(a) - place(b));
}
