import type { App } from 'obsidian';
import type { VNode } from 'preact';
import type { PropertyChange } from '../../core/changes/plan-property';
import { say } from '../../language/say';
import { AnswerModal } from './answer-modal';
import { PropertyForm, type KnownProperty } from './property-form';

export interface ChoosePropertyOptions {
  /** What is edited, in words: `12 papers`, `“A title”`. */
  readonly of: string;
  readonly properties: readonly KnownProperty[];
  /** Not to be set here. */
  readonly statusProperty: string;
}

const TEXT = {
  title: (of: string) => say('Edit a property of {of}', { of }),
};

class ChoosePropertyModal extends AnswerModal<PropertyChange> {
  constructor(
    app: App,
    private readonly options: ChoosePropertyOptions,
    onAnswer: (change: PropertyChange | null) => void,
  ) {
    super(app, onAnswer);
    this.modalEl.addClass('paperweave-property-modal');
    this.setTitle(TEXT.title(options.of));
  }

  protected override content(): VNode {
    return (
      <PropertyForm
        properties={this.options.properties}
        statusProperty={this.options.statusProperty}
        onConfirm={(change) => {
          this.answer(change);
        }}
        onCancel={() => {
          this.close();
        }}
      />
    );
  }
}

/** Asks for a property and what is to become of it. Resolves to null when cancelled. */
export function chooseProperty(app: App, options: ChoosePropertyOptions): Promise<PropertyChange | null> {
  return new Promise((resolve) => {
    new ChoosePropertyModal(app, options, resolve).open();
  });
}
