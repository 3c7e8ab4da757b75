import type { Command } from 'obsidian';
import type { Paper } from '../core/papers/paper';
import { say } from '../language/say';
import { choosePaper } from '../views/modals/choose-paper-modal';
import { activePaperCommand } from './active-paper-command';
import type { CommandDeps } from './command-deps';

export const showCitedBacklinks = (deps: CommandDeps): Command =>
  activePaperCommand(
    deps,
    'show-cited-backlinks',
    say('Show backlinks of a cited paper…'),
    async (paper) => {
      const chosen = await choosePaper(deps.app, citedPapers(deps, paper), say('Which cited paper?'));
      if (chosen) await deps.actions.showBacklinks(chosen.path);
    },
    (paper) => citedPapers(deps, paper).length > 0,
  );

/** The paper's references that exist as papers, in document order, each once. */
function citedPapers(deps: CommandDeps, paper: Paper): readonly Paper[] {
  const { library } = deps.keeper;
  const paths = new Set(library.references(paper.path)?.map((reference) => reference.target));
  return [...paths].flatMap((path) => (path === null || path === paper.path ? [] : (library.paper(path) ?? [])));
}
