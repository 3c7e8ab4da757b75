import type { App } from 'obsidian';
import { PreactModal } from './preact-modal';

/**
 * A modal that asks one question. It answers once: with what the user confirmed, or with null for every way of closing
 * it (Escape, the background, the cancel button, a plugin that closes modals).
 */
export abstract class AnswerModal<T> extends PreactModal {
  constructor(app: App, private readonly onAnswer: (answer: T | null) => void) {
    super(app);
  }

  /** Confirms. A promise takes its first answer only, so the null of the closing that follows does no harm. */
  protected answer(answer: T): void {
    this.onAnswer(answer);
    this.close();
  }

  override onClose(): void {
    super.onClose();
    this.onAnswer(null);
  }
}
