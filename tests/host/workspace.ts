import type { HostApp } from './app';
import { Editor } from './editor';
import { Component, Events, reportHandlerError, type HostEventRef } from './events';
import { debounce, parseLinktext, setTooltip } from './functions';
import { setIcon } from './icons';
import type { Scope } from './keymap';
import { linkpathOf } from './metadata-cache';
import { Menu } from './menu';
import { folderOf, nameOf } from './paths';
import { ReadingView } from './reading-view';
import { TFile, TFolder, type TAbstractFile } from './vault';

export interface ViewState {
  type: string;
  state?: Record<string, unknown>;
  active?: boolean;
  pinned?: boolean;
  group?: WorkspaceLeaf;
}

interface OpenState {
  state?: Record<string, unknown>;
  eState?: Record<string, unknown>;
  active?: boolean;
  group?: WorkspaceLeaf;
}

interface LeafLayout {
  id: string;
  type: 'leaf';
  state: ViewState & { title: string; icon: string };
  pinned?: boolean;
}

interface TabsLayout {
  type: 'tabs';
  children: LeafLayout[];
  currentTab: number;
}

interface SplitLayout {
  children: TabsLayout[];
  collapsed?: boolean;
}

/** What is written to `workspace.json`. */
export interface Layout {
  main: SplitLayout;
  left: SplitLayout;
  right: SplitLayout;
  active: string | null;
  lastOpenFiles: string[];
}

type PaneType = 'tab' | 'split' | 'window';

export abstract class View extends Component {
  app: HostApp;
  icon = 'file';
  navigation = false;
  leaf: WorkspaceLeaf;
  containerEl: HTMLElement;
  scope: Scope | null = null;
  hoverPopover: unknown = null;

  constructor(leaf: WorkspaceLeaf) {
    super();
    this.leaf = leaf;
    this.app = leaf.app;
    this.containerEl = createDiv({ cls: 'workspace-leaf-content' });
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  onOpen(): Promise<void> {
    return Promise.resolve();
  }

  onClose(): Promise<void> {
    return Promise.resolve();
  }

  getState(): Record<string, unknown> {
    return {};
  }

  setState(_state: unknown, _result: { history: boolean }): Promise<void> {
    return Promise.resolve();
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    return undefined;
  }

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {
    return undefined;
  }

  onPaneMenu(_menu: Menu, _source: string): void {
    return undefined;
  }

  /** Internal: in the document, loaded, then opened. */
  async open(parent: HTMLElement): Promise<void> {
    this.containerEl.dataset.type = this.getViewType();
    parent.appendChild(this.containerEl);
    await this.load();
    await this.onOpen();
  }

  /** Internal: closed, then unloaded and out of the document. */
  async close(): Promise<void> {
    try {
      await this.onClose();
    } catch (error) {
      reportHandlerError(error);
    }
    this.unload();
    this.containerEl.remove();
  }
}

export abstract class ItemView extends View {
  headerEl: HTMLElement;
  titleEl: HTMLElement;
  actionsEl: HTMLElement;
  contentEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv({ cls: 'view-header' });
    this.titleEl = this.headerEl.createDiv({ cls: 'view-header-title-container' }).createDiv({ cls: 'view-header-title' });
    this.actionsEl = this.headerEl.createDiv({ cls: 'view-actions' });
    this.contentEl = this.containerEl.createDiv({ cls: 'view-content' });
    const more = this.addAction('more-vertical', 'More options', (event) => {
      const menu = new Menu();
      this.onPaneMenu(menu, 'more-options');
      if (this instanceof FileView && this.file) this.app.workspace.trigger('file-menu', menu, this.file, 'more-options', this.leaf);
      menu.showAtMouseEvent(event);
    });
    more.addClass('mod-more-options');
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = createEl('button', { cls: 'clickable-icon view-action', attr: { type: 'button' } });
    setIcon(el, icon);
    setTooltip(el, title);
    el.addEventListener('click', (event) => callback(event));
    this.actionsEl.prepend(el);
    return el;
  }

  override async open(parent: HTMLElement): Promise<void> {
    await super.open(parent);
    this.titleEl.setText(this.getDisplayText());
  }
}

export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  override getDisplayText(): string {
    return this.file?.basename ?? '';
  }

  override getState(): Record<string, unknown> {
    return this.file ? { file: this.file.path } : {};
  }

  override async setState(state: unknown, result: { history: boolean }): Promise<void> {
    const path = typeof state === 'object' && state !== null ? Reflect.get(state, 'file') : undefined;
    if (typeof path === 'string') await this.loadFile(this.app.vault.getFileByPath(path));
    await super.setState(state, result);
  }

  onLoadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onUnloadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onRename(_file: TFile): Promise<void> {
    this.leaf.updateHeader();
    return Promise.resolve();
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }

  override onload(): void {
    this.registerEvent(this.app.vault.on('rename', (file: TAbstractFile) => {
      if (file === this.file) void this.onRename(file as TFile);
    }));
    this.registerEvent(this.app.vault.on('delete', (file: TAbstractFile) => {
      if (file === this.file) this.leaf.detach();
    }));
  }

  async loadFile(file: TFile | null): Promise<void> {
    const before = this.file;
    if (before === file) return;
    if (before) await this.onUnloadFile(before);
    this.file = file;
    if (file) await this.onLoadFile(file);
    this.titleEl.setText(this.getDisplayText());
  }

  override async close(): Promise<void> {
    await this.loadFile(null);
    await super.close();
  }
}

