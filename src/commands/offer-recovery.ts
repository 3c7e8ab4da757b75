import { Notice } from 'obsidian';
import { say } from '../language/say';
import type { ChangeEngine, ChangeReport, InterruptedChange } from '../vault/change-engine';
import { number } from '../views/modals/count-of';
import { reportLeftAlone } from './report-left-alone';
import { keepNotice } from '../views/modals/lasting-notices';

/** Shows each change that a crash or a closed window interrupted, with what can be done. Stays until answered. */
export async function offerRecovery(engine: ChangeEngine): Promise<void> {
  for (const interrupted of await engine.interrupted()) offer(engine, interrupted);
  for (const id of await engine.unreadable()) new Notice(say('A change was interrupted, and its record cannot be read now: {id}. Restart Obsidian to try again.', { id }), 0);
}

function offer(engine: ChangeEngine, { record, state, restored, failed }: InterruptedChange): void {
  const message = createFragment();
  const values = { title: record.title, count: number(record.count), day: record.time.slice(0, 10) };
  const isOne = record.count === 1;
  const isUndo = state === 'half-undone';
  const text = isUndo
    ? say('Undoing a change was interrupted: {title} ({day}).', values)
    : say(isOne ? 'A change was interrupted: {title} ({count} note, {day}).' : 'A change was interrupted: {title} ({count} notes, {day}).', values);
  message.createDiv({ text });
  if (restored.length > 0) {
    const count = number(restored.length);
    message.createDiv({ text: say(restored.length === 1 ? '{count} note that it left cut short has its text again.' : '{count} notes that it left cut short have their text again.', { count }) });
  }
  const [first] = failed;
  if (first) {
    const values = { count: number(failed.length), path: first.path, message: first.message };
    message.createDiv({ text: say(failed.length === 1 ? '{count} note could not be restored. {path}: {message}' : '{count} notes could not be restored. {path}: {message}', values) });
  }
  if (state === 'done') {
    new Notice(message, 0);
    return;
  }
  const buttons = message.createDiv({ cls: 'paperweave-notice-buttons' });
  const notice = keepNotice(new Notice(message, 0), buttons);
  const choose = (text: string, act: () => Promise<ChangeReport>, isPrimary = false): void => {
    const button = buttons.createEl('button', { text, cls: isPrimary ? 'mod-cta' : '' });
    button.addEventListener('click', () => {
      notice.hide();
      void act().then((report) => reportLeftAlone(report.skipped));
    });
  };
  // What was to be undone is not done again by the button that stands out.
  if (!isUndo) choose(say('Finish it'), () => engine.recover(record.id, 'finish'), true);
  choose(isUndo ? say('Undo the rest') : say('Undo it'), () => engine.recover(record.id, 'undo'), isUndo);
  choose(say('Leave it'), () => engine.leave(record.id));
}
