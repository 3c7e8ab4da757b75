import type { CliVerb } from './cli-verb';
import { JSON_FLAG } from './shared-flags';

const SHOWN = 50;

/** `paperweave:problems`: the notes that cannot be read, duplicates, and references that fit several papers. */
export const listProblems: CliVerb = {
  id: 'paperweave:problems',
  description: 'List what is wrong with notes, with path and line',
  flags: {
    limit: { value: '<number>', description: `How many to list (default ${String(SHOWN)}; 0 for all)` },
    ...JSON_FLAG,
  },
  run(params, { api }) {
    const limit = params.count('limit', SHOWN);
    const found = api.problems();
    const problems = limit === 0 ? found : found.slice(0, limit);
    return {
      exit: problems.length > 0 ? 'ok' : 'nothing',
      lines: [
        problems.length === 0 ? 'No problems.' : `${String(problems.length)} of ${String(found.length)} problems:`,
        ...problems.map(({ path, line, code, message }) => `${path}${line === null ? '' : `:${String(line)}`}  ${code}: ${message}`),
      ],
      data: { total: found.length, problems },
    };
  },
};
