import { Notice } from 'obsidian';
import type { App } from 'obsidian';
import type { Habits } from '../core/adopt-habits';
import { adoptVault } from '../vault/adopt-vault';
import type { SettingsStore } from '../vault/settings-store';
import { confirm } from '../views/modals/confirm-modal';
import { keepNotice } from '../views/modals/lasting-notices';

export interface AdoptionDeps {
  readonly app: App;
  readonly settings: SettingsStore;
  /** Local day. */
  readonly today: () => string;
}

/**
 * Takes the vault's habits over into the settings and says so in one notice. `isFirst`: nothing is asked and nothing shown but that notice;
 * else what would change is shown first, since the vault has settings of its own.
 */
export async function adoptHabitsOfVault({ app, settings, today }: AdoptionDeps, isFirst: boolean): Promise<void> {
  const habits = await adoptVault(app, settings.get());
  const list = habits.findings.length > 0 ? habits.findings : ['No papers were found yet.'];
  if (!isFirst) {
    const agreed = await confirm(app, { title: 'Adopt the habits of this vault?', message: `${list.join('\n')}\n\nThe settings take these over. No note is changed.`, confirm: 'Adopt' });
    if (!agreed) return;
  }
  await settings.change({ ...habits.settings, adopted: { day: today(), papers: habits.papers, findings: [...habits.findings] } });
  const notice = new Notice(`Paperweave follows this vault: ${list.join(' ')} No note was changed.`, 12_000);
  const places = [...habits.proposedFolders, ...habits.proposedTags.map((tag) => `#${tag}`)];
  if (places.length > 0) propose(notice, places, () => takeProposal({ app, settings, today }, habits));
}

/** Notes that look like papers but carry no mark: their folders and tags are proposed, never taken. */
function propose(notice: Notice, places: readonly string[], take: () => Promise<void>): void {
  const row = notice.messageEl.createDiv({ cls: 'paperweave-notice-buttons' });
  keepNotice(notice, row);
  row.createDiv({ text: `Notes that look like papers: ${places.join(', ')}.` });
  const button = row.createEl('button', { text: places.length === 1 ? 'Take them as papers' : 'Take all of them as papers', cls: 'mod-cta' });
  button.addEventListener('click', () => {
    notice.hide();
    void take();
  });
}

/** With the proposal in the settings there are papers to look at, so their habits are counted again. */
async function takeProposal(deps: AdoptionDeps, { proposedFolders, proposedTags }: Habits): Promise<void> {
  const { paperFolders, paperTags } = deps.settings.get();
  await deps.settings.change({ paperFolders: [...new Set([...paperFolders, ...proposedFolders])], paperTags: [...new Set([...paperTags, ...proposedTags])] });
  await adoptHabitsOfVault(deps, true);
}
