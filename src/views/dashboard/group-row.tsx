import { findStatusLook } from '../../core/dashboard/status-look';
import type { GroupField } from '../../core/dashboard/dashboard-state';
import type { TableRow } from '../../core/dashboard/table-rows';
import { Icon } from '../preact/icon';
import { StatusDot } from '../preact/status-dot';
import { useDashboard } from './dashboard-context';
import { GROUP_NAMES } from './group-names';

interface GroupRowProps {
  readonly row: Extract<TableRow, { kind: 'group' }>;
  readonly field: GroupField;
  readonly index: number;
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onToggle: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The head of a group: what its papers share and how many they are. A click or Enter opens and closes it. */
export function GroupRow({ row, field, index, active, onActivate, onToggle, onKey }: GroupRowProps) {
  const { looks, formatNumber } = useDashboard();
  const look = field === 'status' && row.group !== '' ? findStatusLook(looks, row.group) : null;
  const label = look?.label ?? (row.label === '' ? GROUP_NAMES[field].none : row.label);
  return (
    <div
      class="paperweave-row mod-group"
      role="row"
      aria-level={1}
      aria-rowindex={index + 2}
      aria-expanded={!row.collapsed}
      data-paperweave-row={index}
      tabIndex={active ? 0 : -1}
      onClick={() => {
        onActivate();
        onToggle();
      }}
      onFocusIn={onActivate}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') {
          onKey(event);
          return;
        }
        event.preventDefault();
        onToggle();
      }}
    >
      <div class="paperweave-cell mod-group" role="rowheader">
        <Icon name={row.collapsed ? 'chevron-right' : 'chevron-down'} />
        {look === null ? null : <StatusDot look={look} />}
        <span class="paperweave-text" dir="auto">
          {label}
        </span>
        <span class="paperweave-group-count">{formatNumber(row.count)}</span>
      </div>
    </div>
  );
}
