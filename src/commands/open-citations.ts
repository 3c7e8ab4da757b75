import type { Command } from 'obsidian';
import { say } from '../language/say';
import { CITATIONS_VIEW } from '../views/citations/citations-view';
import type { CommandDeps } from './command-deps';

export const openCitations = (deps: CommandDeps): Command => ({
  id: 'open-citations',
  name: say('Open citations'),
  callback: () => void deps.openView(CITATIONS_VIEW),
});
