import type { Command } from 'obsidian';
import { nextStatus } from '../core/papers/status-vocabulary';
import { say } from '../language/say';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const advanceStatus = (deps: CommandDeps): Command => {
  const next = (paper: { readonly status: string; readonly statusKind: 'queued' | 'active' | 'done' | 'dropped' | null }): string | null =>
    nextStatus(deps.settings().statuses, { value: paper.status, kind: paper.statusKind })?.value ?? null;
  return activePaperCommand(
    deps,
    'advance-status',
    say('Advance paper status'),
    async (paper) => {
      const value = next(paper);
      if (value !== null) await deps.actions.setStatus([paper.path], value);
    },
    (paper) => next(paper) !== null,
  );
};
