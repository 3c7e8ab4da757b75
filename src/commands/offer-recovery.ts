import { Notice } from 'obsidian';
import type { ChangeEngine, ChangeReport, InterruptedChange } from '../vault/change-engine';
import { countOf } from '../views/modals/count-of';
import { keepNotice } from '../views/modals/lasting-notices';

/** Shows each change that a crash or a closed window interrupted, with what can be done. Stays until answered. */
export async function offerRecovery(engine: ChangeEngine): Promise<void> {
  for (const interrupted of await engine.interrupted()) offer(engine, interrupted);
}

function offer(engine: ChangeEngine, { record, restored, failed }: InterruptedChange): void {
  const message = createFragment();
  message.createDiv({ text: `A change was interrupted: ${record.title} (${notes(record.count)}, ${record.time.slice(0, 10)}).` });
  if (restored.length > 0) message.createDiv({ text: `${notes(restored.length)} that it left cut short ${restored.length === 1 ? 'has its' : 'have their'} text again.` });
  const [first] = failed;
  if (first) message.createDiv({ text: `${notes(failed.length)} could not be restored. ${first.path}: ${first.message}` });
  const buttons = message.createDiv({ cls: 'paperweave-notice-buttons' });
  const notice = keepNotice(new Notice(message, 0), buttons);
  const choose = (text: string, act: () => Promise<ChangeReport | null>, isPrimary = false): void => {
    const button = buttons.createEl('button', { text, cls: isPrimary ? 'mod-cta' : '' });
    button.addEventListener('click', () => {
      notice.hide();
      void act().then((report) => {
        const [first, ...others] = report?.skipped ?? [];
        if (first) new Notice(`${String(others.length + 1)} left alone. ${first.path}: ${first.message}`);
      });
    });
  };
  choose('Finish it', () => engine.recover(record.id, 'finish'), true);
  choose('Undo it', () => engine.recover(record.id, 'undo'));
  choose('Leave it', () => engine.leave(record.id).then(() => null));
}

const notes = (count: number): string => countOf(count, 'note', 'notes');
