import { Notice } from 'obsidian';
import { say } from '../../language/say';
import { keepNotice } from './lasting-notices';

const TEXT = { undo: say('Undo'), details: say('Details') };

/** Long enough to read the counts and to reach the Undo button, also for slow hands. */
const SHOWN_MS = 12_000;

export interface ReportActions {
  readonly undo?: () => void;
  readonly details?: () => void;
}

/** One notice on what was done, with the buttons for what can follow; each closes it. Stays for 12 seconds, or 5 without buttons. */
export function reportNotice(message: string, actions: ReportActions = {}): void {
  const buttons = [
    { text: TEXT.undo, press: actions.undo },
    { text: TEXT.details, press: actions.details },
  ].flatMap(({ text, press }) => (press === undefined ? [] : [{ text, press }]));
  const content = createFragment();
  const root = content.createDiv({ cls: 'paperweave-notice', attr: { role: 'status' } });
  root.createDiv({ text: message });
  const notice = keepNotice(new Notice(content, buttons.length > 0 ? SHOWN_MS : undefined), root);
  if (buttons.length === 0) return;
  const row = root.createDiv({ cls: 'paperweave-notice-row' });
  for (const { text, press } of buttons) {
    row.createEl('button', { text }).addEventListener('click', (event) => {
      event.stopPropagation();
      notice.hide();
      press();
    });
  }
}
