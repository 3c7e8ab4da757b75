import type { Library } from '../library';
import { filterPapers, type PaperQuery } from './filter-values';
import type { NextCandidate, Ranking } from './rank-next';
import { SCORE_PARTS, type ScorePart, type ScoreWeights } from './score-papers';

/** A candidate with its place among those that are shown without search and filters, from 1. */
export interface RankedCandidate {
  readonly candidate: NextCandidate;
  readonly rank: number;
}

/**
 * A row of what to read next as drawn: a candidate, or, below one that is expanded, a part of its score or one of the papers citing it.
 */
export type NextRow = { readonly candidate: NextCandidate } & (
  | { readonly kind: 'candidate'; readonly rank: number; readonly expanded: boolean }
  | { readonly kind: 'share'; readonly part: ScorePart }
  | { readonly kind: 'citing'; readonly path: string }
);

/**
 * The candidates to show, with their ranks: the queued papers, and, where they are wanted, the missing works that rank among them. Works
 * that come after the last paper do not.
 */
export function numberCandidates({ candidates }: Ranking, withWorks: boolean): readonly RankedCandidate[] {
  let count = candidates.length;
  while (count > 0 && candidates[count - 1]?.work !== null) count -= 1;
  const shown = withWorks ? candidates.slice(0, count) : candidates.filter((candidate) => candidate.work === null);
  return shown.map((candidate, at) => ({ candidate, rank: at + 1 }));
}

/** The candidates that search and filters let through. Of a missing work only its title and who cites it can be asked for. */
export function filterCandidates(ranked: readonly RankedCandidate[], query: PaperQuery): readonly RankedCandidate[] {
  const papers = ranked.map(({ candidate }) => candidate.paper);
  const kept = filterPapers(papers, query);
  if (kept === papers) return ranked;
  const among = new Set(kept);
  return ranked.filter(({ candidate }) => among.has(candidate.paper));
}

/**
 * Lays out candidates, and below the expanded ones (by their keys) the parts that have a weight, which the score is the sum of, and the
 * citing papers, those that are read first.
 */
export function layOutNext(
  ranked: readonly RankedCandidate[],
  expanded: ReadonlySet<string>,
  weights: ScoreWeights,
  library: Library,
): readonly NextRow[] {
  const parts = SCORE_PARTS.filter((part) => weights[part] > 0);
  const rows: NextRow[] = [];
  for (const { candidate, rank } of ranked) {
    const open = expanded.has(candidate.key);
    rows.push({ kind: 'candidate', candidate, rank, expanded: open });
    if (!open) continue;
    for (const part of parts) rows.push({ kind: 'share', candidate, part });
    for (const path of citingPapers(candidate, library)) rows.push({ kind: 'citing', candidate, path });
  }
  return rows;
}

function citingPapers({ work, paper }: NextCandidate, library: Library): readonly string[] {
  const citing = work === null ? library.citing(paper.path) : work.citing;
  const place = (path: string): number => {
    const kind = library.paper(path)?.statusKind ?? null;
    return kind === 'done' ? 0 : kind === 'active' ? 1 : 2;
  };
  return [...citing].sort((a, b) => place(a) - place(b));
}
