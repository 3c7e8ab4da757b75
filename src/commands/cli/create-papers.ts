import { say } from '../../language/say';
import { badParameter, type CliParams } from './cli-params';
import { choosePapers } from './choose-papers';
import type { CliDeps, CliVerb } from './cli-verb';
import { reportAnswer } from './report-answer';
import { DRY_RUN_FLAG, JSON_FLAG } from './shared-flags';

/** `paperweave:create`: notes for missing works, and links to them in every paper that cites them, as one change. */
export const createPapers: CliVerb = {
  id: 'paperweave:create',
  description: say('Create notes for missing works and link their citations'),
  flags: {
    key: { value: say('<key>'), description: say('The missing work with this key, as paperweave:missing lists it in brackets') },
    top: { value: say('<number>'), description: say('So many of the most cited missing works') },
    path: { value: say('<path>'), description: say('All missing works that the paper at this path cites') },
    ...DRY_RUN_FLAG,
    ...JSON_FLAG,
  },
  async run(params, deps) {
    const keys = chooseWorks(params, deps);
    const dryRun = params.has('dry-run');
    return reportAnswer(await deps.api.createNotes(keys, { dryRun }), dryRun);
  },
};

function chooseWorks(params: CliParams, deps: CliDeps): readonly string[] {
  const missing = deps.api.missing();
  switch (params.oneOf(['key', 'top', 'path'])) {
    case 'top':
      return missing.slice(0, params.count('top', 0)).map((work) => work.key);
    case 'path': {
      const [path = ''] = choosePapers(params, deps);
      const cited = new Set(deps.keeper.library.references(path)?.map((reference) => reference.missingKey));
      return missing.filter((work) => cited.has(work.key)).map((work) => work.key);
    }
    default: {
      const key = params.required('key').trim();
      const { library } = deps.keeper;
      if (![...library.missing(), ...library.hiddenMissing()].some((work) => work.key === key)) {
        throw badParameter(say('No missing work has the key “{key}”. paperweave:missing lists them; write a key with spaces in quotes.', { key }));
      }
      return [key];
    }
  }
}
