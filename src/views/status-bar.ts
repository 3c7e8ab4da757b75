import { Component } from 'obsidian';
import type { App } from 'obsidian';
import type { LibrarySource } from '../core/library/library';
import { say } from '../language/say';
import type { Settings } from '../settings/settings';
import type { PaperActions } from './paper-actions';
import { createStatusMenu } from './status-menu';

export interface StatusBarDeps {
  readonly app: App;
  readonly element: HTMLElement;
  readonly source: LibrarySource;
  readonly actions: PaperActions;
  settings(): Settings;
}

/** The active paper's status in Obsidian's status bar (desktop); a click offers the others. */
export class StatusBar extends Component {
  constructor(private readonly deps: StatusBarDeps) {
    super();
  }

  override onload(): void {
    const { app, element, source } = this.deps;
    element.addClass('mod-clickable', 'paperweave-status-bar');
    element.setAttribute('role', 'button');
    element.setAttribute('tabindex', '0');
    this.registerEvent(app.workspace.on('file-open', () => this.render()));
    this.register(source.onChange(() => this.render()));
    this.registerDomEvent(element, 'click', (event) => this.showMenu(event));
    this.registerDomEvent(element, 'keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') this.showMenu(event);
    });
    this.render();
  }

  private path(): string | null {
    return this.deps.app.workspace.getActiveFile()?.path ?? null;
  }

  private render(): void {
    const path = this.path();
    const paper = path === null ? null : this.deps.source.library.paper(path);
    const { element } = this.deps;
    element.toggleClass('paperweave-hidden', paper === null);
    if (!paper) return;
    const label = this.deps.settings().statuses.find((status) => status.value === paper.status)?.label ?? paper.status;
    element.setText(label);
    element.setAttribute('aria-label', say('Paper status: {label}. Change it.', { label }));
  }

  private showMenu(event: MouseEvent | KeyboardEvent): void {
    const path = this.path();
    const paper = path === null ? null : this.deps.source.library.paper(path);
    if (!paper) return;
    const menu = createStatusMenu(paper, this.deps.actions, this.deps.settings());
    if ('clientX' in event) menu.showAtMouseEvent(event);
    else {
      const { left, top } = this.deps.element.getBoundingClientRect();
      menu.showAtPosition({ x: left, y: top });
    }
  }
}
