import { Notice } from 'obsidian';
import { say } from '../../language/say';
import { number } from './count-of';
import { keepNotice } from './lasting-notices';

const TEXT = {
  progress: (done: number, total: number) => say('{done} of {total}', { done: number(done), total: number(total) }),
  cancel: say('Cancel'),
  cancelling: say('Cancelling…'),
};

/** A running piece of work, as shown. */
export interface Progress {
  /** How many are done, of the total. */
  update(done: number): void;
  /** Takes the notice away. */
  done(): void;
  /** Whether the user asked to stop. The work has to look here: nothing is interrupted. */
  readonly cancelled: boolean;
}

/** Shows a notice with a label, a bar and a Cancel button, until `done` is called. */
export function showProgress(total: number, label: string): Progress {
  let isCancelled = false;
  const content = createFragment();
  const root = content.createDiv({ cls: 'paperweave-notice' });
  root.createDiv({ text: label });
  const bar = root.createEl('progress', { cls: 'paperweave-bar', attr: { 'aria-label': label, max: Math.max(1, total), value: 0 } });
  const row = root.createDiv({ cls: 'paperweave-notice-row' });
  const count = row.createSpan({ cls: 'paperweave-notice-count', text: TEXT.progress(0, total) });
  const cancel = row.createEl('button', { text: TEXT.cancel });
  // A click on a notice takes it away, and the way to cancel with it.
  root.addEventListener('click', (event) => {
    event.stopPropagation();
  });
  cancel.addEventListener('click', () => {
    isCancelled = true;
    cancel.disabled = true;
    cancel.setText(TEXT.cancelling);
  });
  const notice = keepNotice(new Notice(content, 0), root);
  return {
    update(done) {
      bar.value = done;
      count.setText(TEXT.progress(done, total));
    },
    done() {
      notice.hide();
    },
    get cancelled() {
      return isCancelled;
    },
  };
}
