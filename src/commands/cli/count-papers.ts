import { sumTallies } from '../../core/dashboard/counts-model';
import { say } from '../../language/say';
import type { CliVerb } from './cli-verb';
import { JSON_FLAG } from './shared-flags';

/** `paperweave`: where the library stands. */
export const countPapers: CliVerb = {
  id: 'paperweave',
  description: say('Count papers by status, references by state, missing works and problems'),
  flags: { ...JSON_FLAG },
  run(_params, { keeper, settings }) {
    const { library } = keeper;
    const papers = library.papers();
    const statuses = sumTallies(library.statusTallies(), settings().statuses).statuses.map(({ value, label, kind, count }) => ({ status: value, label, kind, count }));
    const references = { linked: 0, broken: 0, plain: 0, ambiguous: 0 };
    for (const paper of papers) {
      const own = library.counts(paper.path);
      if (!own) continue;
      for (const state of ['linked', 'broken', 'plain', 'ambiguous'] as const) references[state] += own[state];
    }
    const counts = { papers: papers.length, statuses, references, missing: library.missingCount(), problems: library.problems().length };
    return {
      exit: 'ok',
      lines: [
        say('papers: {count}', { count: String(counts.papers) }),
        ...statuses.map(({ status, kind, count }) => {
          const values = { status, count: String(count) };
          return kind === null ? say('  {status}: {count} (not in the list of statuses)', values) : say('  {status}: {count}', values);
        }),
        say('references: {linked} linked, {broken} broken, {plain} plain, {ambiguous} ambiguous', {
          linked: String(references.linked),
          broken: String(references.broken),
          plain: String(references.plain),
          ambiguous: String(references.ambiguous),
        }),
        say('missing works: {count}', { count: String(counts.missing) }),
        say('problems: {count}', { count: String(counts.problems) }),
      ],
      data: { counts },
    };
  },
};
