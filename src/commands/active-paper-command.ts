import type { Command } from 'obsidian';
import type { Paper } from '../core/papers/paper';
import type { CommandDeps } from './command-deps';

/** The active file's paper, or null: also where a side view has the focus. */
export function activePaper(deps: CommandDeps): Paper | null {
  const file = deps.app.workspace.getActiveFile();
  return file === null ? null : deps.keeper.library.paper(file.path);
}

/** A command about the active paper, offered only where there is one, and only where `applies` agrees. */
export function activePaperCommand(deps: CommandDeps, id: string, name: string, run: (paper: Paper) => Promise<unknown>, applies: (paper: Paper) => boolean = () => true): Command {
  return {
    id,
    name,
    checkCallback: (checking) => {
      const paper = activePaper(deps);
      if (!paper || !applies(paper)) return false;
      if (!checking) void run(paper);
      return true;
    },
  };
}
