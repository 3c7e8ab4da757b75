import * as codeMirrorState from '@codemirror/state';
import * as codeMirrorView from '@codemirror/view';
import type { App, Plugin as ObsidianPlugin, Vault as ObsidianVault, WorkspaceLeaf as ObsidianLeaf } from 'obsidian';
import { HostApp } from './app';
import { openBase, type BaseQuery, type OpenBase } from './bases';
import { createDisk, Disk, asText, byteLength, type DiskMirror, type DiskStore, type Faults } from './disk';
import { handlerErrors } from './events';
import { installDom } from './install-dom';
import { menus, type Menu } from './menu';
import type { Modal } from './modals';
import { createNoticeClass, type ShownNotice } from './notice';
import { createObsidianModule } from './obsidian-module';
import { folderOf } from './paths';
import { platformFlags, type PlatformFlags } from './platform';
import { Plugin, type PluginManifest } from './plugin';
import { storagePending, watchStorage } from './storage';
import { pause, shortTimersPending, watchTimers } from './timers';
import { openLivePreview, type LivePreview } from './live-preview';
import { MarkdownView, type Layout, type View, type WorkspaceLeaf } from './workspace';

export interface HostOptions {
  /** Vault path -> content. `.obsidian/**` for configuration (`app.json`, `templates.json`, `plugins/<id>/data.json`); a path ending in `/` is an empty folder. */
  files: Record<string, string | Uint8Array>;
  /** The built plugin: a path (Node only) or its source. Default in Node: `main.js` at the root of the checkout. */
  mainJs?: string;
  manifest?: PluginManifest;
  platform?: Partial<PlatformFlags>;
  /** Default 1.13.1. */
  apiVersion?: string;
  /** The app's settings: `newLinkFormat`, `useMarkdownLinks`, `newFileLocation`, `newFileFolderPath`, `alwaysUpdateLinks`, `trashOption`; over those of `app.json`. */
  config?: Record<string, unknown>;
  /** Default true. */
  loadPlugin?: boolean;
  /** Calls `onUserEnable` once after loading, as when the user has just switched the plugin on. Default false. */
  enabledByUser?: boolean;
  /** False: `fireLayoutReady` does it later. Default true. */
  layoutReady?: boolean;
  /** `stored` (default): the metadata cache is full before layout ready, no `changed`. `cold`: it is empty and fills afterwards. */
  metadata?: 'stored' | 'cold';
  /** False: `openVault` returns without waiting for the app to come to rest. Default true. */
  settle?: boolean;
  /** Default `en`. */
  language?: string;
  theme?: 'light' | 'dark';
  configDir?: string;
  caseInsensitive?: boolean;
  /** The app drops a byte-order mark when it reads text. Default true. */
  stripBom?: boolean;
  /** A `./x.md` that leads nowhere is searched by name after all; it is not known which the app does. Default false. */
  failedRelativeFallsBack?: boolean;
  /** Core plugins that are switched off, by id. */
  corePluginsOff?: string[];
  /** After a restart every leaf is deferred, not only those in the background. */
  deferAll?: boolean;
  /** A real folder that follows every write, for a process that is going to be killed. */
  mirror?: DiskMirror;
  /** When the files were last written, in milliseconds since 1970; default: a minute ago. */
  writtenAt?: number;
  /** Device-only storage, shared by restarts. */
  localStorage?: Record<string, unknown>;
}

