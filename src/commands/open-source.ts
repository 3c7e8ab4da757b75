import type { Command } from 'obsidian';
import { say } from '../language/say';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const openSource = (deps: CommandDeps): Command =>
  activePaperCommand(deps, 'open-source', say('Open source of this paper'), (paper) => deps.actions.openSource(paper.path));
