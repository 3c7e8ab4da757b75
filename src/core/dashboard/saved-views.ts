import { readDashboardState, type DashboardState } from './dashboard-state';

/** What a saved view holds: all that the dashboard shows, and not how far it was scrolled. */
export type DashboardLook = Omit<DashboardState, 'scroll'>;

/** A look of the dashboard under a name. Names differ by more than case. */
export interface SavedView {
  readonly name: string;
  readonly look: DashboardLook;
}

/** Longest name of a view, in characters. */
export const LONGEST_VIEW_NAME = 60;

/** The look of a state; reads what another version wrote as `readDashboardState` does. */
export function readLook(state: unknown): DashboardLook {
  const { scroll: _scroll, ...look } = readDashboardState(state);
  return look;
}

/** True where a view shows what the state shows. */
export function isAtView(state: DashboardState, view: SavedView): boolean {
  return JSON.stringify(readLook(state)) === JSON.stringify(view.look);
}

/** The view of that name, case aside. */
export function findView(views: readonly SavedView[], name: string): SavedView | null {
  return views.find((view) => isSameName(view.name, name)) ?? null;
}

/** With the look under that name: in place of a view that has it already, else as the last. */
export function saveView(views: readonly SavedView[], name: string, state: DashboardState): readonly SavedView[] {
  const saved = { name: name.trim(), look: readLook(state) };
  return findView(views, saved.name) ? views.map((view) => (isSameName(view.name, saved.name) ? saved : view)) : [...views, saved];
}

/** Without the view of that name. */
export function removeView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => !isSameName(view.name, name));
}

const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
