import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import type { Paper } from '../../core/papers/paper';
import { say } from '../../language/say';
import { byline } from '../citations/byline';

const TEXT = { empty: say('No paper has this title') };

class ChoosePaperModal extends FuzzySuggestModal<Paper> {
  constructor(app: App, private readonly papers: readonly Paper[], placeholder: string, private readonly onAnswer: (paper: Paper | null) => void) {
    super(app);
    this.emptyStateText = TEXT.empty;
    this.setPlaceholder(placeholder);
  }

  override getItems(): Paper[] {
    return [...this.papers];
  }

  override getItemText(paper: Paper): string {
    return paper.title;
  }

  override renderSuggestion(match: FuzzyMatch<Paper>, el: HTMLElement): void {
    el.addClass('mod-complex');
    const content = el.createDiv({ cls: 'suggestion-content' });
    super.renderSuggestion(match, content.createDiv({ cls: 'suggestion-title' }));
    const note = byline(match.item).join(' · ');
    if (note !== '') content.createDiv({ cls: 'suggestion-note', text: note });
  }

  override onChooseItem(paper: Paper): void {
    this.onAnswer(paper);
  }

  override onClose(): void {
    super.onClose();
    // The app closes the modal before it hands over the choice: only a tick later is it known that there was none.
    window.setTimeout(() => {
      this.onAnswer(null);
    }, 0);
  }
}

/** Asks for one of these papers, found by its title. Resolves to null when cancelled. */
export function choosePaper(app: App, papers: readonly Paper[], placeholder: string): Promise<Paper | null> {
  return new Promise((resolve) => {
    new ChoosePaperModal(app, papers, placeholder, resolve).open();
  });
}
