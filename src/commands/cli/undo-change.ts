import { say } from '../../language/say';
import type { CliVerb } from './cli-verb';
import { reportAnswer } from './report-answer';
import { DRY_RUN_FLAG, JSON_FLAG } from './shared-flags';

/** `paperweave:undo`: takes a change back. */
export const undoChange: CliVerb = {
  id: 'paperweave:undo',
  description: say('Take back the last change to papers, or the one with an id; notes changed since are left alone'),
  flags: {
    id: { value: say('<id>'), description: say('The change with this id, as the other commands print it; without, the last one of this device') },
    ...DRY_RUN_FLAG,
    ...JSON_FLAG,
  },
  async run(params, { api }) {
    const dryRun = params.has('dry-run');
    return reportAnswer(await api.undo(params.text('id') ?? undefined, { dryRun }), dryRun);
  },
};
