import { Notice } from 'obsidian';
import type { App } from 'obsidian';
import { joinList, joinSentences } from '../core/text/join-texts';
import { say } from '../language/say';
import type { Settings } from '../settings/settings';
import { adoptVault } from '../vault/adopt-vault';
import { confirm } from '../views/modals/confirm-modal';
import { keepNotice } from '../views/modals/lasting-notices';

export interface AdoptionDeps {
  readonly app: App;
  readonly settings: () => Settings;
  /** Resolves also where the change cannot be saved. */
  readonly change: (patch: Partial<Settings>) => Promise<void>;
  /** Local day. */
  readonly today: () => string;
}

/**
 * Takes the vault's habits over into the settings and says so in one notice. `isFirst`: nothing is asked and nothing shown but that notice;
 * else what would change is shown first, since the vault has settings of its own.
 */
export async function adoptHabitsOfVault(deps: AdoptionDeps, isFirst: boolean): Promise<void> {
  const { app, settings, change, today } = deps;
  const habits = await adoptVault(app, settings());
  const list = habits.findings.length > 0 ? habits.findings : [say('No papers were found yet.')];
  if (!isFirst) {
    const agreed = await confirm(app, {
      title: say('Adopt the habits of this vault?'),
      message: `${list.join('\n')}\n\n${say('The settings take these over. No note is changed.')}`,
      confirm: say('Adopt'),
    });
    if (!agreed) return;
  }
  await change({ ...habits.settings, adopted: { day: today(), papers: habits.papers, findings: [...habits.findings] } });
  const places = [
    ...habits.proposedFolders.map((folder): Place => ({ name: folder, folders: [folder], tags: [] })),
    ...habits.proposedTags.map((tag): Place => ({ name: `#${tag}`, folders: [], tags: [tag] })),
  ];
  const isEmpty = habits.papers === 0 && places.length === 0;
  const said = isEmpty ? [...list, say('Tag a note with “paper”, or say in the settings of Paperweave how your notes are marked.')] : list;
  const notice = new Notice(say('Paperweave follows this vault: {findings} No note was changed.', { findings: joinSentences(said) }), 12_000);
  if (places.length > 0) propose(notice, places, (taken) => takePlaces(deps, taken));
}

/** A folder or a tag that can be taken as a mark of papers. */
interface Place {
  readonly name: string;
  readonly folders: readonly string[];
  readonly tags: readonly string[];
}

/** Notes that look like papers but carry no mark: their folders and tags are proposed, together and one by one, never taken. */
function propose(notice: Notice, places: readonly Place[], take: (places: readonly Place[]) => Promise<void>): void {
  const row = notice.messageEl.createDiv({ cls: 'paperweave-notice-buttons' });
  keepNotice(notice, row);
  row.createDiv({ text: say('Notes that look like papers: {places}.', { places: joinList(places.map(({ name }) => name)) }) });
  const offer = (text: string, taken: readonly Place[], cls: string): void => {
    row.createEl('button', { text, cls }).addEventListener('click', () => {
      notice.hide();
      void take(taken);
    });
  };
  offer(say(places.length === 1 ? 'Take them as papers' : 'Take all of them as papers'), places, 'mod-cta');
  if (places.length > 1) for (const place of places) offer(say('Only {place}', { place: place.name }), [place], '');
}

/** With these in the settings there are more papers to look at, so their habits are counted again; what was not taken is asked about once more. */
async function takePlaces(deps: AdoptionDeps, places: readonly Place[]): Promise<void> {
  const { paperFolders, paperTags } = deps.settings();
  await deps.change({
    paperFolders: [...new Set([...paperFolders, ...places.flatMap(({ folders }) => folders)])],
    paperTags: [...new Set([...paperTags, ...places.flatMap(({ tags }) => tags)])],
  });
  await adoptHabitsOfVault(deps, true);
}