export abstract class EditableFileView extends FileView {}

export abstract class TextFileView extends EditableFileView {
  data = '';
  /** What the file held when it was last read or written by this view. */
  lastSavedData: string | null = null;
  requestSave: ReturnType<typeof debounce>;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.requestSave = debounce(() => this.save(), 2000, true);
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  get dirty(): boolean {
    return this.lastSavedData !== null && this.getViewData() !== this.lastSavedData;
  }

  override onload(): void {
    super.onload();
    this.registerEvent(this.app.vault.on('modify', (file: TAbstractFile) => {
      if (file === this.file) this.onModify().catch(reportHandlerError);
    }));
  }

  override async onLoadFile(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    this.lastSavedData = text;
    this.data = text;
    this.setViewData(text, true);
  }

  override async onUnloadFile(_file: TFile): Promise<void> {
    await this.save(true);
  }

  async save(clear = false): Promise<void> {
    this.requestSave.cancel();
    const { file } = this;
    if (file && this.dirty && !file.deleted) {
      this.data = this.getViewData();
      this.lastSavedData = this.data;
      await this.app.vault.modify(file, this.data);
    }
    if (clear) {
      this.lastSavedData = null;
      this.data = '';
      this.clear();
    }
  }

  /** Someone else wrote the file: unsaved typing is merged in, with the app's notice. */
  private async onModify(): Promise<void> {
    const { file } = this;
    if (!file) return;
    const theirs = await this.app.vault.read(file);
    const base = this.lastSavedData;
    if (base === null || theirs === base) return;
    const mine = this.getViewData();
    this.lastSavedData = theirs;
    if (mine === base || mine === theirs) {
      this.data = theirs;
      if (mine !== theirs) this.setViewData(theirs, false);
      return;
    }
    this.data = merge(base, mine, theirs);
    this.setViewData(this.data, false);
    this.app.notify(`"${file.path}" has been modified externally, merging changes automatically.`);
    this.requestSave();
  }
}

/** Three-way: each side's changed span between common start and end; where the spans overlap, what was typed wins. */
function merge(base: string, mine: string, theirs: string): string {
  const span = (changed: string): { start: number; end: number; text: string } => {
    let start = 0;
    while (start < base.length && start < changed.length && base[start] === changed[start]) start++;
    let end = 0;
    while (end < base.length - start && end < changed.length - start && base[base.length - 1 - end] === changed[changed.length - 1 - end]) end++;
    return { start, end: base.length - end, text: changed.slice(start, changed.length - end) };
  };
  const a = span(mine);
  const b = span(theirs);
  if (a.start < b.end && b.start < a.end) return mine;
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return base.slice(0, first.start) + first.text + base.slice(first.end, second.start) + second.text + base.slice(second.end);
}

/** A stand-in for the Markdown editor: a text area. */
export class MarkdownView extends TextFileView {
  override icon = 'file-text';
  editor: Editor;
  inputEl: HTMLTextAreaElement;
  readonly previewMode: ReadingView;
  private mode: 'source' | 'preview' = 'source';
  private crlf = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.inputEl = this.contentEl.createEl('textarea', { cls: 'markdown-source-view', attr: { 'aria-label': 'Note', spellcheck: 'false' } });
    this.editor = new Editor(this.inputEl, () => {
      this.requestSave();
      this.app.workspace.trigger('editor-change', this.editor, this);
      if (this.file) this.app.workspace.trigger('quick-preview', this.file, this.getViewData());
    });
    this.previewMode = this.addChild(new ReadingView(this.app, this.contentEl.createDiv({ cls: 'markdown-reading-view' })));
  }

  getViewType(): string {
    return 'markdown';
  }

  getMode(): 'source' | 'preview' {
    return this.mode;
  }

  override async setState(state: unknown, result: { history: boolean }): Promise<void> {
    const mode: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'mode') : undefined;
    if (mode === 'source' || mode === 'preview') this.mode = mode;
    await super.setState(state, result);
    this.showMode();
  }

  private showMode(): void {
    const isReading = this.mode === 'preview';
    this.inputEl.toggle(!isReading);
    this.previewMode.containerEl.toggle(isReading);
    this.previewMode.set(isReading && this.file ? this.file.path : null, this.getViewData());
  }

  getViewData(): string {
    const text = this.editor.getValue();
    return this.crlf ? text.replace(/\n/g, '\r\n') : text;
  }

  setViewData(data: string, _clear: boolean): void {
    this.crlf = data.includes('\r\n') && !/(?:^|[^\r])\n/.test(data);
    this.editor.show(data);
    this.showMode();
  }

  /** Mixed line breaks cannot live in the editor; such a note is unsaved only once it was really edited. */
  override get dirty(): boolean {
    return this.lastSavedData !== null && this.editor.getValue() !== this.lastSavedData.replace(/\r\n?/g, '\n');
  }

  clear(): void {
    this.editor.show('');
  }

  showSearch(): void {
    return undefined;
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: this.mode === 'source' };
  }

  override setEphemeralState(state: unknown): void {
    const line: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'line') : undefined;
    if (typeof line !== 'number') return;
    this.editor.setCursor(line, 0);
    this.editor.focus();
  }
}

