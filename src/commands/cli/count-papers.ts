import { countStatuses } from '../../core/dashboard/counts-model';
import type { CliVerb } from './cli-verb';
import { JSON_FLAG } from './shared-flags';

/** `paperweave`: where the library stands. */
export const countPapers: CliVerb = {
  id: 'paperweave',
  description: 'Count papers by status, references by state, missing works and problems',
  flags: { ...JSON_FLAG },
  run(_params, { keeper, settings }) {
    const { library } = keeper;
    const papers = library.papers();
    const statuses = countStatuses(papers, settings().statuses).statuses.map(({ value, label, kind, count }) => ({ status: value, label, kind, count }));
    const references = { linked: 0, broken: 0, plain: 0, ambiguous: 0 };
    for (const paper of papers) {
      const own = library.counts(paper.path);
      if (!own) continue;
      for (const state of ['linked', 'broken', 'plain', 'ambiguous'] as const) references[state] += own[state];
    }
    const counts = { papers: papers.length, statuses, references, missing: library.missing().length, problems: library.problems().length };
    return {
      exit: 'ok',
      lines: [
        `papers: ${String(counts.papers)}`,
        ...statuses.map(({ status, kind, count }) => `  ${status}: ${String(count)}${kind === null ? ' (not in the list of statuses)' : ''}`),
        `references: ${Object.entries(references).map(([state, count]) => `${String(count)} ${state}`).join(', ')}`,
        `missing works: ${String(counts.missing)}`,
        `problems: ${String(counts.problems)}`,
      ],
      data: { counts },
    };
  },
};
