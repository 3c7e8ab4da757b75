import type { Command } from 'obsidian';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const openPdf = (deps: CommandDeps): Command =>
  activePaperCommand(deps, 'open-pdf', 'Open PDF of this paper', (paper) => deps.actions.openPdf(paper.path));