/** What opens for a pdf or an image. */
class PlainFileView extends FileView {
  constructor(leaf: WorkspaceLeaf, private readonly type: string) {
    super(leaf);
  }

  getViewType(): string {
    return this.type;
  }

  override onLoadFile(file: TFile): Promise<void> {
    this.contentEl.setText(file.path);
    return Promise.resolve();
  }
}

class EmptyView extends ItemView {
  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }

  override onOpen(): Promise<void> {
    this.contentEl.createDiv({ cls: 'empty-state', text: 'No file is open' });
    return Promise.resolve();
  }
}

/** Core side panes (`backlink`, `outgoing-link`, …): they show their name and keep their state. */
class CoreView extends ItemView {
  private state: Record<string, unknown> = {};

  constructor(leaf: WorkspaceLeaf, private readonly type: string) {
    super(leaf);
  }

  getViewType(): string {
    return this.type;
  }

  getDisplayText(): string {
    const file = typeof this.state.file === 'string' ? nameOf(this.state.file).replace(/\.md$/, '') : this.app.workspace.getActiveFile()?.basename;
    return `${this.type[0]?.toUpperCase() ?? ''}${this.type.slice(1)}s${file === undefined ? '' : ` for ${file}`}`;
  }

  override getState(): Record<string, unknown> {
    return this.state;
  }

  override setState(state: unknown): Promise<void> {
    this.state = { ...(state as Record<string, unknown> | undefined) };
    this.draw();
    return Promise.resolve();
  }

  override onOpen(): Promise<void> {
    this.draw();
    this.registerEvent(this.app.workspace.on('file-open', () => {
      this.draw();
    }));
    this.registerEvent(this.app.metadataCache.on('resolved', () => {
      this.draw();
    }));
    return Promise.resolve();
  }

  private draw(): void {
    const { app, contentEl } = this;
    contentEl.empty();
    const path = typeof this.state.file === 'string' ? this.state.file : app.workspace.getActiveFile()?.path;
    const pane = contentEl.createDiv({ cls: `${this.type}-pane` });
    if (this.type !== 'backlink' || path === undefined) return;
    for (const [source, targets] of Object.entries(app.metadataCache.resolvedLinks)) {
      if (targets[path] === undefined || source === path) continue;
      const row = pane.createDiv({ cls: 'search-result-file-title tree-item-self is-clickable', text: nameOf(source).replace(/\.md$/, '') });
      row.addEventListener('click', () => {
        void app.workspace.openLinkText(source, '');
      });
    }
  }
}

/** Holds a leaf's place until it is looked at (since 1.7.2), or until its plugin is there again. */
class DeferredView extends View {
  constructor(leaf: WorkspaceLeaf, readonly viewState: ViewState, private readonly title: string) {
    super(leaf);
  }

  getViewType(): string {
    return this.viewState.type;
  }

  getDisplayText(): string {
    return this.title;
  }

  override getState(): Record<string, unknown> {
    return this.viewState.state ?? {};
  }
}

export class ViewRegistry extends Events {
  readonly viewByType: Record<string, (leaf: WorkspaceLeaf) => View> = {};
  readonly typeByExtension: Record<string, string> = { md: 'markdown', pdf: 'pdf', png: 'image', jpg: 'image', jpeg: 'image', gif: 'image', svg: 'image', webp: 'image', canvas: 'canvas', base: 'bases' };

  constructor(private readonly app: HostApp) {
    super();
    this.viewByType.markdown = (leaf) => new MarkdownView(leaf);
    this.viewByType.empty = (leaf) => new EmptyView(leaf);
    for (const type of ['pdf', 'image', 'canvas', 'bases']) this.viewByType[type] = (leaf) => new PlainFileView(leaf, type);
    for (const type of ['backlink', 'outgoing-link', 'localgraph', 'graph', 'outline', 'search']) this.viewByType[type] = (leaf) => new CoreView(leaf, type);
  }

  registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
    if (this.viewByType[type]) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.viewByType[type] = creator;
    for (const leaf of this.app.workspace.getLeavesOfType(type)) if (leaf.isDeferred && leaf.isVisible()) void leaf.loadIfDeferred();
  }

  unregisterView(type: string): void {
    Reflect.deleteProperty(this.viewByType, type);
    for (const leaf of this.app.workspace.getLeavesOfType(type)) leaf.defer(leaf.getViewState(), leaf.getDisplayText());
  }

  registerExtensions(extensions: string[], type: string): void {
    for (const extension of extensions) this.typeByExtension[extension] = type;
  }

  unregisterExtensions(extensions: string[]): void {
    for (const extension of extensions) Reflect.deleteProperty(this.typeByExtension, extension);
  }

  getTypeByExtension(extension: string): string | undefined {
    return this.typeByExtension[extension];
  }

  isExtensionRegistered(extension: string): boolean {
    return this.typeByExtension[extension] !== undefined;
  }
}

