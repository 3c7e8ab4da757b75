import { startHost, type Host, type LoadedOptions } from './host';
import type { HostApp } from './app';
import { Menu } from './menu';
import { nameOf } from './paths';
import { TFile, TFolder, type TAbstractFile } from './vault';
import { ItemView, type WorkspaceLeaf } from './workspace';

declare global {
  interface Window {
    hostInput: LoadedOptions;
    /** The running app; also set anew by `reloadHost`. */
    host: Host;
    /** Resolves once the app stands. */
    hostReady: Promise<Host>;
    /** Restarts the app on the same disk. */
    reloadHost(changes?: Partial<LoadedOptions>): Promise<Host>;
  }
}

/** How many rows the file list draws at first, and more each time its end is scrolled to. */
const LISTED_ROWS = 200;

/**
 * The file list on the left: folders open and close, a click opens, a right click shows the file menu. Like the real one it
 * never draws a large vault whole: 150,000 elements cost every frame of the page, whatever else it shows.
 */
class FileExplorerView extends ItemView {
  override icon = 'folder';
  private readonly closed = new Set<string>();
  private limit = LISTED_ROWS;
  private drawn = 0;

  getViewType(): string {
    return 'file-explorer';
  }

  getDisplayText(): string {
    return 'Files';
  }

  override onOpen(): Promise<void> {
    const redraw = (): void => {
      this.draw();
    };
    for (const name of ['create', 'delete', 'rename']) this.registerEvent(this.app.vault.on(name, redraw));
    this.registerEvent(this.app.workspace.on('file-open', redraw));
    this.registerDomEvent(this.contentEl, 'scroll', () => {
      const { scrollTop, clientHeight, scrollHeight } = this.contentEl;
      if (this.drawn < this.limit || scrollTop + 2 * clientHeight < scrollHeight) return;
      this.limit += LISTED_ROWS;
      this.draw();
      this.contentEl.scrollTop = scrollTop;
    });
    this.draw();
    return Promise.resolve();
  }

  private draw(): void {
    this.contentEl.empty();
    this.drawn = 0;
    const root = this.contentEl.createDiv({ cls: 'nav-files-container', attr: { role: 'tree', 'aria-label': 'Files' } });
    this.folder(this.app.vault.getRoot(), root);
  }

  private folder(folder: TFolder, el: HTMLElement): void {
    const order = (file: TAbstractFile): string => `${file instanceof TFolder ? 0 : 1}${file.name.toLowerCase()}`;
    for (const child of [...folder.children].sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
      if (this.drawn >= this.limit) return;
      this.drawn += 1;
      const item = el.createDiv({ cls: 'tree-item' });
      const self = item.createDiv({ cls: 'tree-item-self is-clickable', attr: { role: 'treeitem', tabindex: '0', 'data-path': child.path } });
      self.createDiv({ cls: 'tree-item-inner', text: child instanceof TFile && child.extension === 'md' ? child.basename : nameOf(child.path) });
      self.addEventListener('contextmenu', (event) => {
        event.preventDefault();
        const menu = new Menu();
        this.app.workspace.trigger('file-menu', menu, child, 'file-explorer-context-menu');
        menu.showAtMouseEvent(event);
      });
      if (child instanceof TFolder) {
        self.addClass('mod-collapsible');
        const open = !this.closed.has(child.path);
        self.setAttribute('aria-expanded', String(open));
        self.addEventListener('click', () => {
          if (open) this.closed.add(child.path);
          else this.closed.delete(child.path);
          this.draw();
        });
        if (open) this.folder(child, item.createDiv({ cls: 'tree-item-children', attr: { role: 'group' } }));
      } else if (child instanceof TFile) {
        self.toggleClass('is-active', this.app.workspace.getActiveFile() === child);
        self.addEventListener('click', (event) => {
          void this.app.workspace.getLeaf(event.ctrlKey).openFile(child);
        });
      }
    }
  }
}

async function dress(host: Host): Promise<Host> {
  const app = host.app as unknown as HostApp;
  if (!app.viewRegistry.viewByType['file-explorer']) app.viewRegistry.registerView('file-explorer', (leaf: WorkspaceLeaf) => new FileExplorerView(leaf));
  if (!app.platform.isMobile) await app.workspace.ensureSideLeaf('file-explorer', 'left');
  window.host = host;
  return host;
}

/** `?theme=dark&platform=phone&rtl=1&language=de` change what the page was made with. */
function options(): LoadedOptions {
  const query = new URLSearchParams(window.location.search);
  const input: LoadedOptions = { ...window.hostInput };
  const theme = query.get('theme');
  if (theme === 'dark' || theme === 'light') input.theme = theme;
  const platform = query.get('platform');
  if (platform === 'phone') input.platform = { isPhone: true };
  if (platform === 'tablet') input.platform = { isTablet: true, isMobile: true };
  input.language = query.get('language') ?? input.language ?? 'en';
  if (query.get('rtl') !== null) {
    document.documentElement.dir = 'rtl';
    document.body.classList.add('mod-rtl');
  }
  return input;
}

window.reloadHost = async (changes = {}) => dress(await window.host.reload(changes));
window.hostReady = startHost(options()).then(dress);
