import { findStatusLook, type StatusLook } from '../../core/dashboard/status-look';
import { say } from '../../language/say';
import { StatusDot } from './status-dot';
import { useBrowsedChoice } from './use-browsed-choice';

const TEXT = {
  outside: (value: string) => say('{value} (not in your list)', { value }),
};

interface StatusSelectProps {
  readonly value: string;
  readonly looks: readonly StatusLook[];
  /** What the control is for: `Status of Attention is all you need`. */
  readonly label: string;
  readonly tabIndex?: number;
  /** How many papers get the status: leaving the control after looking through the list chooses for one alone. */
  readonly count?: () => number;
  readonly onChoose: (value: string) => void;
}

/** A paper's status, changed in place. A native select, for touch and screen readers. */
export function StatusSelect({ value, looks, label, tabIndex, count = () => 1, onChoose }: StatusSelectProps) {
  const { shown, events } = useBrowsedChoice({ value, label, leavingChooses: () => count() === 1, onChoose });
  const look = findStatusLook(looks, shown);

  return (
    <span
      class="paperweave-status"
      onClick={(event) => {
        event.stopPropagation();
      }}
      onAuxClick={(event) => {
        event.stopPropagation();
      }}
    >
      <StatusDot look={look} />
      <select
        class="paperweave-status-select"
        aria-label={label}
        tabIndex={tabIndex}
        value={shown}
        {...events}
      >
        {looks.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {looks.some((option) => option.value === value) ? null : (
          <option key={value} value={value}>
            {TEXT.outside(value)}
          </option>
        )}
      </select>
    </span>
  );
}
