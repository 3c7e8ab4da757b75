import { say } from '../../language/say';
import { StateMessage } from '../preact/state-message';
import { useDashboard } from './dashboard-context';

const TEXT = {
  notYet: say('No read date has been found so far.'),
  none: say('No read dates yet'),
  noneHow: (property: string) =>
    say('A paper that is marked as read gets the day into its property “{property}”. A day that you write there yourself (2026-03-14) counts too.', { property }),
  off: say('Read dates are turned off'),
  offHow: say('Name a property for them in the settings. A paper that is marked as read then gets the day into it.'),
  settings: say('Open settings'),
};

interface NoReadDaysProps {
  /** The property that holds the day of reading; empty where none does. */
  readonly property: string;
  readonly openSettings: () => void;
}

/** In place of the chart where no read paper has a day: how the days come about. */
export function NoReadDays({ property, openSettings }: NoReadDaysProps) {
  const { libraryState } = useDashboard();
  if (property === '') {
    return (
      <StateMessage title={TEXT.off} texts={[TEXT.offHow]}>
        <button onClick={openSettings}>{TEXT.settings}</button>
      </StateMessage>
    );
  }
  if (libraryState.phase !== 'ready') return <StateMessage texts={[TEXT.notYet]} />;
  return <StateMessage title={TEXT.none} texts={[TEXT.noneHow(property)]} />;
}
