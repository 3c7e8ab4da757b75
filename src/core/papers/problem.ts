/** What is wrong with a note, as codes for the views. */
export type ProblemCode =
  | 'invalid-yaml'
  | 'unclosed-front-matter'
  | 'foreign-front-matter' // a fence in another language than YAML: never run
  | 'unreadable-property'
  | 'unreadable-note'
  | 'duplicate-title'
  | 'duplicate-key'
  | 'ambiguous-references';

/** One thing the user should know of a note, in words that say what can be done. `line` counts from 1, null for the whole note. */
export interface Problem {
  readonly code: ProblemCode;
  readonly path: string;
  readonly line: number | null;
  readonly message: string;
  /** The other notes concerned: the duplicates of this one, say. */
  readonly others: readonly string[];
}

/** Problems from their JSON; null for any other text. */
export function readProblems(json: string): readonly Problem[] | null {
  try {
    const problems: unknown = JSON.parse(json);
    return Array.isArray(problems) && problems.every(isProblem) ? problems : null;
  } catch {
    return null;
  }
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false;
  const { code, path, line, message, others } = value as Record<string, unknown>;
  return [code, path, message].every((text) => typeof text === 'string') && (line === null || typeof line === 'number') && Array.isArray(others);
}
