import type { HostApp } from './app';
import type { Command } from './commands';
import { Component } from './events';
import { setIcon } from './icons';
import { setTooltip } from './functions';
import type { PluginSettingTab } from './setting-tab';
import type { View, WorkspaceLeaf } from './workspace';

export interface PluginManifest {
  id: string;
  name: string;
  version: string;
  minAppVersion: string;
  description: string;
  author: string;
  isDesktopOnly?: boolean;
  dir?: string;
}

export abstract class Plugin extends Component {
  app: HostApp;
  manifest: PluginManifest;
  settings?: unknown;
  /** Optional in the app too. */
  onExternalSettingsChange?(): unknown;

  constructor(app: HostApp, manifest: PluginManifest) {
    super();
    this.app = app;
    this.manifest = manifest;
  }

  onUserEnable(): void {
    return undefined;
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.app.workspace.ribbonEl.createDiv({ cls: 'clickable-icon side-dock-ribbon-action', attr: { role: 'button', tabindex: '0' } });
    setIcon(el, icon);
    setTooltip(el, title);
    el.addEventListener('click', (event) => callback(event));
    this.register(() => {
      el.remove();
    });
    return el;
  }

  /** On phones and tablets there is no status bar: the element exists but is nowhere. */
  addStatusBarItem(): HTMLElement {
    const el = createDiv({ cls: `status-bar-item plugin-${this.manifest.id}` });
    if (!this.app.platform.isMobile) this.app.workspace.statusBarEl.appendChild(el);
    this.register(() => {
      el.remove();
    });
    return el;
  }

  /** The id is prefixed with the plugin's id, the name with its name. */
  addCommand(command: Command): Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => {
      this.app.commands.removeCommand(command.id);
    });
    return command;
  }

  removeCommand(commandId: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${commandId}`);
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.app.setting.addSettingTab(tab);
    this.register(() => {
      this.app.setting.removeSettingTab(tab);
    });
  }

  registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
    this.app.viewRegistry.registerView(type, creator);
    this.register(() => {
      this.app.viewRegistry.unregisterView(type);
    });
  }

  registerHoverLinkSource(id: string, info: { display: string; defaultMod: boolean }): void {
    this.app.workspace.hoverLinkSources[id] = info;
    this.register(() => {
      Reflect.deleteProperty(this.app.workspace.hoverLinkSources, id);
    });
  }

  registerExtensions(extensions: string[], viewType: string): void {
    this.app.viewRegistry.registerExtensions(extensions, viewType);
    this.register(() => {
      this.app.viewRegistry.unregisterExtensions(extensions);
    });
  }

  registerMarkdownPostProcessor<T>(postProcessor: T): T {
    return this.recorded('postProcessors', postProcessor);
  }

  registerMarkdownCodeBlockProcessor(language: string, handler: unknown): unknown {
    return this.recorded('codeBlockProcessors', { language, handler });
  }

  registerBasesView(viewId: string, registration: unknown): boolean {
    if (!this.app.internalPlugins.getEnabledPluginById('bases')) return false;
    this.recorded('basesViews', { viewId, registration });
    return true;
  }

  registerEditorExtension(extension: unknown): void {
    // Clean-ups run newest first: the editors are told after the extension is out of the list.
    this.register(() => {
      this.app.workspace.updateOptions();
    });
    this.recorded('editorExtensions', extension);
    this.app.workspace.updateOptions();
  }

  registerEditorSuggest(suggest: unknown): void {
    this.recorded('editorSuggests', suggest);
  }

  registerObsidianProtocolHandler(action: string, handler: (params: Record<string, string>) => unknown): void {
    this.app.protocolHandlers.set(action, handler);
    this.register(() => {
      this.app.protocolHandlers.delete(action);
    });
  }

  registerCliHandler(command: string, description: string, flags: Record<string, unknown> | null, handler: (params: Record<string, string>) => string | Promise<string>): void {
    const { id } = this.manifest;
    if (command !== id && !command.startsWith(`${id}:`)) throw new Error(`CLI command "${command}" must be "${id}" or start with "${id}:".`);
    if (this.app.cliHandlers.has(command)) throw new Error(`CLI command "${command}" is already registered.`);
    this.app.cliHandlers.set(command, { description, flags, handler });
    this.register(() => {
      this.app.cliHandlers.delete(command);
    });
  }

  /** A fresh copy from `data.json` each time; null where there is none or it is no JSON. */
  async loadData(): Promise<unknown> {
    const path = `${this.dataFolder}/data.json`;
    const { adapter } = this.app.vault;
    if (!(await adapter.exists(path))) return null;
    const text = await adapter.read(path);
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      console.error(`Failed to read ${path}`, error);
      return null;
    }
  }

  async saveData(data: unknown): Promise<void> {
    const { adapter } = this.app.vault;
    const text = JSON.stringify(data, null, 2);
    await adapter.mkdir(this.dataFolder);
    await adapter.write(`${this.dataFolder}/data.json`, text);
  }

  private get dataFolder(): string {
    return this.manifest.dir ?? `${this.app.vault.configDir}/plugins/${this.manifest.id}`;
  }

  private recorded<T>(kind: string, what: T): T {
    const list = (this.app.registrations[kind] ??= []);
    list.push(what);
    this.register(() => {
      list.splice(list.indexOf(what), 1);
    });
    return what;
  }
}
