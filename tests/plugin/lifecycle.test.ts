/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf } from '../support/plugin-host';

const FILES: Record<string, string> = {
  ...WITH_SETTINGS,
  'papers/alpha.md': paperNote('Alpha', { references: ['[Beta](./beta.md)'] }),
  'papers/beta.md': paperNote('Beta', { status: 'read' }),
};

let host: Host;

afterEach(async () => {
  const errors = [...host.errors];
  await host.unload();
  expect(errors).toEqual([]);
});

/** Counts what is registered on an event target, by type: what is added and not removed again. */
function watchListeners(target: EventTarget): () => Record<string, number> {
  const counts = new Map<string, Set<unknown>>();
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  jest.spyOn(target, 'addEventListener').mockImplementation((type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) => {
    counts.set(type, (counts.get(type) ?? new Set()).add(listener));
    add(type, listener, options);
  });
  jest.spyOn(target, 'removeEventListener').mockImplementation((type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions) => {
    counts.get(type)?.delete(listener);
    remove(type, listener, options);
  });
  return () => Object.fromEntries([...counts].map(([type, listeners]) => [type, listeners.size]).filter(([, size]) => size !== 0));
}

/** Handlers on the app's own event sources. */
function eventHandlers(): Record<string, number> {
  const count = (source: object): number => {
    let total = 0;
    for (const value of Object.values(source) as unknown[]) {
      if (value instanceof Map) for (const each of value.values() as Iterable<unknown>) if (Array.isArray(each) || each instanceof Set) total += Array.isArray(each) ? each.length : each.size;
    }
    return total;
  };
  const { vault, metadataCache, workspace } = host.app;
  return { vault: count(vault), metadataCache: count(metadataCache), workspace: count(workspace) };
}

describe('loading and unloading', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('should leave nothing behind, twenty times over', async () => {
    host = await openVault({ files: FILES });
    const listeners = [watchListeners(window), watchListeners(document), watchListeners(document.body)];
    const round = async (): Promise<{ nodes: number; listeners: unknown; handlers: unknown; commands: number; intervals: number }> => {
      await host.openFile('papers/alpha.md');
      await host.runCommand('paperweave:open-dashboard');
      await host.runCommand('paperweave:open-citations');
      expect(host.view('paperweave-dashboard')).not.toBeNull();
      host.leaf('paperweave-dashboard')?.detach();
      host.leaf('paperweave-citations')?.detach();
      await host.disablePlugin();
      const state = {
        nodes: document.querySelectorAll('[class*="paperweave"]').length,
        listeners: listeners.map((count) => count()),
        handlers: eventHandlers(),
        commands: host.commandIds().filter((id) => id.startsWith('paperweave:')).length,
        intervals: interval.mock.calls.length - cleared.mock.calls.length,
      };
      await host.enablePlugin();
      return state;
    };
    const interval = jest.spyOn(window, 'setInterval');
    const cleared = jest.spyOn(window, 'clearInterval');
    const first = await round();
    expect(first).toMatchObject({ nodes: 0, commands: 0 });
    let last = first;
    for (let times = 1; times < 20; times++) last = await round();
    expect(last).toEqual(first);
    await apiOf(host).ready;
    expect(apiOf(host).papers()).toHaveLength(2);
  });

  it('should unload with the views open, and show them again when it is switched on', async () => {
    host = await openVault({ files: FILES });
    await host.runCommand('paperweave:open-dashboard');
    await host.disablePlugin();
    expect(document.body.textContent).not.toContain('Alpha');
    await host.enablePlugin();
    expect(host.view('paperweave-dashboard')?.containerEl.textContent).toContain('Alpha');
  });

  it('should unload before the layout is ready, and while the index is built', async () => {
    host = await openVault({ files: FILES, layoutReady: false });
    await host.disablePlugin();
    await host.fireLayoutReady();
    await host.enablePlugin();
    expect(apiOf(host).papers()).toHaveLength(2);
    await host.unload();
    host = await openVault({ files: FILES, settle: false });
    await host.disablePlugin();
    await host.settle();
  });

  it('should call back no one after unloading', async () => {
    host = await openVault({ files: FILES });
    const heard: unknown[] = [];
    apiOf(host).on('change', (change) => heard.push(change));
    await host.disablePlugin();
    await host.writeOutside('papers/beta.md', paperNote('Beta'));
    await host.settle();
    expect(heard).toEqual([]);
  });
});

describe('a restart', () => {
  it('should bring the dashboard back with its state', async () => {
    host = await openVault({ files: FILES });
    await host.runCommand('paperweave:open-dashboard');
    const dashboard = (): HTMLElement => {
      const el = host.view('paperweave-dashboard')?.containerEl;
      if (!el) throw new Error('The dashboard is not open.');
      return el;
    };
    const tab = [...dashboard().querySelectorAll<HTMLElement>('[role="tab"]')].find((each) => each.textContent.includes('Missing'));
    tab?.click();
    await host.settle();
    const before = host.leaf('paperweave-dashboard')?.getViewState().state;
    host = await host.reload();
    expect(host.leaf('paperweave-dashboard')?.getViewState().state).toEqual(before);
    expect(dashboard().querySelector('[role="tab"][aria-selected="true"]')?.textContent).toContain('Missing');
  });

  it('should leave deferred views in peace until they are shown', async () => {
    host = await openVault({ files: FILES });
    await host.runCommand('paperweave:open-dashboard');
    await host.runCommand('paperweave:open-citations');
    host = await host.reload({ deferAll: true });
    const leaf = host.leaf('paperweave-dashboard');
    expect(leaf?.isDeferred).toBe(true);
    await host.runCommand('paperweave:open-dashboard');
    expect(host.app.workspace.getLeavesOfType('paperweave-dashboard')).toHaveLength(1);
    expect(host.view('paperweave-dashboard')?.containerEl.textContent).toContain('Alpha');
  });
});

describe('a phone', () => {
  it('should load, open its views and write', async () => {
    host = await openVault({ files: FILES, platform: { isPhone: true } });
    await host.runCommand('paperweave:open-dashboard');
    expect(host.view('paperweave-dashboard')?.containerEl.textContent).toContain('Alpha');
    await host.runCommand('paperweave:open-citations');
    await host.openFile('papers/alpha.md');
    await host.runCommand('paperweave:mark-read');
    expect(host.read('papers/alpha.md')).toContain('status: read\n');
  });
});
