import type { Command } from 'obsidian';
import { say } from '../language/say';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const linkReferences = (deps: CommandDeps): Command =>
  activePaperCommand(deps, 'link-references', say('Link references in this paper'), (paper) => deps.actions.linkReferences([paper.path]));
