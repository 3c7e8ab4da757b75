import { FuzzySuggestModal, type App, type TFolder } from 'obsidian';
import { say } from '../language/say';

class ChooseFolderModal extends FuzzySuggestModal<TFolder> {
  constructor(app: App, private readonly folders: readonly TFolder[], private readonly onFolder: (path: string) => void) {
    super(app);
    this.emptyStateText = say('No such folder');
    this.setPlaceholder(say('Choose a folder of papers'));
  }

  override getItems(): TFolder[] {
    return [...this.folders];
  }

  override getItemText(folder: TFolder): string {
    return folder.path;
  }

  override onChooseItem(folder: TFolder): void {
    this.onFolder(folder.path);
  }
}

/** Asks for a folder of the vault, not the whole of it and none of `known`. Calls nothing back where it is cancelled. */
export function chooseFolder(app: App, known: readonly string[], onFolder: (path: string) => void): void {
  const folders = app.vault.getAllFolders(false).filter((folder) => !known.includes(folder.path));
  new ChooseFolderModal(app, folders, onFolder).open();
}
