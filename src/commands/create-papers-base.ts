import { Notice, stringifyYaml } from 'obsidian';
import type { Command } from 'obsidian';
import { messageOf } from '../core/text/message-of';
import { papersBase } from '../core/changes/papers-base';
import { say } from '../language/say';
import { templateFolders } from '../vault/excluded-paths';
import { BASE_BOARD_VIEW } from '../views/bases/base-board-view';
import { confirm } from '../views/modals/confirm-modal';
import type { CommandDeps } from './command-deps';

/** Where the base is written: at the root, where it is found. */
const PATH = 'Papers.base';

export const createPapersBase = (deps: CommandDeps): Command => ({
  id: 'create-papers-base',
  name: say('Create a base of papers'),
  callback: () => void create(deps),
});

/** Never writes over a file; one that is there can be opened instead. */
async function create(deps: CommandDeps): Promise<void> {
  const { app, files } = deps;
  try {
    if (await files.isTaken(PATH)) {
      const message = say('It was left as it is. Rename or delete it to have a new one written.');
      if (!(await confirm(app, { title: say('There is a file {path} already', { path: PATH }), message, confirm: say('Open it') }))) return;
    } else {
      await files.create(PATH, stringifyYaml(papersBase(deps.settings(), BASE_BOARD_VIEW, templateFolders(app))));
      new Notice(say('Created {path} with its views. Change them as you like: the plugin does not write to it again.', { path: PATH }));
    }
    const file = app.vault.getFileByPath(PATH);
    if (file) await app.workspace.getLeaf('tab').openFile(file);
    else new Notice(say('{path} cannot be opened from here: its name is written with other capitals, or it is no file.', { path: PATH }));
  } catch (error) {
    new Notice(say('{path} could not be written: {error}', { path: PATH, error: messageOf(error) }));
  }
}