export interface Host {
  readonly app: App;
  /** The running plugin; throws while it is not loaded. */
  readonly plugin: ObsidianPlugin;
  readonly vault: ObsidianVault;
  /** What `require('obsidian')` gives the plugin. */
  readonly obsidian: Record<string, unknown>;
  readonly notices: readonly ShownNotice[];
  /** Open modals, the topmost last. */
  readonly modals: readonly Modal[];
  readonly menus: readonly Menu[];
  /** Recorded `hover-link` triggers. */
  readonly hovers: readonly Record<string, unknown>[];
  /** Errors thrown by handlers, commands and callbacks since the start; empty in a healthy run. */
  readonly errors: unknown[];
  readonly faults: Faults;
  readonly activeFile: string | null;
  /** Text on the disk, a byte-order mark included; throws when there is no such file. */
  read(path: string): string;
  exists(path: string): boolean;
  /** Every file on the disk, dot-folders included, as text. */
  files(): Record<string, string>;
  bytes(path: string): Uint8Array;
  stat(path: string): { ctime: number; mtime: number; size: number };
  /** A change from outside (Sync, another program), seen by the app's watcher. */
  writeOutside(path: string, data: string | Uint8Array): Promise<void>;
  deleteOutside(path: string): Promise<void>;
  /** Outside renames arrive as a deletion and a creation. */
  renameOutside(from: string, to: string): Promise<void>;
  /** Waits until no disk operation, no metadata work, no request to the browser's storage and no timer of up to a second is pending; rejects after 30 s. */
  settle(): Promise<void>;
  /** Executes and settles; false when there is no such command or its check says no. */
  runCommand(id: string): Promise<boolean>;
  /** Ids of all registered commands, those that are not offered now included. */
  commandIds(): string[];
  /** Its check says yes now. */
  isOffered(id: string): boolean;
  openPalette(): Modal;
  /** Opens a note in the main area (a new tab on request), makes it active, and settles. */
  openFile(path: string, newTab?: boolean): Promise<void>;
  leaf(type: string): ObsidianLeaf | null;
  /** The view of the first leaf of this type, null when there is none or it is deferred. */
  view(type: string): View | null;
  /**
   * Types into the open editor of a note (opening it if needed) without saving: at an offset, at the end (default), or
   * `'replace'` for a whole new text. The autosave would come two seconds later.
   */
  typeIn(path: string, text: string, where?: number | 'end' | 'replace'): Promise<void>;
  /** What the editor of an open note holds, saved or not; null when it is not open. */
  typed(path: string): string | null;
  /** Opens a note in reading view, in the active tab, and settles. */
  openReading(path: string, newTab?: boolean): Promise<void>;
  /** CodeMirror over a note's text, with what plugins registered for it, in an element (default: at the end of the document). It saves nothing. */
  openLivePreview(path: string, parent?: HTMLElement): LivePreview;
  /** Presses a key on the focused element, as the app's key handling would see it. */
  press(key: string, modifiers?: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean; metaKey?: boolean }): Promise<void>;
  openSettings(): HTMLElement;
  /** `obsidian://action?a=b`; false when nobody handles the action. */
  openUri(uri: string): Promise<boolean>;
  cli(command: string, params?: Record<string, string>): Promise<string>;
  /** Shows notes in a view that the plugin registered for Bases. */
  openBase(viewId: string, query: BaseQuery): Promise<OpenBase>;
  fireLayoutReady(): Promise<void>;
  disablePlugin(): Promise<void>;
  enablePlugin(): Promise<void>;
  /** Ends the app: plugin unloaded, document emptied. The disk stays readable through this object. */
  unload(): Promise<void>;
  /** Ends the app as a quit (or the crash that went before) does and starts it again on the same disk. */
  reload(changes?: Partial<Omit<HostOptions, 'files'>>): Promise<Host>;
}

/** What a restart takes over. */
interface Carried {
  readonly store: DiskStore;
  readonly localStorage: Map<string, string>;
}

export interface LoadedOptions extends HostOptions {
  /** Source text of the built plugin, null when none is to be loaded. */
  readonly source: string | null;
}

const DEFAULT_MANIFEST: PluginManifest = { id: 'paperweave', name: 'Paperweave', version: '0.0.0', minAppVersion: '1.13.0', description: '', author: '' };

