import { Modal, type App } from 'obsidian';
import { say } from '../../language/say';

const TEXT = { cancel: say('Cancel') };

export interface ConfirmOptions {
  readonly title: string;
  /** Each line becomes a paragraph. */
  readonly message: string;
  /** The primary button: what is done, as a verb. */
  readonly confirm: string;
  /** Draws the primary button as a warning. */
  readonly destructive?: boolean;
  /** Gives the focus to Cancel, for a question that the user has not called up: a key that was meant for something else confirms nothing. */
  readonly unasked?: boolean;
}

class ConfirmModal extends Modal {
  constructor(app: App, private readonly options: ConfirmOptions, private readonly onAnswer: (isConfirmed: boolean) => void) {
    super(app);
    this.modalEl.addClass('paperweave-modal');
    this.setTitle(options.title);
  }

  override onOpen(): void {
    const { message, confirm, destructive = false, unasked = false } = this.options;
    for (const line of message.split('\n')) if (line.trim() !== '') this.contentEl.createEl('p', { text: line });
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container paperweave-modal-buttons' });
    const primary = buttons.createEl('button', { cls: destructive ? ['mod-cta', 'mod-destructive', 'mod-warning'] : 'mod-cta', text: confirm });
    primary.addEventListener('click', () => {
      this.onAnswer(true);
      this.close();
    });
    const cancel = buttons.createEl('button', { cls: 'mod-cancel', text: TEXT.cancel });
    cancel.addEventListener('click', () => {
      this.close();
    });
    // The app focuses the modal itself after this, so the button has to wait for its turn.
    window.setTimeout(() => {
      (unasked ? cancel : primary).focus();
    }, 0);
  }

  override onClose(): void {
    this.contentEl.empty();
    this.onAnswer(false);
  }
}

/** Asks before something is done. Resolves to false however the modal is closed without its primary button. */
export function confirm(app: App, options: ConfirmOptions): Promise<boolean> {
  return new Promise((resolve) => {
    new ConfirmModal(app, options, resolve).open();
  });
}