export abstract class WorkspaceItem extends Events {
  abstract parent: WorkspaceParent | null;

  getRoot(): WorkspaceItem {
    return this.parent?.getRoot() ?? this;
  }

  getContainer(): WorkspaceItem {
    return this.getRoot();
  }
}

export abstract class WorkspaceParent extends WorkspaceItem {
  abstract containerEl: HTMLElement;
  abstract children: WorkspaceItem[];
}

export class WorkspaceTabs extends WorkspaceParent {
  containerEl: HTMLElement;
  children: WorkspaceLeaf[] = [];
  currentTab = 0;
  readonly tabsEl: HTMLElement;
  readonly bodyEl: HTMLElement;

  constructor(public parent: WorkspaceSplit) {
    super();
    this.containerEl = parent.containerEl.createDiv({ cls: 'workspace-tabs' });
    this.tabsEl = this.containerEl.createDiv({ cls: 'workspace-tab-header-container' });
    this.bodyEl = this.containerEl.createDiv({ cls: 'workspace-tab-container' });
    parent.children.push(this);
  }

  selectTab(leaf: WorkspaceLeaf): void {
    const at = this.children.indexOf(leaf);
    if (at < 0) return;
    this.currentTab = at;
    this.update();
    if (leaf.isDeferred) leaf.loadIfDeferred().catch(reportHandlerError);
  }

  insert(leaf: WorkspaceLeaf, at = this.children.length): void {
    this.children.splice(at, 0, leaf);
    leaf.parent = this;
    this.bodyEl.appendChild(leaf.containerEl);
    this.tabsEl.appendChild(leaf.tabHeaderEl);
    this.update();
  }

  take(leaf: WorkspaceLeaf): void {
    const at = this.children.indexOf(leaf);
    if (at < 0) return;
    this.children.splice(at, 1);
    leaf.containerEl.remove();
    leaf.tabHeaderEl.remove();
    if (this.currentTab >= at && this.currentTab > 0) this.currentTab--;
    this.update();
  }

  update(): void {
    this.children.forEach((leaf, i) => {
      const shown = i === this.currentTab;
      leaf.containerEl.toggle(shown);
      leaf.tabHeaderEl.toggleClass('is-active', shown);
      leaf.tabHeaderEl.setAttribute('aria-selected', String(shown));
    });
    this.containerEl.toggle(this.children.length > 0);
  }
}

export class WorkspaceSplit extends WorkspaceParent {
  parent: WorkspaceParent | null = null;
  containerEl: HTMLElement;
  children: WorkspaceTabs[] = [];
  win: Window = window;
  doc: Document = document;

  constructor(readonly app: HostApp, cls: string) {
    super();
    this.containerEl = createDiv({ cls: `workspace-split mod-vertical ${cls}` });
  }

  get leaves(): WorkspaceLeaf[] {
    return this.children.flatMap((tabs) => tabs.children);
  }
}

export class WorkspaceContainer extends WorkspaceSplit {}
export class WorkspaceRoot extends WorkspaceContainer {}
export class WorkspaceWindow extends WorkspaceContainer {}
export class WorkspaceFloating extends WorkspaceSplit {}

export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = true;

  constructor(app: HostApp, readonly side: 'left' | 'right') {
    super(app, `mod-sidedock mod-${side}-split`);
    this.containerEl.hide();
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }

  collapse(): void {
    if (this.collapsed) return;
    this.collapsed = true;
    this.containerEl.hide();
    this.app.workspace.layoutChanged();
  }

  expand(): void {
    if (!this.collapsed) return;
    this.collapsed = false;
    this.containerEl.show();
    for (const leaf of this.leaves) if (leaf.isVisible() && leaf.isDeferred) leaf.loadIfDeferred().catch(reportHandlerError);
    this.app.workspace.layoutChanged();
  }
}

/** On phones and tablets the side docks are drawers. */
export class WorkspaceMobileDrawer extends WorkspaceSidedock {}

let leafIds = 0;

export class WorkspaceLeaf extends WorkspaceItem {
  parent: WorkspaceTabs;
  view: View;
  hoverPopover: unknown = null;
  id: string;
  containerEl: HTMLElement;
  tabHeaderEl: HTMLElement;
  pinned = false;
  group: string | null = null;
  activeTime = 0;
  working = false;
  private detached = false;

