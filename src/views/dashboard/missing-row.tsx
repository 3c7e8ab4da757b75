import { findCitingLines } from '../../core/dashboard/find-citing-lines';
import { findStatusLook } from '../../core/dashboard/status-look';
import type { MissingWork } from '../../core/library/library';
import { say } from '../../language/say';
import { listTexts } from '../list-texts';
import { Icon } from '../preact/icon';
import { StatusDot } from '../preact/status-dot';
import { turnedKey } from '../preact/turned-key';
import type { FocusedRowProps } from '../preact/use-row-focus';
import { useDashboard } from './dashboard-context';
import { paperEvents } from './paper-events';
import { workEvents } from './work-events';

const TEXT = {
  select: (title: string) => say('Select {title}', { title }),
  citedByOne: say('Cited by 1 paper'),
  citedBy: (count: string) => say('Cited by {count} papers', { count }),
  read: (count: string) => say('{count} read', { count }),
  noneRead: say('none read'),
  place: (line: string) => say('Line {line}', { line }),
  places: (line: string, more: string) => say('Line {line} and {more} more', { line, more }),
  placesMeaning: (lines: string) => say('Cited on the lines {lines}', { lines }),
  hide: (title: string) => say('Hide {title}', { title }),
  showAgain: (title: string) => say('Show {title} again', { title }),
  debris: say('Debris of text recognition'),
  byUser: say('Hidden by you'),
};

interface WorkRowProps extends FocusedRowProps {
  readonly work: MissingWork;
  readonly expanded: boolean;
  readonly selected: boolean;
  readonly onToggleExpanded: () => void;
  readonly onToggleSelected: () => void;
}

/** A missing work. Space selects it; Enter and the arrow keys open and close the list of the papers citing it. */
export function WorkRow(props: WorkRowProps) {
  const { actions, formatNumber } = useDashboard();
  const { work, index, active, expanded, selected, onToggleExpanded, onToggleSelected } = props;
  const tabIndex = active ? 0 : -1;
  const onMove = (event: KeyboardEvent): void => {
    const key = turnedKey(event);
    if (key === ' ') onToggleSelected();
    else if (key === (expanded ? 'ArrowLeft' : 'ArrowRight')) onToggleExpanded();
    else {
      props.onMove(event);
      return;
    }
    event.preventDefault();
  };
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
      {...workEvents({ actions, work, onActivate: props.onActivate, onOpen: onToggleExpanded, onMove })}
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
        <span class="paperweave-cited">{work.citedBy === 1 ? TEXT.citedByOne : TEXT.citedBy(formatNumber(work.citedBy))}</span>{' '}
        <span class="paperweave-cited-read">{work.readBy === 0 ? TEXT.noneRead : TEXT.read(formatNumber(work.readBy))}</span>
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

interface CitingRowProps extends FocusedRowProps {
  readonly path: string;
  /** What it cites: a paper by its path, or a missing work by its key. */
  readonly cited: { readonly path: string } | { readonly key: string };
  /** Leads back to what is cited, above. */
  readonly onLeave: () => void;
}

/** A paper citing what stands above it: a click or Enter opens it at the first place where it does. */
export function CitingRow(props: CitingRowProps) {
  const { actions, hoverParent, library, looks, formatNumber } = useDashboard();
  const { path, cited, index } = props;
  const paper = library.paper(path);
  const lines = findCitingLines(library, path, cited);
  const [line] = lines;
  const open = (event: MouseEvent | KeyboardEvent): void => {
    actions.openNote(path, event, line);
  };
  const onMove = (event: KeyboardEvent): void => {
    if (turnedKey(event) !== 'ArrowLeft') {
      props.onMove(event);
      return;
    }
    event.preventDefault();
    props.onLeave();
  };
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
        open(event);
      }}
      {...paperEvents({ actions, path, onOpen: open, onActivate: props.onActivate, onMove })}
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
      <div
        class="paperweave-cell mod-citing-line"
        role="gridcell"
        title={lines.length > 1 ? TEXT.placesMeaning(listTexts(lines.map(formatNumber))) : undefined}
      >
        {line === undefined ? null : lines.length === 1 ? TEXT.place(formatNumber(line)) : TEXT.places(formatNumber(line), formatNumber(lines.length - 1))}
      </div>
    </div>
  );
}
