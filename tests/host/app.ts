import { CommandPalette, Commands } from './commands';
import type { Disk } from './disk';
import { FileManager } from './file-manager';
import { keyboard, Keymap, Scope } from './keymap';
import { menus } from './menu';
import { MetadataCache } from './metadata-cache';
import { Modal } from './modals';
import type { PlatformFlags } from './platform';
import type { Plugin, PluginManifest } from './plugin';
import type { SettingTab } from './setting-tab';
import { Vault } from './vault';
import { ViewRegistry, Workspace } from './workspace';

export interface AppOptions {
  readonly config: Record<string, unknown>;
  readonly configDir: string;
  readonly stripBom: boolean;
  readonly failedRelativeFallsBack: boolean;
  readonly deferAll: boolean;
  readonly corePluginsOff: readonly string[];
  readonly corePluginOptions: Record<string, Record<string, unknown>>;
}

/** Core commands as stubs: they do the one visible thing that matters here, and are recorded in `commands.executed`. */
const CORE_VIEWS: Record<string, { plugin: string; name: string; type: string; where: 'right' | 'tab' }> = {
  'backlink:open': { plugin: 'backlink', name: 'Backlinks: Show backlinks', type: 'backlink', where: 'right' },
  'backlink:open-backlinks': { plugin: 'backlink', name: 'Backlinks: Open backlinks for the current note', type: 'backlink', where: 'tab' },
  'outgoing-links:open': { plugin: 'outgoing-link', name: 'Outgoing links: Show outgoing links', type: 'outgoing-link', where: 'right' },
  'outgoing-links:open-for-current': { plugin: 'outgoing-link', name: 'Outgoing links: Open for current note', type: 'outgoing-link', where: 'tab' },
  'graph:open-local': { plugin: 'graph', name: 'Graph view: Open local graph', type: 'localgraph', where: 'tab' },
};

const CORE_PLUGINS = ['file-explorer', 'global-search', 'switcher', 'graph', 'backlink', 'outgoing-link', 'tag-pane', 'page-preview', 'daily-notes', 'templates', 'command-palette', 'outline', 'bases', 'properties', 'bookmarks', 'canvas'];

/** The settings window: a modal with the tabs on the left. */
export class SettingsModal extends Modal {
  readonly pluginTabs: SettingTab[] = [];
  activeTab: SettingTab | null = null;
  private readonly listEl: HTMLElement;
  private readonly tabEl: HTMLElement;

  constructor(app: HostApp) {
    super(app);
    this.modalEl.addClass('mod-settings');
    this.setTitle('Settings');
    const box = this.contentEl.createDiv({ cls: 'vertical-tabs-container' });
    this.listEl = box.createDiv({ cls: 'vertical-tab-header', attr: { role: 'tablist' } });
    this.tabEl = box.createDiv({ cls: 'vertical-tab-content-container' });
  }

  addSettingTab(tab: SettingTab): void {
    this.pluginTabs.push(tab);
    tab.settingItems = tab.getSettingDefinitions();
  }

  removeSettingTab(tab: SettingTab): void {
    const at = this.pluginTabs.indexOf(tab);
    if (at >= 0) this.pluginTabs.splice(at, 1);
    if (this.activeTab === tab) this.showTab(null);
  }

  openTabById(id: string): SettingTab | null {
    const tab = this.pluginTabs.find((each) => each.id === id) ?? null;
    if (tab) this.showTab(tab);
    return tab;
  }

  override onOpen(): void {
    this.listEl.empty();
    for (const tab of this.pluginTabs) {
      const item = this.listEl.createEl('button', { cls: 'vertical-tab-nav-item', text: tab.name, attr: { type: 'button', role: 'tab', 'data-setting-id': tab.id } });
      item.addEventListener('click', () => {
        this.showTab(tab);
      });
    }
    this.showTab(this.activeTab ?? this.pluginTabs[0] ?? null);
  }

  override onClose(): void {
    this.activeTab?.close();
    this.tabEl.empty();
  }

  private showTab(tab: SettingTab | null): void {
    this.activeTab?.close();
    this.activeTab = tab;
    this.tabEl.empty();
    this.listEl.findAll('.vertical-tab-nav-item').forEach((item) => {
      item.toggleClass('is-active', item.dataset.settingId === tab?.id);
    });
    if (!tab) return;
    this.tabEl.appendChild(tab.containerEl);
    tab.open();
  }
}

class InternalPlugins {
  readonly plugins: Record<string, { enabled: boolean; instance: { id: string; options: Record<string, unknown> } }> = {};

  constructor(options: AppOptions) {
    for (const id of CORE_PLUGINS) {
      this.plugins[id] = { enabled: !options.corePluginsOff.includes(id), instance: { id, options: options.corePluginOptions[id] ?? {} } };
    }
  }

