import { Notice } from 'obsidian';
import type { ChangeRecord } from '../core/change-record';
import type { ChangeEngine, ChangeReport } from '../vault/change-engine';

/** Shows each change that a crash or a closed window interrupted, with what can be done. Stays until answered. */
export async function offerRecovery(engine: ChangeEngine): Promise<void> {
  for (const record of await engine.interrupted()) offer(engine, record);
}

function offer(engine: ChangeEngine, record: ChangeRecord): void {
  const message = createFragment();
  message.createDiv({ text: `A change was interrupted: ${record.title} (${String(record.notes.length)} ${record.notes.length === 1 ? 'note' : 'notes'}, ${record.time.slice(0, 10)}).` });
  const buttons = message.createDiv({ cls: 'paperweave-notice-buttons' });
  const notice = new Notice(message, 0);
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
