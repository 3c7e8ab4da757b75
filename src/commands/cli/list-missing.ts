import { say } from '../../language/say';
import type { CliVerb } from './cli-verb';
import { JSON_FLAG } from './shared-flags';

const SHOWN = 20;

/** `paperweave:missing`: the works that papers cite and that have no note. */
export const listMissing: CliVerb = {
  id: 'paperweave:missing',
  description: say('List the works that your papers cite and that have no note, the most cited first'),
  flags: {
    limit: { value: say('<number>'), description: say('How many to list (default {count}; 0 for all)', { count: String(SHOWN) }) },
    'cited-by': { value: say('<number>'), description: say('Only works that at least so many papers cite') },
    ...JSON_FLAG,
  },
  run(params, { api }) {
    const limit = params.count('limit', SHOWN);
    const least = params.count('cited-by', 0);
    const found = api.missing().filter((work) => work.citedBy >= least);
    const missing = limit === 0 ? found : found.slice(0, limit);
    return {
      exit: missing.length > 0 ? 'ok' : 'nothing',
      lines: [
        missing.length === 0 ? say('No missing works.') : say('{count} of {all} missing works:', { count: String(missing.length), all: String(found.length) }),
        ...missing.map(({ citedBy, title, key }) => `${String(citedBy).padStart(4)}  ${title}  [${key}]`),
      ],
      data: { total: found.length, missing },
    };
  },
};