/** Builds the app over the files, loads the plugin from its source, and brings everything to rest. */
export async function startHost(options: LoadedOptions, carried?: Carried): Promise<Host> {
  installDom();
  watchTimers();
  watchStorage();
  const store = carried?.store ?? createDisk(options.files, options.caseInsensitive ?? false, options.writtenAt ?? Date.now() - 60_000, options.mirror ?? null);
  const storage = carried?.localStorage ?? new Map(Object.entries(options.localStorage ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
  const disk = new Disk(store);
  const platform = platformFlags(options.platform ?? {});
  const configDir = options.configDir ?? '.obsidian';
  const notices: ShownNotice[] = [];
  const hovers: Record<string, unknown>[] = [];
  const errors = handlerErrors;
  errors.length = 0;
  dressBody(platform, options.theme ?? 'light');
  const Notice = createNoticeClass(document, notices);
  const json = (name: string): Record<string, unknown> => {
    const file = store.files.get(`${configDir}/${name}`);
    return file ? (JSON.parse(asText(file.data)) as Record<string, unknown>) : {};
  };
  const app = new HostApp(
    disk,
    {
      config: { ...json('app.json'), ...options.config },
      configDir,
      stripBom: options.stripBom ?? true,
      failedRelativeFallsBack: options.failedRelativeFallsBack ?? false,
      deferAll: options.deferAll ?? false,
      corePluginsOff: options.corePluginsOff ?? [],
      corePluginOptions: { templates: json('templates.json') },
    },
    platform,
    storage,
    (message) => void new Notice(message),
  );
  Reflect.set(globalThis, 'app', app);
  const manifest: PluginManifest = { ...(options.manifest ?? DEFAULT_MANIFEST) };
  manifest.dir = `${configDir}/plugins/${manifest.id}`;
  const obsidian = createObsidianModule({ Notice, platform, apiVersion: options.apiVersion ?? '1.13.1', language: options.language ?? 'en' });
  app.workspace.on('hover-link', (info: Record<string, unknown>) => {
    hovers.push(info);
  });
  app.plugins.manifests[manifest.id] = manifest;

  const enable = async (): Promise<void> => {
    if (options.source === null || options.loadPlugin === false && !enabling) return;
    const plugin = createPlugin(options.source, obsidian, app, manifest);
    app.plugins.plugins[manifest.id] = plugin;
    app.plugins.enabledPlugins.add(manifest.id);
    await plugin.load();
  };
  let enabling = false;
  const disable = (): void => {
    const plugin = app.plugins.plugins[manifest.id];
    Reflect.deleteProperty(app.plugins.plugins, manifest.id);
    app.plugins.enabledPlugins.delete(manifest.id);
    plugin?.unload();
  };

  await enable();
  app.vault.load();
  if ((options.metadata ?? 'stored') === 'stored') {
    app.metadataCache.loadStored((path) => {
      const data = store.files.get(path)?.data ?? '';
      return () => withoutBom(asText(data), options.stripBom ?? true);
    });
  }
  await app.workspace.restoreLayout(readLayout(store, configDir));

  let over = false;
  const fireLayoutReady = async (): Promise<void> => {
    app.workspace.setLayoutReady();
    if (options.metadata === 'cold') app.metadataCache.startCold();
    else app.metadataCache.announce();
    if (options.enabledByUser === true) app.plugins.plugins[manifest.id]?.onUserEnable();
    if (options.settle !== false) await settle();
  };

  async function settle(): Promise<void> {
    const end = performance.now() + 30_000;
    for (let quiet = 0; quiet < 4; ) {
      await pause(0);
      const busy = shortTimersPending() > 0 || storagePending() > 0 || (!disk.crashed && (disk.pending > 0 || !app.metadataCache.idle));
      quiet = busy ? 0 : quiet + 1;
      if (performance.now() > end) {
        throw new Error(
          `The app does not come to rest: ${String(disk.pending)} disk operations, metadata ${app.metadataCache.idle ? 'idle' : 'busy'}, ` +
            `${String(storagePending())} requests to the browser's storage, ${String(shortTimersPending())} short timers.`,
        );
      }
    }
  }

  const outside = async (change: () => void, ...paths: string[]): Promise<void> => {
    change();
    await pause(0);
    for (const path of paths) {
      if (path === `${manifest.dir ?? ''}/data.json`) await app.plugins.plugins[manifest.id]?.onExternalSettingsChange?.();
      app.vault.reconcile(path);
    }
  };
  const put = (path: string, data: string | Uint8Array): void => {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) store.folders.add(folder);
    const old = store.files.get(path);
    const now = Math.max(Date.now(), (old?.mtime ?? 0) + 1);
    store.files.set(path, { data, ctime: old?.ctime ?? now, mtime: now });
  };
  const editorOf = (path: string): MarkdownView | null => {
    let found: MarkdownView | null = null;
    app.workspace.iterateAllLeaves((leaf) => {
      if (leaf.view instanceof MarkdownView && leaf.view.file?.path === path) found ??= leaf.view;
    });
    return found;
  };
  const fileOnDisk = (path: string): { data: string | Uint8Array; ctime: number; mtime: number } => {
    const file = store.files.get(path);
    if (!file) throw new Error(`There is no file '${path}' on the disk.`);
    return file;
  };
  const dispose = (): void => {
    over = true;
    app.dispose();
    document.querySelectorAll('.notice-container').forEach((el) => {
      el.remove();
    });
  };

  const host: Host = {
    app: app as unknown as App,
    vault: app.vault as unknown as ObsidianVault,
    obsidian,
    notices,
    modals: app.openModals,
    menus: menus.open,
    hovers,
    errors,
    faults: disk,
    get plugin() {
      const plugin = app.plugins.plugins[manifest.id];
      if (!plugin) throw new Error(`The plugin '${manifest.id}' is not loaded.`);
      return plugin as unknown as ObsidianPlugin;
    },
    get activeFile() {
      return app.workspace.getActiveFile()?.path ?? null;
    },
    read: (path) => asText(fileOnDisk(path).data),
    exists: (path) => disk.realPath(path) !== null,
    files: () => Object.fromEntries([...store.files].map(([path, file]) => [path, asText(file.data)])),
    bytes: (path) => {
      const { data } = fileOnDisk(path);
      return typeof data === 'string' ? new TextEncoder().encode(data) : data.slice();
    },
    stat: (path) => {
      const file = fileOnDisk(path);
      return { ctime: file.ctime, mtime: file.mtime, size: byteLength(file.data) };
    },
    writeOutside: (path, data) => outside(() => {
      put(path, data);
    }, path),
    deleteOutside: (path) => outside(() => {
      for (const each of disk.below(path)) {
        store.files.delete(each);
        store.folders.delete(each);
      }
      store.files.delete(path);
      store.folders.delete(path);
    }, path),
    renameOutside: (from, to) => outside(() => {
      const { data } = fileOnDisk(from);
      store.files.delete(from);
      put(to, data);
    }, from, to),
    settle,
    async runCommand(id) {
      const done = app.commands.executeCommandById(id);
      await settle();
      return done;
    },
    commandIds: () => Object.keys(app.commands.commands),
    isOffered: (id) => {
      const command = app.commands.commands[id];
      return command !== undefined && app.commands.isOffered(command);
    },
    openPalette: () => app.openPalette(),
    async openFile(path, newTab = false) {
      const file = app.vault.getFileByPath(path);
      if (!file) throw new Error(`There is no file '${path}' in the vault.`);
      await app.workspace.getLeaf(newTab ? 'tab' : false).openFile(file);
      await settle();
    },
    async openReading(path, newTab = false) {
      const leaf = app.workspace.getLeaf(newTab ? 'tab' : false);
      await leaf.setViewState({ type: 'markdown', state: { file: path, mode: 'preview' }, active: true });
      await settle();
    },
    openLivePreview: (path, parent = document.body) => openLivePreview(app, obsidian, path, asText(fileOnDisk(path).data), parent),
    leaf: (type) => (app.workspace.getLeavesOfType(type)[0] ?? null) as unknown as ObsidianLeaf | null,
    view: (type) => {
      const leaf: WorkspaceLeaf | undefined = app.workspace.getLeavesOfType(type)[0];
      return leaf && !leaf.isDeferred ? leaf.view : null;
    },
    async typeIn(path, text, where = 'end') {
      if (!editorOf(path)) await host.openFile(path);
      const view = editorOf(path);
      if (!view) throw new Error(`'${path}' does not open in an editor.`);
      const { editor } = view;
      if (where === 'replace') editor.setValue(text);
      else {
        const at = editor.offsetToPos(where === 'end' ? editor.getValue().length : where);
        editor.replaceRange(text, at);
      }
    },
    typed: (path) => editorOf(path)?.getViewData() ?? null,
    async press(key, modifiers = {}) {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
      target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true, ...modifiers }));
      await settle();
    },
    openSettings() {
      app.setting.open();
      const tab = app.setting.openTabById(manifest.id);
      if (!tab) throw new Error(`The plugin '${manifest.id}' has no settings tab.`);
      return tab.containerEl;
    },
    async openUri(uri) {
      const url = new URL(uri);
      const action = url.host !== '' ? url.host : url.pathname.replace(/^\/+/, '');
      const handler = app.protocolHandlers.get(action);
      if (!handler) return false;
      await handler({ action, ...Object.fromEntries(url.searchParams) });
      await settle();
      return true;
    },
    async cli(command, params = {}) {
      const registered = app.cliHandlers.get(command);
      if (!registered) throw new Error(`There is no CLI command '${command}'.`);
      return registered.handler(params);
    },
    async openBase(viewId, query) {
      const base = await openBase(app, viewId, query);
      await settle();
      return base;
    },
    fireLayoutReady,
    async disablePlugin() {
      disable();
      await settle();
    },
    async enablePlugin() {
      enabling = true;
      await enable();
      await settle();
    },
    async unload() {
      if (over) return;
      disable();
      await app.workspace.dispose(disk.crashed);
      dispose();
      await pause(0);
    },
    async reload(changes = {}) {
      if (!over) {
        if (!disk.crashed) {
          for (const leaf of app.workspace.getLeavesOfType('markdown')) if (leaf.view instanceof MarkdownView) await leaf.view.save();
          const tasks: Promise<unknown>[] = [];
          app.workspace.trigger('quit', { add: (task: () => Promise<unknown>) => tasks.push(task()), addPromise: (task: Promise<unknown>) => tasks.push(task) });
          await Promise.all(tasks);
          await app.workspace.saveLayout();
        }
        disk.crash();
        disable();
        await app.workspace.dispose(true);
        dispose();
      }
      return startHost({ ...options, enabledByUser: false, ...changes }, { store, localStorage: storage });
    },
  };

  if (options.layoutReady !== false) await fireLayoutReady();
  return host;
}

