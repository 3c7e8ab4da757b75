import { SuggestModal, setIcon, type App } from 'obsidian';
import { containsWords, foldText, searchWords } from '../../core/dashboard/search-text';
import { statusLooks, type StatusLook } from '../../core/dashboard/status-look';
import type { StatusDefinition } from '../../core/papers/status-vocabulary';
import { say } from '../../language/say';
import { statusClass } from '../preact/status-dot';

const TEXT = {
  placeholder: say('Choose a status'),
  empty: say('No status has this name'),
  current: say('Current'),
};

interface Choice {
  readonly status: StatusDefinition;
  readonly look: StatusLook;
  /** Value, label and aliases, folded for searching. */
  readonly names: readonly string[];
}

class ChooseStatusModal extends SuggestModal<Choice> {
  private readonly choices: readonly Choice[];

  constructor(
    app: App,
    statuses: readonly StatusDefinition[],
    private readonly current: string | null,
    private readonly onAnswer: (status: StatusDefinition | null) => void,
  ) {
    super(app);
    const looks = statusLooks(statuses);
    this.choices = statuses.flatMap((status, index) => {
      const look = looks[index];
      return look ? [{ status, look, names: [status.value, status.label, ...status.aliases].map(foldText) }] : [];
    });
    this.emptyStateText = TEXT.empty;
    this.setPlaceholder(TEXT.placeholder);
  }

  override getSuggestions(query: string): Choice[] {
    const words = searchWords(query);
    const typed = words.join(' ');
    // Enter takes the first: “read” is not “To read”.
    const rank = ({ names }: Choice): number => (names.includes(typed) ? 0 : names.some((name) => name.startsWith(typed)) ? 1 : 2);
    return this.choices.filter(({ names }) => containsWords(names.join('\n'), words)).sort((one, other) => rank(one) - rank(other));
  }

  override renderSuggestion({ look }: Choice, el: HTMLElement): void {
    el.addClasses(['mod-complex', 'paperweave-status-choice']);
    const content = el.createDiv({ cls: 'suggestion-content' });
    const title = content.createDiv({ cls: 'suggestion-title' });
    title.createSpan({ cls: `paperweave-dot ${statusClass(look)}`, attr: { 'aria-hidden': 'true' } });
    title.createSpan({ text: look.label });
    if (look.value !== this.current) return;
    const flair = el.createDiv({ cls: 'suggestion-aux' }).createSpan({ cls: 'suggestion-flair', attr: { role: 'img', 'aria-label': TEXT.current } });
    setIcon(flair, 'check');
  }

  override onChooseSuggestion({ status }: Choice): void {
    this.onAnswer(status);
  }

  override onClose(): void {
    super.onClose();
    // The app closes the modal before it hands over the choice: only a tick later is it known that there was none.
    window.setTimeout(() => {
      this.onAnswer(null);
    }, 0);
  }
}

/** Asks for a status of the vocabulary; the current one is marked. Resolves to null when cancelled. */
export function chooseStatus(app: App, statuses: readonly StatusDefinition[], current: string | null): Promise<StatusDefinition | null> {
  return new Promise((resolve) => {
    new ChooseStatusModal(app, statuses, current, resolve).open();
  });
}
