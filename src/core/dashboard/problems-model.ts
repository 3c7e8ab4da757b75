import { compareTexts } from '../text/compare-texts';
import type { Problem, ProblemCode } from '../papers/problem';

/** The kinds of problems in the order they are listed: what hides a paper from the library first. */
export const PROBLEM_ORDER: readonly ProblemCode[] = [
  'unreadable-note',
  'invalid-yaml',
  'unclosed-front-matter',
  'foreign-front-matter',
  'unreadable-property',
  'duplicate-title',
  'duplicate-key',
  'ambiguous-references',
];

/** One note of a problem entry: where it is, and from which line (null: the whole note). */
export interface ProblemNote {
  readonly path: string;
  readonly line: number | null;
}

/** One entry of the problem list. Duplicates are one entry with all their notes, however many of the notes report them. */
export interface ProblemEntry {
  readonly key: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly notes: readonly ProblemNote[];
}

/** A page of problems, all pages together numbered from 0; `kindCounts` is over all pages. */
export interface ProblemPage {
  readonly entries: readonly ProblemEntry[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly kindCounts: ReadonlyMap<ProblemCode, number>;
}

/** Lists problems by kind, then note and line. One page at a time: the messages have to be read whole, so rows differ in height. */
export function listProblems(problems: readonly Problem[], page: number, pageSize: number): ProblemPage {
  const entries = mergeDuplicates(problems);
  entries.sort(
    (a, b) => PROBLEM_ORDER.indexOf(a.code) - PROBLEM_ORDER.indexOf(b.code) || compareTexts(a.key, b.key),
  );
  const kindCounts = new Map<ProblemCode, number>();
  for (const entry of entries) kindCounts.set(entry.code, (kindCounts.get(entry.code) ?? 0) + 1);
  const pages = Math.max(1, Math.ceil(entries.length / pageSize));
  const shown = Math.min(Math.max(0, page), pages - 1);
  return {
    entries: entries.slice(shown * pageSize, (shown + 1) * pageSize),
    page: shown,
    pages,
    total: entries.length,
    kindCounts,
  };
}

/** How many entries the problems make: duplicates count once, however many notes report them. */
export function countProblems(problems: readonly Problem[]): number {
  return mergeDuplicates(problems).length;
}

function mergeDuplicates(problems: readonly Problem[]): ProblemEntry[] {
  const entries = new Map<string, ProblemEntry>();
  for (const problem of problems) {
    const notes = noteList(problem);
    const line = problem.line === null ? '' : String(problem.line).padStart(8, '0');
    const key = [problem.code, ...(notes.length > 1 ? notes.map((note) => note.path) : [problem.path, line, problem.message])].join('\n');
    if (!entries.has(key)) entries.set(key, { key, code: problem.code, message: problem.message, notes });
  }
  return [...entries.values()];
}

function noteList(problem: Problem): readonly ProblemNote[] {
  const own: ProblemNote = { path: problem.path, line: problem.line };
  if (problem.code !== 'duplicate-title' && problem.code !== 'duplicate-key') return [own];
  const paths = [...new Set([problem.path, ...problem.others])].sort();
  return paths.map((path) => (path === problem.path ? own : { path, line: null }));
}
