import { Menu } from 'obsidian';
import type { Paper } from '../core/papers/paper';
import type { Settings } from '../settings/settings';
import type { PaperActions } from './paper-actions';

/** A menu with the statuses of the vocabulary, the paper's own checked; choosing one sets it. */
export function createStatusMenu(paper: Paper, actions: Pick<PaperActions, 'setStatus'>, settings: Settings): Menu {
  const menu = new Menu();
  for (const status of settings.statuses) {
    menu.addItem((item) =>
      item
        .setTitle(status.label)
        .setChecked(status.value === paper.status)
        .onClick(() => void actions.setStatus([paper.path], status.value)),
    );
  }
  return menu;
}