  constructor(readonly app: HostApp, parent: WorkspaceTabs, at?: number) {
    super();
    this.id = `leaf-${String(++leafIds)}`;
    this.parent = parent;
    this.containerEl = createDiv({ cls: 'workspace-leaf' });
    this.tabHeaderEl = createDiv({ cls: 'workspace-tab-header tappable', attr: { role: 'tab', tabindex: '0' } });
    this.tabHeaderEl.addEventListener('click', () => {
      this.parent.selectTab(this);
      app.workspace.setActiveLeaf(this, { focus: true });
    });
    this.containerEl.addEventListener('focusin', () => {
      app.workspace.setActiveLeaf(this);
    });
    this.containerEl.addEventListener('mousedown', () => {
      app.workspace.setActiveLeaf(this);
    });
    parent.insert(this, at);
    this.view = new EmptyView(this);
    void this.view.open(this.containerEl);
    this.updateHeader();
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  isVisible(): boolean {
    const dock = this.parent.parent;
    return this.parent.children[this.parent.currentTab] === this && !(dock instanceof WorkspaceSidedock && dock.collapsed);
  }

  async loadIfDeferred(): Promise<void> {
    const { view } = this;
    if (!(view instanceof DeferredView) || !this.app.viewRegistry.viewByType[view.viewState.type]) return;
    await this.setViewState({ ...view.viewState, active: false });
  }

  /** Internal: a placeholder takes the view's place. */
  defer(state: ViewState, title: string): void {
    const before = this.view;
    this.view = new DeferredView(this, state, title);
    void before.close();
    void this.view.open(this.containerEl);
    this.updateHeader();
  }

  async openFile(file: TFile, openState: OpenState = {}): Promise<void> {
    const type = this.app.viewRegistry.getTypeByExtension(file.extension);
    if (type === undefined) return;
    await this.setViewState({ type, state: { ...openState.state, file: file.path }, active: openState.active ?? true }, openState.eState);
  }

  async open(view: View): Promise<View> {
    const before = this.view;
    if (before === view) return view;
    await before.close();
    this.view = view;
    await view.open(this.containerEl);
    this.updateHeader();
    return view;
  }

  getViewState(): ViewState {
    return { type: this.view.getViewType(), state: this.view.getState(), pinned: this.pinned };
  }

  /** Builds the registered view (or keeps the one of the same type), opens it, then hands it the state. */
  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    const { workspace, viewRegistry } = this.app;
    const creator = viewRegistry.viewByType[viewState.type];
    if (viewState.pinned !== undefined) this.pinned = viewState.pinned;
    if (!creator) {
      this.defer({ type: viewState.type, state: viewState.state ?? {} }, viewState.type);
    } else {
      if (this.isDeferred || this.view.getViewType() !== viewState.type) await this.open(creator(this));
      await this.view.setState(viewState.state ?? {}, { history: false });
      if (eState !== undefined) this.view.setEphemeralState(eState);
    }
    this.updateHeader();
    if (viewState.active === true) {
      this.parent.selectTab(this);
      workspace.setActiveLeaf(this, { focus: true });
    }
    workspace.layoutChanged();
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger('pinned-change', pinned);
  }

  setGroupMember(other: WorkspaceLeaf): void {
    this.setGroup(other.group ?? other.id);
    other.group = this.group;
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
  }

  detach(): void {
    if (this.detached) return;
    this.detached = true;
    const { workspace } = this.app;
    this.parent.take(this);
    void this.view.close();
    workspace.leafDetached(this);
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  /** Internal in the app too: icon and title of the tab. */
  updateHeader(): void {
    const { tabHeaderEl } = this;
    tabHeaderEl.empty();
    tabHeaderEl.dataset.type = this.view.getViewType();
    tabHeaderEl.setAttribute('aria-label', this.getDisplayText());
    const inner = tabHeaderEl.createDiv({ cls: 'workspace-tab-header-inner' });
    setIcon(inner.createDiv({ cls: 'workspace-tab-header-inner-icon' }), this.getIcon());
    inner.createDiv({ cls: 'workspace-tab-header-inner-title', text: this.getDisplayText() });
    const close = inner.createDiv({ cls: 'workspace-tab-header-inner-close-button' });
    setIcon(close, 'x');
    close.addEventListener('click', (event) => {
      event.stopPropagation();
      this.detach();
    });
  }
}

/** Main area, two side docks, ribbon and status bar, in the document under `.app-container`. */
export class Workspace extends Events {
  containerEl: HTMLElement;
  ribbonEl: HTMLElement;
  statusBarEl: HTMLElement;
  rootSplit: WorkspaceRoot;
  leftSplit: WorkspaceSidedock;
  rightSplit: WorkspaceSidedock;
  floatingSplit: WorkspaceFloating;
  leftRibbon: { containerEl: HTMLElement };
  rightRibbon: { containerEl: HTMLElement };
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  hoverLinkSources: Record<string, { display: string; defaultMod: boolean }> = {};
  requestSaveLayout: ReturnType<typeof debounce>;
  private readonly appEl: HTMLElement;
  private readyCallbacks: (() => unknown)[] = [];
  private activeFile: TFile | null = null;
  private recent: string[] = [];
  private clock = 0;
  private changeQueued = false;
  private restoring = false;

