import type { Command } from 'obsidian';
import type { MissingWork } from '../core/library/library';
import type { Paper } from '../core/papers/paper';
import { say } from '../language/say';
import { chooseWorks } from '../views/modals/choose-works-modal';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const createMissingNotes = (deps: CommandDeps): Command =>
  activePaperCommand(
    deps,
    'create-missing-notes',
    say('Create notes for missing references of this paper…'),
    async (paper) => {
      const keys = await chooseWorks(deps.app, missingOf(deps, paper), { title: say('Missing references of “{title}”', { title: paper.title }), preselect: 'all' });
      if (keys && keys.length > 0) await deps.actions.createNotes(keys);
    },
    // Each looked up by its key: this is asked whenever the palette opens, and ranking all missing works takes long.
    (paper) => deps.keeper.library.references(paper.path)?.some(({ missingKey }) => missingKey !== null && deps.keeper.library.missingWork(missingKey)?.hidden === null) ?? false,
  );

/** The missing works that the paper cites, ranked; what is hidden (debris, say) is not offered. */
function missingOf(deps: CommandDeps, paper: Paper): readonly MissingWork[] {
  const keys = new Set(deps.keeper.library.references(paper.path)?.map((reference) => reference.missingKey));
  return deps.keeper.library.missing().filter((work) => keys.has(work.key));
}
