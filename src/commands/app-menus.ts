import { Component } from 'obsidian';
import type { Editor, Events, Menu, Workspace } from 'obsidian';
import { citedPaper } from '../core/library/cited-papers';
import { findIdentifiers } from '../core/papers/find-identifiers';
import { findReferencePlaces } from '../core/references/reference-places';
import { say } from '../language/say';
import { number } from '../views/modals/count-of';
import { addSubmenu } from './add-submenu';
import { filesOfSearch } from './files-of-search';
import { fillPaperMenu } from './paper-menu';
import { addCitedPaper, fillReferenceMenu } from './reference-menu';
import type { ReferenceMenuDeps } from './reference-menu';

/** Where menus that Paperweave opens itself come from; they have its entries already. */
const OWN_SOURCE = 'paperweave';

/** Paperweave's entries in Obsidian's own menus: of files, of the editor, of links to other sites, and of search results. */
export class AppMenus extends Component {
  /** Papers whose entries a menu has: the app tells of a link in the editor as of a file, and as of a place in a text. */
  private readonly filled = new WeakMap<Menu, string>();

  constructor(
    private readonly workspace: Workspace,
    /** Asked for anew each time: the library is another one after the settings changed. */
    private readonly deps: () => ReferenceMenuDeps,
  ) {
    super();
  }

  override onload(): void {
    const { workspace } = this;
    this.registerEvent(workspace.on('file-menu', (menu, file, source) => {
      if (source === OWN_SOURCE || this.filled.get(menu) === file.path) return;
      this.filled.set(menu, file.path);
      fillPaperMenu(menu, [file.path], this.deps());
    }));
    this.registerEvent(workspace.on('files-menu', (menu, files, source) => {
      if (source !== OWN_SOURCE) fillPaperMenu(menu, files.map((file) => file.path), this.deps());
    }));
    this.registerEvent(workspace.on('editor-menu', (menu, editor, info) => {
      if (info.file) this.fillAtCursor(menu, editor, info.file.path);
    }));
    this.registerEvent(workspace.on('url-menu', (menu, url) => this.fillForAddress(menu, url)));
    // Not among the events of the public API, like the view that it hands over.
    const events: Events = workspace;
    this.registerEvent(events.on('search:results-menu', (menu, view) => this.fillForResults(menu as Menu, view)));
  }

  private fillAtCursor(menu: Menu, editor: Editor, source: string): void {
    const deps = this.deps();
    // A right click has put the cursor where it was done.
    const found = findReferencePlaces(editor.getValue(), deps.settings().referenceHeadings).at(editor.posToOffset(editor.getCursor()));
    if (!found) return;
    const cited = citedPaper(deps.lookup, source, found)?.path;
    if (cited !== undefined && this.filled.get(menu) === cited) return;
    if (cited !== undefined) this.filled.set(menu, cited);
    fillReferenceMenu(menu, source, found, deps);
  }

  /** A DOI or an arXiv id in the address that one paper has. */
  private fillForAddress(menu: Menu, url: string): void {
    const deps = this.deps();
    const { target } = deps.lookup.resolve('', { label: '', linkpath: null, titles: [], ids: findIdentifiers(url) });
    const paper = target === null ? null : deps.library.paper(target);
    if (paper) addCitedPaper(menu, paper, deps);
  }

  private fillForResults(menu: Menu, view: unknown): void {
    const deps = this.deps();
    const papers = filesOfSearch(view).filter((path) => deps.library.paper(path) !== null);
    if (papers.length === 0) return;
    addSubmenu(menu, say('Papers among the results: {count}', { count: number(papers.length) }), 'library', (into) => fillPaperMenu(into, papers, deps));
  }
}
