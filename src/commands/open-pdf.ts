import type { Command } from 'obsidian';
import { say } from '../language/say';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const openPdf = (deps: CommandDeps): Command =>
  activePaperCommand(deps, 'open-pdf', say('Open PDF of this paper'), (paper) => deps.actions.openPdf(paper.path));
