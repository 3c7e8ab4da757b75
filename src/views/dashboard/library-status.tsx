import { say } from '../../language/say';
import { StateMessage } from '../preact/state-message';
import { useDashboard } from './dashboard-context';

const TEXT = {
  waiting: say('Waiting for Obsidian to finish loading…'),
  reading: (done: string, total: string) => say('Reading notes: {done} of {total}. What is shown is not complete yet.', { done, total }),
  readingFirst: say('Reading notes…'),
  progress: say('Notes read'),
  empty: say('No paper notes yet'),
  emptyWhat: say(
    'A paper note is a Markdown note that is marked as a paper: by a tag such as “paper” or a “meta_key” in its properties, or by its folder.',
  ),
  emptyDo: say('Tag a note with “paper”, or say in the settings of Paperweave how your notes are marked.'),
  settings: say('Open settings'),
};

/** Said above what is known so far, while notes are being read. */
export function ReadingBanner() {
  const { libraryState, formatNumber } = useDashboard();
  if (libraryState.phase !== 'reading') return null;
  const { done, total } = libraryState;
  return (
    <div class="paperweave-banner">
      <span>{total === 0 ? TEXT.readingFirst : TEXT.reading(formatNumber(done), formatNumber(total))}</span>
      <progress class="paperweave-reading" aria-label={TEXT.progress} max={Math.max(1, total)} value={done} />
    </div>
  );
}

/** Shown as long as nothing is known of the vault. */
export function WaitingState() {
  return <StateMessage title={TEXT.waiting} role="status" />;
}

/** A vault without papers: what a paper is, and what to do. */
export function EmptyLibrary({ openSettings }: { readonly openSettings: () => void }) {
  return (
    <StateMessage title={TEXT.empty} texts={[TEXT.emptyWhat, TEXT.emptyDo]}>
      <button class="mod-cta" onClick={openSettings}>
        {TEXT.settings}
      </button>
    </StateMessage>
  );
}