  constructor(readonly app: HostApp) {
    super();
    this.appEl = document.body.createDiv({ cls: 'app-container' });
    const horizontal = this.appEl.createDiv({ cls: 'horizontal-main-container' });
    this.ribbonEl = createDiv({ cls: 'workspace-ribbon side-dock-ribbon mod-left', attr: { 'aria-label': 'Ribbon', role: 'toolbar' } });
    this.containerEl = horizontal.createDiv({ cls: 'workspace' });
    this.leftRibbon = { containerEl: this.ribbonEl };
    this.rightRibbon = { containerEl: this.ribbonEl };
    this.rootSplit = new WorkspaceRoot(app, 'mod-root');
    const Dock = app.platform.isMobile ? WorkspaceMobileDrawer : WorkspaceSidedock;
    this.leftSplit = new Dock(app, 'left');
    this.rightSplit = new Dock(app, 'right');
    this.floatingSplit = new WorkspaceFloating(app, 'mod-floating');
    this.containerEl.append(this.ribbonEl, this.leftSplit.containerEl, this.rootSplit.containerEl, this.rightSplit.containerEl);
    this.statusBarEl = this.appEl.createDiv({ cls: 'status-bar', attr: { role: 'group', 'aria-label': 'Status bar' } });
    if (app.platform.isMobile) this.statusBarEl.hide();
    this.requestSaveLayout = debounce(() => this.saveLayout(), 2000, true);
    app.vault.on('rename', (file: TAbstractFile, oldPath: string) => {
      this.recent = this.recent.map((path) => (path === oldPath ? file.path : path));
    });
    app.vault.on('delete', (file: TAbstractFile) => {
      this.recent = this.recent.filter((path) => path !== file.path);
    });
  }

  get activeEditor(): MarkdownView | null {
    return this.activeLeaf?.view instanceof MarkdownView ? this.activeLeaf.view : null;
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) {
      window.setTimeout(() => {
        this.ready(callback);
      }, 0);
    } else this.readyCallbacks.push(callback);
  }

  /** Internal: the callbacks that waited run now. */
  setLayoutReady(): void {
    if (this.layoutReady) return;
    this.layoutReady = true;
    const waiting = this.readyCallbacks;
    this.readyCallbacks = [];
    for (const callback of waiting) this.ready(callback);
    this.trigger('layout-ready');
    this.layoutChanged();
  }

  private ready(callback: () => unknown): void {
    try {
      const result = callback();
      if (result instanceof Promise) result.catch(reportHandlerError);
    } catch (error) {
      reportHandlerError(error);
    }
  }

  getLeaf(newLeaf: PaneType | boolean = false): WorkspaceLeaf {
    if (newLeaf === 'window') return this.openPopoutLeaf();
    if (newLeaf === 'split') return this.createLeafBySplit(this.getMostRecentLeaf() ?? this.getUnpinnedLeaf());
    if (newLeaf === false) return this.getUnpinnedLeaf();
    const tabs = this.mainTabs();
    return new WorkspaceLeaf(this.app, tabs, tabs.children.length > 0 ? tabs.currentTab + 1 : 0);
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    const recent = this.getMostRecentLeaf();
    const usable = (leaf: WorkspaceLeaf): boolean => !leaf.pinned && (leaf.view.navigation || leaf.view.getViewType() === 'empty');
    if (recent && usable(recent)) return recent;
    const other = this.rootSplit.leaves.filter(usable).sort((a, b) => b.activeTime - a.activeTime)[0];
    return other ?? this.getLeaf('tab');
  }

  createLeafInParent(parent: WorkspaceSplit, _index: number): WorkspaceLeaf {
    return new WorkspaceLeaf(this.app, new WorkspaceTabs(parent));
  }

  createLeafBySplit(leaf: WorkspaceLeaf): WorkspaceLeaf {
    return new WorkspaceLeaf(this.app, new WorkspaceTabs(leaf.parent.parent));
  }

  splitActiveLeaf(): WorkspaceLeaf {
    return this.getLeaf('split');
  }

  async duplicateLeaf(leaf: WorkspaceLeaf, type: PaneType | boolean = 'split'): Promise<WorkspaceLeaf> {
    const copy = this.getLeaf(type === false ? 'split' : type);
    await copy.setViewState(leaf.getViewState());
    return copy;
  }

  /** Pop-out windows share the document here; on mobile they do not exist. */
  openPopoutLeaf(): WorkspaceLeaf {
    if (this.app.platform.isMobile) throw new Error('Pop-out windows are not supported on mobile.');
    const popout = new WorkspaceWindow(this.app, 'mod-popout');
    popout.parent = null;
    this.containerEl.appendChild(popout.containerEl);
    this.popouts.push(popout);
    const leaf = new WorkspaceLeaf(this.app, new WorkspaceTabs(popout));
    this.trigger('window-open', popout, window);
    return leaf;
  }

  moveLeafToPopout(leaf: WorkspaceLeaf): WorkspaceWindow {
    const target = this.openPopoutLeaf();
    const tabs = target.parent;
    leaf.parent.take(leaf);
    tabs.take(target);
    tabs.insert(leaf);
    return tabs.parent as WorkspaceWindow;
  }

  private readonly popouts: WorkspaceWindow[] = [];

