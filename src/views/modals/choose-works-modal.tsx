import type { App } from 'obsidian';
import type { VNode } from 'preact';
import type { MissingWork } from '../../core/library/library';
import { AnswerModal } from './answer-modal';
import { WorkChoice } from './work-choice';

export interface ChooseWorksOptions {
  readonly title: string;
  /** How many of the first works are selected at the beginning; none where it is not said. */
  readonly preselect?: number | 'all';
}

class ChooseWorksModal extends AnswerModal<readonly string[]> {
  constructor(
    app: App,
    private readonly works: readonly MissingWork[],
    private readonly options: ChooseWorksOptions,
    onAnswer: (keys: readonly string[] | null) => void,
  ) {
    super(app, onAnswer);
    this.modalEl.addClass('paperweave-works-modal');
    this.setTitle(options.title);
  }

  protected override content(): VNode {
    const { preselect = 0 } = this.options;
    return (
      <WorkChoice
        works={this.works}
        preselect={preselect === 'all' ? this.works.length : preselect}
        onConfirm={(keys) => {
          this.answer(keys);
        }}
        onCancel={() => {
          this.close();
        }}
      />
    );
  }
}

/** Asks which missing works to create notes for. Resolves to their keys, in the order given, or null when cancelled. */
export function chooseWorks(app: App, works: readonly MissingWork[], options: ChooseWorksOptions): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    new ChooseWorksModal(app, works, options, resolve).open();
  });
}