  getPluginById(id: string): InternalPlugins['plugins'][string] | null {
    return this.plugins[id] ?? null;
  }

  getEnabledPluginById(id: string): { id: string; options: Record<string, unknown> } | null {
    const plugin = this.plugins[id];
    return plugin?.enabled === true ? plugin.instance : null;
  }
}

/** `app` as plugins see it, with the internals that scripts rely on. */
export class HostApp {
  vault: Vault;
  metadataCache: MetadataCache;
  workspace: Workspace;
  fileManager: FileManager;
  commands: Commands;
  viewRegistry: ViewRegistry;
  internalPlugins: InternalPlugins;
  setting: SettingsModal;
  scope = new Scope();
  keymap = new Keymap(this.scope);
  lastEvent: unknown = null;
  renderContext: { hoverPopover: unknown } = { hoverPopover: null };
  appId = 'host';
  plugins: {
    plugins: Record<string, Plugin>;
    manifests: Record<string, PluginManifest>;
    enabledPlugins: Set<string>;
    getPlugin(id: string): Plugin | null;
  } = {
    plugins: {},
    manifests: {},
    enabledPlugins: new Set(),
    getPlugin(id) {
      return this.plugins[id] ?? null;
    },
  };
  readonly openModals: Modal[] = [];
  readonly protocolHandlers = new Map<string, (params: Record<string, string>) => unknown>();
  readonly cliHandlers = new Map<string, { description: string; flags: Record<string, unknown> | null; handler: (params: Record<string, string>) => string | Promise<string> }>();
  readonly registrations: Record<string, unknown[]> = {};
  private readonly onKey = (event: KeyboardEvent): void => {
    this.lastEvent = event;
    this.keymap.handle(event, this.workspace.activeLeaf?.view.scope ?? null);
  };

  constructor(
    disk: Disk,
    readonly options: AppOptions,
    readonly platform: PlatformFlags,
    private readonly localStorageMap: Map<string, string>,
    /** Shows one of the app's own notices. */
    readonly notify: (message: string) => void,
  ) {
    keyboard.isMacOS = platform.isMacOS;
    this.vault = new Vault(disk, options);
    this.metadataCache = new MetadataCache(this.vault, {
      failedRelativeFallsBack: options.failedRelativeFallsBack,
      linkFormat: () => String(this.vault.getConfig('newLinkFormat') ?? 'shortest'),
    });
    this.fileManager = new FileManager(this);
    this.viewRegistry = new ViewRegistry(this);
    this.workspace = new Workspace(this);
    this.commands = new Commands(this);
    this.internalPlugins = new InternalPlugins(options);
    this.setting = new SettingsModal(this);
    menus.keymap = this.keymap;
    this.scope.register(['Mod'], 'p', () => {
      this.openPalette();
      return false;
    });
    this.scope.register(['Mod'], ',', () => {
      this.setting.open();
      return false;
    });
    this.addCoreCommands();
    document.addEventListener('keydown', this.onKey, true);
  }

  isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
  }

  loadLocalStorage(key: string): unknown {
    const text = this.localStorageMap.get(key);
    return text === undefined ? null : (JSON.parse(text) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) this.localStorageMap.delete(key);
    else this.localStorageMap.set(key, JSON.stringify(data));
  }

  openPalette(): CommandPalette {
    const palette = new CommandPalette(this);
    palette.open();
    return palette;
  }

  dispose(): void {
    document.removeEventListener('keydown', this.onKey, true);
    for (const modal of [...this.openModals]) modal.close();
    for (const menu of [...menus.open]) menu.hide();
  }

  private addCoreCommands(): void {
    for (const [id, { plugin, name, type, where }] of Object.entries(CORE_VIEWS)) {
      if (!this.internalPlugins.getEnabledPluginById(plugin)) continue;
      this.commands.addCommand({
        id,
        name,
        checkCallback: (checking) => {
          const file = this.workspace.getActiveFile();
          if (where === 'tab' && !file) return false;
          if (!checking) {
            if (where === 'right') void this.workspace.ensureSideLeaf(type, 'right', { active: true, reveal: true });
            else void this.workspace.getLeaf('split').setViewState({ type, state: { file: file?.path }, active: true });
          }
          return true;
        },
      });
    }
    this.commands.addCommand({
      id: 'app:open-settings',
      name: 'Open settings',
      callback: () => {
        this.setting.open();
      },
    });
    this.commands.addCommand({
      id: 'command-palette:open',
      name: 'Command palette: Open command palette',
      callback: () => {
        this.openPalette();
      },
    });
    this.commands.addCommand({
      id: 'workspace:close',
      name: 'Close current tab',
      checkCallback: (checking) => {
        const leaf = this.workspace.activeLeaf;
        if (leaf && !checking) leaf.detach();
        return leaf !== null;
      },
    });
  }
}
