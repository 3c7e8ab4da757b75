import { useRef } from 'preact/hooks';
import { DASHBOARD_TABS, type DashboardTab } from '../../core/dashboard/dashboard-state';
import { say } from '../../language/say';
import { isRightToLeft } from '../preact/is-right-to-left';
import { useDashboard } from './dashboard-context';

const TEXT: { readonly label: string; readonly tabs: Readonly<Record<DashboardTab, string>> } = {
  label: say('Dashboard'),
  tabs: { table: say('Table'), board: say('Board'), missing: say('Missing'), next: say('Next'), progress: say('Progress'), problems: say('Problems') },
};

/** The ids that tie tabs and panels together; `prefix` tells several dashboards in one window apart. */
export const tabId = (prefix: string, tab: DashboardTab): string => `${prefix}-tab-${tab}`;
export const panelId = (prefix: string, tab: DashboardTab): string => `${prefix}-panel-${tab}`;

interface TabListProps {
  readonly idPrefix: string;
  /** Numbers shown beside a tab's name; none is shown for 0. */
  readonly counts: Readonly<Record<DashboardTab, number>>;
}

/** The tabs. Arrow keys, Home and End move between them, as in every tab list. */
export function TabList({ idPrefix, counts }: TabListProps) {
  const { state, store, formatNumber } = useDashboard();
  const buttons = useRef(new Map<DashboardTab, HTMLButtonElement>());

  const moveTo = (event: KeyboardEvent, tabs: HTMLElement): void => {
    const next = nextTab(event.key, state.tab, isRightToLeft(tabs));
    if (next === null) return;
    event.preventDefault();
    store.update({ tab: next });
    buttons.current.get(next)?.focus();
  };

  return (
    <div
      class="paperweave-tabs"
      role="tablist"
      aria-label={TEXT.label}
      onKeyDown={(event) => {
        moveTo(event, event.currentTarget);
      }}
    >
      {DASHBOARD_TABS.map((tab) => (
        <button
          key={tab}
          id={tabId(idPrefix, tab)}
          ref={(element) => {
            if (element === null) buttons.current.delete(tab);
            else buttons.current.set(tab, element);
          }}
          class={`paperweave-tab${tab === state.tab ? ' is-active' : ''}`}
          role="tab"
          aria-selected={tab === state.tab}
          aria-controls={tab === state.tab ? panelId(idPrefix, tab) : undefined}
          tabIndex={tab === state.tab ? 0 : -1}
          onClick={() => {
            store.update({ tab });
          }}
        >
          {TEXT.tabs[tab]}
          {counts[tab] === 0 ? null : (
            <span class={`paperweave-tab-count${tab === 'problems' ? ' mod-warning' : ''}`}>{formatNumber(counts[tab])}</span>
          )}
        </button>
      ))}
    </div>
  );
}

function nextTab(key: string, current: DashboardTab, rtl: boolean): DashboardTab | null {
  const at = DASHBOARD_TABS.indexOf(current);
  const last = DASHBOARD_TABS.length - 1;
  if (key === (rtl ? 'ArrowLeft' : 'ArrowRight')) return DASHBOARD_TABS[at === last ? 0 : at + 1] ?? null;
  if (key === (rtl ? 'ArrowRight' : 'ArrowLeft')) return DASHBOARD_TABS[at === 0 ? last : at - 1] ?? null;
  if (key === 'Home') return DASHBOARD_TABS[0];
  if (key === 'End') return DASHBOARD_TABS[last] ?? null;
  return null;
}
