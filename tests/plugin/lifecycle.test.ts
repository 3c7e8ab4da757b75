/** @jest-environment jsdom */
import { openVault, type Host } from '../host/open-vault';
import { DATA, WITH_SETTINGS, paperNote } from '../support/paper-notes';
import { apiOf } from '../support/plugin-host';
import { watchLeftovers } from '../support/watch-leftovers';

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

/** Opens all there is to open, lets a command write, takes that back, and leaves by ways that a user has. */
async function use(): Promise<void> {
  await host.openReading('papers/alpha.md');
  expect(document.querySelectorAll('.markdown-reading-view .paperweave-mark, .paperweave-header-status')).toHaveLength(2);
  await host.runCommand('paperweave:open-dashboard');
  const dashboard = host.view('paperweave-dashboard')?.containerEl;
  for (const tab of dashboard?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []) {
    tab.click();
    await host.settle();
  }
  await host.runCommand('paperweave:open-citations');
  expect([host.view('paperweave-dashboard'), host.view('paperweave-citations')]).not.toContain(null);
  apiOf(host).on('change', () => undefined);
  host.openSettings();
  await host.settle();
  await host.press('Escape');
  await host.runCommand('paperweave:set-status');
  await host.press('Escape');
  await host.runCommand('paperweave:mark-read');
  expect(host.read('papers/alpha.md')).toContain('status: read\n');
  await host.runCommand('paperweave:undo-last-change');
  expect(host.read('papers/alpha.md')).toBe(FILES['papers/alpha.md']);
  host.leaf('paperweave-dashboard')?.detach();
  host.leaf('paperweave-citations')?.detach();
  await host.settle();
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

describe('loading and unloading', () => {
  it('should leave nothing behind, fifty times over', async () => {
    host = await openVault({ files: { ...FILES, [DATA]: '{"version":1,"markReferencesInEditor":true}' } });
    // Stays open over all rounds: what is in it comes and goes with the plugin.
    const editor = host.openLivePreview('papers/alpha.md');
    const styleCount = (): number => document.querySelectorAll('style, link').length + document.styleSheets.length;
    const ofEditor = styleCount();
    const app = host.app as unknown as Record<'viewRegistry' | 'setting' | 'registrations' | 'workspace', Record<string, unknown>> & Record<'protocolHandlers' | 'cliHandlers', Map<string, unknown>>;
    // The document's own selector engine adds listeners on first use.
    await use();
    const watch = watchLeftovers([host.app.workspace.containerEl]);
    /** Whatever the app keeps a list of, by how much is in it. */
    const sizes = (owner: object): Record<string, number> =>
      Object.fromEntries(Object.entries(owner).flatMap(([name, value]: [string, unknown]) =>
        Array.isArray(value) ? [[name, value.length]] : value instanceof Map || value instanceof Set ? [[name, value.size]] : isPlain(value) ? [[name, Object.keys(value).length]] : []));
    const round = async (): Promise<Record<string, unknown>> => {
      await use();
      expect(editor.view.dom.querySelectorAll('.paperweave-mark')).toHaveLength(1);
      await host.disablePlugin();
      await host.settle();
      const state = {
        leftovers: watch.now(),
        handlers: eventHandlers(),
        nodes: document.querySelectorAll('*').length,
        own: [...document.querySelectorAll('[class*="paperweave"], [data-type^="paperweave"]')].map((el) => el.className),
        styles: styleCount() - ofEditor,
        classes: `${document.documentElement.className} ${document.body.className}`,
        commands: host.commandIds().filter((id) => id.startsWith('paperweave:')),
        registered: { views: sizes(app.viewRegistry), settings: sizes(app.setting), rest: Object.values(app.registrations).flat().length, uris: app.protocolHandlers.size, cli: app.cliHandlers.size, hover: Object.keys(app.workspace['hoverLinkSources'] as object) },
        open: [host.modals.length, host.menus.length],
      };
      await host.enablePlugin();
      return state;
    };
    try {
      const first = await round();
      expect(first).toMatchObject({ own: [], styles: 0, commands: [], open: [0, 0], registered: { rest: 0, uris: 0, cli: 0, hover: [] } });
      // CodeMirror looks at the text of the editor that stays open.
      expect(first['leftovers']).toEqual({ 'observed elements': 1 });
      for (let times = 1; times < 50; times++) expect(await round()).toEqual(first);
    } finally {
      watch.stop();
      editor.destroy();
    }
    await apiOf(host).ready;
    expect(apiOf(host).papers()).toHaveLength(2);
    expect(host.read('papers/alpha.md')).toBe(FILES['papers/alpha.md']);
  }, 120_000);

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
