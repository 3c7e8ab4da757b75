import { Notice } from 'obsidian';
import { say } from '../language/say';
import type { ChangeEngine, ChangeReport, InterruptedChange } from '../vault/change-engine';
import { number } from '../views/modals/count-of';
import { keepNotice } from '../views/modals/lasting-notices';

/** Shows each change that a crash or a closed window interrupted, with what can be done. Stays until answered. */
export async function offerRecovery(engine: ChangeEngine): Promise<void> {
  for (const interrupted of await engine.interrupted()) offer(engine, interrupted);
}

function offer(engine: ChangeEngine, { record, restored, failed }: InterruptedChange): void {
  const message = createFragment();
  message.createDiv({
    text: say(record.count === 1 ? 'A change was interrupted: {title} ({count} note, {day}).' : 'A change was interrupted: {title} ({count} notes, {day}).', {
      title: record.title,
      count: number(record.count),
      day: record.time.slice(0, 10),
    }),
  });
  if (restored.length > 0) {
    const count = number(restored.length);
    message.createDiv({ text: say(restored.length === 1 ? '{count} note that it left cut short has its text again.' : '{count} notes that it left cut short have their text again.', { count }) });
  }
  const [first] = failed;
  if (first) {
    const values = { count: number(failed.length), path: first.path, message: first.message };
    message.createDiv({ text: say(failed.length === 1 ? '{count} note could not be restored. {path}: {message}' : '{count} notes could not be restored. {path}: {message}', values) });
  }
  const buttons = message.createDiv({ cls: 'paperweave-notice-buttons' });
  const notice = keepNotice(new Notice(message, 0), buttons);
  const choose = (text: string, act: () => Promise<ChangeReport | null>, isPrimary = false): void => {
    const button = buttons.createEl('button', { text, cls: isPrimary ? 'mod-cta' : '' });
    button.addEventListener('click', () => {
      notice.hide();
      void act().then((report) => {
        const [first, ...others] = report?.skipped ?? [];
        if (first) new Notice(say('{count} left alone. {path}: {message}', { count: String(others.length + 1), path: first.path, message: first.message }));
      });
    });
  };
  choose(say('Finish it'), () => engine.recover(record.id, 'finish'), true);
  choose(say('Undo it'), () => engine.recover(record.id, 'undo'));
  choose(say('Leave it'), () => engine.leave(record.id).then(() => null));
}
