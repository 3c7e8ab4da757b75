import { say } from '../../language/say';
import { choosePapers } from './choose-papers';
import { badParameter } from './cli-params';
import type { CliVerb } from './cli-verb';
import { noPapers, reportAnswer } from './report-answer';
import { DRY_RUN_FLAG, JSON_FLAG, PAPER_FLAGS } from './shared-flags';

const KINDS = ['repairs', 'restyling'] as const;

/** `paperweave:link`: turns references into real links, as one change. */
export const linkPapers: CliVerb = {
  id: 'paperweave:link',
  description: say('Link the references of a paper, of all papers with a tag or that a search finds, or of all'),
  flags: {
    ...PAPER_FLAGS,
    all: { description: say('All papers') },
    only: { value: '<repairs|restyling>', description: say('Only references that gain a target, or only working links that change their form') },
    ...DRY_RUN_FLAG,
    ...JSON_FLAG,
  },
  async run(params, deps) {
    const paths = choosePapers(params, deps, ['all']);
    const asked = params.text('only');
    const only = KINDS.find((kind) => kind === asked);
    if (asked !== null && only === undefined) throw badParameter(say('“only” has to be repairs or restyling, not “{value}”. Leave it out for both.', { value: asked }));
    const dryRun = params.has('dry-run');
    if (paths.length === 0) return noPapers(dryRun);
    return reportAnswer(await deps.api.linkReferences(paths, { dryRun, ...(only === undefined ? {} : { only }) }), dryRun);
  },
};
