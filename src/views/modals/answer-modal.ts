import { Modal, type App } from 'obsidian';
import { render, type VNode } from 'preact';

/**
 * A modal that asks one question. It answers once: with what the user confirmed, or with null for every way of closing
 * it (Escape, the background, the cancel button, a plugin that closes modals).
 */
export abstract class AnswerModal<T> extends Modal {
  constructor(app: App, private readonly onAnswer: (answer: T | null) => void) {
    super(app);
    this.modalEl.addClass('paperweave-modal');
  }

  /** What the modal shows below its title. */
  protected abstract content(): VNode;

  /** Confirms. A promise takes its first answer only, so the null of the closing that follows does no harm. */
  protected answer(answer: T): void {
    this.onAnswer(answer);
    this.close();
  }

  override onOpen(): void {
    render(this.content(), this.contentEl);
  }

  override onClose(): void {
    render(null, this.contentEl);
    this.onAnswer(null);
  }
}
