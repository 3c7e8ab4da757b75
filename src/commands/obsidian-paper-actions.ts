import { Keymap, Menu, Notice } from 'obsidian';
import type { App, HoverParent, PaneType } from 'obsidian';
import type { MissingWork } from '../core/library/library';
import { messageOf } from '../core/text/message-of';
import { isDebris } from '../core/library/missing-works';
import { fileLinksOf, filePathsOf, linkTarget, sourceOf } from '../core/papers/paper-source';
import { findStatus } from '../core/papers/status-vocabulary';
import { baseNameOf } from '../core/text/vault-path';
import type { Settings } from '../settings/settings';
import type { PropertyChange } from '../core/changes/plan-property';
import { say } from '../language/say';
import type { ChangeRequests } from '../vault/change-requests';
import { chooseProperty } from '../views/modals/choose-property-modal';
import { knownProperties } from './known-properties';
import type { PaperStore } from '../vault/paper-store';
import type { IndexKeeper } from '../vault/index-keeper';
import { number } from '../views/modals/count-of';
import { reportNotice } from '../views/modals/report-notice';
import type { PaperActions } from '../views/paper-actions';
import type { ChangeRunner } from './change-runner';
import { fillPaperMenu } from './paper-menu';

/** Hover previews come from this source; its name is in Obsidian's Page preview settings. */
export const HOVER_SOURCE = 'paperweave';

/** A property edit of more notes than this is previewed. */
const UNPREVIEWED_NOTES = 50;

export interface PaperActionDeps {
  readonly app: App;
  readonly keeper: IndexKeeper;
  readonly requests: ChangeRequests;
  readonly runner: ChangeRunner;
  readonly files: Pick<PaperStore, 'createBeside'>;
  /** Local day, `yyyy-MM-dd`. */
  readonly today: () => string;
  readonly settings: () => Settings;
  readonly changeSettings: (patch: Partial<Settings>) => Promise<void>;
}

/** The actions of views and commands, on the app. */
export class ObsidianPaperActions implements PaperActions {
  constructor(private readonly deps: PaperActionDeps) {}

  openNote(path: string, event: MouseEvent | KeyboardEvent | null, line?: number): void {
    const file = this.deps.app.vault.getFileByPath(path);
    if (!file) {
      new Notice(say('There is no note at {path} any more.', { path }));
      return;
    }
    const isMiddleClick = event !== null && 'button' in event && event.button === 1;
    const pane: PaneType | boolean = isMiddleClick ? 'tab' : event === null ? false : Keymap.isModEvent(event);
    void this.deps.app.workspace.getLeaf(pane).openFile(file, line === undefined ? {} : { eState: { line: line - 1 } });
  }

  hoverNote(path: string, event: MouseEvent, target: HTMLElement, parent: HoverParent): void {
    this.deps.app.workspace.trigger('hover-link', { event, source: HOVER_SOURCE, hoverParent: parent, targetEl: target, linktext: path, sourcePath: path });
  }

  showMenu(paths: readonly string[], event: MouseEvent | KeyboardEvent): void {
    const menu = new Menu();
    const files = paths.flatMap((path) => this.deps.app.vault.getFileByPath(path) ?? []);
    fillPaperMenu(menu, files.map((file) => file.path), { actions: this, library: this.deps.keeper.library, settings: this.deps.settings });
    const [first] = files;
    if (files.length === 1 && first) this.deps.app.workspace.trigger('file-menu', menu, first, 'paperweave', null);
    else if (files.length > 1) this.deps.app.workspace.trigger('files-menu', menu, files, 'paperweave', null);
    showMenuAt(menu, event);
  }

  async setStatus(paths: readonly string[], status: string): Promise<void> {
    const definition = findStatus(this.deps.settings().statuses, status);
    if (!definition) {
      new Notice(say('“{status}” is no status of the vocabulary. Add it in the settings.', { status }));
      return;
    }
    await this.deps.runner.run(this.deps.requests.setStatus(paths, definition), { preview: paths.length > UNPREVIEWED_NOTES });
    await this.deps.keeper.caughtUp();
  }

