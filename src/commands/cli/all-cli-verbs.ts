import { countPapers } from './count-papers';
import { createPapers } from './create-papers';
import type { CliVerb } from './cli-verb';
import { linkPapers } from './link-papers';
import { listMissing } from './list-missing';
import { listProblems } from './list-problems';
import { setPapersStatus } from './set-papers-status';
import { undoChange } from './undo-change';

/** All commands of the command line, in the order of the documentation. */
export const ALL_CLI_VERBS: readonly CliVerb[] = [countPapers, listMissing, listProblems, setPapersStatus, linkPapers, createPapers, undoChange];
