import type { Command } from 'obsidian';
import { firstOfKind } from '../core/papers/status-vocabulary';
import { say } from '../language/say';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const markRead = (deps: CommandDeps): Command =>
  activePaperCommand(deps, 'mark-read', say('Mark paper as read'), async (paper) => {
    const done = firstOfKind(deps.settings().statuses, 'done');
    if (done) await deps.actions.setStatus([paper.path], done.value);
  });
