import type { Command } from 'obsidian';
import type { CommandDeps } from './command-deps';

export const adoptVaultHabits = (deps: CommandDeps): Command => ({
  id: 'adopt-vault',
  name: 'Adopt the habits of this vault',
  callback: () => void deps.adopt(),
});
