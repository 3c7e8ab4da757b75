import { Modal, type App } from 'obsidian';
import { render, type VNode } from 'preact';

/** A modal drawn by Preact below its title. */
export abstract class PreactModal extends Modal {
  constructor(app: App) {
    super(app);
    this.modalEl.addClass('paperweave-modal');
  }

  /** What the modal shows below its title. */
  protected abstract content(): VNode;

  override onOpen(): void {
    render(this.content(), this.contentEl);
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}