function dressBody(platform: PlatformFlags, theme: 'light' | 'dark'): void {
  const { body } = document;
  body.toggleClass('theme-light', theme === 'light');
  body.toggleClass('theme-dark', theme === 'dark');
  body.toggleClass('is-mobile', platform.isMobile);
  body.toggleClass('is-phone', platform.isPhone);
  body.toggleClass('is-tablet', platform.isTablet);
  body.toggleClass('mod-macos', platform.isMacOS);
  body.toggleClass('mod-windows', platform.isWin);
  body.toggleClass('mod-linux', platform.isLinux);
}

function withoutBom(text: string, strip: boolean): string {
  return strip && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function readLayout(store: DiskStore, configDir: string): Layout | null {
  const file = store.files.get(`${configDir}/workspace.json`);
  if (!file) return null;
  const layout = JSON.parse(asText(file.data)) as Partial<Layout>;
  const none = { children: [] };
  if (!layout.main || !Array.isArray(layout.main.children) || !layout.main.children.every((tabs) => tabs.type === 'tabs' && tabs.children.every((leaf) => leaf.state))) return null;
  return { main: layout.main, left: layout.left ?? none, right: layout.right ?? none, active: layout.active ?? null, lastOpenFiles: layout.lastOpenFiles ?? [] };
}

/** What a plugin may require: the app gives its own API and its own copy of CodeMirror. */
function provided(obsidian: Record<string, unknown>): Readonly<Record<string, unknown>> {
  return { obsidian, '@codemirror/state': codeMirrorState, '@codemirror/view': codeMirrorView };
}

/** Runs the built plugin as the app does: CommonJS, with what the app provides as the only things to require. */
function createPlugin(source: string, obsidian: Record<string, unknown>, app: HostApp, manifest: PluginManifest): Plugin {
  const module: { exports: unknown } = { exports: {} };
  const require = (name: string): unknown => {
    const module = provided(obsidian)[name];
    if (module !== undefined) return module;
    throw new Error(`Cannot find module '${name}'`);
  };
  const run = Reflect.construct(Function, ['require', 'module', 'exports', `${source}\n//# sourceURL=plugin:${manifest.id}`]) as (...args: unknown[]) => void;
  run(require, module, module.exports);
  const exported = module.exports;
  const Constructor: unknown = typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
  if (typeof Constructor !== 'function') throw new Error(`The plugin '${manifest.id}' exports no class.`);
  const plugin: unknown = Reflect.construct(Constructor, [app, manifest]);
  if (!(plugin instanceof Plugin)) throw new Error(`What the plugin '${manifest.id}' exports is no Plugin.`);
  return plugin;
}