  async openLinkText(linktext: string, sourcePath: string, newLeaf: PaneType | boolean = false, openState: OpenState = {}): Promise<void> {
    const { vault, metadataCache, fileManager } = this.app;
    const { path, subpath } = parseLinktext(linktext);
    let file = metadataCache.getFirstLinkpathDest(linkpathOf(path), sourcePath);
    if (!file) {
      const wanted = path.replace(/^\/+/, '').replace(/^\.\//, '');
      const folder = wanted.includes('/') ? folderOf(wanted) : fileManager.getNewFileParent(sourcePath).path;
      await this.makeFolders(folder === '/' ? '' : folder);
      const named = /\.[a-z0-9]{2,6}$/i.test(nameOf(wanted)) ? nameOf(wanted) : `${nameOf(wanted)}.md`;
      file = await vault.create(folder === '' || folder === '/' ? named : `${folder}/${named}`, '');
    }
    const line = subpath === '' ? undefined : this.lineOf(file, subpath);
    const eState = { ...openState.eState, ...(subpath === '' ? {} : { subpath }), ...(line === undefined ? {} : { line }) };
    await this.getLeaf(newLeaf).openFile(file, { ...openState, eState });
  }

  private lineOf(file: TFile, subpath: string): number | undefined {
    const wanted = subpath.replace(/^#/, '').toLowerCase();
    const headings = this.app.metadataCache.getFileCache(file)?.headings ?? [];
    return headings.find((each) => each.heading.toLowerCase() === wanted)?.position.start.line;
  }

  private async makeFolders(folder: string): Promise<void> {
    if (folder === '' || this.app.vault.getFolderByPath(folder)) return;
    await this.makeFolders(folderOf(folder));
    await this.app.vault.createFolder(folder);
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focus?: boolean): void {
    const wantsFocus = typeof params === 'object' ? params.focus === true : focus === true;
    leaf.activeTime = ++this.clock;
    if (leaf.parent.children[leaf.parent.currentTab] !== leaf) leaf.parent.selectTab(leaf);
    if (this.activeLeaf !== leaf) {
      this.activeLeaf?.containerEl.removeClass('mod-active');
      leaf.containerEl.addClass('mod-active');
      this.activeLeaf = leaf;
      this.trigger('active-leaf-change', leaf);
    }
    this.fileMayHaveChanged();
    if (wantsFocus && leaf.view instanceof MarkdownView && this.app.openModals.length === 0) leaf.view.editor.focus();
  }

  private fileMayHaveChanged(): void {
    const view = this.activeLeaf?.view;
    if (!(view instanceof FileView) && this.activeLeaf?.getRoot() !== this.rootSplit) return;
    const file = view instanceof FileView ? view.file : null;
    if (file === this.activeFile && file?.path === this.recent[0]) return;
    this.activeFile = file;
    if (file) this.recent = [file.path, ...this.recent.filter((path) => path !== file.path)].slice(0, 10);
    this.trigger('file-open', file);
  }

  getActiveFile(): TFile | null {
    const view = this.activeLeaf?.view;
    if (view instanceof FileView && view.file) return view.file;
    for (const path of this.recent) {
      const file = this.app.vault.getFileByPath(path);
      if (file) return file;
    }
    return null;
  }

  getLastOpenFiles(): string[] {
    return [...this.recent];
  }

  getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getMostRecentLeaf(root: WorkspaceSplit = this.rootSplit): WorkspaceLeaf | null {
    return [...root.leaves].sort((a, b) => b.activeTime - a.activeTime)[0] ?? null;
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.group === group);
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf | null {
    return this.sideLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf | null {
    return this.sideLeaf(this.rightSplit, split);
  }

  private sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
    const tabs = (split ? undefined : dock.children.find((each) => each.children.length > 0) ?? dock.children[0]) ?? new WorkspaceTabs(dock);
    return new WorkspaceLeaf(this.app, tabs);
  }

  async ensureSideLeaf(type: string, side: 'left' | 'right', options: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {}): Promise<WorkspaceLeaf> {
    const dock = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = dock.leaves.find((leaf) => leaf.view.getViewType() === type) ?? this.getLeavesOfType(type)[0];
    const leaf = known ?? this.sideLeaf(dock, options.split ?? false);
    if (!known || options.state) await leaf.setViewState({ type, ...(options.state ? { state: options.state } : {}) });
    if (options.reveal !== false) await this.revealLeaf(leaf);
    if (options.active === true) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const dock = leaf.parent.parent;
    leaf.parent.selectTab(leaf);
    if (dock instanceof WorkspaceSidedock) dock.expand();
    else this.setActiveLeaf(leaf, { focus: true });
    await leaf.loadIfDeferred();
    this.layoutChanged();
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.view.getViewType() === type);
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of [...this.rootSplit.leaves, ...this.popouts.flatMap((each) => each.leaves)]) callback(leaf);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.allLeaves()) callback(leaf);
  }

  /** Editors take over what plugins have registered for them by now. */
  updateOptions(): void {
    this.trigger('options-updated');
  }

  handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string): boolean {
    const file = this.app.metadataCache.getFirstLinkpathDest(linkpathOf(linktext), sourcePath);
    if (!file) return false;
    this.trigger('file-menu', menu, file, 'link-context-menu');
    return true;
  }

  getLayout(): Record<string, unknown> {
    return { ...this.layout() };
  }

  async changeLayout(layout: Layout): Promise<void> {
    for (const leaf of this.allLeaves()) leaf.detach();
    await this.restoreLayout(layout);
  }

  /** Internal: `layout-change`, once for all that happens in one go. */
  layoutChanged(): void {
    this.fileMayHaveChanged();
    if (!this.layoutReady || this.changeQueued) return;
    this.changeQueued = true;
    window.setTimeout(() => {
      this.changeQueued = false;
      this.trigger('layout-change');
    }, 0);
    this.requestSaveLayout();
  }

  /** Internal. */
  leafDetached(leaf: WorkspaceLeaf): void {
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      const next = this.getMostRecentLeaf();
      if (next) this.setActiveLeaf(next);
      else if (!this.restoring) this.trigger('active-leaf-change', null);
    }
    if (this.rootSplit.leaves.length === 0 && this.layoutReady && !this.restoring) this.setActiveLeaf(this.getLeaf('tab'));
    this.layoutChanged();
  }

  async saveLayout(): Promise<void> {
    const { adapter, configDir } = this.app.vault;
    await adapter.mkdir(configDir);
    await adapter.write(`${configDir}/workspace.json`, JSON.stringify(this.layout(), null, 2));
  }

  /** Leaves in background tabs and collapsed docks come back deferred. */
  async restoreLayout(layout: Layout | null): Promise<void> {
    this.restoring = true;
    if (layout) {
      this.recent = [...layout.lastOpenFiles];
      for (const [split, saved] of [[this.leftSplit, layout.left], [this.rootSplit, layout.main], [this.rightSplit, layout.right]] as const) {
        if (split instanceof WorkspaceSidedock && saved.collapsed === false) {
          split.collapsed = false;
          split.containerEl.show();
        }
        for (const savedTabs of saved.children) await this.restoreTabs(new WorkspaceTabs(split), savedTabs);
      }
    }
    if (this.rootSplit.leaves.length === 0) void new WorkspaceLeaf(this.app, this.mainTabs());
    const active = (layout?.active !== null && layout?.active !== undefined ? this.getLeafById(layout.active) : null) ?? this.getMostRecentLeaf();
    this.restoring = false;
    if (active) this.setActiveLeaf(active);
  }

  private async restoreTabs(tabs: WorkspaceTabs, saved: TabsLayout): Promise<void> {
    tabs.currentTab = saved.currentTab;
    for (const each of saved.children) {
      const leaf = new WorkspaceLeaf(this.app, tabs);
      leaf.id = each.id;
      leaf.pinned = each.pinned === true;
    }
    tabs.currentTab = saved.currentTab;
    tabs.update();
    for (const [i, leaf] of tabs.children.entries()) {
      const state = saved.children[i]?.state;
      if (!state) continue;
      if (leaf.isVisible() && !this.app.options.deferAll) await leaf.setViewState({ type: state.type, state: state.state ?? {} });
      else leaf.defer({ type: state.type, state: state.state ?? {} }, state.title);
    }
    leafIds = Math.max(leafIds, ...tabs.children.map((leaf) => Number(leaf.id.slice(5)) || 0));
  }

  /** Internal: out of the document, views closed. */
  async dispose(crashed: boolean): Promise<void> {
    this.requestSaveLayout.cancel();
    this.restoring = true;
    for (const leaf of this.allLeaves()) {
      if (leaf.view instanceof TextFileView) leaf.view.requestSave.cancel();
      if (!crashed) await leaf.view.close();
    }
    this.appEl.remove();
  }

  private mainTabs(): WorkspaceTabs {
    const recent = this.getMostRecentLeaf();
    return recent?.parent ?? this.rootSplit.children[0] ?? new WorkspaceTabs(this.rootSplit);
  }

  private allLeaves(): WorkspaceLeaf[] {
    return [this.leftSplit, this.rootSplit, ...this.popouts, this.rightSplit].flatMap((split) => split.leaves);
  }

  private layout(): Layout {
    const saved = (split: WorkspaceSplit): SplitLayout => ({
      children: split.children.filter((tabs) => tabs.children.length > 0).map((tabs) => ({
        type: 'tabs',
        currentTab: tabs.currentTab,
        children: tabs.children.map((leaf) => ({
          id: leaf.id,
          type: 'leaf',
          pinned: leaf.pinned,
          state: { type: leaf.view.getViewType(), state: leaf.view.getState(), icon: leaf.getIcon(), title: leaf.getDisplayText() },
        })),
      })),
      ...(split instanceof WorkspaceSidedock ? { collapsed: split.collapsed } : {}),
    });
    return { main: saved(this.rootSplit), left: saved(this.leftSplit), right: saved(this.rightSplit), active: this.activeLeaf?.id ?? null, lastOpenFiles: this.recent };
  }
}

export type { HostEventRef, TFolder };
