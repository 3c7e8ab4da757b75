import { say } from '../../language/say';
import type { CliVerb } from './cli-verb';
import { JSON_FLAG } from './shared-flags';

const SHOWN = 50;

/** `paperweave:problems`: the notes that cannot be read, duplicates, and references that fit several papers. */
export const listProblems: CliVerb = {
  id: 'paperweave:problems',
  description: say('List what is wrong with notes, with path and line'),
  flags: {
    limit: { value: say('<number>'), description: say('How many to list (default {count}; 0 for all)', { count: String(SHOWN) }) },
    ...JSON_FLAG,
  },
  run(params, { api }) {
    const limit = params.count('limit', SHOWN);
    const found = api.problems();
    const problems = limit === 0 ? found : found.slice(0, limit);
    return {
      exit: problems.length > 0 ? 'ok' : 'nothing',
      lines: [
        problems.length === 0 ? say('No problems.') : say('{count} of {all} problems:', { count: String(problems.length), all: String(found.length) }),
        ...problems.map(({ path, line, code, message }) => `${path}${line === null ? '' : `:${String(line)}`}  ${code}: ${message}`),
      ],
      data: { total: found.length, problems },
    };
  },
};
