import { Notice } from 'obsidian';
import type { Reading } from '../core/reading-memory';
import { countOf } from '../views/modals/count-of';
import { keepNotice } from '../views/modals/lasting-notices';

/**
 * Offers to give papers that were read their status and day again, in one notice that stays until it is answered; a later offer
 * takes the place of an earlier one. `restore` shows first what it would do.
 */
export function offerReadings(restore: (readings: readonly Reading[]) => Promise<unknown>): (lost: readonly Reading[], answered: () => void) => void {
  let open: Notice | null = null;
  return (lost, answered) => {
    open?.hide();
    const message = createFragment();
    const [are, their] = lost.length === 1 ? ['is', 'its'] : ['are', 'their'];
    message.createDiv({ text: `${countOf(lost.length, 'paper', 'papers')} that you had read ${are} to be read again: something other than Paperweave wrote ${their} notes anew.` });
    const buttons = message.createDiv({ cls: 'paperweave-notice-buttons' });
    const notice = new Notice(message, 0);
    open = notice;
    keepNotice(notice, buttons);
    const choose = (text: string, act: () => void, cls: string): void => {
      buttons.createEl('button', { text, cls }).addEventListener('click', () => {
        notice.hide();
        answered();
        act();
      });
    };
    choose(`Restore ${their} status…`, () => void restore(lost), 'mod-cta');
    choose('Leave it so', () => undefined, '');
  };
}
