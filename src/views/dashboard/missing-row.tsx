import { findStatusLook } from '../../core/dashboard/status-look';
import type { MissingWork } from '../../core/library';
import { Icon } from '../preact/icon';
import { isRightToLeft } from '../preact/is-right-to-left';
import { StatusDot } from '../preact/status-dot';
import { useDashboard } from './dashboard-context';

const TEXT = {
  select: (title: string) => `Select ${title}`,
  citedBy: (count: string) => `Cited by ${count}`,
  read: (count: string) => `${count} read`,
  hide: (title: string) => `Hide ${title}`,
  showAgain: (title: string) => `Show ${title} again`,
  debris: 'Debris of text recognition',
  byUser: 'Hidden by you',
};

interface RowProps {
  readonly index: number;
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onMove: (event: KeyboardEvent) => void;
}

interface WorkRowProps extends RowProps {
  readonly work: MissingWork;
  readonly expanded: boolean;
  readonly selected: boolean;
  readonly onToggleExpanded: () => void;
  readonly onToggleSelected: () => void;
}

/** A missing work. Space selects it; Enter and the arrow keys open and close the list of the papers citing it. */
export function WorkRow(props: WorkRowProps) {
  const { formatNumber } = useDashboard();
  const { work, index, active, expanded, selected, onToggleExpanded, onToggleSelected } = props;
  const tabIndex = active ? 0 : -1;
  return (
    <div
      class={`paperweave-row mod-work${selected ? ' is-selected' : ''}`}
      role="row"
      aria-rowindex={index + 1}
      aria-level={1}
      aria-expanded={expanded}
      aria-selected={selected}
      data-paperweave-row={index}
      tabIndex={tabIndex}
      onClick={() => {
        props.onActivate();
        onToggleExpanded();
      }}
      onFocusIn={props.onActivate}
      onKeyDown={(event) => {
        const row = event.currentTarget;
        if (event.target !== row) {
          if (event.key === 'Escape') row.focus();
          return;
        }
        const key = turnedKey(event.key, row);
        if (key === ' ') onToggleSelected();
        else if (key === 'Enter' || (key === 'ArrowRight' && !expanded) || (key === 'ArrowLeft' && expanded)) onToggleExpanded();
        else {
          props.onMove(event);
          return;
        }
        event.preventDefault();
      }}
    >
      <div class="paperweave-cell mod-check" role="gridcell">
        <label
          class="paperweave-check"
          onClick={(event) => {
            event.stopPropagation();
          }}
        >
          <input type="checkbox" tabIndex={tabIndex} checked={selected} aria-label={TEXT.select(work.title)} onChange={onToggleSelected} />
        </label>
      </div>
      <div class="paperweave-cell mod-title" role="rowheader">
        <span class="paperweave-expand">
          <Icon name={expanded ? 'chevron-down' : 'chevron-right'} />
        </span>
        <span class="paperweave-text paperweave-title" dir="auto" title={work.title}>
          {work.title}
        </span>
      </div>
      <div class="paperweave-cell mod-cited" role="gridcell">
        {work.hidden === null ? null : (
          <span class="paperweave-reason">{work.hidden === 'debris' ? TEXT.debris : TEXT.byUser}</span>
        )}
        <span class="paperweave-cited">{TEXT.citedBy(formatNumber(work.citedBy))}</span>
        <span class="paperweave-cited-read">{work.readBy === 0 ? '' : TEXT.read(formatNumber(work.readBy))}</span>
      </div>
      <div class="paperweave-cell mod-action" role="gridcell">
        <SightButton work={work} tabIndex={tabIndex} />
      </div>
    </div>
  );
}

function SightButton({ work, tabIndex }: { readonly work: MissingWork; readonly tabIndex: number }) {
  const { actions } = useDashboard();
  const hidden = work.hidden !== null;
  const label = hidden ? TEXT.showAgain(work.title) : TEXT.hide(work.title);
  return (
    <button
      class="clickable-icon"
      tabIndex={tabIndex}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        void (hidden ? actions.showWorks([work.key]) : actions.hideWorks([work.key]));
      }}
    >
      <Icon name={hidden ? 'eye' : 'eye-off'} />
    </button>
  );
}

interface CitingRowProps extends RowProps {
  readonly path: string;
  /** Leads back to the work above. */
  readonly onLeave: () => void;
}

/** A paper citing the work above it: a click or Enter opens it. */
export function CitingRow(props: CitingRowProps) {
  const { actions, hoverParent, library, looks } = useDashboard();
  const { path, index } = props;
  const paper = library.paper(path);
  return (
    <div
      class="paperweave-row mod-citing"
      role="row"
      aria-rowindex={index + 1}
      aria-level={2}
      data-paperweave-row={index}
      tabIndex={props.active ? 0 : -1}
      onClick={(event) => {
        props.onActivate();
        actions.openNote(path, event);
      }}
      onAuxClick={(event) => {
        if (event.button === 1) actions.openNote(path, event);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.showMenu([path], event);
      }}
      onFocusIn={props.onActivate}
      onKeyDown={(event) => {
        const key = turnedKey(event.key, event.currentTarget);
        if (key === 'Enter') {
          event.preventDefault();
          actions.openNote(path, event);
        } else if (key === 'ArrowLeft') {
          event.preventDefault();
          props.onLeave();
        } else props.onMove(event);
      }}
    >
      <div class="paperweave-cell mod-title" role="rowheader" title={path}>
        {paper === null ? null : <StatusDot look={findStatusLook(looks, paper.status)} />}
        <span
          class="paperweave-text paperweave-title"
          dir="auto"
          onMouseOver={(event) => {
            actions.hoverNote(path, event, event.currentTarget, hoverParent);
          }}
        >
          {paper?.title ?? path}
        </span>
      </div>
      <div class="paperweave-cell mod-citing-status" role="gridcell">
        {paper === null ? null : findStatusLook(looks, paper.status).label}
      </div>
      <div class="paperweave-cell mod-citing-year" role="gridcell">
        {paper?.year ?? null}
      </div>
    </div>
  );
}

/** The key as it would be where text runs from left to right. */
function turnedKey(key: string, row: Element): string {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return key;
  if (!isRightToLeft(row)) return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
}
