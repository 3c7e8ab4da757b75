import type { App } from 'obsidian';
import type { DashboardState } from '../core/dashboard/dashboard-state';
import { DASHBOARD_VIEW } from '../views/dashboard/dashboard-view';

/** Opens the dashboard, or shows the one that is open, with that part of its state; the rest stays as it was. */
export async function openDashboardAt(app: App, openView: (type: string) => Promise<void>, change: Partial<DashboardState>): Promise<void> {
  await openView(DASHBOARD_VIEW);
  const [leaf] = app.workspace.getLeavesOfType(DASHBOARD_VIEW);
  if (!leaf) return;
  await leaf.loadIfDeferred();
  await leaf.setViewState({ type: DASHBOARD_VIEW, active: true, state: { ...leaf.view.getState(), ...change } });
}
