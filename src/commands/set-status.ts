import type { Command } from 'obsidian';
import { say } from '../language/say';
import { chooseStatus } from '../views/modals/choose-status-modal';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const setStatus = (deps: CommandDeps): Command =>
  activePaperCommand(deps, 'set-status', say('Set paper status…'), async (paper) => {
    const status = await chooseStatus(deps.app, deps.settings().statuses, paper.status);
    if (status) await deps.actions.setStatus([paper.path], status.value);
  });
