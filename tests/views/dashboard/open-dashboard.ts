import { INITIAL_DASHBOARD_STATE } from '../../../src/core/dashboard/dashboard-state';
import type { ScoreWeights } from '../../../src/core/dashboard/score-papers';
import { DEFAULT_STATUSES, type StatusVocabulary } from '../../../src/core/papers/status-vocabulary';
import { DEFAULT_SETTINGS } from '../../../src/settings/default-settings';
import type { PaperActions } from '../../../src/views/paper-actions';
import type { FakeSource } from '../../support/a-library';
import { TimedChannel } from '../../host/timed-channel';

/** The parts of Obsidian that the dashboard uses, as far as these tests look at them. To be given to `jest.mock`. */
export function fakeObsidian(platform: { isMobile: boolean; isMacOS: boolean }) {
  class FakeItemView {
    addAction(): void {
      // The header of the view is the app's.
    }

    register(): void {
      // No view is closed here.
    }

    app = { scope: {}, workspace: { requestSaveLayout: jest.fn() } };
    scope: unknown = null;
    contentEl = document.body.appendChild(Object.assign(document.createElement('div'), { addClass: () => undefined, onWindowMigrated: () => () => undefined }));
    getState(): Record<string, unknown> {
      return {};
    }
    setState(): Promise<void> {
      return Promise.resolve();
    }
  }
  class FakeScope {
    register(): void {}
  }
  return {
    ItemView: FakeItemView,
    Scope: FakeScope,
    Platform: platform,
    getLanguage: () => 'en',
    setIcon: (element: HTMLElement, name: string) => {
      element.dataset.icon = name;
    },
  };
}

/** What jsdom lacks: sizes to follow, since it lays nothing out, and a canvas, which axe asks for. */
export function completeDom(): void {
  Object.assign(window, { ResizeObserver: FakeResizeObserver, MessageChannel: TimedChannel });
  HTMLCanvasElement.prototype.getContext = () => null;
}

class FakeResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

export type ActionCalls = { readonly [Name in keyof PaperActions]: jest.Mock };

export function fakeActions(): ActionCalls {
  const action = (): jest.Mock => jest.fn(() => Promise.resolve());
  return {
    openNote: action(), hoverNote: action(), showMenu: action(), showWorkMenu: action(), setStatus: action(), setProperty: action(), chooseProperty: action(), dragLinks: action(), copyText: action(), saveFile: action(), createNotes: action(), hideWorks: action(),
    showWorks: action(), chooseTarget: action(), pointCitationsHere: action(), linkReferences: action(), showBacklinks: action(),
    openPdf: action(), openSource: action(), undoLastChange: action(),
  };
}

interface OpenedView {
  readonly contentEl: HTMLElement;
  readonly app: { readonly workspace: { readonly requestSaveLayout: jest.Mock } };
  getState(): Record<string, unknown>;
  setState(state: unknown, result: object): Promise<void>;
  onOpen(): Promise<void>;
  onClose(): Promise<void>;
}

type ViewConstructor = new (leaf: object, deps: object) => OpenedView;

/** A dashboard over a fake library, opened, with what a test looks at. */
export async function openDashboard(
  constructor: unknown,
  source: FakeSource,
  openSettings: () => void = () => undefined,
  { today = (): string => '2024-03-20', readDateProperty = 'read_date' } = {},
) {
  const actions = fakeActions();
  let statuses: StatusVocabulary = DEFAULT_STATUSES;
  let { nextWeights } = DEFAULT_SETTINGS;
  const settingsCallbacks = new Set<() => void>();
  const DashboardView = constructor as ViewConstructor;
  const view = new DashboardView(
    {},
    {
      source,
      actions,
      settings: () => ({ ...DEFAULT_SETTINGS, statuses, nextWeights, readDateProperty }),
      changeSettings: () => undefined,
      createdAt: () => null,
      linktext: (path: string) => path,
      today,
      onSettings: (callback: () => void) => {
        settingsCallbacks.add(callback);
        return () => settingsCallbacks.delete(callback);
      },
      openSettings,
      showChanges: () => undefined,
    },
  );
  await view.onOpen();
  await settle();
  const root = view.contentEl;
  const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string): HTMLElement => {
    const [found] = all(selector);
    if (found === undefined) throw new Error(`Nothing matches ${selector} in:\n${root.textContent}`);
    return found;
  };
  return {
    view,
    root,
    actions,
    all,
    one,
    settingsCallbacks,
    button(name: string | RegExp): HTMLElement {
      const found = all('button').find((button) => {
        const label = button.getAttribute('aria-label') ?? button.textContent.trim();
        return typeof name === 'string' ? label === name : name.test(label);
      });
      if (found === undefined) throw new Error(`No button ${String(name)} in:\n${root.textContent}`);
      return found;
    },
    head(name: string): HTMLElement {
      return one(`[role=columnheader]:nth-child(${String(HEADS.indexOf(name) + 1)}) button`);
    },
    async click(element: HTMLElement, init: MouseEventInit = {}): Promise<void> {
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
      await settle();
    },
    async press(key: string, init: KeyboardEventInit = {}, on: Element | null = document.activeElement): Promise<void> {
      on?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
      await settle();
    },
    async type(field: HTMLElement, text: string): Promise<void> {
      Object.assign(field, { value: text });
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle();
    },
    async choose(select: HTMLElement, value: string): Promise<void> {
      Object.assign(select, { value });
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    },
    async setStatuses(changed: StatusVocabulary): Promise<void> {
      statuses = changed;
      for (const callback of settingsCallbacks) callback();
      await settle();
    },
    async setWeights(changed: ScoreWeights): Promise<void> {
      nextWeights = changed;
      for (const callback of settingsCallbacks) callback();
      await settle();
    },
    titles: (): string[] => all('.paperweave-list-item .paperweave-title').map((title) => title.textContent),
    count: (): string => one('.paperweave-panel [role=status]').textContent,
  };
}

const HEADS = ['Title', 'Status', 'Authors', 'Year', 'Venue', 'Cited here', 'Worldwide', 'References', 'Read on'];

/** Lets Preact draw and run its effects, until what takes several slices is worked out. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 2 || document.querySelector('[aria-busy=true]') !== null; turn += 1) await new Promise((resolve) => window.setTimeout(resolve, 20));
}

export const emptyState = INITIAL_DASHBOARD_STATE;