  async setProperty(paths: readonly string[], change: PropertyChange): Promise<void> {
    await this.deps.runner.run(this.deps.requests.setProperty(paths, change), { preview: paths.length > UNPREVIEWED_NOTES });
  }

  async chooseProperty(paths: readonly string[]): Promise<void> {
    const { app, keeper, settings } = this.deps;
    const papers = paths.flatMap((path) => keeper.library.paper(path) ?? []);
    const [first] = papers;
    if (!first) return;
    const chosen = papers.map((paper) => paper.path);
    const change = await chooseProperty(app, {
      of: papers.length === 1 ? `“${first.title}”` : say('{count} papers', { count: number(papers.length) }),
      properties: knownProperties(app, chosen, settings()),
      statusProperty: settings().statusProperty,
    });
    if (change) await this.setProperty(chosen, change);
  }

  dragLinks(paths: readonly string[], event: DragEvent): void {
    const { vault, fileManager } = this.deps.app;
    const links = paths.flatMap((path) => vault.getFileByPath(path) ?? []).map((file) => fileManager.generateMarkdownLink(file, ''));
    event.dataTransfer?.setData('text/plain', links.join('\n'));
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copyLink';
  }

  async createNotes(keys: readonly string[], { preview } = { preview: keys.length > 1 }): Promise<void> {
    await this.deps.keeper.whole();
    const request = await this.deps.requests.createNotes(keys);
    await this.deps.runner.run(request, { preview });
  }

  async hideWorks(keys: readonly string[]): Promise<void> {
    const { hiddenWorks, shownWorks } = this.deps.settings();
    const hidden = new Set(keys);
    await this.deps.changeSettings({ hiddenWorks: [...new Set([...hiddenWorks, ...keys])].sort(), shownWorks: shownWorks.filter((key) => !hidden.has(key)) });
    reportNotice(say(keys.length === 1 ? '{count} missing work hidden.' : '{count} missing works hidden.', { count: number(keys.length) }), { undo: () => void this.showWorks(keys) });
  }

  async showWorks(keys: readonly string[]): Promise<void> {
    const { hiddenWorks, shownWorks } = this.deps.settings();
    const shown = new Set(keys);
    const debris = this.deps.keeper.library.hiddenMissing().filter((work) => shown.has(work.key) && isDebris(work.title));
    await this.deps.changeSettings({
      hiddenWorks: hiddenWorks.filter((key) => !shown.has(key)),
      shownWorks: [...new Set([...shownWorks, ...debris.map((work) => work.key)])].sort(),
    });
  }

  showWorkMenu(work: MissingWork, event: MouseEvent | KeyboardEvent): void {
    const menu = new Menu();
    menu.addItem((item) => item.setTitle(say('Create note')).setIcon('file-plus').onClick(() => void this.createNotes([work.key])));
    menu.addItem((item) =>
      work.hidden === null
        ? item.setTitle(say('Hide')).setIcon('eye-off').onClick(() => void this.hideWorks([work.key]))
        : item.setTitle(say('Show again')).setIcon('eye').onClick(() => void this.showWorks([work.key])),
    );
    menu.addItem((item) => item.setTitle(say('Copy title')).setIcon('copy').onClick(() => void copy(work.title, say('Copied “{title}”.', { title: work.title }))));
    showMenuAt(menu, event);
  }

  async chooseTarget(path: string, line: number, text: string, target: string): Promise<void> {
    await this.deps.runner.run(this.deps.requests.chooseTarget(path, line, text, target), { preview: false });
  }

  async pointCitationsHere(path: string): Promise<void> {
    await this.deps.keeper.whole();
    await this.deps.runner.run(this.deps.requests.pointCitationsHere(path), { preview: true });
  }

  async linkReferences(paths: readonly string[] | 'library'): Promise<void> {
    await this.deps.keeper.whole();
    const { requests, keeper, runner } = this.deps;
    if (paths !== 'library') {
      await runner.run(requests.linkReferences(paths), { preview: paths.length > UNPREVIEWED_NOTES });
      return;
    }
    const all = keeper.library.papers().map((paper) => paper.path);
    await runner.run(requests.linkReferences(all), { preview: true, narrowed: (only) => requests.linkReferences(all, only) });
  }

  copyText(text: string): Promise<void> {
    return copy(text, say('Copied.'));
  }

