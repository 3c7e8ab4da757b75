import { NO_FILTERS } from '../../core/dashboard/dashboard-state';
import { StateMessage } from '../preact/state-message';
import { useDashboard } from './dashboard-context';

const TEXT = {
  noMatch: 'No paper matches.',
  noMatchHint: 'Other words, or fewer filters, may find it.',
  clear: 'Clear search and filters',
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
