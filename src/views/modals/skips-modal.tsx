import type { App } from 'obsidian';
import type { VNode } from 'preact';
import type { Skip } from '../../core/changes/skip';
import { say } from '../../language/say';
import { PreactModal } from './preact-modal';
import { SkippedList } from './skipped-list';

const TEXT = { title: say('Left as they are') };

class SkipsModal extends PreactModal {
  constructor(
    app: App,
    private readonly skipped: readonly Skip[],
  ) {
    super(app);
    this.modalEl.addClass('paperweave-preview-modal');
    this.setTitle(TEXT.title);
  }

  protected override content(): VNode {
    return (
      <div class="paperweave-preview">
        <SkippedList skipped={this.skipped} />
      </div>
    );
  }
}

/** Shows what a change left as it is, and why. */
export function showSkips(app: App, skipped: readonly Skip[]): void {
  new SkipsModal(app, skipped).open();
}
