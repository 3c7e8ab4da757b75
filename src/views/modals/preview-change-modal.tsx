import type { App } from 'obsidian';
import type { VNode } from 'preact';
import type { PlannedChange } from '../../core/planned-change';
import { AnswerModal } from './answer-modal';
import { ChangePreview } from './change-preview';
import type { OnlyKind } from './preview-rows';

/** What the user confirmed: paths of the notes to leave out, and the kind to confine the change to. */
export interface ConfirmedChange {
  readonly leftOut: ReadonlySet<string>;
  readonly only: OnlyKind;
}

export interface PreviewOptions {
  /** Offers to take repairs or restyling alone. */
  readonly offerKinds?: boolean;
  /**
   * Plans the change anew, confined to one kind, so that the lines shown are the lines that will be written. Without it
   * the notes that have nothing of the kind are left out, and a note that has both kinds shows the lines of both.
   */
  readonly planOnly?: (only: 'repairs' | 'restyling') => Promise<PlannedChange>;
}

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
