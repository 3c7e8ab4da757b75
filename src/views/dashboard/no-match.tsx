import { NO_FILTERS } from '../../core/dashboard/dashboard-state';
import { say } from '../../language/say';
import { StateMessage } from '../preact/state-message';
import { useDashboard } from './dashboard-context';

const TEXT = {
  noMatch: say('No paper matches.'),
  noMatchHint: say('Other words, or fewer filters, may find it.'),
  clear: say('Clear search and filters'),
};

/** Says that search and filters leave nothing, with the way back. */
export function NoMatch() {
  const { store } = useDashboard();
  return (
    <StateMessage title={TEXT.noMatch} texts={[TEXT.noMatchHint]}>
      <button
        onClick={() => {
          store.update({ search: '', filters: NO_FILTERS });
        }}
      >
        {TEXT.clear}
      </button>
    </StateMessage>
  );
}
