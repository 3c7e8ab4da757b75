import type { CliVerb } from './cli-verb';
import { JSON_FLAG } from './shared-flags';

const SHOWN = 20;

/** `paperweave:missing`: the works that papers cite and that have no note. */
export const listMissing: CliVerb = {
  id: 'paperweave:missing',
  description: 'List the works that your papers cite and that have no note, the most cited first',
  flags: {
    limit: { value: '<number>', description: `How many to list (default ${String(SHOWN)}; 0 for all)` },
    'cited-by': { value: '<number>', description: 'Only works that at least so many papers cite' },
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
        missing.length === 0 ? 'No missing works.' : `${String(missing.length)} of ${String(found.length)} missing works:`,
        ...missing.map(({ citedBy, title, key }) => `${String(citedBy).padStart(4)}  ${title}  [${key}]`),
      ],
      data: { total: found.length, missing },
    };
  },
};
