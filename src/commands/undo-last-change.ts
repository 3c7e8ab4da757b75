import type { Command } from 'obsidian';
import { say } from '../language/say';
import type { CommandDeps } from './command-deps';

export const undoLastChange = (deps: CommandDeps): Command => ({
  id: 'undo-last-change',
  name: say('Undo last change to papers'),
  callback: () => void deps.actions.undoLastChange(),
});
