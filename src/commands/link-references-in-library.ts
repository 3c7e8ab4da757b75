import type { Command } from 'obsidian';
import { say } from '../language/say';
import type { CommandDeps } from './command-deps';

export const linkReferencesInLibrary = (deps: CommandDeps): Command => ({
  id: 'link-references-in-library',
  name: say('Link references in all papers…'),
  callback: () => void deps.actions.linkReferences('library'),
});
