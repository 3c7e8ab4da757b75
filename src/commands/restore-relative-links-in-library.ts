import type { Command } from 'obsidian';
import { say } from '../language/say';
import type { CommandDeps } from './command-deps';

export const restoreRelativeLinksInLibrary = (deps: CommandDeps): Command => ({
  id: 'restore-relative-links-in-library',
  name: say('Restore relative links in all papers…'),
  callback: () => void restoreAll(deps),
});

async function restoreAll(deps: CommandDeps): Promise<void> {
  await deps.keeper.whole();
  const paths = deps.keeper.library.papers().map((paper) => paper.path);
  await deps.runner.run(deps.requests.restoreRelativeLinks(paths), { preview: true });
}
