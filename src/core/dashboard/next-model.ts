import type { Library } from '../library/library';
import type { Sequence } from '../collections/sequence';
import type { NextCandidate } from './next-candidate';
import { readWorkCandidateKey } from './ranked-candidates';
import { layOutRowsBelow, type Rows } from './rows-below';
import { SCORE_PARTS, type ScorePart, type ScoreWeights } from './score-papers';

/** A row of what to read next as drawn: a candidate, or, below one that is expanded, a part of its score or a paper citing it. */
export type NextRow = { readonly candidate: NextCandidate } & (
  | { readonly kind: 'candidate'; readonly expanded: boolean }
  | { readonly kind: 'share'; readonly part: ScorePart; readonly parent: number }
  | { readonly kind: 'citing'; readonly path: string; readonly parent: number }
);

/**
 * Lays out candidates, and below the expanded ones (by their keys) the parts that have a weight, which the score is the sum of, and the
 * citing papers, those that are read first. The `parent` of such a row is the row of the candidate above it.
 */
export function layOutNext(candidates: Sequence<NextCandidate>, expanded: ReadonlySet<string>, weights: ScoreWeights, library: Library): Rows<NextRow> {
  const parts = SCORE_PARTS.filter((part) => weights[part] > 0);
  // A work's key costs something to tell, and hardly any work has such a title.
  const titles = new Set([...expanded].map((key) => library.missingWork(readWorkCandidateKey(key) ?? '')?.title));
  return layOutRowsBelow<NextCandidate, NextRow>({
    items: candidates,
    expanded: expanded.size,
    rowsBelow: (candidate, parent) => {
      if (candidate.work !== null && !titles.has(candidate.work.title)) return null;
      if (!expanded.has(candidate.key)) return null;
      return [
        ...parts.map((part) => ({ kind: 'share', candidate, part, parent }) as const),
        ...citingPapers(candidate, library).map((path) => ({ kind: 'citing', candidate, path, parent }) as const),
      ];
    },
    rowOf: (candidate, isExpanded) => ({ kind: 'candidate', candidate, expanded: isExpanded }),
  });
}

function citingPapers({ work, paper }: NextCandidate, library: Library): readonly string[] {
  const citing = work === null ? library.citing(paper.path) : work.citing;
  const place = (path: string): number => {
    const kind = library.paper(path)?.statusKind ?? null;
    return kind === 'done' ? 0 : kind === 'active' ? 1 : 2;
  };
  return [...citing].sort((a, b) => place(a) - place(b));
}
