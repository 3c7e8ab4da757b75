import type { Command } from 'obsidian';
import { say } from '../language/say';
import { chooseWorks } from '../views/modals/choose-works-modal';
import type { CommandDeps } from './command-deps';

/** So many are selected at first: what a reader can look through before confirming. */
const PRESELECTED = 10;

export const createMostCitedNotes = (deps: CommandDeps): Command => ({
  id: 'create-most-cited-notes',
  name: say('Create notes for the most cited missing references…'),
  callback: () => void chooseAndCreate(deps),
});

async function chooseAndCreate(deps: CommandDeps): Promise<void> {
  await deps.keeper.whole();
  const keys = await chooseWorks(deps.app, deps.keeper.library.missing(), { title: say('Most cited missing references'), preselect: PRESELECTED });
  if (keys && keys.length > 0) await deps.actions.createNotes(keys);
}
