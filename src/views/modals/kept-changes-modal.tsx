import type { App } from 'obsidian';
import type { VNode } from 'preact';
import { say } from '../../language/say';
import { KeptChanges, type KeptChangesDeps } from './kept-changes';
import { PreactModal } from './preact-modal';

const TEXT = { title: say('Changes to papers') };

class KeptChangesModal extends PreactModal {
  constructor(
    app: App,
    private readonly deps: KeptChangesDeps,
  ) {
    super(app);
    this.modalEl.addClass('paperweave-preview-modal');
    this.setTitle(TEXT.title);
  }

  protected override content(): VNode {
    return <KeptChanges deps={this.deps} />;
  }
}

/** Shows the changes that are kept, each with the way back. */
export function showKeptChanges(app: App, deps: KeptChangesDeps): void {
  new KeptChangesModal(app, deps).open();
}
