import { INITIAL_DASHBOARD_STATE, type DashboardState, type ScrollPlace } from '../../core/dashboard/dashboard-state';

/** The state of one dashboard, shared by its components and by the view that keeps it in the workspace layout. */
export interface DashboardStore {
  readonly state: DashboardState;
  /** Grows whenever Obsidian hands over a state: what is drawn then starts anew, at the scroll positions of that state. */
  readonly generation: number;
  /** Changes the state and draws it. */
  update(change: Partial<DashboardState>): void;
  /** Remembers a scroll position; nothing is drawn for it. */
  keepScroll(place: ScrollPlace, offset: number): void;
  /** Takes over a whole state from outside. */
  replace(state: DashboardState): void;
  /** Calls back when there is something to draw. Returns its own off. */
  onChange(callback: () => void): () => void;
}

/** A new store. `onKeep` is called whenever the state changed by what the user did and should be saved. */
export function createDashboardStore(onKeep: () => void): DashboardStore {
  const callbacks = new Set<() => void>();
  let state = INITIAL_DASHBOARD_STATE;
  let generation = 0;
  const draw = (): void => {
    for (const callback of [...callbacks]) callback();
  };
  return {
    get state() {
      return state;
    },
    get generation() {
      return generation;
    },
    update(change) {
      state = { ...state, ...change };
      draw();
      onKeep();
    },
    keepScroll(place, offset) {
      const rounded = Math.round(offset);
      if (state.scroll[place] === rounded) return;
      state = { ...state, scroll: { ...state.scroll, [place]: rounded } };
      onKeep();
    },
    replace(replacement) {
      state = replacement;
      generation += 1;
      draw();
    },
    onChange(callback) {
      callbacks.add(callback);
      return () => {
        callbacks.delete(callback);
      };
    },
  };
}
