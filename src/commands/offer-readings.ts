import { Notice } from 'obsidian';
import type { Reading } from '../core/papers/reading-memory';
import { say } from '../language/say';
import { number } from '../views/modals/count-of';
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
    const isOne = lost.length === 1;
    message.createDiv({
      text: say(
        isOne
          ? '{count} paper that you had read is to be read again: something other than Paperweave wrote its notes anew.'
          : '{count} papers that you had read are to be read again: something other than Paperweave wrote their notes anew.',
        { count: number(lost.length) },
      ),
    });
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
    choose(say(isOne ? 'Restore its status…' : 'Restore their status…'), () => void restore(lost), 'mod-cta');
    choose(say('Leave it so'), () => undefined, '');
  };
}
