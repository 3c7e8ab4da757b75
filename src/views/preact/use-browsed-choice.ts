import { Platform } from 'obsidian';
import type { HTMLAttributes } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { whenLeft } from './when-left';

interface BrowsedChoiceOptions {
  readonly value: string;
  /** What the control is for: with another label it is another control. */
  readonly label: string;
  /** Whether leaving the control chooses what was browsed to, asked when it is left. */
  readonly leavingChooses: () => boolean;
  readonly onChoose: (value: string) => void;
}

/** What a native select shows, and what it does. */
interface BrowsedChoice {
  readonly shown: string;
  readonly events: Pick<HTMLAttributes<HTMLSelectElement>, 'onPointerDown' | 'onKeyDown' | 'onChange' | 'onBlur'>;
}

/**
 * A native select that writes what is chosen. Where keys change a closed select (everywhere but on macOS), passing over
 * values chooses none of them: Enter does, Escape takes back, and leaving does the one or the other. Otherwise each value on
 * the way would be written. What is picked from the open list is chosen at once.
 */
export function useBrowsedChoice({ value, label, leavingChooses, onChoose }: BrowsedChoiceOptions): BrowsedChoice {
  const [draft, setDraft] = useState<{ readonly of: string; readonly chosen: string } | null>(null);
  const browsing = useRef(false);
  // A value that came from elsewhere meanwhile was not browsed away from.
  const of = `${label}\n${value}`;
  const browsed = draft?.of === of ? draft.chosen : null;

  const choose = (chosen: string): void => {
    setDraft(null);
    if (chosen !== value) onChoose(chosen);
  };

  return {
    shown: browsed ?? value,
    events: {
      onPointerDown() {
        browsing.current = false;
      },
      onKeyDown(event) {
        if (event.key === 'Escape' && browsed !== null) {
          event.stopPropagation();
          setDraft(null);
        } else if (event.key === 'Enter' && browsed !== null) {
          event.preventDefault();
          choose(browsed);
        }
        const opens = event.key === 'Enter' || event.key === ' ' || event.altKey;
        browsing.current = !opens && !Platform.isMacOS;
      },
      onChange(event) {
        const chosen = event.currentTarget.value;
        if (browsing.current) setDraft({ of, chosen });
        else choose(chosen);
      },
      onBlur(event) {
        if (browsed === null) return;
        const chooses = leavingChooses();
        whenLeft(event.currentTarget, () => {
          if (chooses) choose(browsed);
          else setDraft(null);
        });
      },
    },
  };
}