  async saveFile(extension: 'md' | 'csv', text: string): Promise<void> {
    const { app, files, today } = this.deps;
    try {
      const folder = app.fileManager.getNewFileParent('').path.replace(/^\/$/, '');
      const path = await files.createBeside(folder, `Papers ${today()}`, extension, text);
      new Notice(say('Saved as {path}.', { path }));
      if (extension === 'md') this.openNote(path, null);
    } catch (error) {
      new Notice(say('The file could not be written: {error}', { error: messageOf(error) }));
    }
  }

  async showBacklinks(path: string): Promise<void> {
    if (!isBacklinksOn(this.deps.app)) {
      new Notice(say('Backlinks are turned off. Turn that core plugin on to see them.'));
      return;
    }
    // A tab of its own: the pane in the side bar would go back to the active note at once.
    const leaf = this.deps.app.workspace.getLeaf('tab');
    await leaf.setViewState({ type: 'backlink', state: { file: path }, active: true });
    await this.deps.app.workspace.revealLeaf(leaf);
  }

  async openPdf(path: string): Promise<void> {
    const paper = this.deps.keeper.library.paper(path);
    if (!paper?.pdf) {
      new Notice(say('“{title}” names no PDF.', { title: paper?.title ?? baseNameOf(path) }));
      return;
    }
    const target = linkTarget(paper.pdf);
    if (/^https?:\/\//i.test(target)) {
      window.open(target);
      return;
    }
    const { vault, metadataCache, workspace } = this.deps.app;
    const links = fileLinksOf(target);
    // By its name alone, as Obsidian follows links, only where it lies at none of the paths.
    const found = [
      ...links.flatMap((link) => filePathsOf(link.path, path).map((candidate) => ({ file: vault.getFileByPath(candidate), subpath: link.subpath }))),
      ...links.map((link) => ({ file: metadataCache.getFirstLinkpathDest(link.path.slice(link.path.lastIndexOf('/') + 1), path), subpath: link.subpath })),
    ].find(({ file }) => file !== null);
    if (found?.file) await workspace.getLeaf('tab').openFile(found.file, found.subpath === '' ? {} : { eState: { subpath: found.subpath } });
    else new Notice(say('There is no file {path} in this vault.', { path: paper.pdf }));
  }

  openSource(path: string): Promise<void> {
    const paper = this.deps.keeper.library.paper(path);
    const source = paper ? sourceOf(paper) : null;
    if (source === null) new Notice(say('“{title}” names no web address, DOI or arXiv id.', { title: paper?.title ?? baseNameOf(path) }));
    else window.open(source);
    return Promise.resolve();
  }

  undoLastChange(): Promise<void> {
    return this.deps.runner.undo();
  }
}

function showMenuAt(menu: Menu, event: MouseEvent | KeyboardEvent): void {
  // A button that is pressed by key gives a click too, but one without a place.
  if ('clientX' in event && (event.type !== 'click' || event.detail > 0)) menu.showAtMouseEvent(event);
  else showMenuBelow(menu, event.target);
}

/** Puts a text on the clipboard, and says so in the given words. */
async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    new Notice(said);
  } catch (error) {
    new Notice(say('The clipboard could not be written to: {error}', { error: messageOf(error) }));
  }
}

function showMenuBelow(menu: Menu, target: EventTarget | null): void {
  // By its ability, not by its class: in a pop-out window elements have classes of their own.
  if (target === null || !('getBoundingClientRect' in target)) return;
  const element = target as Element;
  const { left, bottom } = element.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, element.ownerDocument);
}

/** Core plugins are not in the public API: an app that does not tell counts as having it on. */
function isBacklinksOn(app: App): boolean {
  const plugins: unknown = 'internalPlugins' in app ? app.internalPlugins : null;
  if (typeof plugins !== 'object' || plugins === null || !('getPluginById' in plugins) || typeof plugins.getPluginById !== 'function') return true;
  const plugin: unknown = (plugins.getPluginById as (this: unknown, id: string) => unknown).call(plugins, 'backlink');
  return typeof plugin !== 'object' || plugin === null || !('enabled' in plugin) || plugin.enabled !== false;
}
