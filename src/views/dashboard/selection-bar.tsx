import { useRef } from 'preact/hooks';
import type { Paper } from '../../core/papers/paper';
import { say } from '../../language/say';
import { Icon } from '../preact/icon';
import { useBrowsedChoice } from '../preact/use-browsed-choice';
import { useDashboard } from './dashboard-context';

const TEXT = {
  bar: say('Selected papers'),
  selected: (count: string) => say('{count} selected', { count }),
  setStatus: say('Set status'),
  edit: say('Edit property…'),
  link: say('Link references'),
  more: say('More actions'),
  clear: say('Select none'),
};

interface SelectionBarProps {
  readonly papers: readonly Paper[];
  readonly onClear: () => void;
}

/** What can be done with all selected papers at once; each is one change, and one undo. */
export function SelectionBar({ papers, onClear }: SelectionBarProps) {
  const { actions, looks, formatNumber } = useDashboard();
  const paths = papers.map((paper) => paper.path);
  const select = useRef<HTMLSelectElement>(null);
  const { shown, events } = useBrowsedChoice({
    value: '',
    label: TEXT.setStatus,
    leavingChooses: () => false,
    onChoose: (status) => {
      // What was picked from the open list is no draft, and would stay in the control.
      if (select.current !== null) select.current.value = '';
      void actions.setStatus(paths, status);
    },
  });
  return (
    <div class="paperweave-selection" role="toolbar" aria-label={TEXT.bar}>
      <span class="paperweave-selection-count" role="status">
        {TEXT.selected(formatNumber(papers.length))}
      </span>
      <select class="dropdown" aria-label={TEXT.setStatus} ref={select} value={shown} {...events}>
        <option value="">{TEXT.setStatus}</option>
        {looks.map((look) => (
          <option key={look.value} value={look.value}>
            {look.label}
          </option>
        ))}
      </select>
      <button onClick={() => void actions.chooseProperty(paths)}>{TEXT.edit}</button>
      <button onClick={() => void actions.linkReferences(paths)}>{TEXT.link}</button>
      <button
        class="clickable-icon"
        aria-label={TEXT.more}
        onClick={(event) => {
          actions.showMenu(paths, event);
        }}
      >
        <Icon name="more-horizontal" />
      </button>
      <button class="clickable-icon" aria-label={TEXT.clear} onClick={onClear}>
        <Icon name="x" />
      </button>
    </div>
  );
}
