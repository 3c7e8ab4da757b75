import { Platform } from 'obsidian';
import { useRef, useState } from 'preact/hooks';
import { findStatusLook, type StatusLook } from '../../core/dashboard/status-look';
import { say } from '../../language/say';
import { StatusDot } from './status-dot';

const TEXT = {
  outside: (value: string) => say('{value} (not in your list)', { value }),
};

interface StatusSelectProps {
  readonly value: string;
  readonly looks: readonly StatusLook[];
  /** What the control is for: `Status of Attention is all you need`. */
  readonly label: string;
  readonly tabIndex?: number;
  readonly onChoose: (value: string) => void;
}

/**
 * A paper's status, changed in place. A native select, for touch and screen readers. Where arrow keys change a closed
 * select (everywhere but on macOS), passing over values chooses none of them: Enter or leaving the control does, Escape
 * takes back. Otherwise each value on the way would be written into the note.
 */
export function StatusSelect({ value, looks, label, tabIndex, onChoose }: StatusSelectProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const browsing = useRef(false);
  const shown = draft ?? value;
  const look = findStatusLook(looks, shown);

  const choose = (chosen: string): void => {
    setDraft(null);
    if (chosen !== value) onChoose(chosen);
  };

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
        onPointerDown={() => {
          browsing.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
          } else if (event.key === 'Enter' && draft !== null) {
            event.preventDefault();
            choose(draft);
          }
          const opens = event.key === 'Enter' || event.key === ' ' || event.altKey;
          browsing.current = !opens && !Platform.isMacOS;
        }}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (browsing.current) setDraft(chosen);
          else choose(chosen);
        }}
        onBlur={() => {
          if (draft !== null) choose(draft);
        }}
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
