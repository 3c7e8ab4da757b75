import type { App } from 'obsidian';
import type { VNode } from 'preact';
import type { PlannedChange } from '../../core/changes/planned-change';
import { AnswerModal } from './answer-modal';
import { ChangePreview, type ConfirmedChange, type PreviewOptions } from './change-preview';

class PreviewChangeModal extends AnswerModal<ConfirmedChange> {
  constructor(
    app: App,
    private readonly planned: PlannedChange,
    private readonly options: PreviewOptions,
    onAnswer: (answer: ConfirmedChange | null) => void,
  ) {
    super(app, onAnswer);
    this.modalEl.addClass('paperweave-preview-modal');
    this.setTitle(planned.title);
  }

  protected override content(): VNode {
    return (
      <ChangePreview
        planned={this.planned}
        options={this.options}
        onConfirm={(confirmed) => {
          this.answer(confirmed);
        }}
        onCancel={() => {
          this.close();
        }}
      />
    );
  }
}

/** Shows what a change would do and asks for it. Resolves to null when cancelled. */
export function previewChange(app: App, planned: PlannedChange, options: PreviewOptions = {}): Promise<ConfirmedChange | null> {
  return new Promise((resolve) => {
    new PreviewChangeModal(app, planned, options, resolve).open();
  });
}
