import type { Command } from 'obsidian';
import { say } from '../language/say';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const restoreRelativeLinks = (deps: CommandDeps): Command =>
  activePaperCommand(deps, 'restore-relative-links', say('Restore relative links in this paper'), (paper) =>
    deps.runner.run(deps.requests.restoreRelativeLinks([paper.path]), { preview: false }),
  );
