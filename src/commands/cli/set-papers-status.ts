import { say } from '../../language/say';
import { choosePapers } from './choose-papers';
import type { CliVerb } from './cli-verb';
import { noPapers, reportAnswer } from './report-answer';
import { DRY_RUN_FLAG, JSON_FLAG, PAPER_FLAGS } from './shared-flags';

/** `paperweave:status`: sets the status of papers, as one change. */
export const setPapersStatus: CliVerb = {
  id: 'paperweave:status',
  description: say('Set the status of a paper, of all papers with a tag, or of all that a search finds'),
  flags: {
    set: { value: say('<status>'), description: say('A status of your list, one of its aliases, or todo, reading, read, skipped'), required: true },
    ...PAPER_FLAGS,
    ...DRY_RUN_FLAG,
    ...JSON_FLAG,
  },
  async run(params, deps) {
    const paths = choosePapers(params, deps);
    const dryRun = params.has('dry-run');
    // Asked of the API also where no paper is meant: a status that is none is refused either way.
    const report = await deps.api.setStatus(paths, params.required('set'), { dryRun });
    return paths.length === 0 ? noPapers(dryRun) : reportAnswer(report, dryRun);
  },
};
