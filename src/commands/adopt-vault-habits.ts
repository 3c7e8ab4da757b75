import type { Command } from 'obsidian';
import { say } from '../language/say';
import type { CommandDeps } from './command-deps';

export const adoptVaultHabits = (deps: CommandDeps): Command => ({
  id: 'adopt-vault',
  name: say('Adopt the habits of this vault'),
  callback: () => void deps.adopt(),
});
