import type { Command } from 'obsidian';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const openSource = (deps: CommandDeps): Command =>
  activePaperCommand(deps, 'open-source', 'Open source of this paper', (paper) => deps.actions.openSource(paper.path));
