import { ItemView, Scope, type HoverParent, type HoverPopover, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import { INITIAL_DASHBOARD_STATE, readDashboardState, type DashboardState } from '../../core/dashboard/dashboard-state';
import { findView } from '../../core/dashboard/saved-views';
import { say } from '../../language/say';
import { Dashboard, type DashboardDeps } from './dashboard';
import type { DashboardRoom } from './dashboard-context';
import { createDashboardStore } from './dashboard-store';

export type { DashboardDeps } from './dashboard';

/** The type under which the view is registered and found. */
export const DASHBOARD_VIEW = 'paperweave-dashboard';

const TEXT = {
  name: 'Paperweave',
  changes: say('Changes to papers'),
};

/** The dashboard as a view of the workspace. Its state (tab, search, filters, sort, scroll positions) lives in the layout. */
export class DashboardView extends ItemView implements HoverParent {
  override navigation = false;
  hoverPopover: HoverPopover | null = null;
  private readonly searchRef: { current: HTMLInputElement | null } = { current: null };
  private readonly store = createDashboardStore(() => {
    void this.app.workspace.requestSaveLayout();
  });

  /** Begins drawing. */
  private timer: number | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly deps: DashboardDeps,
  ) {
    super(leaf);
    this.scope = new Scope(this.app.scope);
    this.scope.register(['Mod'], 'f', (event) => {
      if (this.searchRef.current === null) return;
      event.preventDefault();
      this.searchRef.current.select();
    });
  }

  override getViewType(): string {
    return DASHBOARD_VIEW;
  }

  override getDisplayText(): string {
    return TEXT.name;
  }

  override getIcon(): string {
    return 'library';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.store.state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.store.replace(isKeptState(state) ? readDashboardState(state) : this.firstState());
    await super.setState(state, result);
  }

  /** What a dashboard shows that is new: the view that the user chose for it. */
  private firstState(): DashboardState {
    const { savedViews, defaultView } = this.deps.settings();
    return { ...INITIAL_DASHBOARD_STATE, ...findView(savedViews, defaultView)?.look };
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('paperweave-view');
    this.addAction('history', TEXT.changes, () => {
      this.deps.showChanges();
    });
    const draw = (): void => {
      render(<Dashboard deps={this.deps} store={this.store} hoverParent={this} room={roomOf(this.contentEl)} searchRef={this.searchRef} />, this.contentEl);
    };
    // The app hands over the state only after this: what is drawn before would be drawn twice.
    this.timer = window.setTimeout(draw, 0);
    // What follows its size belongs to a window.
    this.register(this.contentEl.onWindowMigrated(draw));
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    if (this.timer !== null) window.clearTimeout(this.timer);
    render(null, this.contentEl);
    return Promise.resolve();
  }
}

/** The size that an element has, or will have once it is shown: that of what it is in, as long as it is hidden itself. */
function roomOf(element: HTMLElement): DashboardRoom {
  const { clientWidth: width, clientHeight: height, parentElement } = element;
  return (width > 0 && height > 0) || parentElement === null ? { width, height } : roomOf(parentElement);
}

/** Whether it is the state of a dashboard from before, and not that of one that is opened anew. */
const isKeptState = (state: unknown): boolean => typeof state === 'object' && state !== null && 'tab' in state;
